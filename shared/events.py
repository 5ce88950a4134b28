"""What an event is made of, which of its fields are personal, and the closed list of all events."""

from functools import cache
from typing import Annotated, Any, ClassVar, Self, TypeVar, get_args
from uuid import UUID

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler

T = TypeVar("T")


class PersonalMark:
    """Marks a field whose value leaves the service only sealed under a person's key."""

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Say so in the published schema."""
        return {**handler(schema), "x-personal": True}


Personal = Annotated[T, PersonalMark()]
"""Annotation of a personal field: `full_name: Personal[str]`."""

_REGISTRY: dict[str, type["Event"]] = {}


class Event(BaseModel):
    """What happened, as data. A subclass in `services/<service>/events.py` is one type, named `<service>.<Class>`.

    Class attributes: `ENTITY` and `ACTION` say what it happened to and which kind of act it was, `OUTCOME` is
    `success`, `refused` or `failed`, `VERSION` counts changes of its schema. Ids, versions and times are not fields:
    they belong to the `Fact` that an aggregate records.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    TOPIC: ClassVar[str] = ""
    VERSION: ClassVar[int] = 1
    ENTITY: ClassVar[str] = ""
    ACTION: ClassVar[str] = ""
    OUTCOME: ClassVar[str] = "success"
    personal_fields: ClassVar[frozenset[str]] = frozenset()

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Name the type after its service and find its personal fields."""
        super().__pydantic_init_subclass__(**kwargs)
        cls.personal_fields = frozenset(name for name, field in cls.model_fields.items() if _is_personal(field))
        root, _, rest = cls.__module__.partition(".")
        if root == "services":
            cls.TOPIC = f"{rest.partition('.')[0]}.{cls.__name__}"
            _REGISTRY[cls.TOPIC] = cls

    def about(self) -> str:
        """Return the type of what it happened to."""
        return self.ENTITY

    @classmethod
    def read(cls, values: dict[str, Any], version: int) -> Self:
        """Return the event of stored values, written under a schema version; others than its fields are passed over."""
        if version != cls.VERSION:
            values = cls.upcast(values, version)
        return cls.model_validate({name: value for name, value in values.items() if name in cls.model_fields})

    @classmethod
    def upcast(cls, values: dict[str, Any], version: int) -> dict[str, Any]:
        """Return the values of an event stored under an older schema version as this version has them."""
        del version
        return values


def _is_personal(field: Any) -> bool:
    marks = (*field.metadata, *(part for arg in get_args(field.annotation) for part in get_args(arg)))
    return any(isinstance(mark, PersonalMark) for mark in marks)


def find_event(type_name: str) -> type[Event] | None:
    """Return the event class of a type name, or None. Nothing is ever imported from a name off the wire."""
    return _REGISTRY.get(type_name)


def event_types(source: str) -> dict[str, type[Event]]:
    """Return the known event classes of one service by their type names."""
    return {name: cls for name, cls in sorted(_REGISTRY.items()) if name.startswith(f"{source}.")}


@cache
def personal_names(event: type[Event]) -> frozenset[str]:
    """Return the fields that any event of the same kind of entity marks as personal.

    An event may change more than it names, and what it changes is told with it: what is personal once is so always.
    """
    source = event.TOPIC.partition(".")[0]
    kin = (other for other in event_types(source).values() if event.ENTITY and other.ENTITY == event.ENTITY)
    return event.personal_fields.union(*(other.personal_fields for other in kin))


class AccessRefused(Event):
    """A known caller was refused: 403, or 404 for what is not his. `count` is above 1 where a flood was summed up."""

    ACTION: ClassVar[str] = "refuse"
    OUTCOME: ClassVar[str] = "refused"

    method: str
    route: str
    status: int
    entity_type: str | None = None
    entity_id: UUID | None = None
    count: int = 1

    def about(self) -> str:
        """Return the type of what was asked for."""
        return self.entity_type or "route"


class DataRead(Event):
    """Personal or sensitive data was read; one's own reads are counted per kind and minute."""

    ACTION: ClassVar[str] = "read"

    kind: str
    entity_id: UUID | None = None
    owner: UUID | None = None
    count: int = 1

    def about(self) -> str:
        """Return the kind of data."""
        return self.kind
