"""Sessions over HTTP: begun with a password, kept going with refresh tokens, ended when one of them comes twice."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import httpx2
import pytest

from services.identity.main import build
from services.identity.settings import IdentitySettings
from services.identity.tokens import RefreshToken
from shared.main import Service, edge
from tests.identity.conftest import PASSWORD, Person, events_of, new_email

LogIn = Callable[..., Awaitable[Person]]


async def session_of(service: Service, grant: dict[str, Any]) -> dict[str, Any]:
    id_ = RefreshToken.read(grant["refresh_token"]).session_id
    row = await service.plumbing.database.fetch_one("SELECT * FROM sessions WHERE id = %s", [id_])
    assert row
    return row


async def refresh(client: httpx2.AsyncClient, token: str) -> httpx2.Response:
    return await client.post("/v1/sessions/refresh", json={"refresh_token": token})


def problem(answered: httpx2.Response) -> tuple[int, str]:
    return answered.status_code, answered.json()["type"].removeprefix("/problems/")


async def test_a_password_gets_an_access_token_and_a_refresh_token(nobody: httpx2.AsyncClient, person: Person) -> None:
    began = datetime.now(UTC)
    answered = await nobody.post("/v1/sessions", json={"email": person.email.upper(), "password": PASSWORD})
    grant = answered.json()
    assert answered.status_code == 201
    assert grant.keys() == {"access_token", "token_type", "expires_in", "refresh_token"}
    assert (grant["token_type"], grant["expires_in"]) == ("Bearer", 600)
    assert answered.headers["Cache-Control"] == "no-store"
    nobody.headers["Authorization"] = f"Bearer {grant['access_token']}"
    me = (await nobody.get("/v1/users/me")).json()
    assert me["id"] == str(person.id)
    assert began <= datetime.fromisoformat(me["last_login_at"]) <= datetime.now(UTC)
    assert me["version"] == 1


async def test_logging_in_is_an_act_of_the_person_with_where_he_did_it_sealed_for_him(
    person: Person, service: Service
) -> None:
    [event] = await events_of(service, "identity.SessionStarted", actor=f"user:{person.id}")
    assert event["data"]["entity"]["action"] == "login"
    assert event["data"]["new_values"]["user_id"] == str(person.id)
    assert set(event["data"]["request"]) == {"ip_address", "user_agent"}
    key = await service.plumbing.keys.of(person.id)
    assert key.open(UUID(event["id"]), "user_agent", event["data"]["request"]["user_agent"]).startswith(b"python-httpx")


async def test_refresh_tokens_are_kept_as_hashes_only(person: Person, service: Service) -> None:
    token = RefreshToken.read(person.grant["refresh_token"])
    row = await session_of(service, person.grant)
    assert (row["user_id"], row["session_hash"]) == (person.id, token.hashes().session)
    assert row["token_hash"] == token.hashes().token
    for secret in (token.session_secret, token.secret):
        assert secret.hex() not in repr(row)


@pytest.mark.parametrize("email", [None, "nobody-has-this@example.com"])
async def test_a_wrong_password_and_an_unknown_address_are_refused_alike(
    nobody: httpx2.AsyncClient, person: Person, email: str | None
) -> None:
    refused = await nobody.post("/v1/sessions", json={"email": email or person.email, "password": "wrong horse"})
    assert refused.status_code == 401
    assert refused.headers["WWW-Authenticate"] == 'Bearer realm="sysloom"'
    assert {**refused.json(), "instance": ""} == {
        "type": "/problems/bad-credentials",
        "title": "Bad credentials",
        "status": 401,
        "detail": "The e-mail address or the password is wrong.",
        "instance": "",
    }


@pytest.mark.parametrize("change", ["is_active = false", "deleted_at = now()", "password_hash = NULL"])
async def test_an_account_that_is_closed_or_has_no_password_is_refused_alike(
    nobody: httpx2.AsyncClient, person: Person, service: Service, change: str
) -> None:
    await service.plumbing.database.execute(f"UPDATE users SET {change} WHERE id = %s", [person.id])  # noqa: S608
    refused = await nobody.post("/v1/sessions", json={"email": person.email, "password": PASSWORD})
    assert problem(refused) == (401, "bad-credentials")


async def test_a_failed_log_in_is_recorded_for_the_owner_of_the_account(
    nobody: httpx2.AsyncClient, person: Person, service: Service
) -> None:
    await nobody.post("/v1/sessions", json={"email": person.email, "password": "wrong horse"})
    [event] = [
        event
        for event in await events_of(service, "identity.LoginFailed")
        if event["data"]["entity"]["id"] == str(person.id)
    ]
    assert event["data"]["payload"] == {"reason": "wrong_password"}
    assert event["data"]["entity"]["outcome"] == "failed"
    assert "actor" not in event
    key = await service.plumbing.keys.of(person.id)
    sealed = event["data"]["sealed"][str(person.id)]
    assert person.email.encode() in key.open(UUID(event["id"]), "values", sealed)


async def test_a_failed_log_in_to_no_account_is_recorded_under_the_key_of_the_month(
    nobody: httpx2.AsyncClient, service: Service
) -> None:
    email = new_email()
    await nobody.post("/v1/sessions", json={"email": email, "password": PASSWORD})
    event = (await events_of(service, "identity.LoginFailed"))[-1]
    assert event["data"]["payload"] == {"reason": "unknown_email"}
    assert event["data"]["entity"]["id"] is None
    key = await service.plumbing.keys.of_nobody()
    assert email.encode() in key.open(UUID(event["id"]), "values", event["data"]["sealed"][str(key.person)])


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"password": "secretword" + "x" * 63}, 422),
        ({"password": ""}, 422),
        ({"password": None}, 422),
        ({"email": "nobody"}, 422),
        ({"remember": True}, 422),
        ({"password": "secretword\0"}, 400),
    ],
)
async def test_what_cannot_be_a_log_in_is_refused_without_an_echo(
    nobody: httpx2.AsyncClient, person: Person, changes: dict[str, Any], status: int
) -> None:
    refused = await nobody.post("/v1/sessions", json={"email": person.email, "password": PASSWORD} | changes)
    assert refused.status_code == status
    assert "secretword" not in refused.text


async def test_a_refresh_token_is_exchanged_for_new_tokens(nobody: httpx2.AsyncClient, person: Person) -> None:
    answered = await refresh(nobody, person.grant["refresh_token"])
    grant = answered.json()
    assert answered.status_code == 200
    assert answered.headers["Cache-Control"] == "no-store"
    assert grant.keys() == person.grant.keys()
    assert grant["refresh_token"] != person.grant["refresh_token"]
    me = await nobody.get("/v1/users/me", headers={"Authorization": f"Bearer {grant['access_token']}"})
    assert me.json()["id"] == str(person.id)
    assert (await refresh(nobody, grant["refresh_token"])).status_code == 200


async def test_each_refresh_lets_the_session_last_longer(
    nobody: httpx2.AsyncClient, person: Person, service: Service
) -> None:
    before = await session_of(service, person.grant)
    await refresh(nobody, person.grant["refresh_token"])
    after = await session_of(service, person.grant)
    assert after["expires_at"] > before["expires_at"]
    assert (before["version"], after["version"]) == (1, 2)
    [event] = await events_of(service, "identity.SessionRefreshed", subject=str(after["id"]))
    assert event["actor"] == f"user:{person.id}"


async def test_a_token_that_comes_twice_ends_the_session(
    nobody: httpx2.AsyncClient, person: Person, service: Service
) -> None:
    newest = (await refresh(nobody, person.grant["refresh_token"])).json()["refresh_token"]
    assert problem(await refresh(nobody, person.grant["refresh_token"])) == (401, "bad-refresh-token")
    assert problem(await refresh(nobody, newest)) == (401, "bad-refresh-token")
    row = await session_of(service, person.grant)
    assert row["deleted_at"]
    [event] = await events_of(service, "identity.SessionEnded", subject=str(row["id"]))
    assert event["data"]["payload"] == {"reason": "refresh_token_reused"}


async def test_of_many_who_show_one_token_at_once_one_is_answered_and_the_session_ends(
    nobody: httpx2.AsyncClient, person: Person, service: Service
) -> None:
    answers = await asyncio.gather(*(refresh(nobody, person.grant["refresh_token"]) for _ in range(8)))
    statuses = sorted(answered.status_code for answered in answers)
    assert statuses == [200] + [401] * 7
    [newest] = [answered.json()["refresh_token"] for answered in answers if answered.status_code == 200]
    assert problem(await refresh(nobody, newest)) == (401, "bad-refresh-token")
    assert (await session_of(service, person.grant))["version"] == 3


async def test_the_end_of_one_session_leaves_the_others(
    nobody: httpx2.AsyncClient, person: Person, log_in: LogIn
) -> None:
    other = await log_in(person.email)
    for _ in range(2):
        await refresh(nobody, person.grant["refresh_token"])
    assert (await refresh(nobody, other.grant["refresh_token"])).status_code == 200


async def test_whoever_knows_only_the_id_of_a_session_cannot_end_it(nobody: httpx2.AsyncClient, person: Person) -> None:
    guessed = RefreshToken.first(RefreshToken.read(person.grant["refresh_token"]).session_id).text()
    assert problem(await refresh(nobody, guessed)) == (401, "bad-refresh-token")
    assert (await refresh(nobody, person.grant["refresh_token"])).status_code == 200


@pytest.mark.parametrize("token", ["nonsense", RefreshToken(UUID(int=1), bytes(16), bytes(32)).text(), "x" * 512])
async def test_a_token_of_no_session_is_refused(nobody: httpx2.AsyncClient, token: str) -> None:
    refused = await refresh(nobody, token)
    assert problem(refused) == (401, "bad-refresh-token")
    assert token not in refused.text


@pytest.mark.parametrize("token", ["", None, "x" * 513])
async def test_what_cannot_be_a_token_is_refused(nobody: httpx2.AsyncClient, token: Any) -> None:
    assert (await refresh(nobody, token)).status_code == 422


async def test_an_expired_session_is_not_refreshed(
    nobody: httpx2.AsyncClient, person: Person, service: Service
) -> None:
    await service.plumbing.database.execute("UPDATE sessions SET expires_at = now() WHERE user_id = %s", [person.id])
    assert problem(await refresh(nobody, person.grant["refresh_token"])) == (401, "bad-refresh-token")


async def test_a_closed_account_is_not_refreshed(nobody: httpx2.AsyncClient, person: Person, service: Service) -> None:
    await service.plumbing.database.execute("UPDATE users SET is_active = false WHERE id = %s", [person.id])
    assert problem(await refresh(nobody, person.grant["refresh_token"])) == (401, "bad-refresh-token")


async def test_a_repeat_of_a_log_in_with_the_same_key_is_told_so(
    nobody: httpx2.AsyncClient, person: Person, service: Service
) -> None:
    headers, body = {"Idempotency-Key": str(uuid4())}, {"email": person.email, "password": PASSWORD}
    assert (await nobody.post("/v1/sessions", json=body, headers=headers)).status_code == 201
    again = await nobody.post("/v1/sessions", json=body, headers=headers)
    assert problem(again) == (409, "key-used")
    assert len(await events_of(service, "identity.SessionStarted", actor=f"user:{person.id}")) == 2


async def test_whom_the_hashing_has_no_room_for_is_told_when_to_come_again(settings: IdentitySettings) -> None:
    narrow = build(settings.model_copy(update={"hash_threads": 1, "hash_queue": 0}))
    transport = httpx2.ASGITransport(edge([narrow]))
    async with narrow.open(), httpx2.AsyncClient(transport=transport, base_url="http://test") as crowd:
        body = {"email": new_email(), "password": PASSWORD}
        answers = await asyncio.gather(*(crowd.post("/v1/sessions", json=body) for _ in range(8)))
    told = {(problem(answered), answered.headers.get("Retry-After")) for answered in answers}
    assert told == {((401, "bad-credentials"), None), ((503, "unavailable"), "2")}
