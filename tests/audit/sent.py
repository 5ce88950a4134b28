"""Events of any service as they arrive at audit, their personal part sealed."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import orjson

from shared.aggregates import Fact
from shared.consumers.facts import Received
from shared.context import Context
from shared.envelope import build_body, splice
from shared.events import Event
from shared.ids import uuid7
from shared.sealing import SealingKey
from tests.examples import ADA

KEY = SealingKey(person=ADA, kid=UUID("0192a3b4-0000-7000-8000-00000000ce00"), key=bytes(32))
OCCURRED = datetime(2026, 5, 4, 10, 0, 0, 123456, tzinfo=UTC)
RECORDED = datetime(2026, 5, 4, 10, 0, 1, 654321, tzinfo=UTC)
THING = UUID("0192a3b4-0000-7000-8000-00000000111d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What may vary about an event that is sent; `changed` is what was there before of what the event changes."""

    id: UUID = field(default_factory=uuid7)
    epoch: int = 1
    shard: int = 3
    position: int = 1
    version: int = 1
    subject: UUID = THING
    entity_id: UUID | None = THING
    before: dict[str, Any] = field(default_factory=dict)
    context: Context = field(default_factory=lambda: Context(actor=f"user:{ADA}", correlation_id="story"))
    sealed: bool = True
    recorded_at: datetime = RECORDED

    def of(self, event: Event) -> Received:
        """Return the event as its service sends it."""
        source = event.TOPIC.partition(".")[0]
        fact = Fact(
            id=self.id,
            originator_id=self.subject,
            originator_version=self.version,
            timestamp=OCCURRED,
            event=event,
            stream_key=str(self.subject),
            person=ADA,
            old_values=self.before,
            new_values=event.model_dump(exclude_unset=True),
            entity_id=self.entity_id,
        )
        body = build_body(
            fact,
            source=source,
            schemas="http://sysloom.example/schemas",
            context=self.context,
            key=KEY if self.sealed else None,
            actor_key=KEY,
        )
        value = splice(body, self.epoch, self.shard, self.position, self.recorded_at)
        return Received(source, self.epoch, self.shard, self.position, value, orjson.loads(value))
