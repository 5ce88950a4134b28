"""Listening: one Kafka group per service, whose batches go to the appliers, shard by shard."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence
from itertools import chain, groupby
from time import monotonic, time
from typing import Any

import structlog
from aiokafka import AIOKafkaConsumer, ConsumerRebalanceListener, ConsumerRecord, TopicPartition
from aiokafka.errors import IllegalStateError, KafkaError
from faststream import AckPolicy
from faststream.kafka import KafkaBroker
from faststream.kafka.message import KafkaAckableMessage, KafkaMessage
from prometheus_client import Counter, Gauge

from shared.causes import describe
from shared.consumers.applier import Applier
from shared.consumers.consumer import Consumer
from shared.consumers.errors import is_of_the_world
from shared.consumers.letters import Letter, Letters
from shared.consumers.owner import Owner, OwnerUnavailable
from shared.database import Database
from shared.internal import InternalClient
from shared.origin import Origin
from shared.positions import Head
from shared.topics import dead_topic, events_topic

COMPARE_S = 10.0
"""How often the owners' heads are compared with what has been applied."""
_ON_ITS_WAY_S = 2.0
_MAX_RECORDS = 2000
_POLL_MS = 1000
_TELL_S = 1.0
"""Kafka is told at most so often how far the group has come: what it knows is only a hint."""
_AT_ONCE = 2
"""So many shards are applied at a time: one is read while PostgreSQL works for the other."""
_MAX_BACKOFF_S = 10.0
_FIRST_BACKOFF_S = 0.2
_log = structlog.get_logger(__name__)

_polled = Gauge("sysloom_consumer_polled_timestamp_seconds", "When records were last taken from Kafka", ["service"])
_waits = Counter(
    "sysloom_consumer_retries_total", "Batches that have to be tried again", ["service", "source", "cause"]
)


