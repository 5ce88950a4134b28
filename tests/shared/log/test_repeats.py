"""Commands that a fact caused: run again, whole or in part, they are one effect and succeed."""

import asyncio
from uuid import UUID, uuid4

import orjson

from deploy.local.provision import ServiceDatabase
from shared.context import Context, acting
from shared.ids import derive_id, uuid7
from tests.shared.conftest import Owner
from tests.shared.log.things import LoginFailed, Thing, ThingsApplication, running, settings


def caused(cause: UUID) -> Context:
    return Context(actor="service:things", correlation_id="c", causation_id=cause)


async def ids(owner: Owner, thing_id: UUID) -> list[object]:
    found = await owner.execute(
        "SELECT event_id FROM events WHERE originator_id = %s ORDER BY originator_version", [thing_id]
    )
    return [id_ for (id_,) in await found.fetchall()]


async def test_a_command_that_makes_a_thing_runs_twice_and_makes_it_once(
    application: ThingsApplication, owner: Owner
) -> None:
    cause, thing_id, label = uuid7(), uuid7(), f"label {uuid4()}"
    places = []
    for _ in range(2):
        with acting(caused(cause)) as context:
            await application.make_thing("name", label, thing_id=thing_id)
        places.append(context.recorded)
    assert places[0] == places[1]
    assert await ids(owner, thing_id) == [derive_id(cause, thing_id, "things.ThingMade")]


async def test_a_command_that_changes_a_thing_runs_twice_and_changes_it_once(
    application: ThingsApplication, owner: Owner
) -> None:
    cause = uuid7()
    thing = await application.make_thing("name", f"label {uuid4()}")
    with acting(caused(cause)) as first:
        await application.rename_thing(thing.id, "from the job")
    await application.rename_thing(thing.id, "by somebody since")
    with acting(caused(cause)) as second:
        await application.rename_thing(thing.id, "from the job")
    assert first.recorded == second.recorded
    assert (await application.load(Thing, thing.id)).name == "by somebody since"
    assert len(await ids(owner, thing.id)) == 3


async def test_another_cause_is_another_effect(application: ThingsApplication, owner: Owner) -> None:
    thing = await application.make_thing("name", f"label {uuid4()}")
    for number in range(2):
        with acting(caused(uuid7())):
            await application.rename_thing(thing.id, f"name {number}")
    assert len(set(await ids(owner, thing.id))) == 3


async def test_a_repeat_among_others_at_the_same_moment_harms_nobody(
    things_database: ServiceDatabase, owner: Owner
) -> None:
    given = settings(things_database.url)
    async with running(given) as one, running(given) as another:
        cause = uuid7()
        thing = await one.make_thing("name", f"label {uuid4()}")

        async def repeat(application: ThingsApplication) -> None:
            with acting(caused(cause)):
                await application.rename_thing(thing.id, "from the job")

        await repeat(one)
        await one.rename_thing(thing.id, "since")
        made = [one.make_thing("name", f"label {uuid4()}") for _ in range(20)]
        await asyncio.gather(*made, *(repeat(application) for application in (one, another, one, another)))
        assert len(await ids(owner, thing.id)) == 3


async def test_an_access_event_of_a_job_is_the_only_one_of_its_own_stream(
    application: ThingsApplication, owner: Owner
) -> None:
    with acting(caused(uuid7())) as context:
        await application.record_access(LoginFailed(email="a@example.org", reason="password"))
        await application.record_access(LoginFailed(email="a@example.org", reason="password"))
    assert len(context.recorded) == 2
    for at in context.recorded:
        row = await owner.execute(
            "SELECT originator_id, event_id, body FROM events WHERE (shard, position) = (%s, %s)",
            [at.shard, at.position],
        )
        found = await row.fetchone()
        assert found
        stream, event_id, body = found
        assert stream == event_id == UUID(orjson.loads(bytes(body))["id"])
