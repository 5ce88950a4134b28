"""What can be asked of the audit log: its tables, its entries, and how far each log has been audited."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from shared.database import Database, Statement

metadata = sa.MetaData()

_time = sa.DateTime(timezone=True)

user_refs = sa.Table(
    "user_refs",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("status", sa.Text, nullable=False, server_default="active"),
    sa.Column("not_before", _time),
    sa.CheckConstraint("status IN ('active', 'deactivated', 'deleted', 'erased')", name="user_refs_status_check"),
)

audit_logs = sa.Table(
    "audit_logs",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True, comment="the event's id"),
    sa.Column(
        "user_id",
        sa.ForeignKey("user_refs.id", name="audit_logs_user_id_fkey", ondelete="RESTRICT"),
        comment="who acted, or for whom; NULL for nobody known",
    ),
    sa.Column("entity_type", sa.Text, nullable=False),
    sa.Column("entity_id", sa.Uuid),
    sa.Column("action", sa.Text, nullable=False),
    sa.Column("old_values", JSONB),
    sa.Column("new_values", JSONB),
    sa.Column("ip_address", sa.Text, comment="sealed under the key of who acted (JWE)"),
    sa.Column("user_agent", sa.Text, comment="sealed under the key of who acted (JWE)"),
    sa.Column("created_at", _time, nullable=False, comment="when the event's owner recorded it"),
    sa.Column("metadata", JSONB, nullable=False),
    sa.Index("audit_logs_entity_type_entity_id_id_idx", "entity_type", "entity_id", "id"),
    sa.Index("audit_logs_user_id_id_idx", "user_id", "id"),
    sa.Index("audit_logs_action_id_idx", "action", "id"),
    sa.Index("audit_logs_created_at_idx", "created_at"),
    sa.Index(
        "audit_logs_outcome_id_idx",
        sa.text("(metadata ->> 'outcome')"),
        "id",
        postgresql_where=sa.text("metadata ->> 'outcome' <> 'success'"),
    ),
    postgresql_partition_by="RANGE (id)",
)

audit_records = sa.Table(
    "audit_records",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True, comment="the event's id"),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("epoch", sa.Integer, nullable=False),
    sa.Column("shard", sa.SmallInteger, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
    sa.Column("number", sa.BigInteger, nullable=False, comment="counts the links of a chain: 1, 2, 3, ..."),
    sa.Column("record", sa.LargeBinary, nullable=False, comment="the bytes as received"),
    sa.Column("hash", sa.LargeBinary, nullable=False, comment="SHA-256 of the record"),
    sa.Column("chain", sa.LargeBinary, nullable=False, comment="SHA-256 of the link before and the hash"),
    postgresql_partition_by="RANGE (id)",
)

chain_heads = sa.Table(
    "chain_heads",
    metadata,
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("shard", sa.SmallInteger, primary_key=True, autoincrement=False),
    sa.Column("epoch", sa.Integer, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False, comment="of the last record"),
    sa.Column("number", sa.BigInteger, nullable=False, comment="how many records"),
    sa.Column("chain", sa.LargeBinary, nullable=False),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What entries must have; `since` is the earliest time, `until` the first that is too late."""

    user_id: UUID | None = None
    entity_type: str | None = None
    entity_id: UUID | None = None
    action: str | None = None
    outcome: str | None = None
    since: datetime | None = None
    until: datetime | None = None


_outcome = sa.literal_column("metadata ->> 'outcome'", sa.Text)
_CONDITIONS: dict[str, Any] = {
    "user_id": audit_logs.c.user_id == sa.bindparam("user_id"),
    "entity_type": audit_logs.c.entity_type == sa.bindparam("entity_type"),
    "entity_id": audit_logs.c.entity_id == sa.bindparam("entity_id"),
    "action": audit_logs.c.action == sa.bindparam("action"),
    "outcome": _outcome == sa.bindparam("outcome"),
    "since": audit_logs.c.created_at >= sa.bindparam("since"),
    "until": audit_logs.c.created_at < sa.bindparam("until"),
    "before": audit_logs.c.id < sa.bindparam("before"),
}

_ENTRY = Statement(sa.select(audit_logs).where(audit_logs.c.id == sa.bindparam("of")))
_CHAINS = Statement(sa.select(chain_heads))


async def entries(database: Database, filters: Filters, *, before: UUID | None, limit: int) -> list[dict[str, Any]]:
    """Return the newest entries with what the filters say, older than the entry `before`."""
    asked: dict[str, Any] = {field.name: getattr(filters, field.name) for field in fields(filters)} | {"before": before}
    asked = {name: value for name, value in asked.items() if value is not None}
    query = sa.select(audit_logs).where(*(_CONDITIONS[name] for name in asked))
    if filters.outcome not in {None, "success"}:
        query = query.where(_outcome != "success")  # so that the partial index may be used
    query = query.order_by(audit_logs.c.id.desc()).limit(sa.bindparam("most"))
    return await database.fetch(Statement(query), {**asked, "most": limit})


async def entry(database: Database, id: UUID) -> dict[str, Any] | None:  # noqa: A002 - the column's name
    """Return one entry, or None."""
    return await database.fetch_one(_ENTRY, {"of": id})


@dataclass(frozen=True, slots=True)
class Audited:
    """What of one shard has been audited: so many records, the last one at this place."""

    epoch: int = 0
    position: int = 0
    number: int = 0


async def audited(database: Database) -> dict[tuple[str, int], Audited]:
    """Return what has been audited, by source and shard; nothing for those never heard of."""
    rows = await database.fetch(_CHAINS)
    return {(row["source"], row["shard"]): Audited(row["epoch"], row["position"], row["number"]) for row in rows}


_positions = (
    sa.func.generate_series(1, sa.bindparam("last", type_=sa.BigInteger)).table_valued("position").render_derived()
)
_HOLES = Statement(
    sa.select(_positions.c.position)
    .where(
        ~sa.exists().where(
            audit_records.c.source == sa.bindparam("of_source"),
            audit_records.c.shard == sa.bindparam("of_shard"),
            audit_records.c.position == _positions.c.position,
        )
    )
    .order_by(_positions.c.position)
    .limit(sa.bindparam("most"))
)


async def holes(database: Database, source: str, shard: int, last: int, *, most: int) -> list[int]:
    """Return the first positions up to `last` of which there is no record; slow, where there are many records."""
    rows = await database.fetch(_HOLES, {"of_source": source, "of_shard": shard, "last": last, "most": most})
    return [row["position"] for row in rows]
