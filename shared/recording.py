"""From facts to what is stored: events sealed and enveloped, the answer kept for a repeat, and their places noted."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

import sqlalchemy as sa

from shared.aggregates import Conflict, ErasedPerson, Fact, Invalid
from shared.context import NOBODY, Context, Idempotency, current
from shared.database import Statement
from shared.envelope import build_body
from shared.events import Event, personal_names
from shared.ids import derive_id, shard_of, uuid7
from shared.log.units import StoredAnswer, StoredEvent, Unit
from shared.plumbing import Plumbing
from shared.sealing import SealingKey, key_id
from shared.tables import idempotency
from shared.topics import MAX_EVENT_BYTES

_ANSWER = "answer"
_STORED = Statement(
    sa.select(idempotency.c.digest, idempotency.c.event_id, idempotency.c.answer).where(
        idempotency.c.caller == sa.bindparam("of"),
        idempotency.c.key == sa.bindparam("named"),
    )
)


class KeyTaken(Conflict):
    """A call with the same idempotency key was faster."""


@dataclass(frozen=True, slots=True)
class OpenedAnswer:
    """What a repeat is answered; both are empty where the answer holds a secret and was not kept."""

    digest: bytes
    answer: bytes


class Recording:
    """Stores the facts of one service in the circumstances of the current context."""

    def __init__(self, plumbing: Plumbing) -> None:
        """Take what the service stands on."""
        self._plumbing = plumbing

    def access_fact(self, event: Event, *, entity_id: UUID | None = None, person: UUID | None = None) -> Fact:
        """Return an event that changes no aggregate as the only fact of a stream of its own."""
        context = current()
        id_ = uuid7()
        return Fact(
            id=id_,
            originator_id=id_,
            originator_version=1,
            timestamp=datetime.now(UTC),
            event=event,
            stream_key=str(context.user_id or entity_id or id_),
            person=person or NOBODY,
            old_values={},
            new_values={},
            entity_id=entity_id,
        )

    async def store(self, unit: Unit, facts: list[Fact], main: object) -> None:
        """Append facts with what goes with them, and note their places in the context.

        Raises what `Log.append` does, and `Invalid` for an event that Kafka would not take.
        """
        context = current()
        actor_key = await self._actor_key(context) if facts else None
        for fact in facts:
            key = await self._key_of(fact)
            if context.causation_id and fact.id != fact.originator_id:
                # a command that a fact caused may run again: its events are the same ones then
                fact.id = derive_id(context.causation_id, fact.originator_id, fact.event.TOPIC)
            body = build_body(
                fact,
                source=self._plumbing.name,
                schemas=self._plumbing.schemas,
                context=context,
                key=key,
                actor_key=actor_key,
            )
            if len(body) > MAX_EVENT_BYTES:  # it would stop all that comes after it on its way to Kafka
                raise Invalid("What is to be recorded is too long.")
            unit.kids.update(used.kid for used in (key, actor_key) if used)
            unit.events.append(
                StoredEvent(
                    fact.originator_id,
                    fact.originator_version,
                    fact.event.TOPIC,
                    body,
                    fact.id,
                    shard_of(fact.stream_key),
                    context.caused_at,
                )
            )
        for job in unit.jobs:
            if facts and not job.cause["causation_id"]:
                job.cause["causation_id"] = facts[0].id  # what a job does is caused by what it was queued with
        if main is not None and facts and context.idempotency:
            unit.answer = await self._answer(context.idempotency, facts[0], main)
        context.recorded += await self._plumbing.log.append(unit)
        if unit.answer:
            context.idempotency = None  # the answer is that of the first command, if there are several

    async def stored_answer(self, caller: UUID, key: str) -> OpenedAnswer | None:
        """Return the answer kept for a caller's idempotency key; None if there is none, or the caller is erased.

        It is kept for 24 hours, and given for as long as it is kept: its key is not free before.
        """
        row = await self._plumbing.database.fetch_one(_STORED, {"of": caller, "named": key})
        if row is None:
            return None
        if not row["answer"]:
            return OpenedAnswer(b"", b"")
        try:
            sealing_key = await self._plumbing.keys.by_kid(key_id(row["answer"]))
        except ErasedPerson:
            return None
        if sealing_key is None:
            return None
        return OpenedAnswer(row["digest"], sealing_key.open(row["event_id"], _ANSWER, row["answer"]))

    async def _key_of(self, fact: Fact) -> SealingKey | None:
        """Return the key for a fact's personal fields: None where it has none, or its text is released."""
        if not personal_names(type(fact.event)) or fact.person is None:
            return None
        keys = self._plumbing.keys
        return await (keys.of_nobody() if fact.person == NOBODY else keys.of(fact.person))

    async def _actor_key(self, context: Context) -> SealingKey | None:
        """Return the key for where the request came from."""
        if not context.ip_address and not context.user_agent:
            return None
        keys = self._plumbing.keys
        return await (keys.of(context.user_id) if context.user_id else keys.of_nobody())

    async def _answer(self, asked: Idempotency, fact: Fact, main: object) -> StoredAnswer:
        caller = asked.caller
        if asked.answer is None:
            return StoredAnswer(caller, asked.key, b"", fact.id, "")
        keys = self._plumbing.keys
        key = await (keys.of_nobody() if caller == NOBODY else keys.of(caller))
        return StoredAnswer(caller, asked.key, asked.digest, fact.id, key.seal(fact.id, _ANSWER, asked.answer(main)))
