"""The baselines are asked for the same: bodies, columns, constraints and indexes are those of Sysloom."""

from typing import Any

import pytest
import sqlalchemy as sa
from pydantic import BaseModel
from sqlalchemy.dialects.postgresql.base import PGDialect

from benchmarks.baselines import bodies, tables
from services.audit.read_model import audit_logs
from services.templates import api
from services.templates.read_model import templates

_DIALECT = PGDialect()  # type: ignore[no-untyped-call]


def _rules(schema: Any) -> Any:
    """Return a JSON schema without what is only said for people."""
    if isinstance(schema, list):
        return [_rules(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    said = ("title", "examples") if "type" in schema or "anyOf" in schema else ()
    return {
        name: _rules(value)
        for name, value in schema.items()
        if name not in said and not (name == "description" and isinstance(value, str))
    }


@pytest.mark.parametrize(
    ("baseline", "ours"),
    [(bodies.CreateTemplate, api.CreateTemplate), (bodies.TemplateBody, api.TemplateBody)],
    ids=["asked", "answered"],
)
def test_bodies_follow_the_same_rules(baseline: type[BaseModel], ours: type[BaseModel]) -> None:
    assert _rules(baseline.model_json_schema()) == _rules(ours.model_json_schema())


@pytest.mark.parametrize(
    ("baseline", "ours"), [(tables.Template.__table__, templates), (tables.AuditLog.__table__, audit_logs)], ids=str
)
class TestTables:
    def test_columns_are_the_same(self, baseline: sa.Table, ours: sa.Table) -> None:
        assert _columns(baseline) == _columns(ours)

    def test_constraints_are_the_same(self, baseline: sa.Table, ours: sa.Table) -> None:
        assert _checks(baseline) == _checks(ours)
        assert _references(baseline) == _references(ours)

    def test_indexes_are_the_same(self, baseline: sa.Table, ours: sa.Table) -> None:
        assert _indexes(baseline) == _indexes(ours)


def _columns(table: sa.Table) -> dict[str, tuple[str, bool | None]]:
    return {column.name: (column.type.compile(_DIALECT), column.nullable) for column in table.columns}


def _checks(table: sa.Table) -> set[str]:
    return {str(rule.sqltext) for rule in table.constraints if isinstance(rule, sa.CheckConstraint)}


def _references(table: sa.Table) -> set[tuple[str, str | None]]:
    return {(key.parent.name, key.ondelete) for key in table.foreign_keys}


def _indexes(table: sa.Table) -> set[tuple[str, ...]]:
    return {
        (*map(_expression, index.expressions), str(index.dialect_options["postgresql"]["where"]))
        for index in table.indexes
    }


def _expression(part: Any) -> str:
    return str(part.name) if isinstance(part, sa.Column) else str(part)
