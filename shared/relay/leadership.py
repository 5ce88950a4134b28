"""Who may send: one relay per service, by an advisory lock on a connection of its own and a fence that rises."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import structlog
from psycopg import AsyncConnection

from shared.database import Database
from shared.relay.waker import CHANNEL

BEAT_S = 1.0
"""How often a leader is heard on its connection; it is also how often the log is polled without a notification."""
FROZEN_S = 10.0
"""A leader that has been silent for so long is taken for frozen, and its connection is ended."""

_LOCK = "SELECT pg_try_advisory_lock(hashtext('sysloom.relay')) AS held"
_FENCE = "UPDATE relay_state SET fence = fence + 1 WHERE id = 1 RETURNING fence"
_DEPOSE = """
SELECT pg_terminate_backend(holder.pid)
FROM pg_locks AS held JOIN pg_stat_activity AS holder USING (pid)
WHERE held.locktype = 'advisory' AND held.granted AND held.objsubid = 1
  AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database())
  AND (held.classid::bigint << 32 | held.objid::bigint) = hashtext('sysloom.relay')::bigint
  AND holder.state_change < clock_timestamp() - make_interval(secs => %s)
"""
_log = structlog.get_logger(__name__)


class Deposed(Exception):
    """Another relay leads by now."""


@dataclass(slots=True)
class Term:
    """The time of one leader: its fence, and `woken`, set when there may be something to send."""

    fence: int
    woken: asyncio.Event
    connection: AsyncConnection[Any]

    async def listen(self) -> None:
        """Set `woken` at each notification; fails with `psycopg.OperationalError` when leadership is lost."""
        while True:
            async for _ in self.connection.notifies(timeout=BEAT_S):
                self.woken.set()
            await self.connection.execute("SELECT 1")
            self.woken.set()


@asynccontextmanager
async def leadership(database: Database) -> AsyncIterator[Term]:
    """Wait until this process leads, and lead for the block."""
    async with await database.direct() as connection:
        while not await _try_lock(connection):
            await connection.execute(_DEPOSE, [FROZEN_S])
            await asyncio.sleep(BEAT_S)
        await connection.execute(f"LISTEN {CHANNEL}".encode())
        row = await (await connection.execute(_FENCE)).fetchone()
        fence = row[0] if row else 0
        _log.info("relay_leads", fence=fence)
        yield Term(fence, asyncio.Event(), connection)


async def _try_lock(connection: AsyncConnection[Any]) -> bool:
    row = await (await connection.execute(_LOCK)).fetchone()
    return bool(row and row[0])
