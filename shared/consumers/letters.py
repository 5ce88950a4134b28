"""Dead letters: what could not be applied is kept, with its cause, in a table and on a topic."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

import sqlalchemy as sa
from aiokafka import ConsumerRecord
from prometheus_client import Counter
from sqlalchemy.dialects.postgresql import insert

from shared.consumers.facts import Received
from shared.database import Rows, Statement
from shared.ids import derive_id
from shared.tables import dead_letters, parked_streams
from shared.topics import events_topic

Status = Literal["dead", "parked", "unknown"]
Publish = Callable[["Letter"], Awaitable[None]]

_count = Counter("sysloom_dead_letters_total", "Records set aside", ["service", "source", "status", "reason"])

_LETTERS = UUID("01900000-0000-7000-8000-00000000dead")
_COLUMNS = tuple(column.name for column in dead_letters.columns if column.name != "created_at")
_ADD = Statement(insert(dead_letters).values({name: sa.bindparam(name) for name in _COLUMNS}).on_conflict_do_nothing())
_PARK = Statement(
    insert(parked_streams).values(source=sa.bindparam("source"), stream=sa.bindparam("stream")).on_conflict_do_nothing()
)


@dataclass(frozen=True, slots=True)
class Letter:
    """A record that is set aside: `dead` (it cannot be applied), `parked` (its stream is), `unknown` (its type is)."""

    status: Status
    reason: str
    source: str
    topic: str
    partition: int
    offset: int | None
    key: bytes | None
    record: bytes | None
    received: Received | None = None
    cause: str | None = None

    @property
    def id(self) -> UUID:
        """The same record and reason give the same id, so that a redelivery adds nothing."""
        if self.offset is None and self.received is not None:
            return derive_id(_LETTERS, self.topic, self.received.epoch, self.received.shard, self.received.position)
        return derive_id(_LETTERS, self.topic, self.partition, self.offset)

    def values(self) -> dict[str, Any]:
        """Return the row of the table."""
        received = self.received
        return {
            "id": self.id,
            "status": self.status,
            "topic": self.topic,
            "partition": self.partition,
            "offset": self.offset,
            "source": self.source,
            "epoch": received and received.epoch,
            "shard": received and received.shard,
            "position": received and received.position,
            "event_id": received and received.id,
            "stream": received and received.stream,
            "type": received and received.type,
            "reason": self.reason,
            "cause": self.cause,
            "key": self.key,
            "record": self.record,
        }


def letter_of(record: "ConsumerRecord[Any, Any]", source: str, reason: str, received: Received | None = None) -> Letter:
    """Return the dead letter of a Kafka record that is no event to be applied."""
    return Letter(
        "dead", reason, source, record.topic, record.partition, record.offset, record.key, record.value, received
    )


def letter_of_event(received: Received, prefix: str, status: Status, reason: str, cause: str | None = None) -> Letter:
    """Return the letter of an event of the log that is not applied, although its position is."""
    topic = events_topic(received.source, prefix)
    key = received.stream.encode()
    return Letter(status, reason, received.source, topic, received.shard, None, key, received.value, received, cause)


class Letters:
    """Keeps letters of one service; `publish` puts them on its topic before the transaction commits."""

    def __init__(self, service: str, publish: Publish) -> None:
        """Take the service whose consumers these are."""
        self._service = service
        self._publish = publish

    async def keep(self, rows: Rows, letters: Iterable[Letter]) -> None:
        """Insert letters in an open transaction, once each; all but unknown types go to the topic too."""
        for letter in letters:
            if await rows.execute(_ADD, letter.values()):
                if letter.status != "unknown":
                    await self._publish(letter)
                _count.labels(self._service, letter.source, letter.status, letter.reason).inc()

    async def park(self, rows: Rows, source: str, stream: str) -> None:
        """Let later events of a stream wait in the dead letters too."""
        await rows.execute(_PARK, {"source": source, "stream": stream})
