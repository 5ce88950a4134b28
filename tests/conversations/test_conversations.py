"""Conversations over HTTP: started, read, listed, changed and deleted by their owner."""

from typing import Any
from uuid import uuid4

import pytest

from tests.conversations.conftest import Person


async def test_a_conversation_is_started_and_read_again(person: Person) -> None:
    response = await person.client.post("/v1/conversations", json={"title": "Chess", "context": {"level": 1}})
    made = response.json()
    assert response.status_code == 201
    assert response.headers["location"] == f"/v1/conversations/{made['id']}"
    assert response.headers["etag"] == '"1"'
    assert response.headers["consistency-token"]
    assert (made["user_id"], made["title"], made["context"]) == (str(person.id), "Chess", {"level": 1})
    assert (made["status"], made["total_messages"]) == ("active", 0)
    read = await person.client.get(response.headers["location"])
    assert read.json() == made
    assert read.headers["etag"] == '"1"'


async def test_title_and_context_may_be_left_out(person: Person) -> None:
    made = await person.starts()
    assert (made["title"], made["context"]) == (None, {})


async def test_only_what_is_sent_changes(person: Person) -> None:
    made = await person.starts(title="Chess", context={"level": 1})
    path = f"/v1/conversations/{made['id']}"
    renamed = await person.client.patch(path, json={"title": "Go"})
    assert (renamed.json()["title"], renamed.json()["context"]) == ("Go", {"level": 1})
    assert renamed.headers["etag"] == '"2"'
    replaced = await person.client.patch(path, json={"context": {"board": 19}})
    assert (replaced.json()["title"], replaced.json()["context"]) == ("Go", {"board": 19})
    untitled = await person.client.patch(path, json={"title": None})
    assert untitled.json()["title"] is None
    assert (await person.client.get(path)).json() == untitled.json()


async def test_a_change_of_nothing_changes_nothing(person: Person) -> None:
    made = await person.starts(title="Chess")
    for body in ({}, {"title": "Chess", "context": {}}):
        same = await person.client.patch(f"/v1/conversations/{made['id']}", json=body)
        assert same.json() == made
        assert same.headers["etag"] == '"1"'


@pytest.mark.parametrize("method", ["PATCH", "DELETE"])
async def test_a_stale_if_match_is_refused_and_changes_nothing(person: Person, method: str) -> None:
    made = await person.starts(title="Chess")
    path = f"/v1/conversations/{made['id']}"
    await person.client.patch(path, json={"title": "Go"})
    body = {"title": "Checkers"} if method == "PATCH" else None
    stale = await person.client.request(method, path, headers={"If-Match": '"1"'}, json=body)
    assert (stale.status_code, stale.json()["type"]) == (412, "/problems/stale")
    assert (await person.client.get(path)).json()["title"] == "Go"
    fresh = await person.client.request(method, path, headers={"If-Match": '"2"'}, json=body)
    assert fresh.is_success


async def test_a_deleted_conversation_is_gone(person: Person) -> None:
    made = await person.starts()
    prompt = await person.asks(made, "a chess coach")
    path = f"/v1/conversations/{made['id']}"
    deleted = await person.client.delete(path)
    assert (deleted.status_code, deleted.content) == (204, b"")
    for method, gone in (
        ("GET", path),
        ("PATCH", path),
        ("DELETE", path),
        ("GET", f"{path}/prompts"),
        ("POST", f"{path}/prompts"),
        ("GET", f"/v1/prompts/{prompt['id']}"),
    ):
        body = {"PATCH": {"title": "x"}, "POST": {"user_input": "x"}}.get(method)
        response = await person.client.request(method, gone, json=body)
        assert (response.status_code, response.json()["type"]) == (404, "/problems/not-found"), (method, gone)
    assert (await person.client.get("/v1/conversations")).json()["items"] == []


async def test_conversations_are_listed_by_pages_the_last_changed_first(person: Person, stranger: Person) -> None:
    made = [await person.starts(title=str(number)) for number in range(5)]
    await stranger.starts(title="not his")
    await person.client.patch(f"/v1/conversations/{made[0]['id']}", json={"title": "changed last"})
    seen: list[dict[str, Any]] = []
    params: dict[str, Any] = {"limit": 2}
    while True:
        page = (await person.client.get("/v1/conversations", params=params)).json()
        assert len(page["items"]) <= 2
        seen += page["items"]
        if page["next_cursor"] is None:
            break
        params["cursor"] = page["next_cursor"]
    assert [one["title"] for one in seen] == ["changed last", "4", "3", "2", "1"]
    archived = await person.client.get("/v1/conversations", params={"status": "archived"})
    assert archived.json() == {"items": [], "next_cursor": None}


async def test_a_cursor_is_good_for_its_own_query_and_person_only(person: Person, stranger: Person) -> None:
    for number in range(2):
        await person.starts(title=str(number))
    cursor = (await person.client.get("/v1/conversations", params={"limit": 1})).json()["next_cursor"]
    for client, params in ((stranger.client, {"cursor": cursor}), (person.client, {"cursor": f"{cursor}x"})):
        response = await client.get("/v1/conversations", params=params)
        assert (response.status_code, response.json()["type"]) == (400, "/problems/bad-request")


LONG_CONTEXT = {"a": "x" * (32768 - 7)}


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({"titel": "x"}, "body.titel"),
        ({"title": ""}, "body.title"),
        ({"title": "two\nlines"}, "body.title"),
        ({"title": "x" * 201}, "body.title"),
        ({"title": 1}, "body.title"),
        ({"context": []}, "body.context"),
        ({"context": None}, "body.context"),
        ({"context": LONG_CONTEXT}, "body.context"),
    ],
)
async def test_bad_input_is_refused_where_it_is_wrong_and_not_echoed(
    person: Person, body: dict[str, Any], place: str
) -> None:
    made = await person.starts()
    for response in (
        await person.client.post("/v1/conversations", json=body),
        await person.client.patch(f"/v1/conversations/{made['id']}", json=body),
    ):
        problem = response.json()
        assert (response.status_code, problem["type"]) == (422, "/problems/invalid")
        assert [error["location"] for error in problem["errors"]] == [place]
        assert "xxx" not in response.text
    assert len((await person.client.get("/v1/conversations")).json()["items"]) == 1


async def test_a_context_may_be_as_long_as_allowed_and_hold_any_json(person: Person) -> None:
    longest = {"a": "x" * (32768 - 8)}
    assert (await person.starts(context=longest))["context"] == longest
    odd = {"é 'quoted' \"so\"": [1, 2.5, -1e-300, 1e300, None, True, {"deep": ["\n", "", ", ", ": "]}], "big": 2**63}
    made = await person.starts(context=odd)
    read = await person.client.get(f"/v1/conversations/{made['id']}")
    assert made["context"] == read.json()["context"] == odd


async def test_a_context_of_numbers_that_are_long_when_written_out_is_refused(person: Person) -> None:
    response = await person.client.post("/v1/conversations", json={"context": {"a": [1e300] * 200}})
    assert (response.status_code, response.json()["type"]) == (422, "/problems/context-too-long")


@pytest.mark.parametrize("path", ["/v1/conversations/{}", "/v1/conversations/{}/prompts", "/v1/prompts/{}"])
async def test_what_does_not_exist_is_not_found_and_a_bad_id_is_refused(person: Person, path: str) -> None:
    response = await person.client.get(path.format(uuid4()))
    assert (response.status_code, response.json()["type"]) == (404, "/problems/not-found")
    response = await person.client.get(path.format("not-an-id"))
    assert (response.status_code, response.json()["type"]) == (422, "/problems/invalid")
