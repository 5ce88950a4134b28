"""Records that vanish from Kafka are noticed, named, fetched from their owner's log and audited once."""

import asyncio
from collections import defaultdict

import httpx2
import orjson
from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, RecordsToDelete

from deploy.local.provision import ServiceDatabase
from shared.topics import events_topic
from tests.faults.evidence import Log, assert_audited_once, fetch, log_of, logs_of, records_of
from tests.faults.people import Bearer, becomes_complete, completeness, log_in, write
from tests.system.running import RunningSystem
from tests.waiting import eventually

WRITES = 60
HEALED_S = 40
_TEMPLATES_AUDITED = "SELECT shard, position FROM audit_records WHERE source = 'templates'"
_HEALED = "SELECT body FROM events WHERE topic = 'audit.GapHealed'"

Positions = dict[int, set[int]]
"""Positions by shard."""


async def remove(kafka: str, topic: str, up_to: dict[int, int]) -> None:
    """Remove the first records of these partitions."""
    admin = AIOKafkaAdminClient(bootstrap_servers=kafka)
    await admin.start()
    try:
        await admin.delete_records(
            {TopicPartition(topic, shard): RecordsToDelete(offset) for shard, offset in up_to.items()}
        )
    finally:
        await admin.close()


async def relayed(database: ServiceDatabase, kafka: str, topic: str) -> Log:
    """Wait until the whole log is on Kafka, and return it."""
    log = await log_of(database)

    async def is_on_kafka() -> bool:
        return await records_of(kafka, topic) == log

    await eventually(is_on_kafka)
    return log


async def healed(audit: ServiceDatabase) -> Positions:
    """Return the positions of templates' events that audit has recorded as fetched from their owner."""
    found: Positions = defaultdict(set)
    for row in await fetch(audit.owner_url, _HEALED):
        data = orjson.loads(row["body"])["data"]
        gap = data["new_values"] | data["payload"]
        if gap["source"] == "templates":
            found[gap["shard"]].update(range(gap["first"], gap["last"] + 1))
    return found


async def test_removed_records_are_named_fetched_and_audited_once(
    system: RunningSystem,
    client: httpx2.AsyncClient,
    writer: Bearer,
    databases: dict[str, ServiceDatabase],
    kafka: str,
    topics: str,
) -> None:
    topic = events_topic("templates", topics)
    await becomes_complete(client, system.auditor)
    await asyncio.to_thread(system["audit"].stop)
    for _ in range(WRITES):
        await write(client, writer)
    log = await relayed(databases["templates"], kafka, topic)
    used = [shard for shard, events in log.items() if len(events) > 1]
    lost_all, lost_first = used[::2], used[1::2]
    last = {shard: len(log[shard]) for shard in used}
    await remove(kafka, topic, {shard: last[shard] - (shard in lost_first) for shard in used})
    audited: Positions = defaultdict(set)
    for row in await fetch(databases["audit"].owner_url, _TEMPLATES_AUDITED):
        audited[row["shard"]].add(row["position"])
    removed = {shard: set(range(1, last[shard] + (shard in lost_all))) - audited[shard] for shard in used}

    auditor = await log_in(client, system.auditor.email, system.auditor.password)
    told = await completeness(client, auditor)
    named = {shard["shard"]: set(shard["missing"]) for shard in told["sources"] if shard["source"] == "templates"}
    assert not told["complete"]
    assert all(removed[shard] and removed[shard] <= named[shard] for shard in used)

    await asyncio.to_thread(system["audit"].start)
    await becomes_complete(client, system.auditor, timeout_s=HEALED_S)
    await assert_audited_once(await logs_of(databases), databases["audit"])

    async def all_are_recorded() -> bool:
        found = await healed(databases["audit"])
        return all(removed[shard] <= found[shard] for shard in used)

    await eventually(all_are_recorded)
