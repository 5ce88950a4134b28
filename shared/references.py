"""The people whom a service's rows refer to: a reference is there before a row needs it, and never over a tombstone."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from shared.aggregates import ErasedPerson
from shared.cache import ExpiringCache
from shared.database import Database, Statement
from shared.tables import erased

_KNOWN = 10_000
_KNOWN_S = 3600.0

_refs = sa.table("user_refs", sa.column("id", sa.Uuid))
_ADD = Statement(
    insert(_refs)
    .from_select(
        ["id"],
        sa.select(sa.bindparam("person", type_=sa.Uuid)).where(
            ~sa.exists().where(erased.c.id == sa.bindparam("person", type_=sa.Uuid))
        ),
    )
    .on_conflict_do_nothing()
)
_ERASED = Statement(sa.select(erased.c.id).where(erased.c.id == sa.bindparam("person")))


class References:
    """The table `user_refs` of one service. Those seen are remembered; the foreign keys have the last word."""

    def __init__(self, database: Database) -> None:
        """Take the database that holds the table."""
        self._database = database
        self._known: ExpiringCache[UUID, bool] = ExpiringCache(_KNOWN_S, _KNOWN)

    async def ensure(self, person: UUID) -> None:
        """Insert a person whose id is proven by a token, unless he is there; raise `ErasedPerson` once he is erased."""
        if self._known.get(person):
            return
        if not await self._database.execute(_ADD, {"person": person}) and await self._database.fetch(
            _ERASED, {"person": person}
        ):
            raise ErasedPerson
        self._known.put(person, True)  # noqa: FBT003 - the value says nothing

    def forget(self) -> None:
        """Look each of them up again: one turned out to be gone."""
        self._known.clear()
