"""Sessions: begun with a password, kept going with refresh tokens."""

from typing import Annotated, Literal

from fastapi import Response
from pydantic import BaseModel, Field, StringConstraints

from services.identity.api.users import EmailField, IdentityDep
from services.identity.application import Grant
from services.identity.credentials import ShownPassword
from shared.api.access import Public
from shared.api.answers import Answer, answers
from shared.api.bodies import Body
from shared.api.routes import Router

router = Router(tags=["sessions"])

_PROBLEM = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}


class StartSession(Body):
    email: EmailField
    password: Annotated[ShownPassword, Field(examples=["correct horse battery"])]


class RefreshSession(Body):
    refresh_token: Annotated[
        str,
        StringConstraints(min_length=1, max_length=512),
        Field(description="The newest of the session.", examples=["AZqvD0S2fP6d…"], repr=False),
    ]


class GrantBody(BaseModel):
    access_token: str = Field(description="A JWT (RFC 9068), for `Authorization: Bearer`.", repr=False)
    token_type: Literal["Bearer"] = "Bearer"  # noqa: S105 - it says of what kind the token is
    expires_in: int = Field(description="Seconds until the access token expires.", examples=[600])
    refresh_token: str = Field(description="Good for one call of `POST /v1/sessions/refresh`.", repr=False)


def grant_body(grant: Grant) -> GrantBody:
    """Return how tokens are told (RFC 6749, section 5.1)."""
    return GrantBody(access_token=grant.access_token, expires_in=grant.expires_in_s, refresh_token=grant.refresh_token)


@router.post(
    "/sessions",
    summary="Log in",
    dependencies=[Public],
    responses={401: {"description": "The e-mail address or the password is wrong.", "content": _PROBLEM}},
)
async def start_session(
    body: StartSession, identity: IdentityDep, answer: Annotated[Answer, answers(grant_body, 201, secret=True)]
) -> Response:
    """Get an access token, and a refresh token for the next one; 401 `bad-credentials` whatever was wrong."""
    return _unstored(answer(await identity.start_session(email=body.email, password=body.password)))


@router.post(
    "/sessions/refresh",
    summary="Refresh a session",
    dependencies=[Public],
    responses={401: {"description": "The refresh token is not, or no longer, good.", "content": _PROBLEM}},
)
async def refresh_session(
    body: RefreshSession, identity: IdentityDep, answer: Annotated[Answer, answers(grant_body, secret=True)]
) -> Response:
    """Exchange the refresh token for new tokens. One that was exchanged before ends the session: somebody stole it."""
    return _unstored(answer(await identity.refresh_session(refresh_token=body.refresh_token)))


def _unstored(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
