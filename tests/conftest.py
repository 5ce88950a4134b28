"""What all tests stand on: one PostgreSQL and one Kafka per run, and fresh databases and topics per module."""

import os
from collections.abc import AsyncIterator, Iterator
from secrets import token_hex

import pytest
from aiokafka.admin import AIOKafkaAdminClient

from deploy.local.provision import SERVICES, ServiceDatabase
from shared.topics import dead_topic, ensure_topics, events_topic
from tests import servers
from tests.databases import drop_templates, fresh_databases

STARTED_BY: dict[str, servers.Kind] = {"postgres_url": "postgres", "kafka": "kafka"}


def pytest_configure(config: pytest.Config) -> None:
    """Begin the run, unless this is one of its workers."""
    if not hasattr(config, "workerinput"):
        run = servers.Run()
        config.add_cleanup(run.end)
        if given := os.environ.get(servers.GIVEN["postgres"]):
            config.add_cleanup(lambda: drop_templates(given))


def pytest_collection_finish(session: pytest.Session) -> None:
    """Begin to start the servers that the chosen tests need, both at once; pure tests start none."""
    if not session.config.option.collectonly:
        needed = {name for item in session.items for name in getattr(item, "fixturenames", ())}
        for name in STARTED_BY.keys() & needed:
            servers.begin(STARTED_BY[name])


@pytest.fixture(scope="session")
def postgres_url() -> str:
    """Return a superuser's URL of the run's PostgreSQL."""
    return servers.address("postgres")


@pytest.fixture(scope="session")
def kafka() -> str:
    """Return the bootstrap servers of the run's Kafka."""
    return servers.address("kafka")


@pytest.fixture(scope="module")
def databases(postgres_url: str) -> Iterator[dict[str, ServiceDatabase]]:
    """Return the four databases, migrated and empty, of this module alone."""
    with fresh_databases(postgres_url) as made:
        yield made


@pytest.fixture(scope="module")
def topic_prefix() -> str:
    """Return the prefix of this module's topics."""
    return f"{token_hex(4)}."


@pytest.fixture(scope="module")
async def topics(kafka: str, topic_prefix: str) -> AsyncIterator[str]:
    """Make the topics of all services for this module alone, and return their prefix."""
    await ensure_topics(kafka, SERVICES, prefix=topic_prefix)
    yield topic_prefix
    admin = AIOKafkaAdminClient(bootstrap_servers=kafka)
    await admin.start()
    try:
        await admin.delete_topics(
            [name(service, topic_prefix) for service in SERVICES for name in (events_topic, dead_topic)]
        )
    finally:
        await admin.close()
