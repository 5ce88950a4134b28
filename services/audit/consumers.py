"""What audit hears: everything that the four services tell, itself among them."""

from collections.abc import Sequence
from typing import ClassVar

from services.audit.application import RECORD_HEALED_GAP
from services.audit.events import GapHealed
from services.audit.projections import Ledger
from shared.consumers.consumer import Consumer, Rows
from shared.consumers.facts import Received
from shared.log.units import Job


class AuditedEvents(Consumer):
    """Writes every event of one source into the audit log, of whatever type it is."""

    keeps_unknown: ClassVar[bool] = False

    def __init__(self, ledger: Ledger) -> None:
        """Take what appends to the audit log."""
        self._ledger = ledger

    async def on_batch(self, records: Sequence[Received], rows: Rows) -> None:
        """Append the events of one shard; where they had to be fetched from their owner, a job records that."""
        await self._ledger.append(records, rows)
        fetched = [record.position for record in records if record.record is None]
        # audit's own log would never come to an end: while it is not on Kafka, each record of that is fetched again
        if fetched and self.source != "audit":
            gap = GapHealed(
                source=self.source,
                epoch=records[0].epoch,
                shard=records[0].shard,
                first=fetched[0],
                last=fetched[-1],
            )
            await rows.enqueue(Job(RECORD_HEALED_GAP, gap.model_dump()))


class IdentityEvents(AuditedEvents):
    source = "identity"


class TemplatesEvents(AuditedEvents):
    source = "templates"


class ConversationsEvents(AuditedEvents):
    source = "conversations"


class AuditEvents(AuditedEvents):
    source = "audit"
