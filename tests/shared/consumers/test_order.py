"""Records are put in order by the owner's heads and feed: each position once, gaps filled, and no lie believed."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from shared.consumers.facts import Received
from shared.consumers.order import Order, Plan, Unproven
from shared.consumers.owner import FEED_LIMIT, Owner, OwnerUnavailable
from shared.consumers.places import Place
from shared.internal import InternalClient
from shared.positions import Head
from tests.shared.consumers.wire import envelope, received
from tests.shared.log.things import SOURCE, settings

SHARD = 3
AT = datetime(2026, 1, 1, tzinfo=UTC)


class _Owner(Owner):
    """A log in memory: what its owner would answer."""

    def __init__(self, *events: Received, hidden: int = 0) -> None:
        """Have these events; the last ones are `hidden` from those who ask for the head the first time."""
        super().__init__(SOURCE, InternalClient(settings("postgresql://nowhere"), "test"))
        self.log = list(events)
        self.hidden = hidden
        self.asked = 0

    async def heads(self) -> dict[int, Head]:
        self.asked += 1
        log, self.hidden = self.log[: len(self.log) - self.hidden], 0
        last = log[-1] if log else received(0)
        return {SHARD: Head(SHARD, last.epoch, last.position, AT)}

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


async def test_nothing_but_the_head_is_asked_for_what_follows() -> None:
    log = log_of(5)
    owner = _Owner(*log)
    order = Order(SOURCE, owner)
    for at in range(5):
        assert (await order.arrange(SHARD, Place(1, at), [log[at]])).run == [log[at]]
    assert owner.asked == 1


async def test_what_was_applied_is_dropped() -> None:
    log = log_of(5)
    assert await arranged(_Owner(*log), Place(1, 5), log[1:4]) == Plan()


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
    forged = received(2)
    plan = await arranged(_Owner(*log), Place(1, 3), [forged, log[1]])
    assert plan == Plan(refused=[(forged, "its position belongs to another event")])


async def test_of_two_for_the_next_position_in_a_batch_the_later_one_is_refused() -> None:
    log = log_of(1)
    forged = received(1)
    plan = await arranged(_Owner(*log), Place(0, 0), [log[0], forged])
    assert plan == Plan(run=log, refused=[(forged, "its position belongs to another event")])


async def test_what_is_above_the_head_is_refused_and_hides_nothing() -> None:
    log = log_of(3)
    future = received(1000)
    plan = await arranged(_Owner(*log), Place(1, 1), [future, log[1], log[2]])
    assert plan == Plan(run=log[1:], refused=[(future, "its position is above the owner's head")])


async def test_a_head_is_asked_again_before_it_is_believed_to_be_too_low() -> None:
    log = log_of(3)
    order = Order(SOURCE, _Owner(*log, hidden=2))
    assert (await order.arrange(SHARD, Place(0, 0), log[:1])).run == log[:1]
    assert (await order.arrange(SHARD, Place(1, 1), log[1:])).run == log[1:]


async def test_a_stale_epoch_is_refused_although_its_position_is_the_next() -> None:
    log = [received(1), received(2), received(3, epoch=2), received(4, epoch=2)]
    stale = received(4)
    plan = await arranged(_Owner(*log), Place(2, 3), [stale, log[3]])
    assert plan == Plan(run=[log[3]], refused=[(stale, "its epoch is stale")])


async def test_a_stale_epoch_behind_a_new_one_in_the_same_batch_is_refused() -> None:
    log = [received(1), received(2, epoch=2), received(3, epoch=2)]
    stale = received(3)
    plan = await arranged(_Owner(*log), Place(1, 1), [log[1], stale, log[2]])
    assert plan == Plan(run=log[1:], refused=[(stale, "its epoch is stale")])


async def test_what_an_old_epoch_has_at_an_applied_position_is_stale() -> None:
    log = [received(1), received(2, epoch=2)]
    lost = received(2)
    plan = await arranged(_Owner(*log), Place(2, 2), [lost])
    assert plan == Plan(refused=[(lost, "its epoch is stale")])


async def test_an_epoch_that_has_not_begun_is_refused() -> None:
    log = log_of(2)
    early = received(2, epoch=9)
    plan = await arranged(_Owner(*log), Place(1, 1), [early, log[1]])
    assert plan == Plan(run=[log[1]], refused=[(early, "its epoch is unknown")])


async def test_a_new_epoch_may_begin_further_on() -> None:
    log = [received(1), received(2), received(9, epoch=2), received(10, epoch=2)]
    plan = await arranged(_Owner(*log), Place(1, 2), log[2:])
    assert [event.value for event in plan.run] == [event.value for event in log[2:]]
    assert plan.rest == log[2:]


async def test_applied_positions_that_the_owner_has_lost_are_stale() -> None:
    log = [received(1), received(2), received(9, epoch=2)]
    lost = received(5)
    plan = await arranged(_Owner(*log), Place(2, 9), [lost])
    assert plan == Plan(refused=[(lost, "its epoch is stale")])


async def test_many_records_of_the_past_are_compared_page_by_page() -> None:
    count = FEED_LIMIT * 2 + 10
    log = log_of(count)
    owner = _Owner(*log)
    forged = received(FEED_LIMIT + 100)
    past = [*log[:FEED_LIMIT], forged, *log[FEED_LIMIT:]]
    plan = await arranged(owner, Place(1, count), past)
    assert plan == Plan(refused=[(forged, "its position belongs to another event")])
    assert owner.asked <= 6


async def test_a_gap_inside_an_epoch_of_the_feed_is_no_answer() -> None:
    log = [received(1), received(3)]
    with pytest.raises(OwnerUnavailable, match="gap after 1"):
        await arranged(_Owner(*log), Place(1, 1), [log[1]])


async def test_a_feed_that_ends_before_its_head_is_no_answer() -> None:
    log = log_of(3)
    owner = _Owner(*log)
    order = Order(SOURCE, owner)
    await order.refresh()
    owner.log.clear()
    with pytest.raises(OwnerUnavailable, match="ends before its head"):
        await order.arrange(SHARD, Place(0, 0), [log[2]])


@pytest.mark.parametrize("value", [b"{}", b"<html>", envelope(2).replace(b'"/things"', b'"/others"')])
async def test_an_unreadable_feed_is_no_answer(value: bytes) -> None:
    owner = _Owner(*log_of(3))

    async def events(*_: object) -> list[bytes]:
        await asyncio.sleep(0)
        return [value]

    owner.events = events  # type: ignore[method-assign, assignment]
    with pytest.raises(OwnerUnavailable, match="unreadable"):
        await arranged(owner, Place(1, 1), [owner.log[2]])


async def ahead_of_the_head(*log: Received, records: Sequence[Received], at: int) -> Plan:
    """Arrange records when the head that is known is the one before the owner's last."""
    order = Order(SOURCE, _Owner(*log, hidden=1))
    await order.refresh()
    return await order.arrange(SHARD, Place(1, at), records, ahead=True)


async def test_what_is_next_is_run_while_the_owner_is_asked_and_then_proven() -> None:
    log = log_of(5)
    plan = await ahead_of_the_head(*log, records=log[3:], at=3)
    assert plan.run == log[3:]
    assert plan.proof
    await plan.prove()


async def test_what_is_next_and_not_the_owners_is_never_proven() -> None:
    log = log_of(6)
    plan = await ahead_of_the_head(*log[:5], records=log[4:], at=4)
    with pytest.raises(Unproven):
        await plan.prove()


@pytest.mark.parametrize("chosen", [[5], [4, 4], [4, 6], [3, 4, 5]])
async def test_the_owner_is_asked_first_about_anything_but_the_next_events(chosen: list[int]) -> None:
    log = log_of(6)
    plan = await ahead_of_the_head(*log, records=[log[position - 1] for position in [*chosen, 6]], at=3)
    assert plan.proof is None


async def test_a_new_epoch_is_not_believed_before_the_owner_is_asked() -> None:
    log = [*log_of(4), received(5, epoch=2)]
    plan = await ahead_of_the_head(*log, records=log[4:], at=4)
    assert plan.proof is None
    assert plan.run == log[4:]
