"""Each route has one rule of access, and it is kept before anything else is looked at."""

import hmac
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable
from typing import Any

import httpx2
import orjson
import pytest
from fastapi import APIRouter
from joserfc.jwk import ECKey

from shared.api.access import CallerDep, Public, UndeclaredAccess
from shared.api.routes import Router
from shared.main import Service
from shared.tokens import InternalTokens, KeySetClient, KeysUnavailable

MakeToken = Callable[..., str]


async def ask(client: httpx2.AsyncClient, token: str) -> httpx2.Response:
    return await client.get("/v1/things", headers={"Authorization": f"Bearer {token}"})


def test_a_route_without_a_rule_cannot_be_declared() -> None:
    router = Router()
    with pytest.raises(UndeclaredAccess, match="GET /v1/open"):

        @router.get("/open")
        async def read() -> None: ...


def test_a_route_with_two_rules_cannot_be_declared() -> None:
    router = Router(dependencies=[Public])
    with pytest.raises(UndeclaredAccess):

        @router.get("/both")
        async def read(caller: CallerDep) -> None: ...


def test_a_service_with_a_route_of_another_kind_does_not_start(service: Service) -> None:
    plain = APIRouter()

    @plain.get("/v1/plain")
    async def read() -> None: ...

    service.routers = [plain]
    with pytest.raises(UndeclaredAccess, match="/v1/plain"):
        _ = service.api


async def test_without_a_token_the_answer_is_401_with_a_challenge(client: httpx2.AsyncClient) -> None:
    response = await client.post("/v1/things", content=b"{not json")
    assert response.status_code == 401
    assert response.headers["www-authenticate"] == 'Bearer realm="sysloom"'
    assert response.headers["content-type"] == "application/problem+json"


async def test_a_valid_token_is_accepted_again_and_again(client: httpx2.AsyncClient, token: MakeToken) -> None:
    valid = token()
    assert [(await ask(client, valid)).status_code for _ in range(3)] == [200, 200, 200]


@pytest.mark.parametrize(
    "claims",
    [
        {"exp": 1},
        {"exp": None},
        {"iss": "https://elsewhere.example"},
        {"aud": "another"},
        {"iat": int(time.time()) + 3600},
        {"sub": "not a uuid"},
        {"sub": None},
        {"role": None},
        {"sid": None},
        {"jti": None},
    ],
)
async def test_wrong_claims_are_refused(client: httpx2.AsyncClient, token: MakeToken, claims: dict[str, Any]) -> None:
    response = await ask(client, token(**claims))
    assert response.status_code == 401
    assert 'error="invalid_token"' in response.headers["www-authenticate"]


async def test_another_type_of_token_is_refused(client: httpx2.AsyncClient, token: MakeToken) -> None:
    assert (await ask(client, token(header={"typ": "JWT"}))).status_code == 401


async def test_a_forged_signature_is_refused(client: httpx2.AsyncClient, token: MakeToken) -> None:
    forger = ECKey.generate_key("P-256", {"kid": "first"})
    assert (await ask(client, token(key=forger))).status_code == 401
    head, claims, signature = token().split(".")
    assert (await ask(client, f"{head}.{claims}x.{signature}")).status_code == 401


async def test_an_unsigned_token_is_refused(client: httpx2.AsyncClient, token: MakeToken) -> None:
    claims = token().split(".")[1]
    for alg in ("none", "NONE"):
        head = urlsafe_b64encode(orjson.dumps({"alg": alg, "typ": "at+jwt", "kid": "first"})).decode().rstrip("=")
        assert (await ask(client, f"{head}.{claims}.")).status_code == 401


async def test_hs256_with_the_public_key_as_secret_is_refused(
    client: httpx2.AsyncClient, token: MakeToken, signing_key: ECKey
) -> None:
    def encoded(part: bytes) -> str:
        return urlsafe_b64encode(part).decode().rstrip("=")

    claims = token().split(".")[1]
    for secret in (signing_key.as_pem(private=False), orjson.dumps(signing_key.as_dict(private=False))):
        signed = encoded(orjson.dumps({"alg": "HS256", "typ": "at+jwt", "kid": "first"})) + "." + claims
        forged = f"{signed}.{encoded(hmac.digest(secret, signed.encode(), 'sha256'))}"
        assert (await ask(client, forged)).status_code == 401


