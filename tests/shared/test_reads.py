"""Grouped reads: few queries for many readers, each of whom sees what was there when he asked."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import psycopg
import pytest
import sqlalchemy as sa
from psycopg import AsyncConnection

from deploy.local.provision import ServiceDatabase
from shared.database import Database
from shared.ids import uuid7
from shared.reads import GroupedReads
from tests.shared.conftest import Owner
from tests.shared.log.proxy import Proxy
from tests.shared.log.things import ThingsApplication, running, settings, things

nothing = sa.Table("nothing", sa.MetaData(), sa.Column("id", sa.Uuid, primary_key=True))


class CountingDatabase(Database):
    """A database that counts how often a connection was lent: once per query here."""

    lent = 0

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[AsyncConnection[Any]]:
        self.lent += 1
        async with super().connection() as connection:
            yield connection


@pytest.fixture
async def database(things_database: ServiceDatabase) -> AsyncIterator[CountingDatabase]:
    database = CountingDatabase(things_database.url)
    await database.open()
    yield database
    await database.close()


async def make_things(owner: Owner, number: int) -> list[UUID]:
    """Insert rows and return their ids."""
    made = await owner.execute(
        "INSERT INTO things (id, version, name, label, marks, created_at, updated_at)"
        " SELECT gen_random_uuid(), 1, 'name', gen_random_uuid(), '{}', now(), now() FROM generate_series(1, %s)"
        " RETURNING id",
        [number],
    )
    return [UUID(str(id_)) for (id_,) in await made.fetchall()]


async def test_hundreds_of_readers_take_few_queries_and_each_gets_his_row(
    database: CountingDatabase, owner: Owner
) -> None:
    reads, ids = GroupedReads(database), await make_things(owner, 1200)
    rows = await asyncio.gather(*(reads.get(things, id_) for id_ in ids))
    assert [row and row["id"] for row in rows] == ids
    assert database.lent <= 4  # of 500 rows at most


async def test_readers_of_one_row_share_it(database: CountingDatabase, owner: Owner) -> None:
    reads, (id_,) = GroupedReads(database), await make_things(owner, 1)
    rows = await asyncio.gather(*(reads.get(things, id_) for _ in range(300)))
    assert all(row is rows[0] for row in rows)
    assert database.lent == 1


async def test_an_id_that_is_not_there_gives_none_beside_those_that_are(
    database: CountingDatabase, owner: Owner
) -> None:
    reads, ids = GroupedReads(database), await make_things(owner, 3)
    asked = [ids[0], uuid7(), ids[1], uuid7(), ids[2]]
    rows = await asyncio.gather(*(reads.get(things, id_) for id_ in asked))
    assert [row and row["id"] for row in rows] == [ids[0], None, ids[1], None, ids[2]]


async def test_a_reader_sees_all_that_was_committed_before_he_asked_whoever_wrote_it(
    things_database: ServiceDatabase, database: CountingDatabase
) -> None:
    reads = GroupedReads(database)
    async with running(settings(things_database.url)) as writer:
        done = asyncio.Event()
        thing = await writer.make_thing("name", f"label {uuid4()}")

        async def ask_all_the_time() -> None:
            while not done.is_set():
                await reads.get(things, thing.id)

        async def write_and_read(number: int) -> None:
            made = await writer.make_thing("name", f"label {uuid4()}")
            assert (row := await reads.get(things, made.id)) is not None
            assert row["version"] == 1
            for version in (2, 3):
                await writer.rename_thing(made.id, f"name {number} {version}")
                assert (row := await reads.get(things, made.id)) is not None
                assert row["version"] == version

        async def rename_the_one(number: int) -> None:
            renamed = await writer.rename_thing(thing.id, f"name {number}")
            assert (row := await reads.get(things, thing.id)) is not None
            assert row["version"] >= renamed.version

        asking = [asyncio.create_task(ask_all_the_time()) for _ in range(5)]
        await asyncio.gather(*(write_and_read(number) for number in range(60)))
        for number in range(20):
            await rename_the_one(number)
        done.set()
        await asyncio.gather(*asking)


async def test_a_reader_who_gives_up_harms_nobody(database: CountingDatabase, owner: Owner) -> None:
    reads, (shared_id, own_id) = GroupedReads(database), await make_things(owner, 2)
    gone = [asyncio.create_task(reads.get(things, id_)) for id_ in (shared_id, own_id, uuid7())]
    stays = [asyncio.create_task(reads.get(things, shared_id)) for _ in range(5)]
    await asyncio.sleep(0)  # all have asked
    for task in gone:
        task.cancel()
    assert [row and row["id"] for row in await asyncio.gather(*stays)] == [shared_id] * 5
    assert all(task.cancelled() for task in gone)
    assert await reads.get(things, own_id)


async def test_an_error_reaches_all_who_wait_and_none_who_come_later(database: CountingDatabase, owner: Owner) -> None:
    reads, ids = GroupedReads(database), [uuid7() for _ in range(300)]
    answers = await asyncio.gather(*(reads.get(nothing, id_) for id_ in ids), return_exceptions=True)
    assert {type(answer) for answer in answers} == {psycopg.errors.UndefinedTable}
    await owner.execute("CREATE TABLE nothing (id uuid PRIMARY KEY); GRANT SELECT ON nothing TO identity")
    assert set(await asyncio.gather(*(reads.get(nothing, id_) for id_ in ids))) == {None}


async def test_one_who_gave_up_leaves_no_error_behind(database: CountingDatabase) -> None:
    missing = sa.Table("missing", sa.MetaData(), sa.Column("id", sa.Uuid, primary_key=True))
    reads = GroupedReads(database)
    asked = asyncio.create_task(reads.get(missing, uuid7()))
    await asyncio.sleep(0)
    asked.cancel()
    with pytest.raises(psycopg.errors.UndefinedTable):
        await reads.get(missing, uuid7())


async def test_connections_that_died_with_a_restart_are_no_error(
    application: ThingsApplication, things_database: ServiceDatabase, postgres_url: str
) -> None:
    thing = await application.make_thing("name", f"label {uuid4()}")
    await asyncio.gather(*(application.read(things, thing.id) for _ in range(50)))
    name = urlsplit(things_database.url).path[1:]
    async with await psycopg.AsyncConnection.connect(postgres_url, autocommit=True) as superuser:
        await superuser.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s AND usename = 'identity'",
            [name],
        )
    rows = await asyncio.gather(*(application.read(things, thing.id) for _ in range(50)))
    assert all(row and row["id"] == thing.id for row in rows)


async def test_a_server_that_is_away_is_an_error_until_it_is_back(
    things_database: ServiceDatabase, owner: Owner
) -> None:
    (id_,) = await make_things(owner, 1)
    async with Proxy(things_database.url) as proxy, running(settings(proxy.url)) as application:
        assert await application.read(things, id_)
        proxy.gate.clear()
        waiting = [asyncio.create_task(application.read(things, id_)) for _ in range(200)]
        await asyncio.sleep(0)
        await proxy.go_away()
        answers = await asyncio.gather(*waiting, return_exceptions=True)
        assert all(isinstance(answer, psycopg.OperationalError) for answer in answers)
        proxy.gate.set()
        await proxy.come_back()
        assert await application.read(things, id_)
