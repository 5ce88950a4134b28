"""A small service with one route of each kind, without a database: what the API kit is tested on."""

import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Annotated, Any
from uuid import UUID, uuid4

import httpx2
import pytest
from fastapi import Depends, Response
from joserfc import jwt
from joserfc.jwk import ECKey
from pydantic import BaseModel

from shared.aggregates import Conflict, Hidden
from shared.api.access import CallerDep, Internal, Public, application, require
from shared.api.answers import Answer, IfMatch, answers
from shared.api.bodies import Body, Name, Text, max_bytes
from shared.api.paging import Page, PagingDep
from shared.api.routes import Router
from shared.context import current
from shared.main import Service, edge
from shared.positions import Head, Position
from shared.tokens import Caller, fixed_keys

ISSUER = "https://sysloom.example"
_AT = datetime(2026, 1, 1, tzinfo=UTC)


class NewThing(Body):
    name: Name
    content: Annotated[Text, max_bytes(64)] | None = None
    context: dict[str, Any] | None = None


class ThingBody(BaseModel):
    id: UUID
    name: str


@dataclass
class Thing:
    name: str
    id: UUID = field(default_factory=uuid4)
    version: int = 1


class Things:
    """Stands in for an application: keeps what it is told."""

    def __init__(self) -> None:
        self.refusals: list[dict[str, Any]] = []
        self.answers: dict[tuple[UUID, str], SimpleNamespace] = {}
        self.created: list[Thing] = []

    async def create_thing(self, name: str) -> Thing:
        thing = Thing(name)
        self.created.append(thing)
        context = current()
        context.recorded.append(Position("things", 1, 3, len(self.created), _AT))
        if kept := context.idempotency:
            answer = kept.answer(thing) if kept.answer else b""
            self.answers[context.user_id or UUID(int=0), kept.key] = SimpleNamespace(digest=kept.digest, answer=answer)
        return thing

    async def stored_answer(self, caller: UUID, key: str) -> SimpleNamespace | None:
        return self.answers.get((caller, key))

    async def record_refusal(self, **what: Any) -> None:
        self.refusals.append(what)


def thing_body(thing: Thing) -> ThingBody:
    return ThingBody(id=thing.id, name=thing.name)


ThingsDep = Annotated[Things, Depends(application)]


def routes() -> Router:
    router = Router(tags=["things"])

    @router.post("/things")
    async def create_thing(
        body: NewThing, things: ThingsDep, caller: CallerDep, answer: Annotated[Answer, answers(thing_body, 201)]
    ) -> Response:
        """Create a thing."""
        assert caller.user_id == current().user_id
        return answer(await things.create_thing(body.name))

    @router.post("/secrets", dependencies=[Public])
    async def create_secret(
        body: NewThing, things: ThingsDep, answer: Annotated[Answer, answers(thing_body, 201, secret=True)]
    ) -> Response:
        return answer(await things.create_thing(body.name))

    @router.get("/things", response_model=Page[ThingBody])
    async def list_things(paging: PagingDep, caller: CallerDep, category: str | None = None) -> Response:
        del caller, category
        start = paging.after[0] if paging.after else 0
        things = [
            Thing(str(number), UUID(int=number)) for number in range(start + 1, min(start + paging.limit + 1, 5) + 1)
        ]
        return paging(things, thing_body, lambda thing: (int(thing.name), thing.id, _AT))

    @router.get("/things/{thing_id}")
    async def read_thing(thing_id: UUID, caller: CallerDep, answer: Annotated[Answer, answers(thing_body)]) -> Response:
        del caller
        return answer(Thing("read", thing_id, 3))

    @router.patch("/things/{thing_id}", dependencies=[require("user")])
    async def change_thing(thing_id: UUID, if_match: IfMatch) -> dict[str, int | None]:
        del thing_id
        return {"if_match": if_match}

    @router.delete("/things/{thing_id}", dependencies=[require("admin", "auditor")])
    async def delete_thing(thing_id: UUID, answer: Annotated[Answer, answers(None, 204)]) -> Response:
        return answer(Thing("gone", thing_id, 4))

    @router.get("/hidden/{thing_id}")
    async def read_hidden(thing_id: UUID, caller: CallerDep) -> Response:
        raise Hidden(f"{thing_id} is not of {caller.user_id}")

    @router.get("/context", dependencies=[Public])
    async def tell_context() -> dict[str, Any]:
        context = current()
        return {
            name: str(getattr(context, name))
            for name in ("actor", "request_id", "traceparent", "ip_address", "user_agent")
        }

    @router.get("/failure", dependencies=[Public])
    async def fail(how: str) -> Response:
        raise {"error": RuntimeError("secret text"), "conflict": Conflict("somebody was faster")}[how]

    return router


def internal_routes() -> Router:
    router = Router(prefix="")

    @router.get("/internal/things/peer")
    async def tell_peer(peer: Annotated[str, Internal]) -> str:
        return peer

    return router


class _Log:
    async def heads(self) -> list[Head]:
        return [Head(3, 1, 7, _AT)]


class _Plumbing:
    database = None
    keys = None
    log = _Log()


@pytest.fixture(scope="session")
def signing_key() -> ECKey:
    return ECKey.generate_key("P-256", {"kid": "first", "use": "sig", "alg": "ES256"})


@pytest.fixture
def token(signing_key: ECKey) -> Callable[..., str]:
    """Return a maker of access tokens: claims may be overridden, None leaves one out."""

    def make(header: dict[str, Any] | None = None, key: Any = signing_key, **claims: Any) -> str:
        now = int(time.time())
        given = {"iss": ISSUER, "aud": "sysloom", "iat": now, "exp": now + 300, "sub": str(uuid4()), "role": "user"}
        given |= {"sid": str(uuid4()), "jti": str(uuid4())} | claims
        given = {name: value for name, value in given.items() if value is not None}
        head = {"alg": "ES256", "typ": "at+jwt", "kid": "first"} | (header or {})
        return jwt.encode(head, given, key, algorithms=[head["alg"]])

    return make


@pytest.fixture
def settings() -> SimpleNamespace:
    return SimpleNamespace(
        public_url=ISSUER,
        internal_url="http://127.0.0.1:9",
        internal_key=b"i" * 32,
        master_key=b"m" * 32,
        kafka="127.0.0.1:9",
        trusted_proxies=[],
        cors_origins=[],
        rate_limit_per_minute=10_000,
    )


@pytest.fixture
def things() -> Things:
    return Things()


@pytest.fixture
def service(settings: Any, things: Things, signing_key: ECKey) -> Service:
    keys = fixed_keys({"keys": [signing_key.as_dict(private=False)]})
    plumbing: Any = _Plumbing()
    return Service("things", settings, plumbing, things, [routes(), internal_routes()], find_key=keys)


@pytest.fixture
async def client(service: Service) -> AsyncIterator[httpx2.AsyncClient]:
    """Return a client of the service behind its edge."""
    transport = httpx2.ASGITransport(edge([service]))
    async with httpx2.AsyncClient(transport=transport, base_url="http://test") as client:
        yield client


@pytest.fixture
async def person(client: httpx2.AsyncClient, token: Callable[..., str]) -> httpx2.AsyncClient:
    """Return the client with an access token of a person with the role user."""
    client.headers["Authorization"] = f"Bearer {token()}"
    return client


__all__ = ["Caller"]
