"""An api that is killed amid writes: whoever repeats his write with its key has exactly one effect, and one answer."""

import asyncio
import contextlib
from uuid import uuid4

import httpx2
import pytest

from deploy.local.provision import ServiceDatabase
from tests.faults.evidence import assert_audited_once, fetch, logs_of
from tests.faults.people import TEMPLATE, Bearer, becomes_complete, insist
from tests.system.running import RunningSystem
from tests.waiting import eventually

WRITES = 60
WRITERS = 20
_CREATED = "SELECT originator_id::text AS id FROM events WHERE topic = 'templates.TemplateCreated'"


async def try_once(client: httpx2.AsyncClient, bearer: Bearer, keys: list[str], answered: dict[str, str]) -> None:
    """Write under each of the keys that are left, and note the answers; a broken connection is none."""
    while keys:
        key = keys.pop()
        with contextlib.suppress(httpx2.TransportError):
            answer = await client.post("/v1/templates", json=TEMPLATE, headers={**bearer, "Idempotency-Key": key})
            assert answer.status_code == 201, answer.text
            answered[key] = answer.json()["id"]


@pytest.mark.parametrize("answers", [1, 30])
async def test_repeated_with_its_key_each_write_has_one_effect(
    answers: int,
    system: RunningSystem,
    client: httpx2.AsyncClient,
    writer: Bearer,
    databases: dict[str, ServiceDatabase],
) -> None:
    before = {row["id"] for row in await fetch(databases["templates"].owner_url, _CREATED)}
    keys = [str(uuid4()) for _ in range(WRITES)]
    answered: dict[str, str] = {}
    waiting = list(keys)
    writers = [asyncio.create_task(try_once(client, writer, waiting, answered)) for _ in range(WRITERS)]

    async def are_enough() -> bool:
        return len(answered) >= answers

    await eventually(are_enough, pause_s=0)
    system["api"].kill()
    await asyncio.gather(*writers)
    assert len(answered) < WRITES, "the kill came too late"

    await asyncio.to_thread(system["api"].start)
    repeated = dict(zip(keys, await asyncio.gather(*(insist(client, writer, key) for key in keys)), strict=True))
    assert repeated | answered == repeated, "who had an answer got another one"
    created = [row["id"] for row in await fetch(databases["templates"].owner_url, _CREATED) if row["id"] not in before]
    assert sorted(created) == sorted(repeated.values())


async def test_what_was_written_around_the_kills_is_audited_once(
    system: RunningSystem, client: httpx2.AsyncClient, databases: dict[str, ServiceDatabase]
) -> None:
    await becomes_complete(client, system.auditor)
    await assert_audited_once(await logs_of(databases), databases["audit"])
