"""What is sealed in a fact is opened with its owner's key: waited for while it is not there, gone once it is erased."""

from typing import ClassVar
from uuid import UUID, uuid4

import pytest

from shared.aggregates import ErasedPerson
from shared.consumers.consumer import Consumer, Rows, on
from shared.consumers.facts import Foreign
from tests.shared.consumers.world import World, ids, place_of, stream_in
from tests.shared.log.things import SOURCE, ThingMade
from tests.waiting import eventually

NAME = "Zarathustra of Sils"
ERASED = "erased"


class Reader(Consumer):
    """Notes the names of things, which are sealed."""

    source: ClassVar[str] = SOURCE

    def __init__(self) -> None:
        self.tries = 0

    @on(ThingMade)
    async def on_thing_made(self, fact: Foreign[ThingMade], rows: Rows) -> None:
        self.tries += 1
        opened = await fact.opened_or_none()
        name = opened.name if opened else ERASED
        await rows.execute("INSERT INTO heard (id, stream) VALUES (%s, %s)", [fact.id, name])


@pytest.fixture
def person() -> UUID:
    return uuid4()


async def made(world: World, person: UUID, shard: int) -> bytes:
    """Make a thing of a person; return the event."""
    thing = stream_in(shard)
    await world.application.make_thing(NAME, str(thing), owner=person, thing_id=thing)
    event = await world.newest(thing)
    assert NAME.encode() not in event
    return event


async def noted(world: World, event: bytes) -> str:
    """Wait until an event has taken effect, and return what was noted of it."""
    query = "SELECT stream FROM heard WHERE id = %s"
    row = await eventually(lambda: world.database.fetch_one(query, ids(event)))
    assert row
    note: str = row["stream"]
    return note


async def test_what_is_sealed_is_opened_with_the_key_from_its_owner(world: World, person: UUID) -> None:
    event = await made(world, person, 0)
    async with world.hearing(Reader()):
        await world.send(event)
        assert await noted(world, event) == NAME


async def test_a_key_that_is_not_there_yet_is_waited_for(world: World, person: UUID) -> None:
    event, reader = await made(world, person, 1), Reader()
    kid = (await world.application.plumbing.keys.of(person)).kid
    change = "UPDATE person_keys.keys SET kid = %s WHERE person = %s"
    await world.as_owner(change, [uuid4(), person])

    async def is_tried_again() -> bool:
        return reader.tries > 1

    async with world.hearing(reader):
        await world.send(event)
        await eventually(is_tried_again)
        assert await world.position(1) == place_of(event)[1] - 1
        await world.as_owner(change, [kid, person])
        assert await noted(world, event) == NAME
    assert await world.letters() == []


async def test_what_is_sealed_is_gone_once_its_person_is_erased(world: World, person: UUID) -> None:
    event = await made(world, person, 2)
    await world.as_owner("UPDATE person_keys.keys SET wrapped = NULL, destroyed_at = now() WHERE person = %s", [person])
    kid = (await world.application.plumbing.keys.of(person)).kid
    with pytest.raises(ErasedPerson):
        await world.application.plumbing.keys.by_kid(kid)
    async with world.hearing(Reader()):
        await world.send(event)
        assert await noted(world, event) == ERASED
    assert await world.letters() == []
