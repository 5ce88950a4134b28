"""A record is an event with its place in its owner's log, or it is refused with the reason; nothing else happens."""

import sys
from typing import Any

import orjson
import pytest

from shared.consumers.reading import Unreadable, read_record, read_value
from shared.origin import HEADER, Origin
from tests.shared.consumers.wire import THING, changed, envelope, record
from tests.shared.log.things import SOURCE

GOOD = envelope(7, epoch=2)
KEY = b"k" * 32
ORIGIN = Origin(SOURCE, KEY)


def test_a_record_that_is_an_event_is_read_with_its_place() -> None:
    kafka = record(GOOD, offset=41)
    found = read_record(kafka, SOURCE, ORIGIN)
    assert (found.source, found.epoch, found.shard, found.position) == (SOURCE, 2, 3, 7)
    assert (found.value, found.record, found.stream) == (GOOD, kafka, str(THING))
    assert (found.type, str(found.id)) == ("things.ThingRenamed", orjson.loads(GOOD)["id"])


def test_what_the_relay_sent_is_proven() -> None:
    assert read_record(record(GOOD, headers=[("content-type", b"x"), ORIGIN.header(GOOD)]), SOURCE, ORIGIN).is_proven


@pytest.mark.parametrize(
    "header",
    [
        None,
        ("content-type", b"application/cloudevents+json"),
        (HEADER, None),
        (HEADER, b""),
        (HEADER, ORIGIN.header(GOOD)[1][:-1]),
        (HEADER, ORIGIN.header(GOOD)[1].hex().encode()),
        ORIGIN.header(envelope(8)),
        Origin("others", KEY).header(GOOD),
        Origin(SOURCE, b"another key of 32 bytes, exactly").header(GOOD),
    ],
    ids=["none", "another", "NULL", "empty", "cut", "as text", "of other bytes", "of another source", "another key"],
)
def test_what_anybody_else_sent_is_not_proven(header: tuple[str, bytes | None] | None) -> None:
    assert not read_record(record(GOOD, headers=[header] if header else []), SOURCE, ORIGIN).is_proven


def test_what_comes_from_the_feed_has_no_record() -> None:
    assert read_value(GOOD, SOURCE).record is None


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (None, "it has no value"),
        (b"", "it is not JSON"),
        (b"\xff\xfe", "it is not JSON"),
        (b"{", "it is not JSON"),
        (b'{"a":NaN}', "it is not JSON"),
        (b"[" * 5000, "it is not JSON"),
        (b'{"id":"\xed\xa0\x80"}', "it is not JSON"),
        (b"null", "it is no envelope"),
        (b"7", "it is no envelope"),
        (b'"text"', "it is no envelope"),
        (b"[]", "it is no envelope"),
        (b"{}", "it has no id"),
    ],
    ids=repr,
)
def test_what_is_no_object_is_refused(value: bytes | None, reason: str) -> None:
    with pytest.raises(Unreadable, match=f"^{reason}$"):
        read_record(record(value), SOURCE, ORIGIN)


@pytest.mark.parametrize(
    "name",
    [
        *("id", "epoch", "shard", "position", "source", "type", "subject"),
        *("partitionkey", "dataschema", "correlationid", "time", "recordedtime", "data"),
    ],
)
@pytest.mark.parametrize("value", ["missing", None, [], {"a": 1}, True, 1.5], ids=repr)
def test_each_attribute_that_is_relied_upon_must_be_there_and_of_its_type(name: str, value: Any) -> None:
    broken = orjson.loads(GOOD)
    if value == "missing":
        del broken[name]
    else:
        broken[name] = value
    reason = f"it has no {name}" if value == "missing" else "it (is no envelope|has no entity)"
    with pytest.raises(Unreadable, match=f"^{reason}$"):
        read_record(record(orjson.dumps(broken)), SOURCE, ORIGIN)


@pytest.mark.parametrize(
    ("attributes", "reason"),
    [
        ({"position": -1}, "it is no envelope"),
        ({"position": 0}, "it is no envelope"),
        ({"position": 2**63}, "it is no envelope"),
        ({"position": "7"}, "it is no envelope"),
        ({"epoch": 0}, "it is no envelope"),
        ({"epoch": 2**31}, "it is no envelope"),
        ({"shard": 12}, "it is no envelope"),
        ({"type": "things.\0"}, "it is no envelope"),
        ({"partitionkey": "\0"}, "it is no envelope"),
        ({"epoch": 1.0}, "it is no envelope"),
        ({"id": "no-uuid"}, "it is no envelope"),
        ({"recordedtime": "yesterday"}, "it is no envelope"),
        ({"data": {}}, "it has no entity"),
        ({"data": {"entity": {}}}, "it has no type"),
        ({"data": {"entity": {"type": "thing"}}}, "it has no action"),
        ({"data": {"entity": {"type": None, "action": "x"}}}, "it is no envelope"),
        ({"source": "/templates"}, "it comes from another source"),
        ({"source": SOURCE}, "it comes from another source"),
        ({"shard": 4}, "its shard is not its partition"),
        ({"partitionkey": "another"}, "its key is not its partitionkey"),
    ],
    ids=str,
)
def test_values_that_cannot_be_are_refused(attributes: dict[str, Any], reason: str) -> None:
    with pytest.raises(Unreadable, match=f"^{reason}$"):
        read_record(record(changed(GOOD, **attributes)), SOURCE, ORIGIN)


@pytest.mark.parametrize(("key", "reason"), [(None, "it has no key"), (b"", "its key is not its partitionkey")])
def test_a_record_has_the_key_of_its_stream(key: bytes | None, reason: str) -> None:
    with pytest.raises(Unreadable, match=f"^{reason}$"):
        read_record(record(GOOD, key), SOURCE, ORIGIN)


@pytest.mark.parametrize("type_", ["antigravity", "tests.shared.orchard", "os.system", "things.NeverHeardOf", "…", ""])
def test_a_type_is_a_name_and_nothing_more(type_: str) -> None:
    before = set(sys.modules)
    assert read_record(record(changed(GOOD, type=type_)), SOURCE, ORIGIN).type == type_
    assert set(sys.modules) == before
