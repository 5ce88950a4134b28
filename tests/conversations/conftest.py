"""The service in process on a real database, and people who call it."""

import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import httpx2
import pytest
from joserfc import jwt
from joserfc.jwk import ECKey

from deploy.local.provision import ServiceDatabase
from services.conversations.main import build
from services.conversations.settings import ConversationsSettings
from shared.main import Service, edge
from shared.tokens import fixed_keys
from tests.databases import environment_of, settings_in

NO_KAFKA = "127.0.0.1:9"
SIGNING_KEY = ECKey.generate_key("P-256", {"kid": "first", "use": "sig", "alg": "ES256"})


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an access token."""

    id: UUID
    client: httpx2.AsyncClient

    async def starts(self, **body: Any) -> dict[str, Any]:
        """Start a conversation and return it."""
        return await self.created("/v1/conversations", body)

    async def asks(self, conversation: dict[str, Any], user_input: str, **body: Any) -> dict[str, Any]:
        """Submit a prompt and return it."""
        return await self.created(f"/v1/conversations/{conversation['id']}/prompts", {"user_input": user_input, **body})

    async def created(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        response = await self.client.post(path, json=body)
        assert response.status_code == 201, response.text
        made: dict[str, Any] = response.json()
        return made


@pytest.fixture(scope="module")
def settings(databases: dict[str, ServiceDatabase]) -> ConversationsSettings:
    return settings_in(environment_of(databases, NO_KAFKA, topic_prefix=""), ConversationsSettings)


@pytest.fixture(scope="module")
async def service(settings: ConversationsSettings) -> AsyncIterator[Service]:
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
def person(somebody: Callable[..., Person]) -> Person:
    return somebody()


@pytest.fixture
def stranger(somebody: Callable[..., Person]) -> Person:
    return somebody()
