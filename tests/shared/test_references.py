"""People are there before a row refers to them, and never again once they are erased."""

import asyncio
from uuid import UUID, uuid4

import pytest

from shared.aggregates import ErasedPerson
from shared.references import References
from tests.shared.conftest import Owner
from tests.shared.log.things import ThingsApplication


@pytest.fixture
def references(application: ThingsApplication) -> References:
    return application.plumbing.references


async def number_of(owner: Owner, person: UUID) -> object:
    row = await (await owner.execute("SELECT count(*) FROM user_refs WHERE id = %s", [person])).fetchone()
    assert row
    return row[0]


async def erase(owner: Owner, person: UUID) -> None:
    await owner.execute("DELETE FROM user_refs WHERE id = %s", [person])
    await owner.execute("INSERT INTO erased (id) VALUES (%s)", [person])


async def test_a_person_is_inserted_once_whoever_asks(application: ThingsApplication, owner: Owner) -> None:
    person = uuid4()
    processes = [References(application.database) for _ in range(10)]
    await asyncio.gather(*(process.ensure(person) for process in processes for _ in range(3)))
    assert await number_of(owner, person) == 1


async def test_a_person_who_is_there_already_is_no_error(references: References, owner: Owner) -> None:
    person = uuid4()
    await owner.execute("INSERT INTO user_refs (id) VALUES (%s)", [person])
    await references.ensure(person)
    assert await number_of(owner, person) == 1


async def test_an_erased_person_is_refused_every_time_and_not_inserted(references: References, owner: Owner) -> None:
    person = uuid4()
    await erase(owner, person)
    for _ in range(2):
        with pytest.raises(ErasedPerson):
            await references.ensure(person)
    assert await number_of(owner, person) == 0


async def test_who_was_seen_is_not_looked_up_until_all_are_forgotten(references: References, owner: Owner) -> None:
    person, another = uuid4(), uuid4()
    await references.ensure(person)
    await references.ensure(another)
    await erase(owner, person)
    await references.ensure(person)
    assert await number_of(owner, person) == 0
    references.forget()
    with pytest.raises(ErasedPerson):
        await references.ensure(person)
    await references.ensure(another)


async def test_a_broken_foreign_key_makes_all_be_looked_up_again(
    application: ThingsApplication, references: References, owner: Owner
) -> None:
    person = uuid4()
    await references.ensure(person)
    await owner.execute("ALTER TABLE things ADD FOREIGN KEY (owner) REFERENCES user_refs")
    await application.make_thing("name", f"label {uuid4()}", owner=person)
    stranger = uuid4()
    await references.ensure(stranger)
    await erase(owner, stranger)
    with pytest.raises(Exception, match="things_owner_fkey"):
        await application.make_thing("name", f"label {uuid4()}", owner=stranger)
    with pytest.raises(ErasedPerson):
        await references.ensure(stranger)
    await owner.execute("ALTER TABLE things DROP CONSTRAINT things_owner_fkey")
