"""A letter keeps what could not be applied, under an id that follows from what it is: a redelivery adds none."""

from uuid import UUID

from shared.consumers.letters import Letter, letter_of, letter_of_event
from shared.consumers.reading import read_value
from tests.shared.consumers.wire import THING, TOPIC, envelope, received, record
from tests.shared.log.things import SOURCE


def refused(offset: int, *, shard: int = 3, value: bytes | None = b"nonsense") -> Letter:
    return letter_of(record(value, offset=offset, shard=shard), SOURCE, "it is not JSON")


def test_the_same_record_has_the_same_letter_whatever_is_the_matter_with_it() -> None:
    assert refused(5).id == refused(5, value=None).id
    ids = {refused(5).id, refused(6).id, refused(5, shard=4).id}
    assert len(ids) == 3


def test_the_same_event_has_the_same_letter_wherever_it_came_from() -> None:
    event = received(7)
    again = read_value(event.value, SOURCE, record(event.value, offset=90))
    dead = letter_of_event(event, "", "dead", "it cannot be applied", "ValueError")
    assert dead.id == letter_of_event(again, "", "parked", "its stream is parked").id
    others = {
        letter_of_event(received(7, epoch=2), "", "dead", "x").id,
        letter_of_event(received(8), "", "dead", "x").id,
    }
    assert len(others | {dead.id}) == 3


def test_topics_do_not_share_letters() -> None:
    event = received(7)
    assert letter_of_event(event, "", "dead", "x").id != letter_of_event(event, "other.", "dead", "x").id


def test_an_offset_is_no_position() -> None:
    ids = {refused(7).id, letter_of_event(received(7), "", "dead", "x").id}
    assert len(ids) == 2


def test_the_row_of_a_record_that_is_no_event_has_its_bytes_and_where_they_were() -> None:
    assert refused(5).values() == {
        "id": refused(5).id,
        "status": "dead",
        "topic": TOPIC,
        "partition": 3,
        "offset": 5,
        "source": SOURCE,
        "epoch": None,
        "shard": None,
        "position": None,
        "event_id": None,
        "stream": None,
        "type": None,
        "reason": "it is not JSON",
        "cause": None,
        "key": str(THING).encode(),
        "record": b"nonsense",
    }


def test_the_row_of_an_event_has_its_place_and_stream() -> None:
    value = envelope(7, epoch=2)
    event = read_value(value, SOURCE)
    letter = letter_of_event(event, "p.", "dead", "it cannot be applied", "ValueError")
    assert letter.values() == {
        "id": letter.id,
        "status": "dead",
        "topic": f"p.{TOPIC}",
        "partition": 3,
        "offset": None,
        "source": SOURCE,
        "epoch": 2,
        "shard": 3,
        "position": 7,
        "event_id": UUID(event.envelope["id"]),
        "stream": str(THING),
        "type": "things.ThingRenamed",
        "reason": "it cannot be applied",
        "cause": "ValueError",
        "key": str(THING).encode(),
        "record": value,
    }
