"""Deleting a conversation deletes its prompts: by a job, each with an event of its own, once."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any
from uuid import UUID

import pytest

from services.conversations.application import DELETE_PROMPTS
from shared.aggregates import NotFound
from shared.context import Context, acting
from shared.jobs.runner import JobRunner
from shared.log.units import Job
from shared.main import Service
from tests.conversations.conftest import Person
from tests.waiting import eventually


@asynccontextmanager
async def working(service: Service) -> AsyncIterator[None]:
    """Run the service's jobs, as its worker does."""
    runner = JobRunner(service.name, service.jobs, service.plumbing.database)
    task = asyncio.create_task(runner.run())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def deletions(service: Service, conversation: dict[str, Any]) -> list[dict[str, Any]]:
    rows = await service.plumbing.database.fetch(
        "SELECT convert_from(body, 'UTF8')::jsonb AS body FROM events WHERE topic = 'conversations.PromptDeleted' "
        "AND convert_from(body, 'UTF8')::jsonb ->> 'partitionkey' = %s ORDER BY position",
        [conversation["id"]],
    )
    return [row["body"] for row in rows]


async def row_of(service: Service, conversation: dict[str, Any]) -> dict[str, Any]:
    row = await service.plumbing.database.fetch_one(
        "SELECT * FROM conversations WHERE id = %s", [UUID(conversation["id"])]
    )
    assert row
    return row


async def test_each_prompt_gets_its_own_event_and_the_count_falls(person: Person, service: Service) -> None:
    conversation = await person.starts()
    other = await person.starts()
    await person.asks(other, "a chess coach")
    prompts = [await person.asks(conversation, f"a chess coach {number}") for number in range(3)]
    deleted = await person.client.delete(f"/v1/conversations/{conversation['id']}")
    assert deleted.headers["consistency-token"]
    async with working(service):

        async def done() -> bool:
            return bool((await row_of(service, conversation))["total_messages"] == 0)

        await eventually(done)
    events = await deletions(service, conversation)
    assert {event["subject"] for event in events} == {prompt["id"] for prompt in prompts}
    assert len(events) == 3
    assert {event["actor"] for event in events} == {"service:conversations"}
    deletion = await service.plumbing.database.fetch_one(
        "SELECT event_id FROM events WHERE originator_id = %s AND topic = 'conversations.ConversationDeleted'",
        [UUID(conversation["id"])],
    )
    assert deletion
    assert {event["causationid"] for event in events} == {str(deletion["event_id"])}
    assert {event["correlationid"] for event in events} == {deleted.headers["x-request-id"]}
    assert (await row_of(service, other))["total_messages"] == 1


async def test_a_job_that_runs_again_has_no_further_effect(person: Person, service: Service) -> None:
    conversation = await person.starts()
    await person.asks(conversation, "a chess coach")
    await person.client.delete(f"/v1/conversations/{conversation['id']}")
    [jobs] = service.jobs
    job = Job(DELETE_PROMPTS, {"conversation_id": conversation["id"]})
    for _ in range(2):
        with acting(Context(actor="service:conversations", correlation_id="again", causation_id=job.id)):
            await jobs.perform(job)
    assert len(await deletions(service, conversation)) == 1
    assert (await row_of(service, conversation))["total_messages"] == 0


async def test_a_prompt_that_comes_while_its_conversation_is_deleted_is_deleted_too(
    person: Person, service: Service
) -> None:
    conversation = await person.starts()
    conversations = service.application
    submitting = [
        asyncio.create_task(
            conversations.submit_prompt(UUID(conversation["id"]), by=person.id, user_input="a coach", variables={})
        )
        for _ in range(20)
    ]
    await person.client.delete(f"/v1/conversations/{conversation['id']}")
    outcomes = await asyncio.gather(*submitting, return_exceptions=True)
    assert all(not isinstance(outcome, Exception) or type(outcome) is NotFound for outcome in outcomes)
    with acting(Context(actor="service:conversations", correlation_id="deletion")):
        await conversations.delete_prompts(UUID(conversation["id"]))
    left = await service.plumbing.database.fetch(
        "SELECT id FROM prompts WHERE conversation_id = %s AND deleted_at IS NULL", [UUID(conversation["id"])]
    )
    assert left == []
    assert (await row_of(service, conversation))["total_messages"] == 0


@pytest.fixture(autouse=True)
async def _no_job_is_left(service: Service) -> AsyncIterator[None]:
    yield
    await service.plumbing.database.execute("DELETE FROM jobs")
