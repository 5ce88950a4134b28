"""The life of a template over HTTP: written, revised, published, rendered, taken back and deleted."""

import asyncio
from typing import Any
from uuid import UUID, uuid4

import httpx2
import pytest

from shared.main import Service
from tests.templates.conftest import COACH, TEMPLATES, Person


async def told(service: Service, template: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the data of all events about a template, in order, with their types."""
    return await service.plumbing.database.fetch(
        "SELECT topic, convert_from(body, 'UTF8')::jsonb -> 'data' AS data FROM events "
        "WHERE convert_from(body, 'UTF8')::jsonb -> 'data' -> 'entity' ->> 'id' = %s ORDER BY event_id",
        [template["id"]],
    )


async def read(person: Person, template: dict[str, Any]) -> httpx2.Response:
    return await person.client.get(f"{TEMPLATES}/{template['id']}")


async def test_a_template_is_created_private_and_read_back(author: Person) -> None:
    response = await author.client.post(TEMPLATES, json=COACH)
    template = response.json()
    assert response.status_code == 201
    assert response.headers["location"] == f"{TEMPLATES}/{template['id']}"
    assert response.headers["etag"] == '"1"'
    assert response.headers["consistency-token"]
    created = {name: template.pop(name) for name in ("id", "created_at", "updated_at")}
    assert template == COACH | {"is_public": False, "usage_count": 0, "created_by": str(author.id), "version": 1}
    assert UUID(created["id"]).version == 7
    again = await author.client.get(response.headers["location"])
    assert again.json() == template | created
    assert again.headers["etag"] == '"1"'


async def test_description_and_category_may_be_left_out(author: Person) -> None:
    response = await author.client.post(TEMPLATES, json={"name": "Bare", "content": "Be brief."})
    assert (response.json()["description"], response.json()["category"]) == (None, None)


async def test_the_text_may_be_in_any_language_and_keeps_its_form(author: Person) -> None:
    content = "  Grüße 🙂\r\n\tعربي {{ x }}\u2028 \\u0000 is no NUL  "
    template = await author.writes(name="Schach für Ältere 🙂", content=content)
    assert (await read(author, template)).json()["content"] == content


async def test_only_what_is_sent_changes(author: Person, service: Service) -> None:
    template = await author.writes()
    place = f"{TEMPLATES}/{template['id']}"
    response = await author.client.patch(place, json={"description": None, "name": "Coach"})
    assert response.json() == template | {
        "description": None,
        "version": 2,
        "updated_at": response.json()["updated_at"],
    }
    assert (response.status_code, response.headers["etag"]) == (200, '"2"')
    unchanged = await author.client.patch(place, json={"name": "Coach"})
    assert unchanged.json() == response.json()
    assert (await author.client.patch(place, json={})).json() == response.json()
    assert [event["topic"] for event in await told(service, template)] == [
        "templates.TemplateCreated",
        "templates.TemplateRevised",
    ]


async def test_a_published_template_is_everybodys_to_read_until_it_is_taken_back(
    author: Person, stranger: Person
) -> None:
    template = await author.writes()
    place = f"{TEMPLATES}/{template['id']}/publication"
    assert (await read(stranger, template)).status_code == 404
    published = await author.client.post(place)
    assert (published.json()["is_public"], published.headers["etag"]) == (True, '"2"')
    assert (await read(stranger, template)).json() == published.json()
    assert (await author.client.post(place)).json()["type"] == "/problems/already-published"
    taken_back = await author.client.delete(place)
    assert (taken_back.status_code, taken_back.content, taken_back.headers["etag"]) == (204, b"", '"3"')
    assert (await read(stranger, template)).status_code == 404
    assert (await author.client.delete(place)).json()["type"] == "/problems/not-published"


async def test_a_deleted_template_is_gone_for_everybody(author: Person, admin: Person, service: Service) -> None:
    template = await author.writes(public=True)
    place = f"{TEMPLATES}/{template['id']}"
    response = await author.client.delete(place)
    assert (response.status_code, response.content) == (204, b"")
    for person in (author, admin):
        assert (await read(person, template)).status_code == 404
        assert (await person.client.delete(place)).status_code == 404
        assert (await person.client.patch(place, json={"name": "x"})).status_code == 404
        assert (await person.client.post(f"{place}/rendering", json={})).status_code == 404
        assert template["id"] not in (await person.client.get(TEMPLATES)).text
    [row] = await service.plumbing.database.fetch("SELECT deleted_at FROM templates WHERE id = %s", [template["id"]])
    assert row["deleted_at"]


async def test_a_rendering_is_the_text_and_counts_as_a_use(author: Person, stranger: Person, service: Service) -> None:
    template = await author.writes(public=True)
    place = f"{TEMPLATES}/{template['id']}/rendering"
    for person in (author, stranger):
        response = await person.client.post(place, json={"variables": {"role": "a coach"}})
        assert (response.status_code, response.json()) == (200, {"text": "You are a coach."})
    after = (await read(author, template)).json()
    assert (after["usage_count"], after["version"], after["updated_at"]) == (2, 2, template["updated_at"])
    rendered = [event["data"] for event in await told(service, template) if event["topic"].endswith("Rendered")]
    assert [event["payload"] for event in rendered] == [{"version": 2}] * 2
    assert [event["entity"]["version"] for event in rendered] == [1, 1]  # each its own stream


async def test_renderings_at_once_are_all_counted(author: Person) -> None:
    template = await author.writes()
    place = f"{TEMPLATES}/{template['id']}/rendering"
    body = {"variables": {"role": "x"}}
    answers = await asyncio.gather(*(author.client.post(place, json=body) for _ in range(40)))
    assert {answer.status_code for answer in answers} == {200}
    assert (await read(author, template)).json()["usage_count"] == 40


@pytest.mark.parametrize(
    ("content", "variables", "problem", "detail"),
    [
        ("{{ a }}{{ b.c }}", {"b": {}}, "variables-missing", "These variables need a value: a, b.c."),
        ("{% for i in (1..9999999999) %}{% endfor %}", {}, "template-too-costly", "5000 values"),
        ("x\n{{ a | divided_by: 0 }}", {"a": 1}, "rendering-failed", "Line 2"),
    ],
)
async def test_what_cannot_be_rendered_is_no_use(
    author: Person, content: str, variables: dict[str, Any], problem: str, detail: str
) -> None:
    template = await author.writes(content=content)
    response = await author.client.post(f"{TEMPLATES}/{template['id']}/rendering", json={"variables": variables})
    assert (response.status_code, response.json()["type"]) == (422, f"/problems/{problem}")
    assert detail in response.json()["detail"]
    assert (await read(author, template)).json()["usage_count"] == 0


async def test_what_is_no_template_is_refused_with_its_line(author: Person) -> None:
    template = await author.writes()
    bad = {"content": "fine\n{% nonsense %}"}
    for response in (
        await author.client.post(TEMPLATES, json=COACH | bad),
        await author.client.patch(f"{TEMPLATES}/{template['id']}", json=bad),
    ):
        assert (response.status_code, response.json()["type"]) == (422, "/problems/template-syntax")
        assert response.json()["detail"].startswith("Line 2: ")
    assert (await read(author, template)).json() == template


async def test_a_stale_version_is_refused(author: Person) -> None:
    template = await author.writes()
    place = f"{TEMPLATES}/{template['id']}"
    calls: list[tuple[str, str, Any]] = [
        ("PATCH", place, {"name": "x"}),
        ("DELETE", place, None),
        ("POST", f"{place}/publication", None),
    ]
    for tag in ('"2"', '"0"', '"x"', 'W/"7"'):
        for method, path, body in calls:
            response = await author.client.request(method, path, json=body, headers={"If-Match": tag})
            assert (response.status_code, response.json()["type"]) == (412, "/problems/stale")
    response = await author.client.delete(f"{place}/publication", headers={"If-Match": "1"})
    assert response.status_code == 400  # no entity tag
    assert (await read(author, template)).json() == template
    for tag in ('"1"', 'W/"2"', "*"):
        body = {"name": f"Coach {tag}".replace('"', "'")}
        assert (await author.client.patch(place, json=body, headers={"If-Match": tag})).status_code == 200


async def test_changes_at_once_are_all_kept_or_told_to_be_stale(author: Person) -> None:
    template = await author.writes()
    place = f"{TEMPLATES}/{template['id']}"
    first = {"If-Match": '"1"'}
    answers = await asyncio.gather(
        *(author.client.patch(place, json={"name": f"Name {i}"}, headers=first) for i in range(8))
    )
    assert sorted(answer.status_code for answer in answers) == [200] + [412] * 7
    assert (await read(author, template)).json()["version"] == 2
    changes = ({"name": "Both"}, {"category": "kept"})
    answers = await asyncio.gather(*(author.client.patch(place, json=change) for change in changes))
    assert [answer.status_code for answer in answers] == [200, 200]
    after = (await read(author, template)).json()
    assert (after["name"], after["category"], after["version"]) == ("Both", "kept", 4)


async def test_a_version_that_is_known_is_not_sent_again(author: Person) -> None:
    template = await author.writes()
    response = await author.client.get(f"{TEMPLATES}/{template['id']}", headers={"If-None-Match": '"1"'})
    assert (response.status_code, response.content) == (304, b"")


async def test_a_repeat_with_the_same_key_is_answered_the_same_and_done_once(author: Person, stranger: Person) -> None:
    key = {"Idempotency-Key": str(uuid4())}
    first = await author.client.post(TEMPLATES, json=COACH, headers=key)
    repeat = await author.client.post(TEMPLATES, json=COACH, headers=key)
    assert (repeat.status_code, repeat.json()) == (201, first.json())
    assert {name: repeat.headers[name] for name in ("etag", "location")} == {
        name: first.headers[name] for name in ("etag", "location")
    }
    assert repeat.headers["idempotency-replayed"] == "true"
    other = await author.client.post(TEMPLATES, json=COACH | {"name": "Other"}, headers=key)
    assert (other.status_code, other.json()["type"]) == (422, "/problems/key-reused")
    assert (await author.client.get(TEMPLATES, params={"mine": True})).json()["items"] == [first.json()]
    elses = await stranger.client.post(TEMPLATES, json=COACH, headers=key)
    assert elses.json()["id"] != first.json()["id"]


async def test_a_repeated_rendering_is_one_use(author: Person) -> None:
    template = await author.writes()
    place, key = f"{TEMPLATES}/{template['id']}/rendering", {"Idempotency-Key": str(uuid4())}
    body = {"variables": {"role": "a coach"}}
    first, repeat = [await author.client.post(place, json=body, headers=key) for _ in range(2)]
    assert (repeat.status_code, repeat.json()) == (200, first.json())
    other = await author.client.post(place, json={"variables": {"role": "x"}}, headers=key)
    assert (other.status_code, other.json()["type"]) == (422, "/problems/key-reused")
    assert (await read(author, template)).json()["usage_count"] == 1


async def test_repeats_at_once_make_one_template(author: Person) -> None:
    key = {"Idempotency-Key": str(uuid4())}
    answers = await asyncio.gather(*(author.client.post(TEMPLATES, json=COACH, headers=key) for _ in range(6)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["id"] for answer in answers}) == 1


async def test_repeats_of_changes_are_done_once(author: Person) -> None:
    template = await author.writes()
    place = f"{TEMPLATES}/{template['id']}"
    for method, path, body in (("PATCH", place, {"name": "x"}), ("POST", f"{place}/publication", None)):
        key = {"Idempotency-Key": str(uuid4())}
        first, repeat = [await author.client.request(method, path, json=body, headers=key) for _ in range(2)]
        assert (first.status_code, repeat.status_code) == (200, 200)
        assert repeat.json() == first.json()
    key = {"Idempotency-Key": str(uuid4())}
    assert [(await author.client.delete(place, headers=key)).status_code for _ in range(2)] == [204, 204]
