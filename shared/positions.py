"""Where an event stands in a log."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Position:
    """One event's place: position counts 1, 2, 3, … inside the shard, in commit order, without a gap."""

    source: str
    epoch: int
    shard: int
    position: int
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Head:
    """The end of one shard: its last position, 0 if it is empty."""

    shard: int
    epoch: int
    position: int
    recorded_at: datetime
    halted: str | None = None
