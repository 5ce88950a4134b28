"""A log that lost its end goes on in a new epoch: that is followed, and what the old one left on Kafka is refused."""

import orjson
import pytest

from shared.log.epochs import begin_epoch
from tests.shared.consumers.wire import changed
from tests.shared.consumers.world import Shelf, World, ids, place_of, stream_in

SHARD = 4
LOST = 3
"""So many positions are on Kafka that the log has lost."""


@pytest.fixture
async def before(world: World) -> list[bytes]:
    """Return two events of an epoch, which ends behind them with a loss."""
    events = await world.happen(*[stream_in(SHARD)] * 2)
    await begin_epoch(world.database, {SHARD: place_of(events[-1])[1] + LOST})
    return events


def epoch_of(event: bytes) -> int:
    epoch: int = orjson.loads(event)["epoch"]
    return epoch


async def test_a_new_epoch_is_followed_although_it_begins_further_on(
    world: World, shelf: Shelf, before: list[bytes]
) -> None:
    after = await world.happen(*[stream_in(SHARD)] * 2)
    assert epoch_of(after[0]) == epoch_of(before[0]) + 1
    assert place_of(after[0])[1] == place_of(before[1])[1] + LOST + 1
    async with world.hearing(shelf):
        await world.send(*before, *after)
        await world.hears(*before)
        await world.hears(*after)
    assert await world.position(SHARD) == place_of(after[-1])[1]
    assert await world.letters(SHARD) == []


async def test_what_an_old_epoch_left_is_refused_once_the_new_one_has_begun(
    world: World, shelf: Shelf, before: list[bytes]
) -> None:
    stream = stream_in(SHARD)
    [after] = await world.happen(stream)
    behind = changed(before[0], position=place_of(before[1])[1] + 1)
    async with world.hearing(shelf):
        await world.send(*before, after)
        await world.hears(after)
        [next_] = await world.happen(stream)
        instead = changed(next_, epoch=epoch_of(before[0]))
        await world.send(behind, instead, next_)
        await world.hears(*before)
        await world.hears(after, next_)
    letters = await world.letters(SHARD)
    assert [(letter["status"], letter["reason"]) for letter in letters] == [("dead", "its epoch is stale")] * 2
    assert [letter["record"] for letter in letters] == [behind, instead]


async def test_the_heads_lead_into_a_new_epoch_whose_start_was_never_sent(
    world: World, shelf: Shelf, before: list[bytes]
) -> None:
    after = await world.happen(*[stream_in(SHARD)] * 2)
    await world.antedate(SHARD)
    async with world.hearing(shelf, compare_s=0.1):
        await world.send(*before)
        await world.hears(*before)
        await world.hears(*after)
    assert shelf.fetched.issuperset(ids(*after))
