"""The catalogue of the database is what section 6 of the design says of audit, written down here by hand."""

from contextlib import closing

import psycopg
import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from deploy.local.provision import ServiceDatabase
from services.audit.read_model import metadata
from shared.migrations import sqlalchemy_url

COLUMNS = {
    "id": "uuid",
    "user_id": "uuid null",
    "entity_type": "text",
    "entity_id": "uuid null",
    "action": "text",
    "old_values": "jsonb null",
    "new_values": "jsonb null",
    "ip_address": "text null",
    "user_agent": "text null",
    "created_at": "timestamp with time zone",
    "metadata": "jsonb",
}
RECORDS = {
    "id": "uuid",
    "source": "text",
    "epoch": "integer",
    "shard": "smallint",
    "position": "bigint",
    "number": "bigint",
    "record": "bytea",
    "hash": "bytea",
    "chain": "bytea",
}


def columns_of(owner: psycopg.Connection, table: str) -> dict[str, str]:
    found = owner.execute(
        "SELECT column_name, data_type || CASE is_nullable WHEN 'YES' THEN ' null' ELSE '' END "
        "FROM information_schema.columns WHERE table_schema = 'public' AND table_name = %s",
        [table],
    )
    return dict(found.fetchall())


def indexes_of(owner: psycopg.Connection, table: str) -> dict[str, str | None]:
    """Return the indexes of a table: their columns, and the condition of partial ones."""
    found = owner.execute(
        """
        SELECT (SELECT string_agg(pg_get_indexdef(i.indexrelid, n, true), ', ' ORDER BY n)
                FROM generate_series(1, i.indnkeyatts) AS n),
               pg_get_expr(i.indpred, i.indrelid)
        FROM pg_index i WHERE i.indrelid = %s::regclass
        """,
        [table],
    )
    return dict(found.fetchall())


def test_the_log_has_the_columns_of_the_design(owner: psycopg.Connection) -> None:
    assert columns_of(owner, "audit_logs") == COLUMNS


def test_the_records_beside_it_have_the_bytes_and_the_chain(owner: psycopg.Connection) -> None:
    assert columns_of(owner, "audit_records") == RECORDS


def test_who_acted_is_a_reference_that_restricts(owner: psycopg.Connection) -> None:
    found = owner.execute(
        """
        SELECT k.conrelid::regclass::text, a.attname, k.confrelid::regclass::text, k.confdeltype::text
        FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
        WHERE k.contype = 'f' AND k.conparentid = 0
        """
    )
    assert found.fetchall() == [("audit_logs", "user_id", "user_refs", "r")]


def test_the_indexes_are_those_of_the_design_and_one_of_outcomes(owner: psycopg.Connection) -> None:
    assert indexes_of(owner, "audit_logs") == {
        "id": None,
        "entity_type, entity_id, id": None,
        "user_id, id": None,
        "action, id": None,
        "created_at": None,
        "(metadata ->> 'outcome'::text), id": "((metadata ->> 'outcome'::text) <> 'success'::text)",
    }


def test_every_partition_finds_a_record_by_its_place_and_has_each_once(owner: psycopg.Connection) -> None:
    partitions = owner.execute(
        "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'audit_records'::regclass"
    ).fetchall()
    assert len(partitions) == 6
    for (partition,) in partitions:
        assert indexes_of(owner, partition) == {"id": None, 'source, shard, "position", epoch': None}


def test_both_tables_are_partitioned_by_the_range_of_their_ids(owner: psycopg.Connection) -> None:
    found = owner.execute("SELECT relname, pg_get_partkeydef(oid) FROM pg_class WHERE relkind = 'p'").fetchall()
    assert dict(found) == {"audit_logs": "RANGE (id)", "audit_records": "RANGE (id)"}


def test_the_status_of_a_person_is_one_of_four(owner: psycopg.Connection) -> None:
    statement = "INSERT INTO user_refs (id, status) VALUES (gen_random_uuid(), %s)"
    with owner.transaction(force_rollback=True):
        for status in ("active", "deactivated", "deleted", "erased"):
            owner.execute(statement, [status])
        with pytest.raises(psycopg.errors.CheckViolation):
            owner.execute(statement, ["gone"])


def test_the_service_owns_nothing_and_makes_nothing(databases: dict[str, ServiceDatabase]) -> None:
    with closing(psycopg.connect(databases["audit"].url, autocommit=True)) as service:
        found = service.execute("SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole").fetchone()
        assert found == (0,)
        for statement in ("CREATE TABLE mine (id int)", "CREATE FUNCTION mine() RETURNS int RETURN 1"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                service.execute(statement.encode())


def test_the_tables_of_the_queries_are_those_of_the_migrations(databases: dict[str, ServiceDatabase]) -> None:
    engine = sa.create_engine(sqlalchemy_url(databases["audit"].owner_url))
    options = {"include_name": lambda name, kind, _: kind != "table" or name in metadata.tables}
    try:
        with engine.connect() as connection:
            context = MigrationContext.configure(connection, opts=options)
            assert compare_metadata(context, metadata) == []
    finally:
        engine.dispose()
