"""Somebody who writes while things break, and an auditor who says in the end what he has."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID, uuid4

import httpx2

from deploy.local.run_file import Account
from shared.ids import shard_of
from tests.waiting import eventually

PASSWORD = "correct horse battery"
PAUSE_S = 0.02
TEMPLATE = {"name": "Chess coach", "content": "You are {{ role }}."}

Bearer = dict[str, str]


async def log_in(client: httpx2.AsyncClient, email: str, password: str) -> Bearer:
    """Return the header of somebody who has logged in."""
    answer = await client.post("/v1/sessions", json={"email": email, "password": password})
    return {"Authorization": f"Bearer {answer.raise_for_status().json()['access_token']}"}


async def newcomer(client: httpx2.AsyncClient) -> Bearer:
    """Register somebody, and return the header of his calls."""
    email = f"{uuid4()}@example.org"
    person = {"email": email, "password": PASSWORD, "full_name": "Ada Example"}
    (await client.post("/v1/users", json=person)).raise_for_status()
    return await log_in(client, email, PASSWORD)


async def write(client: httpx2.AsyncClient, bearer: Bearer) -> str:
    """Create a template, and return its id."""
    answer = await client.post("/v1/templates", json=TEMPLATE, headers=bearer)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def publish(client: httpx2.AsyncClient, writer: Bearer, *, shard: int | None = None) -> UUID:
    """Publish a new template, in a shard if one is named, and return its id."""
    while True:
        template = await write(client, writer)
        if shard in (None, shard_of(template)):
            answer = await client.post(f"/v1/templates/{template}/publication", headers=writer)
            assert answer.status_code == 200, answer.text
            return UUID(template)


async def use(client: httpx2.AsyncClient, template: UUID) -> None:
    """Have a stranger use a template, for which conversations must have heard of it."""
    stranger = await newcomer(client)
    conversation = (await client.post("/v1/conversations", json={"title": "New"}, headers=stranger)).json()["id"]
    asked = {"user_input": "a chess coach", "template_id": str(template), "variables": {"role": "a coach"}}
    answer = await client.post(f"/v1/conversations/{conversation}/prompts", json=asked, headers=stranger)
    assert answer.status_code == 201, answer.text


@asynccontextmanager
async def writing(client: httpx2.AsyncClient, bearer: Bearer) -> AsyncIterator[list[str]]:
    """Keep writing during the block, all with success; the list of the templates grows."""
    written: list[str] = []

    async def keep_writing() -> None:
        while True:
            written.append(await write(client, bearer))
            await asyncio.sleep(PAUSE_S)  # the pace of a writer, for which nobody waits

    writers = [asyncio.create_task(keep_writing()) for _ in range(4)]
    try:
        yield written
    finally:
        for writer in writers:
            writer.cancel()
        ends = await asyncio.gather(*writers, return_exceptions=True)
    failed = [end for end in ends if not isinstance(end, asyncio.CancelledError)]
    assert not failed, f"writing failed: {failed}"


async def grows(written: list[str], *, by: int = 10) -> None:
    """Wait until more has been written."""
    wanted = len(written) + by

    async def has_grown() -> bool:
        return len(written) >= wanted

    await eventually(has_grown)


async def completeness(client: httpx2.AsyncClient, auditor: Bearer) -> dict[str, Any]:
    """Return what audit says about how complete it is."""
    answer = await client.get("/v1/audit/completeness", headers=auditor)
    told: dict[str, Any] = answer.raise_for_status().json()
    return told


async def becomes_complete(client: httpx2.AsyncClient, account: Account, *, timeout_s: float = 30) -> dict[str, Any]:
    """Wait until audit says that it has everything, and return what it says."""
    auditor = await log_in(client, account.email, account.password)
    said: dict[str, Any] = {}

    async def is_complete() -> bool:
        said.update(await completeness(client, auditor))
        return bool(said["complete"])

    try:
        await eventually(is_complete, timeout_s=timeout_s)
    except AssertionError:
        behind = [shard for shard in said["sources"] if shard["missing"] or shard["committed"] is None]
        raise AssertionError(f"after {timeout_s} s audit still misses {behind}") from None
    return said


async def insist(client: httpx2.AsyncClient, bearer: Bearer, key: str) -> str:
    """Create a template under an idempotency key, again and again until it succeeds, and return its id.

    The connection may break, and the answer may be that the service is unavailable; nothing else is accepted.
    """
    while True:
        with contextlib.suppress(httpx2.TransportError):
            answer = await client.post("/v1/templates", json=TEMPLATE, headers={**bearer, "Idempotency-Key": key})
            if answer.status_code != 503:
                assert answer.status_code == 201, answer.text
                return str(answer.json()["id"])
            assert_unavailable(answer)
        await asyncio.sleep(PAUSE_S)  # between two attempts, as a client does


def assert_unavailable(answer: httpx2.Response) -> None:
    """See that an answer is the problem that passes, and says when to come again."""
    assert answer.status_code == 503, answer.text
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert int(answer.headers["Retry-After"]) > 0
    problem = answer.json()
    assert (problem["status"], problem["type"].rpartition("/")[2]) == (503, "unavailable")
