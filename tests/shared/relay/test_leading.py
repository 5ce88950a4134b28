"""One relay leads at a time: another takes over, one that is cut off or deposed stops, and no event is lost."""

import asyncio
from functools import partial
from uuid import uuid4

import psycopg
from prometheus_client import REGISTRY

from deploy.local.provision import ServiceDatabase
from tests.shared.conftest import Owner
from tests.shared.log.proxy import Proxy
from tests.shared.log.things import SOURCE, ThingsApplication
from tests.shared.relay.relays import (
    becomes_relayed,
    cursors,
    cursors_are_at_the_ends,
    ends,
    fence,
    relaying,
    whole_records,
)
from tests.waiting import eventually

_LEADER = """
SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted
AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""
_LOCK = "SELECT pg_advisory_lock(hashtext('sysloom.relay'))"


async def make(application: ThingsApplication, number: int = 50) -> None:
    await asyncio.gather(*(application.make_thing("name", f"label {uuid4()}") for _ in range(number)))


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


async def test_the_other_relay_takes_over_and_sends_what_is_missing_only(
    application: ThingsApplication,
    things_database: ServiceDatabase,
    owner: Owner,
    kafka: str,
    topic_prefix: str,
    topic: str,
) -> None:
    before = await fence(owner)
    async with relaying(things_database.url, kafka, topic_prefix) as one:
        await eventually(lambda: leads_under(owner, before + 1))
        async with relaying(things_database.url, kafka, topic_prefix):
            await make(application)
            await becomes_relayed(things_database, kafka, topic)
            assert await fence(owner) == before + 1
            one.cancel()
            await make(application)
            await eventually(lambda: leads_under(owner, before + 2))
            await becomes_relayed(things_database, kafka, topic)
            await eventually(lambda: cursors_are_at_the_ends(owner))


async def test_a_leader_that_lost_its_connection_sends_nothing_while_another_leads(
    application: ThingsApplication,
    things_database: ServiceDatabase,
    owner: Owner,
    postgres_url: str,
    kafka: str,
    topic_prefix: str,
    topic: str,
) -> None:
    async with relaying(things_database.url, kafka, topic_prefix):
        await eventually(partial(has_leader, owner))
        await make(application)
        await becomes_relayed(things_database, kafka, topic)
        led_under = await fence(owner)
        async with await psycopg.AsyncConnection.connect(things_database.url, autocommit=True) as rival:
            waiting = asyncio.create_task(rival.execute(_LOCK))
            await eventually(partial(waits_for_the_lock, owner))
            await cut_off_the_leader(owner, postgres_url)
            await waiting
            await eventually(does_not_lead)
            before = await whole_records(kafka, topic)
            await make(application)
            assert not await cursors_are_at_the_ends(owner)
            assert len(await whole_records(kafka, topic)) == len(before)
            assert await fence(owner) == led_under
        await eventually(lambda: leads_under(owner, led_under + 1))
        await becomes_relayed(things_database, kafka, topic)


async def waits_for_the_lock(owner: Owner) -> bool:
    found = await owner.execute("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
    return await found.fetchone() is not None


async def does_not_lead() -> bool:
    return not is_told_to_lead()


async def test_cursors_move_under_the_fence_of_the_latest_leader_only(
    application: ThingsApplication,
    things_database: ServiceDatabase,
    owner: Owner,
    kafka: str,
    topic_prefix: str,
    topic: str,
) -> None:
    async with relaying(things_database.url, kafka, topic_prefix):
        await eventually(partial(has_leader, owner))
        await make(application)
        await eventually(lambda: cursors_are_at_the_ends(owner))
        before, reached = await cursors(owner), await ends(owner)
        await owner.execute("UPDATE relay_state SET fence = fence + 1")
        raised = await fence(owner)
        await make(application)
        await eventually(lambda: leads_under(owner, raised + 1))
        await make(application)
        await eventually(lambda: cursors_are_at_the_ends(owner))
        await becomes_relayed(things_database, kafka, topic)
    assert {led_under for _, led_under in before.values()}.isdisjoint({raised, raised + 1})
    for shard, (position, led_under) in (await cursors(owner)).items():
        assert led_under == raised + 1 or position == reached[shard]


async def test_leadership_is_found_again_after_postgresql_was_away(
    application: ThingsApplication,
    things_database: ServiceDatabase,
    owner: Owner,
    kafka: str,
    topic_prefix: str,
    topic: str,
) -> None:
    async with Proxy(things_database.url) as proxy, relaying(proxy.url, kafka, topic_prefix) as relay:
        await eventually(partial(has_leader, owner))
        await proxy.go_away()
        await make(application)
        await eventually(does_not_lead)
        await proxy.come_back()
        await becomes_relayed(things_database, kafka, topic)
        assert not relay.done()
