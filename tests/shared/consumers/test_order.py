"""Records are put in order: each position once, gaps filled from the owner's feed, and no lie believed."""

import asyncio
from collections.abc import Sequence

import pytest

from shared.consumers.facts import Received
from shared.consumers.order import Order, Plan
from shared.consumers.owner import FEED_LIMIT, Owner, OwnerUnavailable
from shared.consumers.places import Place
from shared.internal import InternalClient
from tests.shared.consumers.wire import envelope, received, unproven
from tests.shared.log.things import SOURCE, settings

SHARD = 3


class _Owner(Owner):
    """A log in memory: what its owner would answer."""

    def __init__(self, *events: Received) -> None:
        super().__init__(SOURCE, InternalClient(settings("postgresql://nowhere"), "test"))
        self.log = list(events)
        self.asked = 0

    async def events(self, shard: int, after: int, limit: int = FEED_LIMIT) -> list[bytes]:
        assert shard == SHARD
        self.asked += 1
        return [event.value for event in self.log if event.position > after][:limit]


def log_of(count: int) -> list[Received]:
    return [received(position) for position in range(1, count + 1)]


async def arranged(owner: _Owner, place: Place, records: Sequence[Received]) -> Plan:
    return await Order(SOURCE, owner).arrange(SHARD, place, records)


def positions(events: Sequence[Received]) -> list[int]:
    return [event.position for event in events]


async def test_what_follows_is_run() -> None:
    log = log_of(5)
    plan = await arranged(_Owner(*log), Place(1, 2), log[2:])
    assert plan == Plan(run=log[2:])


async def test_nobody_is_asked_about_what_the_relay_has_sent() -> None:
    log = log_of(5)
    owner = _Owner(*log)
    order = Order(SOURCE, owner)
    assert await order.arrange(SHARD, Place(0, 0), log[:1]) == Plan(run=log[:1])
    assert await order.arrange(SHARD, Place(1, 1), log) == Plan(run=log[1:])
    assert await order.arrange(SHARD, Place(1, 5), log) == Plan()
    assert owner.asked == 0


async def test_what_anybody_may_have_sent_is_run_where_the_owner_has_the_same() -> None:
    log = log_of(5)
    owner = _Owner(*log)
    sent = [unproven(event) for event in log[2:]]
    assert await arranged(owner, Place(1, 2), sent) == Plan(run=sent)
    assert owner.asked == 1


async def test_what_is_next_with_other_bytes_is_refused_and_the_true_one_run() -> None:
    log = log_of(3)
    forged = received(2, is_proven=False)
    plan = await arranged(_Owner(*log), Place(1, 1), [forged, *log[1:]])
    assert plan == Plan(run=log[1:], refused=[(forged, "its position belongs to another event")])


async def test_what_was_applied_is_dropped() -> None:
    log = log_of(5)
    sent = [unproven(log[1]), log[2], unproven(log[3])]
    assert await arranged(_Owner(*log), Place(1, 5), sent) == Plan()


async def test_what_comes_twice_at_once_is_run_once() -> None:
    log = log_of(3)
    plan = await arranged(_Owner(*log), Place(0, 0), [log[0], log[0], log[1], log[0], log[2], log[1]])
    assert plan == Plan(run=log)


async def test_before_a_gap_is_run_and_the_rest_waits() -> None:
    log = log_of(6)
    plan = await arranged(_Owner(*log), Place(1, 1), [log[1], log[4], log[5]])
    assert plan == Plan(run=[log[1]], rest=[log[4], log[5]])


async def test_a_gap_is_filled_from_the_feed() -> None:
    log = log_of(6)
    plan = await arranged(_Owner(*log), Place(1, 1), [log[3], log[4]])
    assert [event.value for event in plan.run] == [event.value for event in log[1:]]
    assert all(event.record is None for event in plan.run)
    assert plan.rest == [log[3], log[4]]


async def test_what_was_applied_with_other_bytes_is_refused() -> None:
    log = log_of(3)
    forged = received(2, is_proven=False)
    plan = await arranged(_Owner(*log), Place(1, 3), [forged, log[1]])
    assert plan == Plan(refused=[(forged, "its position belongs to another event")])


async def test_of_two_that_the_relay_has_sent_for_one_position_the_later_one_is_refused() -> None:
    log = log_of(1)
    other = received(1)
    plan = await arranged(_Owner(*log), Place(0, 0), [log[0], other])
    assert plan == Plan(run=log, refused=[(other, "its position belongs to another event")])


async def test_what_is_above_the_head_is_refused_and_hides_nothing() -> None:
    log = log_of(3)
    future = received(1000, is_proven=False)
    plan = await arranged(_Owner(*log), Place(1, 1), [future, log[1], log[2]])
    assert plan == Plan(run=log[1:], refused=[(future, "its position is above the owner's head")])


