"""A process of the running system may be killed, frozen and started again, and the others go on."""

from uuid import uuid4

import httpx2

from tests.system.running import RunningSystem
from tests.waiting import eventually


async def register(client: httpx2.AsyncClient) -> None:
    person = {"email": f"{uuid4()}@example.org", "password": "correct horse battery", "full_name": "Ada Example"}
    (await client.post("/v1/users", json=person)).raise_for_status()


async def becomes_complete(system: RunningSystem, client: httpx2.AsyncClient) -> bool:
    """Wait until audit tells the auditor that it has everything that was committed."""
    answer = await client.post("/v1/sessions", json=system.auditor.model_dump())
    bearer = {"Authorization": f"Bearer {answer.raise_for_status().json()['access_token']}"}

    async def is_complete() -> bool:
        told = (await client.get("/v1/audit/completeness", headers=bearer)).raise_for_status().json()
        return bool(told["complete"])

    return await eventually(is_complete)


async def test_commands_succeed_while_the_worker_is_dead_and_are_audited_when_it_is_back(
    system: RunningSystem, client: httpx2.AsyncClient
) -> None:
    system["worker"].kill()
    await register(client)
    system["worker"].start()
    assert await becomes_complete(system, client)


async def test_a_frozen_worker_goes_on_where_it_was(system: RunningSystem, client: httpx2.AsyncClient) -> None:
    system["worker"].freeze()
    system["worker"].wait_until_frozen()
    await register(client)
    system["worker"].thaw()
    assert await becomes_complete(system, client)


async def test_a_worker_dies_of_the_fault_that_it_is_started_with(
    system: RunningSystem, client: httpx2.AsyncClient
) -> None:
    system["worker"].stop()
    await register(client)
    system["worker"].launch(fault="relay.after_send:kill")
    system["worker"].wait_until_ended()
    system["worker"].start()
    assert await becomes_complete(system, client)
