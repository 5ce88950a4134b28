"""Applying one source's events: every position once and in order, gaps fetched from the owner, errors set aside."""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import structlog
from aiokafka import ConsumerRecord
from prometheus_client import Counter, Gauge

from shared import faults
from shared.causes import describe
from shared.consumers.consumer import Consumer, Rows
from shared.consumers.errors import is_of_the_world
from shared.consumers.facts import Received
from shared.consumers.letters import Letter, Letters, letter_of, letter_of_event
from shared.consumers.order import Order
from shared.consumers.owner import Owner
from shared.consumers.places import Moved, Place, Places
from shared.consumers.reading import Unreadable, read_record
from shared.database import Database
from shared.events import find_event
from shared.origin import Origin
from shared.positions import Head

_TRIES = 3
_PAUSE_S = 0.05

_applied = Counter("sysloom_consumer_applied_total", "Events applied", ["service", "source"])
_lag = Gauge("sysloom_consumer_lag", "Events in the owner's log that are not applied", ["service", "source", "shard"])


class RecordFailed(Exception):
    """A handler failed on a record, and would again."""

    def __init__(self, cause: Exception) -> None:
        """Say why."""
        super().__init__()
        self.cause = cause


class Applier:
    """Applies the events of one consumer's source to one service's database."""

    def __init__(
        self,
        service: str,
        consumer: Consumer,
        database: Database,
        owner: Owner,
        origin: Origin,
        letters: Letters,
        *,
        topic_prefix: str = "",
    ) -> None:
        """Take what says what to do, where, and by what the source's records are known for true."""
        self.source = consumer.source
        self._service = service
        self._consumer = consumer
        self._database = database
        self._owner = owner
        self._origin = origin
        self._letters = letters
        self._prefix = topic_prefix
        self._places = Places(consumer.source)
        self._order = Order(consumer.source, owner)
        self._log = structlog.get_logger(__name__).bind(service=service, source=consumer.source)
        self._locks: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._seen: dict[int, Place] = {}

    async def take(self, shard: int, records: Sequence["ConsumerRecord[Any, Any]"]) -> None:
        """Apply Kafka records of one shard. An error that comes out is of the world: take the same records again."""
        received: list[Received] = []
        letters: list[Letter] = []
        faults.reach("consumer.after_read")
        for record in records:
            try:
                received.append(read_record(record, self.source, self._origin))
            except Unreadable as error:
                letters.append(letter_of(record, self.source, str(error)))
        async with self._locks[shard]:
            while received:
                place = await self._places.of(self._database, shard)
                plan = await self._order.arrange(shard, place, received)
                try:
                    await self._apply(shard, place, plan.run)
                except Moved:
                    continue
                received = plan.rest
                letters += [
                    letter_of(event.record, self.source, reason, event)
                    for event, reason in plan.refused
                    if event.record
                ]
            if letters:
                await self._keep(letters)

    async def stuck(self, shards: Sequence[int]) -> list[int]:
        """Return which of these shards were among them at the last call too, and have not moved since."""
        before, self._seen = self._seen, {shard: await self._places.of(self._database, shard) for shard in shards}
        return [shard for shard, place in self._seen.items() if before.get(shard) == place]

    async def catch_up(self, shard: int, head: Head) -> None:
        """Apply what the owner's log has and Kafka has not, up to a head."""
        async with self._locks[shard]:
            while (place := await self._places.of(self._database, shard)).position < head.position:
                run = await self._order.following(shard, place)
                if not run:
                    return
                self._log.warning("events_missing_on_kafka", shard=shard, first=run[0].position, last=run[-1].position)
                try:
                    await self._apply(shard, place, run)
                except Moved:
                    continue

    async def applied(self, shard: int) -> int:
        """Return the position up to which a shard is applied, as the table has it."""
        self._places.forget(shard)
        return (await self._places.of(self._database, shard)).position

    async def compare(self) -> dict[int, Head]:
        """Return the owner's heads of the shards that are behind, and measure how far."""
        heads = await self._owner.heads()
        places = await self._places.read(self._database)
        behind = {}
        for shard, head in heads.items():
            lag = head.position - (places[shard].position if shard in places else 0)
            _lag.labels(self._service, self.source, shard).set(max(0, lag))
            if lag > 0:
                behind[shard] = head
        return behind

    async def _apply(self, shard: int, place: Place, run: list[Received]) -> None:
        """Apply consecutive events; where one fails, halve until it stands alone, and set that one aside."""
        if not run:
            return
        for attempt in range(1 if len(run) > 1 else _TRIES):
            try:
                await self._commit(shard, place, run)
            except RecordFailed as error:
                failed = error.cause
                first = run[0]
                self._log.warning(
                    "records_failed", shard=shard, first=first.position, count=len(run), cause=describe(failed)
                )
                await asyncio.sleep(_PAUSE_S * 2**attempt)
            else:
                return
        if len(run) == 1:
            await self._commit(shard, place, run, failed=failed)
            return
        half = len(run) // 2
        await self._apply(shard, place, run[:half])
        await self._apply(shard, _place(run[half - 1]), run[half:])

    async def _commit(self, shard: int, place: Place, run: list[Received], failed: BaseException | None = None) -> None:
        """Commit the effects of a run and its position together; with `failed`, its one event is set aside instead."""
        after = _place(run[-1])
        async with self._database.connection() as connection, connection.transaction():
            rows = Rows(connection, self._owner)
            parked = await self._places.move(rows, shard, place, after)
            aside, good = self._sort(run, parked)
            if failed and good:
                event = good.pop()
                aside.append(letter_of_event(event, self._prefix, "dead", "it cannot be applied", describe(failed)))
                await self._letters.park(rows, self.source, event.stream)
            try:
                if good:
                    await self._consumer.on_batch(good, rows)
            except Exception as error:
                if is_of_the_world(error):
                    raise
                raise RecordFailed(error) from error
            await self._letters.keep(rows, aside)
            faults.reach("consumer.before_commit")
        self._places.committed(shard, after)
        faults.reach("consumer.after_commit")
        _applied.labels(self._service, self.source).inc(len(run))

    def _sort(self, run: list[Received], parked: frozenset[str]) -> tuple[list[Letter], list[Received]]:
        """Return what is kept for later, and what can be applied now."""
        if not parked and not self._consumer.keeps_unknown:
            return [], run
        aside: list[Letter] = []
        good: list[Received] = []
        for event in run:
            if event.stream in parked:
                aside.append(letter_of_event(event, self._prefix, "parked", "its stream is parked"))
            elif self._consumer.keeps_unknown and not self._is_known(event):
                aside.append(letter_of_event(event, self._prefix, "unknown", "its type is unknown"))
            else:
                good.append(event)
        return aside, good

    def _is_known(self, event: Received) -> bool:
        return event.type.startswith(f"{self.source}.") and find_event(event.type) is not None

    async def _keep(self, letters: list[Letter]) -> None:
        refused = [(letter.partition, letter.offset, letter.reason) for letter in letters[:10]]
        self._log.error("records_refused", count=len(letters), first=refused)
        async with self._database.transaction() as rows:
            await self._letters.keep(rows, letters)


def _place(event: Received) -> Place:
    return Place(event.epoch, event.position)
