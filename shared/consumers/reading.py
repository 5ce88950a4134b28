"""Reading a Kafka record: an event with its place in the log, or the reason why it is none."""

from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from aiokafka import ConsumerRecord

from shared.consumers.facts import Received
from shared.ids import SHARDS
from shared.origin import Origin

# attribute, least and most: the positions and epochs that there are and PostgreSQL can hold
_NUMBERS = (("epoch", 1, 2**31 - 1), ("shard", 0, SHARDS - 1), ("position", 1, 2**63 - 1))


class Unreadable(Exception):
    """The record holds no event of this log; the text says why."""


def read_record(record: "ConsumerRecord[Any, Any]", source: str, origin: Origin) -> Received:
    """Return the event in a record; raise `Unreadable`."""
    if record.value is None:
        raise Unreadable("it has no value")
    if record.key is None:
        raise Unreadable("it has no key")
    received = read_value(record.value, source, record, is_proven=origin.proves(record))
    if received.shard != record.partition:
        raise Unreadable("its shard is not its partition")
    if received.envelope["partitionkey"].encode() != record.key:
        raise Unreadable("its key is not its partitionkey")
    return received


def read_value(
    value: bytes, source: str, record: "ConsumerRecord[Any, Any] | None" = None, *, is_proven: bool = False
) -> Received:
    """Return the event in an envelope's bytes; raise `Unreadable`."""
    try:
        envelope = orjson.loads(value)
    except orjson.JSONDecodeError:
        raise Unreadable("it is not JSON") from None
    try:
        _check(envelope)
        if envelope["source"] != f"/{source}":
            raise Unreadable("it comes from another source")
        place = (envelope["epoch"], envelope["shard"], envelope["position"])
        return Received(source, *place, value, envelope, record, is_proven)
    except KeyError as error:
        raise Unreadable(f"it has no {error.args[0]}") from None
    except (TypeError, ValueError, AttributeError):
        raise Unreadable("it is no envelope") from None


def _check(envelope: dict[str, Any]) -> None:
    """Raise KeyError, TypeError or ValueError unless every field that is relied upon is there and can be stored."""
    UUID(envelope["id"])
    for name, least, most in _NUMBERS:
        if type(envelope[name]) is not int or not least <= envelope[name] <= most:
            raise ValueError(name)
    for name in ("source", "type", "subject", "partitionkey", "dataschema", "correlationid", "time"):
        if type(envelope[name]) is not str or "\0" in envelope[name]:
            raise TypeError(name)
    datetime.fromisoformat(envelope["recordedtime"])
    entity = envelope["data"]["entity"]
    if type(entity["type"]) is not str or type(entity["action"]) is not str:
        raise TypeError("entity")
