"""An event that can never be applied is set aside and its stream waits; the others flow; the world is waited for."""

import asyncio
import sys
from itertools import repeat
from typing import Any, ClassVar
from uuid import UUID

import psycopg
import pytest

from shared.consumers.owner import KeyNotThere, OwnerUnavailable
from tests.shared.consumers.world import Shelf, World, ids, place_of, stream_in
from tests.waiting import eventually

PRIVATE = "private text"
TYPE = b'"type":"things.DataRead"'


async def fates(world: World, *events: bytes) -> list[tuple[str, str]]:
    """Return what became of these events, in their order: (status, reason) of their letters."""
    known = {letter["event_id"]: letter for letter in await world.letters()}
    return [(known[id_]["status"], known[id_]["reason"]) for id_ in ids(*events) if id_ in known]


async def applied_up_to(world: World, event: bytes) -> None:
    """Wait until the position of an event is applied, whatever became of it."""
    shard, position = place_of(event)

    async def has_moved() -> bool:
        return await world.position(shard) >= position

    await eventually(has_moved)


async def test_an_event_that_always_fails_is_set_aside_and_its_stream_parked_while_the_others_flow(
    world: World, shelf: Shelf
) -> None:
    sick, well, far = stream_in(0), stream_in(0), stream_in(1)
    a1, b1, a2, b2, a3, b3, c1, a4 = events = await world.happen(sick, well, sick, well, sick, well, far, sick)
    shelf.failures[ids(a2)[0]] = repeat(ValueError(PRIVATE))
    await world.send(*events)
    async with world.hearing(shelf):
        await world.hears(a1)
        await world.hears(b1, b2, b3)
        await world.hears(c1)
        await applied_up_to(world, a4)
    assert await world.heard(sick) == ids(a1)
    parked = ("parked", "its stream is parked")
    assert await fates(world, *events) == [("dead", "it cannot be applied"), parked, parked]
    assert await fates(world, a2, a3, a4) == [("dead", "it cannot be applied"), parked, parked]


async def test_a_parked_stream_stays_so_for_other_processes_and_later_events(world: World, shelf: Shelf) -> None:
    sick, well = stream_in(2), stream_in(2)
    [first] = await world.happen(sick)
    shelf.failures[ids(first)[0]] = repeat(ValueError(PRIVATE))
    async with world.hearing(shelf):
        await world.send(first)
        await applied_up_to(world, first)
    later, other = await world.happen(sick, well)
    async with world.hearing(Shelf()):
        await world.send(later, other)
        await world.hears(other)
    assert await world.heard(sick) == []
    assert [status for status, _ in await fates(world, first, later)] == ["dead", "parked"]


async def test_a_letter_has_the_event_whole_and_the_cause_without_its_words(world: World, shelf: Shelf) -> None:
    sick = stream_in(3)
    events = await world.happen(sick, sick)
    shelf.failures[ids(events[0])[0]] = repeat(ValueError(PRIVATE))
    async with world.hearing(shelf):
        await world.send(*events)
        await applied_up_to(world, events[-1])
    dead, parked = [letter for letter in await world.letters(3) if letter["stream"] == str(sick)]
    for letter, event in ((dead, events[0]), (parked, events[1])):
        assert letter["record"] == event
        assert (letter["event_id"], letter["position"]) == (ids(event)[0], place_of(event)[1])
        assert (letter["source"], letter["type"], letter["key"]) == ("things", "things.DataRead", str(sick).encode())
    assert dead["cause"].startswith("ValueError at world.py:")
    assert PRIVATE not in dead["cause"]
    assert parked["cause"] is None
    published = await world.published_letters(sick)
    assert [value for value, _ in published] == events
    assert [headers["status"] for _, headers in published] == ["dead", "parked"]
    assert published[0][1]["cause"] == dead["cause"]


async def test_a_handler_that_fails_for_a_moment_is_tried_again(world: World, shelf: Shelf) -> None:
    before, shaky, after = events = await world.happen(*[stream_in(4)] * 3)
    shelf.failures[ids(shaky)[0]] = iter([ValueError(PRIVATE)] * 3)
    await world.send(*events)
    async with world.hearing(shelf):
        await world.hears(before, shaky, after)
    assert await world.letters(4) == []


async def test_a_payload_that_is_not_as_its_class_has_it_is_set_aside(world: World, shelf: Shelf) -> None:
    sick, well = stream_in(5), stream_in(5)
    odd, good = await world.happen(sick, well)
    odd = await world.rewrite(odd, b'"count":1', b'"count":"PRIVATE"')
    async with world.hearing(shelf):
        await world.send(odd, good)
        await world.hears(good)
    [letter] = await world.letters(5)
    assert (letter["status"], letter["record"]) == ("dead", odd)
    assert letter["cause"].startswith("ValidationError: count int_parsing")
    assert "PRIVATE" not in letter["cause"]


@pytest.mark.parametrize(
    "error",
    [
        psycopg.OperationalError(PRIVATE),
        OwnerUnavailable(PRIVATE),
        KeyNotThere(UUID(int=5)),
        TimeoutError(PRIVATE),
    ],
    ids=lambda error: type(error).__name__,
)
async def test_errors_of_the_world_are_waited_for_with_the_position_unmoved(
    world: World, shelf: Shelf, error: Exception
) -> None:
    [before] = await world.happen(stream_in(6))
    waiting, other = await world.happen(stream_in(6), stream_in(7))
    over = asyncio.Event()
    tries: list[int] = []

    def fail() -> Any:
        while not over.is_set():
            tries.append(1)
            yield error

    shelf.failures[ids(waiting)[0]] = fail()
    async with world.hearing(shelf):
        await world.send(before)
        await world.hears(before)
        await world.send(waiting, other)
        await world.hears(other)

        async def is_tried_again() -> bool:
            return len(tries) > 1

        await eventually(is_tried_again)
        assert await world.position(6) == place_of(before)[1]
        over.set()
        await world.hears(waiting)
    assert await world.letters(6) == []


@pytest.mark.parametrize(
    "name", ["things.NeverHeardOf", "identity.UserRegistered", "antigravity", "os.system", "…", ""]
)
async def test_what_is_of_an_unknown_type_is_kept_and_advances_the_position(
    world: World, shelf: Shelf, name: str
) -> None:
    stream = stream_in(8)
    before, strange, after = await world.happen(*[stream] * 3)
    strange = await world.rewrite(strange, TYPE, f'"type":"{name}"'.encode())
    async with world.hearing(shelf):
        await world.send(before, strange, after)
        await world.hears(before, after)
    [letter] = [letter for letter in await world.letters(8) if letter["stream"] == str(stream)]
    assert (letter["status"], letter["reason"]) == ("unknown", "its type is unknown")
    assert (letter["type"], letter["record"]) == (name, strange)
    assert shelf.taken.isdisjoint(ids(strange))
    assert await world.published_letters(stream) == []
    assert "antigravity" not in sys.modules


class EveryType(Shelf):
    """Takes whatever comes, as audit does."""

    keeps_unknown: ClassVar[bool] = False


async def test_what_takes_every_type_gets_the_unknown_ones_too(world: World) -> None:
    shelf = EveryType()
    before, strange, after = await world.happen(*[stream_in(9)] * 3)
    strange = await world.rewrite(strange, TYPE, b'"type":"antigravity"')
    async with world.hearing(shelf):
        await world.send(before, strange, after)
        await world.hears(before, after)
    assert shelf.taken >= set(ids(before, strange, after))
    assert await world.letters(9) == []
    assert "antigravity" not in sys.modules
