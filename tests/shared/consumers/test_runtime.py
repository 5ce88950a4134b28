"""Whatever becomes of an owner's events on Kafka, each of them takes effect once and in order."""

import asyncio
from contextlib import AsyncExitStack
from time import monotonic

from aiokafka import TopicPartition

from shared.consumers.runtime import Listener
from shared.ids import SHARDS
from tests.shared.consumers.world import Shelf, World, ids, place_of, stream_in
from tests.waiting import eventually

WITH_GAPS = 0
"""Shards whose records are not at offset = position - 1; the tests of offsets use others."""


async def test_a_gap_is_fetched_from_the_owner_and_the_rest_flows_on(world: World, shelf: Shelf) -> None:
    events = await world.happen(*[stream_in(WITH_GAPS)] * 6)
    others = await world.happen(*[stream_in(1)] * 2)
    async with world.hearing(shelf):
        await world.send(events[0], *others, events[1], events[4], events[5])
        await world.hears(*events)
        await world.hears(*others)
    assert shelf.fetched.issuperset(ids(*events[2:4]))
    assert shelf.fetched.isdisjoint(ids(*others))
    assert await world.letters() == []


async def test_a_duplicate_is_skipped(world: World, shelf: Shelf) -> None:
    events = await world.happen(*[stream_in(2)] * 4)
    async with world.hearing(shelf):
        await world.send(events[0], events[1], events[1], events[0], events[2])
        await world.hears(*events[:3])
        await world.send(*events[:3], events[2], events[3])
        await world.hears(*events)
    assert await world.position(2) == place_of(events[-1])[1]
    assert await world.letters() == []


async def test_what_only_the_owner_could_tell_waits_until_it_answers(world: World, shelf: Shelf) -> None:
    first, *events = await world.happen(*[stream_in(WITH_GAPS)] * 4)
    async with world.hearing(shelf) as listener:
        await world.send(first)
        await world.hears(first)

        async def waits() -> bool:
            return listener._failures.get(TopicPartition(world.topic, WITH_GAPS), 0) > 1

        async with world.owner_away():
            await world.send(events[-1])
            await eventually(waits)
            assert await world.position(WITH_GAPS) == place_of(first)[1]
        await world.hears(first, *events)
    assert await world.letters() == []


async def test_processes_that_join_and_leave_apply_everything_once(world: World) -> None:
    first, second = Shelf(), Shelf()
    streams, events = [stream_in(shard) for shard in range(SHARDS)], list[bytes]()

    async def go_on() -> None:
        for _ in range(4):
            events.extend(await world.happen(*streams))

    async with world.relayed(), AsyncExitStack() as stay, AsyncExitStack() as leave:
        one = await leave.enter_async_context(world.hearing(first))
        await go_on()
        await world.hears(*events)
        going_on = asyncio.create_task(go_on())
        other = await stay.enter_async_context(world.hearing(second))
        await eventually(lambda: share(one, other))
        await going_on
        await go_on()
        await world.hears(*events)
        assert second.taken
        going_on = asyncio.create_task(go_on())
        await leave.aclose()
        await going_on
        await world.hears(*events)
    assert first.taken | second.taken >= set(ids(*events))
    assert await world.letters() == []


async def share(*listeners: Listener) -> bool:
    """Say whether each of these processes has some of the partitions."""
    if not all(listener._subscriber and listener._subscriber.consumer for listener in listeners):
        return False
    assigned = [listener._consumer().assignment() for listener in listeners]
    return all(assigned) and sum(map(len, assigned)) == SHARDS


async def test_where_kafka_thinks_more_was_heard_than_was_applied_the_database_decides(
    world: World, shelf: Shelf
) -> None:
    events = await world.happen(*[stream_in(3)] * 3)
    await world.send(*events)
    await world.commit_offset(3, await world.end_offset(3))
    async with world.hearing(shelf):
        await world.hears(*events)
    assert shelf.fetched.isdisjoint(ids(*events))


