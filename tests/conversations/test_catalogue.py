"""The catalogue of the database is what section 6 of the design says, written down here by hand."""

from collections.abc import Iterator
from contextlib import closing

import psycopg
import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from deploy.local.provision import ServiceDatabase
from services.conversations.read_model import metadata
from shared.migrations import sqlalchemy_url

NULL = "null"
COLUMNS = {
    "conversations": {
        "id": "uuid",
        "user_id": "uuid",
        "title": "text null",
        "context": "jsonb",
        "status": "text",
        "total_messages": "integer",
        "created_at": "timestamp with time zone",
        "updated_at": "timestamp with time zone",
        "deleted_at": "timestamp with time zone null",
        "version": "bigint",
    },
    "prompts": {
        "id": "uuid",
        "conversation_id": "uuid",
        "template_id": "uuid null",
        "version": "integer",
        "content": "text",
        "system_prompt": "text null",
        "user_input": "text",
        "ai_response": "text null",
        "response_time": "integer null",
        "token_count": "integer null",
        "model_used": "text null",
        "explanation": "jsonb null",
        "status": "text",
        "created_at": "timestamp with time zone",
        "updated_at": "timestamp with time zone",
        "deleted_at": "timestamp with time zone null",
        "user_id": "uuid",
        "stream_version": "bigint",
        "mode": "text",
    },
}
KEYS = {
    ("conversations", "user_id", "user_refs", "CASCADE"),
    ("prompts", "conversation_id", "conversations", "CASCADE"),
    ("prompts", "template_id", "template_refs", "SET NULL"),
    ("prompt_versions", "prompt_id", "prompts", "CASCADE"),
}
COMPOSITE = {
    ("conversations", "user_id, status, updated_at, id"),
    ("prompts", "conversation_id, created_at, id"),
    ("prompts", "template_id, created_at"),
    ("prompts", "model_used, created_at"),
}
PERSON, CONVERSATION, PROMPT = (f"00000000-0000-7000-8000-00000000000{number}" for number in (1, 2, 3))


@pytest.fixture(scope="module")
def owner(databases: dict[str, ServiceDatabase]) -> Iterator[psycopg.Connection]:
    with closing(psycopg.connect(databases["conversations"].owner_url, autocommit=True)) as connection:
        yield connection


@pytest.mark.parametrize("table", COLUMNS)
def test_a_table_has_the_columns_of_the_design_and_its_bookkeeping(owner: psycopg.Connection, table: str) -> None:
    found = owner.execute(
        "SELECT column_name, data_type || CASE is_nullable WHEN 'YES' THEN ' null' ELSE '' END "
        "FROM information_schema.columns WHERE table_schema = 'public' AND table_name = %s",
        [table],
    )
    assert dict(found) == COLUMNS[table]


def test_the_foreign_keys_have_their_delete_rules(owner: psycopg.Connection) -> None:
    found = owner.execute(
        """
        SELECT k.conrelid::regclass::text, a.attname, k.confrelid::regclass::text,
               CASE k.confdeltype WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' ELSE k.confdeltype::text END
        FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
        WHERE k.contype = 'f'
        """
    )
    assert set(found) == KEYS


def indexed(owner: psycopg.Connection) -> dict[tuple[str, str], str | None]:
    """Return the condition of each index by its table and columns."""
    found = owner.execute(
        """
        SELECT i.indrelid::regclass::text,
               (SELECT string_agg(pg_get_indexdef(i.indexrelid, n, true), ', ' ORDER BY n)
                FROM generate_series(1, i.indnkeyatts) AS n),
               pg_get_expr(i.indpred, i.indrelid)
        FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid WHERE c.relnamespace = 'public'::regnamespace
        """
    )
    return {(table, columns): condition for table, columns, condition in found}


def test_the_composite_indexes_hold_what_is_not_deleted(owner: psycopg.Connection) -> None:
    found = indexed(owner)
    assert {index: found[index] for index in COMPOSITE} == dict.fromkeys(COMPOSITE, "(deleted_at IS NULL)")


