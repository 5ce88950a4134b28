"""Catching up: audit's worker on a backlog in Kafka, against COPY of the same rows into the same tables."""

import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from math import nan
from time import process_time

import psycopg
from psycopg.sql import SQL, Identifier

from benchmarks import processes
from benchmarks.figures import TIMES, Figure, Goal, Rate, ratio
from benchmarks.progress import AUDITED, follow
from benchmarks.rounds import ROUNDS, rates, throughput
from benchmarks.servers import PRISTINE_AUDIT, Servers
from shared.tables import plumbing

AUDIT, COPY = "audit's worker", "COPY"
EVENTS_PER_S = 12_000
BATCH = 2000
"""Rows of a transaction of COPY, as many as audit's consumer takes at most."""
_MEASUREMENT = "catch-up"
_AUDIT, _COPIED = "audit_catching_up", "audit_copied"
_HEAD, _END = b"PGCOPY\n\xff\r\n\x00" + bytes(8), b"\xff\xff"
_TABLES = """
SELECT c.relname FROM pg_class AS c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND c.relname <> ALL (%s)
ORDER BY (SELECT count(*) FROM pg_constraint AS f WHERE f.conrelid = c.oid AND f.contype = 'f'), c.relname
"""
_COLUMNS = """
SELECT attname FROM pg_attribute
WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum
"""
_NOT_ROWS = [*(table.name for table in plumbing.sorted_tables), "alembic_version"]


@dataclass(frozen=True, slots=True)
class Copied:
    """The rows of one table in COPY's binary form, which is the one that audit's worker writes."""

    table: str
    columns: list[str]
    rows: list[bytes]


def measure(servers: Servers, backlog: int) -> tuple[list[Rate], list[Figure]]:
    """Let audit catch up from nothing, and copy what it wrote, in turns; Kafka holds the backlog already."""
    rounds, memory = [], []
    tables: list[Copied] = []
    for _ in range(ROUNDS):
        rate, resident = _catch_up(servers, backlog)
        memory.append(resident)
        tables = tables or _written(servers.postgres.url(_AUDIT))
        rounds.append({AUDIT: rate, COPY: _copy(servers, tables)})
    best = rates(rounds)
    figures = [
        Figure(
            _MEASUREMENT,
            "events audited against rows copied",
            ratio(throughput(rounds), AUDIT, COPY),
            TIMES,
            Goal(0.45),
        ),
        Figure(_MEASUREMENT, f"events audited, from {backlog:,}", best[0].per_s, "/s", Goal(EVENTS_PER_S)),
    ]
    early, late = memory[0]
    figures += processes.growth("audit's worker", early, late, f"over {backlog:,} events")
    return best, figures


def _catch_up(servers: Servers, backlog: int) -> tuple[Rate, tuple[float, float]]:
    url = servers.clone(PRISTINE_AUDIT, _AUDIT)
    service_url = servers.databases["audit"].url.rpartition("/")[0] + f"/{_AUDIT}"
    worker = processes.sysloom(
        "audit", "worker", servers.sysloom() | {"AUDIT_DATABASE_URL": service_url}, servers.directory
    )
    early = 0.0

    def watch(done: int) -> None:
        nonlocal early
        if not early and done >= backlog // 5:
            early = worker.resident_mb

    with worker:
        server_s, postgres_s = worker.cpu_s, processes.cpu_s(servers.postgres.program.pid or 0)
        progress = follow(url, AUDITED, backlog, watch)
        late = worker.resident_mb
        server_us = (worker.cpu_s - server_s) / progress.events * 1e6
        postgres_us = (processes.cpu_s(servers.postgres.program.pid or 0) - postgres_s) / progress.events * 1e6
    return Rate(_MEASUREMENT, AUDIT, progress.per_s, nan, nan, server_us, postgres_us, nan), (early or late, late)


def _written(url: str) -> list[Copied]:
    """Return all rows of audit's own tables, those first that others refer to."""
    with closing(psycopg.connect(url, autocommit=True)) as connection:
        names = [name for (name,) in connection.execute(_TABLES, [_NOT_ROWS])]
        tables = []
        for name in names:
            columns = [column for (column,) in connection.execute(_COLUMNS, [name])]
            what = SQL("SELECT {} FROM {}").format(SQL(", ").join(map(Identifier, columns)), Identifier(name))
            with connection.cursor().copy(SQL("COPY ({}) TO STDOUT (FORMAT binary)").format(what)) as copy:
                first, *others = [bytes(row) for row in copy]
                tables.append(Copied(name, columns, [first.removeprefix(_HEAD), *others][:-1]))
    return [table for table in tables if table.rows]


def _copy(servers: Servers, tables: Sequence[Copied]) -> Rate:
    """Copy the rows into empty tables, so many of each table in a transaction."""
    url = servers.clone(PRISTINE_AUDIT, _COPIED)
    events = max(len(table.rows) for table in tables)
    postgres_s = processes.cpu_s(servers.postgres.program.pid or 0)
    with closing(psycopg.connect(url)) as connection:
        connection.execute("SELECT 1")
        began, cpu = time.perf_counter(), process_time()
        for start in range(0, events, BATCH):
            with connection.transaction(), connection.cursor() as cursor:
                for table in tables:
                    if rows := table.rows[start : start + BATCH]:
                        _copy_into(cursor, table, b"".join(rows))
        seconds, cpu = time.perf_counter() - began, process_time() - cpu
    postgres_s = processes.cpu_s(servers.postgres.program.pid or 0) - postgres_s
    return Rate(_MEASUREMENT, COPY, events / seconds, nan, nan, cpu / events * 1e6, postgres_s / events * 1e6, nan)


def _copy_into(cursor: psycopg.Cursor, table: Copied, rows: bytes) -> None:
    columns = SQL(", ").join(map(Identifier, table.columns))
    into = SQL("COPY {} ({}) FROM STDIN (FORMAT binary)").format(Identifier(table.table), columns)
    with cursor.copy(into) as copy:
        copy.write(b"".join([_HEAD, rows, _END]))
