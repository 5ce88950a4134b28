"""Bad input is refused with a clear problem, and nothing is stored."""

from typing import Any
from uuid import UUID, uuid4

import orjson
import pytest

from shared.main import Service
from tests.templates.conftest import COACH, TEMPLATES, Person

KIB = 1024
JSON = {"Content-Type": "application/json"}


async def stored(service: Service) -> Any:
    """Return how much the database holds."""
    return await service.plumbing.database.fetch_one(
        "SELECT (SELECT count(*) FROM events) AS events, (SELECT count(*) FROM templates) AS templates"
    )


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 422),
        (b"{", 400),
        (b"[]", 422),
        (b'"text"', 422),
        (b'{"name": "a", "name": "b", "content": "c"}', 400),
        (b'{"name": "a", "content": "\\u0000"}', 400),
        (b'{"name": "a", "content": "\x00"}', 400),
        (b'{"name": "a", "content": "\\ud800"}', 400),
        (b'{"name": "a", "content": "\xed\xa0\x80"}', 400),
        (b'{"name": "a", "content": ' + b"[" * 50_000 + b"]" * 50_000 + b"}", 400),
        (b'{"name": "a", "content": ' + b'{"a":' * 33 + b"1" + b"}" * 33 + b"}", 400),
        (b'{"name": "a", "content": "' + b"x" * 262_144 + b'"}', 413),
    ],
)
async def test_what_is_no_proper_json_is_refused(author: Person, service: Service, body: bytes, status: int) -> None:
    before = await stored(service)
    response = await author.client.post(TEMPLATES, content=body, headers=JSON)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert await stored(service) == before


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
async def test_another_content_type_is_refused(author: Person, content_type: str) -> None:
    response = await author.client.post(TEMPLATES, content=orjson.dumps(COACH), headers={"Content-Type": content_type})
    assert response.status_code == 415


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": "   "},
        {"name": "two\nlines"},
        {"name": "x" * 201},
        {"name": None},
        {"name": 1},
        {"name": "bell \u0007"},
        {"content": ""},
        {"content": " \n "},
        {"content": "x" * (64 * KIB + 1)},
        {"content": "é" * (32 * KIB + 1)},
        {"content": None},
        {"content": ["x"]},
        {"description": ""},
        {"description": "x" * 2001},
        {"category": ""},
        {"category": "x" * 101},
        {"category": "two\nlines"},
        {"is_public": True},
        {"created_by": "00000000-0000-7000-8000-000000000001"},
        {"usage_count": 5},
        {"id": "00000000-0000-7000-8000-000000000001"},
        {"unknown": 1},
    ],
    ids=lambda wrong: f"{next(iter(wrong))}={str(next(iter(wrong.values())))[:12]!r}",
)
async def test_wrong_members_are_refused_when_creating_and_when_changing(
    author: Person, service: Service, wrong: dict[str, Any]
) -> None:
    template = await author.writes()
    before = await stored(service)
    for response in (
        await author.client.post(TEMPLATES, json=COACH | wrong),
        await author.client.patch(f"{TEMPLATES}/{template['id']}", json=wrong),
    ):
        assert (response.status_code, response.json()["type"]) == (422, "/problems/invalid")
        [error] = response.json()["errors"]
        assert error["location"] == f"body.{next(iter(wrong))}"
    assert await stored(service) == before


async def test_the_longest_texts_are_stored(author: Person) -> None:
    longest: dict[str, Any] = {
        "name": "é" * 200,
        "description": "🙂" * 2000,
        "category": "c" * 100,
        "content": "é" * (32 * KIB),
    }
    template = await author.writes(**longest)
    response = await author.client.get(f"{TEMPLATES}/{template['id']}")
    assert {name: response.json()[name] for name in longest} == longest


@pytest.mark.parametrize("wrong", ["not-a-uuid", "1", f"{UUID(int=7)}0", "%00", "..%2f", "x" * 500])
async def test_a_bad_id_is_refused(author: Person, wrong: str) -> None:
    calls = (("GET", ""), ("PATCH", ""), ("DELETE", ""), ("POST", "/publication"), ("POST", "/rendering"))
    for method, suffix in calls:
        body: dict[str, Any] | None = {} if method == "PATCH" or suffix == "/rendering" else None
        response = await author.client.request(method, f"{TEMPLATES}/{wrong}{suffix}", json=body)
        assert response.status_code in {400, 404, 422}
        assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("params", "status"),
    [
        ({"sort": "content"}, 422),
        ({"sort": "created_at; DROP TABLE templates"}, 422),
        ({"sort": "--name"}, 422),
        ({"limit": 0}, 422),
        ({"limit": 201}, 422),
        ({"limit": "many"}, 422),
        ({"q": ""}, 422),
        ({"q": "x" * 101}, 422),
        ({"q": "\0"}, 400),
        ({"category": "x" * 101}, 422),
        ({"mine": "perhaps"}, 422),
        ({"cursor": "nonsense"}, 400),
        ({"cursor": "A" * 64}, 400),
        ({"cursor": "A" * 3000}, 422),
    ],
)
async def test_bad_queries_are_refused(author: Person, params: dict[str, Any], status: int) -> None:
    response = await author.client.get(TEMPLATES, params=params)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("variables", [[], "x", 1, None, {"a": "x" * 262_100}])
async def test_bad_variables_are_refused(author: Person, variables: Any) -> None:
    template = await author.writes()
    place = f"{TEMPLATES}/{template['id']}/rendering"
    response = await author.client.post(place, json={"variables": variables})
    assert response.status_code in {413, 422}


@pytest.mark.parametrize("key", ["", "x" * 256, "with space", "é"])
async def test_a_bad_idempotency_key_is_refused(author: Person, service: Service, key: str) -> None:
    before = await stored(service)
    response = await author.client.post(TEMPLATES, json=COACH, headers=[(b"Idempotency-Key", key.encode())])
    assert response.status_code == 400
    assert await stored(service) == before


async def test_a_refusal_names_no_word_of_what_was_sent(author: Person) -> None:
    secret = uuid4().hex
    body: dict[str, Any] = {"name": secret * 10, "content": f"{{% {secret} %}}", secret: 1}
    response = await author.client.post(TEMPLATES, json=body)
    assert response.status_code == 422
    assert secret not in response.text.replace(f"body.{secret}", "")


async def test_other_methods_are_not_allowed(author: Person) -> None:
    template = await author.writes()
    response = await author.client.put(f"{TEMPLATES}/{template['id']}", json=COACH)
    assert (response.status_code, response.headers["allow"]) == (405, "DELETE, GET, PATCH")
