"""A worker that is killed at its worst moments, while writes go on, loses nothing and does nothing twice."""

import asyncio
import signal

import httpx2
import pytest

from deploy.local.provision import ServiceDatabase
from shared.topics import events_topic
from tests.faults.evidence import assert_audited_once, assert_relayed, logs_of
from tests.faults.people import Bearer, becomes_complete, grows, writing
from tests.system.running import RunningSystem

PLACES = [
    ("others", "relay.after_read"),
    ("others", "relay.after_send"),
    ("others", "relay.before_commit"),
    ("others", "relay.after_commit"),
    ("audit", "consumer.after_read"),
    ("audit", "consumer.before_commit"),
    ("audit", "consumer.after_commit"),
]


@pytest.mark.parametrize(("worker", "place"), PLACES)
async def test_every_event_is_relayed_and_audited_once_after_a_kill(
    worker: str,
    place: str,
    system: RunningSystem,
    client: httpx2.AsyncClient,
    writer: Bearer,
    databases: dict[str, ServiceDatabase],
    kafka: str,
    topics: str,
) -> None:
    async with writing(client, writer) as written:
        await asyncio.to_thread(system[worker].stop)
        system[worker].launch(fault=f"{place}:kill")
        await asyncio.to_thread(system[worker].wait_until_ended)
        assert system[worker].exit_code == -signal.SIGKILL, system[worker].program.last_words()
        await grows(written)
        await asyncio.to_thread(system[worker].start)
        await grows(written)
    logs = await logs_of(databases)
    await becomes_complete(client, system.auditor)
    await assert_audited_once(logs, databases["audit"])
    await assert_relayed(logs["templates"], kafka, events_topic("templates", topics))
