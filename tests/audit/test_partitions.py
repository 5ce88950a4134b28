"""Partitions are made ahead, by a function that can do nothing else; an id without a month of its own is kept too."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import psycopg
import pytest

from deploy.local.provision import ServiceDatabase
from services.audit.application import Audit
from services.audit.jobs import AuditJobs
from services.identity.events import UserProfileChanged
from shared.main import Service
from tests.audit.conftest import Hear
from tests.audit.sent import Sent

EVENT = UserProfileChanged(full_name="Ada")


@pytest.fixture
def service_role(databases: dict[str, ServiceDatabase]) -> Iterator[psycopg.Connection]:
    """Return a connection of the service in a transaction that is rolled back."""
    with closing(psycopg.connect(databases["audit"].url)) as connection:
        yield connection


def months_from_now(number: int) -> date:
    today = datetime.now(UTC).date()
    months = today.year * 12 + today.month - 1 + number
    return date(months // 12, months % 12 + 1, 1)


def id_in(month: date, day: int = 15) -> UUID:
    """Return a UUIDv7 of noon on a day of a month."""
    at = int(datetime(month.year, month.month, day, 12, tzinfo=UTC).timestamp() * 1000)
    return UUID(int=at << 80 | 0x7 << 76 | 0x2 << 62 | uuid4().int & (1 << 62) - 1)


def partition_of(connection: psycopg.Connection, table: str, id_: UUID) -> str:
    statement = f"SELECT tableoid::regclass::text FROM {table} WHERE id = %s"  # noqa: S608 - a name from below
    [(found,)] = connection.execute(statement.encode(), [id_]).fetchall()
    return str(found)


def suffix(month: date) -> str:
    return f"_{month:%Y_%m}"


def is_there(connection: psycopg.Connection, month: date) -> bool:
    names = [f"public.{table}{suffix(month)}" for table in ("audit_logs", "audit_records")]
    found = connection.execute("SELECT to_regclass(%s), to_regclass(%s)", names).fetchone()
    assert found is not None
    assert (found[0] is None) == (found[1] is None)
    return found[0] is not None


def make_month(connection: psycopg.Connection, day: date) -> bool:
    [(made,)] = connection.execute("SELECT make_audit_month(%s)", [day]).fetchall()
    return bool(made)


def test_the_migration_makes_last_month_to_the_third_from_now(owner: psycopg.Connection) -> None:
    assert [is_there(owner, months_from_now(number)) for number in range(-2, 5)] == [False] + [True] * 5 + [False]


def test_the_service_makes_a_month_once(service_role: psycopg.Connection) -> None:
    month = months_from_now(5)
    assert make_month(service_role, month.replace(day=17))
    assert is_there(service_role, month)
    assert not make_month(service_role, month.replace(day=28))


@pytest.mark.parametrize("day", [date(1970, 1, 1), date(2019, 12, 31), date(2999, 1, 1), date(9999, 12, 31)])
def test_months_far_away_are_not_made(service_role: psycopg.Connection, day: date) -> None:
    assert not make_month(service_role, day)
    assert not is_there(service_role, day.replace(day=1))


def test_a_month_has_its_first_and_its_last_millisecond(owner: psycopg.Connection) -> None:
    month, following = months_from_now(1), months_from_now(2)
    bounds = owner.execute(
        "SELECT pg_get_expr(relpartbound, oid) FROM pg_class WHERE relname = %s", [f"audit_logs{suffix(month)}"]
    ).fetchone()
    low, high = (
        UUID(int=int(datetime(day.year, day.month, 1, tzinfo=UTC).timestamp() * 1000) << 80)
        for day in (month, following)
    )
    assert bounds == (f"FOR VALUES FROM ('{low}') TO ('{high}')",)


async def test_the_job_makes_those_that_are_missing(service: Service, owner: psycopg.Connection) -> None:
    month = months_from_now(3)
    for table in ("audit_logs", "audit_records"):
        owner.execute(f"DROP TABLE {table}{suffix(month)}".encode())
    assert not is_there(owner, month)
    audit: Audit = service.application
    for _ in range(2):
        await AuditJobs(audit).make_partitions()
    assert is_there(owner, month)


async def test_events_come_into_the_partition_of_their_month(hear: Hear, owner: psycopg.Connection) -> None:
    for number in (0, 2):
        event = Sent(id=id_in(months_from_now(number)), position=number + 1).of(EVENT)
        await hear(event)
        for table in ("audit_logs", "audit_records"):
            assert partition_of(owner, table, event.id) == f"{table}{suffix(months_from_now(number))}"


async def test_an_event_of_a_month_without_a_partition_makes_it(hear: Hear, owner: psycopg.Connection) -> None:
    month = months_from_now(-7)
    assert not is_there(owner, month)
    events = [Sent(id=id_in(month, day), position=day, shard=5).of(EVENT) for day in (1, 28)]
    await hear(*events)
    assert {partition_of(owner, "audit_logs", event.id) for event in events} == {f"audit_logs{suffix(month)}"}
    for change in ("UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {}"):
        for table in ("audit_logs", "audit_records"):
            with pytest.raises(psycopg.Error, match="is append-only"):
                owner.execute(change.format(f"{table}{suffix(month)}").encode())


@pytest.mark.parametrize(
    "id_",
    [
        UUID(int=0),
        UUID(int=(1 << 128) - 1),
        UUID("00000000-0001-7000-8000-000000000001"),
        UUID("ffffffff-ffff-4fff-bfff-fffffffffff0"),
        UUID("b5a1f3f0-94f3-4a6e-9c1c-0a4f7b1d2e3f"),
        id_in(date(2999, 1, 1)),
    ],
)
async def test_an_id_of_no_month_of_ours_is_kept_with_the_others(
    hear: Hear, owner: psycopg.Connection, id_: UUID
) -> None:
    await hear(Sent(id=id_, shard=6, position=id_.int % 1_000_003 + 1).of(EVENT))
    for table in ("audit_logs", "audit_records"):
        assert partition_of(owner, table, id_) == f"{table}_default"


async def test_a_month_whose_rows_stand_with_the_others_is_left_there(
    hear: Hear, owner: psycopg.Connection, service_role: psycopg.Connection
) -> None:
    month = months_from_now(8)
    stray = id_in(month)
    owner.execute(
        "INSERT INTO audit_logs_default (id, entity_type, action, created_at, metadata) "
        "VALUES (%s, 'x', 'x', now(), '{}')",
        [stray],
    )
    assert not make_month(service_role, month)
    service_role.rollback()
    event = Sent(id=id_in(month), shard=7).of(EVENT)
    await hear(event)
    assert partition_of(owner, "audit_logs", event.id) == "audit_logs_default"


async def test_events_of_two_months_come_in_one_batch(hear: Hear, owner: psycopg.Connection) -> None:
    months = [months_from_now(number) for number in (-12, -13)]
    events = [Sent(id=id_in(month), shard=8, position=number).of(EVENT) for number, month in enumerate(months, 1)]
    await hear(*events)
    found = [partition_of(owner, "audit_records", event.id) for event in events]
    assert found == [f"audit_records{suffix(month)}" for month in months]
