"""The audit log, the received bytes under it, and the end of each chain."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from shared.migrations import create_plumbing, grant

revision = "0001"
down_revision = None

_time = sa.DateTime(timezone=True)
_BY_ID = "RANGE (id)"

_REFUSE_CHANGE = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'SY003';
END $$
"""

_FIRST_ID_OF = """
CREATE FUNCTION first_id_of(month date) RETURNS uuid LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = pg_catalog AS $$
    SELECT rpad(lpad(to_hex((extract(epoch FROM month::timestamp) * 1000)::bigint), 12, '0'), 32, '0')::uuid
$$
"""

# returns whether it made one: not for a month that has one, is far away, or whose rows already stand in the default one
_MAKE_MONTH = """
CREATE FUNCTION make_audit_month(day date) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    month date := date_trunc('month', day::timestamp);
    low uuid := public.first_id_of(month);
    high uuid := public.first_id_of((month + interval '1 month')::date);
    suffix text := to_char(month, '_YYYY_MM');
    stray boolean;
BEGIN
    IF month < '2020-01-01' OR month > now() + interval '1 year' THEN
        RETURN false;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('make_audit_month'));
    IF to_regclass('public.audit_logs' || suffix) IS NOT NULL THEN
        RETURN false;
    END IF;
    SELECT EXISTS (SELECT 1 FROM public.audit_logs_default WHERE id >= low AND id < high)
        OR EXISTS (SELECT 1 FROM public.audit_records_default WHERE id >= low AND id < high) INTO stray;
    IF stray THEN
        RETURN false;
    END IF;
    PERFORM public.make_audit_partition('audit_logs', suffix, format('FOR VALUES FROM (%L) TO (%L)', low, high));
    PERFORM public.make_audit_partition('audit_records', suffix, format('FOR VALUES FROM (%L) TO (%L)', low, high));
    RETURN true;
END $$
"""

# PostgreSQL clones neither statement triggers nor an index that lacks the partition key
_MAKE_PARTITION = """
CREATE FUNCTION make_audit_partition(parent text, suffix text, bounds text) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    EXECUTE format('CREATE TABLE public.%I PARTITION OF public.%I %s', parent || suffix, parent, bounds);
    EXECUTE format(
        'CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON public.%I '
        'FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change()', parent || suffix
    );
    IF parent = 'audit_records' THEN
        EXECUTE format(
            'CREATE UNIQUE INDEX %I ON public.%I (source, shard, position, epoch)',
            parent || suffix || '_position_key', parent || suffix
        );
        EXECUTE format('ALTER TABLE public.%I SET (toast_tuple_target = 8160)', parent || suffix);
    END IF;
END $$
"""


def upgrade() -> None:
    """Create the tables; the service may add rows to the log and read them, nothing else, and nor may the owner."""
    create_plumbing(op, "audit")
    _create_references()
    _create_audit_logs()
    _create_audit_records()
    _create_chain_heads()
    _create_partitions()
    grant(op, "SELECT, INSERT", "user_refs", "audit")
    grant(op, "SELECT, INSERT", "audit_logs", "audit")
    grant(op, "SELECT, INSERT", "audit_records", "audit")
    grant(op, "SELECT, INSERT, UPDATE", "chain_heads", "audit")


def _create_references() -> None:
    op.create_table(
        "user_refs",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("status", sa.Text, nullable=False, server_default="active"),
        sa.Column("not_before", _time),
        sa.CheckConstraint("status IN ('active', 'deactivated', 'deleted', 'erased')", name="user_refs_status_check"),
    )


def _create_audit_logs() -> None:
    op.create_table(
        "audit_logs",
        sa.Column("id", sa.Uuid, primary_key=True, comment="the event's id"),
        sa.Column("user_id", sa.Uuid, comment="who acted, or for whom; NULL for nobody known"),
        sa.Column("entity_type", sa.Text, nullable=False),
        sa.Column("entity_id", sa.Uuid),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("old_values", JSONB),
        sa.Column("new_values", JSONB),
        sa.Column("ip_address", sa.Text, comment="sealed under the key of who acted (JWE)"),
        sa.Column("user_agent", sa.Text, comment="sealed under the key of who acted (JWE)"),
        sa.Column("created_at", _time, nullable=False, comment="when the event's owner recorded it"),
        sa.Column("metadata", JSONB, nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user_refs.id"], name="audit_logs_user_id_fkey", ondelete="RESTRICT"),
        postgresql_partition_by=_BY_ID,
    )
    op.create_index("audit_logs_entity_type_entity_id_id_idx", "audit_logs", ["entity_type", "entity_id", "id"])
    op.create_index("audit_logs_user_id_id_idx", "audit_logs", ["user_id", "id"])
    op.create_index("audit_logs_action_id_idx", "audit_logs", ["action", "id"])
    op.create_index("audit_logs_created_at_idx", "audit_logs", ["created_at"])
    op.create_index(
        "audit_logs_outcome_id_idx",
        "audit_logs",
        [sa.text("(metadata ->> 'outcome')"), "id"],
        postgresql_where=sa.text("metadata ->> 'outcome' <> 'success'"),
    )


def _create_audit_records() -> None:
    op.create_table(
        "audit_records",
        sa.Column("id", sa.Uuid, primary_key=True, comment="the event's id"),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("shard", sa.SmallInteger, nullable=False),
        sa.Column("position", sa.BigInteger, nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False, comment="counts the links of a chain: 1, 2, 3, ..."),
        sa.Column("record", sa.LargeBinary, nullable=False, comment="the bytes as received"),
        sa.Column("hash", sa.LargeBinary, nullable=False, comment="SHA-256 of the record"),
        sa.Column("chain", sa.LargeBinary, nullable=False, comment="SHA-256 of the link before and the hash"),
        postgresql_partition_by=_BY_ID,
    )


def _create_chain_heads() -> None:
    op.create_table(
        "chain_heads",
        sa.Column("source", sa.Text, primary_key=True),
        sa.Column("shard", sa.SmallInteger, primary_key=True, autoincrement=False),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("position", sa.BigInteger, nullable=False, comment="of the last record"),
        sa.Column("number", sa.BigInteger, nullable=False, comment="how many records"),
        sa.Column("chain", sa.LargeBinary, nullable=False),
    )
    op.execute("ALTER TABLE chain_heads SET (fillfactor = 20)")


def _create_partitions() -> None:
    """Make the function that makes partitions, the default ones, and those of the last month to the third from now."""
    for function in (_REFUSE_CHANGE, _FIRST_ID_OF, _MAKE_PARTITION, _MAKE_MONTH):
        op.execute(function)
    for table in ("audit_logs", "audit_records"):
        op.execute(
            f"CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
        op.execute(f"SELECT make_audit_partition('{table}', '_default', 'DEFAULT')")
    op.execute("SELECT make_audit_month((now() + make_interval(months => n))::date) FROM generate_series(-1, 3) AS n")
    for function in ("refuse_change()", "make_audit_partition(text, text, text)", "make_audit_month(date)"):
        op.execute(f"REVOKE EXECUTE ON FUNCTION {function} FROM PUBLIC")
    op.execute("GRANT EXECUTE ON FUNCTION make_audit_month(date) TO audit")
