"""What is put on a topic and is no event of its owner becomes a dead letter, and the next good event is applied."""

import sys
from collections.abc import Callable
from typing import Any
from uuid import UUID

import orjson
import pytest

from shared.ids import SHARDS
from tests.shared.consumers.wire import changed
from tests.shared.consumers.world import Shelf, World, ids, place_of, stream_in
from tests.waiting import eventually

Record = tuple[bytes | None, bytes | None, int]
"""What is put on the topic: value, key, partition."""
HUGE = 10**30
DEEP = b"[" * 100_000
NO_JSON, NO_ENVELOPE = "it is not JSON", "it is no envelope"
FORGED, ABOVE = "its position belongs to another event", "its position is above the owner's head"


def record(
    *,
    value: bytes | None = b"",
    key: bytes | None = b"",
    shift: int = 0,
    of: str = "next",
    digits: bytes = b"",
    **attributes: Any,
) -> Callable[..., Record]:
    """Return what makes a record of the `next` event or the one `before`, with something changed."""

    def make(**events: bytes) -> Record:
        true = events[of]
        envelope = orjson.loads(true)
        partition = (envelope["shard"] + shift) % SHARDS
        known_key = envelope["partitionkey"].encode()
        changed_value = changed(true, **attributes) if attributes else true
        changed_value = changed_value.replace(b'"position":', b'"position":' + digits)
        return changed_value if value == b"" else value, known_key if key == b"" else key, partition

    return make


CASES: dict[str, tuple[Callable[..., Record], str]] = {
    "no JSON": (record(value=b'{"id":'), NO_JSON),
    "no text": (record(value=bytes(range(256))), NO_JSON),
    "too deep": (record(value=DEEP), NO_JSON),
    "null value": (record(value=None), "it has no value"),
    "no key": (record(key=None), "it has no key"),
    "another key": (record(key=b"another"), "its key is not its partitionkey"),
    "a key that is no text": (record(key=b"\xff\x00"), "its key is not its partitionkey"),
    "another JSON": (record(value=b"[1]"), NO_ENVELOPE),
    "no position": (record(position=None), "it has no position"),
    "a huge position": (record(digits=b"9" * 30), NO_ENVELOPE),
    "an infinite position": (record(digits=b"9" * 500), NO_JSON),
    "a position too big for PostgreSQL": (record(position=2**63), NO_ENVELOPE),
    "an epoch too big for PostgreSQL": (record(epoch=2**31), NO_ENVELOPE),
    "a text that PostgreSQL cannot hold": (record(type="things.\0"), NO_ENVELOPE),
    "another source": (record(source="/templates"), "it comes from another source"),
    "another partition": (record(shift=1), "its shard is not its partition"),
    "an epoch that has not begun": (record(epoch=2), "its epoch is unknown"),
    "above the head": (record(position=10**9), ABOVE),
    "far above the head": (record(position=2**63 - 1), ABOVE),
    "a module above the head": (record(position=10**9, type="antigravity"), ABOVE),
    "other bytes": (record(of="before", correlationid="forged"), FORGED),
    "another type": (record(of="before", type="antigravity"), FORGED),
    "another id": (record(of="before", id=str(UUID(int=7))), FORGED),
    "other bytes at the next position": (record(correlationid="forged"), FORGED),
    "another type at the next position": (record(type="antigravity"), FORGED),
    "another id at the next position": (record(id=str(UUID(int=7))), FORGED),
}


