"""Reading the audit log: filtered, newest first, page by page while entries come in; and reading it is told in it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from services.conversations.events import ConversationStarted
from services.identity.events import LoginFailed, UserProfileChanged
from services.templates.events import AccessRefused, TemplateCreated, TemplateDeleted
from shared.consumers.facts import Received
from shared.context import Context
from shared.events import Event
from shared.main import Service
from tests.audit.conftest import COMPLETENESS, LOGS, Hear, Person
from tests.audit.sent import Sent
from tests.examples import ADA, BEN

DAY = datetime(2026, 3, 1, 12, tzinfo=UTC)
# Fixed, as parameters name the tests and every process of pytest must name them alike.
TEMPLATE, OTHER, NOBODYS = (UUID(f"0192a3b4-0000-7000-8000-0000000{place}") for place in ("e0001", "e0002", "e0003"))
CREATED = TemplateCreated(name="n", description=None, content="c", category=None, is_public=False, created_by=ADA)
STARTED = ConversationStarted(user_id=BEN, title=None, context={})
REFUSED = AccessRefused(method="GET", route="/v1/templates/{template_id}", status=404, entity_type="template")


def told(event: Event, person: UUID | None, about: UUID | None, day: int, position: int) -> Received:
    context = Context(actor=f"user:{person}" if person else None, correlation_id="story")
    sent = Sent(context=context, entity_id=about, recorded_at=DAY + timedelta(days=day), position=position)
    return sent.of(event)


@pytest.fixture(scope="module")
async def story(hear: Hear) -> dict[str, Received]:
    """Return seven events of three people's five days, oldest first."""
    events = {
        "created": told(CREATED, ADA, TEMPLATE, 0, 1),
        "other": told(CREATED, BEN, OTHER, 1, 2),
        "refused": told(REFUSED, BEN, TEMPLATE, 2, 3),
        "deleted": told(TemplateDeleted(), ADA, TEMPLATE, 3, 4),
        "started": told(STARTED, BEN, uuid4(), 3, 1),
        "renamed": told(UserProfileChanged(full_name="A"), ADA, ADA, 4, 1),
        "failed": told(LoginFailed(reason="unknown_email", email="x@example.com"), None, None, 4, 2),
    }
    await hear(*events.values())
    return events


async def found(person: Person, **params: Any) -> list[dict[str, Any]]:
    response = await person.client.get(LOGS, params={"limit": 200} | params)
    assert response.status_code == 200, response.text
    items: list[dict[str, Any]] = response.json()["items"]
    return items


def iso(day: float) -> str:
    return (DAY + timedelta(days=day)).isoformat()


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"user_id": ADA}, ["renamed", "deleted", "created"]),
        ({"user_id": BEN, "entity_type": "template"}, ["refused", "other"]),
        ({"entity_type": "conversation"}, ["started"]),
        ({"entity_id": TEMPLATE}, ["deleted", "refused", "created"]),
        ({"entity_type": "template", "entity_id": TEMPLATE, "action": "create"}, ["created"]),
        ({"action": "create"}, ["started", "other", "created"]),
        ({"outcome": "refused"}, ["refused"]),
        ({"outcome": "failed"}, ["failed"]),
        ({"outcome": "failed", "user_id": ADA}, []),
        ({"outcome": "success", "entity_id": TEMPLATE}, ["deleted", "created"]),
        ({"from": iso(2)}, ["failed", "renamed", "started", "deleted", "refused"]),
        ({"to": iso(2)}, ["other", "created"]),
        ({"from": iso(1), "to": iso(3)}, ["refused", "other"]),
        ({"from": "2026-03-03T14:00:00+02:00", "to": iso(2.5)}, ["refused"]),
        ({"from": iso(3), "to": iso(2)}, []),
        ({"to": "0001-01-01T00:00:00+14:00"}, []),
        ({"from": "9999-12-31T23:59:59-14:00"}, []),
        ({"user_id": UUID(int=5)}, []),
        ({"entity_type": "' OR true --"}, []),
        ({"action": "%"}, []),
    ],
    ids=str,
)
async def test_the_log_can_be_filtered_and_the_newest_come_first(
    auditor: Person, story: dict[str, Received], asked: dict[str, Any], expected: list[str]
) -> None:
    names = {str(event.id): name for name, event in story.items()}
    items = await found(auditor, **asked)
    assert [names[item["id"]] for item in items if item["id"] in names] == expected
    assert [item["id"] for item in items] == sorted((item["id"] for item in items), reverse=True)


async def test_an_entry_is_told_whole_and_what_is_personal_as_sealed(auditor: Person, hear: Hear) -> None:
    context = Context(actor=f"user:{ADA}", correlation_id="story", ip_address="203.0.113.9", user_agent="curl/8")
    event = Sent(context=context, shard=1, before={"usage_count": 1}, version=2).of(UserProfileChanged(full_name="A"))
    await hear(event)
    answered = await auditor.client.get(f"{LOGS}/{event.id}")
    assert answered.status_code == 200
    sealed = {"sealed": True}
    assert answered.json() == {
        "id": str(event.id),
        "user_id": str(ADA),
        "entity_type": "user",
        "entity_id": event.envelope["data"]["entity"]["id"],
        "action": "update",
        "old_values": {"usage_count": 1, "personal": sealed},
        "new_values": {"personal": sealed},
        "ip_address": sealed,
        "user_agent": sealed,
        "created_at": event.envelope["recordedtime"],
        "metadata": {
            "type": "identity.UserProfileChanged",
            "source": "identity",
            "epoch": 1,
            "shard": 1,
            "position": 1,
            "subject": event.envelope["subject"],
            "version": 2,
            "outcome": "success",
            "occurred_at": event.envelope["time"],
            "correlation_id": "story",
            "causation_id": None,
            "traceparent": None,
            "actor": f"user:{ADA}",
            "on_behalf_of": None,
            "persons": [str(ADA)],
        },
    }
    assert answered.json() in await found(auditor, entity_id=event.envelope["data"]["entity"]["id"])


