"""Events of other services, made by hand as their owners would send them."""

from datetime import UTC, datetime
from os import urandom
from uuid import UUID, uuid4

import orjson

from shared.aggregates import ErasedPerson, Fact
from shared.consumers.consumer import Consumer, Rows
from shared.consumers.facts import Received
from shared.context import Context
from shared.database import Database
from shared.envelope import build_body, splice
from shared.events import Event
from shared.ids import uuid7
from shared.sealing import SealingKey


class Keys:
    """The keys of persons, as their owner gives them out."""

    def __init__(self) -> None:
        self._of: dict[UUID, SealingKey] = {}
        self._erased: set[UUID] = set()

    def of(self, person: UUID) -> SealingKey:
        """Return a person's key, made on first use."""
        if person not in self._of:
            self._of[person] = SealingKey(person=person, kid=uuid4(), key=urandom(32))
        return self._of[person]

    def erase(self, person: UUID) -> None:
        """Destroy a person's key."""
        self._erased.add(self.of(person).kid)

    async def by_kid(self, kid: UUID) -> SealingKey:
        """Return a key by its id; raise `ErasedPerson`."""
        if kid in self._erased:
            raise ErasedPerson
        return next(key for key in self._of.values() if key.kid == kid)


class Stream:
    """One stream of another service; each event follows the one before."""

    def __init__(self, source: str, keys: Keys, consumer: Consumer, database: Database) -> None:
        self.id = uuid7()
        self.version = 0
        self._source = source
        self._keys = keys
        self._consumer = consumer
        self._database = database

    async def happens(self, event: Event, *, sealed_for: UUID | None = None) -> Received:
        """Let an event happen, its personal fields sealed for a person or in the clear, and be heard."""
        self.version += 1
        heard = self._received(event, sealed_for)
        await self.heard(heard)
        return heard

    async def heard(self, received: Received) -> None:
        """Let the consumer hear an event."""
        async with self._database.transaction() as rows:
            await self._consumer.on_batch([received], Rows(rows.connection, self._keys))

    def _received(self, event: Event, sealed_for: UUID | None) -> Received:
        now = datetime.now(UTC)
        fact = Fact(
            id=uuid7(),
            originator_id=self.id,
            originator_version=self.version,
            timestamp=now,
            event=event,
            stream_key=str(self.id),
            person=sealed_for,
            old_values={},
            new_values=event.model_dump(exclude_unset=True),
            entity_id=self.id,
        )
        body = build_body(
            fact,
            source=self._source,
            schemas="http://127.0.0.1/schemas",
            context=Context(correlation_id="made by hand"),
            key=self._keys.of(sealed_for) if sealed_for else None,
            actor_key=None,
        )
        value = splice(body, 1, 0, self.version, now)
        return Received(self._source, 1, 0, self.version, value, orjson.loads(value))
