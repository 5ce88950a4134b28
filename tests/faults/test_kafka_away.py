"""Without Kafka commands succeed and the services say that they are degraded; all of it flows when Kafka is back."""

import asyncio
import os
import signal
from collections.abc import Iterator

import httpx2
import pytest

from deploy.local.kafka import Kafka
from deploy.local.provision import SERVICES, ServiceDatabase
from shared.topics import events_topic
from tests.faults.evidence import assert_audited_once, assert_relayed, logs_of
from tests.faults.people import Bearer, becomes_complete, grows, newcomer, writing
from tests.system.running import RunningSystem, running_system
from tests.waiting import eventually

READY = "/health/ready"


@pytest.fixture(scope="module")
def own_kafka(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kafka]:
    """Run a Kafka that nobody else needs."""
    with Kafka(tmp_path_factory.mktemp("kafka"), throw_away=True) as kafka:
        yield kafka


@pytest.fixture(scope="module")
def system(
    tmp_path_factory: pytest.TempPathFactory, databases: dict[str, ServiceDatabase], own_kafka: Kafka
) -> Iterator[RunningSystem]:
    """Run the four services as an api and one worker."""
    directory = tmp_path_factory.mktemp("system")
    with running_system(directory, databases, own_kafka.address, "") as running:
        yield running


async def health(client: httpx2.AsyncClient, url: str) -> tuple[int, str, set[str]]:
    """Return what a process says of itself: the status of the answer, its word, and the states of Kafka in it."""
    answer = await client.get(f"{url}{READY}")
    told = answer.json()
    assert set(told["services"]) == set(SERVICES)
    assert all(state["database"] == "ok" for state in told["services"].values())
    return answer.status_code, told["status"], {state["kafka"] for state in told["services"].values()}


async def become(client: httpx2.AsyncClient, system: RunningSystem, word: str, kafka: str) -> None:
    """Wait until both processes say so of themselves, and ready all the time."""

    async def is_so() -> bool:
        told = [await health(client, system[name].url) for name in ("api", "worker")]
        assert all(status == 200 for status, _, _ in told)
        return told == [(200, word, {kafka})] * 2

    await eventually(is_so)


async def has_ended(kafka: Kafka) -> bool:
    return not kafka.program.is_running


async def test_commands_succeed_without_kafka_and_all_is_relayed_and_audited_when_it_is_back(
    system: RunningSystem,
    client: httpx2.AsyncClient,
    writer: Bearer,
    own_kafka: Kafka,
    databases: dict[str, ServiceDatabase],
) -> None:
    pid = own_kafka.program.pid
    assert pid
    async with writing(client, writer) as written:
        await grows(written)
        os.kill(pid, signal.SIGKILL)
        await eventually(lambda: has_ended(own_kafka))
        await become(client, system, "degraded", "degraded")
        await grows(written, by=40)
        await newcomer(client)
        await asyncio.to_thread(system["worker"].kill)  # who starts without Kafka waits for it as well
        await asyncio.to_thread(system["worker"].start)
        await become(client, system, "degraded", "degraded")
        await asyncio.to_thread(own_kafka.start)
        await grows(written)
    logs = await logs_of(databases)
    await becomes_complete(client, system.auditor, timeout_s=60)
    await become(client, system, "ok", "ok")
    await assert_audited_once(logs, databases["audit"])
    for service in SERVICES:
        await assert_relayed(logs[service], own_kafka.address, events_topic(service))
