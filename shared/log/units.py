"""What one command writes: everything in a unit commits together or not at all."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

import sqlalchemy as sa

from shared.context import Context, current
from shared.ids import uuid7


class StoredEvent(NamedTuple):
    """One row for `events`, its place in the log still open. `not_before` is the recorded time of its cause."""

    originator_id: UUID
    originator_version: int
    topic: str
    body: bytes
    event_id: UUID
    shard: int
    not_before: datetime | None


class Row(NamedTuple):
    """A current-state row to be inserted, or updated where its id exists; columns left out keep their values."""

    table: sa.Table
    values: dict[str, Any]


class Tally(NamedTuple):
    """A column that follows events without counting as a version: a number is added, a time moves forward only."""

    table: sa.Table
    column: str
    id: UUID
    by: int | datetime


@dataclass(frozen=True, slots=True)
class Job:
    """Work to be done later by the worker, through the application: kind and arguments as JSON.

    `cause` is taken from the context in which the job is made: what it does belongs to the same correlation.
    """

    kind: str
    payload: dict[str, Any]
    run_at: datetime | None = None
    id: UUID = field(default_factory=uuid7)
    cause: dict[str, Any] = field(default_factory=lambda: _cause(current()))


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """The answer to a write with an idempotency key, sealed for the event named."""

    caller: UUID
    key: str
    digest: bytes
    event_id: UUID
    answer: str

    def values(self) -> dict[str, Any]:
        """Return the row of the table."""
        return {name: getattr(self, name) for name in ("caller", "key", "digest", "event_id", "answer")}


@dataclass(slots=True)
class Unit:
    """One command's events, rows and jobs."""

    events: list[StoredEvent] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    tallies: list[Tally] = field(default_factory=list)
    jobs: list[Job] = field(default_factory=list)
    kids: set[UUID] = field(default_factory=set)
    answer: StoredAnswer | None = None

    def exclusive(self) -> set[object]:
        """Return what no two units of one transaction may both write: a stream's version, a row, a key."""
        taken: set[object] = {(event.originator_id, event.originator_version) for event in self.events}
        taken.update((row.table.name, row.values["id"]) for row in self.rows)
        if self.answer:
            taken.add((self.answer.caller, self.answer.key))
        return taken

    def size(self) -> int:
        """Return about how many bytes are to be written."""
        return sum(len(event.body) for event in self.events)


def _cause(context: Context) -> dict[str, Any]:
    return {
        "correlation_id": context.correlation_id,
        "causation_id": context.causation_id,
        "caused_at": context.caused_at,
        "traceparent": context.traceparent,
        "on_behalf_of": context.on_behalf_of,
    }
