"""Bodies are read strictly, and a refusal never echoes them."""

from typing import Any

import httpx2
import orjson
import pytest

from shared.api.bodies import parse
from shared.api.problems import Problem

JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"{'a': 1}",
        b'{"a": NaN}',
        b'{"a": "\xff"}',
        b'{"a": "\\ud800"}',
        b'{"a": "\x00"}',
        b"[" * 33 + b"]" * 33,
        b"[" * 100_000,
        b'{"a":' * 33 + b"1" + b"}" * 33,
        b'{"a": 1, "a": 2}',
        b'{"a": 1, "b": {"c": 1, "c" : 2}, "d": "\\":"}',
        b'{"a": 1, "\\u0061": 2}',
        b'{"a": "\\u0000"}',
        b'{"\\u0000": 1}',
        b'{"a": [{"b": "x\\u0000y"}]}',
    ],
)
def test_what_another_parser_may_read_differently_or_nobody_can_store_is_refused(body: bytes) -> None:
    with pytest.raises(Problem) as refused:
        parse(body)
    assert refused.value.kind.status == 400


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {"a": 'looks like a member": 1, "a": 2'},
        {"a": {"a": {"a": [{"a": "\\u0000"}]}}},
        {"é": "🙂", '"': '":', "\\": "\\"},
        [[[[{"a": [1, 2.5, True]}]]]],
    ],
)
def test_valid_json_is_read_as_it_is(value: Any) -> None:
    assert parse(orjson.dumps(value)) == value
    assert parse(orjson.dumps(value, option=orjson.OPT_INDENT_2)) == value


@pytest.mark.parametrize(
    ("content", "type_", "status"),
    [
        (b'{"name": "x"}', "text/plain", 415),
        (b'{"name": "x"}', "application/x-www-form-urlencoded", 415),
        (b'{"name": "x"}', "application/json; charset=latin-1", 415),
        (b'{"name": "x"}', "", 415),
        (b'{"name": "x"}', "Application/JSON; charset=UTF-8", 201),
        (b'{"name": "x", "role": "admin"}', "application/json", 422),
        (b'{"name": ""}', "application/json", 422),
        (b'{"name": "  "}', "application/json", 422),
        (b'{"name": "two\\nlines"}', "application/json", 422),
        (b'{"name": 7}', "application/json", 422),
        (b'{"name": "%b"}' % (b"x" * 201), "application/json", 422),
        (b'{"name": "x", "content": "%b"}' % ("é".encode() * 33), "application/json", 422),
        (b"[]", "application/json", 422),
        (b"null", "application/json", 422),
        (b"", "application/json", 422),
        (b'{"name": "%b"}' % (b"x" * 262_144), "application/json", 413),
    ],
)
async def test_bodies_that_do_not_fit_are_refused(
    person: httpx2.AsyncClient, things: Any, content: bytes, type_: str, status: int
) -> None:
    response = await person.post("/v1/things", content=content, headers={"Content-Type": type_})
    assert response.status_code == status
    assert len(things.created) == (status == 201)


async def test_a_refusal_names_the_place_and_echoes_nothing(person: httpx2.AsyncClient) -> None:
    body = {"name": "hunter2" * 40, "context": "hunter2"}
    response = await person.post("/v1/things", json=body)
    assert response.status_code == 422
    assert [error["location"] for error in response.json()["errors"]] == ["body.name", "body.context"]
    assert "hunter2" not in response.text


async def test_a_body_of_unknown_length_is_cut_off(person: httpx2.AsyncClient, things: Any) -> None:
    async def chunks() -> Any:
        yield b'{"name": "'
        for _ in range(300):
            yield b"x" * 1024
        yield b'"}'

    response = await person.post("/v1/things", content=chunks(), headers=JSON)
    assert response.status_code == 413
    assert things.created == []


@pytest.mark.parametrize("length", ["-1", "1e3", "99999999999999999999"])
async def test_a_nonsense_length_is_refused(person: httpx2.AsyncClient, length: str) -> None:
    response = await person.post("/v1/things", content=b"{}", headers=JSON | {"Content-Length": length})
    assert response.status_code == 413


@pytest.mark.parametrize("path", ["/v1/things/x%00y", "/v1/things?category=%00"])
async def test_nul_in_an_address_is_refused(person: httpx2.AsyncClient, path: str) -> None:
    assert (await person.get(path)).status_code == 400


async def test_a_bad_id_is_refused(person: httpx2.AsyncClient) -> None:
    response = await person.get("/v1/things/not-a-uuid")
    assert response.status_code == 422
    assert response.json()["errors"][0]["location"] == "path.thing_id"
