"""What another service has just made is waited for, but not for long, and only as far as its owner is now."""

import asyncio
from collections.abc import AsyncIterator
from time import monotonic
from uuid import UUID, uuid4

import pytest

from deploy.local.provision import ServiceDatabase
from deploy.local.state import free_port
from shared.ids import shard_of
from shared.neighbours import Neighbours
from shared.positions import Head
from tests.shared.conftest import Owner
from tests.shared.log.things import SOURCE, ThingsApplication, settings
from tests.shared.owning import asking, owning


@pytest.fixture(autouse=True)
async def _nothing_applied(owner: Owner) -> None:
    await owner.execute("DELETE FROM consumer_positions")


@pytest.fixture
async def neighbours(application: ThingsApplication, things_database: ServiceDatabase) -> AsyncIterator[Neighbours]:
    """Return the neighbours of a service that has heard nothing of things yet."""
    async with owning(application, settings(things_database.url)) as port:
        internal = asking(port)
        yield Neighbours(application.database, internal)
        await internal.close()


async def make(application: ThingsApplication) -> UUID:
    return (await application.make_thing("name", f"label {uuid4()}")).id


async def apply(owner: Owner, application: ThingsApplication, stream: UUID, *, short_by: int = 0) -> None:
    """Say that a stream's shard has been applied as far as it goes, or a little less."""
    shard = shard_of(str(stream))
    position = (await application.plumbing.log.heads())[shard].position - short_by
    await owner.execute(
        "INSERT INTO consumer_positions (source, shard, epoch, position) VALUES ('things', %s, 1, %s)"
        " ON CONFLICT (source, shard) DO UPDATE SET position = excluded.position",
        [shard, position],
    )


async def test_what_has_been_applied_is_not_waited_for(
    application: ThingsApplication, neighbours: Neighbours, owner: Owner
) -> None:
    stream = await make(application)
    await apply(owner, application, stream)
    assert await neighbours.caught_up(SOURCE, stream, wait_s=0)


async def test_a_shard_without_events_is_caught_up_with(neighbours: Neighbours, owner: Owner) -> None:
    await owner.execute("DELETE FROM things; DELETE FROM events; UPDATE log_head SET position = 0")
    assert await neighbours.caught_up(SOURCE, uuid4(), wait_s=0)


async def test_what_is_applied_meanwhile_is_waited_for(
    application: ThingsApplication, neighbours: Neighbours, owner: Owner, told: asyncio.Event
) -> None:
    stream = await make(application)
    await apply(owner, application, stream, short_by=1)
    waiting = asyncio.create_task(neighbours.caught_up(SOURCE, stream, wait_s=30))
    await told.wait()
    assert not waiting.done()
    await apply(owner, application, stream)
    assert await waiting


async def test_an_owner_that_goes_on_is_not_followed(
    application: ThingsApplication, neighbours: Neighbours, owner: Owner, told: asyncio.Event
) -> None:
    stream = await make(application)
    await apply(owner, application, stream, short_by=1)
    waiting = asyncio.create_task(neighbours.caught_up(SOURCE, stream, wait_s=30))
    await told.wait()
    await application.rename_thing(stream, "another")
    await apply(owner, application, stream, short_by=1)
    assert await waiting


@pytest.fixture
def told(neighbours: Neighbours, monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Return what is set once the owner has told its heads."""
    owner, told = neighbours.owner(SOURCE), asyncio.Event()
    ask = owner.heads

    async def heads() -> dict[int, Head]:
        answer = await ask()
        told.set()
        return answer

    monkeypatch.setattr(owner, "heads", heads)
    return told


async def test_what_is_never_applied_is_given_up(application: ThingsApplication, neighbours: Neighbours) -> None:
    stream, began = await make(application), monotonic()
    assert not await neighbours.caught_up(SOURCE, stream)
    assert 2 <= monotonic() - began < 10


async def test_an_owner_who_cannot_be_asked_counts_as_no(application: ThingsApplication, owner: Owner) -> None:
    stream = await make(application)
    await apply(owner, application, stream)
    internal = asking(free_port())
    try:
        assert not await Neighbours(application.database, internal).caught_up(SOURCE, stream)
    finally:
        await internal.close()


async def test_a_service_keeps_its_owners_and_with_them_their_keys(neighbours: Neighbours) -> None:
    assert neighbours.owner(SOURCE) is neighbours.owner(SOURCE)
    assert neighbours.owner("others").source == "others"
