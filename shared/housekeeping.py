"""What every service clears away: old idempotency records, keys of months that are over, and frozen transactions."""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from shared.database import Statement
from shared.jobs.handlers import Jobs, every
from shared.plumbing import Plumbing
from shared.tables import idempotency

_MONTHS = 36
_FROZEN_S = 20.0  # longer than `transaction_timeout`
_FORGET = Statement(
    sa.delete(idempotency).where(idempotency.c.created_at < sa.func.now() - sa.text("interval '24 hours'"))
)
_END_FROZEN = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND usename = current_user AND state = 'active' AND wait_event = 'ClientRead'
  AND xact_start < clock_timestamp() - make_interval(secs => %s)
"""


class Housekeeping(Jobs):
    """Scheduled work on the plumbing tables of one service."""

    def __init__(self, plumbing: Plumbing, *, anonymous_days: int) -> None:
        """Keep data of nobody known readable for so many days after the end of their month."""
        self._plumbing = plumbing
        self._anonymous_days = anonymous_days

    @every(timedelta(hours=1))
    async def forget_answers(self) -> None:
        """Delete the answers kept for idempotency keys after 24 hours."""
        await self._plumbing.database.execute(_FORGET)

    @every(timedelta(seconds=15))
    async def end_frozen_transactions(self) -> None:
        """End what no limit of PostgreSQL ends: a transaction whose client says no more amid a COPY."""
        await self._plumbing.database.execute(_END_FROZEN, [_FROZEN_S])

    @every(timedelta(days=1))
    async def destroy_old_months(self) -> None:
        """Destroy the keys under which data of nobody known were sealed in months long over."""
        last = datetime.now(UTC) - timedelta(days=self._anonymous_days)
        for _ in range(_MONTHS):
            last = last.replace(day=1) - timedelta(days=1)
            await self._plumbing.keys.destroy_month(last)
