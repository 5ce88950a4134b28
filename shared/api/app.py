"""The ASGI app of one service: FastAPI's router and documents behind the kit's own middleware."""

from collections.abc import Callable, Sequence
from typing import Any, get_type_hints

from fastapi import FastAPI
from fastapi.middleware.asyncexitstack import AsyncExitStackMiddleware
from fastapi.routing import APIRouter
from fastapi.utils import create_model_field, is_body_allowed_for_status_code
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp

from shared.api.access import UndeclaredAccess, access_of
from shared.api.answers import Answering
from shared.api.openapi import finished
from shared.api.routes import Route

VERSION = "1.0.0"
_EXPOSED = ["Consistency-Token", "ETag", "Idempotency-Replayed", "Location", "RateLimit", "RateLimit-Policy"]
_EXPOSED += ["Retry-After", "X-Request-ID", "traceparent"]


class Api(FastAPI):
    """A FastAPI app whose whole middleware is what `wrap` puts around the router. `service` is for dependencies."""

    def __init__(
        self,
        title: str,
        service: Any,
        routers: Sequence[APIRouter],
        wrap: Callable[[ASGIApp], ASGIApp],
    ) -> None:
        """Take over the routes of the routers; raise `UndeclaredAccess` for one without a rule of access."""
        super().__init__(
            title=title, version=VERSION, openapi_url=None, docs_url=None, redoc_url=None,
            redirect_slashes=False,
        )  # fmt: skip
        self.service = service
        self._wrap = wrap
        for router in routers:
            for route in router.routes:
                if not isinstance(route, Route):
                    raise UndeclaredAccess(
                        f"{getattr(route, 'path', route)} must be a route of shared.api.routes.Router"
                    )
                _describe(route)
                self.router.routes.append(route)

    def build_middleware_stack(self) -> ASGIApp:
        """Return the router behind the kit: errors become problems there, so FastAPI's own layers are not needed."""
        return self._wrap(AsyncExitStackMiddleware(self.router))

    def openapi(self) -> dict[str, Any]:
        """Return the OpenAPI 3.1 document."""
        if not self.openapi_schema:
            self.openapi_schema = finished(super().openapi())
        return self.openapi_schema


def _describe(route: Route) -> None:
    """Say for the OpenAPI document what the route's `answers` dependency and rule of access already know."""
    rule = access_of(route.dependant, route.path)
    route.include_in_schema = route.include_in_schema and rule.published
    if rule.needs_token:
        route.openapi_extra = {"security": [{"bearer": []}], **(route.openapi_extra or {})}
    answering = next((d.call for d in route.dependant.dependencies if isinstance(d.call, Answering)), None)
    if answering is None:
        return
    route.status_code = route.status_code or answering.status
    model = get_type_hints(answering.represent).get("return") if answering.represent else None
    if model and route.response_field is None and is_body_allowed_for_status_code(route.status_code):
        name = f"Response_{route.unique_id}"
        route.response_field = create_model_field(name=name, type_=model, mode="serialization")


def with_cors(app: ASGIApp, origins: Sequence[str]) -> ASGIApp:
    """Return the app with cross-origin requests allowed from these origins."""
    if not origins:
        return app
    return CORSMiddleware(
        app,
        allow_origins=origins,
        allow_methods=["GET", "POST", "PUT", "PATCH", "DELETE"],
        allow_headers=["Authorization", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match", "Wait-For"],
        expose_headers=_EXPOSED,
        max_age=600,
    )
