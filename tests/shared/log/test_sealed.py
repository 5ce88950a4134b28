"""Personal text: in the clear in the state row and nowhere else; under a key that is checked when it is used."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID, uuid4

import orjson
import pytest
from psycopg.rows import dict_row
from psycopg.sql import SQL, Identifier

from shared.aggregates import ErasedPerson
from shared.context import NOBODY, Context, Idempotency, acting
from shared.ids import uuid7
from shared.log.units import Job
from shared.sealing import SealBroken, SealingKey
from tests.shared.conftest import Owner
from tests.shared.log.things import LoginFailed, Thing, ThingsApplication

NAME, RENAMED, SECRET = "Zarathustra of Sils", "Zarathustra of Turin", "$2b$12$" + "s" * 53
ADDRESS, AGENT, ANSWER = "203.0.113.77", "Lynx/2.9.2 of Zarathustra", b"the answer to Zarathustra"
TEXTS = ("Zarathustra", SECRET[:20], ADDRESS, "Lynx")


@pytest.fixture
def person() -> UUID:
    return uuid4()


@pytest.fixture
async def context(person: UUID) -> AsyncIterator[Context]:
    """Act for the person, from an address, with an idempotency key."""
    given = Context(
        actor=f"user:{person}", user_id=person, correlation_id="c", ip_address=ADDRESS, user_agent=AGENT,
        idempotency=Idempotency(str(uuid4()), b"digest", lambda _: ANSWER, person),
    )  # fmt: skip
    with acting(given):
        yield given


async def everywhere(owner: Owner) -> list[tuple[str, bytes]]:
    """Return each value of each table, by table and column."""
    tables = await owner.execute(
        "SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN ('public', 'person_keys')"
    )
    found = []
    for name in await tables.fetchall():
        async with owner.cursor(row_factory=dict_row) as cursor:
            await cursor.execute(SQL("SELECT * FROM {}").format(Identifier(*map(str, name))))
            for row in await cursor.fetchall():
                found += [
                    (f"{name[1]}.{column}", value if isinstance(value, bytes) else str(value).encode())
                    for column, value in row.items()
                ]
    return found


async def bodies(owner: Owner, thing: Thing) -> list[dict[str, Any]]:
    """Return the stored envelopes of a thing's stream."""
    rows = await owner.execute("SELECT body FROM events WHERE originator_id = %s ORDER BY 1", [thing.id])
    envelopes = [orjson.loads(bytes(body)) for (body,) in await rows.fetchall()]
    return sorted(envelopes, key=lambda envelope: envelope["data"]["entity"]["version"])


async def test_personal_and_secret_text_is_in_the_clear_in_the_state_row_only(
    application: ThingsApplication, owner: Owner, context: Context, person: UUID
) -> None:
    thing = await application.make_thing(NAME, f"label {uuid4()}", owner=person, secret=SECRET)
    thing = await application.rename_thing(thing.id, RENAMED)
    thing.rename(NAME)
    await application.save(thing, jobs=[Job("look", {"thing": thing.id})])
    await application.record_access(LoginFailed(email=f"{NAME}@example.org", reason="password"))
    assert context.idempotency is None
    values = await everywhere(owner)
    assert {place.partition(".")[0] for place, _ in values} >= {"events", "idempotency", "jobs", "keys", "things"}
    leaks = {place for place, value in values for text in TEXTS if text.encode() in value}
    assert leaks == {"things.name", "things.secret"}


@pytest.mark.usefixtures("context")
async def test_what_is_sealed_opens_to_what_was_recorded_and_holds_no_secret(
    application: ThingsApplication, owner: Owner, person: UUID
) -> None:
    thing = await application.make_thing(NAME, f"label {uuid4()}", owner=person, secret=SECRET)
    await application.rename_thing(thing.id, RENAMED)
    made, renamed = await bodies(owner, thing)
    key = await application.plumbing.keys.of(person)

    def opened(envelope: dict[str, Any]) -> Any:
        return orjson.loads(key.open(UUID(envelope["id"]), "values", envelope["data"]["sealed"][str(person)]))

    assert opened(made) == {"new": {"name": NAME}}
    assert made["data"]["new_values"].keys() == {"label", "owner", "marks", "deleted_at", "uses"}
    assert opened(renamed) == {"old": {"name": NAME}, "new": {"name": RENAMED}}
    assert (renamed["data"]["old_values"], renamed["data"]["new_values"]) == ({}, {})
    request = renamed["data"]["request"]
    assert key.open(UUID(renamed["id"]), "ip_address", request["ip_address"]).decode() == ADDRESS
    assert key.open(UUID(renamed["id"]), "user_agent", request["user_agent"]).decode() == AGENT
    with pytest.raises(SealBroken):
        key.open(UUID(made["id"]), "values", renamed["data"]["sealed"][str(person)])


