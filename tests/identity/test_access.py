"""Who may do what: every route, for every role, on oneself and on others; and tokens that prove nothing."""

import hashlib
import hmac
import json
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable
from typing import Any, NamedTuple
from uuid import UUID, uuid4

import httpx2
import pytest
from joserfc import jwt
from joserfc.jwk import ECKey

from services.identity.api import keys, sessions, users
from services.identity.settings import IdentitySettings
from shared.main import Service
from shared.tokens import AccessTokens, fixed_keys
from tests.identity.conftest import Person, events_of, new_email, registration

ROUTES = sorted(
    (method, route.path)  # type: ignore[attr-defined]
    for router in (users.router, sessions.router, keys.router)
    for route in router.routes
    for method in route.methods  # type: ignore[attr-defined]
)


class Rule(NamedTuple):
    """What a route answers: `nobody` without a token, `own` on oneself, `others` and `admin` on another person."""

    nobody: int
    own: int
    others: int | None = None
    admin: int | None = None


MATRIX = {
    ("POST", "/v1/users"): Rule(201, 201),
    ("GET", "/v1/users/{user_id}"): Rule(401, 200, 404, 200),
    ("PATCH", "/v1/users/{user_id}"): Rule(401, 200, 404, 200),
    ("POST", "/v1/sessions"): Rule(401, 401),
    ("POST", "/v1/sessions/refresh"): Rule(401, 401),
    ("GET", "/.well-known/jwks.json"): Rule(200, 200),
}


def body_of(method: str, route: str) -> dict[str, Any] | None:
    match method, route:
        case "POST", "/v1/users":
            return registration(new_email())
        case "POST", "/v1/sessions":
            return {"email": new_email(), "password": "wrong horse"}
        case "POST", "/v1/sessions/refresh":
            return {"refresh_token": "wrong"}
        case "PATCH", _:
            return {"full_name": "Ada King"}
    return None


async def call(client: httpx2.AsyncClient, method: str, route: str, user_id: UUID | str = "me") -> httpx2.Response:
    return await client.request(method, route.format(user_id=user_id), json=body_of(method, route))


@pytest.fixture
def people(person: Person, admin: Person, auditor: Person) -> dict[str, Person]:
    return {"user": person, "admin": admin, "auditor": auditor}


def test_the_matrix_has_every_route_and_no_other() -> None:
    assert sorted(MATRIX) == ROUTES


@pytest.mark.parametrize(("method", "route"), ROUTES)
async def test_nobody_without_a_token_is_let_in_further_than_the_door(
    nobody: httpx2.AsyncClient, person: Person, method: str, route: str
) -> None:
    answered = await call(nobody, method, route, person.id)
    assert answered.status_code == MATRIX[method, route].nobody
    if "{user_id}" in route:
        assert answered.json()["type"] == "/problems/unauthenticated"


@pytest.mark.parametrize("role", ["user", "admin", "auditor"])
@pytest.mark.parametrize(("method", "route"), ROUTES)
async def test_everybody_may_see_and_change_himself(
    people: dict[str, Person], method: str, route: str, role: str
) -> None:
    assert (await call(people[role].client, method, route)).status_code == MATRIX[method, route].own


@pytest.mark.parametrize("role", ["user", "auditor"])
@pytest.mark.parametrize(("method", "route"), [key for key in ROUTES if "{" in key[1]])
async def test_other_people_do_not_exist_and_asking_is_recorded(
    people: dict[str, Person], stranger: Person, service: Service, method: str, route: str, role: str
) -> None:
    caller = people[role]
    known = len(await events_of(service, "identity.AccessRefused", actor=f"user:{caller.id}"))
    hidden = await call(caller.client, method, route, stranger.id)
    missing = await call(caller.client, method, route, uuid4())
    assert hidden.status_code == missing.status_code == MATRIX[method, route].others
    assert {**hidden.json(), "instance": ""} == {**missing.json(), "instance": ""}
    assert (await stranger.client.get("/v1/users/me")).headers["ETag"] == '"1"'
    refused = (await events_of(service, "identity.AccessRefused", actor=f"user:{caller.id}"))[known]
    assert refused["data"]["entity"]["id"] == str(stranger.id)
    assert refused["data"]["payload"]["route"] == route


@pytest.mark.parametrize(("method", "route"), [key for key in ROUTES if "{" in key[1]])
async def test_an_administrator_sees_and_changes_other_people_which_is_recorded_before_the_answer(
    admin: Person, person: Person, service: Service, method: str, route: str
) -> None:
    answered = await call(admin.client, method, route, person.id)
    assert answered.status_code == MATRIX[method, route].admin
    assert answered.json()["email"] == person.email
    read = [
        event
        for event in await events_of(service, "identity.DataRead", actor=f"user:{admin.id}")
        if event["data"]["entity"]["id"] == str(person.id)
    ]
    assert [event["data"]["payload"]["kind"] for event in read] == ["user"]


async def test_what_an_administrator_changes_is_his_act_on_the_other_persons_data(
    admin: Person, person: Person, service: Service
) -> None:
    await admin.client.patch(person.path, json={"full_name": "Ada King"})
    [event] = await events_of(service, "identity.UserProfileChanged", subject=str(person.id))
    assert event["actor"] == f"user:{admin.id}"
    assert set(event["data"]["sealed"]) == {str(person.id)}
    assert (await person.client.get("/v1/users/me")).json()["full_name"] == "Ada King"


