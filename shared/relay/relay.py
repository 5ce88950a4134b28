"""The relay: reads what is new in the log, in order, and produces it to Kafka, many records in flight."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cached_property
from time import monotonic
from typing import Any

import psycopg
import sqlalchemy as sa
import structlog
from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError
from prometheus_client import Counter, Gauge
from sqlalchemy.dialects.postgresql import ARRAY, insert

from shared import faults
from shared.database import Database, Statement
from shared.envelope import MEDIA_TYPE, splice
from shared.ids import SHARDS
from shared.origin import Origin
from shared.relay.leadership import BEAT_S, Deposed, Term, leadership
from shared.relay.partitions import last_positions
from shared.tables import log_head, relay_cursor, relay_state
from shared.topics import MAX_MESSAGE_BYTES, events_topic

_BATCH = 200
_CURSOR_S = 0.25
_MAX_BACKOFF_S = 10.0
_STOP_S = 5.0
_CONTENT_TYPE = ("content-type", MEDIA_TYPE.encode())
_log = structlog.get_logger(__name__)

_sent_total = Counter("sysloom_relay_sent_total", "Events sent to Kafka", ["service"])
_behind = Gauge("sysloom_relay_behind", "Events in the log that are not yet on Kafka", ["service", "shard"])
_halted = Gauge("sysloom_log_halted", "1 while the log takes no writes, because Kafka is ahead of it", ["service"])
_leads = Gauge("sysloom_relay_leads", "1 while this process sends the service's events", ["service"])

_HEADS = Statement(sa.select(log_head.c.shard, log_head.c.position, log_head.c.halted))
_CURSORS = Statement(sa.select(relay_cursor.c.shard, relay_cursor.c.position))
_NEW = f"""
SELECT shard, log_head.position AS head, e.epoch, e.position, e.recorded_at, e.body
FROM log_head JOIN unnest(%s::smallint[], %s::bigint[]) AS sent (shard, position) USING (shard)
LEFT JOIN LATERAL (
    SELECT epoch, position, recorded_at, body FROM events
    WHERE shard = log_head.shard AND position > sent.position ORDER BY position LIMIT {_BATCH}
) AS e ON true
WHERE log_head.position > sent.position
"""  # noqa: S608 - a constant
_HALT = Statement(sa.update(log_head).values(halted=sa.bindparam("reason")))


def _move_cursors() -> Statement:
    """Return what moves cursors for as long as the fence stands; one statement, so that none is frozen half-way."""
    fence = (
        sa.select(relay_state.c.fence)
        .where(relay_state.c.fence == sa.bindparam("led_by"))
        .with_for_update(read=True)
        .cte("fence")
    )
    moved = (
        sa.func.unnest(
            sa.bindparam("shards", type_=ARRAY(sa.SmallInteger)), sa.bindparam("positions", type_=ARRAY(sa.BigInteger))
        )
        .table_valued(sa.column("shard", sa.SmallInteger), sa.column("position", sa.BigInteger))
        .render_derived(name="moved")
    )
    add = insert(relay_cursor).from_select(
        ["shard", "position", "fence"],
        sa.select(moved.c.shard, moved.c.position, fence.c.fence).select_from(moved.join(fence, sa.true())),
    )
    return Statement(
        add.on_conflict_do_update(
            index_elements=[relay_cursor.c.shard],
            set_={"position": add.excluded.position, "fence": add.excluded.fence},
        )
    )


_MOVE = _move_cursors()


class Relay:
    """Sends one service's log. Any number may run; one leads at a time, and consumers drop what comes twice."""

    def __init__(
        self, service: str, database: Database, kafka: str, internal_key: bytes, *, topic_prefix: str = ""
    ) -> None:
        """Take the database, Kafka's bootstrap servers and the key that services share; `run` does the work."""
        self._service = service
        self._database = database
        self._kafka = kafka
        self._origin = Origin(service, internal_key)
        self._topic = events_topic(service, topic_prefix)

    async def run(self) -> None:
        """Lead whenever nobody else does, until cancelled; PostgreSQL and Kafka may come and go."""
        backoff_s = BEAT_S
        while True:
            started = monotonic()
            try:
                async with leadership(self._database) as term:
                    await self._lead(term)
            except* (psycopg.Error, OSError, KafkaError, Deposed) as errors:
                causes = sorted({type(error).__name__ for error in errors.exceptions})
                _log.warning("relay_stopped", service=self._service, causes=causes)
            finally:
                _leads.labels(self._service).set(0)
            backoff_s = BEAT_S if monotonic() - started > _MAX_BACKOFF_S else min(backoff_s * 2, _MAX_BACKOFF_S)
            await asyncio.sleep(backoff_s)

    async def _lead(self, term: Term) -> None:
        _leads.labels(self._service).set(1)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(term.listen())
            tasks.create_task(self._send(term))

    async def _send(self, term: Term) -> None:
        """Send from where Kafka ends, with a new producer whenever one has failed."""
        backoff_s = BEAT_S
        while True:
            try:
                sent = await self._start_positions(term)
                async with self._producer() as producer:
                    backoff_s = BEAT_S
                    await self._follow(term, producer, sent)
            except (KafkaError, OSError) as error:
                _log.warning("relay_waits_for_kafka", service=self._service, error=repr(error))
                await asyncio.sleep(backoff_s)
                backoff_s = min(backoff_s * 2, _MAX_BACKOFF_S)

    async def _start_positions(self, term: Term) -> dict[int, int]:
        """Return per shard the later of the cursor and the partition's last record; wait while Kafka is ahead."""
        while True:
            on_kafka = await last_positions(self._kafka, self._topic, self._service)
            heads = {row["shard"]: row for row in await self._database.fetch(_HEADS)}
            ahead = [shard for shard, position in on_kafka.items() if position > heads[shard]["position"]]
            if not ahead:
                break
            await self._halt(ahead, on_kafka, heads)
            await self._wait(term, BEAT_S)
        _halted.labels(self._service).set(int(any(row["halted"] for row in heads.values())))
        cursors = {row["shard"]: row["position"] for row in await self._database.fetch(_CURSORS)}
        return {shard: max(cursors.get(shard, 0), on_kafka.get(shard, 0)) for shard in range(SHARDS)}

    async def _halt(self, ahead: list[int], on_kafka: dict[int, int], heads: dict[int, dict[str, Any]]) -> None:
        """Stop the service's writes: a position that is taken on Kafka must not be used again."""
        first = ahead[0]
        reason = (
            f"Kafka is ahead of the log in {len(ahead)} shards (shard {first}: position {on_kafka[first]} on Kafka, "
            f"{heads[first]['position']} in the log); run `sysloom log new-epoch`"
        )
        _halted.labels(self._service).set(1)
        if not all(row["halted"] for row in heads.values()):
            await self._database.execute(_HALT, {"reason": reason})
            _log.error("log_halted", service=self._service, reason=reason)

    @asynccontextmanager
    async def _producer(self) -> AsyncIterator[AIOKafkaProducer]:
        producer = AIOKafkaProducer(
            bootstrap_servers=self._kafka,
            acks="all",
            enable_idempotence=True,
            compression_type="lz4",
            max_batch_size=256 * 1024,
            max_request_size=MAX_MESSAGE_BYTES,
        )
        try:
            await producer.start()
            yield producer
        finally:
            # an idempotent producer never gives up by itself, so that its orderly stop would wait for Kafka
            with contextlib.suppress(asyncio.TimeoutError, KafkaError):
                await asyncio.wait_for(producer.stop(), _STOP_S)

    async def _follow(self, term: Term, producer: AIOKafkaProducer, sent: dict[int, int]) -> None:
        """Send what is new, for ever; cursors move at most four times a second, for they are only hints."""
        # none is known to have moved: a leader may have sent and lost its lead before its cursors moved
        moved, moved_at = dict.fromkeys(sent, 0), monotonic()
        while True:
            term.woken.clear()
            rows = await self._database.fetch(_NEW, [list(sent), list(sent.values())])
            heads = {row["shard"]: row["head"] for row in rows}
            self._tell_behind(sent, heads)
            if rows:
                new = await self._send_new(producer, [row for row in rows if row["position"]])
                # where nothing is found up to the head, a new epoch has left out what the log had lost
                sent |= heads | new
            if sent != moved and monotonic() - moved_at > _CURSOR_S:
                await self._move_cursors(term, {s: p for s, p in sent.items() if p != moved[s]})
                moved, moved_at = dict(sent), monotonic()
            if all(sent[shard] == head for shard, head in heads.items()):
                self._tell_behind(sent, {})
                await self._wait(term, BEAT_S if sent == moved else _CURSOR_S)

    @cached_property
    def _behind_in(self) -> tuple[Gauge, ...]:
        """The gauges of the shards. They are there once this process has led: one that only waits tells nothing."""
        return tuple(_behind.labels(self._service, shard) for shard in range(SHARDS))

    def _tell_behind(self, sent: dict[int, int], heads: dict[int, int]) -> None:
        for shard, position in sent.items():
            self._behind_in[shard].set(heads.get(shard, position) - position)

    async def _send_new(self, producer: AIOKafkaProducer, rows: list[dict[str, Any]]) -> dict[int, int]:
        """Send events in order; return the last position of each shard that Kafka has confirmed."""
        faults.reach("relay.after_read")
        last: dict[int, int] = {}
        confirmed: list[asyncio.Future[Any]] = []
        for row in rows:
            shard, at = row["shard"], row["recorded_at"]
            value = splice(row["body"], row["epoch"], shard, row["position"], at)
            key = _stream_key(row["body"])
            stamp = int(at.timestamp() * 1000)
            headers = [_CONTENT_TYPE, self._origin.header(value)]
            confirmed.append(await producer.send(self._topic, value, key, shard, timestamp_ms=stamp, headers=headers))
            last[shard] = row["position"]
        await asyncio.gather(*confirmed)
        faults.reach("relay.after_send")
        _sent_total.labels(self._service).inc(len(rows))
        return last

    async def _move_cursors(self, term: Term, positions: dict[int, int]) -> None:
        faults.reach("relay.before_commit")
        params = {"led_by": term.fence, "shards": list(positions), "positions": list(positions.values())}
        if not await self._database.execute(_MOVE, params):
            raise Deposed
        faults.reach("relay.after_commit")

    async def _wait(self, term: Term, at_most_s: float) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(at_most_s):  # `wait_for` may swallow that it is cancelled when it is woken
                await term.woken.wait()


def _stream_key(body: bytes) -> bytes:
    """Return the value of `partitionkey`, which is a plain id and stands before the event's data."""
    start = body.index(b'"partitionkey":"') + 16
    return body[start : body.index(b'"', start)]
