"""The runner: a job is leased to one process, tried again with growing pauses, and set aside after many tries."""

from datetime import UTC, datetime, timedelta
from functools import partial

import psycopg
import pytest
from prometheus_client import REGISTRY

from deploy.local.provision import ServiceDatabase
from shared.aggregates import Unavailable
from shared.context import Context, acting
from shared.database import Database
from shared.ids import uuid7
from shared.jobs.runner import MAX_TRIES
from tests.shared.conftest import Owner
from tests.shared.jobs.chores import Chores, be_due, contains, failed, gone, queue, row, running, two_polls
from tests.shared.log.proxy import Proxy
from tests.waiting import eventually


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
            assert found["error"].startswith("RuntimeError at chores.py:")
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
