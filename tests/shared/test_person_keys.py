"""Keys of persons: made once, the same for all processes, told to other services, and gone at once when destroyed."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap

from deploy.local.provision import ServiceDatabase
from deploy.local.state import free_port
from shared import person_keys
from shared.aggregates import ErasedPerson
from shared.consumers import owner as owners
from shared.consumers.owner import KeyNotThere, Owner, OwnerUnavailable
from shared.database import Database
from shared.ids import uuid7
from shared.internal import InternalClient
from shared.person_keys import PersonKeys, month_person
from tests.shared.conftest import Owner as Connection
from tests.shared.log.things import SOURCE, ThingsApplication, settings
from tests.shared.owning import asking, owning
from tests.waiting import eventually

MASTER_KEY = b"m" * 32


@pytest.fixture
async def database(things_database: ServiceDatabase) -> AsyncIterator[Database]:
    database = Database(things_database.url)
    await database.open()
    yield database
    await database.close()


@pytest.fixture
def keys(database: Database) -> PersonKeys:
    return PersonKeys(database, MASTER_KEY)


async def destroy(owner: Connection, person: UUID) -> None:
    """Destroy a person's key, as erasing him does."""
    await owner.execute("UPDATE person_keys.keys SET wrapped = NULL, destroyed_at = now() WHERE person = %s", [person])


async def test_a_person_has_one_key_in_all_processes(database: Database, keys: PersonKeys) -> None:
    person = uuid4()
    processes = [PersonKeys(database, MASTER_KEY) for _ in range(10)]
    made = await asyncio.gather(*(process.of(person) for process in (keys, *processes)))
    assert {(key.person, key.kid, key.key) for key in made} == {(person, made[0].kid, made[0].key)}
    assert len(made[0].key) == 32
    assert (await keys.of(uuid4())).key != made[0].key


async def test_a_key_stands_in_the_database_wrapped_only(keys: PersonKeys, owner: Connection) -> None:
    key = await keys.of(uuid4())
    found = await owner.execute("SELECT wrapped FROM person_keys.keys WHERE kid = %s", [key.kid])
    ((wrapped,),) = await found.fetchall()
    assert isinstance(wrapped, bytes)
    assert key.key not in wrapped
    assert len(wrapped) == 40  # RFC 3394 adds eight bytes


async def test_another_master_key_opens_nothing(database: Database, keys: PersonKeys) -> None:
    key = await keys.of(uuid4())
    with pytest.raises(InvalidUnwrap):
        await PersonKeys(database, b"x" * 32).by_kid(key.kid)


async def test_a_key_is_found_by_its_id(keys: PersonKeys) -> None:
    key = await keys.of(uuid4())
    assert await keys.by_kid(key.kid) == key
    assert await keys.by_kid(uuid7()) is None


async def test_a_destroyed_key_is_gone_for_whoever_opens_and_is_never_made_again(
    database: Database, keys: PersonKeys, owner: Connection
) -> None:
    key = await keys.of(uuid4())
    await destroy(owner, key.person)
    with pytest.raises(ErasedPerson):
        await keys.by_kid(key.kid)
    for _ in range(2):
        with pytest.raises(ErasedPerson):
            await PersonKeys(database, MASTER_KEY).of(key.person)


async def test_a_key_seals_from_memory_until_it_is_forgotten(keys: PersonKeys, owner: Connection) -> None:
    key = await keys.of(uuid4())
    await destroy(owner, key.person)
    assert await keys.of(key.person) is key
    keys.forget()
    with pytest.raises(ErasedPerson):
        await keys.of(key.person)


