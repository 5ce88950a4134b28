"""One relay leads at a time: another takes over, one that is cut off or deposed stops, and no event is lost."""

import asyncio
from functools import partial

import psycopg
from prometheus_client import REGISTRY

from tests.shared.conftest import Owner
from tests.shared.log.proxy import Proxy
from tests.shared.log.things import SOURCE
from tests.shared.relay.relays import Stand
from tests.waiting import eventually

_LEADER = """
SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted
AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""
_LOCK = "SELECT pg_advisory_lock(hashtext('sysloom.relay'))"


async def fence(owner: Owner) -> int:
    """Return the fence of the latest leader."""
    row = await (await owner.execute("SELECT fence FROM relay_state")).fetchone()
    assert row
    return int(row[0])


async def leads_under(owner: Owner, wanted: int) -> bool:
    return await fence(owner) == wanted and await has_leader(owner)


async def has_leader(owner: Owner) -> bool:
    return await (await owner.execute(_LEADER)).fetchone() is not None


async def cut_off_the_leader(owner: Owner, superuser_url: str) -> None:
    row = await (await owner.execute(_LEADER)).fetchone()
    assert row
    async with await psycopg.AsyncConnection.connect(superuser_url, autocommit=True) as superuser:
        await superuser.execute("SELECT pg_terminate_backend(%s, 5000)", row)


def is_told_to_lead() -> bool:
    return REGISTRY.get_sample_value("sysloom_relay_leads", {"service": SOURCE}) == 1


async def test_the_other_relay_takes_over_and_sends_what_is_missing_only(stand: Stand) -> None:
    before = await fence(stand.owner)
    async with stand.relaying() as one:
        await eventually(lambda: leads_under(stand.owner, before + 1))
        async with stand.relaying():
            await stand.make()
            await stand.becomes_relayed()
            assert await fence(stand.owner) == before + 1
            one.cancel()
            await stand.make()
            await eventually(lambda: leads_under(stand.owner, before + 2))
            await stand.becomes_relayed()
            await eventually(stand.cursors_are_at_the_ends)


async def test_a_leader_that_lost_its_connection_sends_nothing_while_another_leads(
    stand: Stand, postgres_url: str
) -> None:
    async with stand.relaying():
        await eventually(partial(has_leader, stand.owner))
        await stand.make()
        await stand.becomes_relayed()
        led_under = await fence(stand.owner)
        async with await psycopg.AsyncConnection.connect(stand.database.url, autocommit=True) as rival:
            waiting = asyncio.create_task(rival.execute(_LOCK))
            await eventually(partial(waits_for_the_lock, stand.owner))
            await cut_off_the_leader(stand.owner, postgres_url)
            await waiting
            await eventually(does_not_lead)
            before = await stand.records()
            await stand.make()
            assert not await stand.cursors_are_at_the_ends()
            assert len(await stand.records()) == len(before)
            assert await fence(stand.owner) == led_under
        await eventually(lambda: leads_under(stand.owner, led_under + 1))
        await stand.becomes_relayed()


async def waits_for_the_lock(owner: Owner) -> bool:
    found = await owner.execute("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
    return await found.fetchone() is not None


async def does_not_lead() -> bool:
    return not is_told_to_lead()


async def test_cursors_move_under_the_fence_of_the_latest_leader_only(stand: Stand) -> None:
    async with stand.relaying():
        await eventually(partial(has_leader, stand.owner))
        await stand.make()
        await eventually(stand.cursors_are_at_the_ends)
        before, reached = await stand.cursors(), await stand.ends()
        await stand.owner.execute("UPDATE relay_state SET fence = fence + 1")
        raised = await fence(stand.owner)
        await stand.make()
        await eventually(lambda: leads_under(stand.owner, raised + 1))
        await stand.make()
        await eventually(stand.cursors_are_at_the_ends)
        await stand.becomes_relayed()
    assert {led_under for _, led_under in before.values()}.isdisjoint({raised, raised + 1})
    for shard, (position, led_under) in (await stand.cursors()).items():
        assert led_under == raised + 1 or position == reached[shard]


async def test_leadership_is_found_again_after_postgresql_was_away(stand: Stand) -> None:
    async with Proxy(stand.database.url) as proxy, stand.relaying(proxy.url) as relay:
        await eventually(partial(has_leader, stand.owner))
        await proxy.go_away()
        await stand.make()
        await eventually(does_not_lead)
        await proxy.come_back()
        await stand.becomes_relayed()
        assert not relay.done()
