"""Writing one batch: one transaction in one flush of the pipeline, one statement per table."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import orjson
import sqlalchemy as sa
from psycopg import AsyncConnection, AsyncCursor

from shared.database import run
from shared.log.statements import ADD_ANSWER, ADD_JOBS, APPEND_EVENTS, HOLD_HEADS, HOLD_KEYS, hold, tally, upsert
from shared.log.units import Unit

Place = tuple[int, int, int, datetime]
"""Epoch, shard, position and recorded time of an event."""


async def write_batch(connection: AsyncConnection[Any], units: Sequence[Unit]) -> dict[UUID, Place]:
    """Commit these units together and return the place of each event; raise `psycopg.Error` and commit nothing.

    The pipeline's one Sync is the commit: all statements before it are one transaction, and no lock is held while the
    server waits for us. `connection.transaction()` inside of a pipeline would wait for the server three times.

    The head rows are locked in shard order, the rows of a table in the order of their ids: no two batches, of whatever
    processes, wait for each other in a circle, unless their values for a unique column cross.
    """
    events = [event for unit in units for event in unit.events]
    placed = connection.cursor(binary=True)
    async with connection.pipeline(), connection.cursor() as cursor:
        if events:
            await cursor.execute(HOLD_HEADS, [sorted({event.shard for event in events})])
        if kids := sorted({kid for unit in units for kid in unit.kids}):
            await cursor.execute(HOLD_KEYS, [kids])
        # first of what may be refused: a repeat has lost to the same key, whatever else of it is there already
        for unit in units:
            if unit.answer:
                await run(cursor, ADD_ANSWER, unit.answer.values())
        await _write_rows(cursor, units)
        if events:
            await run(placed, APPEND_EVENTS, _columns(events))
        await _write_jobs(cursor, units)
    if not events:
        return {}
    return {row[0]: (row[1], row[2], row[3], row[4]) for row in await placed.fetchall()}


def _columns(events: Sequence[Any]) -> dict[str, list[Any]]:
    ids, versions, topics, bodies, event_ids, shards, not_before = zip(*events, strict=True)
    return {
        "originator_id": list(ids),
        "originator_version": list(versions),
        "topic": list(topics),
        "body": list(bodies),
        "event_id": list(event_ids),
        "shard": list(shards),
        "not_before": list(not_before),
    }


async def _write_rows(cursor: AsyncCursor[Any], units: Sequence[Unit]) -> None:
    rows: defaultdict[tuple[sa.Table, tuple[str, ...]], list[dict[str, Any]]] = defaultdict(list)
    steps: defaultdict[tuple[sa.Table, str], dict[UUID, Any]] = defaultdict(dict)
    for unit in units:
        for table, values in unit.rows:
            rows[table, tuple(values)].append(values)
        for table, column, id_, by in unit.tallies:
            known = steps[table, column].get(id_)
            steps[table, column][id_] = by if known is None else _joined(known, by)
    for table in sorted({table for table, _ in (*rows, *steps)}, key=lambda table: table.name):
        upserts = sorted((columns, given) for (of, columns), given in rows.items() if of is table)
        tallies = sorted((column, by_id) for (of, column), by_id in steps.items() if of is table)
        if len(upserts) + len(tallies) > 1:
            # each statement takes its rows in order; for several to do so together they are taken beforehand
            ids = {values["id"] for _, given in upserts for values in given}.union(*(by_id for _, by_id in tallies))
            await run(cursor, hold(table), {"ids": list(ids)})
        for columns, given in upserts:
            text = orjson.dumps(given, option=orjson.OPT_UTC_Z).decode()
            await run(cursor, upsert(table, columns), {"rows": text})
        for column, by_id in tallies:
            await run(cursor, tally(table, column), {"ids": list(by_id), "steps": list(by_id.values())})


def _joined(one: Any, other: Any) -> Any:
    """Return two steps of one row as one: the later time, or the sum."""
    return max(one, other) if isinstance(one, datetime) else one + other


async def _write_jobs(cursor: AsyncCursor[Any], units: Sequence[Unit]) -> None:
    now = datetime.now(UTC)
    jobs = [
        {
            "id": job.id,
            "kind": job.kind,
            "payload": job.payload,
            "cause": job.cause,
            "run_at": job.run_at or now,
            "attempts": 0,
            "created_at": now,
        }
        for unit in units
        for job in unit.jobs
    ]
    if jobs:
        await run(cursor, ADD_JOBS, {"rows": orjson.dumps(jobs).decode()})
