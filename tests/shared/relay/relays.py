"""Relays of things, and what they have sent."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, TypeAlias
from uuid import uuid4

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition

from deploy.local.provision import ServiceDatabase
from shared.database import Database
from shared.ids import SHARDS
from shared.relay.relay import Relay
from tests.faults.evidence import log_of, records_of
from tests.shared.conftest import Owner
from tests.shared.log.things import INTERNAL_KEY, SOURCE, Thing, ThingsApplication
from tests.waiting import eventually

Record: TypeAlias = "ConsumerRecord[Any, Any]"


@dataclass(frozen=True, slots=True)
class Stand:
    """Things with their log, and the topic to which relays send it."""

    application: ThingsApplication
    database: ServiceDatabase
    owner: Owner
    kafka: str
    prefix: str
    topic: str

    async def make(self, number: int = 50) -> list[Thing]:
        """Make things, all at once."""
        made = (self.application.make_thing("a name", f"label {uuid4()}") for _ in range(number))
        return await asyncio.gather(*made)

    @asynccontextmanager
    async def relaying(self, url: str | None = None) -> AsyncIterator[asyncio.Task[None]]:
        """Run a relay with connections of its own during the block, to the database or to what stands before it."""
        database = Database(url or self.database.url)
        await database.open()
        running = asyncio.create_task(Relay(SOURCE, database, self.kafka, INTERNAL_KEY, topic_prefix=self.prefix).run())
        try:
            yield running
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
            await database.close()

    async def becomes_relayed(self) -> None:
        """Wait until the topic holds the whole log and nothing else."""
        await eventually(self._is_relayed, timeout_s=30)

    async def _is_relayed(self) -> bool:
        return await records_of(self.kafka, self.topic) == await log_of(self.database)

    async def records(self) -> list[Record]:
        """Return all records of the topic with their keys, headers and times."""
        consumer = AIOKafkaConsumer(bootstrap_servers=self.kafka, group_id=None, auto_offset_reset="earliest")
        await consumer.start()
        try:
            partitions = [TopicPartition(self.topic, shard) for shard in range(SHARDS)]
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

    async def cursors(self) -> dict[int, tuple[int, int]]:
        """Return per shard the position of the relay's cursor and the fence under which it moved there."""
        found = await self.owner.execute("SELECT shard, position, fence FROM relay_cursor")
        return {shard: (position, fence) async for shard, position, fence in found}

    async def ends(self) -> dict[int, int]:
        """Return the last position of each shard that has events."""
        found = await self.owner.execute("SELECT shard, max(position) FROM events GROUP BY shard")
        return {shard: position async for shard, position in found}

    async def cursors_are_at_the_ends(self) -> bool:
        """Say whether the cursors have moved as far as the log goes."""
        return {shard: position for shard, (position, _) in (await self.cursors()).items()} == await self.ends()
