"""Jobs that note what was done, and what is seen of them in the queue."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from shared.context import Context, current
from shared.database import Database
from shared.jobs.handlers import Jobs, job
from shared.jobs.queue import enqueue
from shared.jobs.runner import JobRunner
from shared.log.units import Job
from tests.shared.conftest import Owner
from tests.waiting import eventually


class Chores(Jobs):
    """Does what it is told, and notes what it did in which circumstances."""

    def __init__(self) -> None:
        self.done: list[UUID] = []
        self.contexts: dict[UUID, Context] = {}
        self.failures: list[Exception] = []
        self.hold = asyncio.Event()
        self.held = asyncio.Event()

    @job("sweep")
    async def sweep(self, job: Job) -> None:
        await asyncio.sleep(0)
        self.contexts[job.id] = current()
        self.done.append(job.id)

    @job("fail")
    async def fail(self, job: Job) -> None:
        if self.failures:
            raise self.failures.pop(0)
        self.done.append(job.id)

    @job("wait")
    async def wait(self, job: Job) -> None:
        self.held.set()
        await self.hold.wait()
        self.done.append(job.id)


@asynccontextmanager
async def running(database: Database, *handlers: Jobs) -> AsyncIterator[asyncio.Task[None]]:
    """Run jobs for the block, as one process would."""
    task = asyncio.create_task(JobRunner("things", handlers, database).run())
    try:
        yield task
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def queue(database: Database, kind: str, **payload: Any) -> UUID:
    """Queue a job and return its id."""
    given = Job(kind, payload)
    async with database.transaction() as rows:
        await enqueue(rows, given)
    return given.id


async def row(owner: Owner, job_id: UUID) -> dict[str, Any]:
    """Return the job's row, empty if it is gone; `pause_s` is the time until its next run."""
    found = await owner.execute(
        "SELECT attempts, last_error, locked_until, EXTRACT(epoch FROM run_at - now())::float FROM jobs WHERE id = %s",
        [job_id],
    )
    values = await found.fetchone()
    return dict(zip(("attempts", "error", "locked_until", "pause_s"), values, strict=True)) if values else {}


async def failed(owner: Owner, job_id: UUID, attempts: int) -> dict[str, Any]:
    """Return the job's row once it has failed so often and waits for another time."""
    found = await row(owner, job_id)
    waits = found and found["attempts"] == attempts and not found["locked_until"] and found["error"]
    return found if waits else {}


async def be_due(
    owner: Owner, job_id: UUID, *, attempts: int | None = None, locked_until: datetime | None = None
) -> None:
    """Let a job be due, and have been tried or leased."""
    await owner.execute(
        "UPDATE jobs SET run_at = '2026-01-01', attempts = coalesce(%s, attempts), locked_until = %s WHERE id = %s",
        [attempts, locked_until, job_id],
    )


async def two_polls(database: Database, chores: Chores) -> None:
    """Return when the queue has been looked through twice."""
    for _ in range(2):
        marker = await queue(database, "sweep")
        await eventually(partial(contains, chores.done, marker))


async def contains(done: list[UUID], job_id: UUID) -> bool:
    return job_id in done


async def gone(owner: Owner, job_id: UUID) -> bool:
    return not await row(owner, job_id)
