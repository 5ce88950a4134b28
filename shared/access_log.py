"""Access events that are summed up: one's own reads, and what a flood of refusals leaves."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

import structlog

from shared.causes import describe
from shared.context import Context, current
from shared.events import AccessRefused, DataRead

WINDOW_S = 60.0
SINGLE = 10
"""So many refusals of one caller and route in a minute are recorded one by one, the others as a count."""
_MOST = 20_000
_log = structlog.get_logger(__name__)

Summed = AccessRefused | DataRead
Record = Callable[[Summed, Context], Awaitable[None]]


@dataclass(slots=True)
class _Sum:
    event: Summed
    context: Context
    seen: int = 0
    counted: int = 0


class AccessLog:
    """What one process has counted and not yet recorded; the sums are recorded each minute and at the end."""

    def __init__(self, record: Record) -> None:
        """Take what records a sum in the circumstances of its first event."""
        self._record = record
        self._sums: dict[tuple[object, ...], _Sum] = {}
        self._closing = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def count(self, event: Summed, *about: object, single: int = 0) -> bool:
        """Count an event of the current caller; return whether it is one of the first, to be recorded by itself.

        Events of one type and caller that are `about` the same belong together.
        """
        context = current()
        caller = context.user_id or context.ip_address
        key = (type(event), caller, *about)
        known = self._sums.get(key)
        if known is None:
            if len(self._sums) >= _MOST:
                return True  # a flood of callers must cost no memory
            known = self._sums[key] = _Sum(event, replace(context, idempotency=None, recorded=[]))
        known.seen += 1
        if self._task is None:
            self._task = asyncio.create_task(self._run(), name="access_log")
        if known.seen <= single:
            return True
        known.counted += 1
        return False

    async def flush(self) -> None:
        """Record all sums, at once: they share transactions, and wait together for a database that is away."""
        sums, self._sums = self._sums, {}
        await asyncio.gather(*(self._flush(key, one) for key, one in sums.items() if one.counted))

    async def close(self) -> None:
        """Record what has been counted, and stop; what is being recorded is not broken off."""
        self._closing.set()
        if self._task:
            await self._task
        await self.flush()

    async def _flush(self, key: tuple[object, ...], one: _Sum) -> None:
        try:
            await self._record(one.event.model_copy(update={"count": one.counted}), one.context)
        except Exception as error:  # noqa: BLE001 - it is counted on, and tried again in a minute
            _log.warning("access_not_recorded", cause=describe(error))
            again = self._sums.setdefault(key, _Sum(one.event, one.context))
            again.seen += one.seen
            again.counted += one.counted

    async def _run(self) -> None:
        while not self._closing.is_set():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._closing.wait(), WINDOW_S)
            await self.flush()
