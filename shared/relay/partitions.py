"""Where each partition of a topic ends: the last position of the log that is already on Kafka."""

from collections.abc import Sequence
from typing import Any

import orjson
from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition
from aiokafka.errors import UnknownTopicOrPartitionError

from shared.ids import SHARDS

_WINDOW = 100


async def last_positions(kafka: str, topic: str, source: str) -> dict[int, int]:
    """Return the position of the last event of `source` in each partition that holds any.

    Records that are none of the log's are passed over. Raises `aiokafka.errors.KafkaError`.
    """
    consumer = AIOKafkaConsumer(
        bootstrap_servers=kafka, group_id=None, enable_auto_commit=False, auto_offset_reset="earliest"
    )
    try:
        await consumer.start()
        if topic not in await consumer.topics():
            raise UnknownTopicOrPartitionError(topic)
        partitions = [TopicPartition(topic, shard) for shard in range(SHARDS)]
        consumer.assign(partitions)
        starts = await consumer.beginning_offsets(partitions)
        ends = await consumer.end_offsets(partitions)
        found: dict[int, int] = {}
        while open_ones := [p for p in partitions if ends[p] > starts[p]]:
            windows = {p: (max(starts[p], ends[p] - _WINDOW), ends[p]) for p in open_ones}
            for partition, records in (await _read(consumer, windows)).items():
                position = _last(records, source, partition.partition)
                if position is None:
                    ends[partition] = windows[partition][0]
                else:
                    found[partition.partition] = position
                    ends[partition] = starts[partition]
        return found
    finally:
        await consumer.stop()


async def _read(
    consumer: AIOKafkaConsumer, windows: dict[TopicPartition, tuple[int, int]]
) -> dict[TopicPartition, list[ConsumerRecord[Any, Any]]]:
    records: dict[TopicPartition, list[ConsumerRecord[Any, Any]]] = {partition: [] for partition in windows}
    for partition, (start, _) in windows.items():
        consumer.seek(partition, start)
    waiting = set(windows)
    while waiting:
        for partition, batch in (await consumer.getmany(*waiting, timeout_ms=500)).items():
            end = windows[partition][1]
            records[partition] += [record for record in batch if record.offset < end]
        waiting = {p for p in waiting if await consumer.position(p) < windows[p][1]}
    return records


def _last(records: Sequence[ConsumerRecord[Any, Any]], source: str, shard: int) -> int | None:
    for record in reversed(records):
        try:
            envelope = orjson.loads(record.value)
            if (envelope["source"], envelope["shard"]) == (f"/{source}", shard):
                return int(envelope["position"])
        except (TypeError, ValueError, KeyError):
            continue
    return None
