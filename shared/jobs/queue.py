"""The queue of jobs: rows of the service's own database, inserted in the transaction that gives rise to them."""

from datetime import UTC, datetime

import sqlalchemy as sa

from shared.database import Rows, Statement
from shared.log.units import Job
from shared.tables import jobs

_add = Statement(
    sa.insert(jobs).values({name: sa.bindparam(name) for name in ("id", "kind", "payload", "cause", "run_at")})
)


async def enqueue(rows: Rows, job: Job) -> None:
    """Insert a job in an open transaction."""
    await rows.execute(
        _add,
        {
            "id": job.id,
            "kind": job.kind,
            "payload": job.payload,
            "cause": job.cause,
            "run_at": job.run_at or datetime.now(UTC),
        },
    )
