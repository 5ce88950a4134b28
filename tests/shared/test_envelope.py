"""The envelope is CloudEvents 1.0; personal parts are sealed in it; its place is spliced in without touching a byte."""

from datetime import UTC, datetime, timedelta, timezone
from os import urandom
from typing import Any
from uuid import UUID, uuid4

import orjson
import pytest
from cloudevents.core.bindings.kafka import KafkaMessage, from_structured_event
from cloudevents.core.formats.json import JSONFormat
from pydantic import ValidationError

from shared.aggregates import Fact
from shared.context import Context
from shared.envelope import build_body, event_values, format_time, parse, splice
from shared.sealing import SealingKey
from tests.shared.orchard import ApplesPicked, Tree

PERSON, ACTOR = uuid4(), uuid4()
KEY = SealingKey(PERSON, uuid4(), urandom(32))
ACTOR_KEY = SealingKey(ACTOR, uuid4(), urandom(32))
CONTEXT = Context(
    actor=f"user:{ACTOR}",
    correlation_id="a-correlation",
    causation_id=uuid4(),
    traceparent="00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    ip_address="192.0.2.7",
    user_agent="Planter/1.0",
)
AT = datetime(2026, 3, 1, 12, 0, 0, 5, tzinfo=UTC)
NAMES = ("Oldest of all", "Eldest of all")


def facts() -> tuple[Fact, Fact]:
    tree = Tree.begin()
    tree.plant(NAMES[0], "apple", PERSON, tag_hash="a hash of a tag")
    tree.rename(NAMES[1], reason="grammar")
    planted, renamed = tree.collect_events()
    return planted, renamed


def body_of(fact: Fact, context: Context = CONTEXT, key: SealingKey | None = KEY) -> bytes:
    return build_body(
        fact,
        source="orchard",
        schemas="https://sysloom.example/schemas",
        context=context,
        key=key,
        actor_key=ACTOR_KEY,
    )


def data_of(body: bytes) -> dict[str, Any]:
    data: dict[str, Any] = orjson.loads(body)["data"]
    return data


