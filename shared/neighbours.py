"""Waiting for what another service has just made, so that it can be used at once."""

import asyncio
from time import monotonic
from uuid import UUID

import sqlalchemy as sa

from shared.consumers.owner import Owner, OwnerUnavailable
from shared.database import Database, Statement
from shared.ids import shard_of
from shared.internal import InternalClient
from shared.tables import consumer_positions

_POLL_S = 0.01
_APPLIED = Statement(
    sa.select(consumer_positions.c.epoch, consumer_positions.c.position).where(
        consumer_positions.c.source == sa.bindparam("of_source"), consumer_positions.c.shard == sa.bindparam("of_shard")
    )
)


class Neighbours:
    """The other services, as seen by one that has heard of them only up to some point."""

    def __init__(self, database: Database, internal: InternalClient) -> None:
        """Take the database with the consumers' positions, and the way to the owners."""
        self._database = database
        self._internal = internal
        self._owners: dict[str, Owner] = {}

    def owner(self, source: str) -> Owner:
        """Return the owner of a source, with its cache of keys."""
        if source not in self._owners:
            self._owners[source] = Owner(source, self._internal)
        return self._owners[source]

    async def caught_up(self, source: str, stream: UUID, wait_s: float = 2.0) -> bool:
        """Wait until this service has applied a stream's shard as far as its owner has it now; say whether it has.

        Call it before answering 404 for a thing of another service. An owner that cannot be asked counts as no.
        """
        deadline = monotonic() + wait_s
        shard = shard_of(str(stream))
        try:
            head = (await self.owner(source).heads())[shard]
        except (OwnerUnavailable, KeyError):
            return False
        while True:
            row = await self._database.fetch_one(_APPLIED, {"of_source": source, "of_shard": shard})
            if (row["position"] if row else 0) >= head.position:
                return True
            if monotonic() >= deadline:
                return False
            await asyncio.sleep(_POLL_S)
