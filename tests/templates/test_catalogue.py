"""The catalogue of the database is what section 6 of the design says of templates, written down here by hand."""

from collections.abc import Iterator
from contextlib import closing

import psycopg
import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from deploy.local.provision import ServiceDatabase
from services.templates.read_model import metadata
from shared.migrations import sqlalchemy_url

COLUMNS = {
    "id": "uuid",
    "name": "text",
    "description": "text null",
    "content": "text",
    "category": "text null",
    "is_public": "boolean",
    "usage_count": "bigint",
    "created_by": "uuid null",
    "created_at": "timestamp with time zone",
    "updated_at": "timestamp with time zone",
    "deleted_at": "timestamp with time zone null",
    "version": "bigint",
}
PERSON, TEMPLATE = "00000000-0000-7000-8000-000000000001", "00000000-0000-7000-8000-000000000002"


@pytest.fixture(scope="module")
def owner(databases: dict[str, ServiceDatabase]) -> Iterator[psycopg.Connection]:
    with closing(psycopg.connect(databases["templates"].owner_url, autocommit=True)) as connection:
        yield connection


def test_the_table_has_the_columns_of_the_design_and_its_bookkeeping(owner: psycopg.Connection) -> None:
    found = owner.execute(
        "SELECT column_name, data_type || CASE is_nullable WHEN 'YES' THEN ' null' ELSE '' END "
        "FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'templates'"
    )
    assert dict(found) == COLUMNS


def test_the_author_is_a_reference_that_is_set_null(owner: psycopg.Connection) -> None:
    found = owner.execute(
        """
        SELECT k.conrelid::regclass::text, a.attname, k.confrelid::regclass::text, k.confdeltype::text
        FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
        WHERE k.contype = 'f'
        """
    )
    assert found.fetchall() == [("templates", "created_by", "user_refs", "n")]


def test_the_indexes_are_those_of_the_design(owner: psycopg.Connection) -> None:
    found = owner.execute(
        """
        SELECT (SELECT string_agg(pg_get_indexdef(i.indexrelid, n, true), ', ' ORDER BY n)
                FROM generate_series(1, i.indnkeyatts) AS n),
               pg_get_expr(i.indpred, i.indrelid)
        FROM pg_index i WHERE i.indrelid = 'templates'::regclass
        """
    )
    living = "(deleted_at IS NULL)"
    assert dict(found) == {
        "id": None,
        "created_by": None,
        "created_at": None,
        "updated_at": None,
        "deleted_at": None,
        "is_public, category, usage_count, id": living,
        "created_by, updated_at, id": living,
    }


@pytest.fixture
def row(owner: psycopg.Connection) -> Iterator[psycopg.Connection]:
    """Return a connection in a transaction that holds one template and is never committed."""
    with owner.transaction(force_rollback=True):
        owner.execute("INSERT INTO user_refs (id) VALUES (%s)", [PERSON])
        owner.execute(
            "INSERT INTO templates (id, version, name, content, is_public, created_by, created_at, updated_at) "
            "VALUES (%s, 1, 'n', 'c', false, %s, now(), now())",
            [TEMPLATE, PERSON],
        )
        yield owner


@pytest.mark.parametrize(
    ("column", "fitting", "longer"),
    [
        ("name", "é" * 200, "é" * 201),
        ("description", "é" * 2000, "é" * 2001),
        ("category", "é" * 100, "é" * 101),
        ("content", "é" * 32768, "x" + "é" * 32768),
    ],
)
def test_limits_are_checked_by_the_database(row: psycopg.Connection, column: str, fitting: str, longer: str) -> None:
    statement = f"UPDATE templates SET {column} = %s".encode()  # noqa: S608 - a name from above
    row.execute(statement, [fitting])
    with pytest.raises(psycopg.errors.CheckViolation), row.transaction():
        row.execute(statement, [longer])


def test_a_template_outlives_its_author(row: psycopg.Connection) -> None:
    row.execute("DELETE FROM user_refs WHERE id = %s", [PERSON])
    assert row.execute("SELECT created_by FROM templates").fetchall() == [(None,)]


def test_the_service_may_remove_nothing_and_change_no_event(databases: dict[str, ServiceDatabase]) -> None:
    statements = ["DELETE FROM templates", "DELETE FROM user_refs", "DELETE FROM events", "TRUNCATE templates"]
    statements += ["UPDATE events SET topic = ''", "DROP TABLE templates", "ALTER TABLE templates ADD x int"]
    with closing(psycopg.connect(databases["templates"].url, autocommit=True)) as service:
        for statement in statements:
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                service.execute(statement.encode())


def test_the_tables_of_the_queries_are_those_of_the_migrations(databases: dict[str, ServiceDatabase]) -> None:
    engine = sa.create_engine(sqlalchemy_url(databases["templates"].owner_url))
    options = {"include_name": lambda name, kind, _: kind != "table" or name in metadata.tables}
    try:
        with engine.connect() as connection:
            context = MigrationContext.configure(connection, opts=options)
            assert compare_metadata(context, metadata) == []
    finally:
        engine.dispose()
