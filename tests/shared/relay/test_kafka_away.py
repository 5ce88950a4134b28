"""While Kafka is away, or its topic not made yet, events wait in the log, and are all sent when it is there."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from prometheus_client import REGISTRY

from deploy.local.kafka import Kafka
from deploy.local.provision import ServiceDatabase
from shared.topics import ensure_topics, events_topic
from tests.faults.evidence import assert_relayed, log_of
from tests.shared.conftest import Owner
from tests.shared.log.things import SOURCE, ThingsApplication
from tests.shared.relay.relays import Stand
from tests.waiting import eventually


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
    stand = Stand(application, things_database, owner, server.address, "", events_topic(SOURCE))
    async with stand.relaying() as relay:
        await stand.make()
        await ensure_topics(server.address, [SOURCE])
        await stand.becomes_relayed()
        await eventually(stand.cursors_are_at_the_ends)
        await asyncio.to_thread(server.program.stop)
        await stand.make()
        await eventually(something_waits)
        await stand.make()
        await asyncio.to_thread(server.start)
        await eventually(stand.cursors_are_at_the_ends)
        assert not relay.done()
    await assert_relayed(await log_of(things_database), server.address, stand.topic)
