"""Accounts: opened by anybody, seen and changed by the person himself and by administrators."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Depends, Path, Response
from pydantic import BaseModel, ConfigDict, Field

from services.identity.application import Identity
from services.identity.credentials import Email, NewPassword
from services.identity.events import Role
from shared.api.access import CallerDep, Public, application
from shared.api.answers import Answer, IfMatch, answers
from shared.api.bodies import Body, Name
from shared.api.routes import Router
from shared.tokens import Caller

router = Router(tags=["users"])
IdentityDep = Annotated[Identity, Depends(application)]

EmailField = Annotated[Email, Field(examples=["ada@example.com"])]
FullName = Annotated[Name, Field(description="One line.", examples=["Ada Lovelace"])]
UserId = Annotated[UUID | Literal["me"], Path(description="A person's id, or `me` for the caller's own.")]


class RegisterUser(Body):
    email: EmailField
    password: Annotated[
        NewPassword,
        Field(description="At least 8 characters, at most 72 bytes as UTF-8.", examples=["correct horse battery"]),
    ]
    full_name: FullName


class ChangeProfile(Body):
    full_name: FullName = Field(default_factory=str, description="Left out: stays as it is.")


class UserBody(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    email: str = Field(examples=["ada@example.com"])
    full_name: str = Field(examples=["Ada Lovelace"])
    role: Role
    is_active: bool
    email_verified: bool
    last_login_at: datetime | None = Field(description="Follows log-ins without counting as a version.")
    created_at: datetime
    updated_at: datetime
    version: int = Field(description="Counts its changes; the ETag.")


def user_body(user: Any) -> UserBody:
    """Return how a person, as an aggregate or a row, is told."""
    return UserBody.model_validate(user)


@router.post("/users", summary="Register", dependencies=[Public])
async def register_user(
    body: RegisterUser, identity: IdentityDep, answer: Annotated[Answer, answers(user_body, 201, secret=True)]
) -> Response:
    """Open an account with the role `user`; 409 `email-taken` if there is one with this address, in whatever case."""
    return answer(await identity.register_user(email=body.email, password=body.password, full_name=body.full_name))


@router.get("/users/{user_id}", summary="Read a profile")
async def read_user(
    user_id: UserId, identity: IdentityDep, caller: CallerDep, answer: Annotated[Answer, answers(user_body)]
) -> Response:
    """Read your own profile, or anybody's as an administrator, which is recorded; other people's are 404."""
    return answer(await identity.read_user(_meant(user_id, caller)))


@router.patch("/users/{user_id}", summary="Change a profile")
async def change_profile(
    user_id: UserId,
    body: ChangeProfile,
    identity: IdentityDep,
    caller: CallerDep,
    if_match: IfMatch,
    answer: Annotated[Answer, answers(user_body)],
) -> Response:
    """Change the members that are sent, of your own profile, or of anybody's as an administrator."""
    changes = {name: getattr(body, name) for name in body.model_fields_set}
    return answer(await identity.change_profile(_meant(user_id, caller), if_match=if_match, **changes))


def _meant(user_id: UUID | Literal["me"], caller: Caller) -> UUID:
    return caller.user_id if user_id == "me" else user_id