@pytest.mark.parametrize("text", ["x", "a.b.c", "....", "é.é.é", "W10.W10.W10", "bnVsbA.bnVsbA.", " "])
async def test_nonsense_for_a_token_is_refused(client: httpx2.AsyncClient, text: str) -> None:
    response = await client.get("/v1/things", headers=[(b"Authorization", f"Bearer {text}".encode())])
    assert response.status_code == 401


async def test_another_scheme_is_refused(client: httpx2.AsyncClient) -> None:
    assert (await client.get("/v1/things", headers={"Authorization": "Basic eDp5"})).status_code == 401


async def test_a_public_route_does_not_mind_a_bad_token(client: httpx2.AsyncClient) -> None:
    assert (await client.get("/v1/context", headers={"Authorization": "Bearer x"})).status_code == 200


async def test_a_role_that_may_not_is_refused_and_recorded(person: httpx2.AsyncClient, things: Any) -> None:
    response = await person.delete("/v1/things/00000000-0000-7000-8000-000000000001")
    assert response.status_code == 403
    assert response.json()["type"] == "/problems/forbidden"
    [refusal] = things.refusals
    assert (refusal["route"], refusal["method"], refusal["status"]) == ("/v1/things/{thing_id}", "DELETE", 403)
    assert (refusal["entity"], refusal["entity_id"].int & 0xF) == ("thing", 1)


async def test_one_of_the_roles_suffices(client: httpx2.AsyncClient, token: MakeToken) -> None:
    response = await client.delete(
        "/v1/things/00000000-0000-7000-8000-000000000001", headers={"Authorization": f"Bearer {token(role='auditor')}"}
    )
    assert (response.status_code, response.content) == (204, b"")


async def test_what_is_hidden_answers_like_nothing_and_is_recorded(person: httpx2.AsyncClient, things: Any) -> None:
    response = await person.get("/v1/hidden/00000000-0000-7000-8000-000000000001")
    assert response.status_code == 404
    assert response.json()["detail"] == "There is no such thing."
    assert things.refusals[0]["status"] == 404


async def test_an_unrecorded_refusal_is_not_answered(
    person: httpx2.AsyncClient, things: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(**_: Any) -> None:
        raise OSError

    monkeypatch.setattr(things, "record_refusal", broken)
    assert (await person.get("/v1/hidden/00000000-0000-7000-8000-000000000001")).status_code == 500


async def test_internal_routes_are_for_services_only(client: httpx2.AsyncClient, token: MakeToken) -> None:
    async def status(shown: str) -> int:
        response = await client.get("/internal/things/peer", headers={"Authorization": f"Bearer {shown}"})
        return response.status_code

    audit = InternalTokens("audit", b"i" * 32)
    assert await status(audit.issue("things")) == 200
    assert await status(audit.issue("identity")) == 401
    assert await status(InternalTokens("audit", b"x" * 32).issue("things")) == 401
    assert await status(token()) == 401
    assert (await client.get("/internal/things/peer")).status_code == 401


async def test_an_internal_token_opens_no_other_route(client: httpx2.AsyncClient) -> None:
    shown = InternalTokens("audit", b"i" * 32).issue("things")
    assert (await ask(client, shown)).status_code == 401


async def test_the_key_set_is_fetched_again_at_most_once_a_minute(signing_key: ECKey) -> None:
    fetched = 0

    async def fetch() -> dict[str, Any]:
        nonlocal fetched
        fetched += 1
        return {"keys": [signing_key.as_dict(private=False)]}

    keys = KeySetClient(fetch)
    assert await keys.find("first")
    assert [await keys.find("unknown") for _ in range(3)] == [None, None, None]
    assert fetched == 1


async def test_without_any_key_set_nothing_can_be_said() -> None:
    async def fetch() -> dict[str, Any]:
        raise OSError

    with pytest.raises(KeysUnavailable):
        await KeySetClient(fetch).find("first")
