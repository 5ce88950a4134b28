"""Putting records in order: what follows the applied position, what came before, and what cannot be true."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from shared.consumers.facts import Received
from shared.consumers.owner import FEED_LIMIT, Owner, OwnerUnavailable
from shared.consumers.places import Place
from shared.consumers.reading import Unreadable, read_value


@dataclass(slots=True)
class Plan:
    """What to do with records of a shard; those in none of the lists have been applied before.

    `run` follows the applied position without a gap, `refused` are none of the owner's, `rest` is for the next round.
    """

    run: list[Received] = field(default_factory=list)
    refused: list[tuple[Received, str]] = field(default_factory=list)
    rest: list[Received] = field(default_factory=list)


class Order:
    """Takes the relay's own records as they come, and asks the owner's feed wherever they do not tell the truth."""

    def __init__(self, source: str, owner: Owner) -> None:
        """Take whom to ask."""
        self._source = source
        self._owner = owner

    async def arrange(self, shard: int, place: Place, records: Sequence[Received]) -> Plan:
        """Sort records of one shard; raise `OwnerUnavailable` where only the owner could tell."""
        lies = await self._lies(shard, [record for record in records if not _is_certain(record, place)])
        plan = Plan(refused=list(lies.values()))
        at, seen = place, dict[int, bytes]()
        for index, record in enumerate(records):
            if id(record) in lies:
                continue
            if reason := _why_late(record, at, place, seen):
                plan.refused.append((record, reason))
            elif record.position == at.position + 1:
                plan.run.append(record)
                seen[record.position] = record.value
                at = Place(record.epoch, record.position)
            elif record.position > at.position:
                plan.rest = [record for record in records[index:] if id(record) not in lies]
                if not plan.run:
                    plan.run = await self.following(shard, at)
                if not plan.run:
                    raise OwnerUnavailable(f"the feed of {self._source} has nothing after {at.position} in {shard}")
                break
        return plan

    async def following(self, shard: int, place: Place) -> list[Received]:
        """Return the next events of the owner's feed after a place, without a gap inside an epoch."""
        run: list[Received] = []
        at = place
        for event in await self._feed(shard, place.position):
            # a new epoch may begin further on: what its owner has lost will never come
            if event.position != at.position + 1 and event.epoch <= at.epoch:
                raise OwnerUnavailable(f"the feed of {self._source} has a gap after {at.position} in shard {shard}")
            run.append(event)
            at = Place(event.epoch, event.position)
        return run

    async def _lies(self, shard: int, records: Iterable[Received]) -> dict[int, tuple[Received, str]]:
        """Return, by their identity, the records whose bytes are not the owner's, each with the reason."""
        lies: dict[int, tuple[Received, str]] = {}
        truth: dict[int, Received] = {}
        last, is_whole = 0, False
        doubted = sorted(records, key=lambda record: record.position)
        for record in doubted:
            if record.position > last and not is_whole:
                limit = min(FEED_LIMIT, doubted[-1].position - record.position + 1)
                page = await self._feed(shard, record.position - 1, limit)
                truth = {event.position: event for event in page}
                last, is_whole = max(truth, default=last), len(page) < limit
            if reason := _why_untrue(record, truth.get(record.position), last):
                lies[id(record)] = record, reason
        return lies

    async def _feed(self, shard: int, after: int, limit: int = FEED_LIMIT) -> list[Received]:
        try:
            return [read_value(value, self._source) for value in await self._owner.events(shard, after, limit)]
        except Unreadable as error:
            raise OwnerUnavailable(f"the feed of {self._source} is unreadable: {error}") from error


def _is_certain(record: Received, place: Place) -> bool:
    """Say whether a record is what its owner's log has: what a log has lost may have been sent, and applied, before."""
    return record.is_proven and (record.position > place.position or record.epoch == place.epoch)


def _why_late(record: Received, at: Place, applied: Place, seen: dict[int, bytes]) -> str | None:
    """Return why an owner's own record cannot stand at its position any more."""
    if record.position > at.position:
        return "its epoch is stale" if record.epoch < at.epoch else None
    if record.position in seen:
        return None if record.value == seen[record.position] else "its position belongs to another event"
    # of two owners at once, as in a failover that was none, each has used it
    return "its position was used in an older epoch" if record.epoch > applied.epoch else None


def _why_untrue(record: Received, true: Received | None, last: int) -> str | None:
    """Return in what a record differs from the event at its position; `last` is the last one of its owner's log."""
    if true is None:
        return "its position is above the owner's head" if record.position > last else "its epoch is stale"
    if record.value == true.value:
        return None
    if record.epoch != true.epoch:
        return "its epoch is stale" if record.epoch < true.epoch else "its epoch is unknown"
    return "its position belongs to another event"