async def test_a_stale_epoch_is_refused_although_its_position_is_the_next() -> None:
    log = [received(1), received(2), received(3, epoch=2), received(4, epoch=2)]
    for stale in (received(4), received(4, is_proven=False)):
        plan = await arranged(_Owner(*log), Place(2, 3), [stale, log[3]])
        assert plan == Plan(run=[log[3]], refused=[(stale, "its epoch is stale")])


async def test_a_stale_epoch_behind_a_new_one_in_the_same_batch_is_refused() -> None:
    log = [received(1), received(2, epoch=2), received(3, epoch=2)]
    for stale in (received(3), received(3, is_proven=False)):
        plan = await arranged(_Owner(*log), Place(1, 1), [log[1], stale, log[2]])
        assert plan == Plan(run=log[1:], refused=[(stale, "its epoch is stale")])


async def test_what_an_old_epoch_has_at_an_applied_position_is_stale() -> None:
    log = [received(1), received(2, epoch=2)]
    for lost in (received(2), received(2, is_proven=False)):
        plan = await arranged(_Owner(*log), Place(2, 2), [lost])
        assert plan == Plan(refused=[(lost, "its epoch is stale")])


async def test_what_an_old_epoch_has_taken_from_a_new_one_is_told() -> None:
    log = [received(1), received(2, epoch=2), received(3, epoch=2)]
    plan = await arranged(_Owner(*log), Place(1, 2), log[1:])
    assert plan == Plan(run=log[2:], refused=[(log[1], "its position was used in an older epoch")])


async def test_an_epoch_that_has_not_begun_is_refused() -> None:
    log = log_of(2)
    early = received(2, epoch=9, is_proven=False)
    plan = await arranged(_Owner(*log), Place(1, 1), [early, log[1]])
    assert plan == Plan(run=[log[1]], refused=[(early, "its epoch is unknown")])


async def test_a_new_epoch_may_begin_further_on() -> None:
    log = [received(1), received(2), received(9, epoch=2), received(10, epoch=2)]
    plan = await arranged(_Owner(*log), Place(1, 2), log[2:])
    assert [event.value for event in plan.run] == [event.value for event in log[2:]]
    assert plan.rest == log[2:]


async def test_applied_positions_that_the_owner_has_lost_are_stale() -> None:
    log = [received(1), received(2), received(9, epoch=2)]
    for lost in (received(5), received(5, is_proven=False)):
        plan = await arranged(_Owner(*log), Place(2, 9), [lost])
        assert plan == Plan(refused=[(lost, "its epoch is stale")])


async def test_many_records_of_the_past_are_compared_page_by_page() -> None:
    count = FEED_LIMIT * 2 + 10
    log = log_of(count)
    owner = _Owner(*log)
    forged = received(FEED_LIMIT + 100, is_proven=False)
    past = [unproven(event) for event in log]
    plan = await arranged(owner, Place(1, count), [*past[:FEED_LIMIT], forged, *past[FEED_LIMIT:]])
    assert plan == Plan(refused=[(forged, "its position belongs to another event")])
    assert owner.asked == 3


async def test_any_number_above_the_head_takes_one_question() -> None:
    owner = _Owner(*log_of(3))
    future = [received(position, is_proven=False) for position in (4, 4, 1000, 2**63 - 1)]
    plan = await arranged(owner, Place(1, 3), future)
    assert plan == Plan(refused=[(event, "its position is above the owner's head") for event in future])
    assert owner.asked == 1


async def test_a_gap_inside_an_epoch_of_the_feed_is_no_answer() -> None:
    log = [received(1), received(3)]
    with pytest.raises(OwnerUnavailable, match="gap after 1"):
        await arranged(_Owner(*log), Place(1, 1), [log[1]])


async def test_a_feed_that_ends_before_what_was_sent_is_no_answer() -> None:
    log = log_of(3)
    with pytest.raises(OwnerUnavailable, match="has nothing after 1"):
        await arranged(_Owner(log[0]), Place(1, 1), [log[2]])


@pytest.mark.parametrize("value", [b"{}", b"<html>", envelope(2).replace(b'"/things"', b'"/others"')])
async def test_an_unreadable_feed_is_no_answer(value: bytes) -> None:
    owner = _Owner(*log_of(3))

    async def events(*_: object) -> list[bytes]:
        await asyncio.sleep(0)
        return [value]

    owner.events = events  # type: ignore[method-assign, assignment]
    with pytest.raises(OwnerUnavailable, match="unreadable"):
        await arranged(owner, Place(1, 1), [owner.log[2]])
