"""Accounts over HTTP: opened by anybody, one per address; profiles read and changed."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid4

import httpx2
import pytest

from shared.main import Service
from tests.identity.conftest import Person, events_of, new_email, registration

Somebody = Callable[..., Awaitable[Person]]


async def users_with(service: Service, email: str) -> int:
    row = await service.plumbing.database.fetch_one(
        "SELECT count(*) AS n FROM users WHERE lower(email) = lower(%s)", [email]
    )
    assert row
    return int(row["n"])


async def test_whoever_registers_gets_an_account_with_an_address_and_a_version(nobody: httpx2.AsyncClient) -> None:
    email = new_email()
    answered = await nobody.post("/v1/users", json=registration(email.replace("example.com", "EXAMPLE.com")))
    body = answered.json()
    assert answered.status_code == 201
    assert answered.headers["Location"] == f"/v1/users/{body['id']}"
    assert answered.headers["ETag"] == '"1"'
    assert "Consistency-Token" in answered.headers
    told = {"email": email, "full_name": "Ada Lovelace", "role": "user", "is_active": True, "email_verified": False}
    assert {name: body[name] for name in told} == told
    assert body.keys() == told.keys() | {"id", "last_login_at", "created_at", "updated_at", "version"}
    assert UUID(body["id"]).version == 7


async def test_registering_is_the_act_of_the_person_himself(nobody: httpx2.AsyncClient, service: Service) -> None:
    body = (await nobody.post("/v1/users", json=registration(new_email()))).json()
    [event] = await events_of(service, "identity.UserRegistered", subject=body["id"])
    assert event["actor"] == f"user:{body['id']}"
    assert event["data"]["entity"] == {
        "type": "user",
        "id": body["id"],
        "version": 1,
        "action": "create",
        "outcome": "success",
    }
    assert set(event["data"]["sealed"]) == {body["id"]}
    assert event["data"]["new_values"]["role"] == "user"
    assert not event["data"]["new_values"].keys() & {"email", "full_name", "password_hash"}


@pytest.mark.parametrize("write", [str, str.upper, str.title])
async def test_an_address_is_registered_once_in_whatever_case(
    nobody: httpx2.AsyncClient, service: Service, write: Callable[[str], str]
) -> None:
    email = f"ada.b{uuid4().hex}@example.com"
    assert (await nobody.post("/v1/users", json=registration(email))).status_code == 201
    again = await nobody.post("/v1/users", json=registration(write(email)))
    assert (again.status_code, again.json()["type"]) == (409, "/problems/email-taken")
    assert email not in again.text.lower()
    assert await users_with(service, email) == 1


async def test_the_address_of_a_deleted_person_stays_taken(
    nobody: httpx2.AsyncClient, service: Service, person: Person
) -> None:
    await service.plumbing.database.execute("UPDATE users SET deleted_at = now() WHERE id = %s", [person.id])
    again = await nobody.post("/v1/users", json=registration(person.email))
    assert (again.status_code, again.json()["type"]) == (409, "/problems/email-taken")


async def test_of_twenty_who_register_one_address_at_once_one_wins(
    nobody: httpx2.AsyncClient, service: Service
) -> None:
    email = new_email()
    answers = await asyncio.gather(*(nobody.post("/v1/users", json=registration(email)) for _ in range(20)))
    assert Counter(answered.status_code for answered in answers) == {201: 1, 409: 19}
    assert await users_with(service, email) == 1
    [winner] = [answered.json()["id"] for answered in answers if answered.status_code == 201]
    assert len(await events_of(service, "identity.UserRegistered", subject=winner)) == 1


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"email": "nobody"}, 422),
        ({"email": "ada\u200b@example.com"}, 422),
        ({"email": "a@" + "b" * 253 + ".com"}, 422),
        ({"email": None}, 422),
        ({"password": "short"}, 422),
        ({"password": "secretword" + "x" * 63}, 422),
        ({"password": "secretword" + "é" * 32}, 422),
        ({"password": ["secretword"]}, 422),
        ({"full_name": ""}, 422),
        ({"full_name": "   "}, 422),
        ({"full_name": "x" * 201}, 422),
        ({"full_name": "Ada\nLovelace"}, 422),
        ({"role": "admin"}, 422),
        ({"password_hash": "secretword"}, 422),
        ({"full_name": "Ada\0"}, 400),
        ({"password": "secretword\0"}, 400),
        ({"email": "ada\0@example.com"}, 400),
    ],
)
async def test_what_cannot_be_an_account_is_refused_without_an_echo_and_nothing_is_stored(
    nobody: httpx2.AsyncClient, service: Service, changes: dict[str, Any], status: int
) -> None:
    count = "SELECT count(*) AS n FROM users"
    before = await service.plumbing.database.fetch(count)
    answered = await nobody.post("/v1/users", json=registration(new_email()) | changes)
    assert answered.status_code == status
    assert answered.headers["Content-Type"] == "application/problem+json"
    assert "secretword" not in answered.text
    assert await service.plumbing.database.fetch(count) == before


@pytest.mark.parametrize("member", ["email", "password", "full_name"])
async def test_each_member_is_needed(nobody: httpx2.AsyncClient, member: str) -> None:
    body = registration(new_email())
    del body[member]
    answered = await nobody.post("/v1/users", json=body)
    assert answered.status_code == 422
    assert [error["location"] for error in answered.json()["errors"]] == [f"body.{member}"]


async def test_lone_surrogates_are_no_json(nobody: httpx2.AsyncClient) -> None:
    email = new_email()
    text = f'{{"email": "{email}", "password": "correct horse \\ud800", "full_name": "Ada"}}'
    answered = await nobody.post("/v1/users", content=text, headers={"Content-Type": "application/json"})
    assert (answered.status_code, answered.json()["type"]) == (400, "/problems/malformed-json")


async def test_a_repeat_of_a_registration_with_the_same_key_is_told_so(
    nobody: httpx2.AsyncClient, service: Service
) -> None:
    email, headers = new_email(), {"Idempotency-Key": str(uuid4())}
    assert (await nobody.post("/v1/users", json=registration(email), headers=headers)).status_code == 201
    again = await nobody.post("/v1/users", json=registration(email), headers=headers)
    assert (again.status_code, again.json()["type"]) == (409, "/problems/key-used")
    kept = await service.plumbing.database.fetch("SELECT * FROM idempotency WHERE key = %s", list(headers.values()))
    assert [(bytes(row["digest"]), row["answer"]) for row in kept] == [(b"", "")]


async def test_a_person_reads_himself_by_id_and_as_me(person: Person) -> None:
    me, by_id = await person.client.get("/v1/users/me"), await person.client.get(person.path)
    assert me.status_code == by_id.status_code == 200
    assert me.json() == by_id.json()
    assert me.headers["ETag"] == by_id.headers["ETag"] == '"1"'
    assert me.json()["email"] == person.email
    unchanged = await person.client.get("/v1/users/me", headers={"If-None-Match": me.headers["ETag"]})
    assert unchanged.status_code == 304


async def test_a_person_changes_his_name(person: Person, service: Service) -> None:
    changed = await person.client.patch("/v1/users/me", json={"full_name": "Ada King"}, headers={"If-Match": '"1"'})
    assert changed.status_code == 200
    assert (changed.json()["full_name"], changed.headers["ETag"]) == ("Ada King", '"2"')
    assert (await person.client.get(person.path)).json() == changed.json()
    [event] = await events_of(service, "identity.UserProfileChanged", subject=str(person.id))
    assert event["actor"] == f"user:{person.id}"
    assert (event["data"]["old_values"], event["data"]["new_values"]) == ({}, {})
    assert set(event["data"]["sealed"]) == {str(person.id)}


async def test_a_changed_person_still_logs_in(person: Person, log_in: Callable[..., Awaitable[Person]]) -> None:
    await person.client.patch("/v1/users/me", json={"full_name": "Ada King"})
    assert (await log_in(person.email)).id == person.id


@pytest.mark.parametrize("body", [{}, {"full_name": "Ada Lovelace"}])
async def test_no_change_is_no_version(person: Person, service: Service, body: dict[str, str]) -> None:
    same = await person.client.patch("/v1/users/me", json=body)
    assert (same.status_code, same.headers["ETag"], same.json()["full_name"]) == (200, '"1"', "Ada Lovelace")
    assert await events_of(service, "identity.UserProfileChanged", subject=str(person.id)) == []


async def test_a_stale_version_changes_nothing(person: Person) -> None:
    await person.client.patch("/v1/users/me", json={"full_name": "Ada King"})
    stale = await person.client.patch("/v1/users/me", json={"full_name": "Ada Byron"}, headers={"If-Match": '"1"'})
    assert (stale.status_code, stale.json()["type"]) == (412, "/problems/stale")
    assert (await person.client.get("/v1/users/me")).json()["full_name"] == "Ada King"


async def test_of_many_changes_of_one_version_one_is_made(person: Person) -> None:
    answers = await asyncio.gather(
        *(
            person.client.patch("/v1/users/me", json={"full_name": f"Ada {n}"}, headers={"If-Match": '"1"'})
            for n in range(8)
        )
    )
    assert Counter(answered.status_code for answered in answers) == {200: 1, 412: 7}
    assert (await person.client.get("/v1/users/me")).headers["ETag"] == '"2"'


async def test_a_repeat_with_the_same_key_is_answered_alike_and_changes_once(person: Person) -> None:
    headers = {"Idempotency-Key": str(uuid4())}
    first, again = [
        await person.client.patch("/v1/users/me", json={"full_name": "Ada King"}, headers=headers) for _ in range(2)
    ]
    assert (again.status_code, again.json(), again.headers["ETag"]) == (200, first.json(), first.headers["ETag"])
    assert again.headers["Idempotency-Replayed"] == "true"
    other = await person.client.patch("/v1/users/me", json={"full_name": "Ada Byron"}, headers=headers)
    assert (other.status_code, other.json()["type"]) == (422, "/problems/key-reused")
    assert (await person.client.get("/v1/users/me")).json()["full_name"] == "Ada King"


@pytest.mark.parametrize(
    "body",
    [{"email": "eve@example.com"}, {"role": "admin"}, {"full_name": None}, {"full_name": ""}, {"full_name": 1}, []],
)
async def test_what_is_no_change_of_a_profile_is_refused(person: Person, body: Any) -> None:
    assert (await person.client.patch("/v1/users/me", json=body)).status_code == 422
    assert (await person.client.get("/v1/users/me")).headers["ETag"] == '"1"'


@pytest.mark.parametrize("id_", ["you", "1", "00000000-0000-7000-8000-00000000000g"])
async def test_an_id_that_is_none_is_refused(person: Person, id_: str) -> None:
    assert (await person.client.get(f"/v1/users/{id_}")).status_code == 422
