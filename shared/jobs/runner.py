"""Running jobs: each is leased to one process, tried again with growing pauses, and set aside after many tries."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
import structlog
from prometheus_client import Counter, Gauge
from sqlalchemy.dialects.postgresql import ARRAY, insert

from shared.aggregates import Unavailable
from shared.causes import describe
from shared.context import Context, acting
from shared.database import LOST, Database, Statement
from shared.ids import derive_id, uuid7
from shared.jobs.handlers import Jobs
from shared.log.units import Job
from shared.tables import jobs

MAX_TRIES = 20
"""After so many failures a job is dead: it stays in the table with its last error and is not tried again."""
_LEASE = timedelta(minutes=5)
_AT_ONCE = 8
_POLL_S = 0.5
_MAX_PAUSE_S = 600.0
_SCHEDULED = "every:"
_SCHEDULES = UUID("01900000-0000-7000-8000-0000000e0e27")
_log = structlog.get_logger(__name__)

_done = Counter("sysloom_jobs_total", "Jobs run", ["service", "kind", "outcome"])
_dead = Gauge("sysloom_jobs_dead", "Jobs that are no longer tried", ["service"])

# in a CTE, which runs once: a subquery might be run again for each row, and lock others then
_due = (
    sa.select(jobs.c.id)
    .where(
        jobs.c.run_at <= sa.func.now(),
        sa.or_(jobs.c.locked_until.is_(None), jobs.c.locked_until < sa.func.now()),
        sa.or_(jobs.c.attempts < MAX_TRIES, jobs.c.kind.startswith(_SCHEDULED)),
        jobs.c.kind == sa.func.any(sa.bindparam("kinds", type_=ARRAY(sa.Text))),
    )
    .order_by(jobs.c.run_at)
    .limit(_AT_ONCE)
    .with_for_update(skip_locked=True)
    .cte("due")
)
_CLAIM = Statement(
    sa.update(jobs)
    .where(jobs.c.id == _due.c.id)
    .values(attempts=jobs.c.attempts + 1, locked_until=sa.func.now() + sa.cast(sa.bindparam("lease"), sa.Interval))
    .returning(jobs.c.id, jobs.c.kind, jobs.c.payload, jobs.c.cause, jobs.c.attempts, jobs.c.created_at)
)
_mine = (jobs.c.id == sa.bindparam("of"), jobs.c.attempts == sa.bindparam("tried"))
_DONE = Statement(sa.delete(jobs).where(*_mine))
_AGAIN = Statement(
    sa.update(jobs)
    .where(*_mine)
    .values(
        locked_until=None,
        run_at=sa.func.now() + sa.cast(sa.bindparam("pause"), sa.Interval),
        last_error=sa.bindparam("error"),
        attempts=sa.bindparam("attempts"),
    )
)
_SCHEDULE = Statement(
    insert(jobs)
    .values(id=sa.bindparam("id"), kind=sa.bindparam("kind"), payload=sa.text("'{}'"), cause=sa.text("'{}'"))
    .on_conflict_do_nothing()
)
_COUNT_DEAD = Statement(
    sa.select(sa.func.count().label("dead")).where(jobs.c.attempts >= MAX_TRIES, ~jobs.c.kind.startswith(_SCHEDULED))
)


class JobRunner:
    """Runs one service's queued and scheduled jobs. Any number may run: a job is leased to one of them at a time."""

    def __init__(self, service: str, handlers: Sequence[Jobs], database: Database) -> None:
        """Take what does the jobs, and where they are queued."""
        self._service = service
        self._database = database
        self._by_kind = {kind: handler for handler in handlers for kind in handler.kinds}
        self._scheduled = {
            f"{_SCHEDULED}{schedule.name}": (handler, method, schedule.interval)
            for handler in handlers
            for method, schedule in handler.schedules.items()
        }
        self._kinds = [*self._by_kind, *self._scheduled]

    async def run(self) -> None:
        """Run jobs until cancelled, and give back those under way; those of a process that dies keep their lease."""
        if not self._kinds:
            return
        await self._schedule()
        while True:
            claimed = await self._database.fetch(_CLAIM, {"kinds": self._kinds, "lease": _LEASE})
            await asyncio.gather(*(self._run_one(row) for row in claimed))
            if not claimed:
                count = await self._database.fetch(_COUNT_DEAD)
                _dead.labels(self._service).set(count[0]["dead"])
                await asyncio.sleep(_POLL_S)

    async def _schedule(self) -> None:
        for kind in self._scheduled:
            await self._database.execute(_SCHEDULE, {"id": derive_id(_SCHEDULES, kind), "kind": kind})

    async def _run_one(self, row: dict[str, Any]) -> None:
        error: str | None = None
        try:
            with acting(_context(self._service, row, scheduled=row["kind"] in self._scheduled)):
                async with asyncio.timeout(_LEASE.total_seconds() * 0.9):
                    await self._perform(row)
        except asyncio.CancelledError:
            again = {"of": row["id"], "tried": row["attempts"], "attempts": row["attempts"] - 1}
            await self._database.execute(_AGAIN, {**again, "pause": timedelta(), "error": None})
            raise
        except (*LOST, Unavailable) as failure:
            error = describe(failure)
            row["tries"] = row["attempts"] - 1  # the job is not to blame
        except Exception as failure:  # noqa: BLE001 - whatever it is, the job stays and the runner goes on
            error = describe(failure)
        await self._finish(row, error)

    async def _perform(self, row: dict[str, Any]) -> None:
        if row["kind"] in self._scheduled:
            handler, method, _ = self._scheduled[row["kind"]]
            await handler.perform_scheduled(method)
        else:
            job = Job(row["kind"], row["payload"], id=row["id"], cause=row["cause"])
            await self._by_kind[row["kind"]].perform(job)

    async def _finish(self, row: dict[str, Any], error: str | None) -> None:
        """Delete what is done, unless another process has it by now; give the rest another time."""
        mine = {"of": row["id"], "tried": row["attempts"]}
        tries = row.get("tries", row["attempts"])
        scheduled = self._scheduled.get(row["kind"])
        if error:
            _log.warning(
                "job_failed", service=self._service, kind=row["kind"], job=str(row["id"]), tries=tries, error=error
            )
            pause = timedelta(seconds=min(2.0 ** min(tries, 20), _MAX_PAUSE_S))
            if scheduled:
                pause = min(pause, scheduled[2])
            await self._settle(_AGAIN, {**mine, "pause": pause, "error": error, "attempts": tries})
        elif scheduled:
            await self._settle(_AGAIN, {**mine, "pause": scheduled[2], "error": None, "attempts": 0})
        else:
            await self._settle(_DONE, mine)
        _done.labels(self._service, row["kind"], "failed" if error else "done").inc()

    async def _settle(self, statement: Statement, values: dict[str, Any]) -> None:
        """Write what became of a job, however long the database is away: else its lease would have to end first."""
        while True:
            try:
                await self._database.execute(statement, values)
            except LOST:
                await asyncio.sleep(_POLL_S)
            else:
                return


def _context(service: str, row: dict[str, Any], *, scheduled: bool) -> Context:
    """Return the circumstances of a job: what it does is caused by what queued it, or by the job itself.

    Scheduled work has no cause: its row is the same each time, and what is done a second time is no repeat.
    """
    cause = row["cause"]
    caused_at = cause.get("caused_at")
    return Context(
        actor=f"service:{service}",
        role="service",
        on_behalf_of=cause.get("on_behalf_of"),
        request_id=str(row["id"]),
        correlation_id=cause.get("correlation_id") or str(uuid7()),
        causation_id=None if scheduled else UUID(cause["causation_id"]) if cause.get("causation_id") else row["id"],
        caused_at=datetime.fromisoformat(caused_at) if caused_at else None,
        traceparent=cause.get("traceparent"),
    )
