"""The audit service in process on a real database, people who ask it, and what it has heard."""

import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID, uuid4

import httpx2
import psycopg
import pytest
from joserfc import jwt
from joserfc.jwk import ECKey

from deploy.local.provision import ServiceDatabase
from services.audit.main import build
from services.audit.projections import Ledger
from services.audit.settings import AuditSettings
from shared.consumers.facts import Received
from shared.main import Service, edge
from shared.tokens import fixed_keys
from tests.databases import environment_of, settings_in

NOWHERE = "127.0.0.1:9"
SIGNING_KEY = ECKey.generate_key("P-256", {"kid": "first", "use": "sig", "alg": "ES256"})
LOGS = "/v1/audit-logs"
COMPLETENESS = "/v1/audit/completeness"

Hear = Callable[..., Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an access token."""

    id: UUID
    client: httpx2.AsyncClient


@pytest.fixture(scope="module")
def internal_url() -> str:
    """Return where the other services are; nowhere, unless a module says otherwise."""
    return f"http://{NOWHERE}"


@pytest.fixture(scope="module")
def settings(databases: dict[str, ServiceDatabase], internal_url: str) -> AuditSettings:
    return settings_in(environment_of(databases, NOWHERE, topic_prefix="", url=internal_url), AuditSettings)


@pytest.fixture(scope="module")
async def service(settings: AuditSettings) -> AsyncIterator[Service]:
    service = build(settings)
    service.find_key = fixed_keys({"keys": [SIGNING_KEY.as_dict(private=False)]})
    async with service.open():
        yield service


@pytest.fixture(scope="module")
def transport(service: Service) -> httpx2.ASGITransport:
    return httpx2.ASGITransport(edge([service]))


@pytest.fixture(scope="module")
def somebody(service: Service, transport: httpx2.ASGITransport) -> Callable[..., Person]:
    """Return a maker of people, each new, with a role."""

    def make(role: str = "user") -> Person:
        person, now = uuid4(), int(time.time())
        claims = {"iss": service.settings.public_url, "aud": "sysloom", "iat": now, "exp": now + 300, "role": role}
        claims |= {"sub": str(person), "sid": str(uuid4()), "jti": str(uuid4())}
        token = jwt.encode({"alg": "ES256", "typ": "at+jwt", "kid": "first"}, claims, SIGNING_KEY)
        headers = {"Authorization": f"Bearer {token}"}
        return Person(person, httpx2.AsyncClient(transport=transport, base_url="http://test", headers=headers))

    return make


@pytest.fixture
def auditor(somebody: Callable[..., Person]) -> Person:
    return somebody("auditor")


@pytest.fixture(scope="module")
def hear(service: Service) -> Hear:
    """Return what puts events into the audit log, those of a shard together."""
    ledger = Ledger()

    async def append(*events: Received) -> None:
        for _, shard in groupby(events, key=lambda event: (event.source, event.shard)):
            async with service.plumbing.database.transaction() as rows:
                await ledger.append(list(shard), rows)

    return append


@pytest.fixture(scope="module")
def owner(databases: dict[str, ServiceDatabase]) -> Iterator[psycopg.Connection]:
    """Return a connection of the owner of the tables, committing each statement."""
    with closing(psycopg.connect(databases["audit"].owner_url, autocommit=True)) as connection:
        yield connection
