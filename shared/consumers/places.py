"""How far a consumer has got: one row per source and shard, moved only from where it is known to be."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from shared.database import Database, Rows, Statement
from shared.ids import SHARDS
from shared.tables import consumer_positions, parked_streams

_table = consumer_positions
_BEGIN = Statement(
    insert(_table)
    .from_select(
        ["source", "shard", "epoch", "position"],
        sa.select(sa.bindparam("source", type_=sa.Text), sa.func.generate_series(0, SHARDS - 1), sa.text("0, 0")),
    )
    .on_conflict_do_nothing()
)
_READ = Statement(
    sa.select(_table.c.shard, _table.c.epoch, _table.c.position).where(_table.c.source == sa.bindparam("source"))
)
_MOVE = Statement(
    sa.update(_table)
    .where(
        _table.c.source == sa.bindparam("of_source"),
        _table.c.shard == sa.bindparam("of_shard"),
        _table.c.epoch == sa.bindparam("from_epoch"),
        _table.c.position == sa.bindparam("from_position"),
    )
    .values(epoch=sa.bindparam("to_epoch"), position=sa.bindparam("to_position"))
    .returning(
        sa.select(sa.func.array_agg(parked_streams.c.stream))
        .where(parked_streams.c.source == sa.bindparam("of_source"))
        .scalar_subquery()
        .label("parked")
    )
)


class Moved(Exception):
    """Another process has applied events of this shard: its position is not where it was thought to be."""


@dataclass(frozen=True, slots=True)
class Place:
    """The last applied event of a shard."""

    epoch: int
    position: int


class Places:
    """The applied positions of one source. A copy is kept in memory; the table decides."""

    def __init__(self, source: str) -> None:
        """Begin without knowledge."""
        self._source = source
        self._known: dict[int, Place] = {}

    async def of(self, database: Database, shard: int) -> Place:
        """Return how far a shard has been applied."""
        if shard not in self._known:
            self._known = await self.read(database)
            if shard not in self._known:  # else not: it would wait for whoever is moving any of the rows
                await database.execute(_BEGIN, {"source": self._source})
                self._known = await self.read(database)
        return self._known[shard]

    async def read(self, database: Database) -> dict[int, Place]:
        """Return how far all shards have been applied, by whomever; none for a source never heard of."""
        rows = await database.fetch(_READ, {"source": self._source})
        return {row["shard"]: Place(row["epoch"], row["position"]) for row in rows}

    async def move(self, rows: Rows, shard: int, before: Place, after: Place) -> frozenset[str]:
        """Move on in an open transaction, and hold the row until it ends; raise `Moved`.

        Returns the streams of the source that are parked: so PostgreSQL is asked once for both.
        """
        params = {
            "of_source": self._source,
            "of_shard": shard,
            "from_epoch": before.epoch,
            "from_position": before.position,
            "to_epoch": after.epoch,
            "to_position": after.position,
        }
        moved = await rows.fetch(_MOVE, params)
        if not moved:
            self.forget(shard)
            raise Moved
        return frozenset(moved[0]["parked"] or ())

    def committed(self, shard: int, place: Place) -> None:
        """Remember what has been committed."""
        self._known[shard] = place

    def forget(self, shard: int) -> None:
        """Ask the table next time."""
        self._known.pop(shard, None)
