"""A log that has lost its end: the relay stops the writes, a new epoch lets them go on, and no position comes twice."""

from collections import defaultdict
from collections.abc import Iterable

import orjson
import pytest
from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, RecordsToDelete
from prometheus_client import REGISTRY

from shared.aggregates import Unavailable
from shared.ids import SHARDS
from shared.log.epochs import begin_epoch
from shared.relay.partitions import last_positions
from tests.shared.conftest import Owner
from tests.shared.log.things import SOURCE
from tests.shared.relay.relays import Stand
from tests.waiting import eventually

KEPT = 2
_FORGET = f"""
DELETE FROM things WHERE id IN (SELECT originator_id FROM events WHERE position > {KEPT});
DELETE FROM events WHERE position > {KEPT};
UPDATE log_head SET position = {KEPT};
UPDATE relay_cursor SET position = {KEPT};
"""  # noqa: S608 - a constant


@pytest.fixture
async def restored(stand: Stand) -> dict[int, int]:
    """Return per shard the last position on Kafka, of a log whose database was restored from an older backup."""
    async with stand.relaying():
        await stand.make(150)  # enough for every shard
        await eventually(lambda: cursors_are_at_the_heads(stand))
    lost = await heads(stand.owner)
    assert all(lost[shard] > KEPT for shard in range(SHARDS))
    await stand.owner.execute(_FORGET)
    return lost


async def reasons(owner: Owner) -> set[object]:
    """Return why shards take no writes; None stands for those that do."""
    return {halted async for (halted,) in await owner.execute("SELECT halted FROM log_head")}


def told(metric: str, **labels: object) -> float | None:
    return REGISTRY.get_sample_value(metric, {"service": SOURCE, **{name: str(of) for name, of in labels.items()}})


async def test_kafka_ahead_of_the_log_stops_the_writes_until_a_new_epoch_begins(
    restored: dict[int, int], stand: Stand
) -> None:
    before = await stand.records()
    async with stand.relaying():
        await eventually(lambda: is_halted(stand.owner))
        (reason,) = await reasons(stand.owner)
        assert f"in 12 shards (shard 0: position {restored[0]} on Kafka, {KEPT} in the log)" in str(reason)
        assert told("sysloom_log_halted") == 1
        with pytest.raises(Unavailable):
            await stand.make(150)
        assert len(await stand.records()) == len(before)
        epoch = await begin_epoch(stand.application.database, await last_positions(stand.kafka, stand.topic, SOURCE))
        await stand.make(150)
        await eventually(lambda: cursors_are_at_the_heads(stand))
        assert told("sysloom_log_halted") == 0
    assert await reasons(stand.owner) == {None}
    found = await stand.owner.execute("SELECT shard, after FROM log_epochs WHERE epoch = %s", [epoch])
    assert {shard: after async for shard, after in found} == restored
    assert_counted(record.value for record in await stand.records())


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
    restored: dict[int, int], stand: Stand
) -> None:
    await begin_epoch(stand.application.database, await last_positions(stand.kafka, stand.topic, SOURCE))
    await remove_all(stand.kafka, stand.topic)
    async with stand.relaying():
        await eventually(lambda: cursors_are_at_the_heads(stand))
        assert await heads(stand.owner) == restored
        await eventually(nothing_is_behind)
        await stand.make(150)
        await eventually(lambda: cursors_are_at_the_heads(stand))
    (first, *_) = [orjson.loads(record.value) for record in await stand.records()]
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
    return {shard: position async for shard, position in found}


async def cursors_are_at_the_heads(stand: Stand) -> bool:
    moved = await stand.cursors()
    return {shard: position for shard, (position, _) in moved.items()} == await heads(stand.owner)


async def nothing_is_behind() -> bool:
    return all(told("sysloom_relay_behind", shard=shard) == 0 for shard in range(SHARDS))
