"""The statements of one append, each for a whole batch; compiled once per table and set of columns."""

from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSON, UUID, insert

from shared.database import Statement
from shared.tables import events, idempotency, jobs, log_head

HOLD_HEADS = "SELECT hold_heads(%s::smallint[])"
HOLD_KEYS = "SELECT hold_keys(%b::uuid[])"

_EVENT_COLUMNS: dict[str, Any] = {
    "originator_id": UUID,
    "originator_version": sa.BigInteger,
    "topic": sa.Text,
    "body": sa.LargeBinary,
    "event_id": UUID,
    "shard": sa.SmallInteger,
    "not_before": sa.DateTime(timezone=True),
}


def _append_events() -> Statement:
    """Return what numbers events from the heads, locked already, moves the heads, and answers every event's place."""
    given = (
        sa.func.unnest(*(sa.bindparam(name, type_=ARRAY(type_)) for name, type_ in _EVENT_COLUMNS.items()))
        .table_valued(*(sa.column(name, type_) for name, type_ in _EVENT_COLUMNS.items()), with_ordinality="n")
        .render_derived(name="given")
    )
    rank = sa.func.row_number().over(partition_by=given.c.shard, order_by=given.c.n).label("rank")
    new = sa.select(*(given.c[name] for name in _EVENT_COLUMNS), rank).cte("new")
    counts = (
        sa.select(new.c.shard, sa.func.count().label("n"), sa.func.max(new.c.not_before).label("not_before"))
        .group_by(new.c.shard)
        .cte("counts")
    )
    moved = (
        sa.update(log_head)
        .where(log_head.c.shard == counts.c.shard)
        .values(
            position=log_head.c.position + counts.c.n,
            recorded_at=sa.func.greatest(sa.func.clock_timestamp(), log_head.c.recorded_at, counts.c.not_before),
        )
        .returning(
            log_head.c.shard,
            log_head.c.epoch,
            (log_head.c.position - counts.c.n).label("before"),
            log_head.c.recorded_at,
        )
        .cte("moved")
    )
    placed = sa.select(
        *(new.c[name] for name in ("originator_id", "originator_version", "topic", "body", "event_id", "shard")),
        moved.c.epoch,
        (moved.c.before + new.c.rank).label("position"),
        moved.c.recorded_at,
    ).select_from(new.join(moved, new.c.shard == moved.c.shard))
    columns = [column.name for column in placed.selected_columns]
    return Statement(
        sa.insert(events)
        .from_select(columns, placed)
        .returning(events.c.event_id, events.c.epoch, events.c.shard, events.c.position, events.c.recorded_at)
    )


APPEND_EVENTS = _append_events()


def _records(table: sa.Table, columns: tuple[str, ...]) -> Any:
    """Return the JSON array in parameter `rows` as rows of the table's own types."""
    function = sa.func.json_populate_recordset(
        sa.literal_column(f"null::{table.name}"), sa.bindparam("rows", type_=JSON, literal_execute=False)
    )
    return function.table_valued(*(sa.column(name, table.c[name].type) for name in columns)).alias("given")


@cache
def upsert(table: sa.Table, columns: tuple[str, ...]) -> Statement:
    """Insert rows or update these columns of those that exist, in the order of their ids."""
    given = _records(table, columns)
    statement = insert(table).from_select(
        columns, sa.select(*(given.c[name] for name in columns)).order_by(given.c.id), include_defaults=False
    )
    changed = {name: statement.excluded[name] for name in columns if name not in ("id", "created_at")}
    return Statement(statement.on_conflict_do_update(index_elements=[table.c.id], set_=changed))


@cache
def hold(table: sa.Table) -> Statement:
    """Lock rows by their ids, in the order of these, as an update of other columns than keys does."""
    of_ids = table.c.id == sa.func.any(sa.bindparam("ids", type_=ARRAY(UUID)))
    return Statement(sa.select(table.c.id).where(of_ids).order_by(table.c.id).with_for_update(key_share=True))


@cache
def tally(table: sa.Table, column: str) -> Statement:
    """Add numbers to a column, or move its times forward, by id; the rows are locked in the order of their ids."""
    target = table.c[column]
    steps = (
        sa.func.unnest(sa.bindparam("ids", type_=ARRAY(UUID)), sa.bindparam("steps", type_=ARRAY(target.type)))
        .table_valued(sa.column("id", UUID), sa.column("step", target.type))
        .render_derived(name="steps")
    )
    held = (
        sa.select(table.c.id, steps.c.step)
        .select_from(table.join(steps, table.c.id == steps.c.id))
        .order_by(table.c.id)
        .with_for_update(of=table, key_share=True)  # a new row that refers to this one must not wait for it
        .subquery("held")
    )
    moved = sa.func.greatest(target, held.c.step) if isinstance(target.type, sa.DateTime) else target + held.c.step
    return Statement(sa.update(table).where(table.c.id == held.c.id).values({column: moved}))


def _insert_records(table: sa.Table, columns: tuple[str, ...]) -> Statement:
    given = _records(table, columns)
    return Statement(
        sa.insert(table).from_select(columns, sa.select(*(given.c[name] for name in columns)), include_defaults=False)
    )


ADD_JOBS = _insert_records(jobs, ("id", "kind", "payload", "cause", "run_at", "attempts", "created_at"))

_ANSWER_COLUMNS = ("caller", "key", "digest", "event_id", "answer")

ADD_ANSWER = Statement(sa.insert(idempotency).values({name: sa.bindparam(name) for name in _ANSWER_COLUMNS}))

FIND_EVENTS = Statement(
    sa.select(events.c.event_id, events.c.epoch, events.c.shard, events.c.position, events.c.recorded_at).where(
        events.c.event_id == sa.func.any(sa.bindparam("ids", type_=ARRAY(UUID)))
    )
)

HEADS = Statement(sa.select(log_head).order_by(log_head.c.shard))

FEED = Statement(
    sa.select(events.c.body, events.c.epoch, events.c.shard, events.c.position, events.c.recorded_at)
    .where(events.c.shard == sa.bindparam("of"), events.c.position > sa.bindparam("after"))
    .order_by(events.c.position)
    .limit(sa.bindparam("most"))
)
