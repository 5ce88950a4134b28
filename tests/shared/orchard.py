"""Trees: an aggregate and its events, for tests of what services are built of."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from pydantic import Field

from shared.aggregates import Aggregate, Conflict
from shared.events import Event, Personal


class TreePlanted(Event):
    __module__ = "services.orchard.events"
    VERSION = 2
    ENTITY = "tree"
    ACTION = "create"

    name: Personal[str]
    species: str
    planted_by: UUID
    note: Personal[str] | None = None

    @classmethod
    def upcast(cls, values: dict[str, Any], version: int) -> dict[str, Any]:
        return {**values, "species": values["kind"]} if version == 1 else values


class TreeRenamed(Event):
    __module__ = "services.orchard.events"
    ENTITY = "tree"
    ACTION = "update"

    name: Personal[str]
    reason: str = ""


class ApplesPicked(Event):
    __module__ = "services.orchard.events"
    ENTITY = "tree"
    ACTION = "update"

    weight_g: int = Field(gt=0)


class NoSuchApples(Conflict):
    """The tree does not bear so many apples."""

    code = "no-such-apples"


@dataclass(eq=False)
class Tree(Aggregate):
    ENTITY: ClassVar[str] = "tree"
    SECRET: ClassVar[frozenset[str]] = frozenset({"tag_hash"})

    name: str = ""
    species: str = ""
    planted_by: UUID | None = None
    note: str | None = None
    picked_g: int = 0
    tag_hash: str = ""

    def person(self) -> UUID | None:
        return self.planted_by

    def plant(self, name: str, species: str, by: UUID, tag_hash: str = "") -> None:
        self.tag_hash = tag_hash
        self.record(TreePlanted(name=name, species=species, planted_by=by))

    def rename(self, name: str, reason: str = "") -> None:
        self.record(TreeRenamed(name=name, reason=reason))

    def pick(self, weight_g: int) -> None:
        if self.picked_g + weight_g > 1000:
            raise NoSuchApples
        self.record(ApplesPicked(weight_g=weight_g))

    def apply(self, event: Event, at: datetime) -> None:
        match event:
            case ApplesPicked():
                self.picked_g += event.weight_g
            case _:
                super().apply(event, at)
