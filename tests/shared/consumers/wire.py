"""Events of things as they stand on Kafka, made without a log."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import orjson
from aiokafka import ConsumerRecord

from shared.aggregates import Fact
from shared.consumers.facts import Received
from shared.consumers.reading import read_value
from shared.context import Context
from shared.envelope import build_body, splice
from shared.events import Event
from shared.ids import uuid7
from tests.shared.log.things import SOURCE, ThingRenamed

AT = datetime(2026, 5, 4, 10, tzinfo=UTC)
TOPIC = f"{SOURCE}.events"
THING = UUID("0192a3b4-0000-7000-8000-00000000111d")


def envelope(
    position: int, *, epoch: int = 1, shard: int = 3, event: Event | None = None, about: UUID = THING
) -> bytes:
    """Return an event's bytes; each call makes another event."""
    event = event or ThingRenamed(name="Anvil")
    fact = Fact(uuid7(), about, position, AT, event, str(about), None, {}, event.model_dump(), about)
    context = Context(correlation_id="story")
    body = build_body(fact, source=SOURCE, schemas="http://x/schemas", context=context, key=None, actor_key=None)
    return splice(body, epoch, shard, position, AT)


def received(position: int, *, epoch: int = 1, is_proven: bool = True) -> Received:
    """Return an event as it is read, by default from a record that the owner's relay sent."""
    return read_value(envelope(position, epoch=epoch), SOURCE, is_proven=is_proven)


def unproven(event: Received) -> Received:
    """Return the same event from a record that anybody may have sent."""
    return replace(event, is_proven=False)


def record(
    value: bytes | None,
    key: bytes | None = str(THING).encode(),
    *,
    shard: int = 3,
    offset: int = 0,
    headers: Sequence[tuple[str, bytes | None]] = (),
) -> "ConsumerRecord[Any, Any]":
    """Return a record as aiokafka hands it over."""
    sizes = len(key or b""), len(value or b"")
    return ConsumerRecord(TOPIC, shard, offset, 0, 0, key, value, None, *sizes, headers)


def changed(value: bytes, **attributes: Any) -> bytes:
    """Return an envelope with other attributes; None removes one."""
    whole = orjson.loads(value) | attributes
    return orjson.dumps({name: given for name, given in whole.items() if given is not None})
