"""What can be asked of templates: their table, and the list of those that somebody may see."""

from functools import cache
from typing import Any, Literal, get_args
from uuid import UUID

import sqlalchemy as sa

from shared.database import Database, Statement

metadata = sa.MetaData()

SEARCHED = 10_000
"""So many templates, in the order asked for, a search looks through for one page."""

_time = sa.DateTime(timezone=True)
_living = sa.text("deleted_at IS NULL")

user_refs = sa.Table(
    "user_refs",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("status", sa.Text, nullable=False, server_default="active"),
    sa.Column("not_before", _time),
    sa.CheckConstraint("status IN ('active', 'deactivated', 'deleted', 'erased')", name="user_refs_status_check"),
)

templates = sa.Table(
    "templates",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("description", sa.Text),
    sa.Column("content", sa.Text, nullable=False),
    sa.Column("category", sa.Text),
    sa.Column("is_public", sa.Boolean, nullable=False),
    sa.Column("usage_count", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column(
        "created_by", sa.Uuid, sa.ForeignKey("user_refs.id", name="templates_created_by_fkey", ondelete="SET NULL")
    ),
    sa.Column("created_at", _time, nullable=False),
    sa.Column("updated_at", _time, nullable=False),
    sa.Column("deleted_at", _time),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.ForeignKeyConstraint(["created_by"], ["user_refs.id"], name="templates_created_by_fkey", ondelete="SET NULL"),
    sa.CheckConstraint("char_length(name) <= 200", name="templates_name_check"),
    sa.CheckConstraint("char_length(description) <= 2000", name="templates_description_check"),
    sa.CheckConstraint("octet_length(content) <= 65536", name="templates_content_check"),
    sa.CheckConstraint("char_length(category) <= 100", name="templates_category_check"),
    sa.Index("templates_created_by_idx", "created_by"),
    sa.Index("templates_created_at_idx", "created_at"),
    sa.Index("templates_updated_at_idx", "updated_at"),
    sa.Index("templates_deleted_at_idx", "deleted_at"),
    sa.Index(
        "templates_is_public_category_usage_count_id_idx",
        "is_public",
        "category",
        "usage_count",
        "id",
        postgresql_where=_living,
    ),
    sa.Index("templates_created_by_updated_at_id_idx", "created_by", "updated_at", "id", postgresql_where=_living),
)

Order = Literal[
    "name", "-name", "created_at", "-created_at", "updated_at", "-updated_at", "usage_count", "-usage_count"
]
"""What a list is sorted by, with `-` in descending order; ids decide between equals."""
ORDERS: tuple[Order, ...] = get_args(Order)

Key = tuple[Any, ...]
Row = dict[str, Any]


def sort_key(row: Row, order: Order) -> Key:
    """Return where a row stands in a list of this order."""
    return row[order.removeprefix("-")], row["id"]


async def list_templates(
    database: Database,
    reader: UUID,
    *,
    order: Order,
    most: int,
    after: Key | None = None,
    mine: bool = False,
    category: str | None = None,
    q: str | None = None,
) -> list[Row]:
    """Return the first `most` templates beyond `after` that a person may see: public ones and his own.

    `mine` leaves his own, `category` those of one, `q` those that have it in name or description, in whatever case.
    """
    params: Row = {"reader": reader, "most": most}
    if category is not None:
        params["of_category"] = category
    if q is not None:
        params |= {"sought": q, "searched": SEARCHED}
    if after is not None:
        params |= {"after": after[0], "after_id": after[1]}
    statement = _list(
        order, mine=mine, by_category=category is not None, searching=q is not None, beyond=after is not None
    )
    return await database.fetch(statement, params)


@cache
def _list(order: Order, *, mine: bool, by_category: bool, searching: bool, beyond: bool) -> Statement:
    column = templates.c[order.removeprefix("-")]
    own = templates.c.created_by == sa.bindparam("reader")
    query = sa.select(templates).where(
        templates.c.deleted_at.is_(None), own if mine else sa.or_(templates.c.is_public, own)
    )
    if by_category:
        query = query.where(templates.c.category == sa.bindparam("of_category"))
    if beyond:
        place = sa.tuple_(column, templates.c.id)
        last = sa.tuple_(sa.bindparam("after", type_=column.type), sa.bindparam("after_id", type_=sa.Uuid))
        query = query.where(place < last if order.startswith("-") else place > last)
    if searching:
        query = sa.select(templates).where(templates.c.id.in_(_found(query, order)))
    return Statement(_ordered(query, templates, order).limit(sa.bindparam("most")))


def _found(query: sa.Select[Any], order: Order) -> sa.Select[Any]:
    """Return the ids of those rows of a query, of the first in this order, that have the text sought."""
    columns = {templates.c[name] for name in ("id", "name", "description", order.removeprefix("-"))}
    candidates = _ordered(query.with_only_columns(*columns), templates, order).limit(sa.bindparam("searched"))
    # materialized: else the planner hopes to find matches early, and reads the whole table where there are none
    seen = candidates.cte("seen").prefix_with("MATERIALIZED")
    sought = sa.func.lower(sa.bindparam("sought", type_=sa.Text))
    found = sa.or_(*(sa.func.strpos(sa.func.lower(seen.c[name]), sought) > 0 for name in ("name", "description")))
    return _ordered(sa.select(seen.c.id).where(found), seen, order).limit(sa.bindparam("most"))


def _ordered(query: sa.Select[Any], rows: sa.FromClause, order: Order) -> sa.Select[Any]:
    columns = (rows.c[order.removeprefix("-")], rows.c.id)
    return query.order_by(*(column.desc() if order.startswith("-") else column for column in columns))