class Listener:
    """Runs all consumers of one service."""

    def __init__(
        self,
        service: str,
        consumers: Sequence[Consumer],
        database: Database,
        internal: InternalClient,
        kafka: str,
        internal_key: bytes,
        *,
        topic_prefix: str = "",
        compare_s: float = COMPARE_S,
    ) -> None:
        """Take the consumers, at most one per source, and what they need; `run` does the work."""
        self._service = service
        self._kafka = kafka
        self._prefix = topic_prefix
        self._compare_s = compare_s
        letters = Letters(service, self._publish)
        self._appliers = {
            events_topic(consumer.source, topic_prefix): Applier(
                service,
                consumer,
                database,
                Owner(consumer.source, internal),
                Origin(consumer.source, internal_key),
                letters,
                topic_prefix=topic_prefix,
            )
            for consumer in consumers
        }
        self._turns = asyncio.Semaphore(_AT_ONCE)
        self._failures: dict[TopicPartition, int] = {}
        self._resuming: set[asyncio.Task[None]] = set()
        self._broker: KafkaBroker = KafkaBroker()
        self._subscriber: Any = None
        self._has_moved, self._told_at = False, 0.0

    async def run(self) -> None:
        """Listen until cancelled; Kafka, PostgreSQL and the owners may come and go."""
        try:
            await self._start()
            while True:
                await self._compare()
                await asyncio.sleep(self._compare_s)
        finally:
            for task in self._resuming:
                task.cancel()
            await self._broker.stop()

    async def _start(self) -> None:
        backoff_s = _FIRST_BACKOFF_S
        while True:
            self._build()
            try:
                await self._broker.start()
            except (KafkaError, OSError) as error:
                _log.warning("consumer_waits_for_kafka", service=self._service, error=type(error).__name__)
                with contextlib.suppress(KafkaError, OSError):
                    await self._broker.stop()
                await asyncio.sleep(backoff_s)
                backoff_s = min(backoff_s * 2, _MAX_BACKOFF_S)
            else:
                return

    def _build(self) -> None:
        """Make a broker with one subscriber to all topics; records reach the handler as they are."""
        self._broker = KafkaBroker(
            self._kafka,
            client_id=f"sysloom-{self._service}",
            acks="all",
            enable_idempotence=True,
            metadata_max_age_ms=10_000,
            logger=None,
            apply_types=False,
            graceful_timeout=10.0,
        )
        self._subscriber = self._broker.subscriber(
            *self._appliers,
            batch=True,
            group_id=f"{self._prefix}{self._service}",
            auto_offset_reset="earliest",
            ack_policy=AckPolicy.MANUAL,
            session_timeout_ms=6_000,
            heartbeat_interval_ms=1_500,
            parser=self._parse,
            decoder=_decode,
            listener=_FromPositions(self._begin_at),
        )
        self._subscriber.get_msg = self._next_records  # FastStream's own sleeps as long again whenever nothing came
        self._subscriber(self._take)

    async def _next_records(self, consumer: AIOKafkaConsumer) -> tuple["ConsumerRecord[Any, Any]", ...]:
        """Return what is there already or comes first; nothing after a second, so that a stop is noticed."""
        if self._has_moved and monotonic() - self._told_at > _TELL_S:
            self._has_moved, self._told_at = False, monotonic()
            with contextlib.suppress(KafkaError, IllegalStateError, TimeoutError):
                async with asyncio.timeout(_TELL_S):
                    await consumer.commit()
        batch = await consumer.getmany(timeout_ms=_POLL_MS, max_records=_MAX_RECORDS)
        _polled.labels(self._service).set(time())
        return tuple(chain.from_iterable(batch.values()))

    async def _parse(self, records: tuple["ConsumerRecord[Any, Any]", ...]) -> KafkaAckableMessage:
        return KafkaAckableMessage(body=b"", raw_message=records, consumer=self._consumer())

    def _consumer(self) -> AIOKafkaConsumer:
        consumer: AIOKafkaConsumer = self._subscriber.consumer
        return consumer

    async def _begin_at(self, partitions: Sequence[TopicPartition]) -> None:
        """Read each partition from where the database says, which may be a younger or an older one than Kafka knew.

        The event of position p is at offset p - 1 or later; where a topic was made anew, committed offsets know better.
        """
        consumer = self._consumer()
        applied = await asyncio.gather(*[self._appliers[p.topic].applied(p.partition) for p in partitions])
        committed = await asyncio.gather(*[consumer.committed(p) for p in partitions])
        for partition, position, offset in zip(partitions, applied, committed, strict=True):
            with contextlib.suppress(IllegalStateError):  # it belongs to another process by now
                consumer.seek(partition, position if offset is None else min(position, offset))

    async def _take(self, message: KafkaMessage) -> None:
        """Apply a batch; a shard that must wait is read again later, the others go on."""
        _polled.labels(self._service).set(time())
        records: Any = message.raw_message
        shards = groupby(records, key=lambda record: TopicPartition(record.topic, record.partition))
        await asyncio.gather(*[self._take_shard(partition, list(batch)) for partition, batch in shards])
        self._has_moved = True

    async def _take_shard(self, partition: TopicPartition, records: list["ConsumerRecord[Any, Any]"]) -> None:
        applier = self._appliers[partition.topic]
        try:
            async with self._turns:
                await applier.take(partition.partition, records)
        except Exception as error:  # noqa: BLE001 - whatever it is, the record must not be passed over
            failures = self._failures[partition] = self._failures.get(partition, 0) + 1
            delay_s = min(_FIRST_BACKOFF_S * 2 ** (failures - 1), _MAX_BACKOFF_S)
            log = _log.warning if is_of_the_world(error) else _log.error
            log("consumer_waits", service=self._service, source=applier.source, shard=partition.partition,
                cause=describe(error), delay_s=delay_s)  # fmt: skip
            _waits.labels(self._service, applier.source, type(error).__name__).inc()
            self._read_again(partition, records[0].offset, delay_s)
        else:
            self._failures.pop(partition, None)

    def _read_again(self, partition: TopicPartition, offset: int, delay_s: float) -> None:
        """Take a partition's records from this offset again after a while."""
        consumer = self._consumer()
        with contextlib.suppress(IllegalStateError):  # it belongs to another process by now
            consumer.seek(partition, offset)
            consumer.pause(partition)
            task = asyncio.create_task(_resume(consumer, partition, delay_s))
            self._resuming.add(task)
            task.add_done_callback(self._resuming.discard)

    async def _compare(self) -> None:
        """Compare heads, and fetch from the owner what Kafka should have by now and has not."""
        for topic, applier in self._appliers.items():
            try:
                behind = await applier.compare()
                # once is not enough: the owner may be late in sending
                for shard in await applier.stuck(await self._exhausted(topic, behind)):
                    await applier.catch_up(shard, behind[shard])
            except Exception as error:
                if not is_of_the_world(error):
                    raise
                if not isinstance(error, OwnerUnavailable):
                    _log.warning(
                        "comparison_failed", service=self._service, source=applier.source, cause=describe(error)
                    )

    async def _exhausted(self, topic: str, behind: dict[int, Head]) -> list[int]:
        """Return the shards of ours whose events should be on Kafka by now and are not."""
        consumer = self._consumer()
        settled = time() - _ON_ITS_WAY_S
        partitions = [
            TopicPartition(topic, shard)
            for shard, head in behind.items()
            if head.recorded_at.timestamp() < settled and TopicPartition(topic, shard) in consumer.assignment()
        ]
        if not partitions:
            return []
        ends = await consumer.end_offsets(partitions)
        return [p.partition for p in partitions if await consumer.position(p) >= ends[p]]

    async def _publish(self, letter: Letter) -> None:
        """Put a letter on the service's own topic, as it came."""
        headers = {
            "reason": letter.reason,
            "source": letter.source,
            "status": letter.status,
            "cause": letter.cause or "",
        }
        topic = dead_topic(self._service, self._prefix)
        await self._broker.publish(letter.record or b"", topic, key=letter.key or b"", headers=headers)


class _FromPositions(ConsumerRebalanceListener):  # type: ignore[misc] # aiokafka is untyped
    """Says where to begin in the partitions that this process is given."""

    def __init__(self, begin_at: Callable[[Sequence[TopicPartition]], Awaitable[None]]) -> None:
        self._begin_at = begin_at

    async def on_partitions_revoked(self, revoked: set[TopicPartition]) -> None:
        """Do nothing: what is under way commits or finds that its position was moved."""

    async def on_partitions_assigned(self, assigned: set[TopicPartition]) -> None:
        try:
            await self._begin_at(sorted(assigned))
        except Exception as error:  # noqa: BLE001 - Kafka's committed offsets do, and gaps are fetched
            _log.warning("positions_not_read", cause=describe(error))


async def _decode(message: KafkaMessage) -> KafkaMessage:
    """Hand the message itself to the handler: without types applied it gets what the decoder returns."""
    return message


async def _resume(consumer: AIOKafkaConsumer, partition: TopicPartition, delay_s: float) -> None:
    await asyncio.sleep(delay_s)
    with contextlib.suppress(IllegalStateError):
        consumer.resume(partition)
