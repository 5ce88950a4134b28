"""Who decides: a person, and each session that begins when he logs in."""

import hmac
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import ClassVar
from uuid import UUID

from services.identity.events import (
    Role,
    SessionEnded,
    SessionRefreshed,
    SessionStarted,
    UserProfileChanged,
    UserRegistered,
)
from shared.aggregates import Aggregate, Refusal
from shared.context import NOBODY
from shared.events import Event


class EmailTaken(Refusal):
    """There is an account with this e-mail address."""

    code = "email-taken"
    title = "E-mail address taken"


class BadCredentials(Refusal):
    """The e-mail address or the password is wrong."""

    status = 401
    code = "bad-credentials"
    title = "Bad credentials"


class RefreshRefused(Refusal):
    """The refresh token is not, or no longer, good: log in again."""

    status = 401
    code = "bad-refresh-token"
    title = "Bad refresh token"


@dataclass(eq=False)
class User(Aggregate):
    """A person with an account. `last_login_at` follows the sessions and changes no version."""

    ENTITY: ClassVar[str] = "user"
    SECRET: ClassVar[frozenset[str]] = frozenset({"password_hash"})

    email: str = ""
    password_hash: str | None = None
    full_name: str = ""
    role: Role = "user"
    is_active: bool = True
    email_verified: bool = False
    last_login_at: datetime | None = None

    def person(self) -> UUID:
        """Return his own id: what is personal here is his."""
        return self.id

    def may_log_in(self) -> bool:
        """Tell whether the account is open."""
        return self.is_active and self.deleted_at is None

    def register(
        self, *, email: str, password_hash: str, full_name: str, role: Role = "user", email_verified: bool = False
    ) -> None:
        """Open the account."""
        self.password_hash = password_hash
        self.record(
            UserRegistered(email=email, full_name=full_name, role=role, is_active=True, email_verified=email_verified)
        )

    def change_profile(self, *, full_name: str) -> None:
        """Take another name; the same one again is no change."""
        if full_name != self.full_name:
            self.record(UserProfileChanged(full_name=full_name))


@dataclass(frozen=True, slots=True)
class TokenHashes:
    """What is known of a refresh token: SHA-256 of its two secrets, in hexadecimal.

    The session's secret stays and shows that the token was issued for this session at all, so that nobody can end a
    session by guessing. The token's own secret is another one each time.
    """

    session: str
    token: str


@dataclass(eq=False)
class Session(Aggregate):
    """One log-in of a person, kept going by refresh tokens of which only the newest is good.

    `deleted_at` is when the session ended.
    """

    ENTITY: ClassVar[str] = "session"
    SECRET: ClassVar[frozenset[str]] = frozenset({"session_hash", "token_hash"})

    user_id: UUID = NOBODY
    session_hash: str = ""
    token_hash: str = ""
    expires_at: datetime = field(default_factory=lambda: datetime.now(UTC))

    def start(self, *, user_id: UUID, hashes: TokenHashes, expires_at: datetime) -> None:
        """Begin with the first refresh token."""
        self.session_hash, self.token_hash = hashes.session, hashes.token
        self.record(SessionStarted(user_id=user_id, expires_at=expires_at))

    def refresh(self, shown: TokenHashes, following: TokenHashes, *, expires_at: datetime) -> None:
        """Exchange the newest token for the following one; one that was exchanged before ends the session.

        Who shows an old token has stolen it, or was robbed of the newest: either way somebody else has one
        (RFC 9700, section 4.14). Raises `RefreshRefused` for a token that was never good or a session that is over.
        """
        issued_here = hmac.compare_digest(self.session_hash, shown.session)
        if not issued_here or self.deleted_at is not None or self.expires_at <= datetime.now(UTC):
            raise RefreshRefused
        if not hmac.compare_digest(self.token_hash, shown.token):
            self.record(SessionEnded(reason="refresh_token_reused"))
            return
        self.token_hash = following.token
        self.record(SessionRefreshed(expires_at=expires_at))

    def apply(self, event: Event, at: datetime) -> None:
        """Fold the next event: an end has its own time."""
        self.assign(event)
        if isinstance(event, SessionEnded):
            self.deleted_at = at
