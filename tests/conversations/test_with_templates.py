"""Prompts from templates of the real templates service, over HTTP: heard of by its feed, private ones opened on use."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, suppress
from typing import Any

import httpx2
import pytest

from deploy.local.provision import ServiceDatabase
from deploy.local.state import free_port
from services.conversations import main as conversations
from services.conversations.settings import ConversationsSettings
from services.templates import main as templates
from services.templates.settings import TemplatesSettings
from shared.consumers.applier import Applier
from shared.consumers.letters import Letter, Letters
from shared.main import Service, edge
from shared.origin import Origin
from shared.serving import _server
from shared.tokens import fixed_keys
from tests.conversations.conftest import NO_KAFKA, SIGNING_KEY, Person
from tests.databases import environment_of, settings_in

INPUT = "a chess coach"


@pytest.fixture(scope="module")
async def both(databases: dict[str, ServiceDatabase]) -> AsyncIterator[tuple[Service, Service]]:
    """Serve conversations and templates on one port."""
    port = free_port()
    env = environment_of(databases, NO_KAFKA, topic_prefix="", url=f"http://127.0.0.1:{port}")
    services = (
        conversations.build(settings_in(env, ConversationsSettings)),
        templates.build(settings_in(env, TemplatesSettings)),
    )
    async with AsyncExitStack() as stack:
        for service in services:
            service.find_key = fixed_keys({"keys": [SIGNING_KEY.as_dict(private=False)]})
            await stack.enter_async_context(service.open())
        server = _server(services, "127.0.0.1", port)
        serving = asyncio.create_task(server.serve())
        try:
            yield services
        finally:
            server.should_exit = True
            await serving


@pytest.fixture(scope="module")
def service(both: tuple[Service, Service]) -> Service:
    return both[0]


@pytest.fixture(scope="module")
def transport(both: tuple[Service, Service]) -> httpx2.AsyncBaseTransport:
    """Reach both services behind their edge, without a socket."""
    return httpx2.ASGITransport(edge(both))


@pytest.fixture
async def _listening(service: Service) -> AsyncIterator[None]:
    """Let conversations hear what templates tell, from its feed instead of Kafka."""
    owner = service.plumbing.neighbours.owner("templates")
    [consumer] = [consumer for consumer in service.consumers if consumer.source == "templates"]
    origin = Origin("templates", service.settings.internal_key)
    applier = Applier(service.name, consumer, service.plumbing.database, owner, origin, Letters(service.name, _refuse))

    async def listen() -> None:
        while True:
            for shard, head in (await applier.compare()).items():
                await applier.catch_up(shard, head)
            await asyncio.sleep(0.05)

    task = asyncio.create_task(listen())
    yield
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


pytestmark = pytest.mark.usefixtures("_listening")


async def _refuse(letter: Letter) -> None:
    raise AssertionError(letter.cause)


async def writes(author: Person, content: str) -> dict[str, Any]:
    return await author.created("/v1/templates", {"name": "Coach", "content": content})


async def content_with(person: Person, template: dict[str, Any], **variables: Any) -> str:
    """Return the text for the model of a prompt made from the template."""
    conversation = await person.starts()
    prompt = await person.asks(conversation, INPUT, template_id=template["id"], variables=variables)
    return str(prompt["content"])


async def status_with(person: Person, template: dict[str, Any]) -> int:
    conversation = await person.starts()
    path = f"/v1/conversations/{conversation['id']}/prompts"
    return (await person.client.post(path, json={"user_input": INPUT, "template_id": template["id"]})).status_code


async def until_heard(author: Person, response: httpx2.Response) -> None:
    """Wait until conversations have applied what was answered."""
    wait_for = {"Wait-For": response.headers["consistency-token"]}
    assert (await author.client.get("/v1/conversations", headers=wait_for)).status_code == 200


async def test_ones_own_private_template_is_used_right_after_it_was_written(person: Person, service: Service) -> None:
    for number in range(10):
        template = await writes(person, f"Planted {number} for {{{{ name }}}}.")
        assert f"Planted {number} for Ada." in await content_with(person, template, name="Ada")
    rows = await service.plumbing.database.fetch("SELECT * FROM template_refs")
    assert len(rows) >= 10
    assert "Planted" not in str(rows)


@pytest.mark.parametrize("role", ["user", "admin", "auditor"])
async def test_a_private_template_of_somebody_else_does_not_exist(
    person: Person, somebody: Callable[..., Person], role: str
) -> None:
    assert await status_with(somebody(role), await writes(person, "Mine.")) == 404


async def test_a_revised_private_template_is_used_as_it_is_now(person: Person) -> None:
    template = await writes(person, "First.")
    for change in ({"content": "Second."}, {"name": "Trainer"}):
        response = await person.client.patch(f"/v1/templates/{template['id']}", json=change)
        await until_heard(person, response)
        assert "Second." in await content_with(person, template)


async def test_a_published_template_is_everybodys_until_it_is_withdrawn_or_deleted(
    person: Person, stranger: Person
) -> None:
    template = await writes(person, "For all.")
    path = f"/v1/templates/{template['id']}"
    await person.client.post(f"{path}/publication")
    assert "For all." in await content_with(stranger, template)
    await until_heard(person, await person.client.delete(f"{path}/publication"))
    assert await status_with(stranger, template) == 404
    assert "For all." in await content_with(person, template)
    await until_heard(person, await person.client.delete(path))
    assert await status_with(person, template) == 404
