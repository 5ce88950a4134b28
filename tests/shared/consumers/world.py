"""An owner with a log and a port, Kafka, and a service that hears it: what comes over Kafka is up to the test.

Both keep their tables in one database, as audit does, which hears itself.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Coroutine, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any, ClassVar
from uuid import UUID, uuid4

import orjson
import psycopg
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, RecordsToDelete

from deploy.local.state import free_port
from shared.consumers.consumer import Consumer, Rows, on
from shared.consumers.facts import Foreign, Received
from shared.consumers.runtime import Listener
from shared.database import Database
from shared.ids import shard_of
from shared.internal import InternalClient
from shared.main import Service, edge
from shared.origin import Origin
from shared.relay.relay import Relay
from shared.topics import dead_topic, events_topic
from tests.serving import serving
from tests.shared.log.things import SOURCE, DataRead, ThingsApplication, ThingsSettings
from tests.waiting import eventually

HEARER = "shelves"
NEVER_S = 3600.0
_HEARD = "CREATE TABLE heard (n bigserial, id uuid, stream text); GRANT ALL ON heard, heard_n_seq TO identity"


class Shelf(Consumer):
    """Notes in a table what takes effect, as often as it does; `failures` are what its handler raises, by event."""

    source: ClassVar[str] = SOURCE

    def __init__(self) -> None:
        self.failures: dict[UUID, Iterator[Exception]] = {}
        self.taken: set[UUID] = set()
        self.fetched: set[UUID] = set()

    async def on_batch(self, records: Sequence[Received], rows: Rows) -> None:
        self.taken.update(record.id for record in records)
        self.fetched.update(record.id for record in records if record.record is None)
        await super().on_batch(records, rows)

    @on(DataRead)
    async def on_data_read(self, fact: Foreign[DataRead], rows: Rows) -> None:
        await rows.execute("INSERT INTO heard (id, stream) VALUES (%s, %s)", [fact.id, fact.envelope["partitionkey"]])
        if failure := next(self.failures.get(fact.id, iter(())), None):
            raise failure


class World:
    """The owner's application, and what lies between it and who hears it."""

    def __init__(
        self, application: ThingsApplication, settings: ThingsSettings, kafka: str, prefix: str, owner_url: str
    ) -> None:
        self.application = application
        self.database: Database = application.database
        self.kafka = kafka
        self.prefix = prefix
        self.topic = events_topic(SOURCE, prefix)
        self.port = free_port()
        self.settings = settings.model_copy(update={"internal_url": f"http://127.0.0.1:{self.port}"})
        self.internal = InternalClient(self.settings, HEARER)
        self.origin = Origin(SOURCE, settings.internal_key)
        self.producer = AIOKafkaProducer(bootstrap_servers=kafka, acks="all", enable_idempotence=True)
        self._owner_url = owner_url
        self._served = AsyncExitStack()

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Make what is needed, and let the owner answer."""
        await self.as_owner(_HEARD)
        await self.producer.start()
        async with self._served:
            try:
                await self._serve()
                yield
            finally:
                await self.producer.stop()
                await self.internal.close()

    @asynccontextmanager
    async def owner_away(self) -> AsyncIterator[None]:
        """Let the owner not answer while the block runs."""
        await self._served.aclose()
        try:
            yield
        finally:
            await self._serve()

    async def _serve(self) -> None:
        service = Service(SOURCE, self.settings, self.application.plumbing, self.application, [])
        await self._served.enter_async_context(serving(edge([service]), self.port))

    @asynccontextmanager
    async def hearing(self, consumer: Consumer, *, compare_s: float = NEVER_S) -> AsyncIterator[Listener]:
        """Run a process that hears the owner while the block runs; heads are compared at its start only."""
        listener = Listener(
            HEARER,
            [consumer],
            self.database,
            self.internal,
            self.kafka,
            self.settings.internal_key,
            topic_prefix=self.prefix,
            compare_s=compare_s,
        )
        async with _running(listener.run()):
            yield listener

    async def happen(self, *streams: UUID) -> list[bytes]:
        """Let something happen in each of these streams; return the events as they should be on Kafka, in order."""
        found = []
        for stream in streams:
            await self.application.record_access(DataRead(kind="thing", count=1), entity_id=stream)
            found.append(await self.newest(stream))
        return found

    async def newest(self, stream: UUID) -> bytes:
        """Return the last event of the shard in which a stream is."""
        log, shard = self.application.plumbing.log, shard_of(str(stream))
        [event] = await log.feed(shard, (await log.heads())[shard].position - 1, 1)
        return event

    async def send(self, *events: bytes) -> None:
        """Put events on Kafka, as their owner's relay would."""
        for event in events:
            envelope = orjson.loads(event)
            await self.put(event, envelope["partitionkey"].encode(), envelope["shard"], self.origin.header(event))

    async def put(
        self, value: bytes | None, key: bytes | None, partition: int, *headers: tuple[str, bytes | None]
    ) -> None:
        """Put anything on the owner's topic, as anybody could who may write there."""
        await self.producer.send_and_wait(self.topic, value, key, partition, headers=list(headers))

    async def heard(self, *streams: UUID) -> list[UUID]:
        """Return the ids of the events that took effect in these streams, in their order."""
        query = "SELECT id FROM heard WHERE stream = ANY(%s) ORDER BY n"
        return [row["id"] for row in await self.database.fetch(query, [[str(stream) for stream in streams]])]

    async def hears(self, *events: bytes, timeout_s: float = 30) -> None:
        """Wait until the last of these events has taken effect; all of their streams must have, each once, in order."""
        streams = list({orjson.loads(event)["partitionkey"]: None for event in events})

        async def all_took_effect() -> bool:
            return set(ids(*events)) <= set(await self.heard(*map(UUID, streams)))

        await eventually(all_took_effect, timeout_s=timeout_s)
        for stream in streams:
            mine = [event for event in events if orjson.loads(event)["partitionkey"] == stream]
            assert await self.heard(UUID(stream)) == ids(*mine)

    async def letters(self, shard: int | None = None) -> list[dict[str, Any]]:
        """Return the letters about records of a partition, or of all, by position and age."""
        query = 'SELECT * FROM dead_letters WHERE coalesce("partition" = %s, true) ORDER BY position, created_at'
        return await self.database.fetch(query, [shard])

    async def position(self, shard: int) -> int:
        """Return up to where a shard is applied."""
        query = "SELECT position FROM consumer_positions WHERE source = %s AND shard = %s"
        row = await self.database.fetch_one(query, [SOURCE, shard])
        return row["position"] if row else 0

    async def published_letters(self, stream: UUID) -> list[tuple[bytes, dict[str, str]]]:
        """Return the records of a stream on the topic of dead letters, with the headers that say why."""
        consumer = AIOKafkaConsumer(bootstrap_servers=self.kafka, group_id=None, auto_offset_reset="earliest")
        await consumer.start()
        try:
            partition = TopicPartition(dead_topic(HEARER, self.prefix), 0)
            consumer.assign([partition])
            end, records = (await consumer.end_offsets([partition]))[partition], []
            while await consumer.position(partition) < end:
                records += (await consumer.getmany(partition, timeout_ms=500)).get(partition, [])
        finally:
            await consumer.stop()
        mine = [record for record in records if record.key == str(stream).encode()]
        return [(record.value, {name: value.decode() for name, value in record.headers}) for record in mine]

    async def rewrite(self, event: bytes, old: bytes, new: bytes) -> bytes:
        """Change the stored body of an event, which is then the truth; return the event as it is now."""
        shard, position = place_of(event)
        [row] = await self.database.fetch("SELECT body FROM events WHERE event_id = %s", ids(event))
        assert row["body"].count(old) == 1
        changed = row["body"].replace(old, new)
        await self.as_owner("UPDATE events SET body = %s WHERE event_id = %s", [changed, *ids(event)])
        [event] = await self.application.plumbing.log.feed(shard, position - 1, 1)
        return event

    async def antedate(self, shard: int) -> None:
        """Let the end of a shard be so old that Kafka should have it."""
        query = "UPDATE log_head SET recorded_at = recorded_at - interval '1 hour' WHERE shard = %s"
        await self.as_owner(query, [shard])

    async def commit_offset(self, shard: int, offset: int) -> None:
        """Let Kafka believe that the group has come so far; nobody may be hearing."""
        partition = TopicPartition(self.topic, shard)
        group = f"{self.prefix}{HEARER}"
        consumer = AIOKafkaConsumer(bootstrap_servers=self.kafka, group_id=group, enable_auto_commit=False)
        await consumer.start()
        try:
            consumer.assign([partition])
            await consumer.commit({partition: offset})
        finally:
            await consumer.stop()

    async def committed_offset(self, shard: int) -> int:
        """Return how far the group has come, as Kafka was told; -1 if it never was."""
        partition = TopicPartition(self.topic, shard)
        admin = AIOKafkaAdminClient(bootstrap_servers=self.kafka)
        await admin.start()
        try:
            told = await admin.list_consumer_group_offsets(f"{self.prefix}{HEARER}", partitions=[partition])
        finally:
            await admin.close()
        offset: int = told[partition].offset
        return offset

    async def end_offset(self, shard: int) -> int:
        """Return the offset behind the last record of a partition."""
        partition = TopicPartition(self.topic, shard)
        consumer = AIOKafkaConsumer(bootstrap_servers=self.kafka, group_id=None)
        await consumer.start()
        try:
            end: int = (await consumer.end_offsets([partition]))[partition]
            return end
        finally:
            await consumer.stop()

    async def remove_records(self, shard: int) -> None:
        """Remove all records of a partition."""
        admin = AIOKafkaAdminClient(bootstrap_servers=self.kafka)
        await admin.start()
        try:
            end = RecordsToDelete(await self.end_offset(shard))
            await admin.delete_records({TopicPartition(self.topic, shard): end})
        finally:
            await admin.close()

    @asynccontextmanager
    async def relayed(self) -> AsyncIterator[None]:
        """Run the owner's relay while the block runs."""
        async with _running(
            Relay(SOURCE, self.database, self.kafka, self.settings.internal_key, topic_prefix=self.prefix).run()
        ):
            yield

    async def as_owner(self, statement: str, params: Sequence[Any] | None = None) -> None:
        """Do what only the owner of the tables may."""
        async with await psycopg.AsyncConnection.connect(self._owner_url, autocommit=True) as connection:
            await connection.execute(statement.encode(), params)


@asynccontextmanager
async def _running(work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


def ids(*events: bytes) -> list[UUID]:
    """Return the ids of events."""
    return [UUID(orjson.loads(event)["id"]) for event in events]


def place_of(event: bytes) -> tuple[int, int]:
    """Return the shard and position of an event."""
    envelope = orjson.loads(event)
    return envelope["shard"], envelope["position"]


def stream_in(shard: int) -> UUID:
    """Return a new stream in a shard."""
    return next(id_ for id_ in iter(uuid4, None) if shard_of(str(id_)) == shard)
