"""How identity's answers stay true: which aggregate is which row."""

from typing import Any

from services.identity.aggregates import Session, User
from services.identity.read_model import sessions, users
from shared.projections import Projection

STATE: tuple[Projection[Any], ...] = (
    Projection(User, users, tallied=frozenset({"last_login_at"}), secret=User.SECRET),
    Projection(Session, sessions, secret=Session.SECRET),
)
