"""Lost answers: whatever happens to a connection at the moment of a commit, a command takes effect once or says why."""

import asyncio
from collections.abc import AsyncIterator
from functools import partial
from time import monotonic
from uuid import uuid4

import psycopg
import pytest

from deploy.local.provision import ServiceDatabase
from shared.ids import shard_of
from tests.shared.conftest import Owner
from tests.shared.log.proxy import Cut, Proxy
from tests.shared.log.things import Thing, ThingsApplication, running, settings
from tests.waiting import eventually

IDLE = "I"
HOLD = "SELECT FROM log_head WHERE shard = %s FOR UPDATE"


@pytest.fixture
async def proxy(things_database: ServiceDatabase) -> AsyncIterator[Proxy]:
    async with Proxy(things_database.url) as proxy:
        yield proxy


@pytest.fixture
async def application(proxy: Proxy) -> AsyncIterator[ThingsApplication]:
    """Return the service behind the proxy."""
    async with running(settings(proxy.url)) as application:
        yield application


async def versions(owner: Owner, thing: Thing) -> list[object]:
    """Return the versions that are stored of a thing's stream."""
    found = await owner.execute("SELECT originator_version FROM events WHERE originator_id = %s ORDER BY 1", [thing.id])
    return [version for (version,) in await found.fetchall()]


async def test_an_append_is_one_flush_that_ends_with_the_commit(proxy: Proxy, application: ThingsApplication) -> None:
    await application.make_thing("a name", f"label {uuid4()}", owner=uuid4())
    ((sent, status),) = proxy.appends
    assert [query.split()[1] for query in sent[:2]] == ["hold_heads($1::smallint[])", "hold_keys($1::uuid[])"]
    assert "INSERT INTO events" in sent[-1]
    assert status == IDLE


@pytest.mark.parametrize("cut", ["before the commit", "during the commit", "after the commit"])
async def test_a_command_whose_connection_is_cut_takes_effect_once(
    cut: Cut, proxy: Proxy, application: ThingsApplication, owner: Owner
) -> None:
    thing = await application.make_thing("first", f"label {uuid4()}")
    proxy.cuts.append(cut)
    renamed = await application.rename_thing(thing.id, "second", if_match=1)
    assert proxy.made_cuts == [cut]
    assert renamed.version == 2
    assert await versions(owner, thing) == [1, 2]
    assert (await application.load(Thing, thing.id)).name == "second"


async def test_all_units_of_a_batch_whose_answer_is_lost_have_their_places(
    proxy: Proxy, application: ThingsApplication, owner: Owner
) -> None:
    proxy.cuts.append("after the commit")
    made = await asyncio.gather(*(application.make_thing("name", f"label {uuid4()}") for _ in range(20)))
    assert proxy.made_cuts == ["after the commit"]
    assert [await versions(owner, thing) for thing in made] == [[1]] * 20


async def test_an_attempt_that_still_waits_on_the_server_is_waited_for(
    proxy: Proxy, application: ThingsApplication, owner: Owner, other: Owner
) -> None:
    thing = await application.make_thing("first", f"label {uuid4()}")
    proxy.cuts.append("during the commit")
    async with owner.transaction():
        await owner.execute(HOLD, [shard_of(str(thing.id))])
        renaming = asyncio.create_task(application.rename_thing(thing.id, "second", if_match=1))
        await waiting_for_locks(other, 2)
    assert (await renaming).version == 2
    assert await versions(owner, thing) == [1, 2]


async def test_a_lost_answer_is_looked_up_even_where_the_look_up_itself_fails_at_first(
    proxy: Proxy, application: ThingsApplication, owner: Owner, other: Owner
) -> None:
    thing = await application.make_thing("first", f"label {uuid4()}")
    proxy.cuts.append("after the commit")
    proxy.stops_after_cut = True
    renaming = asyncio.create_task(application.rename_thing(thing.id, "second", if_match=1))
    await eventually(lambda: stored(owner, thing, 2), pause_s=0.001)
    async with owner.transaction():
        await owner.execute(HOLD, [shard_of(str(thing.id))])
        proxy.gate.set()
        await waiting_for_locks(other, 1)  # the look-up waits …
        await waiting_for_locks(other, 0)  # … and gives up
    assert (await renaming).version == 2
    assert await versions(owner, thing) == [1, 2]


async def stored(owner: Owner, thing: Thing, version: int) -> bool:
    return version in await versions(owner, thing)


async def waiting_for_locks(other: Owner, sessions: int) -> None:
    """Return once so many sessions wait for a lock that somebody has."""

    async def do() -> bool:
        found = await other.execute(
            "SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted AND pid IN"
            " (SELECT pid FROM pg_stat_activity WHERE datname = current_database())"
        )
        return await found.fetchone() == (sessions,)

    await eventually(do, pause_s=0.005)


async def test_a_postgresql_that_is_away_is_said_within_seconds_and_found_again_at_once(
    proxy: Proxy, application: ThingsApplication, owner: Owner
) -> None:
    things = await asyncio.gather(*(application.make_thing("name", f"label {uuid4()}") for _ in range(8)))
    await asyncio.gather(*(application.database.execute("SELECT pg_sleep(0.1)") for _ in range(8)))
    await proxy.go_away()
    asked = monotonic()
    answers = await asyncio.gather(
        *(application.rename_thing(thing.id, "while away") for thing in things), return_exceptions=True
    )
    assert monotonic() - asked < 12
    assert {isinstance(answer, psycopg.OperationalError) for answer in answers} == {True}
    await proxy.come_back()
    for thing in things:
        await eventually(partial(succeeds, application, thing))
        assert await versions(owner, thing) == [1, 2]


async def succeeds(application: ThingsApplication, thing: Thing) -> bool:
    try:
        await application.rename_thing(thing.id, "back")
    except psycopg.OperationalError:
        return False
    return True


async def test_after_a_restart_of_postgresql_no_command_meets_the_dead_connections(
    proxy: Proxy, application: ThingsApplication, owner: Owner
) -> None:
    thing = await application.make_thing("first", f"label {uuid4()}")
    await asyncio.gather(*(application.database.execute("SELECT pg_sleep(0.1)") for _ in range(8)))
    await proxy.go_away()
    await proxy.come_back()
    assert (await application.rename_thing(thing.id, "second")).version == 2
    assert await versions(owner, thing) == [1, 2]