async def test_an_administrator_is_told_who_does_not_exist(admin: Person) -> None:
    assert (await admin.client.get(f"/v1/users/{uuid4()}")).status_code == 404


async def test_ones_own_reads_are_not_recorded_one_by_one(person: Person, service: Service) -> None:
    for _ in range(3):
        await person.client.get("/v1/users/me")
    assert await events_of(service, "identity.DataRead", actor=f"user:{person.id}") == []


async def test_anybody_can_verify_tokens_by_the_published_keys(
    nobody: httpx2.AsyncClient, person: Person, settings: IdentitySettings
) -> None:
    published = await nobody.get("/.well-known/jwks.json")
    assert "max-age" in published.headers["Cache-Control"]
    [key] = published.json()["keys"]
    assert "d" not in key
    verified = await AccessTokens(settings.public_url, fixed_keys(published.json())).verify(
        person.grant["access_token"]
    )
    assert (verified.user_id, verified.role) == (person.id, "user")


Forge = Callable[[IdentitySettings, dict[str, Any]], str]


def signed(settings: IdentitySettings, claims: dict[str, Any], key: ECKey | None = None, **header: Any) -> str:
    header = {"alg": "ES256", "typ": "at+jwt", "kid": settings.signing_key.kid} | header
    return jwt.encode(header, claims, key or settings.signing_key)


def by_hand(header: dict[str, Any], claims: dict[str, Any], secret: bytes | None) -> str:
    def text(data: bytes) -> str:
        return urlsafe_b64encode(data).rstrip(b"=").decode()

    head = f"{text(json.dumps(header).encode())}.{text(json.dumps(claims).encode())}"
    return f"{head}.{text(hmac.digest(secret, head.encode(), hashlib.sha256)) if secret else ''}"


def changed(**changes: Any) -> Forge:
    def forge(settings: IdentitySettings, claims: dict[str, Any]) -> str:
        given = {name: value for name, value in (claims | changes).items() if value is not None}
        return signed(settings, given)

    return forge


def unsigned(settings: IdentitySettings, claims: dict[str, Any]) -> str:
    return by_hand({"alg": "none", "typ": "at+jwt", "kid": settings.signing_key.kid}, claims, None)


def with_the_public_key_as_secret(settings: IdentitySettings, claims: dict[str, Any]) -> str:
    header = {"alg": "HS256", "typ": "at+jwt", "kid": settings.signing_key.kid}
    return by_hand(header, claims, settings.signing_key.as_pem(private=False))


def with_another_key(settings: IdentitySettings, claims: dict[str, Any]) -> str:
    return signed(settings, claims, ECKey.generate_key("P-256"))


def with_a_key_of_its_own(settings: IdentitySettings, claims: dict[str, Any]) -> str:
    key = ECKey.generate_key("P-256")
    return signed(settings, claims, key, kid="mine", jwk=key.as_dict(private=False))


def of_another_type(settings: IdentitySettings, claims: dict[str, Any]) -> str:
    return signed(settings, claims, typ="JWT")


def with_other_claims_under_the_signature(settings: IdentitySettings, claims: dict[str, Any]) -> str:
    one, other = signed(settings, claims).split("."), signed(settings, claims | {"role": "admin"}).split(".")
    return ".".join((other[0], other[1], one[2]))


FORGERIES = {
    "expired": changed(exp=int(time.time()) - 60),
    "of another issuer": changed(iss="https://evil.example"),
    "for another audience": changed(aud="elsewhere"),
    "without expiry": changed(exp=None),
    "without subject": changed(sub=None),
    "without session": changed(sid=None),
    "of no person": changed(sub="admin"),
    "unsigned": unsigned,
    "HS256 with the public key": with_the_public_key_as_secret,
    "signed with another key": with_another_key,
    "with a key of its own": with_a_key_of_its_own,
    "of another type": of_another_type,
    "other claims": with_other_claims_under_the_signature,
    "refresh token": lambda _settings, _claims: "AAAA" * 21,
    "nonsense": lambda _settings, _claims: "a.b.c",
}


@pytest.fixture
def claims(settings: IdentitySettings, admin: Person) -> dict[str, Any]:
    """Return the claims of a good token of an administrator."""
    now = int(time.time())
    claims = {"iss": settings.public_url, "aud": "sysloom", "iat": now, "exp": now + 300, "role": "user"}
    return claims | {"sub": str(admin.id), "sid": str(uuid4()), "jti": str(uuid4())}


async def test_a_token_with_these_claims_is_good(
    nobody: httpx2.AsyncClient, settings: IdentitySettings, claims: dict[str, Any]
) -> None:
    nobody.headers["Authorization"] = f"Bearer {signed(settings, claims)}"
    assert (await nobody.get("/v1/users/me")).status_code == 200


@pytest.mark.parametrize("forge", FORGERIES.values(), ids=FORGERIES)
async def test_a_token_that_proves_nothing_is_refused(
    nobody: httpx2.AsyncClient, settings: IdentitySettings, claims: dict[str, Any], forge: Forge
) -> None:
    token = forge(settings, claims)
    refused = await nobody.get("/v1/users/me", headers={"Authorization": f"Bearer {token}"})
    assert (refused.status_code, refused.json()["type"]) == (401, "/problems/unauthenticated")
    assert 'error="invalid_token"' in refused.headers["WWW-Authenticate"]
    assert token not in refused.text
