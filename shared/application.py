"""What a service can be told: each command loads, lets the aggregate decide, and saves, in one transaction."""

from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from functools import wraps
from typing import Any, ClassVar, ParamSpec, TypeVar
from uuid import UUID

import psycopg
import sqlalchemy as sa

from shared.access_log import SINGLE, AccessLog, Summed
from shared.aggregates import Aggregate, Conflict, ErasedPerson, Fact, NotFound, Refusal, Stale, VersionTaken
from shared.context import Context, acting, current
from shared.database import Database
from shared.events import AccessRefused, DataRead, Event, find_event
from shared.log.units import Job, Row, Tally, Unit
from shared.log.writer import KeyDestroyed
from shared.plumbing import Plumbing
from shared.projections import Projection
from shared.recording import KeyTaken, OpenedAnswer, Recording

A = TypeVar("A", bound=Aggregate)
P = ParamSpec("P")
R = TypeVar("R")

_TRIES = 4


def command(method: Callable[P, Awaitable[R]]) -> Callable[P, Coroutine[Any, Any, R]]:
    """Mark a command: where its aggregate was changed meanwhile it runs again, three times at most.

    With an `if_match` it does not: the caller has said which version he means, and gets `Stale`.
    """

    @wraps(method)
    async def run(*args: P.args, **kwargs: P.kwargs) -> R:
        for _ in range(_TRIES):
            try:
                return await method(*args, **kwargs)
            except VersionTaken:
                if kwargs.get("if_match") is not None:
                    raise Stale from None
        raise Conflict

    return run


class Application:
    """The commands of one service; its subclasses have a method for each."""

    REFUSALS: ClassVar[Mapping[str, type[Refusal]]] = {}
    """What breaking a constraint of the database means, by the constraint's name."""

    def __init__(self, plumbing: Plumbing, projections: Sequence[Projection[Any]]) -> None:
        """Take what the service stands on, and how each of its aggregates is a row."""
        self.plumbing = plumbing
        self.projections = {projection.aggregate: projection for projection in projections}
        self._recording = Recording(plumbing)
        self._accesses = AccessLog(self._record_sum)
        self._refused = _access_event(plumbing.name, AccessRefused)
        self._was_read = _access_event(plumbing.name, DataRead)
        plumbing.before_close.append(self._accesses.close)

    @property
    def database(self) -> Database:
        """The service's database."""
        return self.plumbing.database

    async def read(self, table: sa.Table, id: UUID) -> dict[str, Any] | None:  # noqa: A002 - the column's name
        """Return a row by its id, or None. The row may be shared with others who asked: don't change it."""
        return await self.plumbing.reads.get(table, id)

    async def find(self, cls: type[A], id: UUID) -> A | None:  # noqa: A002 - the aggregate's own name for it
        """Return an aggregate from its state row, or None; deleted ones are found."""
        projection = self.projections[cls]
        row = await self.plumbing.reads.get(projection.table, id)
        return None if row is None else projection.load(row)

    async def load(self, cls: type[A], id: UUID) -> A:  # noqa: A002 - the aggregate's own name for it
        """Return an aggregate from its state row; raise `NotFound`. Deleted ones are found."""
        aggregate = await self.find(cls, id)
        if aggregate is None:
            raise NotFound
        return aggregate

    @asynccontextmanager
    async def change(self, cls: type[A], id: UUID, *, if_match: int | None = None) -> AsyncIterator[A]:  # noqa: A002
        """Load an aggregate, let the block act on it, and save it; raise `Stale` if it has another version."""
        aggregate = await self.load(cls, id)
        yield aggregate
        # compared after the block: who may not know of a thing must not learn its version either
        if if_match is not None and if_match != aggregate.version - len(aggregate.pending):
            raise Stale
        await self.save(aggregate)

    async def save(
        self,
        main: Aggregate,
        *others: Aggregate,
        rows: Sequence[Row] = (),
        tallies: Sequence[Tally] = (),
        jobs: Sequence[Job] = (),
        access: Sequence[Event] = (),
    ) -> None:
        """Store everything in one transaction: all new facts, their state rows, and what goes with them.

        The route answers with `main`. Raises a `Refusal`, and stores nothing then; `VersionTaken` makes a `command` run
        again.
        """
        unit = Unit(rows=list(rows), tallies=list(tallies), jobs=list(jobs))
        facts: list[Fact] = []
        for aggregate in (main, *others):
            if aggregate.pending:
                facts += aggregate.collect_events()
                unit.rows.append(self.projections[type(aggregate)].row(aggregate))
        facts += [self._recording.access_fact(event) for event in access]
        await self._store(unit, facts, main)

    async def record_access(
        self,
        event: Event,
        *,
        entity_id: UUID | None = None,
        person: UUID | None = None,
        tallies: Sequence[Tally] = (),
        answered: object = None,
    ) -> None:
        """Store an event that changes no aggregate, as a stream of its own.

        `entity_id` is what it was about; its personal fields are sealed under the key of `person`, or of nobody.
        `answered` is what the route answers with, to be kept for a repeat of the request.
        """
        fact = self._recording.access_fact(event, entity_id=entity_id, person=person)
        await self._store(Unit(tallies=list(tallies)), [fact], answered)

    async def record_read(self, kind: str, *, owner: UUID | None, entity_id: UUID | None = None) -> None:
        """Record that data were read: another person's at once, one's own as a sum per kind and minute."""
        own = owner is not None and owner == current().user_id
        if own and not self._accesses.count(self._was_read(kind=kind, owner=owner), kind):
            return
        await self.record_access(self._was_read(kind=kind, entity_id=entity_id, owner=owner), entity_id=entity_id)

    async def record_refusal(
        self, *, route: str, method: str, entity: str | None, entity_id: UUID | None, status: int
    ) -> None:
        """Record that the current caller was refused; a flood of them as a count."""
        event = self._refused(method=method, route=route, status=status, entity_type=entity, entity_id=entity_id)
        if self._accesses.count(self._refused(method=method, route=route, status=status), method, route, single=SINGLE):
            await self.record_access(event, entity_id=entity_id)

    async def stored_answer(self, caller: UUID, key: str) -> OpenedAnswer | None:
        """Return what a write with this idempotency key was answered, or None."""
        return await self._recording.stored_answer(caller, key)

    async def _record_sum(self, event: Summed, context: Context) -> None:
        with acting(context):
            await self.record_access(event)

    async def _store(self, unit: Unit, facts: list[Fact], main: object) -> None:
        try:
            await self._recording.store(unit, facts, main)
        except KeyDestroyed:
            self.plumbing.keys.forget()
            raise ErasedPerson from None
        except psycopg.IntegrityError as error:
            raise self._refusal(error) from error

    def _refusal(self, error: psycopg.IntegrityError) -> Exception:
        """Return what a broken constraint means; the error itself if nobody has said."""
        constraint = error.diag.constraint_name or ""
        if constraint == "idempotency_pkey":
            return KeyTaken()
        if constraint in self.REFUSALS:
            return self.REFUSALS[constraint]()
        if isinstance(error, psycopg.errors.ForeignKeyViolation):
            self.plumbing.references.forget()
        return error


def _access_event(service: str, base: type[Any]) -> type[Any]:
    """Return the service's own class of an access event; raise TypeError if its events.py has none."""
    found = find_event(f"{service}.{base.__name__}")
    if found is None or not issubclass(found, base):
        raise TypeError(f"services/{service}/events.py must define {base.__name__}")
    return found
