"""The keys of persons: one per person and service, wrapped by the service's master key, destroyed to erase."""

from datetime import UTC, datetime
from os import urandom
from uuid import UUID

import sqlalchemy as sa
from cryptography.hazmat.primitives.keywrap import aes_key_unwrap, aes_key_wrap
from sqlalchemy.dialects.postgresql import insert

from shared.aggregates import ErasedPerson
from shared.cache import ExpiringCache
from shared.database import Database, Statement
from shared.ids import derive_id, uuid7
from shared.sealing import SealingKey
from shared.tables import person_keys

CACHED_S = 60.0
"""How long a key may be used from memory after it was read; each append transaction checks that it still lives."""

_ANONYMOUS = UUID("01900000-0000-7000-8000-000000000000")

_add = Statement(
    insert(person_keys)
    .values(person=sa.bindparam("person"), kid=sa.bindparam("kid"), wrapped=sa.bindparam("wrapped"))
    .on_conflict_do_nothing()
)
_of_person = Statement(sa.select(person_keys).where(person_keys.c.person == sa.bindparam("person")))
_of_kid = Statement(sa.select(person_keys).where(person_keys.c.kid == sa.bindparam("kid")))
_destroy = Statement(
    sa.update(person_keys)
    .where(person_keys.c.person == sa.bindparam("of"), person_keys.c.wrapped.is_not(None))
    .values(wrapped=None, destroyed_at=sa.func.now())
)


class PersonKeys:
    """The keys in one service's database."""

    def __init__(self, database: Database, master_key: bytes) -> None:
        """Take the database and the 32 bytes that wrap its keys."""
        self._database = database
        self._master_key = master_key
        self._by_person: ExpiringCache[UUID, SealingKey] = ExpiringCache(CACHED_S, 10_000)

    async def of(self, person: UUID) -> SealingKey:
        """Return the person's key, made on first use; raise `ErasedPerson` once it has been destroyed."""
        if key := self._by_person.get(person):
            return key
        row = await self._database.fetch_one(_of_person, {"person": person})
        if row is None:
            wrapped = aes_key_wrap(self._master_key, urandom(32))
            await self._database.execute(_add, {"person": person, "kid": uuid7(), "wrapped": wrapped})
            row = await self._database.fetch_one(_of_person, {"person": person})
        key = self._unwrapped(row)
        if key is None:
            raise ErasedPerson
        self._by_person.put(person, key)
        return key

    async def of_nobody(self, at: datetime | None = None) -> SealingKey:
        """Return the key of the month, under which data of nobody known is sealed."""
        return await self.of(month_person(at or datetime.now(UTC)))

    async def by_kid(self, kid: UUID) -> SealingKey | None:
        """Return a key by its id, None if there never was one; raise `ErasedPerson` once it has been destroyed."""
        row = await self._database.fetch_one(_of_kid, {"kid": kid})
        if row is None:
            return None
        key = self._unwrapped(row)
        if key is None:
            raise ErasedPerson
        return key

    def forget(self) -> None:
        """Drop all keys from memory: one of them turned out to be destroyed."""
        self._by_person.clear()

    async def destroy_month(self, month: datetime) -> bool:
        """Destroy the key of a month; return whether it was still there."""
        return await self._database.execute(_destroy, {"of": month_person(month)}) > 0

    def _unwrapped(self, row: dict[str, object] | None) -> SealingKey | None:
        if row is None or row["wrapped"] is None:
            return None
        key = aes_key_unwrap(self._master_key, bytes(row["wrapped"]))  # type: ignore[call-overload]
        return SealingKey(person=row["person"], kid=row["kid"], key=key)  # type: ignore[arg-type]


def month_person(at: datetime) -> UUID:
    """Return the id that stands for nobody known in a month (UTC)."""
    return derive_id(_ANONYMOUS, f"{at:%Y-%m}")
