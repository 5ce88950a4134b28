"""How the answers of templates stay true: which aggregate is which row, and what foreign events do to rows."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, insert

from services.templates.aggregates import Template
from services.templates.read_model import templates, user_refs
from shared.database import Rows, Statement
from shared.log.statements import tally
from shared.projections import Projection
from shared.tables import erased

STATE: tuple[Projection[Any], ...] = (Projection(Template, templates, tallied=frozenset({"usage_count"})),)

_people = (
    sa.func.unnest(sa.bindparam("people", type_=ARRAY(sa.Uuid)))
    .table_valued(sa.column("id", sa.Uuid))
    .render_derived("p")
)
_ADD_PEOPLE = Statement(
    insert(user_refs)
    .from_select(["id"], sa.select(_people.c.id).where(~sa.exists().where(erased.c.id == _people.c.id)))
    .on_conflict_do_nothing()
)


async def add_people(rows: Rows, people: list[UUID]) -> None:
    """Refer to people who have registered, unless they are known, or erased by now."""
    if people:
        await rows.execute(_ADD_PEOPLE, {"people": sorted(people)})


async def count_uses(rows: Rows, uses: Mapping[UUID, int]) -> None:
    """Add to the `usage_count` of templates; unknown ones are passed over."""
    if uses:
        ids = sorted(uses)
        await rows.execute(tally(templates, "usage_count"), {"ids": ids, "steps": [uses[id_] for id_ in ids]})
