"""What can happen to people and their sessions."""

from datetime import datetime
from typing import ClassVar, Literal
from uuid import UUID

from shared import events
from shared.events import Event, Personal

Role = Literal["user", "admin", "auditor"]
"""What a person may be: an auditor reads the audit log, an administrator also manages people and public templates."""

LoginFailure = Literal["unknown_email", "wrong_password", "closed_account"]


class UserRegistered(Event):
    """A person has an account."""

    ENTITY: ClassVar[str] = "user"
    ACTION: ClassVar[str] = "create"

    email: Personal[str]
    full_name: Personal[str]
    role: Role
    is_active: bool
    email_verified: bool


class UserProfileChanged(Event):
    """A person's profile says something else."""

    ENTITY: ClassVar[str] = "user"
    ACTION: ClassVar[str] = "update"

    full_name: Personal[str]


class SessionStarted(Event):
    """A person logged in. The session lasts until it expires, ends, or is refreshed."""

    ENTITY: ClassVar[str] = "session"
    ACTION: ClassVar[str] = "login"

    user_id: UUID
    expires_at: datetime


class SessionRefreshed(Event):
    """A session's refresh token was exchanged for the next one."""

    ENTITY: ClassVar[str] = "session"
    ACTION: ClassVar[str] = "update"

    expires_at: datetime


class SessionEnded(Event):
    """A session is over: none of its refresh tokens is good any more."""

    ENTITY: ClassVar[str] = "session"
    ACTION: ClassVar[str] = "logout"

    reason: Literal["refresh_token_reused"]


class LoginFailed(Event):
    """Somebody tried to log in and was refused: an access event. The address is the account owner's, if any."""

    ENTITY: ClassVar[str] = "user"
    ACTION: ClassVar[str] = "login"
    OUTCOME: ClassVar[str] = "failed"

    reason: LoginFailure
    email: Personal[str]


class AccessRefused(events.AccessRefused):
    """A known caller was refused by identity."""


class DataRead(events.DataRead):
    """Somebody's profile was read."""
