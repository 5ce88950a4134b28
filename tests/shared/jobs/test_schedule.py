"""Scheduled work: done once by any number of processes, and never dead."""

from datetime import timedelta
from uuid import UUID

from deploy.local.provision import ServiceDatabase
from shared.context import Context, current
from shared.database import Database
from shared.jobs.handlers import Jobs, every
from shared.jobs.runner import MAX_TRIES
from tests.shared.conftest import Owner
from tests.shared.jobs.chores import Chores, be_due, failed, queue, row, running
from tests.waiting import eventually


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