def test_every_timestamp_and_every_foreign_key_is_indexed(owner: psycopg.Connection) -> None:
    wanted = {
        (table, column)
        for table, columns in COLUMNS.items()
        for column in columns
        if columns[column].startswith("time")
    }
    wanted |= {(table, column) for table, column, _, _ in KEYS if table != "prompt_versions"}
    found = indexed(owner)
    assert {index: found.get(index, "none") for index in wanted} == dict.fromkeys(wanted)
    assert ("prompt_versions", "prompt_id, version") in found


@pytest.fixture
def row(owner: psycopg.Connection) -> Iterator[psycopg.Connection]:
    """Return a connection in a transaction that holds one conversation with one prompt and is never committed."""
    with owner.transaction(force_rollback=True):
        owner.execute("INSERT INTO user_refs (id) VALUES (%s)", [PERSON])
        owner.execute(
            "INSERT INTO conversations (id, version, user_id, context, status, created_at, updated_at) "
            "VALUES (%s, 1, %s, '{}', 'active', now(), now())",
            [CONVERSATION, PERSON],
        )
        owner.execute(
            "INSERT INTO prompts (id, conversation_id, user_id, version, stream_version, mode, content, user_input, "
            "status, created_at, updated_at) VALUES (%s, %s, %s, 1, 1, 'compose', 'c', 'i', 'pending', now(), now())",
            [PROMPT, CONVERSATION, PERSON],
        )
        yield owner


@pytest.mark.parametrize(
    ("statement", "value", "fits"),
    [
        ("UPDATE conversations SET title = %s", "é" * 200, True),
        ("UPDATE conversations SET title = %s", "é" * 201, False),
        ("UPDATE conversations SET status = %s", "archived", True),
        ("UPDATE conversations SET status = %s", "lost", False),
        ("UPDATE conversations SET context = %s::jsonb", '{"a":"' + "x" * (32768 - 8) + '"}', True),
        ("UPDATE conversations SET context = %s::jsonb", '{"a":"' + "x" * (32768 - 7) + '"}', False),
        ("UPDATE conversations SET context = %s::jsonb", "[]", False),
        ("UPDATE prompts SET user_input = %s", "é" * 32768, True),
        ("UPDATE prompts SET user_input = %s", "é" * 32769, False),
        ("UPDATE prompts SET ai_response = %s", "x" * 1048576, True),
        ("UPDATE prompts SET ai_response = %s", "x" * 1048577, False),
        ("UPDATE prompts SET mode = %s", "answer", True),
        ("UPDATE prompts SET mode = %s", "other", False),
        ("UPDATE prompts SET status = %s", "interrupted", True),
        ("UPDATE prompts SET status = %s", "done", False),
    ],
)
def test_limits_and_enums_are_checked_by_the_database(
    row: psycopg.Connection, statement: str, value: str, *, fits: bool
) -> None:
    if fits:
        row.execute(statement.encode(), [value])
    else:
        with pytest.raises(psycopg.errors.CheckViolation), row.transaction():
            row.execute(statement.encode(), [value])


def test_removing_a_person_removes_his_conversations_and_their_prompts(row: psycopg.Connection) -> None:
    row.execute("DELETE FROM user_refs WHERE id = %s", [PERSON])
    assert row.execute("SELECT (SELECT count(*) FROM conversations) + (SELECT count(*) FROM prompts)").fetchone() == (
        0,
    )


def test_the_service_may_remove_nothing_and_change_no_event(databases: dict[str, ServiceDatabase]) -> None:
    statements = ["DELETE FROM conversations", "DELETE FROM prompts", "DELETE FROM prompt_versions"]
    statements += ["DELETE FROM template_refs", "DELETE FROM user_refs", "DELETE FROM events"]
    statements += ["UPDATE events SET topic = ''", "TRUNCATE conversations CASCADE"]
    with closing(psycopg.connect(databases["conversations"].url, autocommit=True)) as service:
        for statement in statements:
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                service.execute(statement.encode())


def test_the_tables_of_the_queries_are_those_of_the_migrations(databases: dict[str, ServiceDatabase]) -> None:
    engine = sa.create_engine(sqlalchemy_url(databases["conversations"].owner_url))
    options = {"include_name": lambda name, kind, _: kind != "table" or name in metadata.tables}
    try:
        with engine.connect() as connection:
            context = MigrationContext.configure(connection, opts=options)
            assert compare_metadata(context, metadata) == []
    finally:
        engine.dispose()
