"""What is private stands nowhere but in the template's row; what is published is carried whole and in the clear."""

from typing import Any
from uuid import uuid4

import orjson
import pytest

from services.templates.events import TemplateCreated, TemplatePublished, TemplateRevised, TemplateUnpublished
from shared.consumers.facts import Foreign, Received
from shared.main import Service
from shared.sealing import SealingKey
from tests.templates.conftest import TEMPLATES, Person


async def feed(service: Service, template: dict[str, Any]) -> list[Received]:
    """Return the events about a template as every consumer gets them."""
    found: list[Received] = []
    for head in await service.plumbing.log.heads():
        for value in await service.plumbing.log.feed(head.shard, 0, 10_000):
            envelope = orjson.loads(value)
            if envelope["data"]["entity"]["id"] == template["id"]:
                place = (envelope["epoch"], envelope["shard"], envelope["position"])
                found.append(Received("templates", *place, value, envelope))
    return sorted(found, key=lambda event: event.envelope["id"])


class Keys:
    """The service's own keys, as others get them."""

    def __init__(self, service: Service) -> None:
        self._keys = service.plumbing.keys

    async def by_kid(self, kid: Any) -> SealingKey:
        key = await self._keys.by_kid(kid)
        assert key
        return key


async def everywhere(service: Service) -> str:
    """Return all that the database holds, except the rows of templates."""
    database = service.plumbing.database
    tables = ["events", "idempotency", "jobs", "dead_letters", "user_refs", "person_keys.keys"]
    columns = {"events": "convert_from(body, 'UTF8') || topic"}
    texts = []
    for table in tables:
        rows = await database.fetch(f"SELECT ({columns.get(table, 't::text')}) AS text FROM {table} AS t")  # noqa: S608
        texts += [row["text"] for row in rows]
    return "\n".join(texts)


async def test_private_text_is_nowhere_outside_its_row(author: Person, stranger: Person, service: Service) -> None:
    secret = [f"secret-{uuid4().hex}" for _ in range(9)]
    key = {"Idempotency-Key": str(uuid4())}
    body = {"name": secret[0], "description": secret[1], "content": f"{secret[2]} {{{{ x }}}}", "category": secret[3]}
    template = (await author.client.post(TEMPLATES, json=body, headers=key)).json()
    place = f"{TEMPLATES}/{template['id']}"
    body = {"name": secret[4], "description": secret[5], "content": secret[6], "category": secret[7]}
    await author.client.patch(place, json=body, headers={"Idempotency-Key": str(uuid4())})
    await author.client.patch(place, json={"content": "{{ x }}"})
    variables = {"variables": {"x": secret[8]}}
    rendering = await author.client.post(f"{place}/rendering", json=variables, headers={"Idempotency-Key": "once"})
    assert rendering.json() == {"text": secret[8]}
    await author.client.get(TEMPLATES, params={"q": secret[4]})
    await stranger.client.get(place)
    await author.client.delete(place)
    await service.application._accesses.flush()
    found = await everywhere(service)
    assert template["id"] in found
    assert [text for text in secret if text in found] == []


async def test_a_published_template_is_carried_whole_and_private_again_sealed(author: Person, service: Service) -> None:
    texts: dict[str, Any] = {name: f"{name}-{uuid4().hex}" for name in ("name", "description", "content", "category")}
    template = await author.writes(**texts)
    place = f"{TEMPLATES}/{template['id']}"
    await author.client.post(f"{place}/publication")
    await author.client.patch(place, json={"name": "public name"})
    await author.client.delete(f"{place}/publication")
    await author.client.patch(place, json={"name": "private name"})
    created, published, revised, unpublished, revised_again = await feed(service, template)

    event = Foreign.of(TemplatePublished, published, Keys(service)).event
    assert event.model_dump() == texts | {"is_public": True}
    assert "sealed" not in published.envelope["data"]
    assert Foreign.of(TemplateRevised, revised, Keys(service)).event == TemplateRevised(name="public name")
    assert revised.envelope["data"]["old_values"] == {"name": texts["name"]}

    sealed: list[tuple[Received, type[Any], dict[str, Any]]] = [
        (created, TemplateCreated, texts | {"is_public": False, "created_by": author.id}),
        (unpublished, TemplateUnpublished, texts | {"name": "public name", "is_public": False}),
        (revised_again, TemplateRevised, {"name": "private name"}),
    ]
    for received, kind, expected in sealed:
        assert not any(text.encode() in received.value for text in [*texts.values(), "public name", "private name"])
        fact = Foreign.of(kind, received, Keys(service))
        assert fact.persons == (author.id,)
        assert (await fact.opened()).model_dump(exclude_unset=True) == expected


async def test_who_called_from_where_is_sealed(author: Person, service: Service) -> None:
    author.client.headers["User-Agent"] = agent = f"agent-{uuid4().hex}"
    template = await author.writes(public=True)
    assert agent not in await everywhere(service)
    for received in await feed(service, template):
        assert received.envelope["actor"] == f"user:{author.id}"
        request = received.envelope["data"]["request"]
        key = await service.plumbing.keys.of(author.id)
        assert key.open(received.id, "user_agent", request["user_agent"]).decode() == agent


async def test_whoever_is_erased_cannot_write(author: Person, service: Service) -> None:
    await service.plumbing.database.execute("INSERT INTO erased (id) VALUES (%s)", [author.id])
    response = await author.client.post(TEMPLATES, json={"name": "x", "content": "y"})
    assert (response.status_code, response.json()["type"]) == (410, "/problems/erased")


@pytest.mark.parametrize("column", ["name", "description", "content", "category"])
async def test_the_row_holds_the_text_as_it_is(author: Person, service: Service, column: str) -> None:
    text = f"Grüße 🙂 {uuid4().hex}"
    body: dict[str, Any] = {column: text}
    template = await author.writes(**body)
    row = await service.plumbing.database.fetch_one("SELECT * FROM templates WHERE id = %s", [template["id"]])
    assert row
    assert row[column] == text
