"""Folding every stream again: state rows must be what the log says, and can be made so."""

from collections.abc import AsyncGenerator, AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
import sqlalchemy as sa
from psycopg.rows import dict_row

from shared.aggregates import Aggregate, ErasedPerson
from shared.database import UNLIMITED, Rows, Statement
from shared.envelope import event_values
from shared.events import Event, find_event
from shared.ids import shard_of
from shared.log.statements import HOLD_HEADS, upsert
from shared.plumbing import Plumbing
from shared.projections import Projection
from shared.sealing import key_id
from shared.tables import events

_BATCH = 500
_SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
_columns = (events.c.originator_id, events.c.originator_version, events.c.body)
_ALL = Statement(sa.select(*_columns).order_by(events.c.originator_id, events.c.originator_version))
_STREAM = Statement(
    sa.select(*_columns).where(events.c.originator_id == sa.bindparam("of")).order_by(events.c.originator_version)
)


@dataclass(frozen=True, slots=True)
class Difference:
    """A state row that is not what its stream says. `fields` names what differs, never the values."""

    table: str
    id: UUID
    fields: tuple[str, ...]

    def __str__(self) -> str:
        """Return it as a line for an operator."""
        return f"{self.table} {self.id}: {', '.join(self.fields)}"


@dataclass(frozen=True, slots=True)
class _Folded:
    projection: Projection[Any]
    id: UUID
    aggregate: Aggregate | None  # None: a person of the stream has been erased
    stream_key: str


class Verifier:
    """Compares the state rows of one service with its log."""

    def __init__(self, plumbing: Plumbing, projections: Iterable[Projection[Any]]) -> None:
        """Take what the service stands on, and all its pairs of aggregate and table."""
        self._plumbing = plumbing
        self._by_entity = {projection.aggregate.ENTITY: projection for projection in projections}
        self.streams = 0

    async def differences(self) -> AsyncGenerator[Difference, None]:
        """Yield every difference, in one snapshot; `streams` counts what was folded."""
        self.streams = 0
        async with self._plumbing.database.connection() as connection, connection.transaction():
            rows = Rows(connection)
            await rows.execute(_SNAPSHOT)
            await rows.execute(UNLIMITED)
            seen: dict[str, set[UUID]] = {name: set() for name in self._by_entity}
            async with connection.cursor("events", row_factory=dict_row) as cursor:
                cursor.itersize = _BATCH
                await cursor.execute(_ALL.text.encode())
                stored: list[dict[str, Any]] = []
                async for row in cursor:
                    if stored and row["originator_id"] != stored[0]["originator_id"]:
                        async for difference in self._compare(rows, stored, seen):
                            yield difference
                        stored = []
                    stored.append(row)
                if stored:
                    async for difference in self._compare(rows, stored, seen):
                        yield difference
            for entity, projection in self._by_entity.items():
                for found in await rows.fetch(sa.select(projection.table.c.id)):
                    if found["id"] not in seen[entity]:
                        yield Difference(projection.table.name, found["id"], ("it has no events",))

    async def rebuild(self) -> AsyncIterator[Difference]:
        """Write each differing row as its stream says, and yield what differed. Rows without events stay."""
        for difference in [difference async for difference in self.differences()]:
            async with self._plumbing.database.transaction() as rows:
                folded = await self._fold(await rows.fetch(_STREAM, {"of": difference.id}))
                if folded is None or folded.aggregate is None:
                    continue
                # nothing is written to the stream while its row is made anew
                await rows.execute(HOLD_HEADS, [[shard_of(folded.stream_key)]])
                folded = await self._fold(await rows.fetch(_STREAM, {"of": difference.id}))
                if folded and folded.aggregate:
                    values = folded.projection.compared(folded.aggregate)
                    statement = upsert(folded.projection.table, tuple(values))
                    given = orjson.dumps([values], option=orjson.OPT_UTC_Z).decode()
                    await rows.execute(statement, {"rows": given})
            yield difference

    async def _compare(
        self, rows: Rows, stored: list[dict[str, Any]], seen: dict[str, set[UUID]]
    ) -> AsyncIterator[Difference]:
        folded = await self._fold(stored)
        if folded is None:
            return
        self.streams += 1
        projection, table = folded.projection, folded.projection.table
        seen[projection.aggregate.ENTITY].add(folded.id)
        found = await rows.fetch(sa.select(table).where(table.c.id == folded.id))
        if folded.aggregate is None:
            if found:
                yield Difference(table.name, folded.id, ("a person of it has been erased",))
        elif not found:
            yield Difference(table.name, folded.id, ("it has no row",))
        else:
            wanted = projection.compared(folded.aggregate)
            differing = tuple(sorted(name for name, value in wanted.items() if found[0][name] != value))
            if differing:
                yield Difference(table.name, folded.id, differing)

    async def _fold(self, stored: list[dict[str, Any]]) -> _Folded | None:
        """Return the aggregate of a stream; None where the stream is an access event, not an aggregate's."""
        if not stored:
            return None
        aggregate: Aggregate | None = None
        envelopes = [orjson.loads(row["body"]) for row in stored]
        first = envelopes[0]
        projection = self._by_entity.get(first["data"]["entity"]["type"])
        if projection is None or first["data"]["entity"]["id"] != first["subject"]:
            return None
        id_ = UUID(first["subject"])
        aggregate = projection.aggregate.begin(id_)
        try:
            for envelope in envelopes:
                event = await self._event(envelope)
                aggregate.advance(event, datetime.fromisoformat(envelope["time"]))
        except ErasedPerson:
            aggregate = None
        return _Folded(projection, id_, aggregate, first["partitionkey"])

    async def _event(self, envelope: dict[str, Any]) -> Event:
        cls = find_event(envelope["type"])
        if cls is None:
            raise LookupError(f"the type {envelope['type']} is unknown to this build")
        opened: dict[str, Any] = {}
        for sealed in envelope["data"].get("sealed", {}).values():
            key = await self._plumbing.keys.by_kid(key_id(sealed))
            if key is None:
                raise LookupError(f"the key of event {envelope['id']} is not there")
            for part, values in orjson.loads(key.open(UUID(envelope["id"]), "values", sealed)).items():
                opened.setdefault(part, {}).update(values)
        return cls.read(event_values(envelope["data"], opened), int(envelope["dataschema"].rsplit("/", 1)[1]))
