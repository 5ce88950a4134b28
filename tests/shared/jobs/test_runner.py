"""The runner: a job is leased to one process, tried again with growing pauses, and set aside after many tries."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

import psycopg
import pytest
from prometheus_client import REGISTRY

from deploy.local.provision import ServiceDatabase
from shared.aggregates import Unavailable
from shared.context import Context, acting, current
from shared.database import Database
from shared.ids import uuid7
from shared.jobs.handlers import Jobs, every, job
from shared.jobs.queue import enqueue
from shared.jobs.runner import MAX_TRIES, JobRunner
from shared.log.units import Job
from tests.shared.conftest import Owner
from tests.shared.log.proxy import Proxy
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


class Clock(Jobs):
    """Counts how often it has struck."""

    def __init__(self) -> None:
        self.struck = 0
        self.contexts: list[Context] = []
        self.failing = False

    @every(timedelta(hours=1))
    async def strike(self) -> None:
        self.struck += 1
        self.contexts.append(current())
        if self.failing:
            raise RuntimeError("private text")


@pytest.fixture
async def database(things_database: ServiceDatabase, owner: Owner) -> AsyncIterator[Database]:
    database = Database(things_database.url)
    await database.open()
    yield database
    await database.close()
    await owner.execute("DELETE FROM jobs")


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


async def test_each_job_is_done_once_by_one_of_two_processes(
    database: Database, things_database: ServiceDatabase, owner: Owner
) -> None:
    other_database = Database(things_database.url)
    await other_database.open()
    one, another = Chores(), Chores()
    jobs = [await queue(database, "sweep") for _ in range(60)]
    async with running(database, one), running(other_database, another):
        for job_id in jobs:
            await eventually(partial(gone, owner, job_id))
    await other_database.close()
    assert sorted(one.done + another.done) == sorted(jobs)
    assert one.done
    assert another.done


async def test_a_job_knows_what_caused_it(database: Database, owner: Owner) -> None:
    cause, at = uuid7(), datetime(2026, 5, 1, tzinfo=UTC)
    chores = Chores()
    with acting(Context(correlation_id="c", causation_id=cause, caused_at=at, traceparent="00-1-2-03")):
        of_fact = await queue(database, "sweep")
    with acting(Context(correlation_id="d", on_behalf_of="user:x")):
        of_request = await queue(database, "sweep")
    async with running(database, chores):
        await eventually(lambda: gone(owner, of_fact))
        await eventually(lambda: gone(owner, of_request))
    context = chores.contexts[of_fact]
    assert (context.actor, context.correlation_id, context.traceparent) == ("service:things", "c", "00-1-2-03")
    assert (context.causation_id, context.caused_at) == (cause, at)
    context = chores.contexts[of_request]
    assert (context.correlation_id, context.on_behalf_of) == ("d", "user:x")
    assert context.causation_id == of_request  # so that its events have the same ids when it is run again
    assert context.caused_at is None  # a clock of ours must not move the log's


async def test_a_failed_job_is_tried_again_after_growing_pauses(database: Database, owner: Owner) -> None:
    chores = Chores()
    chores.failures = [RuntimeError("private text") for _ in range(3)]
    job_id = await queue(database, "fail")
    async with running(database, chores):
        for attempt, pause_s in ((1, 2), (2, 4), (3, 8)):
            found = await eventually(partial(failed, owner, job_id, attempt))
            assert pause_s - 1 < found["pause_s"] <= pause_s
            assert found["error"].startswith("RuntimeError at test_runner.py:")
            assert "private" not in found["error"]
            await be_due(owner, job_id)
        await eventually(lambda: gone(owner, job_id))
    assert chores.done == [job_id]


async def test_a_job_that_always_fails_is_dead_in_the_end_and_kept(database: Database, owner: Owner) -> None:
    chores = Chores()
    chores.failures = [RuntimeError("private text") for _ in range(5)]
    job_id = await queue(database, "fail")
    await be_due(owner, job_id, attempts=MAX_TRIES - 1)
    async with running(database, chores):
        assert await eventually(lambda: failed(owner, job_id, MAX_TRIES))
        await be_due(owner, job_id)
        await two_polls(database, chores)
        await eventually(dead_jobs_are_counted)
    assert await failed(owner, job_id, MAX_TRIES)
    assert len(chores.failures) == 4


async def dead_jobs_are_counted() -> bool:
    return REGISTRY.get_sample_value("sysloom_jobs_dead", {"service": "things"}) == 1


@pytest.mark.parametrize("error", [psycopg.OperationalError("gone"), Unavailable()], ids=["database", "halted log"])
async def test_a_failure_of_the_world_is_not_counted(error: Exception, database: Database, owner: Owner) -> None:
    chores = Chores()
    chores.failures = [error]
    job_id = await queue(database, "fail")
    async with running(database, chores):
        found = await eventually(lambda: failed(owner, job_id, 0))
        assert found["pause_s"] <= 1
        await eventually(lambda: gone(owner, job_id))


async def test_a_job_is_its_process_s_until_the_lease_ends(database: Database, owner: Owner) -> None:
    chores = Chores()
    leased, left = await queue(database, "sweep"), await queue(database, "sweep")
    now = datetime.now(UTC)
    await be_due(owner, leased, attempts=1, locked_until=now + timedelta(minutes=1))
    await be_due(owner, left, attempts=1, locked_until=now - timedelta(seconds=1))
    async with running(database, chores):
        await two_polls(database, chores)
        assert left in chores.done
        assert leased not in chores.done
        await be_due(owner, leased, locked_until=now)
        await eventually(lambda: gone(owner, leased))


async def test_who_comes_too_late_does_not_end_the_job_of_another(database: Database, owner: Owner) -> None:
    chores = Chores()
    job_id = await queue(database, "wait")
    async with running(database, chores):
        await chores.held.wait()
        # its lease ended, and another process took it
        until = datetime.now(UTC) + timedelta(minutes=1)
        await be_due(owner, job_id, attempts=2, locked_until=until)
        chores.hold.set()
        await eventually(lambda: contains(chores.done, job_id))
        await two_polls(database, chores)
    found = await row(owner, job_id)
    assert (found["attempts"], found["locked_until"]) == (2, until)


async def test_a_process_that_stops_gives_its_jobs_back_at_once(database: Database, owner: Owner) -> None:
    chores, next_chores = Chores(), Chores()
    job_id = await queue(database, "wait")
    async with running(database, chores):
        await chores.held.wait()
    found = await row(owner, job_id)
    assert (found["attempts"], found["locked_until"]) == (0, None)
    next_chores.hold.set()
    async with running(database, next_chores):
        await eventually(lambda: gone(owner, job_id))


async def test_a_job_that_is_done_while_the_database_is_away_is_not_done_again(
    things_database: ServiceDatabase, database: Database, owner: Owner
) -> None:
    chores = Chores()
    async with Proxy(things_database.url) as proxy:
        behind_proxy = Database(proxy.url)
        await behind_proxy.open()
        job_id = await queue(database, "wait")
        async with running(behind_proxy, chores) as runner:
            await chores.held.wait()
            await proxy.go_away()
            chores.hold.set()
            await eventually(partial(contains, chores.done, job_id))
            await proxy.come_back()
            await eventually(lambda: gone(owner, job_id))
            assert not runner.done()
        await behind_proxy.close()
    assert chores.done == [job_id]


async def test_scheduled_work_is_done_once_by_one_of_two_processes(
    database: Database, things_database: ServiceDatabase, owner: Owner
) -> None:
    other_database = Database(things_database.url)
    await other_database.open()
    one, another, chores, other_chores = Clock(), Clock(), Chores(), Chores()
    async with running(database, one, chores), running(other_database, another, other_chores):
        await eventually(lambda: struck(one, another, 1))
        await both_poll(database, chores, other_chores)
        assert one.struck + another.struck == 1
        await owner.execute("UPDATE jobs SET run_at = now() WHERE kind LIKE 'every:%'")
        await eventually(lambda: struck(one, another, 2))
        await both_poll(database, chores, other_chores)
        assert one.struck + another.struck == 2
    await other_database.close()
    assert [context.causation_id for context in one.contexts + another.contexts] == [None, None]


async def struck(one: Clock, another: Clock, times: int) -> bool:
    return one.struck + another.struck >= times


async def both_poll(database: Database, one: Chores, another: Chores) -> None:
    """Return when both processes have looked for work since."""
    one.done.clear()
    another.done.clear()

    async def both() -> bool:
        for _ in range(10):
            await queue(database, "sweep")
        return bool(one.done and another.done)

    await eventually(both)


async def test_scheduled_work_that_fails_is_never_dead(database: Database, owner: Owner) -> None:
    clock = Clock()
    clock.failing = True
    async with running(database, clock):
        await eventually(lambda: struck(clock, Clock(), 1))
        found = await owner.execute("SELECT id FROM jobs")
        schedule = await found.fetchone()
        assert schedule
        job_id = UUID(str(schedule[0]))
        assert await eventually(lambda: failed(owner, job_id, 1))
        await be_due(owner, job_id, attempts=MAX_TRIES + 5)
        await eventually(lambda: struck(clock, Clock(), 2))
        clock.failing = False
        await eventually(lambda: failed(owner, job_id, MAX_TRIES + 6))
        await be_due(owner, job_id)
        await eventually(lambda: struck(clock, Clock(), 3))
        await eventually(lambda: rests(owner, job_id))


async def rests(owner: Owner, job_id: UUID) -> bool:
    found = await row(owner, job_id)
    return bool(found) and (found["attempts"], found["error"]) == (0, None) and found["pause_s"] > 3500
