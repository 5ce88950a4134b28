"""Routes that check access first, then read the body strictly, and only then let FastAPI work."""

from collections.abc import Callable, Coroutine
from dataclasses import replace
from enum import Enum
from functools import wraps
from inspect import iscoroutinefunction
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.dependencies.models import Dependant
from fastapi.params import Depends
from fastapi.routing import APIRoute

from shared.api.access import access_of
from shared.api.bodies import MAX_BODY_BYTES, parse
from shared.api.problems import Problem

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class _StrictRequest(Request):
    """A request whose JSON is parsed strictly."""

    async def json(self) -> Any:
        """Return the parsed body; raise `Problem`."""
        if not hasattr(self, "_json"):
            self._json = parse(await self.body())
        return self._json


class Route(APIRoute):
    """A route of the kit. Raises `UndeclaredAccess` when it is declared without a rule of access."""

    def get_route_handler(self) -> Handler:
        """Return FastAPI's handler behind the check of access and of the body."""
        whole, self.dependant = self.dependant, _to_solve(self.dependant)
        handle = super().get_route_handler()
        self.dependant = whole
        check = access_of(self.dependant, f"{'|'.join(sorted(self.methods or ()))} {self.path}").check

        async def guarded(request: Request) -> Response:
            check(request.scope["sysloom"])
            return await handle(request)

        async def guarded_with_body(request: Request) -> Response:
            check(request.scope["sysloom"])
            request = _StrictRequest(request.scope, request.receive)
            body = await request.body()
            if len(body) > MAX_BODY_BYTES:
                raise Problem("too-large", f"The body is longer than {MAX_BODY_BYTES} bytes.")
            if body and not _is_json(request.scope["sysloom.headers"].get(b"content-type", b"")):
                raise Problem("unsupported-media-type", "The body must be sent as application/json.")
            if body:
                # parsed here because FastAPI would turn any error of parsing into a vague 400
                await request.json()
            return await handle(request)

        return guarded_with_body if self.body_field else guarded


class Router(APIRouter):
    """A service's group of routes, under `/v1` unless told otherwise."""

    def __init__(
        self, *, prefix: str = "/v1", tags: list[str | Enum] | None = None, dependencies: list[Depends] | None = None
    ) -> None:
        """Take what all routes of the group share."""
        super().__init__(prefix=prefix, tags=tags, dependencies=dependencies, route_class=Route, redirect_slashes=False)


_CONNECTION = "the connection"  # no parameter can have this name


def _to_solve(dependant: Dependant) -> Dependant:
    """Return what FastAPI has to solve of a route: dependencies that take nothing but the request are called at once.

    FastAPI takes longer to find that out anew at each request than all of the kit's dependencies take to answer.
    """
    endpoint: Any = dependant.call
    simple = [each for each in dependant.dependencies if _takes_only_the_request(each)]
    if not simple or not iscoroutinefunction(endpoint):
        return dependant

    @wraps(endpoint)
    async def call(**values: Any) -> Any:
        request = values.pop(_CONNECTION)
        for each in simple:
            ask: Any = each.call
            answer = await (ask(request) if each.request_param_name else ask())
            if each.name:
                values[each.name] = answer
        return await endpoint(**values)

    others = [each for each in dependant.dependencies if each not in simple]
    return replace(dependant, dependencies=others, call=call, http_connection_param_name=_CONNECTION)


def _takes_only_the_request(dependant: Dependant) -> bool:
    harmless = ("name", "call", "request_param_name", "path", "use_cache", "own_oauth_scopes", "parent_oauth_scopes")
    bare = Dependant(**{name: getattr(dependant, name) for name in harmless})
    is_async = iscoroutinefunction(dependant.call) or iscoroutinefunction(type(dependant.call).__call__)
    return is_async and dependant == bare


def _is_json(content_type: bytes) -> bool:
    if content_type == b"application/json":
        return True
    kind, _, parameters = content_type.partition(b";")
    charset = parameters.strip().lower()
    return kind.strip().lower() == b"application/json" and charset in {b"", b"charset=utf-8", b'charset="utf-8"'}
