"""What audit does unasked: it makes partitions ahead, measures how complete it is, and records what was healed."""

from collections import Counter
from datetime import timedelta

from prometheus_client import Gauge

from services.audit.application import RECORD_HEALED_GAP, Audit
from services.audit.events import GapHealed
from services.audit.projections import make_partitions_ahead
from shared.jobs.handlers import Jobs, every, job
from shared.log.units import Job

_committed, _audited, _missing = (
    Gauge(f"sysloom_audit_{name}", text, ["source", "shard"])
    for name, text in (
        ("committed", "Events in a log, as its owner says"),
        ("audited", "Events of it in the audit log"),
        ("missing", "Events of it that are not in the audit log; empty but for what is in flight"),
    )
)
_unanswered = Gauge("sysloom_audit_unanswered", "Whether the owner of a log can't be asked", ["source"])


class AuditJobs(Jobs):
    """Carried out by the worker."""

    def __init__(self, audit: Audit) -> None:
        """Take the application."""
        self._audit = audit

    @every(timedelta(days=1))
    async def make_partitions(self) -> None:
        """Make the partitions of the coming months."""
        async with self._audit.database.transaction() as rows:
            await make_partitions_ahead(rows)

    @every(timedelta(seconds=15))
    async def measure_completeness(self) -> None:
        """Tell Prometheus how complete the audit log is."""
        unanswered: Counter[str] = Counter()
        for shard in await self._audit.completeness():
            labels = (shard.source, shard.shard)
            unanswered[shard.source] += shard.committed is None
            _audited.labels(*labels).set(shard.audited)
            if shard.committed is not None:
                _committed.labels(*labels).set(shard.committed)
                _missing.labels(*labels).set(shard.committed - shard.audited)
        for source, count in unanswered.items():
            _unanswered.labels(source).set(count > 0)

    @job(RECORD_HEALED_GAP)
    async def record_healed_gap(self, job: Job) -> None:
        """Record what a consumer had to fetch from the owner."""
        await self._audit.record_healed_gap(GapHealed.model_validate(job.payload))
