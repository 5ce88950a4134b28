"""Identity in process on a real database, and people who call it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import httpx2
import pytest

from deploy.local.provision import ServiceDatabase
from services.identity.main import build
from services.identity.settings import IdentitySettings
from shared.main import Service, edge
from tests.databases import environment_of, settings_in

NO_KAFKA = "127.0.0.1:9"
PASSWORD = "correct horse battery"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an account who has logged in."""

    id: UUID
    email: str
    client: httpx2.AsyncClient
    grant: dict[str, Any]

    @property
    def path(self) -> str:
        return f"/v1/users/{self.id}"


@pytest.fixture(scope="module")
def settings(databases: dict[str, ServiceDatabase]) -> IdentitySettings:
    return settings_in(
        environment_of(databases, NO_KAFKA, topic_prefix="", IDENTITY_BCRYPT_COST="10"), IdentitySettings
    )


@pytest.fixture(scope="module")
async def service(settings: IdentitySettings) -> AsyncIterator[Service]:
    """Return the service after `sysloom migrate`: with its first administrator and auditor."""
    service = build(settings)
    async with service.open():
        assert service.prepare
        await service.prepare()
        yield service


@pytest.fixture(scope="module")
def transport(service: Service) -> httpx2.ASGITransport:
    return httpx2.ASGITransport(edge([service]))


@pytest.fixture
async def nobody(transport: httpx2.ASGITransport) -> AsyncIterator[httpx2.AsyncClient]:
    """Return a client without a token."""
    async with httpx2.AsyncClient(transport=transport, base_url="http://test") as client:
        yield client


LogIn = Callable[..., Awaitable[Person]]


@pytest.fixture(scope="module")
def log_in(transport: httpx2.ASGITransport) -> LogIn:
    """Return what logs somebody in."""

    async def start(email: str, password: str = PASSWORD) -> Person:
        client = httpx2.AsyncClient(transport=transport, base_url="http://test")
        answered = await client.post("/v1/sessions", json={"email": email, "password": password})
        assert answered.status_code == 201, answered.text
        client.headers["Authorization"] = f"Bearer {answered.json()['access_token']}"
        me = (await client.get("/v1/users/me")).json()
        return Person(UUID(me["id"]), me["email"], client, answered.json())

    return start


@pytest.fixture
def somebody(nobody: httpx2.AsyncClient, log_in: LogIn) -> Callable[..., Awaitable[Person]]:
    """Return a maker of people, each new, with the role user."""

    async def make(email: str | None = None, full_name: str = "Ada Lovelace") -> Person:
        email = email or new_email()
        registered = await nobody.post("/v1/users", json=registration(email, full_name=full_name))
        assert registered.status_code == 201, registered.text
        return await log_in(email)

    return make


@pytest.fixture
async def person(somebody: Callable[..., Awaitable[Person]]) -> Person:
    return await somebody()


@pytest.fixture
async def stranger(somebody: Callable[..., Awaitable[Person]]) -> Person:
    return await somebody()


@pytest.fixture(scope="module")
async def admin(settings: IdentitySettings, log_in: LogIn) -> Person:
    assert settings.bootstrap_admin_email
    assert settings.bootstrap_admin_password
    return await log_in(settings.bootstrap_admin_email, settings.bootstrap_admin_password.get_secret_value())


@pytest.fixture(scope="module")
async def auditor(settings: IdentitySettings, log_in: LogIn) -> Person:
    assert settings.bootstrap_auditor_email
    assert settings.bootstrap_auditor_password
    return await log_in(settings.bootstrap_auditor_email, settings.bootstrap_auditor_password.get_secret_value())


def new_email() -> str:
    return f"{uuid4().hex}@example.com"


def registration(email: str, **changes: Any) -> dict[str, Any]:
    return {"email": email, "password": PASSWORD, "full_name": "Ada Lovelace"} | changes


async def events_of(service: Service, topic: str, **said: str) -> list[dict[str, Any]]:
    """Return the stored envelopes of one type whose attributes say so, oldest first."""
    rows = await service.plumbing.database.fetch(
        "SELECT convert_from(body, 'UTF8')::jsonb AS body FROM events WHERE topic = %s ORDER BY event_id", [topic]
    )
    bodies = [row["body"] for row in rows]
    return [body for body in bodies if all(body.get(name) == value for name, value in said.items())]
