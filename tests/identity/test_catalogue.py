"""The catalogue of identity's database is what section 6 of the design says, written down here by hand."""

from collections.abc import Iterator
from contextlib import closing

import psycopg
import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from deploy.local.provision import ServiceDatabase
from services.identity.read_model import metadata
from shared.migrations import sqlalchemy_url

TIME = "timestamp with time zone"
COLUMNS = {
    "users": {
        "id": "uuid",
        "email": "text",
        "password_hash": "text null",
        "full_name": "text",
        "role": "text",
        "is_active": "boolean",
        "email_verified": "boolean",
        "last_login_at": f"{TIME} null",
        "created_at": TIME,
        "updated_at": TIME,
        "deleted_at": f"{TIME} null",
        "version": "bigint",
    },
    "sessions": {
        "id": "uuid",
        "user_id": "uuid",
        "session_hash": "text",
        "token_hash": "text",
        "expires_at": TIME,
        "created_at": TIME,
        "updated_at": TIME,
        "deleted_at": f"{TIME} null",
        "version": "bigint",
    },
}
INDEXES = {
    "users": {
        "users_pkey": "UNIQUE (id)",
        "users_email_key": "UNIQUE (lower(email))",
        "users_last_login_at_idx": "(last_login_at)",
        "users_created_at_idx": "(created_at)",
        "users_updated_at_idx": "(updated_at)",
        "users_deleted_at_idx": "(deleted_at)",
    },
    "sessions": {
        "sessions_pkey": "UNIQUE (id)",
        "sessions_user_id_idx": "(user_id)",
        "sessions_expires_at_idx": "(expires_at)",
        "sessions_created_at_idx": "(created_at)",
        "sessions_updated_at_idx": "(updated_at)",
        "sessions_deleted_at_idx": "(deleted_at)",
    },
}
ADA, BEN = (f"00000000-0000-7000-8000-00000000000{number}" for number in (1, 2))


@pytest.fixture(scope="module")
def owner(databases: dict[str, ServiceDatabase]) -> Iterator[psycopg.Connection]:
    with closing(psycopg.connect(databases["identity"].owner_url, autocommit=True)) as connection:
        yield connection


@pytest.fixture
def ada(owner: psycopg.Connection) -> Iterator[psycopg.Connection]:
    """Return a connection in a transaction that holds one person and is never committed."""
    with owner.transaction(force_rollback=True):
        add(owner, ADA, "Ada@Example.com")
        yield owner


def add(connection: psycopg.Connection, person: str, email: str) -> None:
    connection.execute(
        "INSERT INTO users (id, email, full_name, role, is_active, email_verified, created_at, updated_at, version) "
        "VALUES (%s, %s, 'Ada', 'user', true, false, now(), now(), 1)",
        [person, email],
    )


@pytest.mark.parametrize("table", COLUMNS)
def test_a_table_has_the_columns_of_the_design_and_its_bookkeeping(owner: psycopg.Connection, table: str) -> None:
    found = owner.execute(
        "SELECT column_name, data_type || CASE is_nullable WHEN 'YES' THEN ' null' ELSE '' END "
        "FROM information_schema.columns WHERE table_schema = 'public' AND table_name = %s",
        [table],
    )
    assert dict(found) == COLUMNS[table]


@pytest.mark.parametrize("table", INDEXES)
def test_timestamps_and_foreign_keys_are_indexed_and_addresses_unique_in_whatever_case(
    owner: psycopg.Connection, table: str
) -> None:
    found = owner.execute(
        """
        SELECT c.relname, CASE WHEN i.indisunique THEN 'UNIQUE ' ELSE '' END
               || substring(pg_get_indexdef(i.indexrelid) FROM 'USING btree (.*)')
        FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = %s::regclass
        """,
        [table],
    )
    assert dict(found) == INDEXES[table]


def test_a_session_goes_with_its_person(ada: psycopg.Connection) -> None:
    ada.execute(
        "INSERT INTO sessions VALUES (%s, %s, 'a', 'b', now(), now(), now(), NULL, 1)",
        [BEN, ADA],
    )
    ada.execute("DELETE FROM users WHERE id = %s", [ADA])
    assert ada.execute("SELECT count(*) FROM sessions").fetchone() == (0,)


@pytest.mark.parametrize("email", ["ada@example.com", "ADA@EXAMPLE.COM"])
def test_the_address_of_a_deleted_person_stays_taken(ada: psycopg.Connection, email: str) -> None:
    ada.execute("UPDATE users SET deleted_at = now()")
    with pytest.raises(psycopg.errors.UniqueViolation), ada.transaction():
        add(ada, BEN, email)


@pytest.mark.parametrize(
    ("column", "value", "fits"),
    [
        ("email", "é" * 254, True),
        ("email", "é" * 255, False),
        ("full_name", "é" * 200, True),
        ("full_name", "é" * 201, False),
        ("role", "admin", True),
        ("role", "auditor", True),
        ("role", "root", False),
        ("password_hash", None, True),
    ],
)
def test_limits_and_enums_are_checked_by_the_database(
    ada: psycopg.Connection, column: str, value: str | None, *, fits: bool
) -> None:
    statement = f"UPDATE users SET {column} = %s".encode()  # noqa: S608
    if fits:
        ada.execute(statement, [value])
    else:
        with pytest.raises(psycopg.errors.CheckViolation), ada.transaction():
            ada.execute(statement, [value])


def test_the_service_may_remove_nothing_and_change_no_event(databases: dict[str, ServiceDatabase]) -> None:
    statements = ["DELETE FROM users", "DELETE FROM sessions", "DELETE FROM events", "UPDATE events SET topic = ''"]
    statements += ["TRUNCATE users CASCADE", "ALTER TABLE users ADD COLUMN more text", "CREATE TABLE more ()"]
    with closing(psycopg.connect(databases["identity"].url, autocommit=True)) as service:
        for statement in statements:
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                service.execute(statement.encode())


def test_the_tables_of_the_queries_are_those_of_the_migrations(databases: dict[str, ServiceDatabase]) -> None:
    engine = sa.create_engine(sqlalchemy_url(databases["identity"].owner_url))
    options = {"include_name": lambda name, kind, _: kind != "table" or name in metadata.tables}
    try:
        with engine.connect() as connection:
            context = MigrationContext.configure(connection, opts=options)
            assert compare_metadata(context, metadata) == []
    finally:
        engine.dispose()
