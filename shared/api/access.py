"""Who may call a route: each declares exactly one of Public, CallerDep, require(...) and Internal, or all fails."""

from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Request
from fastapi.dependencies.models import Dependant

from shared.aggregates import Forbidden
from shared.api.problems import Unauthenticated
from shared.context import Context
from shared.tokens import Caller


@dataclass(slots=True)
class Connection:
    """What the middleware knows of a request when its route is called; `refused` says why its token proves nothing."""

    context: Context
    caller: Caller | None = None
    peer: str | None = None
    token_shown: bool = False
    refused: str = "No access token was sent."


class UndeclaredAccess(Exception):
    """A route does not declare exactly one rule of access."""


class Access:
    """One rule of access. `check` runs before the body is read; calling it as a dependency returns who calls."""

    needs_token = True
    published = True

    def check(self, connection: Connection) -> None:
        """Raise if this call is not allowed."""
        raise NotImplementedError

    async def __call__(self, request: Request) -> Any:
        """Return who calls."""
        raise NotImplementedError


class _Public(Access):
    needs_token = False

    def check(self, connection: Connection) -> None:
        """Let everybody in."""

    async def __call__(self) -> None:  # type: ignore[override] # a dependency without parameters costs nothing to solve
        return None


class _Roles(Access):
    def __init__(self, *roles: str) -> None:
        self._roles = frozenset(roles)

    def check(self, connection: Connection) -> None:
        if connection.caller is None:
            raise Unauthenticated(connection.refused, token_shown=connection.token_shown)
        if self._roles and connection.caller.role not in self._roles:
            raise Forbidden(f"This needs the role {' or '.join(sorted(self._roles))}.")

    async def __call__(self, request: Request) -> Caller | None:
        return connection_of(request).caller


class _Internal(Access):
    published = False

    def check(self, connection: Connection) -> None:
        if connection.peer is None:
            raise Unauthenticated("This is for services only.", token_shown=connection.token_shown)

    async def __call__(self, request: Request) -> str | None:
        return connection_of(request).peer


Public = Depends(_Public())
"""Anybody may call: `@router.get(…, dependencies=[Public])`."""
CallerDep = Annotated[Caller, Depends(_Roles())]
"""Any person with a valid access token may call: a parameter `caller: CallerDep`."""
Internal = Depends(_Internal())
"""Only services may call: `dependencies=[Internal]`, or `peer: Annotated[str, Internal]` for its name."""


def require(*roles: str) -> Any:
    """Let in persons of these roles only.

    As a parameter `caller: Annotated[Caller, require("admin")]`, or in the route's `dependencies`.
    """
    return Depends(_Roles(*roles))


async def _optional(request: Request) -> Caller | None:
    return connection_of(request).caller


OptionalCaller = Annotated[Caller | None, Depends(_optional)]
"""On a Public route: who calls, if a valid token came."""


async def application(request: Request) -> Any:
    """Return the service's application: `TemplatesDep = Annotated[Templates, Depends(application)]`."""
    return request.app.service.application


def connection_of(request: Request) -> Connection:
    """Return what the middleware knows of the request."""
    connection: Connection = request.scope["sysloom"]
    return connection


def access_of(dependant: Dependant, route: str) -> Access:
    """Return the one rule of access that a route declares; raise `UndeclaredAccess`."""
    rules = {id(call): call for call in _calls(dependant) if isinstance(call, Access)}
    if len(rules) != 1:
        raise UndeclaredAccess(f"{route} must declare exactly one of Public, CallerDep, require(...) and Internal")
    return next(iter(rules.values()))


def _calls(dependant: Dependant) -> list[Any]:
    found = []
    for dependency in dependant.dependencies:
        found += [dependency.call, *_calls(dependency)]
    return found


def caller_id(request: Request) -> UUID | None:
    """Return the calling person's id, if known."""
    caller = connection_of(request).caller
    return caller.user_id if caller else None
