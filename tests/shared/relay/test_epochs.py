"""A log that has lost its end: the relay stops the writes, a new epoch lets them go on, and no position comes twice."""

import asyncio
from collections import defaultdict
from collections.abc import Iterable
from uuid import uuid4

import orjson
import pytest
from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, RecordsToDelete
from prometheus_client import REGISTRY

from deploy.local.provision import ServiceDatabase
from shared.aggregates import Unavailable
from shared.ids import SHARDS
from shared.log.epochs import begin_epoch
from shared.relay.partitions import last_positions
from tests.shared.conftest import Owner
from tests.shared.log.things import SOURCE, ThingsApplication
from tests.shared.relay.relays import cursors, relaying, whole_records
from tests.waiting import eventually

KEPT = 2
_FORGET = f"""
DELETE FROM things WHERE id IN (SELECT originator_id FROM events WHERE position > {KEPT});
DELETE FROM events WHERE position > {KEPT};
UPDATE log_head SET position = {KEPT};
UPDATE relay_cursor SET position = {KEPT};
"""  # noqa: S608 - a constant


@pytest.fixture
async def restored(
    application: ThingsApplication,
    things_database: ServiceDatabase,
    owner: Owner,
    kafka: str,
    topic_prefix: str,
) -> dict[int, int]:
    """Return per shard the last position on Kafka, of a log whose database was restored from an older backup."""
    async with relaying(things_database.url, kafka, topic_prefix):
        await make(application)
        await eventually(lambda: cursors_are_at_the_heads(owner))
    lost = await heads(owner)
    assert all(lost[shard] > KEPT for shard in range(SHARDS))
    await owner.execute(_FORGET)
    return lost


async def make(application: ThingsApplication) -> None:
    await asyncio.gather(*(application.make_thing("name", f"label {uuid4()}") for _ in range(150)))


async def reasons(owner: Owner) -> set[object]:
    """Return why shards take no writes; None stands for those that do."""
    return {halted async for (halted,) in await owner.execute("SELECT halted FROM log_head")}


def told(metric: str, **labels: object) -> float | None:
    return REGISTRY.get_sample_value(metric, {"service": SOURCE, **{name: str(of) for name, of in labels.items()}})


async def test_kafka_ahead_of_the_log_stops_the_writes_until_a_new_epoch_begins(
    restored: dict[int, int],
    application: ThingsApplication,
    things_database: ServiceDatabase,
    owner: Owner,
    kafka: str,
    topic_prefix: str,
    topic: str,
) -> None:
    before = await whole_records(kafka, topic)
    async with relaying(things_database.url, kafka, topic_prefix):
        await eventually(lambda: is_halted(owner))
        (reason,) = await reasons(owner)
        assert f"in 12 shards (shard 0: position {restored[0]} on Kafka, {KEPT} in the log)" in str(reason)
        assert told("sysloom_log_halted") == 1
        with pytest.raises(Unavailable):
            await make(application)
        assert len(await whole_records(kafka, topic)) == len(before)
        epoch = await begin_epoch(application.database, await last_positions(kafka, topic, SOURCE))
        await make(application)
        await eventually(lambda: cursors_are_at_the_heads(owner))
        assert told("sysloom_log_halted") == 0
    assert await reasons(owner) == {None}
    found = await owner.execute("SELECT shard, after FROM log_epochs WHERE epoch = %s", [epoch])
    assert {shard: after async for shard, after in found} == restored
    assert_counted(record.value for record in await whole_records(kafka, topic))


async def is_halted(owner: Owner) -> bool:
    return None not in await reasons(owner)


def assert_counted(values: Iterable[bytes]) -> None:
    """Compare what is on Kafka with 1, 2, 3, … per shard, in epochs that never fall."""
    placed = defaultdict(list)
    for envelope in map(orjson.loads, values):
        placed[envelope["shard"]].append((envelope["epoch"], envelope["position"]))
    for places in placed.values():
        epochs, positions = zip(*places, strict=True)
        assert list(positions) == list(range(1, len(positions) + 1))
        assert list(epochs) == sorted(epochs)
        assert epochs[-1] > 1


async def test_what_a_new_epoch_has_left_out_is_not_waited_for_when_kafka_has_lost_it_too(
    restored: dict[int, int],
    application: ThingsApplication,
    things_database: ServiceDatabase,
    owner: Owner,
    kafka: str,
    topic_prefix: str,
    topic: str,
) -> None:
    await begin_epoch(application.database, await last_positions(kafka, topic, SOURCE))
    await remove_all(kafka, topic)
    async with relaying(things_database.url, kafka, topic_prefix):
        await eventually(lambda: cursors_are_at_the_heads(owner))
        assert await heads(owner) == restored
        await eventually(nothing_is_behind)
        await make(application)
        await eventually(lambda: cursors_are_at_the_heads(owner))
    (first, *_) = [orjson.loads(record.value) for record in await whole_records(kafka, topic)]
    assert first["position"] == restored[first["shard"]] + 1


async def remove_all(kafka: str, topic: str) -> None:
    """Remove all records of a topic, as its retention would."""
    admin = AIOKafkaAdminClient(bootstrap_servers=kafka)
    await admin.start()
    try:
        await admin.delete_records({TopicPartition(topic, shard): RecordsToDelete(-1) for shard in range(SHARDS)})
    finally:
        await admin.close()


async def heads(owner: Owner) -> dict[int, int]:
    """Return per shard the last position of the log."""
    found = await owner.execute("SELECT shard, position FROM log_head")
    return {shard: position async for shard, position in found}  # type: ignore[misc]


async def cursors_are_at_the_heads(owner: Owner) -> bool:
    moved = await cursors(owner)
    return {shard: position for shard, (position, _) in moved.items()} == await heads(owner)


async def nothing_is_behind() -> bool:
    return all(told("sysloom_relay_behind", shard=shard) == 0 for shard in range(SHARDS))
