"""Topics are made before anybody writes to them: a partition per shard, kept for ever, large enough for any event."""

import pytest
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import KafkaError

from shared.ids import SHARDS
from shared.topics import MAX_MESSAGE_BYTES, dead_topic, ensure_topics, events_topic
from tests.shared.log.things import SOURCE

WANTED = {
    "cleanup.policy": "delete",
    "retention.ms": "-1",
    "retention.bytes": "-1",
    "max.message.bytes": str(MAX_MESSAGE_BYTES),
    "message.timestamp.type": "CreateTime",
}


async def test_a_topic_has_its_partitions_and_keeps_everything(kafka: str, topic_prefix: str, topic: str) -> None:
    assert topic == f"{topic_prefix}things.events"
    wanted = {topic: SHARDS, dead_topic(SOURCE, topic_prefix): 1}
    assert await partitions(kafka, list(wanted)) == wanted
    for name in wanted:
        settings = await settings_of(kafka, name)
        assert {key: settings[key] for key in WANTED} == WANTED


async def test_topics_that_are_there_stay_as_they_are(kafka: str, topic_prefix: str, topic: str) -> None:
    before = await settings_of(kafka, topic)
    await ensure_topics(kafka, [SOURCE], prefix=topic_prefix)
    assert await settings_of(kafka, topic) == before
    assert await partitions(kafka, [topic]) == {topic: SHARDS}


async def test_a_topic_that_cannot_be_made_is_an_error(kafka: str) -> None:
    with pytest.raises(KafkaError, match=r"no topic!things\.events was not made: InvalidTopicError"):
        await ensure_topics(kafka, [SOURCE], prefix="no topic!")


async def test_names_have_the_prefix_in_front() -> None:
    assert (events_topic("identity"), dead_topic("identity")) == ("identity.events", "identity.dead")
    assert events_topic("identity", "blue.") == "blue.identity.events"


async def partitions(kafka: str, topics: list[str]) -> dict[str, int]:
    """Return the number of partitions of each topic."""
    admin = AIOKafkaAdminClient(bootstrap_servers=kafka)
    await admin.start()
    try:
        return {found["topic"]: len(found["partitions"]) for found in await admin.describe_topics(topics)}
    finally:
        await admin.close()


async def settings_of(kafka: str, topic: str) -> dict[str, str]:
    """Return the settings of a topic."""
    admin = AIOKafkaAdminClient(bootstrap_servers=kafka)
    await admin.start()
    try:
        (answer,) = await admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, topic)])
    finally:
        await admin.close()
    return {entry[0]: entry[1] for entry in answer.resources[0][4]}
