"""A foreign event as a consumer gets it: as bytes with its place in the owner's log, and as a typed fact."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Generic, Protocol, Self, TypeVar, cast
from uuid import UUID

import orjson
from aiokafka import ConsumerRecord
from pydantic import BaseModel, create_model

from shared.aggregates import ErasedPerson
from shared.envelope import event_values
from shared.events import Event
from shared.sealing import SealingKey, key_id

E = TypeVar("E", bound=Event)


class KeySource(Protocol):
    """Where the keys of foreign persons come from: their owner."""

    async def by_kid(self, kid: UUID) -> SealingKey:
        """Return a key; raise `ErasedPerson` once it is destroyed."""


@dataclass(frozen=True, slots=True)
class Received:
    """One event of the owner's log: its bytes as sent, parsed once, its place, and its Kafka record if any.

    What `is_proven` was in the log when its relay sent it.
    """

    source: str
    epoch: int
    shard: int
    position: int
    value: bytes
    envelope: dict[str, Any]
    record: "ConsumerRecord[Any, Any] | None" = None
    is_proven: bool = False

    @property
    def id(self) -> UUID:
        """The event's id."""
        return UUID(self.envelope["id"])

    @property
    def type(self) -> str:
        """The type name, `<service>.<Class>`."""
        return self.envelope["type"]  # type: ignore[no-any-return]

    @property
    def stream(self) -> str:
        """The stream key."""
        return self.envelope["partitionkey"]  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True)
class Foreign(Generic[E]):
    """An event of another service. `event` has what is in the clear; its sealed fields are absent until `opened()`."""

    event: E
    envelope: dict[str, Any]
    keys: KeySource

    @classmethod
    def of(cls, event: type[E], record: Received, keys: KeySource) -> Self:
        """Read the event of a record; raise `pydantic.ValidationError` if it is not one of this class."""
        return cls(_read(event, record.envelope, {}), record.envelope, keys)

    @property
    def id(self) -> UUID:
        """The event's id."""
        return UUID(self.envelope["id"])

    @property
    def subject(self) -> UUID:
        """The id of the aggregate that it happened to."""
        return UUID(self.envelope["subject"])

    @property
    def version(self) -> int:
        """The aggregate's version after it."""
        return self.envelope["data"]["entity"]["version"]  # type: ignore[no-any-return]

    @property
    def at(self) -> datetime:
        """When it occurred."""
        return datetime.fromisoformat(self.envelope["time"])

    @property
    def recorded_at(self) -> datetime:
        """When its owner recorded it."""
        return datetime.fromisoformat(self.envelope["recordedtime"])

    @property
    def actor(self) -> str | None:
        """Who acted: `user:<id>`, `key:<id>`, `service:<name>` or None."""
        return self.envelope.get("actor")

    @property
    def persons(self) -> tuple[UUID, ...]:
        """The persons whose data are sealed in it."""
        return tuple(UUID(person) for person in self.envelope["data"].get("sealed", {}))

    async def opened(self) -> E:
        """Return the whole event, its sealed fields opened with the key from its owner.

        Raises `ErasedPerson` once a person of it has been erased, `SealBroken` if the seal was tampered with.
        """
        opened: dict[str, Any] = {}
        for sealed in self.envelope["data"].get("sealed", {}).values():
            key = await self.keys.by_kid(key_id(sealed))
            for part, values in orjson.loads(key.open(self.id, "values", sealed)).items():
                opened.setdefault(part, {}).update(values)
        return _read(type(self.event), self.envelope, opened)

    async def opened_or_none(self) -> E | None:
        """Return the whole event, or None where a person of it has been erased."""
        try:
            return await self.opened()
        except ErasedPerson:
            return None


def _read(event: type[E], envelope: dict[str, Any], opened: dict[str, Any]) -> E:
    version = int(envelope["dataschema"].rsplit("/", 1)[1])
    values = event_values(envelope["data"], opened)
    if version != event.VERSION:
        values = event.upcast(values, version)
    values = {name: value for name, value in values.items() if name in event.model_fields}
    hidden = event.personal_fields.difference(values)
    if not hidden or not envelope["data"].get("sealed"):
        return event.model_validate(values)
    clear = _without(event, hidden).model_validate(values)
    return cast("E", event.model_construct(clear.model_fields_set, **dict(clear)))


@cache
def _without(event: type[Event], hidden: frozenset[str]) -> type[BaseModel]:
    """Return the event's model without some fields: what may be read while they are sealed."""
    fields: dict[str, Any] = {
        name: (field.annotation, field) for name, field in event.model_fields.items() if name not in hidden
    }
    return create_model(f"Clear{event.__name__}", **fields)
