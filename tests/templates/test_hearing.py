"""What other services' events do here: people are known, and prompts made from a template are its uses."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import orjson
import pytest

from services.conversations.events import PromptCompleted, PromptDeleted
from services.identity.events import SessionStarted, UserRegistered
from services.templates.consumers import ConversationsEvents, IdentityEvents
from shared.aggregates import Fact
from shared.consumers.consumer import Consumer, Rows
from shared.consumers.facts import Received
from shared.context import Context
from shared.envelope import build_body, splice
from shared.events import Event
from shared.ids import uuid7
from shared.main import Service
from shared.sealing import SealingKey
from tests.templates.conftest import TEMPLATES, Person

REGISTERED = UserRegistered(email="e@x.example", full_name="E", role="user", is_active=True, email_verified=False)


class NoKeys:
    """Nothing sealed is of interest here."""

    async def by_kid(self, kid: UUID) -> SealingKey:
        raise AssertionError(kid)


def completed(template_id: UUID | None) -> PromptCompleted:
    return PromptCompleted(
        template_id=template_id, ai_response="a", system_prompt="a", response_time=1, token_count=1, model_used="m"
    )


def received(event: Event, subject: UUID) -> Received:
    """Return an event as its owner sends it, the personal fields sealed."""
    now = datetime.now(UTC)
    source = event.TOPIC.partition(".")[0]
    values = event.model_dump()
    fact = Fact(uuid7(), subject, 1, now, event, str(subject), subject, {}, values, subject)
    key = SealingKey(person=subject, kid=uuid4(), key=bytes(32))
    context = Context(correlation_id="test")
    body = build_body(fact, source=source, schemas="http://x/schemas", context=context, key=key, actor_key=None)
    value = splice(body, 1, 0, 1, now)
    return Received(source, 1, 0, 1, value, orjson.loads(value))


async def hear(service: Service, consumer: Consumer, *events: tuple[Event, UUID]) -> None:
    async with service.plumbing.database.transaction() as rows:
        await consumer.on_batch([received(*event) for event in events], Rows(rows.connection, NoKeys()))


async def known(service: Service, person: UUID) -> list[dict[str, Any]]:
    return await service.plumbing.database.fetch("SELECT * FROM user_refs WHERE id = %s", [person])


async def test_whoever_registers_is_known_once(service: Service, author: Person) -> None:
    new = uuid4()
    await author.writes()  # is known by his token already
    session = SessionStarted(user_id=new, expires_at=datetime.now(UTC))
    await hear(service, IdentityEvents(), (REGISTERED, new), (session, uuid4()), (REGISTERED, author.id))
    await hear(service, IdentityEvents(), (REGISTERED, new))
    for person in (new, author.id):
        assert await known(service, person) == [{"id": person, "status": "active", "not_before": None}]


async def test_whoever_is_erased_stays_so(service: Service) -> None:
    gone, new = uuid4(), uuid4()
    await service.plumbing.database.execute("INSERT INTO erased (id) VALUES (%s)", [gone])
    await hear(service, IdentityEvents(), (REGISTERED, gone), (REGISTERED, new))
    assert await known(service, gone) == []
    assert await known(service, new)


async def test_completed_prompts_are_uses_of_their_templates(service: Service, author: Person) -> None:
    one, two = [UUID((await author.writes())["id"]) for _ in range(2)]
    heard: list[Event] = [completed(two), completed(one), completed(None), PromptDeleted(), completed(two)]
    await hear(service, ConversationsEvents(), *((event, uuid4()) for event in heard), (completed(uuid4()), uuid4()))
    counts = {}
    for template in (one, two):
        read = (await author.client.get(f"{TEMPLATES}/{template}")).json()
        counts[template] = (read["usage_count"], read["version"])
    assert counts == {one: (1, 1), two: (2, 1)}


@pytest.mark.parametrize("consumer", [IdentityEvents(), ConversationsEvents()])
async def test_a_batch_without_anything_of_interest_does_nothing(service: Service, consumer: Consumer) -> None:
    await hear(service, consumer, (PromptDeleted(), uuid4()))
