"""Completeness is the truth: what the owners have committed, what of it is audited, and what is missing, by name."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, closing
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from starlette.types import ASGIApp

from deploy.local.provision import SERVICES, ServiceDatabase
from deploy.local.state import free_port
from services.audit.events import GapHealed
from services.audit.jobs import AuditJobs
from services.conversations.events import DataRead as ConversationRead
from services.conversations.main import build as build_conversations
from services.conversations.settings import ConversationsSettings
from services.identity.events import DataRead as PersonRead
from services.identity.main import build as build_identity
from services.identity.settings import IdentitySettings
from services.templates.events import DataRead as TemplateRead
from services.templates.main import build as build_templates
from services.templates.settings import TemplatesSettings
from shared.consumers.reading import read_value
from shared.ids import SHARDS, shard_of
from shared.main import Service, edge
from tests.audit.conftest import COMPLETENESS, NOWHERE, Hear, Person
from tests.databases import environment_of, settings_in
from tests.serving import serving

READS = {"identity": PersonRead, "templates": TemplateRead, "conversations": ConversationRead}


@pytest.fixture(scope="module")
def port() -> int:
    """Return where the other services are, while they are served."""
    return free_port()


@pytest.fixture(scope="module")
def internal_url(port: int) -> str:
    return f"http://127.0.0.1:{port}"


@pytest.fixture(scope="module")
async def owners(databases: dict[str, ServiceDatabase], internal_url: str) -> AsyncIterator[dict[str, Service]]:
    """Return the other services, open on their databases."""
    env = environment_of(databases, NOWHERE, topic_prefix="", url=internal_url)
    services = [
        build_identity(settings_in(env, IdentitySettings)),
        build_templates(settings_in(env, TemplatesSettings)),
        build_conversations(settings_in(env, ConversationsSettings)),
    ]
    async with AsyncExitStack() as opened:
        for service in services:
            await opened.enter_async_context(service.open())
        yield {service.name: service for service in services}


@pytest.fixture
def served(owners: dict[str, Service]) -> ASGIApp:
    return edge(list(owners.values()))


def thing_in(shard: int) -> UUID:
    """Return an id whose stream is in this shard."""
    return next(id_ for id_ in iter(uuid4, None) if shard_of(str(id_)) == shard)


async def happen(owner: Service, shard: int, count: int) -> None:
    """Let things happen in one shard of a service."""
    for _ in range(count):
        event = READS[owner.name](kind="thing", count=1)
        await owner.application.record_access(event, entity_id=thing_in(shard))


@pytest.fixture
def audit_them(hear: Hear, owners: dict[str, Service]) -> Callable[..., Awaitable[None]]:
    """Return what audits a shard of a service, but for some positions."""

    async def audit(source: str, shard: int, *, after: int = 0, but: frozenset[int] = frozenset()) -> None:
        feed = await owners[source].plumbing.log.feed(shard, after, 2000)
        await hear(*(event for value in feed if (event := read_value(value, source)).position not in but))

    return audit


async def asked(person: Person) -> dict[str, Any]:
    response = await person.client.get(COMPLETENESS)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def shard_in(answer: dict[str, Any], source: str, shard: int) -> dict[str, Any]:
    [found] = [each for each in answer["sources"] if (each["source"], each["shard"]) == (source, shard)]
    return {name: found[name] for name in ("epoch", "committed", "audited", "missing")}


async def test_nothing_of_nothing_is_complete(auditor: Person, served: ASGIApp, port: int) -> None:
    async with serving(served, port):
        answer = await asked(auditor)
    assert (answer["complete"], answer["unanswered"]) == (True, [])
    places = [(each["source"], each["shard"]) for each in answer["sources"]]
    assert places == [(source, shard) for source in SERVICES for shard in range(SHARDS)]
    for each in answer["sources"]:
        assert (each["epoch"], each["committed"], each["audited"], each["missing"]) == (1, 0, 0, [])


async def test_committed_comes_from_the_heads_and_what_is_not_audited_is_named(
    auditor: Person,
    owners: dict[str, Service],
    served: ASGIApp,
    port: int,
    audit_them: Callable[..., Awaitable[None]],
) -> None:
    async with serving(served, port):
        await happen(owners["templates"], 3, 5)
        assert shard_in(await asked(auditor), "templates", 3) == {
            "epoch": 1, "committed": 5, "audited": 0, "missing": [1, 2, 3, 4, 5],
        }  # fmt: skip
        await audit_them("templates", 3, but=frozenset({2, 5}))
        answer = await asked(auditor)
        assert answer["complete"] is False
        assert shard_in(answer, "templates", 3) == {"epoch": 1, "committed": 5, "audited": 3, "missing": [2, 5]}
        assert shard_in(answer, "templates", 4)["committed"] == 0
        assert shard_in(answer, "identity", 3)["committed"] == 0
        await audit_them("templates", 3, but=frozenset({1, 3, 4}))
        answer = await asked(auditor)
        assert shard_in(answer, "templates", 3) == {"epoch": 1, "committed": 5, "audited": 5, "missing": []}
        assert answer["complete"] is True


async def test_an_owner_that_cannot_be_asked_leaves_the_log_incomplete_and_is_named(
    auditor: Person,
    owners: dict[str, Service],
    served: ASGIApp,
    port: int,
    audit_them: Callable[..., Awaitable[None]],
) -> None:
    await happen(owners["identity"], 1, 2)
    await audit_them("identity", 1)
    answer = await asked(auditor)
    assert (answer["complete"], answer["unanswered"]) == (False, ["conversations", "identity", "templates"])
    assert shard_in(answer, "identity", 1) == {"epoch": 1, "committed": None, "audited": 2, "missing": []}
    assert shard_in(answer, "audit", 1)["committed"] is not None
    async with serving(edge([owners["templates"], owners["conversations"]]), port):
        answer = await asked(auditor)
        assert (answer["complete"], answer["unanswered"]) == (False, ["identity"])
    async with serving(served, port):
        answer = await asked(auditor)
        assert (answer["complete"], answer["unanswered"]) == (True, [])
        assert shard_in(answer, "identity", 1) == {"epoch": 1, "committed": 2, "audited": 2, "missing": []}


async def test_audits_own_log_is_one_of_the_sources(
    auditor: Person, service: Service, hear: Hear, served: ASGIApp, port: int
) -> None:
    id_ = thing_in(2)
    gap = GapHealed(source="identity", epoch=1, shard=1, first=1, last=1)
    await service.application.record_access(gap, entity_id=id_)
    async with serving(served, port):
        answer = await asked(auditor)
        assert answer["complete"] is False
        assert shard_in(answer, "audit", 2) == {"epoch": 1, "committed": 1, "audited": 0, "missing": [1]}
        await hear(*(read_value(value, "audit") for value in await service.plumbing.log.feed(2, 0, 10)))
        assert (await asked(auditor))["complete"] is True


async def test_of_very_many_that_are_missing_the_first_thousand_are_named(
    auditor: Person,
    databases: dict[str, ServiceDatabase],
    owners: dict[str, Service],
    served: ASGIApp,
    port: int,
    audit_them: Callable[..., Awaitable[None]],
) -> None:
    await happen(owners["conversations"], 7, 3)
    await audit_them("conversations", 7, but=frozenset({2}))
    with closing(psycopg.connect(databases["conversations"].owner_url, autocommit=True)) as owner:
        owner.execute("UPDATE log_head SET position = 1000000 WHERE shard = 7")
        async with serving(served, port):
            found = shard_in(await asked(auditor), "conversations", 7)
        owner.execute("UPDATE log_head SET position = 3 WHERE shard = 7")
    assert (found["committed"], found["audited"]) == (1_000_000, 2)
    assert found["missing"] == [2, *range(4, 1003)]


async def test_what_a_log_has_lost_before_a_new_epoch_stays_named(
    auditor: Person,
    databases: dict[str, ServiceDatabase],
    owners: dict[str, Service],
    served: ASGIApp,
    port: int,
    audit_them: Callable[..., Awaitable[None]],
) -> None:
    await happen(owners["templates"], 9, 2)
    with closing(psycopg.connect(databases["templates"].owner_url, autocommit=True)) as owner:
        owner.execute("UPDATE log_head SET epoch = 2, position = 5 WHERE shard = 9")
    await happen(owners["templates"], 9, 1)
    await audit_them("templates", 9)
    async with serving(served, port):
        answer = await asked(auditor)
    assert shard_in(answer, "templates", 9) == {"epoch": 2, "committed": 6, "audited": 3, "missing": [3, 4, 5]}
    assert answer["complete"] is False


async def test_how_complete_the_log_is_can_be_watched(
    auditor: Person, service: Service, owners: dict[str, Service], served: ASGIApp, port: int
) -> None:
    await happen(owners["identity"], 6, 4)
    jobs = AuditJobs(service.application)
    await jobs.measure_completeness()
    assert 'sysloom_audit_unanswered{source="identity"} 1.0' in await metrics(auditor)
    async with serving(served, port):
        await jobs.measure_completeness()
    told = await metrics(auditor)
    assert 'sysloom_audit_unanswered{source="identity"} 0.0' in told
    for name, count in (("committed", 4), ("audited", 0), ("missing", 4)):
        assert f'sysloom_audit_{name}{{shard="6",source="identity"}} {count}.0' in told


async def metrics(person: Person) -> str:
    return (await person.client.get("/metrics")).text
