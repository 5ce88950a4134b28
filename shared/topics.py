"""The topics on Kafka: their names, and making them before anybody writes to them."""

from collections.abc import Iterable

from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import KafkaError, TopicAlreadyExistsError, for_code

from shared.ids import SHARDS

MAX_MESSAGE_BYTES = 8 * 1024 * 1024
MAX_EVENT_BYTES = MAX_MESSAGE_BYTES - 64 * 1024
"""What the stored form of an event may weigh, so that Kafka takes it with all that is put around it."""
_CONFIG = {"retention.ms": "-1", "retention.bytes": "-1", "max.message.bytes": str(MAX_MESSAGE_BYTES)}


def events_topic(service: str, prefix: str = "") -> str:
    """Return the topic of a service's events: partition = shard."""
    return f"{prefix}{service}.events"


def dead_topic(service: str, prefix: str = "") -> str:
    """Return the topic of what a service's consumers could not apply."""
    return f"{prefix}{service}.dead"


async def ensure_topics(kafka: str, services: Iterable[str], *, prefix: str = "", replication: int = -1) -> None:
    """Make the topics of these services where they are missing; raise `aiokafka.errors.KafkaError`.

    Retention is unlimited; a replication of -1 is the broker's own default.
    """
    topics = [(events_topic(service, prefix), SHARDS) for service in services]
    topics += [(topic.removesuffix(".events") + ".dead", 1) for topic, _ in topics]
    admin = AIOKafkaAdminClient(bootstrap_servers=kafka)
    await admin.start()
    try:
        answer = await admin.create_topics([_new_topic(name, partitions, replication) for name, partitions in topics])
    finally:
        await admin.close()
    for name, code, *_ in answer.topic_errors:
        error = for_code(code)
        if code and error is not TopicAlreadyExistsError:
            raise KafkaError(f"topic {name} was not made: {error.__name__}")


def _new_topic(name: str, partitions: int, replication: int) -> NewTopic:
    topic = NewTopic(name, partitions, 1, topic_configs=_CONFIG)
    topic.replication_factor = replication  # aiokafka's constructor refuses -1, which the protocol (KIP-464) allows
    return topic
