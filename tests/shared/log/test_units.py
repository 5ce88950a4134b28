"""A unit: tallies, rows and jobs commit with the events they belong to, or not at all."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from deploy.local.provision import ServiceDatabase
from shared.context import Context, acting
from shared.ids import uuid7
from shared.log.units import Job, Tally
from tests.shared.conftest import Owner
from tests.shared.log.things import LabelTaken, LoginFailed, Thing, ThingsApplication, running, settings, things

AT = datetime(2026, 5, 1, 12, tzinfo=UTC)


def used(thing: Thing, by: int | datetime = 1) -> Tally:
    """Return a use of a thing: a count, or the time of it."""
    return Tally(things, "used_at" if isinstance(by, datetime) else "uses", thing.id, by)


async def read(application: ThingsApplication, thing: Thing) -> dict[str, Any]:
    row = await application.read(things, thing.id)
    assert row
    return row


async def jobs(owner: Owner) -> dict[object, object]:
    """Return the causes of all jobs, by the jobs' ids."""
    found = await owner.execute("SELECT id, cause FROM jobs")
    return {id_: cause for id_, cause in await found.fetchall()}  # noqa: C416 - for the types


async def test_numbers_are_summed_and_times_move_forward_only(application: ThingsApplication) -> None:
    thing, other = [await application.make_thing("name", f"label {uuid4()}") for _ in range(2)]
    times = [AT + timedelta(minutes=minutes) for minutes in (3, 9, 1)]
    await asyncio.gather(
        *(
            application.record_access(
                LoginFailed(email="a@example.org", reason="none"),
                tallies=[used(thing), used(other, 2), used(thing, at)],
            )
            for at in times
        )
    )
    await application.record_access(
        LoginFailed(email="a@example.org", reason="none"), tallies=[used(thing, -1), used(thing, AT)]
    )
    row = await read(application, thing)
    assert (row["uses"], row["used_at"]) == (2, times[1])
    assert (await read(application, other))["uses"] == 6
    assert row["version"] == 1
    assert row["updated_at"] == thing.updated_at


async def test_a_change_of_the_thing_leaves_its_tallies(things_database: ServiceDatabase) -> None:
    given = settings(things_database.url)
    async with running(given) as one, running(given) as another:
        thing = await one.make_thing("name", f"label {uuid4()}")
        await asyncio.gather(
            *(one.rename_thing(thing.id, f"name {number}") for number in range(3)),
            *(another.use_thing(thing.id) for _ in range(20)),
        )
        loaded = await one.load(Thing, thing.id)
    assert (loaded.version, loaded.uses) == (4, 20)


async def test_a_refused_command_leaves_no_tally_no_job_and_no_access_event(
    application: ThingsApplication, owner: Owner
) -> None:
    thing = await application.make_thing("name", label := f"label {uuid4()}")
    before = await jobs(owner), await application.plumbing.log.heads()
    another = Thing.begin()
    another.make("name", label)
    with pytest.raises(LabelTaken):
        await application.save(
            another,
            tallies=[used(thing)],
            jobs=[Job("look", {})],
            access=[LoginFailed(email="a@example.org", reason="none")],
        )
    assert (await read(application, thing))["uses"] == 0
    assert (await jobs(owner), await application.plumbing.log.heads()) == before


async def test_a_job_is_queued_with_its_events_and_knows_what_caused_it(
    application: ThingsApplication, owner: Owner
) -> None:
    cause = uuid7()
    with acting(Context(correlation_id="first", traceparent="00-1-2-03", on_behalf_of="user:x")):
        of_request = await save(application, "one")
    with acting(Context(correlation_id="second", causation_id=cause, caused_at=AT)):
        of_fact = await save(application, "other")
    found = await owner.execute("SELECT event_id FROM events WHERE topic = 'things.ThingMade' AND originator_id = %s", [
        of_request.payload["thing"],
    ])  # fmt: skip
    row = await found.fetchone()
    assert row
    causes = await jobs(owner)
    assert causes[of_request.id] == {
        "correlation_id": "first",
        "causation_id": str(row[0]),
        "caused_at": None,
        "traceparent": "00-1-2-03",
        "on_behalf_of": "user:x",
    }
    assert causes[of_fact.id] == {
        "correlation_id": "second",
        "causation_id": str(cause),
        "caused_at": "2026-05-01T12:00:00+00:00",
        "traceparent": None,
        "on_behalf_of": None,
    }


async def save(application: ThingsApplication, name: str, *, run_at: datetime | None = None) -> Job:
    """Make a thing and queue a job with it."""
    thing = Thing.begin()
    thing.make(name, f"label {uuid4()}")
    job = Job("look", {"thing": thing.id, "at": AT}, run_at=run_at)
    await application.save(thing, jobs=[job])
    return job


async def test_jobs_of_many_commands_are_all_queued(application: ThingsApplication, owner: Owner) -> None:
    saved = await asyncio.gather(*(save(application, "name", run_at=AT) for _ in range(30)))
    rows = await owner.execute("SELECT id FROM jobs WHERE run_at = %s", [AT])
    assert {id_ for (id_,) in await rows.fetchall()} == {job.id for job in saved}
