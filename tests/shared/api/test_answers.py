"""Answers carry version, place and consistency token, and a repeat gets the same one."""

from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from shared.api.consistency import ConsistencyTokens

ID = "00000000-0000-7000-8000-000000000001"


async def test_a_created_thing_has_a_place_a_version_and_a_token(person: httpx2.AsyncClient, things: Any) -> None:
    response = await person.post("/v1/things", json={"name": "first"})
    assert response.status_code == 201
    [thing] = things.created
    assert response.json() == {"id": str(thing.id), "name": "first"}
    assert response.headers["location"] == f"/v1/things/{thing.id}"
    assert response.headers["etag"] == '"1"'
    tokens = ConsistencyTokens(b"i" * 32)
    assert tokens.read(response.headers["consistency-token"]) == [("things", 1, 3, 1)]


@pytest.mark.parametrize(("tag", "status"), [('"3"', 304), ('W/"3"', 304), ('"2", "3"', 304), ("*", 304), ('"2"', 200)])
async def test_a_known_version_is_not_sent_again(person: httpx2.AsyncClient, tag: str, status: int) -> None:
    response = await person.get(f"/v1/things/{ID}", headers={"If-None-Match": tag})
    assert (response.status_code, response.headers["etag"]) == (status, '"3"')
    assert bool(response.content) == (status == 200)


@pytest.mark.parametrize(
    ("header", "version"), [(None, None), ("*", None), ('"3"', 3), ('W/"3"', 3), ('"x"', -1), ('"٣"', -1), ('"-1"', -1)]
)
async def test_if_match_names_a_version(person: httpx2.AsyncClient, header: str | None, version: int | None) -> None:
    headers = [(b"If-Match", header.encode())] if header else []
    response = await person.patch(f"/v1/things/{ID}", headers=headers)
    assert response.json() == {"if_match": version}


@pytest.mark.parametrize("header", ["3", '"3', '"3", "4"', ""])
async def test_a_malformed_if_match_is_refused(person: httpx2.AsyncClient, header: str) -> None:
    assert (await person.patch(f"/v1/things/{ID}", headers={"If-Match": header})).status_code == 400


async def test_a_repeat_gets_the_same_answer_and_has_no_effect(person: httpx2.AsyncClient, things: Any) -> None:
    headers = {"Idempotency-Key": "once"}
    first = await person.post("/v1/things", json={"name": "first"}, headers=headers)
    second = await person.post("/v1/things", json={"name": "first"}, headers=headers)
    assert (second.status_code, second.content) == (201, first.content)
    for name in ("etag", "location", "content-type"):
        assert second.headers[name] == first.headers[name]
    assert "idempotency-replayed" not in first.headers
    assert second.headers["idempotency-replayed"] == "true"
    assert ConsistencyTokens(b"i" * 32).read(second.headers["consistency-token"]) == [("things", 1, 3, 7)]
    assert len(things.created) == 1


async def test_a_reused_key_is_refused(person: httpx2.AsyncClient) -> None:
    headers = {"Idempotency-Key": "once"}
    await person.post("/v1/things", json={"name": "first"}, headers=headers)
    response = await person.post("/v1/things", json={"name": "second"}, headers=headers)
    assert response.status_code == 422
    assert response.json()["type"] == "/problems/key-reused"


async def test_the_same_key_of_another_person_is_another_key(
    client: httpx2.AsyncClient, token: Callable[..., str], things: Any
) -> None:
    for _ in range(2):
        headers = {"Idempotency-Key": "once", "Authorization": f"Bearer {token()}"}
        assert (await client.post("/v1/things", json={"name": "x"}, headers=headers)).status_code == 201
    assert len(things.created) == 2


async def test_a_secret_answer_is_not_kept(client: httpx2.AsyncClient, things: Any) -> None:
    headers = {"Idempotency-Key": "once"}
    assert (await client.post("/v1/secrets", json={"name": "first"}, headers=headers)).status_code == 201
    response = await client.post("/v1/secrets", json={"name": "first"}, headers=headers)
    assert response.status_code == 409
    [kept] = things.answers.values()
    assert (kept.digest, kept.answer) == (b"", b"")


@pytest.mark.parametrize("key", ["", "x" * 256, "two words", "é"])
async def test_a_malformed_key_is_refused(person: httpx2.AsyncClient, key: str, things: Any) -> None:
    headers = [(b"Idempotency-Key", key.encode())]
    assert (await person.post("/v1/things", json={"name": "x"}, headers=headers)).status_code == 400
    assert things.created == []
