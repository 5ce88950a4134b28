"""Folding every stream again finds each row that is not what the log says, and makes it so, while writes go on."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing, suppress
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from deploy.local.provision import ServiceDatabase
from shared import database
from shared.aggregates import NotFound
from shared.context import Context, acting
from shared.verification import Difference, Verifier
from tests.shared.conftest import Owner
from tests.shared.log.things import THINGS, Thing, ThingsApplication, running, settings
from tests.waiting import eventually


@pytest.fixture(autouse=True)
async def _empty(owner: Owner) -> None:
    """Begin each test with an empty log."""
    await owner.execute("DELETE FROM things; DELETE FROM events; UPDATE log_head SET position = 0")


@pytest.fixture
def verifier(application: ThingsApplication) -> Verifier:
    return Verifier(application.plumbing, [THINGS])


async def make(application: ThingsApplication, *, owner: UUID | None = None, secret: str | None = None) -> Thing:
    return await application.make_thing("a name", f"label {uuid4()}", owner=owner, secret=secret)


async def found_by(differences: AsyncIterator[Difference]) -> list[Difference]:
    return [difference async for difference in differences]


async def rows(owner: Owner) -> list[Any]:
    return await (await owner.execute("SELECT t::text FROM things t ORDER BY id")).fetchall()


async def test_rows_that_are_what_the_log_says_are_no_difference(
    application: ThingsApplication, verifier: Verifier
) -> None:
    thing = await make(application, owner=uuid4(), secret="hash")
    await application.rename_thing(thing.id, "another")
    await application.use_thing(thing.id)
    with acting(Context(correlation_id="x", user_id=uuid4())):
        await application.record_read("thing", owner=uuid4(), entity_id=thing.id)
        await application.record_refusal(method="GET", route="/v1/x", entity="thing", entity_id=thing.id, status=404)
    await make(application)
    assert await found_by(verifier.differences()) == []
    assert verifier.streams == 2


async def test_a_tampered_row_is_named_with_its_fields_and_mended(
    application: ThingsApplication, verifier: Verifier, owner: Owner
) -> None:
    thing = await make(application, owner=uuid4(), secret="hash")
    await make(application)
    before = await rows(owner)
    await owner.execute(
        """UPDATE things SET name = 'Eve', marks = '{"a": [2]}', version = 9 WHERE id = %s""", [thing.id]
    )
    wanted = [Difference("things", thing.id, ("marks", "name", "version"))]
    assert await found_by(verifier.differences()) == wanted
    assert str(wanted[0]) == f"things {thing.id}: marks, name, version"
    assert await found_by(verifier.rebuild()) == wanted
    assert await rows(owner) == before
    assert await found_by(verifier.differences()) == []


async def test_a_missing_row_is_named_and_made_again(
    application: ThingsApplication, verifier: Verifier, owner: Owner
) -> None:
    thing = await make(application, owner=uuid4())
    before = await rows(owner)
    await owner.execute("DELETE FROM things")
    wanted = [Difference("things", thing.id, ("it has no row",))]
    assert await found_by(verifier.rebuild()) == wanted
    assert await rows(owner) == before


async def test_a_row_without_events_is_named_and_stays(
    application: ThingsApplication, verifier: Verifier, owner: Owner
) -> None:
    thing = await make(application)
    await owner.execute("DELETE FROM events")
    wanted = [Difference("things", thing.id, ("it has no events",))]
    assert await found_by(verifier.differences()) == wanted
    assert await found_by(verifier.rebuild()) == []
    assert len(await rows(owner)) == 1


async def test_of_an_erased_person_there_is_no_row_and_none_is_made(
    application: ThingsApplication, verifier: Verifier, owner: Owner
) -> None:
    person = uuid4()
    thing = await make(application, owner=person)
    stays = await make(application, owner=uuid4())
    await owner.execute("UPDATE person_keys.keys SET wrapped = NULL, destroyed_at = now() WHERE person = %s", [person])
    wanted = [Difference("things", thing.id, ("a person of it has been erased",))]
    assert await found_by(verifier.differences()) == wanted
    await owner.execute("DELETE FROM things WHERE id = %s", [thing.id])
    assert await found_by(verifier.differences()) == []
    assert await found_by(verifier.rebuild()) == []
    assert await (await owner.execute("SELECT id FROM things")).fetchall() == [(stays.id,)]


async def test_many_streams_are_all_compared(application: ThingsApplication, verifier: Verifier, owner: Owner) -> None:
    await asyncio.gather(*(make(application) for _ in range(1200)))  # more than are fetched at once
    changed = await owner.execute("UPDATE things SET name = 'x' WHERE right(id::text, 1) = '7' RETURNING id")
    tampered = {id_ for (id_,) in await changed.fetchall()}
    assert {difference.id for difference in await found_by(verifier.differences())} == tampered
    assert verifier.streams == 1200
    assert len(await found_by(verifier.rebuild())) == len(tampered)
    assert await found_by(verifier.differences()) == []


async def test_what_is_written_while_a_comparison_goes_on_is_no_difference(
    application: ThingsApplication, verifier: Verifier, owner: Owner
) -> None:
    things = await asyncio.gather(*(make(application) for _ in range(100)))
    await owner.execute("UPDATE things SET name = 'x' WHERE id = %s", [min(thing.id for thing in things)])
    async with aclosing(verifier.differences()) as differences:
        first = await anext(differences)
        await asyncio.gather(*(application.rename_thing(thing.id, "other") for thing in things))
        await make(application)
        assert [difference async for difference in differences] == []
    assert first.fields == ("name",)
    assert verifier.streams == 100


_DELETE_IN_ORDER = "DELETE FROM things WHERE id IN (SELECT id FROM things ORDER BY id FOR UPDATE)"
"""In the order in which commands lock rows: else whoever deletes and whoever writes could wait for each other."""


async def test_rows_made_anew_under_constant_writes_have_all_their_events(
    application: ThingsApplication, verifier: Verifier, owner: Owner
) -> None:
    things = await asyncio.gather(*(make(application) for _ in range(20)))
    done = asyncio.Event()

    async def keep_renaming(thing: Thing) -> int:
        renamed = 0
        while not done.is_set():
            with suppress(NotFound):
                await application.rename_thing(thing.id, f"name {renamed}")
                renamed += 1
        return renamed

    renaming = [asyncio.create_task(keep_renaming(thing)) for thing in things]
    mended = 0
    while mended < 100:
        await owner.execute(_DELETE_IN_ORDER)
        mended += len(await found_by(verifier.rebuild()))
    done.set()
    counts = await asyncio.gather(*renaming)
    assert await found_by(verifier.differences()) == []
    assert [(await application.load(Thing, thing.id)).version for thing in things] == [n + 1 for n in counts]


async def test_an_event_that_comes_between_finding_and_mending_is_not_lost(
    application: ThingsApplication, verifier: Verifier, owner: Owner
) -> None:
    things = sorted(await asyncio.gather(*(make(application) for _ in range(2))), key=lambda thing: thing.id)
    await owner.execute("UPDATE things SET label = 'x ' || label")
    mending = verifier.rebuild()
    await anext(mending)
    await application.rename_thing(things[1].id, "another")
    assert [difference.id async for difference in mending] == [things[1].id]
    mended = await application.load(Thing, things[1].id)
    assert (mended.version, mended.name, mended.label) == (2, "another", things[1].label)


async def test_a_row_is_made_anew_after_the_write_that_was_before_it(
    application: ThingsApplication, verifier: Verifier, owner: Owner, other: Owner
) -> None:
    thing = await make(application)
    await owner.execute("UPDATE things SET label = 'x'")
    async with owner.transaction():
        await owner.execute("SELECT FROM log_head FOR UPDATE")
        renaming = asyncio.create_task(application.rename_thing(thing.id, "another"))
        await eventually(lambda: waiting_for_locks(other, 1), pause_s=0.005)
        mending = asyncio.create_task(found_by(verifier.rebuild()))
        await eventually(lambda: waiting_for_locks(other, 2), pause_s=0.005)
    await renaming
    assert [difference.id for difference in await mending] == [thing.id]
    mended = await application.load(Thing, thing.id)
    assert (mended.version, mended.name, mended.label) == (2, "another", thing.label)


async def waiting_for_locks(other: Owner, sessions: int) -> bool:
    found = await other.execute(
        "SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted AND pid IN"
        " (SELECT pid FROM pg_stat_activity WHERE datname = current_database())"
    )
    return await found.fetchone() == (sessions,)


async def test_an_event_of_an_unknown_type_ends_the_comparison(
    application: ThingsApplication, verifier: Verifier, owner: Owner
) -> None:
    await make(application)
    await owner.execute(
        "UPDATE events"
        " SET body = convert_to(replace(convert_from(body, 'UTF8'), 'things.ThingMade', 'things.No'), 'UTF8')"
    )
    with pytest.raises(LookupError, match=r"things\.No"):
        await found_by(verifier.differences())


async def test_a_comparison_may_take_longer_than_any_other_transaction(
    application: ThingsApplication, things_database: ServiceDatabase, owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    await asyncio.gather(*(make(application) for _ in range(3)))
    await owner.execute("UPDATE things SET name = 'x'")
    options = database._OPTIONS.replace("transaction_timeout=15s", "transaction_timeout=200ms")
    assert options != database._OPTIONS
    monkeypatch.setattr(database, "_OPTIONS", options)
    async with running(settings(things_database.url)) as hurried:
        with pytest.raises(psycopg.errors.TransactionTimeout):
            await hurried.database.execute("SELECT pg_sleep(10)")
        found = []
        async for difference in Verifier(hurried.plumbing, [THINGS]).differences():
            found.append(difference)
            await owner.execute("SELECT pg_sleep(0.4)")
    assert len(found) == 3
