"""How far a consumer has got is in the database: moved by one process at a time, and no shard waits for another."""

import asyncio
from collections.abc import AsyncIterator

import psycopg
import pytest

from deploy.local.provision import ServiceDatabase
from shared.consumers.places import Moved, Place, Places
from shared.database import Database
from shared.ids import SHARDS
from tests.shared.conftest import Owner

NOT_WAITED_S = 0.5


@pytest.fixture
async def database(things_database: ServiceDatabase, owner: Owner) -> AsyncIterator[Database]:
    """Return the database; nobody has ever heard of any source."""
    await owner.execute("TRUNCATE consumer_positions")
    database = Database(things_database.url)
    await database.open()
    yield database
    await database.close()


async def test_a_source_never_heard_of_begins_at_nothing_in_every_shard(database: Database) -> None:
    places = Places("things")
    assert await places.read(database) == {}
    assert await places.of(database, 3) == Place(0, 0)
    assert await places.read(database) == {shard: Place(0, 0) for shard in range(SHARDS)}
    assert await Places("others").read(database) == {}


async def test_processes_that_begin_at_once_begin_at_the_same_place(database: Database) -> None:
    found = await asyncio.gather(*[Places("things").of(database, shard) for shard in range(SHARDS)])
    assert found == [Place(0, 0)] * SHARDS


async def test_asking_for_a_shard_does_not_wait_for_a_transaction_that_moves_another(database: Database) -> None:
    mover = Places("things")
    before = await mover.of(database, 3)
    async with database.transaction() as rows:
        await mover.move(rows, 3, before, Place(1, 7))
        asking = Places("things")
        assert await asyncio.wait_for(asking.of(database, 4), NOT_WAITED_S) == Place(0, 0)
        assert await asyncio.wait_for(asking.of(database, 3), NOT_WAITED_S) == Place(0, 0)
    assert await Places("things").of(database, 3) == Place(1, 7)


async def test_shards_are_moved_side_by_side(database: Database) -> None:
    places = Places("things")
    before = await places.of(database, 3)
    async with database.transaction() as one, database.transaction() as other:
        await places.move(one, 3, before, Place(1, 1))
        await asyncio.wait_for(places.move(other, 4, before, Place(1, 2)), NOT_WAITED_S)
    moved = await places.read(database)
    assert (moved[3], moved[4], moved[5]) == (Place(1, 1), Place(1, 2), Place(0, 0))


async def test_of_two_that_move_from_the_same_place_one_does(database: Database) -> None:
    one, other = Places("things"), Places("things")
    before = await one.of(database, 3)
    assert await other.of(database, 3) == before

    async def move(places: Places) -> bool:
        try:
            async with database.transaction() as rows:
                await places.move(rows, 3, before, Place(1, 5))
        except Moved:
            return False
        places.committed(3, Place(1, 5))
        return True

    assert sorted(await asyncio.gather(move(one), move(other))) == [False, True]
    assert await one.of(database, 3) == await other.of(database, 3) == Place(1, 5)


@pytest.mark.parametrize("known", [Place(0, 5), Place(1, 4), Place(1, 6), Place(2, 5)], ids=str)
async def test_only_the_very_place_may_be_left(database: Database, known: Place) -> None:
    places = Places("things")
    async with database.transaction() as rows:
        await places.move(rows, 3, await places.of(database, 3), Place(1, 5))
    with pytest.raises(Moved):
        async with database.transaction() as rows:
            await places.move(rows, 3, known, Place(1, 7))
    assert (await places.read(database))[3] == Place(1, 5)


async def test_a_move_that_is_rolled_back_was_none(database: Database) -> None:
    places = Places("things")
    before = await places.of(database, 3)
    async with database.transaction() as rows:
        await places.move(rows, 3, before, Place(1, 5))
        raise psycopg.Rollback
    assert (await places.read(database))[3] == before