@pytest.mark.parametrize("name", CASES)
async def test_what_is_no_event_becomes_a_dead_letter_and_the_next_event_is_applied(
    world: World, shelf: Shelf, name: str
) -> None:
    make, reason = CASES[name]
    before, next_ = await world.happen(*[stream_in(list(CASES).index(name) % SHARDS)] * 2)
    value, key, partition = make(before=before, next=next_)
    known = {letter["id"] for letter in await world.letters()}

    async def new_letters() -> list[dict[str, Any]]:
        return [letter for letter in await world.letters() if letter["id"] not in known]

    async with world.hearing(shelf):
        await world.send(before)
        await world.hears(before)
        await world.put(value, key, partition)
        await world.send(next_)
        await world.hears(before, next_)
        [letter] = await eventually(new_letters)
    assert (letter["status"], letter["reason"], letter["partition"]) == ("dead", reason, partition)
    assert (letter["record"], letter["key"], letter["topic"]) == (value, key, world.topic)
    assert shelf.taken >= set(ids(before, next_))
    assert shelf.fetched == set()
    assert "antigravity" not in sys.modules


async def test_many_hostile_records_in_one_batch_harm_nobody(world: World, shelf: Shelf) -> None:
    stream = stream_in(0)
    before, *events = await world.happen(*[stream] * 5)
    known = len(await world.letters())
    made = [make(before=before, next=event) for make, _ in CASES.values() for event in events[:1]]
    await world.send(before)
    for event in events:
        for value, key, partition in made:
            await world.put(value, key, partition)
        await world.send(event)
    async with world.hearing(shelf):
        await world.hears(before, *events)

        async def all_kept() -> bool:
            return len(await world.letters()) == known + len(events) * len(made)

        await eventually(all_kept)


async def test_a_gap_that_a_broken_record_leaves_heals_from_the_owner(world: World, shelf: Shelf) -> None:
    before, lost, after = await world.happen(*[stream_in(1)] * 3)
    async with world.hearing(shelf):
        await world.send(before)
        await world.put(lost[:-1], orjson.loads(lost)["partitionkey"].encode(), 1)
        await world.send(after)
        await world.hears(before, lost, after)
    assert set(ids(lost)) <= shelf.fetched


async def test_a_dead_letter_is_on_the_topic_too_and_kept_once_however_often_it_comes(
    world: World, shelf: Shelf
) -> None:
    stream = stream_in(2)
    before, next_ = await world.happen(*[stream] * 2)
    forged = changed(before, correlationid="forged")
    key = str(stream).encode()
    async with world.hearing(shelf):
        await world.send(before)
        await world.hears(before)
        await world.put(forged, key, 2)
        await world.send(next_)
        await world.hears(before, next_)
    kept = await world.letters(2)
    assert [letter["record"] for letter in kept].count(forged) == 1
    await world.commit_offset(2, 0)
    again = Shelf()
    [last] = await world.happen(stream)
    async with world.hearing(again):
        await world.send(last)
        await world.hears(before, next_, last)
    assert await world.letters(2) == kept
    published = await world.published_letters(stream)
    headers = {"reason": FORGED, "source": "things", "status": "dead", "cause": ""}
    [given] = [given for value, given in published if value == forged]
    assert headers.items() <= given.items()


async def test_what_somebody_else_sent_is_applied_where_the_owner_has_the_same(world: World, shelf: Shelf) -> None:
    stream = stream_in(3)
    events = await world.happen(*[stream] * 3)
    known = await world.letters()
    async with world.hearing(shelf):
        for event in events:
            await world.put(event, str(stream).encode(), place_of(event)[0])
        await world.hears(*events)
    assert shelf.fetched == set()
    assert await world.letters() == known


async def test_the_position_after_the_head_is_refused_until_its_owner_has_used_it(world: World, shelf: Shelf) -> None:
    stream = stream_in(4)
    [first] = await world.happen(stream)
    shard, position = place_of(first)
    early = changed(first, position=position + 1, id=str(UUID(int=7)))

    async def is_refused() -> bool:
        return early in [letter["record"] for letter in await world.letters(shard)]

    async with world.hearing(shelf):
        await world.send(first)
        await world.hears(first)
        await world.put(early, str(stream).encode(), shard)
        await eventually(is_refused)
        assert await world.heard(stream) == ids(first)
        assert await world.position(shard) == position
        [true] = await world.happen(stream)
        await world.send(true)
        await world.hears(first, true)
