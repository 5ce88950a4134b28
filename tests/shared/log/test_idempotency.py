"""Answers kept for a repeat: in the transaction of the command, sealed, for its caller alone, for a day."""

import asyncio
from uuid import UUID, uuid4

import pytest

from deploy.local.provision import ServiceDatabase
from shared.context import NOBODY, Context, Idempotency, acting
from shared.housekeeping import Housekeeping
from shared.recording import KeyTaken
from tests.shared.conftest import Owner
from tests.shared.log.things import LabelTaken, Thing, ThingsApplication, running, settings

DIGEST = b"the HMAC of a request"


def asking(caller: UUID, key: str, *, secret: bool = False) -> Context:
    """Return the circumstances of a request with an idempotency key; its answer is the thing's name and version."""
    given = Idempotency(key, DIGEST, None if secret else lambda thing: f"{thing.name} {thing.version}".encode(), caller)
    user = None if caller == NOBODY else caller
    return Context(actor=f"user:{caller}", user_id=user, correlation_id="c", idempotency=given)


async def stored(owner: Owner, key: str) -> tuple[object, ...] | None:
    found = await owner.execute("SELECT caller, digest, answer FROM idempotency WHERE key = %s", [key])
    return await found.fetchone()


@pytest.mark.parametrize("caller", [uuid4(), NOBODY], ids=["a person", "nobody known"])
async def test_the_answer_of_a_command_is_kept_sealed_and_given_again_to_the_same_caller(
    caller: UUID, application: ThingsApplication, owner: Owner
) -> None:
    key = str(uuid4())
    with acting(asking(caller, key)) as context:
        assert await application.stored_answer(caller, key) is None
        thing = await application.make_thing("a private name", f"label {uuid4()}")
        await application.rename_thing(thing.id, "a later name")
    again = await application.stored_answer(caller, key)
    assert again
    assert (again.digest, again.answer) == (DIGEST, b"a private name 1")
    assert context.idempotency is None
    assert await application.stored_answer(uuid4(), key) is None
    row = await stored(owner, key)
    assert row
    assert row[:2] == (caller, DIGEST)
    assert "private" not in str(row[2])


async def test_a_secret_answer_is_noted_and_not_kept(application: ThingsApplication, owner: Owner) -> None:
    caller, key = uuid4(), str(uuid4())
    with acting(asking(caller, key, secret=True)):
        await application.make_thing("secret", f"label {uuid4()}")
    assert await stored(owner, key) == (caller, b"", "")
    again = await application.stored_answer(caller, key)
    assert again
    assert (again.digest, again.answer) == (b"", b"")


async def test_a_command_that_is_refused_leaves_its_key_free(application: ThingsApplication) -> None:
    caller, key = uuid4(), str(uuid4())
    await application.make_thing("name", label := f"label {uuid4()}")
    with acting(asking(caller, key)), pytest.raises(LabelTaken):
        await application.make_thing("name", label)
    assert await application.stored_answer(caller, key) is None


@pytest.mark.parametrize("processes", [1, 2])
async def test_of_two_calls_with_one_key_one_is_told_that_it_lost(
    processes: int, things_database: ServiceDatabase
) -> None:
    given = settings(things_database.url)
    async with running(given) as one, running(given) as another:
        caller, key, label = uuid4(), str(uuid4()), f"label {uuid4()}"
        answers = await asyncio.gather(
            make(one, asking(caller, key), label),
            make(one if processes == 1 else another, asking(caller, key), label),
            return_exceptions=True,
        )
        assert sorted(type(answer).__name__ for answer in answers) == ["KeyTaken", "Thing"]
        again = await one.stored_answer(caller, key)
        assert again
        assert again.answer == b"name 1"


async def test_a_repeat_that_comes_after_the_first_has_changed_its_thing_has_lost_too(
    application: ThingsApplication,
) -> None:
    caller, key = uuid4(), str(uuid4())
    thing = await application.make_thing("name", f"label {uuid4()}")
    both = [await application.load(Thing, thing.id) for _ in range(2)]
    for one in both:
        one.rename("other")
    with acting(asking(caller, key)):
        await application.save(both[0])
    with acting(asking(caller, key)), pytest.raises(KeyTaken):
        await application.save(both[1])


async def make(application: ThingsApplication, context: Context, label: str) -> Thing:
    with acting(context):
        return await application.make_thing("name", label)


async def test_answers_are_forgotten_after_a_day_and_their_keys_are_free_again(
    application: ThingsApplication, owner: Owner
) -> None:
    caller, old, young = uuid4(), str(uuid4()), str(uuid4())
    for key in (old, young):
        await make(application, asking(caller, key), f"label {uuid4()}")
    await owner.execute("UPDATE idempotency SET created_at = now() - interval '25 hours' WHERE key = %s", [old])
    await owner.execute("UPDATE idempotency SET created_at = now() - interval '23 hours' WHERE key = %s", [young])
    await Housekeeping(application.plumbing, anonymous_days=90).forget_answers()
    assert await application.stored_answer(caller, old) is None
    assert await application.stored_answer(caller, young)
    assert (await make(application, asking(caller, old), f"label {uuid4()}")).version == 1


async def test_a_key_is_answered_until_it_is_forgotten(application: ThingsApplication, owner: Owner) -> None:
    caller, key = uuid4(), str(uuid4())
    await make(application, asking(caller, key), f"label {uuid4()}")
    await owner.execute("UPDATE idempotency SET created_at = now() - interval '25 hours' WHERE key = %s", [key])
    assert await application.stored_answer(caller, key)
