"""How a service says what it does about foreign events: a class for each source, a method for each event."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, ClassVar, TypeVar

from psycopg import AsyncConnection

from shared.consumers.facts import Foreign, KeySource, Received
from shared.context import Context, acting
from shared.database import Rows as Transaction
from shared.events import Event, find_event
from shared.jobs.queue import enqueue
from shared.log.units import Job

_Method = TypeVar("_Method", bound=Callable[..., Awaitable[None]])


class Rows(Transaction):
    """The transaction in which the effects of facts and the applied position commit together."""

    def __init__(self, connection: AsyncConnection[Any], keys: KeySource) -> None:
        """Take the connection with its open transaction, and where the keys of the source's persons come from."""
        super().__init__(connection)
        self.keys = keys

    async def enqueue(self, job: Job) -> None:
        """Queue a job: where a fact causes commands, a job carries them out through the application."""
        await enqueue(self, job)


class Consumer:
    """What one service does about the events of one `source`; methods marked `@on(EventClass)`, or `on_batch` for all.

    A handler writes rows and queues jobs, nothing else: it may run again after a rollback, and then has had no effect.
    """

    source: ClassVar[str]
    handlers: ClassVar[dict[type[Event], str]] = {}
    keeps_unknown: ClassVar[bool] = True
    """Whether events of unknown types are set aside for a later build; False where `on_batch` takes every type."""

    def __init_subclass__(cls, **kwargs: object) -> None:
        """Collect the marked methods."""
        super().__init_subclass__(**kwargs)
        cls.handlers = {event: name for name in dir(cls) for event in getattr(getattr(cls, name), "__on__", ())}

    async def on_batch(self, records: Sequence[Received], rows: Rows) -> None:
        """Apply records of one shard, in order; the default calls the handler of each event."""
        for record in records:
            event = find_event(record.type)
            name = self.handlers.get(event) if event else None
            if event and name:
                fact = Foreign.of(event, record, rows.keys)
                with acting(_context(fact)):
                    await getattr(self, name)(fact, rows)


def on(*events: type[Event]) -> Callable[[_Method], _Method]:
    """Mark the handler of these events: `async def on_user_registered(self, fact: Foreign[…], rows: Rows) -> None`."""

    def mark(method: _Method) -> _Method:
        method.__on__ = events  # type: ignore[attr-defined]
        return method

    return mark


def _context(fact: Foreign[Any]) -> Context:
    return Context(
        actor=fact.envelope.get("actor"),
        on_behalf_of=fact.envelope.get("onbehalfof"),
        correlation_id=fact.envelope["correlationid"],
        causation_id=fact.id,
        caused_at=fact.recorded_at,
        traceparent=fact.envelope.get("traceparent"),
    )
