"""Putting records in order: what follows the applied position, what came before, and what cannot be true."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from shared.consumers.facts import Received
from shared.consumers.owner import FEED_LIMIT, Owner, OwnerUnavailable
from shared.consumers.places import Place
from shared.consumers.reading import Unreadable, read_value
from shared.positions import Head


class Unproven(Exception):
    """The owner's head is below what was about to be committed."""


@dataclass(slots=True)
class Plan:
    """What to do with records of a shard; those in none of the lists have been applied before.

    `run` follows the applied position without a gap, `refused` are none of the owner's, `rest` is for the next round.
    With a `proof`, part of the run is above the head that was known, and the owner is being asked.
    """

    run: list[Received] = field(default_factory=list)
    refused: list[tuple[Received, str]] = field(default_factory=list)
    rest: list[Received] = field(default_factory=list)
    proof: "asyncio.Task[None] | None" = None

    async def prove(self) -> None:
        """Return when the owner is known to have the run; raise `Unproven`, `OwnerUnavailable`."""
        if self.proof:
            await asyncio.shield(self.proof)

    def drop(self) -> None:
        """Ask no more."""
        if self.proof and not self.proof.cancel() and not self.proof.cancelled():
            self.proof.exception()  # nobody may have waited for it


class Order:
    """Knows the owner's heads, and asks its feed wherever records alone do not tell the truth."""

    def __init__(self, source: str, owner: Owner) -> None:
        """Begin without knowledge of the heads."""
        self._source = source
        self._owner = owner
        self._heads: dict[int, Head] = {}

    async def refresh(self) -> dict[int, Head]:
        """Return the owner's heads as they are now."""
        self._heads = await self._owner.heads()
        return self._heads

    async def arrange(self, shard: int, place: Place, records: Sequence[Received], *, ahead: bool = False) -> Plan:
        """Sort records of one shard; raise `OwnerUnavailable` where only the owner could tell.

        With `ahead` the owner may be asked for its head meanwhile: `Plan.prove` has to be awaited before the commit.
        """
        plan = Plan()
        head = await self._head_for(shard, records, plan if ahead and _follow(place, records) else None)
        at, seen = place, dict[int, bytes]()
        doubted: list[Received] = []
        for index, record in enumerate(records):
            if record.position > head.position:
                plan.refused.append((record, "its position is above the owner's head"))
            elif record.position <= place.position:
                doubted.append(record)
            elif record.position in seen:
                if record.value != seen[record.position]:
                    plan.refused.append((record, "its position belongs to another event"))
            elif not at.epoch <= record.epoch <= head.epoch:
                plan.refused.append(
                    (record, "its epoch is stale" if record.epoch < at.epoch else "its epoch is unknown")
                )
            elif record.position == at.position + 1:
                plan.run.append(record)
                seen[record.position] = record.value
                at = Place(record.epoch, record.position)
            else:
                plan.rest = list(records[index:])
                if not plan.run:
                    plan.run = await self.following(shard, at)
                if not plan.run:
                    raise OwnerUnavailable(f"the feed of {self._source} ends before its head in shard {shard}")
                break
        await self._doubt(shard, place, doubted, plan)
        return plan

    async def following(self, shard: int, place: Place) -> list[Received]:
        """Return the next events of the owner's feed after a place, without a gap inside an epoch."""
        run: list[Received] = []
        at = place
        for value in await self._owner.events(shard, place.position):
            event = self._read(value)
            # a new epoch may begin further on: what its owner has lost will never come
            if event.position != at.position + 1 and event.epoch <= at.epoch:
                raise OwnerUnavailable(f"the feed of {self._source} has a gap after {at.position} in shard {shard}")
            run.append(event)
            at = Place(event.epoch, event.position)
        return run

    async def _head_for(self, shard: int, records: Sequence[Received], plan: Plan | None) -> Head:
        """Return the owner's head of a shard, asked again if a position is above the one known; or let a plan ask."""
        head = self._heads.get(shard)
        highest = max(record.position for record in records)
        if head and highest <= head.position:
            return head
        if plan and head and all(record.epoch <= head.epoch for record in records):
            plan.proof = asyncio.create_task(self._prove(shard, highest))
            return replace(head, position=highest)
        return (await self.refresh())[shard]

    async def _prove(self, shard: int, position: int) -> None:
        if (await self.refresh())[shard].position < position:
            raise Unproven

    async def _doubt(self, shard: int, place: Place, doubted: list[Received], plan: Plan) -> None:
        """Compare records of applied positions with the owner's bytes: the same are dropped, others refused."""
        for start in range(0, len(doubted), FEED_LIMIT):
            page = sorted(doubted[start : start + FEED_LIMIT], key=lambda record: record.position)
            truth: dict[int, bytes] = {}
            for record in page:
                if record.position not in truth:
                    values = await self._owner.events(shard, record.position - 1)
                    truth |= {event.position: event.value for event in map(self._read, values)}
                    truth.setdefault(record.position, b"")
                if truth[record.position] != record.value:
                    stale = record.epoch < place.epoch
                    reason = "its epoch is stale" if stale else "its position belongs to another event"
                    plan.refused.append((record, reason))

    def _read(self, value: bytes) -> Received:
        try:
            return read_value(value, self._source)
        except Unreadable as error:
            raise OwnerUnavailable(f"the feed of {self._source} is unreadable: {error}") from error


def _follow(place: Place, records: Sequence[Received]) -> bool:
    """Say whether these are the next events of a shard."""
    return all(record.position == position for position, record in enumerate(records, place.position + 1))
