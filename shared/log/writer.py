"""Group commit: units that arrive while a transaction is under way wait together and are written as the next one."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any
from uuid import UUID

import psycopg
import structlog
from prometheus_client import Histogram
from psycopg import AsyncConnection

from shared.aggregates import Unavailable, VersionTaken
from shared.database import LOST, Database
from shared.log.batch import Place, write_batch
from shared.log.statements import FIND_EVENTS, HOLD_HEADS
from shared.log.units import StoredEvent, Unit
from shared.tables import events

MOST_UNITS = 256
"""So many units at most go into one transaction."""
MOST_BYTES = 4 * 1024 * 1024
_RETRY_S = (0.005, 0.02, 0.1, 0.3, 1.0)
_GIVE_UP_S = 5.0
_HALTED, _KEY_DESTROYED = "SY001", "SY002"
_DERIVED = 8  # the version of a UUID that `derive_id` made
_ROLLED_BACK = (
    psycopg.errors.DeadlockDetected,
    psycopg.errors.LockNotAvailable,
    psycopg.errors.SerializationFailure,
)
"""Errors by which the server itself says that nothing was committed."""
_log = structlog.get_logger(__name__)

_sizes = Histogram(
    "sysloom_log_batch_units", "Units written by one transaction", buckets=(1, 2, 4, 8, 16, 32, 64, 128, 256)
)

Places = dict[UUID, Place]


class KeyDestroyed(Exception):
    """A key that sealed an event of the unit has been destroyed since it was read."""


@dataclass(slots=True)
class _Waiting:
    unit: Unit
    exclusive: set[object]
    done: asyncio.Future[Places]


class Writer:
    """Writes the units of one process, one transaction after another."""

    def __init__(self, database: Database, tell: Callable[[], None]) -> None:
        """Take the database that holds the log, and whom to tell first that there are new events in it."""
        self._database = database
        self._tell = tell
        self._queue: deque[_Waiting] = deque()
        self._writing: asyncio.Task[None] | None = None

    async def write(self, unit: Unit) -> Places:
        """Return the place of each event once the unit is committed; raise what `Log.append` names."""
        waiting = _Waiting(unit, unit.exclusive(), asyncio.get_running_loop().create_future())
        self._queue.append(waiting)
        if self._writing is None:
            self._writing = asyncio.create_task(self._drain(), name="log.writer")
        # whoever gives up waiting does not take back what is being written
        return await asyncio.shield(waiting.done)

    async def close(self) -> None:
        """Return once all that waits is written."""
        if self._writing:
            await asyncio.wait({self._writing})

    async def _drain(self) -> None:
        try:
            while self._queue:
                await self._write(self._take())
        finally:
            self._writing = None

    def _take(self) -> list[_Waiting]:
        """Take the next batch: what would collide with a unit in it waits for the one after."""
        taken: list[_Waiting] = []
        later: list[_Waiting] = []
        claimed: set[object] = set()
        size = 0
        while self._queue and len(taken) < MOST_UNITS and size < MOST_BYTES:
            waiting = self._queue.popleft()
            if claimed.isdisjoint(waiting.exclusive):
                taken.append(waiting)
                claimed |= waiting.exclusive
                size += waiting.unit.size()
            else:
                later.append(waiting)
        self._queue.extendleft(reversed(later))
        return taken

    async def _write(self, batch: list[_Waiting]) -> None:
        """Write a batch; halve one that fails until the culprit stands alone."""
        try:
            places = await self._commit([waiting.unit for waiting in batch])
        except Exception as error:  # noqa: BLE001 - it is raised where the unit came from
            if len(batch) > 1 and not isinstance(error, (Unavailable, *LOST)):
                half = len(batch) // 2
                await self._write(batch[:half])
                await self._write(batch[half:])
                return
            for waiting in batch:
                waiting.done.set_exception(error)
                waiting.done.exception()  # whoever asked may have gone
            return
        if places:
            self._tell()
        _sizes.observe(len(batch))
        for waiting in batch:
            waiting.done.set_result(places)

    async def _commit(self, units: Sequence[Unit]) -> Places:
        """Commit units in one transaction; try again what is not their fault."""
        deadline = monotonic() + _GIVE_UP_S
        doubtful = False  # an earlier attempt may have committed, though we never heard
        pauses = iter(_RETRY_S)
        while True:
            try:
                async with self._database.connection() as connection:
                    if doubtful and (places := await _find(connection, units)) is not None:
                        return places
                    doubtful = False
                    try:
                        return await write_batch(connection, units)
                    except LOST as error:
                        doubtful = not isinstance(error, _ROLLED_BACK)
                        raise
            except LOST as error:
                pause_s = next(pauses, None)
                if pause_s is None or monotonic() > deadline:
                    _log.warning("append_failed", error=type(error).__name__, units=len(units))
                    raise
                await asyncio.sleep(pause_s)
            except psycopg.Error as error:
                if (places := await self._repeated(units, error)) is not None:
                    return places
                raise _meaning(error) from error

    async def _repeated(self, units: Sequence[Unit], error: psycopg.Error) -> Places | None:
        """Return the places of a unit that is a repeat: its ids follow from its cause, and it has taken effect."""
        if len(units) > 1 or error.diag.table_name != events.name or not any(map(_is_derived, units[0].events)):
            return None
        async with self._database.connection() as connection:
            return await _find(connection, units)


def _is_derived(event: StoredEvent) -> bool:
    return event.event_id.version == _DERIVED


def _meaning(error: psycopg.Error) -> Exception:
    """Return what an error of the server means for the unit that caused it."""
    if error.sqlstate == _HALTED:
        return Unavailable("The service takes no writes at the moment; operators know.")
    if error.sqlstate == _KEY_DESTROYED:
        return KeyDestroyed()
    if isinstance(error, psycopg.errors.UniqueViolation) and error.diag.constraint_name == "events_pkey":
        return VersionTaken()
    return error


async def _find(connection: AsyncConnection[Any], units: Sequence[Unit]) -> Places | None:
    """Return the places of these units if an earlier attempt did commit, though its answer was lost; else None.

    The heads are held first, so that an attempt that is still under way on the server has ended.
    """
    ids = [event.event_id for unit in units for event in unit.events]
    shards = sorted({event.shard for unit in units for event in unit.events})
    if not ids:
        return None
    async with connection.transaction():
        await connection.execute(HOLD_HEADS, [shards])
        rows = await (await connection.execute(FIND_EVENTS.text.encode(), {"ids": ids})).fetchall()
    if len(rows) != len(ids):
        return None
    return {row[0]: (row[1], row[2], row[3], row[4]) for row in rows}
