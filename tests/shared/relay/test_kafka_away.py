"""While Kafka is away, or its topic not made yet, events wait in the log, and are all sent when it is there."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from prometheus_client import REGISTRY

from deploy.local.kafka import Kafka
from deploy.local.provision import ServiceDatabase
from shared.topics import ensure_topics, events_topic
from tests.faults.evidence import assert_relayed, log_of
from tests.shared.conftest import Owner
from tests.shared.log.things import SOURCE, ThingsApplication
from tests.shared.relay.relays import becomes_relayed, cursors_are_at_the_ends, relaying
from tests.waiting import eventually


async def make(application: ThingsApplication, number: int = 50) -> None:
    await asyncio.gather(*(application.make_thing("name", f"label {uuid4()}") for _ in range(number)))


async def something_waits() -> bool:
    told = [REGISTRY.get_sample_value("sysloom_relay_behind", {"service": SOURCE, "shard": str(n)}) for n in range(12)]
    return any(told)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Kafka]:
    """Run a Kafka that may be stopped."""
    with Kafka(tmp_path / "kafka", throw_away=True) as server:
        yield server


async def test_all_is_sent_when_the_topic_is_made_and_when_kafka_comes_back(
    application: ThingsApplication, things_database: ServiceDatabase, owner: Owner, server: Kafka
) -> None:
    topic = events_topic(SOURCE)
    async with relaying(things_database.url, server.address, "") as relay:
        await make(application)
        await ensure_topics(server.address, [SOURCE])
        await becomes_relayed(things_database, server.address, topic)
        await eventually(lambda: cursors_are_at_the_ends(owner))
        await asyncio.to_thread(server.program.stop)
        await make(application)
        await eventually(something_waits)
        await make(application)
        await asyncio.to_thread(server.start)
        await eventually(lambda: cursors_are_at_the_ends(owner))
        assert not relay.done()
    await assert_relayed(await log_of(things_database), server.address, topic)
