"""A database whose transactions end, whatever their client does, and whose lost connections are nobody's fault."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any
from uuid import uuid4

import psycopg
import psycopg_pool
import pytest
import sqlalchemy as sa

from deploy.local.provision import ServiceDatabase
from shared import database as databases
from shared import housekeeping as housekeepings
from shared.api.problems import render
from shared.database import LOST, UNLIMITED, Database, Statement
from shared.housekeeping import Housekeeping
from shared.ids import shard_of
from shared.log.statements import APPEND_EVENTS
from tests.shared.conftest import Owner
from tests.shared.log.things import Thing, ThingsApplication, running, settings, things
from tests.shared.owning import asking, owning
from tests.waiting import eventually

HOLD = "SELECT FROM log_head WHERE shard = 0 FOR UPDATE"
_WAITING = """
SELECT pid FROM pg_stat_activity
WHERE datname = current_database() AND pid IN (SELECT pid FROM pg_locks WHERE NOT granted)
"""
SLEEPING = "SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()"
COPY = b"COPY things (id, version, name, label, marks, created_at, updated_at) FROM STDIN"


@pytest.fixture
async def database(things_database: ServiceDatabase) -> AsyncIterator[Database]:
    database = Database(things_database.url)
    await database.open()
    yield database
    await database.close()


def hurry(monkeypatch: pytest.MonkeyPatch, name: str, given: str, shorter: str) -> None:
    """Shorten a limit for the databases that are described from now on."""
    options = databases._OPTIONS.replace(f"-c {name}={given}", f"-c {name}={shorter}")
    assert options != databases._OPTIONS
    monkeypatch.setattr(databases, "_OPTIONS", options)


async def test_every_connection_has_limits_for_locks_and_transactions(database: Database) -> None:
    limits = {"lock_timeout": "1s", "transaction_timeout": "15s", "idle_in_transaction_session_timeout": "10s"}

    async def limits_of_one() -> dict[str, str]:
        async with database.transaction() as rows:
            await rows.execute("SELECT pg_sleep(0.05)")
            return {name: (await rows.fetch(f"SHOW {name}"))[0][name] for name in limits}

    assert await asyncio.gather(*(limits_of_one() for _ in range(8))) == [limits] * 8
    async with database.transaction() as rows:
        await rows.execute(UNLIMITED)
        assert await rows.fetch("SHOW transaction_timeout") == [{"transaction_timeout": "0"}]
    assert await limits_of_one() == limits


@pytest.fixture
def housekeeping(application: ThingsApplication, monkeypatch: pytest.MonkeyPatch) -> Housekeeping:
    """Return what ends frozen transactions, sooner than it would."""
    assert housekeepings._FROZEN_S > 15
    monkeypatch.setattr(housekeepings, "_FROZEN_S", 0.2)
    return Housekeeping(application.plumbing, anonymous_days=90)


async def test_a_client_that_is_frozen_amid_a_copy_loses_its_transaction_and_its_locks(
    database: Database, owner: Owner, housekeeping: Housekeeping
) -> None:
    label = f"label {uuid4()}"

    async def take_up(row: tuple[object, ...]) -> None:
        async with database.connection() as connection, connection.transaction(), connection.cursor() as cursor:
            await cursor.execute("SET LOCAL transaction_timeout = '100ms'")  # of which the server takes no heed
            await cursor.execute(HOLD)
            async with cursor.copy(COPY) as copy:
                await copy.write_row(row)
                await until_free(owner, housekeeping)
                await copy.write_row(row)

    with pytest.raises(LOST):
        await take_up((uuid4(), 1, "x" * 100_000, label, "{}", "2026-01-01", "2026-01-01"))
    assert await database.fetch(sa.select(things.c.id).where(things.c.label == label)) == []


async def until_free(owner: Owner, housekeeping: Housekeeping) -> None:
    """Keep house until nobody holds the head of the first shard."""
    holding = asyncio.create_task(owner.execute(HOLD))

    async def is_free() -> bool:
        await housekeeping.end_frozen_transactions()
        return holding.done()

    await eventually(is_free, timeout_s=10)
    await holding


async def test_a_client_that_is_frozen_amid_a_pipeline_loses_its_transaction_and_its_locks(
    things_database: ServiceDatabase, owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    hurry(monkeypatch, "transaction_timeout", "15s", "300ms")
    hurried = Database(things_database.url)
    await hurried.open()

    async def freeze() -> None:
        async with hurried.connection() as connection, connection.pipeline() as pipeline:
            cursor = await connection.execute(HOLD)
            connection.pgconn.send_flush_request()  # the statement is sent, its end is not
            await cursor.fetchall()
            await asyncio.wait_for(owner.execute(HOLD), 10)
            await pipeline.sync()

    with pytest.raises(LOST):
        await freeze()
    await hurried.close()


async def test_a_client_that_is_frozen_between_two_statements_loses_its_transaction(
    database: Database, owner: Owner
) -> None:
    async def freeze() -> None:
        async with database.transaction() as rows:
            await rows.execute("SET LOCAL idle_in_transaction_session_timeout = '50ms'")
            await rows.execute(HOLD)
            await asyncio.wait_for(owner.execute(HOLD), 10)
            await rows.execute("SELECT 1")

    with pytest.raises(LOST):
        await freeze()
    assert await database.fetch("SELECT 1 AS one") == [{"one": 1}]


async def test_housekeeping_ends_nobody_who_works_or_waits(database: Database, housekeeping: Housekeeping) -> None:
    assert housekeeping.schedules["end_frozen_transactions"].interval.total_seconds() < 60
    async with await database.direct() as listening, database.transaction() as rows:
        await listening.execute("LISTEN log")
        await rows.execute("SELECT pg_sleep(0.3)")
        await housekeeping.end_frozen_transactions()
        working = asyncio.create_task(rows.execute("SELECT pg_sleep(1)"))
        await eventually(lambda: database.fetch(SLEEPING), pause_s=0.01)
        await housekeeping.end_frozen_transactions()
        assert await working == 1
        await listening.execute("SELECT 1")


async def test_statements_of_a_transaction_vanish_together(database: Database, application: ThingsApplication) -> None:
    thing = await application.make_thing("name", f"label {uuid4()}")
    rename = Statement(sa.update(things).where(things.c.id == sa.bindparam("of")).values(name="another"))

    async def break_off() -> None:
        async with database.transaction() as rows:
            assert await rows.execute(rename, {"of": thing.id}) == 1
            await rows.execute("SELECT 1 / 0")

    with pytest.raises(psycopg.errors.DivisionByZero):
        await break_off()
    names = sa.select(things.c.name).where(things.c.id == thing.id)
    assert await database.fetch_one(names) == {"name": "name"}
    async with database.transaction() as rows:
        assert await rows.execute(rename, {"of": thing.id}) == 1
    assert await database.fetch_one(names) == {"name": "another"}


async def test_a_compiled_statement_takes_its_parameters_by_name(database: Database) -> None:
    with pytest.raises(TypeError, match="by name"):
        await database.fetch(Statement(sa.select(things.c.id)), [1])


@pytest.mark.parametrize("error", [*LOST, psycopg_pool.PoolTimeout, psycopg.errors.DeadlockDetected])
def test_what_was_lost_is_answered_503_with_when_to_come_back(error: type[Exception]) -> None:
    problem = render(error(), "an id")
    assert (problem.status, problem.unexpected) == (503, False)
    assert int(problem.headers["Retry-After"]) > 0


def test_a_fault_of_the_statement_is_our_own() -> None:
    assert render(psycopg.errors.UndefinedTable(), "an id").status == 500


@pytest.mark.parametrize(
    ("name", "given", "shorter"), [("lock_timeout", "1s", "100ms"), ("transaction_timeout", "15s", "100ms")]
)
async def test_a_request_whose_transaction_the_server_has_ended_is_answered_503(
    things_database: ServiceDatabase, owner: Owner, monkeypatch: pytest.MonkeyPatch, name: str, given: str, shorter: str
) -> None:
    hurry(monkeypatch, name, given, shorter)
    slow = settings(things_database.url)
    async with running(slow) as application, owning(application, slow) as port:
        internal = asking(port)
        async with owner.transaction():
            await owner.execute("LOCK log_head")
            answer = await internal.get("things", "heads")
        assert (answer.status_code, answer.json()["type"]) == (503, "/problems/unavailable")
        assert int(answer.headers["retry-after"]) > 0
        assert (await internal.get("things", "heads")).status_code == 200
        await internal.close()


async def test_a_write_whose_transaction_the_server_has_ended_is_written_once_by_the_next(
    things_database: ServiceDatabase, owner: Owner, other: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    hurry(monkeypatch, "transaction_timeout", "15s", "300ms")
    async with running(settings(things_database.url)) as application:
        thing = await application.make_thing("name", f"label {uuid4()}")
        async with owner.transaction():
            await owner.execute("SELECT FROM log_head WHERE shard = %s FOR UPDATE", [shard_of(str(thing.id))])
            renaming = asyncio.create_task(application.rename_thing(thing.id, "another", if_match=1))
            first = await eventually(lambda: waiting(other), pause_s=0.01)
            await eventually(lambda: waiting(other, but=first), pause_s=0.01)
        assert (await renaming).version == 2
        assert (await application.load(Thing, thing.id)).name == "another"
    found = await owner.execute("SELECT count(*) FROM events WHERE originator_id = %s", [thing.id])
    assert await found.fetchone() == (2,)


async def waiting(other: Owner, *, but: frozenset[Any] = frozenset()) -> frozenset[Any]:
    """Return the sessions of the service that wait for a lock, without those named."""
    found = await (await other.execute(_WAITING)).fetchall()
    return frozenset(pid for (pid,) in found) - but


async def test_a_write_that_waits_in_vain_for_a_lock_is_given_up_within_seconds(
    things_database: ServiceDatabase, owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    hurry(monkeypatch, "lock_timeout", "1s", "50ms")
    async with running(settings(things_database.url)) as application:
        thing = await application.make_thing("name", f"label {uuid4()}")
        async with owner.transaction():
            await owner.execute("SELECT FROM log_head WHERE shard = %s FOR UPDATE", [shard_of(str(thing.id))])
            with pytest.raises(psycopg.errors.LockNotAvailable):
                await asyncio.wait_for(application.rename_thing(thing.id, "another"), 15)
        assert (await application.rename_thing(thing.id, "another")).version == 2


@pytest.mark.parametrize("steps", range(6))
async def test_who_is_cancelled_just_when_a_connection_comes_is_cancelled(steps: int, database: Database) -> None:
    async def hold_one() -> None:
        async with database.connection():
            await asyncio.Event().wait()

    async with AsyncExitStack() as held:
        for _ in range(8):
            connection = await held.enter_async_context(database.connection())
            assert not connection.broken
        waiting = asyncio.create_task(hold_one())
        await eventually(lambda: is_waited_for(database))
    for _ in range(steps):
        await asyncio.sleep(0)  # one step of the loop: it is cancelled at each place in turn
    waiting.cancel()
    await asyncio.wait({waiting}, timeout=5)
    assert waiting.cancelled()
    assert await database.fetch("SELECT 1 AS one") == [{"one": 1}]


async def is_waited_for(database: Database) -> bool:
    return database._pool.get_stats()["requests_waiting"] > 0


def test_bytes_and_ids_are_handed_over_in_binary() -> None:
    assert re.findall(r"%\((\w+)\)b", APPEND_EVENTS.text) == ["originator_id", "body", "event_id"]
    assert re.findall(r"%\((\w+)\)s::(?:UUID|BYTEA)", APPEND_EVENTS.text) == []