async def test_nobody_known_and_nothing_personal_are_null(auditor: Person, story: dict[str, Received]) -> None:
    failed = (await auditor.client.get(f"{LOGS}/{story['failed'].id}")).json()
    assert [failed[name] for name in ("user_id", "entity_id", "ip_address", "user_agent")] == [None] * 4


async def test_a_walk_sees_every_entry_once_while_others_come_in(auditor: Person, hear: Hear) -> None:
    about = uuid4()
    there = [Sent(entity_id=about, shard=2, position=position).of(TemplateDeleted()) for position in range(1, 12)]
    await hear(*there)
    seen: list[str] = []
    params: dict[str, Any] = {"entity_id": str(about), "limit": 3}
    for position in range(100, 120):
        page = (await auditor.client.get(LOGS, params=params)).json()
        seen += [item["id"] for item in page["items"]]
        if page["next_cursor"] is None:
            break
        params["cursor"] = page["next_cursor"]
        await hear(Sent(entity_id=about, shard=2, position=position).of(TemplateDeleted()))
    assert seen == [str(event.id) for event in reversed(there)]


async def test_a_cursor_is_good_for_its_own_query_and_person(
    auditor: Person, somebody: Callable[..., Person], story: dict[str, Received]
) -> None:
    assert story
    params: dict[str, Any] = {"limit": 1, "action": "create"}
    cursor = (await auditor.client.get(LOGS, params=params)).json()["next_cursor"]
    for person, changed in (
        (auditor, {"action": "delete"}),
        (auditor, {"outcome": "success"}),
        (somebody("admin"), {}),
    ):
        response = await person.client.get(LOGS, params=params | changed | {"cursor": cursor})
        assert (response.status_code, response.json()["type"]) == (400, "/problems/bad-request")


@pytest.mark.parametrize("id_", [str(NOBODYS), str(UUID(int=0))])
async def test_an_entry_that_is_not_there_is_not_found(auditor: Person, service: Service, id_: str) -> None:
    before = await reads(service, auditor)
    response = await auditor.client.get(f"{LOGS}/{id_}")
    assert (response.status_code, response.json()["type"]) == (404, "/problems/not-found")
    assert await reads(service, auditor) == before == []


@pytest.mark.parametrize(
    ("params", "status"),
    [
        ({"user_id": "ada"}, 422),
        ({"entity_id": "1"}, 422),
        ({"entity_type": ""}, 422),
        ({"entity_type": "x" * 101}, 422),
        ({"action": ""}, 422),
        ({"outcome": "succeeded"}, 422),
        ({"from": "yesterday"}, 422),
        ({"from": "2026-03-01T12:00:00"}, 422),
        ({"to": "2026-03-01T12:00:00"}, 422),
        ({"to": "2026-13-01T12:00:00Z"}, 422),
        ({"limit": 0}, 422),
        ({"limit": 201}, 422),
        ({"cursor": "nonsense"}, 400),
        ({"cursor": ""}, 400),
        ({"action": "\0"}, 400),
        ({"entity_type": "a\0b"}, 400),
    ],
    ids=str,
)
async def test_nonsense_is_refused_and_nothing_is_read(
    auditor: Person, service: Service, params: dict[str, Any], status: int
) -> None:
    response = await auditor.client.get(LOGS, params=params)
    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")
    assert await reads(service, auditor) == []


async def test_a_path_that_is_no_id_is_refused(auditor: Person) -> None:
    assert (await auditor.client.get(f"{LOGS}/ada")).status_code == 422


async def reads(service: Service, person: Person) -> list[dict[str, Any]]:
    """Return what is recorded of a person's reading."""
    rows = await service.plumbing.database.fetch(
        "SELECT convert_from(body, 'UTF8')::jsonb -> 'data' AS data FROM events "
        "WHERE topic = 'audit.DataRead' AND convert_from(body, 'UTF8')::jsonb ->> 'actor' = %s ORDER BY event_id",
        [f"user:{person.id}"],
    )
    return [row["data"] for row in rows]


async def test_reading_the_log_is_an_event_before_the_answer_and_asking_whether_it_is_complete_is_none(
    auditor: Person, service: Service, story: dict[str, Received]
) -> None:
    id_ = story["created"].id
    await found(auditor)
    assert [data["entity"]["id"] for data in await reads(service, auditor)] == [None]
    await auditor.client.get(f"{LOGS}/{id_}")
    recorded = await reads(service, auditor)
    assert [(data["entity"]["type"], data["entity"]["action"]) for data in recorded] == [("audit_log", "read")] * 2
    assert recorded[1]["entity"]["id"] == str(id_)
    assert (await auditor.client.get(COMPLETENESS)).status_code == 200
    assert len(await reads(service, auditor)) == 2
