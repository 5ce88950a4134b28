"""Telling the relay that there is something to send: at most one NOTIFY per 5 ms, outside of every append."""

import asyncio
import contextlib
from typing import Any

import psycopg
import structlog
from psycopg import AsyncConnection

from shared.database import Database

CHANNEL = "log"
_PAUSE_S = 0.005
_RECONNECT_S = 1.0
_log = structlog.get_logger(__name__)


class Waker:
    """Sends the notifications on a connection of its own, opened when first needed; a lost one costs a second."""

    def __init__(self, database: Database) -> None:
        """Take the database whose relay is to be woken."""
        self._database = database
        self._asked = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def wake(self) -> None:
        """Ask for a notification soon; returns at once. Call it on the event loop, after the commit."""
        self._asked.set()
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._run(), name="waker")

    async def close(self) -> None:
        """Stop, and close the connection."""
        if self._task:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    async def _run(self) -> None:
        while True:
            try:
                connection = await self._database.direct()
                async with connection:
                    await self._notify(connection)
            except (psycopg.Error, OSError) as error:
                _log.warning("waker_lost_its_connection", error=type(error).__name__)
                await asyncio.sleep(_RECONNECT_S)

    async def _notify(self, connection: AsyncConnection[Any]) -> None:
        while True:
            await self._asked.wait()
            self._asked.clear()
            await connection.execute(f"NOTIFY {CHANNEL}".encode())
            await asyncio.sleep(_PAUSE_S)
