"""Group commit: commands that wait together are written together, and each fails for its own reasons only."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from uuid import UUID, uuid4

import psycopg
import pytest

from deploy.local.provision import ServiceDatabase
from shared.aggregates import Conflict, Stale, Unavailable
from shared.application import command
from shared.ids import shard_of, uuid7
from shared.log.units import Tally
from tests.shared.conftest import Owner
from tests.shared.log.proxy import Proxy
from tests.shared.log.things import (
    THINGS,
    LabelTaken,
    Thing,
    ThingsApplication,
    running,
    settings,
    things,
)
from tests.waiting import eventually


async def transactions(owner: Owner, made: list[Thing]) -> int:
    """Return how many transactions wrote the first events of these things."""
    found = await owner.execute(
        "SELECT count(DISTINCT xmin::text) FROM events WHERE originator_version = 1 AND originator_id = ANY (%s)",
        [[thing.id for thing in made]],
    )
    row = await found.fetchone()
    assert row
    return int(str(row[0]))


async def test_commands_that_wait_together_are_one_transaction(application: ThingsApplication, owner: Owner) -> None:
    made = await asyncio.gather(*(application.make_thing("name", f"label {uuid4()}") for _ in range(64)))
    assert await transactions(owner, made) == 1


async def test_one_duplicate_among_64_fails_alone(application: ThingsApplication, owner: Owner) -> None:
    await application.make_thing("name", label := f"label {uuid4()}")
    labels = [f"label {uuid4()}" for _ in range(63)]
    labels.insert(41, label)
    answers = await asyncio.gather(*(application.make_thing("name", name) for name in labels), return_exceptions=True)
    made = [answer for answer in answers if isinstance(answer, Thing)]
    assert [type(answer) for answer in answers] == [Thing] * 41 + [LabelTaken] + [Thing] * 22
    assert await transactions(owner, made) == 6  # of 32, 16, 8, 4, 2 and 1


async def test_two_commands_on_one_version_both_take_effect_one_after_the_other(
    things_database: ServiceDatabase,
) -> None:
    given = settings(things_database.url)
    async with running(given) as one, running(given) as another:
        thing = await one.make_thing("name", f"label {uuid4()}")
        services = (one, one, another, another)
        renamed = await asyncio.gather(
            *(service.rename_thing(thing.id, f"name {number}") for number, service in enumerate(services))
        )
        assert sorted(answer.version for answer in renamed) == [2, 3, 4, 5]
        last = max(renamed, key=lambda answer: answer.version)
        assert (await one.load(Thing, thing.id)).name == last.name


async def test_of_two_commands_with_one_if_match_the_second_is_stale(things_database: ServiceDatabase) -> None:
    given = settings(things_database.url)
    async with running(given) as one, running(given) as another:
        for second in (one, another):
            thing = await one.make_thing("name", f"label {uuid4()}")
            answers = await asyncio.gather(
                one.rename_thing(thing.id, "one", if_match=1),
                second.rename_thing(thing.id, "two", if_match=1),
                return_exceptions=True,
            )
            assert sorted(type(answer).__name__ for answer in answers) == ["Stale", "Thing"]
            assert (await one.load(Thing, thing.id)).version == 2
        with pytest.raises(Stale):
            await one.rename_thing(thing.id, "three", if_match=1)


class Overtaken(ThingsApplication):
    """Commands before each of which a rival is faster, for some times."""

    rival: Callable[[UUID, str], Awaitable[object]]
    times: int
    tries: int = 0

    @command
    async def rename_thing(self, thing_id: UUID, name: str, *, if_match: int | None = None) -> Thing:
        async with self.change(Thing, thing_id, if_match=if_match) as thing:
            thing.rename(name)
            self.tries += 1
            if self.tries <= self.times:
                await self.rival(thing_id, f"rival {self.tries}")
        return thing


@asynccontextmanager
async def overtaken(application: ThingsApplication, times: int) -> AsyncIterator[Overtaken]:
    service = Overtaken(application.plumbing, [THINGS])
    service.rival = application.rename_thing
    service.times = times
    yield service


async def test_a_command_that_was_overtaken_three_times_still_takes_effect(application: ThingsApplication) -> None:
    thing = await application.make_thing("name", f"label {uuid4()}")
    async with overtaken(application, 3) as service:
        assert (await service.rename_thing(thing.id, "mine")).version == 5
    assert (await application.load(Thing, thing.id)).name == "mine"


async def test_a_command_that_was_overtaken_four_times_is_a_conflict(application: ThingsApplication) -> None:
    thing = await application.make_thing("name", f"label {uuid4()}")
    async with overtaken(application, 100) as service:
        with pytest.raises(Conflict):
            await service.rename_thing(thing.id, "mine")
    assert service.tries == 4
    assert (await application.load(Thing, thing.id)).name == "rival 4"


async def test_a_command_whose_caller_gives_up_is_written_all_the_same(application: ThingsApplication) -> None:
    thing_id = uuid7()
    command = asyncio.create_task(application.make_thing("name", f"label {uuid4()}", thing_id=thing_id))
    await asyncio.sleep(0)
    command.cancel()
    await eventually(lambda: application.find(Thing, thing_id))


async def test_a_head_that_is_held_for_more_than_a_second_is_waited_for(
    application: ThingsApplication, owner: Owner
) -> None:
    thing_id = uuid7()
    async with owner.transaction():
        await owner.execute("SELECT FROM log_head WHERE shard = %s FOR UPDATE", [shard_of(str(thing_id))])
        making = asyncio.create_task(application.make_thing("name", f"label {uuid4()}", thing_id=thing_id))
        await owner.execute("SELECT pg_sleep(1.2)")
        assert not making.done()
    assert (await making).version == 1


@pytest.mark.usefixtures("quick_deadlocks")
async def test_a_deadlock_is_tried_again(application: ThingsApplication, owner: Owner) -> None:
    (one, first), (two, second) = in_two_shards()
    async with owner.transaction():
        await owner.execute("SELECT FROM log_head WHERE shard = %s FOR UPDATE", [second])
        thing, other = Thing.begin(one), Thing.begin(two)
        thing.make("name", f"label {uuid4()}")
        other.make("name", f"label {uuid4()}")
        saving = asyncio.create_task(application.save(thing, other))  # it holds the first head, waits for the second
        await eventually(lambda: waiting(application, 1), pause_s=0.002)
        await owner.execute("SELECT FROM log_head WHERE shard = %s FOR UPDATE", [first])
    await saving
    assert [await application.find(Thing, id_) is not None for id_ in (one, two)] == [True, True]


async def test_rows_and_tallies_of_two_processes_cross_without_a_deadlock(
    things_database: ServiceDatabase, owner: Owner
) -> None:
    (smaller, _), (greater, _) = sorted(in_two_shards())
    async with Proxy(things_database.url) as proxy:
        given = settings(proxy.url)
        async with running(given) as one, running(given) as another:
            thing = await one.make_thing("name", f"label {uuid4()}", thing_id=smaller)
            other = await another.make_thing("name", f"label {uuid4()}", thing_id=greater)
            proxy.appends.clear()
            async with owner.transaction():
                await owner.execute("SELECT FROM things WHERE id = %s FOR UPDATE", [greater])
                saving = [asyncio.create_task(rename_and_count(another, other, thing))]
                await eventually(lambda: waiting(one, 1), pause_s=0.002)
                saving.append(asyncio.create_task(rename_and_count(one, thing, other)))
                await eventually(lambda: waiting(one, 2), pause_s=0.002)
            await asyncio.gather(*saving)
            assert [(await one.load(Thing, id_)).uses for id_ in (smaller, greater)] == [1, 1]
            assert len(proxy.appends) == 2  # nobody had to try again


@pytest.fixture
async def quick_deadlocks(postgres_url: str, things_database: ServiceDatabase) -> None:
    """Let PostgreSQL look for deadlocks before anybody has waited for too long."""
    name = things_database.url.rpartition("/")[2]
    async with await psycopg.AsyncConnection.connect(postgres_url, autocommit=True) as admin:
        await admin.execute(f"ALTER ROLE identity IN DATABASE {name} SET deadlock_timeout = '20ms'".encode())


def in_two_shards() -> list[tuple[UUID, int]]:
    """Return two new ids, the first of a lower shard."""
    ids: dict[int, UUID] = {}
    while len(ids) < 2:
        ids.setdefault(shard_of(str(id_ := uuid7())), id_)
    return [(ids[shard], shard) for shard in sorted(ids)]


async def rename_and_count(application: ThingsApplication, thing: Thing, used: Thing) -> None:
    thing.rename("other")
    await application.save(thing, tallies=[Tally(things, "uses", used.id, 1)])


async def waiting(application: ThingsApplication, sessions: int) -> bool:
    """Say whether so many sessions of this database wait for a lock."""
    found = await application.database.fetch(
        "SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted"
        " AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())"
    )
    return found == [{"count": sessions}]


async def test_a_halted_log_takes_no_writes_and_keeps_nothing_of_them(
    application: ThingsApplication, owner: Owner
) -> None:
    thing = await application.make_thing("name", f"label {uuid4()}")
    await owner.execute("UPDATE log_head SET halted = 'a reason for operators'")
    try:
        with pytest.raises(Unavailable) as refusal:
            await application.rename_thing(thing.id, "other")
        assert "operators" in refusal.value.detail
        assert "a reason" not in refusal.value.detail
        assert (await application.load(Thing, thing.id)).name == "name"
    finally:
        await owner.execute("UPDATE log_head SET halted = NULL")
    assert (await application.rename_thing(thing.id, "other")).version == 2
