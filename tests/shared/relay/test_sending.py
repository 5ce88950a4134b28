"""The relay sends every event once, in order, to its shard's partition, and is woken when there is one."""

import asyncio
from datetime import datetime
from secrets import token_hex
from time import monotonic
from uuid import uuid4

import orjson
import pytest
from aiokafka import AIOKafkaProducer

from shared.aggregates import Invalid
from shared.context import Context, acting
from shared.envelope import MEDIA_TYPE
from shared.ids import SHARDS, shard_of
from shared.origin import Origin
from shared.topics import MAX_EVENT_BYTES, MAX_MESSAGE_BYTES
from tests.faults.evidence import log_of
from tests.shared.conftest import Owner
from tests.shared.log.things import INTERNAL_KEY, SOURCE, Thing
from tests.shared.relay.relays import Stand
from tests.waiting import eventually


async def test_the_log_is_on_kafka_in_order_with_its_own_bytes(stand: Stand) -> None:
    (thing, *_) = await stand.make(300)
    for number in range(250):
        await stand.application.rename_thing(thing.id, f"name {number}")
    log = await log_of(stand.database)
    assert all(log.values())
    assert len(log[shard_of(str(thing.id))]) > 250  # more than the relay reads of one shard at once
    async with stand.relaying():
        await stand.becomes_relayed()
        await stand.make(300)
        await stand.becomes_relayed()


async def test_a_record_has_the_key_time_and_headers_of_its_event(stand: Stand) -> None:
    with acting(Context(correlation_id="a story", ip_address="203.0.113.9", user_id=uuid4())):
        await stand.application.make_thing('"partitionkey":"x"', f"label {uuid4()}", owner=uuid4())
    async with stand.relaying():
        await stand.becomes_relayed()
    records = await stand.records()
    assert records
    origin = Origin(SOURCE, INTERNAL_KEY)
    for record in records:
        envelope = orjson.loads(record.value)
        assert record.headers == (("content-type", MEDIA_TYPE.encode()), origin.header(record.value))
        assert record.key == envelope["partitionkey"].encode()
        assert record.partition == envelope["shard"] == shard_of(envelope["partitionkey"])
        assert record.timestamp == milliseconds(envelope["recordedtime"])


def milliseconds(time: str) -> int:
    """Return a time in UTC with microseconds as milliseconds since 1970."""
    seconds, _, micros = time.removesuffix("Z").partition(".")
    return int(datetime.fromisoformat(f"{seconds}+00:00").timestamp()) * 1000 + int(micros[:3])


@pytest.mark.usefixtures("topic")
async def test_an_event_is_on_its_way_at_once_and_not_at_the_next_poll(stand: Stand) -> None:
    async with stand.relaying():
        await stand.make(1)
        await eventually(stand.cursors_are_at_the_ends)
        began = monotonic()
        for _ in range(20):
            await stand.make(1)
            await eventually(stand.cursors_are_at_the_ends, pause_s=0.005)
        assert monotonic() - began < 10  # by polling alone each would wait for the next second


async def test_an_event_of_which_nobody_told_the_relay_is_found(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    async with stand.relaying():
        await stand.make(1)
        await eventually(stand.cursors_are_at_the_ends)
        monkeypatch.setattr(stand.application.plumbing.log, "_waker", Silent())
        await stand.make(20)
        await stand.becomes_relayed()


class Silent:
    """A waker that wakes nobody."""

    def wake(self) -> None:
        pass

    async def close(self) -> None:
        pass


async def test_the_largest_event_there_may_be_is_sent_among_small_ones(stand: Stand) -> None:
    small = await stand.application.make_thing(token_hex(500), f"label {uuid4()}", owner=uuid4())
    room = MAX_EVENT_BYTES - await size(stand.owner, small)
    name = token_hex((1000 + room * 3 // 4 - 10) // 2)  # sealed text is a third longer, and not to be compressed
    async with stand.relaying():
        await stand.make(5)
        large = await stand.application.make_thing(name, f"label {uuid4()}", owner=uuid4())
        await stand.make(5)
        await stand.becomes_relayed()
    assert MAX_EVENT_BYTES - 100 < await size(stand.owner, large) <= MAX_EVENT_BYTES


async def size(owner: Owner, thing: Thing) -> int:
    """Return the length of a thing's first event."""
    row = await (await owner.execute("SELECT length(body) FROM events WHERE originator_id = %s", [thing.id])).fetchone()
    assert row
    return int(str(row[0]))


async def test_an_event_that_kafka_would_not_take_is_refused_before_it_stops_the_others(stand: Stand) -> None:
    async with stand.relaying():
        with pytest.raises(Invalid, match="too long"):
            await stand.application.make_thing("x" * MAX_MESSAGE_BYTES, label := f"label {uuid4()}")
        await stand.application.make_thing("x", label)
        await stand.becomes_relayed()


async def test_what_others_wrote_to_the_topic_is_passed_over(stand: Stand) -> None:
    things = await stand.make(100)
    async with stand.relaying():
        await stand.becomes_relayed()
        await eventually(stand.cursors_are_at_the_ends)
    foreign = await write_nonsense(stand.kafka, stand.topic)
    await stand.owner.execute("DELETE FROM relay_cursor")  # where it goes on is told by Kafka alone
    async with stand.relaying():
        await asyncio.gather(*(stand.application.rename_thing(thing.id, "other") for thing in things))
        await eventually(stand.cursors_are_at_the_ends)
    records = await stand.records()
    ours = [record.value for record in sorted(records, key=lambda r: (r.partition, r.offset)) if record.key != NOBODY]
    assert ours == [event for _, events in sorted((await log_of(stand.database)).items()) for event in events]
    assert len(records) == len(ours) + foreign


NOBODY = b"nobody"


async def write_nonsense(kafka: str, topic: str) -> int:
    """Write to all partitions what is no event of things, more than the relay looks at once; return how many."""
    stolen = {"source": "/others", "shard": 0, "position": 10**6}
    odd: list[bytes | None] = [None, b"", b"\xff", b"7", b"[]", b'"source"', b"{}", orjson.dumps(stolen)]
    odd.append(orjson.dumps({"source": "/things", "shard": "0", "position": "x"}))
    odd.append(orjson.dumps({"source": "/things", "shard": 99, "position": 10**6}))
    producer = AIOKafkaProducer(bootstrap_servers=kafka)
    await producer.start()
    try:
        sent = [
            await producer.send(topic, odd[number % len(odd)], NOBODY, shard)
            for number in range(130)
            for shard in range(SHARDS)
        ]
        await asyncio.gather(*sent)
    finally:
        await producer.stop()
    return len(sent)