async def test_what_belongs_to_nobody_known_is_sealed_under_the_key_of_the_month(
    application: ThingsApplication, owner: Owner
) -> None:
    with acting(Context(correlation_id="c", ip_address=ADDRESS)) as context:
        await application.record_access(LoginFailed(email=f"{NAME}@example.org", reason="password"))
    rows = await owner.execute("SELECT body FROM events WHERE (shard, position) = (%s, %s)", [
        context.recorded[0].shard, context.recorded[0].position,
    ])  # fmt: skip
    row = await rows.fetchone()
    assert row
    envelope = orjson.loads(bytes(row[0]))
    key = await application.plumbing.keys.of_nobody()
    assert orjson.loads(key.open(UUID(envelope["id"]), "values", envelope["data"]["sealed"][str(key.person)])) == {
        "payload": {"email": f"{NAME}@example.org"}
    }
    assert key.person != NOBODY
    assert envelope["subject"] == envelope["id"] == envelope["partitionkey"]


async def test_text_without_a_person_is_released(application: ThingsApplication, owner: Owner) -> None:
    thing = await application.make_thing("Public name", f"label {uuid4()}")
    (made,) = await bodies(owner, thing)
    assert made["data"]["new_values"]["name"] == "Public name"
    assert "sealed" not in made["data"]


@pytest.mark.parametrize("cached", [True, False])
async def test_nothing_is_stored_under_a_key_that_has_been_destroyed(
    application: ThingsApplication, owner: Owner, person: UUID, *, cached: bool
) -> None:
    thing = await application.make_thing(NAME, f"label {uuid4()}", owner=person)
    if not cached:
        application.plumbing.keys.forget()
    await destroy(owner, person)
    another = Thing.begin(uuid7())
    with pytest.raises(ErasedPerson):
        await application.make_thing(NAME, f"label {uuid4()}", owner=person, thing_id=another.id)
    with pytest.raises(ErasedPerson):
        await application.rename_thing(thing.id, RENAMED)
    assert await application.find(Thing, another.id) is None
    assert (await application.load(Thing, thing.id)).name == NAME
    assert len(await bodies(owner, thing)) == 1


async def test_others_in_the_batch_do_not_suffer_from_a_destroyed_key(
    application: ThingsApplication, owner: Owner, person: UUID
) -> None:
    await application.make_thing(NAME, f"label {uuid4()}", owner=person)
    others = [uuid4() for _ in range(7)]
    for other in others:
        await application.plumbing.keys.of(other)
    await destroy(owner, person)
    assert await gathered(application, [*others[:3], person, *others[3:]]) == [1, 1, 1, ErasedPerson, 1, 1, 1, 1]


async def gathered(application: ThingsApplication, owners: list[UUID]) -> list[Any]:
    """Make a thing for each owner at once; return the versions, or the types of the errors."""
    answers = await asyncio.gather(
        *(application.make_thing(NAME, f"label {uuid4()}", owner=owner) for owner in owners), return_exceptions=True
    )
    return [answer.version if isinstance(answer, Thing) else type(answer) for answer in answers]


async def destroy(owner: Owner, person: UUID) -> None:
    """Destroy a person's key, as another process would."""
    await owner.execute("UPDATE person_keys.keys SET wrapped = NULL, destroyed_at = now() WHERE person = %s", [person])


async def test_the_caller_who_is_erased_himself_is_refused_too(
    application: ThingsApplication, owner: Owner, person: UUID, context: Context
) -> None:
    await application.make_thing("Public name", f"label {uuid4()}")
    await destroy(owner, person)
    with pytest.raises(ErasedPerson):
        await application.make_thing("Public name", f"label {uuid4()}")
    assert isinstance(await application.plumbing.keys.of_nobody(), SealingKey)
    assert len(context.recorded) == 1
