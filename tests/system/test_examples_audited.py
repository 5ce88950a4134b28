"""Each event of the examples is in the audit log exactly once, with the bytes that are in the log and on Kafka."""

import os
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from unittest.mock import patch
from uuid import UUID

import httpx2
import orjson
import pytest

from deploy.local.provision import SERVICES, ServiceDatabase
from services.audit.audit_log import entry_of
from services.identity.events import LoginFailed
from services.templates.events import TemplateRendered
from shared.aggregates import Aggregate
from shared.context import Context, acting
from shared.events import Event
from shared.ids import SHARDS
from shared.log.units import Unit
from shared.main import Service
from shared.recording import Recording
from shared.topics import events_topic
from tests.examples import ADA, BEN, CONVERSATION, EXAMPLES, TEMPLATE
from tests.faults.evidence import Log, assert_audited_once, assert_relayed, fetch, logs_of
from tests.system.people import completed
from tests.system.running import RunningSystem
from tests.waiting import eventually

IDS = {"user": ADA, "template": TEMPLATE, "conversation": CONVERSATION}
OF_NO_AGGREGATE = (LoginFailed, TemplateRendered)
CONTEXT = Context(
    actor=f"user:{ADA}",
    user_id=ADA,
    correlation_id="the examples",
    ip_address="203.0.113.7",
    user_agent="examples/1",
)


@dataclass
class Stored:
    """The examples as they were stored: their ids in the order of `EXAMPLES`, and the logs that have them."""

    ids: list[UUID]
    logs: dict[str, Log]


@pytest.fixture(scope="module")
async def services(system: RunningSystem) -> AsyncIterator[dict[str, Service]]:
    """Return the four services in this process, on the databases of the running system."""
    with patch.dict(os.environ, system.env, clear=True):
        built: dict[str, Service] = {name: import_module(f"services.{name}.main").build() for name in SERVICES}
    async with AsyncExitStack() as stack:
        for service in built.values():
            await stack.enter_async_context(service.open())
        yield built


@pytest.fixture(scope="module")
async def stored(
    system: RunningSystem,
    client: httpx2.AsyncClient,
    databases: dict[str, ServiceDatabase],
    services: dict[str, Service],
) -> Stored:
    """Store each example in the log of its source, and wait until all of them are audited."""
    streams: dict[str, Aggregate] = {}
    ids = [await store(services[event.TOPIC.partition(".")[0]], event, streams) for event in EXAMPLES]
    await completed(system, client)
    return Stored(ids, await logs_of(databases))


async def store(service: Service, event: Event, streams: dict[str, Aggregate]) -> UUID:
    """Append an event as its service does: on the stream of its aggregate, or as one of its own; return its id."""
    recording = Recording(service.plumbing)
    aggregates = {aggregate.ENTITY: aggregate for aggregate in service.application.projections}
    with acting(CONTEXT):
        if event.ENTITY in aggregates and not isinstance(event, OF_NO_AGGREGATE):
            cls = aggregates[event.ENTITY]
            aggregate = streams.setdefault(event.ENTITY, cls.begin(IDS.get(event.ENTITY)))
            aggregate.record(event)
            facts = aggregate.collect_events()
        else:
            facts = [recording.access_fact(event, entity_id=BEN, person=ADA)]
        await recording.store(Unit(), facts, None)
    return facts[0].id


async def test_each_example_has_one_entry_made_from_its_envelope(
    stored: Stored, databases: dict[str, ServiceDatabase]
) -> None:
    rows = await fetch(databases["audit"].owner_url, "SELECT * FROM audit_logs")
    entries = defaultdict(list)
    for row in rows:
        entries[row["id"]].append(row)
    envelopes = {
        UUID(envelope["id"]): envelope
        for log in stored.logs.values()
        for shard in log.values()
        for envelope in map(orjson.loads, shard)
    }
    for id_, event in zip(stored.ids, EXAMPLES, strict=True):
        (row,) = entries[id_]
        wanted = entry_of(envelopes[id_])
        assert row["metadata"] == orjson.loads(wanted.metadata)
        assert row["metadata"]["type"] == event.TOPIC
        assert (row["old_values"], row["new_values"]) == tuple(
            map(orjson.loads, (wanted.old_values, wanted.new_values))
        )
        assert (row["user_id"], row["action"], row["entity_type"]) == (ADA, event.ACTION, event.about())
        assert row["created_at"] == wanted.created_at
        assert row["ip_address"]
        assert row["ip_address"] == wanted.ip_address
        assert row["user_agent"] == wanted.user_agent


async def test_what_is_stored_is_what_is_on_kafka(stored: Stored, kafka: str, topics: str) -> None:
    for source, log in stored.logs.items():
        assert await assert_relayed(log, kafka, events_topic(source, topics)) == 0


async def test_the_feed_tells_the_same_bytes_again(stored: Stored, services: dict[str, Service]) -> None:
    for source, log in stored.logs.items():
        owner = services["audit" if source != "audit" else "identity"].plumbing.neighbours.owner(source)
        for shard in range(SHARDS):
            assert (await owner.events(shard, 0))[: len(log[shard])] == log[shard]
            assert (await owner.events(shard, 1))[: len(log[shard][1:])] == log[shard][1:]


async def test_what_is_audited_is_what_is_stored_once_and_the_chains_hold(
    stored: Stored, databases: dict[str, ServiceDatabase]
) -> None:
    await assert_audited_once(stored.logs, databases["audit"])


async def test_no_service_that_hears_them_puts_one_aside(
    stored: Stored, databases: dict[str, ServiceDatabase], services: dict[str, Service]
) -> None:
    for name, service in services.items():
        for source in (consumer.source for consumer in service.consumers):
            ends = {shard: len(log) for shard, log in stored.logs[source].items()}
            await eventually(partial(has_applied, databases[name], source, ends))
        assert await fetch(databases[name].owner_url, "SELECT type, reason, cause FROM dead_letters") == []


async def has_applied(database: ServiceDatabase, source: str, ends: dict[int, int]) -> bool:
    """Say whether a service has applied a source's log up to these positions."""
    applied = {
        row["shard"]: row["position"]
        for row in await fetch(database.owner_url, "SELECT source, shard, position FROM consumer_positions")
        if row["source"] == source
    }
    return all(applied.get(shard, 0) >= end for shard, end in ends.items())
