"""One service's log: append in groups, read in order."""

from datetime import datetime
from uuid import UUID

from shared.database import Database
from shared.envelope import splice
from shared.log.statements import FEED, FIND_EVENTS, HEADS
from shared.log.units import Unit
from shared.log.writer import Writer
from shared.positions import Head, Position
from shared.relay.waker import Waker


class Log:
    """The log in one service's database. Any number of processes may write to it."""

    def __init__(self, source: str, database: Database) -> None:
        """Take the service's name and database."""
        self._source = source
        self._database = database
        self._waker = Waker(database)
        self._writer = Writer(database, self._waker.wake)

    async def append(self, unit: Unit) -> list[Position]:
        """Commit a unit, together with others that wait; return where its events stand, in their order.

        Raises `VersionTaken` where a stream went on in the meantime, `KeyDestroyed`, `Unavailable` while the log is
        halted or the database is away, and the `psycopg.Error` of any constraint that this unit alone breaks.
        """
        found = await self._writer.write(unit)
        return [self._position(*found[event.event_id]) for event in unit.events]

    async def find(self, event_ids: list[UUID]) -> list[Position]:
        """Return where those of these events stand that have been stored."""
        rows = await self._database.fetch(FIND_EVENTS, {"ids": event_ids})
        return [self._position(row["epoch"], row["shard"], row["position"], row["recorded_at"]) for row in rows]

    async def heads(self) -> list[Head]:
        """Return the end of each shard."""
        rows = await self._database.fetch(HEADS)
        return [Head(r["shard"], r["epoch"], r["position"], r["recorded_at"], r["halted"]) for r in rows]

    async def feed(self, shard: int, after: int, limit: int) -> list[bytes]:
        """Return the events of a shard after a position, with the bytes that are on Kafka."""
        rows = await self._database.fetch(FEED, {"of": shard, "after": after, "most": limit})
        return [splice(r["body"], r["epoch"], r["shard"], r["position"], r["recorded_at"]) for r in rows]

    async def close(self) -> None:
        """Write what waits, and stop."""
        await self._writer.close()
        await self._waker.close()

    def _position(self, epoch: int, shard: int, position: int, recorded_at: datetime) -> Position:
        return Position(self._source, epoch, shard, position, recorded_at)
