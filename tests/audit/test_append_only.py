"""What was written once stays: neither the service nor the owner of its tables can change or remove it."""

from collections.abc import Iterator
from contextlib import closing

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from deploy.local.provision import ServiceDatabase
from services.identity.events import UserProfileChanged
from shared.ids import uuid7
from tests.audit.conftest import Hear
from tests.audit.sent import Sent
from tests.examples import ADA

LOG = (
    "INSERT INTO {} (id, entity_type, action, created_at, metadata) VALUES (gen_random_uuid(), 'x', 'x', now(), '{{}}')"
)
RECORD = (
    "INSERT INTO {} (id, source, epoch, shard, position, number, record, hash, chain) "
    "VALUES (gen_random_uuid(), 'x', 1, 1, (SELECT count(*) FROM audit_records), 1, '', '', '')"
)
TABLES = {"audit_logs": LOG, "audit_records": RECORD}
CHANGES = [
    "UPDATE {} SET id = id",
    "UPDATE {} SET id = id WHERE false",
    "DELETE FROM {}",
    "DELETE FROM {} WHERE false",
    "TRUNCATE {}",
    "MERGE INTO {} USING (SELECT 1) ON true WHEN MATCHED THEN DELETE",
]


@pytest.fixture(scope="module")
def service_role(databases: dict[str, ServiceDatabase]) -> Iterator[psycopg.Connection]:
    """Return a connection of the service, committing each statement."""
    with closing(psycopg.connect(databases["audit"].url, autocommit=True)) as connection:
        yield connection


@pytest.fixture(scope="module", autouse=True)
async def some_rows(hear: Hear) -> None:
    event = UserProfileChanged(full_name="Ada")
    await hear(*(Sent(position=position).of(event) for position in (1, 2, 3)))


def parts_of(owner: psycopg.Connection, table: str) -> list[str]:
    found = owner.execute(
        "SELECT relid::text FROM pg_partition_tree(%s::regclass) WHERE isleaf ORDER BY relid::text", [table]
    )
    return [name for (name,) in found.fetchall()]


def count(owner: psycopg.Connection, table: str) -> int:
    [(found,)] = owner.execute(SQL("SELECT count(*) FROM {}").format(Identifier(table))).fetchall()
    return int(found)


@pytest.mark.parametrize("table", TABLES)
def test_the_service_may_add_and_the_owner_too(
    service_role: psycopg.Connection, owner: psycopg.Connection, table: str
) -> None:
    before = count(owner, table)
    for connection in (service_role, owner):
        connection.execute(SQL(TABLES[table]).format(Identifier(table)))
    assert count(owner, table) == before + 2


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("table", TABLES)
def test_the_service_may_change_nothing(
    service_role: psycopg.Connection, owner: psycopg.Connection, table: str, change: str
) -> None:
    before = count(owner, table)
    for name in (table, *parts_of(owner, table)):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            service_role.execute(SQL(change).format(Identifier(name)))
    assert count(owner, table) == before


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("table", TABLES)
def test_nor_may_the_owner_not_even_in_a_single_partition(owner: psycopg.Connection, table: str, change: str) -> None:
    before = count(owner, table)
    for name in (table, *parts_of(owner, table)):
        with pytest.raises(psycopg.Error, match="is append-only") as refused:
            owner.execute(SQL(change).format(Identifier(name)))
        assert refused.value.sqlstate == "SY003"
    assert count(owner, table) == before


def test_an_insert_that_turns_into_an_update_is_refused(
    service_role: psycopg.Connection, owner: psycopg.Connection
) -> None:
    again = "INSERT INTO audit_logs SELECT * FROM audit_logs LIMIT 1 ON CONFLICT (id) DO UPDATE SET action = 'changed'"
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        service_role.execute(again)
    with pytest.raises(psycopg.Error, match="is append-only"):
        owner.execute(again)


def test_an_event_has_one_entry(service_role: psycopg.Connection) -> None:
    with pytest.raises(psycopg.errors.UniqueViolation):
        service_role.execute("INSERT INTO audit_logs SELECT * FROM audit_logs LIMIT 1")


def test_whoever_acted_cannot_be_removed(service_role: psycopg.Connection, owner: psycopg.Connection) -> None:
    assert owner.execute("SELECT count(*) FROM audit_logs WHERE user_id = %s", [ADA]).fetchone() == (3,)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        service_role.execute("DELETE FROM user_refs")
    with pytest.raises(psycopg.errors.RestrictViolation):
        owner.execute("DELETE FROM user_refs WHERE id = %s", [ADA])
    with pytest.raises(psycopg.errors.ForeignKeyViolation):
        owner.execute("UPDATE user_refs SET id = %s WHERE id = %s", [uuid7(), ADA])
    with pytest.raises(psycopg.Error, match="is append-only"):
        owner.execute("TRUNCATE user_refs CASCADE")


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE audit_logs DISABLE TRIGGER refuse_change",
        "DROP TRIGGER refuse_change ON audit_logs",
        "ALTER TABLE audit_logs DETACH PARTITION audit_logs_default",
        "DROP TABLE audit_logs_default",
        "SELECT make_audit_partition('audit_logs', '_mine', 'DEFAULT')",
        "SET session_replication_role = replica",
        "DELETE FROM chain_heads",
    ],
)
def test_the_service_cannot_put_the_guards_aside(service_role: psycopg.Connection, statement: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        service_role.execute(statement.encode())
