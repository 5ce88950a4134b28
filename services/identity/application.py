"""What identity can be told: to register people, to let them in, and to change what they say of themselves."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar, NoReturn
from uuid import UUID

from pydantic import SecretStr

from services.identity.aggregates import BadCredentials, EmailTaken, RefreshRefused, Session, User
from services.identity.credentials import Passwords
from services.identity.events import LoginFailed, LoginFailure, Role
from services.identity.read_model import USER_BY_EMAIL, users
from services.identity.tokens import AccessTokenIssuer, RefreshToken
from shared.aggregates import Hidden, NotFound, Refusal
from shared.application import Application, command
from shared.context import Context, acting, current
from shared.ids import uuid7
from shared.log.units import Tally
from shared.plumbing import Plumbing
from shared.projections import Projection


@dataclass(frozen=True, slots=True)
class Grant:
    """What a log-in is answered; `id` is the session's."""

    id: UUID
    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    expires_in_s: int


@dataclass(frozen=True, slots=True)
class FirstPerson:
    """Somebody who has an account from the first start on."""

    role: Role
    email: str
    password: SecretStr


class Identity(Application):
    """The commands of identity."""

    REFUSALS: ClassVar[dict[str, type[Refusal]]] = {
        "users_email_key": EmailTaken,
        "sessions_user_id_fkey": BadCredentials,  # he was erased while his password was compared
    }

    def __init__(
        self,
        plumbing: Plumbing,
        projections: Sequence[Projection[Any]],
        *,
        passwords: Passwords,
        issuer: AccessTokenIssuer,
        session_lifetime: timedelta,
    ) -> None:
        """Take what passwords are hashed with, who signs tokens, and how long a session lasts that is not refreshed."""
        super().__init__(plumbing, projections)
        self.issuer = issuer
        self._passwords = passwords
        self._session_lifetime = session_lifetime

    @command
    async def register_user(self, *, email: str, password: SecretStr, full_name: str) -> User:
        """Open an account, in the person's own name unless somebody else is logged in; raise `EmailTaken`."""
        user = await self._new_user(email, password, full_name)
        if current().actor is None:
            _act_as(user)
        await self.save(user)
        return user

    async def register_first_people(self, people: Sequence[FirstPerson]) -> None:
        """Open these accounts unless they are there; their addresses count as verified."""
        with acting(Context(actor=f"service:{self.plumbing.name}", correlation_id=str(uuid7()))):
            for person in people:
                try:
                    user = await self._new_user(
                        person.email, person.password, f"First {person.role}", role=person.role, email_verified=True
                    )
                    await self.save(user)
                except EmailTaken:
                    continue

    async def read_user(self, user_id: UUID) -> dict[str, Any]:
        """Return a person's row, to himself or to an administrator; raise `Hidden` or `NotFound`."""
        _let_see(user_id)
        row = await self.read(users, user_id)
        if row is None or row["deleted_at"] is not None:
            raise NotFound
        await self.record_read("user", owner=user_id, entity_id=user_id)
        return row

    @command
    async def change_profile(self, user_id: UUID, *, full_name: str | None = None, if_match: int | None = None) -> User:
        """Change what is given, as the person himself or an administrator; raise `Hidden`, `NotFound` or `Stale`."""
        _let_see(user_id)
        async with self.change(User, user_id, if_match=if_match) as user:
            if user.deleted_at is not None:
                raise NotFound
            if full_name is not None:
                user.change_profile(full_name=full_name)
        if user_id != current().user_id:
            await self.record_read("user", owner=user_id, entity_id=user_id)  # the answer shows all of it
        return user

    @command
    async def start_session(self, *, email: str, password: SecretStr) -> Grant:
        """Let a person in; raise `BadCredentials`, alike and after the same time whatever is wrong."""
        row = await self.database.fetch_one(USER_BY_EMAIL, {"email": email})
        matches = await self._passwords.verify(password, row["password_hash"] if row else None)
        if row is None:
            await self._refuse_login("unknown_email", email, None)
        user = self.projections[User].load(row)
        if not matches:
            await self._refuse_login("wrong_password", email, user.id)
        if not user.may_log_in():
            await self._refuse_login("closed_account", email, user.id)
        _act_as(user)
        session, now = Session.begin(), datetime.now(UTC)
        token = RefreshToken.first(session.id)
        session.start(user_id=user.id, hashes=token.hashes(), expires_at=now + self._session_lifetime)
        await self.save(session, tallies=[Tally(users, "last_login_at", user.id, now)])
        return self._grant(user, token)

    @command
    async def refresh_session(self, *, refresh_token: str) -> Grant:
        """Exchange a session's newest refresh token; an old one ends the session. Raise `RefreshRefused`."""
        shown = RefreshToken.read(refresh_token)
        session = await self.find(Session, shown.session_id)
        if session is None:
            raise RefreshRefused
        following = shown.following()
        session.refresh(shown.hashes(), following.hashes(), expires_at=datetime.now(UTC) + self._session_lifetime)
        user = await self.load(User, session.user_id)
        if not user.may_log_in():
            raise RefreshRefused
        _act_as(user)
        await self.save(session)
        if session.deleted_at is not None:
            raise RefreshRefused
        return self._grant(user, following)

    async def _new_user(
        self, email: str, password: SecretStr, full_name: str, *, role: Role = "user", email_verified: bool = False
    ) -> User:
        if await self.database.fetch_one(USER_BY_EMAIL, {"email": email}):
            raise EmailTaken
        user = User.begin()
        user.register(
            email=email,
            password_hash=await self._passwords.hash(password),
            full_name=full_name,
            role=role,
            email_verified=email_verified,
        )
        return user

    async def _refuse_login(self, reason: LoginFailure, email: str, user_id: UUID | None) -> NoReturn:
        await self.record_access(LoginFailed(reason=reason, email=email), entity_id=user_id, person=user_id)
        raise BadCredentials

    def _grant(self, user: User, token: RefreshToken) -> Grant:
        access_token = self.issuer.issue(user_id=user.id, role=user.role, session_id=token.session_id)
        return Grant(token.session_id, access_token, token.text(), self.issuer.lifetime_s)


def _act_as(user: User) -> None:
    """Note who acts, now that he has shown who he is."""
    context = current()
    context.actor, context.user_id, context.role = f"user:{user.id}", user.id, user.role


def _let_see(user_id: UUID) -> None:
    """Let a person see himself, and administrators see everybody; raise `Hidden`."""
    context = current()
    if user_id != context.user_id and context.role != "admin":
        raise Hidden
