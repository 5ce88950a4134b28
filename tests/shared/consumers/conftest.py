"""The world of a module that tests how a service hears another one."""

from collections.abc import AsyncIterator

import pytest
from aiokafka.admin import AIOKafkaAdminClient

from deploy.local.provision import ServiceDatabase
from shared.topics import dead_topic, ensure_topics, events_topic
from tests.shared.consumers.world import HEARER, Shelf, World
from tests.shared.log.things import SOURCE, running, settings


@pytest.fixture(scope="module")
async def things_topics(kafka: str, topic_prefix: str) -> AsyncIterator[str]:
    """Make the topics of the owner and of who hears it, for this module alone, and return their prefix."""
    await ensure_topics(kafka, [SOURCE, HEARER], prefix=topic_prefix)
    yield topic_prefix
    admin = AIOKafkaAdminClient(bootstrap_servers=kafka)
    await admin.start()
    try:
        names = [name(service, topic_prefix) for service in (SOURCE, HEARER) for name in (events_topic, dead_topic)]
        await admin.delete_topics(names)
    finally:
        await admin.close()


@pytest.fixture(scope="module")
async def world(things_database: ServiceDatabase, kafka: str, things_topics: str) -> AsyncIterator[World]:
    """Return the world, its owner answering."""
    given = settings(things_database.url, kafka)
    async with running(given) as application:
        world = World(application, given, kafka, things_topics, things_database.owner_url)
        async with world.open():
            yield world


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()
