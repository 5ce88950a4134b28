"""What can be asked of the audit log, each reading recorded; and whether it is complete."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from services.audit import read_model
from services.audit.events import GapHealed
from services.audit.read_model import Audited, Filters
from shared.aggregates import NotFound
from shared.application import Application
from shared.consumers.owner import OwnerUnavailable
from shared.ids import SHARDS
from shared.plumbing import Plumbing
from shared.positions import Head

RECORD_HEALED_GAP = "record_healed_gap"
"""The kind of job that records what a consumer had to fetch from the owner."""
NAMED = 1000
"""So many missing positions of a shard are named at most."""
_KIND = "audit_log"


@dataclass(frozen=True, slots=True)
class Shard:
    """How far one shard of a log is audited: `committed` is None where the owner can't be asked."""

    source: str
    shard: int
    epoch: int
    committed: int | None
    audited: int
    missing: list[int] = field(default_factory=list)


class Audit(Application):
    """The audit log, for those who may read it."""

    def __init__(self, plumbing: Plumbing, sources: Sequence[str]) -> None:
        """Take what the service stands on, and the services whose logs it audits."""
        super().__init__(plumbing, ())
        self._sources = sources

    async def read_entries(self, filters: Filters, *, before: UUID | None, limit: int) -> list[dict[str, Any]]:
        """Return the newest entries with what the filters say, older than the entry `before`."""
        found = await read_model.entries(self.database, filters, before=before, limit=limit)
        await self.record_read(_KIND, owner=None)
        return found

    async def read_entry(self, id: UUID) -> dict[str, Any]:  # noqa: A002 - the column's name
        """Return one entry; raise `NotFound`."""
        found = await read_model.entry(self.database, id)
        if found is None:
            raise NotFound
        await self.record_read(_KIND, owner=None, entity_id=id)
        return found

    async def completeness(self) -> list[Shard]:
        """Compare all logs, as far as they are committed now, with what is audited a moment later."""
        heads = await asyncio.gather(*(self._heads(source) for source in self._sources))
        audited = await read_model.audited(self.database)
        return [
            await self._shard(source, shard, known.get(shard), audited.get((source, shard), Audited()))
            for source, known in zip(self._sources, heads, strict=True)
            for shard in range(SHARDS)
        ]

    async def record_healed_gap(self, gap: GapHealed) -> None:
        """Record that events were fetched from their owner because they were not on Kafka."""
        await self.record_access(gap)

    async def _heads(self, source: str) -> dict[int, Head]:
        """Return the ends of a log's shards, nothing where its owner can't be asked."""
        if source == self.plumbing.name:
            return {head.shard: head for head in await self.plumbing.log.heads()}
        try:
            return await self.plumbing.neighbours.owner(source).heads()
        except OwnerUnavailable:
            return {}

    async def _shard(self, source: str, shard: int, head: Head | None, audited: Audited) -> Shard:
        if head is None:
            return Shard(source, shard, audited.epoch, None, audited.number)
        # what was committed after the heads were asked for may be audited already
        committed = max(head.position, audited.position)
        missing: list[int] = []
        if audited.number < audited.position:
            missing = await read_model.holes(self.database, source, shard, audited.position, most=NAMED)
        missing += range(audited.position + 1, min(committed, audited.position + NAMED - len(missing)) + 1)
        return Shard(source, shard, max(head.epoch, audited.epoch), committed, audited.number, missing)
