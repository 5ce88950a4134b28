"""How answers stay true: an aggregate and its state row are the same, field by field, and the log can prove it."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Generic, TypeVar

import sqlalchemy as sa

from shared.aggregates import Aggregate
from shared.log.units import Row

A = TypeVar("A", bound=Aggregate)


class Projection(Generic[A]):
    """One class of aggregates and the table of its state rows: fields and columns of equal names, but for `renamed`.

    `tallied` columns follow events by `Tally` only and don't count as a version; `secret` ones are held by no event;
    `renamed` maps a field to the column that holds it under another name.
    """

    def __init__(
        self,
        aggregate: type[A],
        table: sa.Table,
        *,
        tallied: frozenset[str] = frozenset(),
        secret: frozenset[str] = frozenset(),
        renamed: Mapping[str, str] | None = None,
    ) -> None:
        """Take the pair; raise TypeError where they do not fit."""
        names = tuple(field.name for field in fields(aggregate) if field.name != "pending")
        columns = {name: (renamed or {}).get(name, name) for name in names}
        if not aggregate.ENTITY:
            raise TypeError(f"{aggregate.__name__} does not say which ENTITY it is")
        if missing := [name for name in names if columns[name] not in table.c]:
            raise TypeError(f"{table.name} has no column for {', '.join(missing)} of {aggregate.__name__}")
        self.aggregate = aggregate
        self.table = table
        self.tallied = tallied
        self.secret = secret | aggregate.SECRET
        self._columns = columns
        self._written = tuple(name for name in names if name not in tallied)

    def row(self, aggregate: A) -> Row:
        """Return the state row of an aggregate, to be written with its events."""
        return Row(self.table, {self._columns[name]: getattr(aggregate, name) for name in self._written})

    def load(self, row: dict[str, Any]) -> A:
        """Return the aggregate of a state row."""
        return self.aggregate(**{name: row[column] for name, column in self._columns.items()})

    def compared(self, aggregate: A) -> dict[str, Any]:
        """Return the columns that the log alone decides: neither tallied nor secret."""
        decided = (name for name in self._written if name not in self.secret)
        return {self._columns[name]: getattr(aggregate, name) for name in decided}
