"""The topic of things, of a module alone."""

from collections.abc import AsyncIterator

import pytest
from aiokafka.admin import AIOKafkaAdminClient

from deploy.local.provision import ServiceDatabase
from shared.topics import dead_topic, ensure_topics, events_topic
from tests.shared.conftest import Owner
from tests.shared.log.things import SOURCE, ThingsApplication
from tests.shared.relay.relays import Stand


@pytest.fixture(scope="module")
async def topic(kafka: str, topic_prefix: str) -> AsyncIterator[str]:
    """Make the topics of things and return the name of the one with their events."""
    await ensure_topics(kafka, [SOURCE], prefix=topic_prefix)
    yield events_topic(SOURCE, topic_prefix)
    admin = AIOKafkaAdminClient(bootstrap_servers=kafka)
    await admin.start()
    try:
        await admin.delete_topics([name(SOURCE, topic_prefix) for name in (events_topic, dead_topic)])
    finally:
        await admin.close()


@pytest.fixture
def stand(
    application: ThingsApplication,
    things_database: ServiceDatabase,
    owner: Owner,
    kafka: str,
    topic_prefix: str,
    topic: str,
) -> Stand:
    """Return what a relay needs, and what it is compared with."""
    return Stand(application, things_database, owner, kafka, topic_prefix, topic)
