"""What bad input must not do: store anything, end in a traceback, or make a secret appear in an answer or a log."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import partial
from typing import Any
from uuid import uuid4

import psycopg
from psycopg.sql import SQL, Identifier

from deploy.local.provision import ServiceDatabase
from shared.api.problems import PROBLEM_JSON
from tests.faults.evidence import fetch
from tests.system.running import RunningSystem
from tests.waiting import eventually

PASSWORD = f"hunter2{uuid4().hex}"
"""Stands in every bad request, as a password or whatever else."""

WRITTEN = ("identity", "templates", "conversations")
"""The services that people write to."""
_DUE = "SELECT id FROM jobs WHERE run_at <= now()"
_TABLES = """
SELECT table_name FROM information_schema.tables
WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> ALL(%s) ORDER BY 1
"""
_FOLLOW = [
    "log_head",
    "relay_cursor",
    "relay_state",
    "consumer_positions",
    "user_refs",
    "template_refs",
    "jobs",
    "events",
]
"""What moves when an access event is stored or others are heard; and jobs and events, which are looked at apart."""
_ROWS = SQL("SELECT count(*), md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {} AS t")
_EVENTS = """
SELECT topic, count(*) AS n FROM events WHERE topic !~ '[.](AccessRefused|DataRead|LoginFailed)$' GROUP BY 1 ORDER BY 1
"""
_JOBS = "SELECT kind, count(*) AS n FROM jobs GROUP BY 1 ORDER BY 1"
"""Not when they are due: what is done every few seconds gets a new time."""


@asynccontextmanager
async def harmless(system: RunningSystem, databases: Mapping[str, ServiceDatabase]) -> AsyncIterator[None]:
    """Compare what is stored and logged after the block with what was before; only access events may be new."""
    await eventually(partial(_is_idle, databases))
    before, logged = await _stored(databases), system["api"].log.stat().st_size
    yield
    after = await _stored(databases)
    assert {place: rows for place, rows in after.items() if before[place] != rows} == {}
    with system["api"].log.open("rb") as log:
        log.seek(logged)
        text = log.read()
    assert b"Traceback" not in text
    assert b'"level": "error"' not in text
    assert PASSWORD.encode() not in text


async def _is_idle(databases: Mapping[str, ServiceDatabase]) -> bool:
    """Say whether all jobs are done that proper requests have left."""
    due = [await fetch(databases[service].owner_url, _DUE) for service in WRITTEN]
    return not any(due)


async def _stored(databases: Mapping[str, ServiceDatabase]) -> dict[str, Any]:
    """Return a digest of each table of what people do, and how many events of each type there are."""
    found: dict[str, Any] = {}
    for service in WRITTEN:
        url = databases[service].owner_url
        found[f"{service}.jobs"] = await fetch(url, _JOBS)
        async with await psycopg.AsyncConnection.connect(url) as connection:
            for (table,) in await (await connection.execute(_TABLES, [_FOLLOW])).fetchall():
                rows = await connection.execute(_ROWS.format(Identifier(table)))
                found[f"{service}.{table}"] = await rows.fetchone()
    for service, database in databases.items():
        found[f"{service}.events"] = await fetch(database.owner_url, _EVENTS)
    return found


def told(answer: Any) -> tuple[int, str]:
    """Return status and type of a problem, which must be a proper one that echoes nothing."""
    assert answer.headers["content-type"] == PROBLEM_JSON, answer.text
    problem = answer.json()
    assert problem.keys() - {"errors"} == {"type", "title", "status", "detail", "instance"}
    assert problem["status"] == answer.status_code
    assert problem["instance"] == answer.headers["x-request-id"]
    assert PASSWORD not in answer.text
    assert "Traceback" not in answer.text
    return answer.status_code, problem["type"].removeprefix("/problems/")
