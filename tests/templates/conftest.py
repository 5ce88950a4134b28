"""The templates service in process on a real database, and people who call it."""

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
from services.templates.main import build
from services.templates.settings import TemplatesSettings
from shared.main import Service, edge
from shared.tokens import fixed_keys
from tests.databases import environment_of, settings_in

NO_KAFKA = "127.0.0.1:9"
SIGNING_KEY = ECKey.generate_key("P-256", {"kid": "first", "use": "sig", "alg": "ES256"})
TEMPLATES = "/v1/templates"
COACH = {"name": "Coach", "content": "You are {{ role }}.", "category": "coaching", "description": "Coaches."}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an access token."""

    id: UUID
    client: httpx2.AsyncClient

    async def writes(self, *, public: bool = False, **body: Any) -> dict[str, Any]:
        """Create a template, publish it if asked to, and return it."""
        response = await self.client.post(TEMPLATES, json=COACH | body)
        assert response.status_code == 201, response.text
        if public:
            response = await self.client.post(f"{response.headers['location']}/publication")
            assert response.status_code == 200, response.text
        made: dict[str, Any] = response.json()
        return made


@pytest.fixture(scope="module")
def settings(databases: dict[str, ServiceDatabase]) -> TemplatesSettings:
    return settings_in(environment_of(databases, NO_KAFKA, topic_prefix=""), TemplatesSettings)


@pytest.fixture(scope="module")
async def service(settings: TemplatesSettings) -> AsyncIterator[Service]:
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
def author(somebody: Callable[..., Person]) -> Person:
    return somebody()


@pytest.fixture
def stranger(somebody: Callable[..., Person]) -> Person:
    return somebody()


@pytest.fixture
def admin(somebody: Callable[..., Person]) -> Person:
    return somebody("admin")
