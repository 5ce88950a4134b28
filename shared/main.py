"""What a service is made of, its ASGI app, and the edge: several services behind one port."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import orjson
from fastapi import APIRouter, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from shared.api.access import Public
from shared.api.app import VERSION, Api, with_cors
from shared.api.authentication import Authentication
from shared.api.consistency import ConsistencyTokens, Waiting
from shared.api.docs import docs_routes
from shared.api.health import Readiness, health_routes
from shared.api.kit import Kit
from shared.api.limiting import RateLimit
from shared.api.openapi import merged
from shared.api.owner import owner_routes
from shared.api.routes import Router
from shared.api.seals import Opaque
from shared.consumers.consumer import Consumer
from shared.derivation import derived_key
from shared.plumbing import Plumbing
from shared.settings import ServiceSettings
from shared.tokens import AccessTokens, FindKey, InternalTokens, KeySetClient

_TITLE = "Sysloom"


@dataclass
class Service:
    """One service: what it is called, what it stands on, and what it does over HTTP, on Kafka and unasked.

    `find_key` is given by the service that signs the access tokens; the others fetch its key set. `prepare` runs after
    the migrations, on the open service; `load` before the first request, and never in a worker.
    """

    name: str
    settings: ServiceSettings
    plumbing: Plumbing
    application: Any
    routers: Sequence[APIRouter]
    consumers: Sequence[Consumer] = ()
    jobs: Sequence[Any] = ()
    find_key: FindKey | None = None
    prepare: Callable[[], Awaitable[None]] | None = None
    load: Callable[[], object] | None = None
    cursors: Opaque = field(init=False)
    consistency: ConsistencyTokens = field(init=False)
    idempotency_key: bytes = field(init=False)

    def __post_init__(self) -> None:
        """Derive the keys that its API needs."""
        self.cursors = Opaque(self.settings.master_key, "cursors")
        self.consistency = ConsistencyTokens(self.settings.internal_key)
        self.idempotency_key = derived_key(self.settings.master_key, "idempotency")

    @cached_property
    def readiness(self) -> Readiness:
        """Whether this service is ready."""
        return Readiness(self.name, self.plumbing.database, self.settings.kafka)

    @cached_property
    def api(self) -> Api:
        """The service's own app; raises `UndeclaredAccess` if a route declares no rule of access."""
        if self.load:
            self.load()
        routers = [*self.routers, owner_routes(self)]
        return Api(self.name, self, routers, self._kit)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Open what the service stands on; a server that is down makes requests fail, not the process."""
        await self.plumbing.open()
        try:
            yield
        finally:
            await self.plumbing.close()

    def _kit(self, app: ASGIApp) -> ASGIApp:
        return self.kit(app, RateLimit(self.settings.rate_limit_per_minute))

    def kit(self, app: ASGIApp, rate_limit: RateLimit) -> ASGIApp:
        """Return an app behind this service's middleware."""
        settings = self.settings
        find_key = self.find_key or KeySetClient(self.plumbing.internal.key_set).find
        return Kit(
            app,
            service=self.name,
            application=self.application,
            authentication=Authentication(
                self.name, AccessTokens(settings.public_url, find_key), InternalTokens(self.name, settings.internal_key)
            ),
            trusted_proxies=settings.trusted_proxies,
            rate_limit=rate_limit,
            waiting=Waiting(self.consistency, self.plumbing.database, [consumer.source for consumer in self.consumers]),
        )


class Edge:
    """Sends each request to the service whose routes begin like its path, and the rest to the edge's own app."""

    def __init__(self, apps: Mapping[str, ASGIApp], rest: ASGIApp) -> None:
        """Take the app for each beginning: `v1/templates`, `internal/templates`, `.well-known`."""
        self._apps = dict(apps)
        self._rest = rest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one connection on."""
        if scope["type"] != "http":
            await self._rest(scope, receive, send)
            return
        app = self._apps.get(beginning(scope["path"]), self._rest)
        await app(scope, receive, send)


def beginning(path: str) -> str:
    """Return the part of a path by which the edge finds its service."""
    first, _, rest = path[1:].partition("/")
    second = rest.partition("/")[0]
    match first:
        case "v1" | "internal":
            return f"{first}/{second}"
        case "schemas":
            return f"{first}/{second.partition('.')[0]}"
        case _:
            return first


def edge(services: Sequence[Service]) -> ASGIApp:
    """Return the one app of these services, with their merged documents, health and metrics; `open` each beforehand."""
    apps: dict[str, ASGIApp] = {}
    for service in services:
        for route in service.api.router.routes:
            apps[beginning(getattr(route, "path", "/"))] = service.api
    rest = Api(_TITLE, services[0], _common_routers(services), _unlimited(services[0]))
    return with_cors(Edge(apps, rest), services[0].settings.cors_origins)


def probes(services: Sequence[Service]) -> ASGIApp:
    """Return the app of a process that only works: health and metrics."""
    routers = [health_routes({service.name: service.readiness for service in services})]
    return Api(_TITLE, services[0], routers, _unlimited(services[0]))


def merged_document(services: Sequence[Service]) -> dict[str, Any]:
    """Return the OpenAPI 3.1 document of these services together."""
    rest = Api(_TITLE, None, _common_routers(services), lambda app: app)
    return merged([*(service.api.openapi() for service in services), rest.openapi()], title=_TITLE, version=VERSION)


def _common_routers(services: Sequence[Service]) -> list[APIRouter]:
    router = Router(prefix="", tags=["documentation"])

    @router.get("/openapi.json", dependencies=[Public], include_in_schema=False)
    async def openapi() -> Response:
        """Return the OpenAPI document of all services here."""
        return Response(orjson.dumps(merged_document(services)), media_type="application/json")

    health = health_routes({service.name: service.readiness for service in services})
    return [health, docs_routes(_TITLE), router]


def _unlimited(service: Service) -> Callable[[ASGIApp], ASGIApp]:
    return lambda app: service.kit(app, RateLimit(0))