async def test_a_key_is_read_again_in_time(
    database: Database, owner: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert person_keys.CACHED_S <= 60
    monkeypatch.setattr(person_keys, "CACHED_S", 0.05)
    keys = PersonKeys(database, MASTER_KEY)
    key = await keys.of(uuid4())
    await destroy(owner, key.person)

    async def is_refused() -> bool:
        try:
            await keys.of(key.person)
        except ErasedPerson:
            return True
        return False

    await eventually(is_refused, timeout_s=5)


async def test_an_event_is_not_sealed_with_a_key_that_was_destroyed_meanwhile(
    application: ThingsApplication, owner: Connection
) -> None:
    person = uuid4()
    thing = await application.make_thing("name", f"label {uuid4()}", owner=person)
    await destroy(owner, person)
    with pytest.raises(ErasedPerson):
        await application.rename_thing(thing.id, "another")
    with pytest.raises(ErasedPerson):
        await application.plumbing.keys.of(person)  # not from memory any more


async def test_data_of_nobody_have_a_key_of_their_month(keys: PersonKeys) -> None:
    (july, last_of_july, august) = [
        await keys.of_nobody(datetime(2026, month, day, 23, 59, tzinfo=UTC)) for month, day in ((7, 1), (7, 31), (8, 1))
    ]
    assert july == last_of_july
    assert july.person == month_person(datetime(2026, 7, 15, tzinfo=UTC)) != august.person
    assert (await keys.of_nobody()).person == month_person(datetime.now(UTC))


async def test_a_month_is_destroyed_once_and_no_other_with_it(keys: PersonKeys) -> None:
    april, may = datetime(2025, 4, 1, tzinfo=UTC), datetime(2025, 5, 1, tzinfo=UTC)
    lost, kept = await keys.of_nobody(april), await keys.of_nobody(may)
    assert [await keys.destroy_month(april) for _ in range(2)] == [True, False]
    with pytest.raises(ErasedPerson):
        await keys.by_kid(lost.kid)
    assert await keys.by_kid(kept.kid) == kept


@pytest.fixture
async def port(application: ThingsApplication, things_database: ServiceDatabase) -> AsyncIterator[int]:
    """Return where the owner of things tells its keys."""
    async with owning(application, settings(things_database.url)) as port:
        yield port


@pytest.fixture
async def internal(port: int) -> AsyncIterator[InternalClient]:
    internal = asking(port)
    yield internal
    await internal.close()


async def test_another_service_gets_a_persons_key(keys: PersonKeys, internal: InternalClient) -> None:
    key = await keys.of(uuid4())
    asked = Owner(SOURCE, internal)
    assert await asked.by_kid(key.kid) == key
    with pytest.raises(KeyNotThere):
        await asked.by_kid(uuid7())


async def test_a_key_that_is_not_there_yet_is_asked_for_again(
    keys: PersonKeys, internal: InternalClient, owner: Connection
) -> None:
    asked, key = Owner(SOURCE, internal), await keys.of(uuid4())
    later = uuid7()
    with pytest.raises(KeyNotThere):
        await asked.by_kid(later)
    await owner.execute("UPDATE person_keys.keys SET kid = %s WHERE kid = %s", [later, key.kid])
    assert (await asked.by_kid(later)).key == key.key


async def test_another_service_keeps_a_destroyed_key_for_a_minute_at_most(
    keys: PersonKeys, internal: InternalClient, owner: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert owners._KEYS_CACHED_S <= 60
    key = await keys.of(uuid4())
    long = Owner(SOURCE, internal)
    monkeypatch.setattr(owners, "_KEYS_CACHED_S", 0.05)
    short = Owner(SOURCE, internal)
    for asked in (long, short):
        await asked.by_kid(key.kid)
    await destroy(owner, key.person)
    assert await long.by_kid(key.kid) == key

    async def is_refused() -> bool:
        try:
            await short.by_kid(key.kid)
        except ErasedPerson:
            return True
        return False

    await eventually(is_refused, timeout_s=5)


async def test_an_owner_who_cannot_be_asked_has_said_nothing(keys: PersonKeys, port: int) -> None:
    key = await keys.of(uuid4())
    for internal, why in ((asking(free_port()), "ConnectError"), (asking(port, key=b"x" * 32), "401")):
        try:
            with pytest.raises(OwnerUnavailable, match=why):
                await Owner(SOURCE, internal).by_kid(key.kid)
        finally:
            await internal.close()
