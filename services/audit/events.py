"""What can happen to the audit log itself: it is read, somebody is refused, a gap is healed."""

from typing import ClassVar

from shared import events
from shared.events import Event


class AccessRefused(events.AccessRefused):
    """A known caller was refused the audit log."""


class DataRead(events.DataRead):
    """The audit log was read."""


class GapHealed(Event):
    """Events that were not on Kafka when they should have been were fetched from their owner's log."""

    ENTITY: ClassVar[str] = "log"
    ACTION: ClassVar[str] = "heal"

    source: str
    epoch: int
    shard: int
    first: int
    last: int
