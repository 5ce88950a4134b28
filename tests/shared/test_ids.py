"""Ids sort by time or follow from their cause; shards are the partitions that Kafka's own partitioner chooses."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from aiokafka.partitioner import DefaultPartitioner, murmur2
from hypothesis import given
from hypothesis import strategies as st

from shared.ids import SHARDS, _murmur2, derive_id, shard_of, uuid7

# From the tests of Kafka's own clients (UtilsTest.testMurmur2), as unsigned numbers.
KAFKA_VECTORS = {
    b"21": -973932308,
    b"foobar": -790332482,
    b"a-little-bit-long-string": -985981536,
    b"a-little-bit-longer-string": -1486304829,
    b"lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8": -58897971,
    b"abc": 479470107,
}


@pytest.mark.parametrize(("data", "expected"), KAFKA_VECTORS.items())
def test_murmur2_is_kafkas(data: bytes, expected: int) -> None:
    assert _murmur2(data) == expected % 2**32


@given(st.binary(max_size=64))
def test_murmur2_is_aiokafkas_for_any_bytes(data: bytes) -> None:
    assert _murmur2(data) == murmur2(data) % 2**32


@given(st.one_of(st.uuids().map(str), st.text(max_size=40)))
def test_the_shard_is_the_partition_of_kafkas_partitioner(key: str) -> None:
    partitions = list(range(SHARDS))
    assert shard_of(key) == DefaultPartitioner()(key.encode(), partitions, partitions)


def test_every_shard_gets_its_share_of_streams() -> None:
    shards = [shard_of(str(uuid7())) for _ in range(1200)]
    assert {shards.count(shard) > 50 for shard in range(SHARDS)} == {True}


def test_new_ids_are_version_7_and_sort_by_the_time_of_their_making() -> None:
    before = datetime.now(UTC).timestamp() * 1000
    made = [uuid7() for _ in range(1000)]
    after = datetime.now(UTC).timestamp() * 1000
    assert made == sorted(made)
    assert len(set(made)) == 1000
    assert {(each.version, each.variant) for each in made} == {(7, UUID(int=0x8 << 60).variant)}
    assert int(before) <= made[0].int >> 80 <= made[-1].int >> 80 <= after


@given(st.uuids(), st.lists(st.one_of(st.uuids(), st.text(), st.integers()), max_size=3))
def test_a_derived_id_follows_from_its_cause_and_parts_alone(cause: UUID, parts: list[object]) -> None:
    derived = derive_id(cause, *parts)
    assert derived == derive_id(cause, *parts)
    assert derived.version == 8
    assert derived.int >> 80 == cause.int >> 80


def test_derived_ids_differ_by_cause_stream_verb_and_the_place_of_each() -> None:
    cause, stream = uuid7(), uuid7()
    others = [
        derive_id(stream, cause, "delete"),
        derive_id(cause, stream, "restore"),
        derive_id(cause, stream),
        derive_id(cause, "delete", stream),
        derive_id(cause, f"{stream}delete"),
    ]
    assert len({derive_id(cause, stream, "delete"), *others}) == 6
