"""Group commit: units that arrive while a transaction is under way wait together and are written as the next one."""

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any
from uuid import UUID

import psycopg
import structlog
from prometheus_client import Histogram
from psycopg import AsyncConnection

from shared.aggregates import Unavailable, VersionTaken
from shared.database import Database
from shared.log.batch import Place, write_batch
from shared.log.statements import FIND_EVENTS, HOLD_HEADS
from shared.log.units import Unit

MOST_UNITS = 256
"""So many units at most go into one transaction."""
MOST_BYTES = 4 * 1024 * 1024
_RETRY_S = (0.005, 0.02, 0.1, 0.3, 1.0)
_GIVE_UP_S = 5.0
_HALTED, _KEY_DESTROYED = "SY001", "SY002"
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
    done: asyncio.Future[Places]


class Writer:
    """Writes the units of one process, one transaction after another."""

    def __init__(self, database: Database) -> None:
        """Take the database that holds the log."""
        self._database = database
        self._queue: deque[_Waiting] = deque()
        self._writing: asyncio.Task[None] | None = None

    async def write(self, unit: Unit) -> Places:
        """Return the place of each event once the unit is committed; raise what `Log.append` names."""
        waiting = _Waiting(unit, asyncio.get_running_loop().create_future())
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
        streams: set[object] = set()
        size = 0
        while self._queue and len(taken) < MOST_UNITS and size < MOST_BYTES:
            waiting = self._queue.popleft()
            mine = waiting.unit.exclusive()
            if streams & mine:
                later.append(waiting)
            else:
                taken.append(waiting)
                streams |= mine
                size += waiting.unit.size()
        self._queue.extendleft(reversed(later))
        return taken

    async def _write(self, batch: list[_Waiting]) -> None:
        """Write a batch; halve one that fails until the culprit stands alone."""
        try:
            places = await self._commit([waiting.unit for waiting in batch])
        except Exception as error:  # noqa: BLE001 - it is raised where the unit came from
            if len(batch) > 1 and not isinstance(error, (Unavailable, psycopg.OperationalError)):
                half = len(batch) // 2
                await self._write(batch[:half])
                await self._write(batch[half:])
                return
            for waiting in batch:
                waiting.done.set_exception(error)
                waiting.done.exception()  # whoever asked may have gone
            return
        _sizes.observe(len(batch))
        for waiting in batch:
            waiting.done.set_result(places)

    async def _commit(self, units: Sequence[Unit]) -> Places:
        """Commit units in one transaction; try again what is not their fault."""
        deadline = monotonic() + _GIVE_UP_S
        doubtful = False
        for attempt in range(len(_RETRY_S) + 1):
            try:
                async with self._database.connection() as connection:
                    if doubtful and (places := await _find(connection, units)) is not None:
                        return places
                    doubtful = True
                    return await write_batch(connection, units)
            except (
                psycopg.errors.DeadlockDetected,
                psycopg.errors.LockNotAvailable,
                psycopg.errors.SerializationFailure,
            ) as error:
                failed: Exception = error
                doubtful = False  # the server said itself that nothing was committed
            except (psycopg.OperationalError, psycopg.InterfaceError) as error:
                failed = error
            except psycopg.errors.UniqueViolation as error:
                # a repeat of a command whose ids follow from its cause: it has taken effect, and that is its answer
                if len(units) == 1 and error.diag.constraint_name == "events_event_id_key":
                    async with self._database.connection() as connection:
                        if (places := await _find(connection, units)) is not None:
                            return places
                raise _meaning(error) from error
            except psycopg.Error as error:
                raise _meaning(error) from error
            if monotonic() > deadline or attempt == len(_RETRY_S):
                break
            await asyncio.sleep(_RETRY_S[attempt])
        _log.warning("append_failed", error=type(failed).__name__, units=len(units))
        raise failed


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