async def test_where_kafka_thinks_less_was_heard_than_was_applied_the_database_decides(
    world: World, shelf: Shelf
) -> None:
    *events, last = await world.happen(*[stream_in(4)] * 4)
    await world.send(*events)
    async with world.hearing(shelf):
        await world.hears(*events)
    await world.commit_offset(4, 0)
    again = Shelf()
    async with world.hearing(again):
        await world.send(last)
        await world.hears(*events, last)
    assert again.taken.isdisjoint(ids(*events))
    assert await world.letters() == []


async def test_kafka_is_told_about_once_a_second_how_far_the_group_has_come(world: World, shelf: Shelf) -> None:
    told = set[int]()

    async def one_more() -> None:
        [event] = await world.happen(stream_in(9))
        await world.send(event)
        await world.hears(event)
        told.add(await world.committed_offset(9))

    async def told_four_times_more() -> bool:
        await one_more()
        return len(told) > 4

    async def told_all() -> bool:
        return await world.committed_offset(9) == await world.end_offset(9)

    async with world.hearing(shelf):
        await one_more()
        began = monotonic()
        await eventually(told_four_times_more, timeout_s=15)
        assert len(told) - 1 <= monotonic() - began + 2  # the first may come at once, and one be on its way
        await one_more()
        await eventually(told_all)


async def test_where_the_database_lost_what_kafka_knows_as_heard_it_is_heard_again(world: World, shelf: Shelf) -> None:
    stream = stream_in(5)
    events = await world.happen(*[stream] * 3)
    await world.send(*events)
    async with world.hearing(shelf):
        await world.hears(*events)
    position = place_of(events[0])[1]
    await world.as_owner("UPDATE consumer_positions SET position = %s WHERE shard = 5", [position])
    await world.as_owner("DELETE FROM heard WHERE id = ANY(%s)", [ids(*events[1:])])
    again = Shelf()
    async with world.hearing(again):
        await world.hears(*events)
    assert again.fetched == set()


async def test_the_end_of_a_shard_that_was_never_sent_is_found_by_its_head(world: World, shelf: Shelf) -> None:
    first, *lost = await world.happen(*[stream_in(WITH_GAPS)] * 3)
    await world.antedate(WITH_GAPS)
    async with world.hearing(shelf, compare_s=0.1):
        await world.send(first)
        await world.hears(first, *lost)
    assert shelf.fetched.issuperset(ids(*lost))


async def test_the_end_of_a_shard_that_was_removed_is_found_by_its_head(world: World, shelf: Shelf) -> None:
    events = await world.happen(*[stream_in(6)] * 3)
    await world.send(*events)
    await world.remove_records(6)
    await world.antedate(6)
    async with world.hearing(shelf, compare_s=0.1):
        await world.hears(*events)
    assert shelf.fetched.issuperset(ids(*events))


async def test_what_the_owner_is_late_in_sending_is_not_fetched(world: World, shelf: Shelf) -> None:
    first, second, third = await world.happen(*[stream_in(7)] * 3)
    await world.antedate(7)
    async with world.hearing(shelf) as listener:
        await world.send(first)
        await world.hears(first)
        await listener._compare()
        await world.send(second)
        await world.hears(first, second)
        await listener._compare()
        assert await world.position(7) == place_of(second)[1]
        await world.send(third)
        await world.hears(first, second, third)
        await listener._compare()
    assert shelf.fetched.isdisjoint(ids(first, second, third))


async def test_what_is_missing_at_two_comparisons_without_progress_between_is_fetched(
    world: World, shelf: Shelf
) -> None:
    first, second = await world.happen(*[stream_in(WITH_GAPS)] * 2)
    await world.antedate(WITH_GAPS)
    async with world.hearing(shelf) as listener:
        await world.send(first)
        await world.hears(first)
        await listener._compare()
        assert await world.position(WITH_GAPS) == place_of(first)[1]
        await listener._compare()
        await world.hears(first, second)
    assert shelf.fetched.issuperset(ids(second))


async def test_what_has_just_happened_is_not_missing_yet(world: World, shelf: Shelf) -> None:
    first, second = await world.happen(*[stream_in(8)] * 2)
    async with world.hearing(shelf) as listener:
        await world.send(first)
        await world.hears(first)
        await listener._compare()
        await listener._compare()
        assert await world.position(8) == place_of(first)[1]
        await world.send(second)
        await world.hears(first, second)
    assert shelf.fetched.isdisjoint(ids(second))