def opened(fact: Fact, data: dict[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = orjson.loads(KEY.open(fact.id, "values", data["sealed"][str(PERSON)]))
    return values


def test_the_envelope_says_what_happened_to_what_and_for_whom() -> None:
    _, fact = facts()
    envelope = orjson.loads(body_of(fact))
    data = envelope.pop("data")
    assert envelope == {
        "specversion": "1.0",
        "id": str(fact.id),
        "source": "/orchard",
        "type": "orchard.TreeRenamed",
        "subject": str(fact.originator_id),
        "time": fact.timestamp.isoformat().replace("+00:00", "Z"),
        "datacontenttype": "application/json",
        "dataschema": "https://sysloom.example/schemas/orchard.TreeRenamed/1",
        "partitionkey": fact.stream_key,
        "actor": CONTEXT.actor,
        "correlationid": "a-correlation",
        "causationid": str(CONTEXT.causation_id),
        "traceparent": CONTEXT.traceparent,
    }
    assert data["entity"] == {
        "type": "tree",
        "id": str(fact.originator_id),
        "version": 2,
        "action": "update",
        "outcome": "success",
    }


def test_what_nobody_knows_is_left_out() -> None:
    planted, _ = facts()
    envelope = orjson.loads(body_of(planted, Context(correlation_id="alone")))
    assert not envelope.keys() & {"actor", "onbehalfof", "causationid", "traceparent"}
    assert "request" not in envelope["data"]


def test_it_is_a_cloud_event_to_the_sdk() -> None:
    fact, _ = facts()
    sent = splice(body_of(fact), 1, 4, 42, AT)
    event = from_structured_event(
        KafkaMessage({"content-type": b"application/cloudevents+json"}, None, sent), JSONFormat()
    )
    assert (event.get_id(), event.get_source(), event.get_type()) == (str(fact.id), "/orchard", "orchard.TreePlanted")
    assert event.get_extension("position") == 42


def test_personal_parts_are_nowhere_in_the_clear() -> None:
    for fact in facts():
        body = body_of(fact)
        for secret in (*NAMES, "192.0.2.7", "Planter", "a hash of a tag"):
            assert secret.encode() not in body


def test_the_sealed_part_holds_exactly_what_is_missing_in_the_clear() -> None:
    planted, renamed = facts()
    data = data_of(body_of(planted))
    assert opened(planted, data) == {"new": {"name": NAMES[0], "note": None}}
    assert (data["old_values"], data["new_values"]) == (
        {},
        {"deleted_at": None, "picked_g": 0, "planted_by": str(PERSON), "species": "apple"},
    )
    data = data_of(body_of(renamed))
    assert opened(renamed, data) == {"old": {"name": NAMES[0]}, "new": {"name": NAMES[1]}}
    assert (data["old_values"], data["new_values"], data["payload"]) == ({}, {}, {"reason": "grammar"})


def test_address_and_user_agent_are_sealed_under_the_actors_key() -> None:
    fact, _ = facts()
    request = data_of(body_of(fact))["request"]
    assert {name: ACTOR_KEY.open(fact.id, name, sealed) for name, sealed in request.items()} == {
        "ip_address": b"192.0.2.7",
        "user_agent": b"Planter/1.0",
    }


def test_a_text_released_from_its_person_stands_in_the_clear() -> None:
    _, fact = facts()
    data = data_of(body_of(fact, key=None))
    assert "sealed" not in data
    assert (data["old_values"], data["new_values"]) == ({"name": NAMES[0]}, {"name": NAMES[1]})


@pytest.mark.parametrize("key", [KEY, None], ids=["sealed", "released"])
def test_the_event_is_read_back_whole(key: SealingKey | None) -> None:
    for fact in facts():
        event = type(fact.event)
        data = data_of(body_of(fact, key=key))
        values = event_values(data, opened(fact, data) if key else None)
        assert event.read(values, event.VERSION) == fact.event


def test_the_place_is_spliced_in_and_all_else_stays_as_stored() -> None:
    body = body_of(facts()[0])
    sent = splice(body, 2, 11, 9_000_000_000, AT)
    assert sent.startswith(body[:-1])
    assert sent == splice(body, 2, 11, 9_000_000_000, AT)
    place = {"epoch": 2, "shard": 11, "position": 9_000_000_000, "recordedtime": "2026-03-01T12:00:00.000005Z"}
    assert orjson.loads(sent) == orjson.loads(body) | place


def test_what_was_sent_is_parsed() -> None:
    fact, _ = facts()
    envelope = parse(splice(body_of(fact), 1, 4, 42, AT))
    assert (envelope.id, envelope.shard, envelope.position, envelope.recordedtime) == (fact.id, 4, 42, AT)
    assert (envelope.actor, envelope.causationid) == (CONTEXT.actor, CONTEXT.causation_id)
    assert envelope.data.entity.id == fact.entity_id
    assert list(envelope.data.sealed) == [PERSON]


@pytest.mark.parametrize(
    "value",
    [b"", b"null", b"[]", b"{}", b"not json", b'{"specversion":"1.0"}', body_of(facts()[0])],
    ids=["empty", "null", "list", "object", "text", "only a version", "no place"],
)
def test_what_is_no_envelope_is_refused(value: bytes) -> None:
    with pytest.raises(ValidationError):
        parse(value)


def test_a_place_below_the_first_is_refused() -> None:
    with pytest.raises(ValidationError):
        parse(splice(body_of(facts()[0]), 1, 0, 0, AT))


def test_times_are_utc_with_microseconds_whatever_zone_they_come_in() -> None:
    assert format_time(AT.astimezone(timezone(timedelta(hours=2)))) == "2026-03-01T12:00:00.000005Z"
    assert format_time(AT.replace(microsecond=0)) == "2026-03-01T12:00:00.000000Z"


def test_ids_are_those_of_the_fact_however_often_it_is_built() -> None:
    fact, _ = facts()
    assert {orjson.loads(body_of(fact))["id"] for _ in range(3)} == {str(fact.id)}
    assert UUID(orjson.loads(body_of(fact))["subject"]) == fact.originator_id


def test_personal_state_is_sealed_also_by_events_that_do_not_name_it() -> None:
    tree = Tree.begin()
    tree.plant(NAMES[0], "apple", PERSON, tag_hash="a hash of a tag")
    tree.collect_events()
    tree.record(ApplesPicked(weight_g=3))
    (picked,) = tree.collect_events()
    picked.old_values, picked.new_values = {"name": NAMES[0]}, {"name": NAMES[1], "weight_g": 3}
    data = data_of(body_of(picked))
    assert (data["old_values"], data["new_values"]) == ({}, {"weight_g": 3})
    assert opened(picked, data) == {"old": {"name": NAMES[0]}, "new": {"name": NAMES[1]}}
