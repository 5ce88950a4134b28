"""Relays of things, and what they have sent."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any, TypeAlias

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition

from deploy.local.provision import ServiceDatabase
from shared.database import Database
from shared.ids import SHARDS
from shared.relay.relay import Relay
from tests.faults.evidence import log_of, records_of
from tests.shared.conftest import Owner
from tests.shared.log.things import SOURCE
from tests.waiting import eventually

Record: TypeAlias = "ConsumerRecord[Any, Any]"


@asynccontextmanager
async def relaying(url: str, kafka: str, prefix: str) -> AsyncIterator[asyncio.Task[None]]:
    """Run a relay of things with connections of its own during the block."""
    database = Database(url)
    await database.open()
    running = asyncio.create_task(Relay(SOURCE, database, kafka, topic_prefix=prefix).run())
    try:
        yield running
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await database.close()


async def is_relayed(database: ServiceDatabase, kafka: str, topic: str) -> bool:
    """Say whether the topic holds the whole log and nothing else."""
    return await records_of(kafka, topic) == await log_of(database)


async def becomes_relayed(database: ServiceDatabase, kafka: str, topic: str, *, timeout_s: float = 30) -> None:
    """Wait until the topic holds the whole log and nothing else."""
    await eventually(partial(is_relayed, database, kafka, topic), timeout_s=timeout_s)


async def whole_records(kafka: str, topic: str) -> list[Record]:
    """Return all records of a topic with their keys, headers and times."""
    consumer = AIOKafkaConsumer(bootstrap_servers=kafka, group_id=None, auto_offset_reset="earliest")
    await consumer.start()
    try:
        partitions = [TopicPartition(topic, shard) for shard in range(SHARDS)]
        consumer.assign(partitions)
        ends = await consumer.end_offsets(partitions)
        found: list[Record] = []
        waiting = {partition for partition in partitions if ends[partition]}
        while waiting := {p for p in waiting if await consumer.position(p) < ends[p]}:
            for records in (await consumer.getmany(*waiting, timeout_ms=500)).values():
                found += records
        return found
    finally:
        await consumer.stop()


async def cursors(owner: Owner) -> dict[int, tuple[int, int]]:
    """Return per shard the position of the relay's cursor and the fence under which it moved there."""
    found = await owner.execute("SELECT shard, position, fence FROM relay_cursor")
    return {shard: (position, fence) async for shard, position, fence in found}  # type: ignore[misc]


async def ends(owner: Owner) -> dict[int, int]:
    """Return the last position of each shard that has events."""
    found = await owner.execute("SELECT shard, max(position) FROM events GROUP BY shard")
    return {shard: position async for shard, position in found}  # type: ignore[misc]


async def fence(owner: Owner) -> int:
    """Return the fence of the latest leader."""
    row = await (await owner.execute("SELECT fence FROM relay_state")).fetchone()
    assert row
    return int(str(row[0]))


async def cursors_are_at_the_ends(owner: Owner) -> bool:
    """Say whether the cursors have moved as far as the log goes."""
    moved = await cursors(owner)
    return {shard: position for shard, (position, _) in moved.items()} == await ends(owner)
