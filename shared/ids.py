"""Ids that sort by time, ids that follow from their cause, and the shard of a stream."""

from hashlib import sha256
from uuid import UUID

import uuid_utils

SHARDS = 12
"""Shards of each service's log, which are the partitions of its Kafka topic."""

_MASK = 0xFFFFFFFF


def uuid7() -> UUID:
    """Return a new UUIDv7 (RFC 9562)."""
    return UUID(int=int(uuid_utils.uuid7()))


def derive_id(cause: UUID, *parts: object) -> UUID:
    """Return the UUIDv8 (RFC 9562) that follows from a cause and the text of the parts: the same ones, the same id.

    Its first 48 bits are the cause's, so that ids derived from a UUIDv7 sort by the time of their cause.
    """
    digest = sha256("\x1f".join(str(part) for part in (cause, *parts)).encode()).digest()[:10]
    low = int.from_bytes(digest, "big") & ~(0xF << 76) & ~(0x3 << 62)
    return UUID(int=(cause.int >> 80 << 80) | low | (0x8 << 76) | (0x2 << 62))


def shard_of(stream_key: str) -> int:
    """Return the shard, 0 to 11, of a stream key: the partition that Kafka's own partitioner would choose."""
    return (_murmur2(stream_key.encode()) & 0x7FFFFFFF) % SHARDS


def _murmur2(data: bytes) -> int:
    """Kafka's 32-bit MurmurHash2 with its seed (org.apache.kafka.common.utils.Utils.murmur2)."""
    m = 0x5BD1E995
    length = len(data)
    h = 0x9747B28C ^ length
    whole = length & ~3
    for i in range(0, whole, 4):
        k = (int.from_bytes(data[i : i + 4], "little") * m) & _MASK
        k = ((k ^ (k >> 24)) * m) & _MASK
        h = ((h * m) & _MASK) ^ k
    if tail := data[whole:]:
        h = ((h ^ int.from_bytes(tail, "little")) * m) & _MASK
    h = ((h ^ (h >> 13)) * m) & _MASK
    return h ^ (h >> 15)
