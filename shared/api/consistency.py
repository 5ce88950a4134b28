"""Reading what was written elsewhere: each write answers a token, and any service can be asked to wait for it."""

import asyncio
from collections.abc import Iterable, Sequence
from time import monotonic
from typing import Any

import sqlalchemy as sa

from shared.api.problems import RETRY_AFTER_S, Problem
from shared.api.seals import Opaque
from shared.database import Database, Statement
from shared.positions import Position
from shared.tables import consumer_positions, dead_letters

WAIT_S = 5.0
_POLL_S = 0.01
_MAX_TOKENS = 16
_MAX_POSITIONS = 200

Place = tuple[str, int, int, int]
"""Source, epoch, shard and position."""

_applied = Statement(
    sa.select(consumer_positions.c.epoch, consumer_positions.c.position).where(
        consumer_positions.c.source == sa.bindparam("of"), consumer_positions.c.shard == sa.bindparam("in_shard")
    )
)
_parked = Statement(
    sa.select(dead_letters.c.id)
    .where(
        dead_letters.c.source == sa.bindparam("of"),
        dead_letters.c.shard == sa.bindparam("in_shard"),
        dead_letters.c.position == sa.bindparam("at"),
        sa.or_(dead_letters.c.status == "dead", dead_letters.c.status == "parked"),
        dead_letters.c.offset.is_(None),  # only these are events of the log
    )
    .limit(1)
)


class ConsistencyTokens:
    """Writes and reads consistency tokens under a key that all services share: clear positions would tell volumes."""

    def __init__(self, internal_key: bytes) -> None:
        """Derive the key from the one that only services share."""
        self._opaque = Opaque(internal_key, "consistency-token")

    def write(self, positions: Sequence[Position]) -> str:
        """Return the token of what was just recorded."""
        return self._opaque.write([(p.source, p.epoch, p.shard, p.position) for p in positions])

    def read(self, header: str) -> list[Place]:
        """Return the places named by a `Wait-For` header; raise `Problem` (400)."""
        tokens = [token.strip() for token in header.split(",") if token.strip()]
        if not tokens or len(tokens) > _MAX_TOKENS:
            raise Problem("bad-request", f"Wait-For holds 1 to {_MAX_TOKENS} consistency tokens.")
        places: list[Place] = []
        for token in tokens:
            try:
                places += [(str(source), int(e), int(s), int(p)) for source, e, s, p in self._opaque.read(token)]
            except (ValueError, TypeError):
                raise Problem("bad-request", "Wait-For holds something that is not a consistency token.") from None
        if len(places) > _MAX_POSITIONS:
            raise Problem("bad-request", f"Wait-For names more than {_MAX_POSITIONS} events.")
        return places


class Waiting:
    """Waits until a service has applied what others recorded. Its own log it has applied when the token was made."""

    def __init__(self, tokens: ConsistencyTokens, database: Database, sources: Iterable[str]) -> None:
        """Take the database that holds the consumers' positions, and the sources that the service listens to."""
        self._tokens = tokens
        self._database = database
        self._sources = frozenset(sources)

    async def until_applied(self, header: str) -> None:
        """Return once what a `Wait-For` header names and concerns this service is applied here.

        Raises `Problem`: 400 for a header that holds something else, 504 after 5 s, 503 if it is parked.
        """
        places = self._tokens.read(header)
        deadline = monotonic() + WAIT_S
        newest: dict[tuple[str, int], tuple[int, int]] = {}
        for source, epoch, shard, position in places:
            if source in self._sources:
                newest[source, shard] = max(newest.get((source, shard), (0, 0)), (epoch, position))
        for (source, shard), wanted in newest.items():
            await self._until(source, shard, wanted, deadline)
        for source, _, shard, position in places:
            if source in self._sources:
                await self._refuse_parked(source, shard, position)

    async def _until(self, source: str, shard: int, wanted: tuple[int, int], deadline: float) -> None:
        while True:
            row = await self._database.fetch_one(_applied, {"of": source, "in_shard": shard})
            if row and (row["epoch"], row["position"]) >= wanted:
                return
            if monotonic() >= deadline:
                raise Problem("not-yet", f"What was asked for was not applied here within {WAIT_S:.0f} seconds.")
            await asyncio.sleep(_POLL_S)

    async def _refuse_parked(self, source: str, shard: int, position: int) -> None:
        params: dict[str, Any] = {"of": source, "in_shard": shard, "at": position}
        if await self._database.fetch_one(_parked, params):
            detail = "The event could not be applied here yet; operators know."
            raise Problem("parked", detail, headers={"Retry-After": str(RETRY_AFTER_S)})
