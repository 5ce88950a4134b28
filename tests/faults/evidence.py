"""What proves that nothing was lost and nothing took effect twice: the logs, the topics and the audit log compared."""

from collections import defaultdict
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import psycopg
from aiokafka import AIOKafkaConsumer, TopicPartition
from psycopg.rows import dict_row

from deploy.local.provision import SERVICES, ServiceDatabase
from shared.envelope import splice
from shared.ids import SHARDS

Log = dict[int, list[bytes]]
"""Per shard the events from position 1 on, as their bytes should be on Kafka and in the audit log."""

_EVENTS = "SELECT epoch, shard, position, recorded_at, body FROM events ORDER BY shard, position"
_AUDITED = """
SELECT r.id, r.source, r.shard, r.position, r.number, r.record, r.hash, r.chain, l.id IS NOT NULL AS has_entry
FROM audit_records r LEFT JOIN audit_logs l USING (id) ORDER BY r.source, r.shard, r.number
"""

_UNRECORDED = "SELECT id FROM audit_logs l WHERE NOT EXISTS (SELECT FROM audit_records r WHERE r.id = l.id) LIMIT 1"


async def fetch(url: str, query: str) -> list[dict[str, Any]]:
    """Return the rows of a query on a connection of its own."""
    async with await psycopg.AsyncConnection.connect(url, row_factory=dict_row) as connection:
        return await (await connection.execute(query.encode())).fetchall()


async def log_of(database: ServiceDatabase) -> Log:
    """Return the log in a service's database; its positions must be 1, 2, 3, …."""
    log: Log = {shard: [] for shard in range(SHARDS)}
    for row in await fetch(database.owner_url, _EVENTS):
        events = log[row["shard"]]
        assert row["position"] == len(events) + 1, f"shard {row['shard']} has {row['position']} after {len(events)}"
        events.append(splice(row["body"], row["epoch"], row["shard"], row["position"], row["recorded_at"]))
    return log


async def records_of(kafka: str, topic: str, *, partitions: int = SHARDS) -> dict[int, list[bytes]]:
    """Return what is on a topic, per partition in the order of its offsets."""
    found: dict[int, list[bytes]] = {partition: [] for partition in range(partitions)}
    consumer = AIOKafkaConsumer(bootstrap_servers=kafka, group_id=None, auto_offset_reset="earliest")
    await consumer.start()
    try:
        all_of_them = [TopicPartition(topic, partition) for partition in found]
        consumer.assign(all_of_them)
        ends = await consumer.end_offsets(all_of_them)
        waiting = {partition for partition in all_of_them if ends[partition]}
        while waiting := {p for p in waiting if await consumer.position(p) < ends[p]}:
            for partition, records in (await consumer.getmany(*waiting, timeout_ms=500)).items():
                found[partition.partition] += [record.value for record in records]
    finally:
        await consumer.stop()
    return found


async def assert_relayed(log: Log, kafka: str, topic: str) -> int:
    """Compare what a consumer sees that drops what it has seen with the log; return how many records came twice."""
    repeats = 0
    for shard, records in (await records_of(kafka, topic)).items():
        seen: dict[bytes, None] = dict.fromkeys(records)
        repeats += len(records) - len(seen)
        relayed = list(seen)[: len(log[shard])]
        assert relayed == log[shard], f"shard {shard} of {topic} differs from the log"
    return repeats


async def assert_audited_once(logs: Mapping[str, Log], audit: ServiceDatabase) -> None:
    """Compare these logs with the audit log: each event once, in order, with its bytes, and the chains hold."""
    audited: defaultdict[tuple[str, int], list[dict[str, Any]]] = defaultdict(list)
    records = await fetch(audit.owner_url, _AUDITED)
    for row in records:
        assert row["has_entry"], f"{row['source']}, shard {row['shard']}: position {row['position']} has no entry"
        audited[row["source"], row["shard"]].append(row)
    assert len({row["id"] for row in records}) == len(records)
    assert not await fetch(audit.owner_url, _UNRECORDED), "there are entries without a record"
    for source, log in logs.items():
        for shard, events in log.items():
            rows = audited[source, shard]
            numbers = list(range(1, len(rows) + 1))
            assert [row["number"] for row in rows] == numbers
            assert [row["position"] for row in rows] == numbers, f"{source}, shard {shard}"
            assert [bytes(row["record"]) for row in rows][: len(events)] == events, f"{source}, shard {shard}"
            assert_chained(rows)


def assert_chained(rows: list[dict[str, Any]]) -> None:
    """Make each link anew from the one before it and the bytes of its record."""
    chain = bytes(32)
    for row in rows:
        digest = sha256(row["record"]).digest()
        chain = sha256(chain + digest).digest()
        assert (bytes(row["hash"]), bytes(row["chain"])) == (digest, chain), f"the chain breaks at {row['number']}"


async def logs_of(databases: Mapping[str, ServiceDatabase]) -> dict[str, Log]:
    """Return the logs of all services."""
    return {service: await log_of(databases[service]) for service in SERVICES}
