"""Who decides: aggregates record events, or refuse."""

from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from typing import Any, ClassVar, Self
from uuid import UUID

from shared.events import Event
from shared.ids import uuid7


class Refusal(Exception):
    """A command was refused. `status` is its HTTP status, `code` the stable last part of its problem type."""

    status: ClassVar[int] = 409
    code: ClassVar[str] = "conflict"
    title: ClassVar[str] = "The command was refused"

    def __init__(self, detail: str | None = None) -> None:
        """Refuse, with a sentence for the caller; the class's docstring is the default."""
        self.detail = detail or (type(self).__doc__ or self.title).strip().split("\n")[0]
        super().__init__(self.detail)


class NotFound(Refusal):
    """There is no such thing."""

    status = 404
    code = "not-found"
    title = "Not found"


class Hidden(NotFound):
    """There is no such thing for this caller: it answers like NotFound, and is recorded as a refused access."""


class Forbidden(Refusal):
    """You may not do this."""

    status = 403
    code = "forbidden"
    title = "Forbidden"


class Invalid(Refusal):
    """The request is well-formed, but what it asks for makes no sense."""

    status = 422
    code = "invalid"
    title = "Unprocessable content"


class Stale(Refusal):
    """The thing has changed since the version named in If-Match."""

    status = 412
    code = "stale"
    title = "Precondition failed"


class Unavailable(Refusal):
    """The service takes no writes at the moment."""

    status = 503
    code = "unavailable"
    title = "Service unavailable"


class Conflict(Refusal):
    """Somebody else changed the same thing at the same moment; try again."""

    code = "conflict"
    title = "Conflict"


class VersionTaken(Conflict):
    """The stream already has an event of this version: the aggregate was changed since it was loaded."""


class ErasedPerson(Refusal):
    """The person has been erased."""

    status = 410
    code = "erased"
    title = "Gone"


@dataclass(slots=True)
class Fact:
    """An event as recorded by its aggregate: the library's `DomainEventProtocol` and `CanMutateProtocol`.

    `old_values` and `new_values` hold exactly the state fields that the event changed, before and after. `entity_id` is
    what it happened to: the aggregate, or what an access event was about, whose stream is its own.
    """

    id: UUID
    originator_id: UUID
    originator_version: int
    timestamp: datetime
    event: Event
    stream_key: str
    person: UUID | None
    old_values: dict[str, Any]
    new_values: dict[str, Any]
    entity_id: UUID | None

    def mutate(self, aggregate: "Aggregate | None") -> "Aggregate | None":
        """Fold this fact into the aggregate, in place."""
        if aggregate is None:
            msg = "a fact is folded into an aggregate that was begun for it"
            raise TypeError(msg)
        if (aggregate.id, aggregate.version + 1) != (self.originator_id, self.originator_version):
            msg = f"{self.originator_id} v{self.originator_version} does not follow {aggregate.id} v{aggregate.version}"
            raise ValueError(msg)
        aggregate.advance(self.event, self.timestamp)
        return aggregate


_OWN_FIELDS = frozenset({"id", "version", "created_at", "updated_at", "pending"})


@dataclass(eq=False)
class Aggregate:
    """One consistent thing with a stream of events. Its dataclass fields are the columns of its state row.

    Satisfies the eventsourcing library's `MutableAggregateProtocol` and `CollectEventsProtocol`.
    """

    ENTITY: ClassVar[str] = ""
    """The type of its events' entity, such as `user`."""
    SECRET: ClassVar[frozenset[str]] = frozenset()
    """State fields that no event holds: hashes of passwords and of tokens."""

    id: UUID = field(default_factory=uuid7)
    version: int = 0
    created_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    updated_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    deleted_at: datetime | None = None
    pending: list[Fact] = field(default_factory=list, repr=False)

    @classmethod
    def begin(cls, id: UUID | None = None) -> Self:  # noqa: A002 - the library's own name
        """Return an aggregate without events, version 0."""
        return cls() if id is None else cls(id=id)

    def stream_key(self) -> str:
        """Return the key that orders this aggregate's events: its own id, unless it must stay in order with another."""
        return str(self.id)

    def person(self) -> UUID | None:
        """Return the person whose key seals the personal fields, or None where the text has been released from him."""
        return None

    def apply(self, event: Event, at: datetime) -> None:
        """Change the state: each field set in the event that is a state field is assigned."""
        del at
        self.assign(event)

    def assign(self, event: Event) -> None:
        """Take over the fields set in the event whose names are state fields."""
        state, _ = _state_fields(type(self))
        for name in event.model_fields_set & state:
            setattr(self, name, getattr(event, name))

    def advance(self, event: Event, at: datetime) -> None:
        """Apply the next event of the stream and count it."""
        self.apply(event, at)
        self.version += 1
        self.updated_at = at
        if self.version == 1:
            self.created_at = at

    def record(self, event: Event) -> None:
        """Record what happened: apply it and keep it, with exactly what it changed, for saving."""
        _, state = _state_fields(type(self))
        before = {name: getattr(self, name) for name in state}
        at = datetime.now(UTC)
        self.advance(event, at)
        first = self.version == 1
        changed = {name: value for name in state if (value := getattr(self, name)) != before[name] or first}
        self.pending.append(
            Fact(
                id=uuid7(),
                originator_id=self.id,
                originator_version=self.version,
                timestamp=at,
                event=event,
                stream_key=self.stream_key(),
                person=self.person(),
                old_values={} if first else {name: before[name] for name in changed},
                new_values=changed,
                entity_id=self.id,
            )
        )

    def collect_events(self) -> list[Fact]:
        """Return the facts recorded since loading, and forget them."""
        facts, self.pending = self.pending, []
        return facts


_STATE: dict[type, tuple[frozenset[str], tuple[str, ...]]] = {}


def _state_fields(cls: type[Aggregate]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the state fields of a class: all of them, and in a fixed order those that events tell."""
    if cls not in _STATE:
        state = frozenset(f.name for f in fields(cls)) - _OWN_FIELDS
        _STATE[cls] = (state, tuple(sorted(state - cls.SECRET)))
    return _STATE[cls]
