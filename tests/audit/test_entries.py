"""What an entry of the audit log is: made from the envelope alone, of whatever type the event is."""

from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

import orjson
import pytest

from services.audit.audit_log import GENESIS, Entry, acting_person, entry_of, link
from services.identity.events import LoginFailed, UserProfileChanged, UserRegistered
from services.templates.events import DataRead, TemplatePublished, TemplateRevised
from shared.context import Context
from shared.events import Event, personal_names
from tests.audit.sent import KEY, OCCURRED, RECORDED, THING, Sent
from tests.examples import ADA, BEN, EXAMPLES

SEALED = {"personal": {"sealed": True}}
PROFILE = UserProfileChanged(full_name="Ada B. Example")


def entry(event: Event, sent: Sent | None = None) -> Entry:
    return entry_of((sent or Sent()).of(event).envelope)


def metadata(event: Event, sent: Sent | None = None) -> dict[str, Any]:
    found: dict[str, Any] = orjson.loads(entry(event, sent).metadata)
    return found


@pytest.mark.parametrize("event", EXAMPLES, ids=lambda event: event.TOPIC)
def test_every_event_has_an_entry_that_tells_all_but_what_is_personal(event: Event) -> None:
    sent = Sent(position=17, epoch=2)
    found = entry(event, sent)
    told = event.model_dump(mode="json", exclude_unset=True)
    hidden = personal_names(type(event)) & told.keys()
    clear = {name: value for name, value in told.items() if name not in hidden}
    assert found == Entry(
        id=str(sent.id),
        user_id=str(ADA),
        entity_type=event.about(),
        entity_id=str(THING),
        action=event.ACTION,
        old_values=b"{}",
        new_values=orjson.dumps(clear | SEALED if hidden else clear),
        ip_address=None,
        user_agent=None,
        created_at=RECORDED,
        metadata=found.metadata,
    )
    assert orjson.loads(found.metadata) == {
        "type": event.TOPIC,
        "source": event.TOPIC.partition(".")[0],
        "epoch": 2,
        "shard": 3,
        "position": 17,
        "subject": str(THING),
        "version": 1,
        "outcome": event.OUTCOME,
        "occurred_at": OCCURRED.isoformat().replace("+00:00", "Z"),
        "correlation_id": "story",
        "causation_id": None,
        "traceparent": None,
        "actor": f"user:{ADA}",
        "on_behalf_of": None,
    } | ({"persons": [str(ADA)]} if hidden else {})


def test_the_examples_tell_who_registered_and_hide_how_he_is_called() -> None:
    [registered] = (event for event in EXAMPLES if isinstance(event, UserRegistered))
    found = entry(registered)
    assert (found.entity_type, found.action) == ("user", "create")
    assert orjson.loads(found.new_values) == {"role": "user", "is_active": True, "email_verified": False} | SEALED


@pytest.mark.parametrize(
    ("actor", "on_behalf_of", "person"),
    [
        (f"user:{ADA}", None, ADA),
        (f"user:{ADA}", f"user:{BEN}", ADA),
        ("key:0192a3b4-0000-7000-8000-0000000000e1", f"user:{BEN}", BEN),
        ("service:templates", f"user:{BEN}", BEN),
        ("service:templates", None, None),
        ("key:0192a3b4-0000-7000-8000-0000000000e1", None, None),
        (None, f"user:{BEN}", BEN),
        (None, None, None),
    ],
)
def test_the_acting_person_is_the_one_himself_or_for_whom_a_key_or_service_acts(
    actor: str | None, on_behalf_of: str | None, person: UUID | None
) -> None:
    assert acting_person(actor, on_behalf_of) == (str(person) if person else None)
    context = Context(actor=actor, on_behalf_of=on_behalf_of, correlation_id="story")
    found = entry(PROFILE, Sent(context=context))
    assert found.user_id == (str(person) if person else None)
    told = orjson.loads(found.metadata)
    assert (told["actor"], told["on_behalf_of"]) == (actor, on_behalf_of)


def test_an_event_about_nothing_in_particular_has_no_entity_id() -> None:
    found = entry(DataRead(kind="template", count=3), Sent(entity_id=None))
    assert (found.entity_type, found.entity_id) == ("template", None)


def test_what_was_there_before_is_sealed_as_what_is_there_since() -> None:
    before = {"content": "You coach people.", "usage_count": 7}
    found = entry(TemplateRevised(content="You coach."), Sent(version=4, before=before))
    assert orjson.loads(found.old_values) == {"usage_count": 7} | SEALED
    assert orjson.loads(found.new_values) == SEALED


def test_a_released_text_is_told_in_the_clear() -> None:
    event = TemplatePublished(name="Coach", description=None, content="You coach.", category=None, is_public=True)
    found = entry(event, Sent(sealed=False, version=2, before={"is_public": False}))
    assert orjson.loads(found.old_values) == {"is_public": False}
    assert orjson.loads(found.new_values) == event.model_dump()
    assert "persons" not in orjson.loads(found.metadata)


def test_a_failed_log_in_tells_its_outcome_and_reason() -> None:
    received = Sent(entity_id=None).of(LoginFailed(reason="wrong_password", email="ada@example.com"))
    data = received.envelope["data"]
    data["payload"], data["new_values"] = data["new_values"], {}  # an access event changes nothing
    found = entry_of(received.envelope)
    assert orjson.loads(found.new_values) == SEALED
    told = orjson.loads(found.metadata)
    assert (told["outcome"], told["payload"]) == ("failed", {"reason": "wrong_password"})


def test_address_and_user_agent_stay_sealed() -> None:
    context = Context(actor=f"user:{ADA}", correlation_id="story", ip_address="203.0.113.9", user_agent="curl/8")
    sent = Sent(context=context)
    found = entry(PROFILE, sent)
    assert found.ip_address
    assert found.user_agent
    assert KEY.open(sent.id, "ip_address", found.ip_address) == b"203.0.113.9"
    assert KEY.open(sent.id, "user_agent", found.user_agent) == b"curl/8"


def test_cause_and_trace_are_kept() -> None:
    trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    context = Context(correlation_id="story", causation_id=BEN, traceparent=trace)
    told = metadata(PROFILE, Sent(context=context))
    assert (told["causation_id"], told["traceparent"]) == (str(BEN), trace)


def test_an_unknown_type_is_told_from_its_envelope() -> None:
    envelope = Sent(version=9, before={"colour": "red"}).of(PROFILE).envelope
    envelope |= {"type": "orchard.TreeFelled", "source": "/orchard", "surprise": [1]}
    envelope["data"]["entity"] |= {"type": "tree", "action": "fell", "kind": "oak"}
    envelope["data"] |= {"new_values": {"colour": "brown", "deep": {"er": [None, 1.5]}}, "ahead": "of its time"}
    found = entry_of(envelope)
    assert (found.entity_type, found.action, found.created_at) == ("tree", "fell", RECORDED)
    assert orjson.loads(found.new_values) == {"colour": "brown", "deep": {"er": [None, 1.5]}} | SEALED
    assert orjson.loads(found.metadata)["type"] == "orchard.TreeFelled"


@pytest.mark.parametrize("missing", ["id", "recordedtime", "data", "epoch", "position", "correlationid"])
def test_what_is_no_envelope_has_no_entry(missing: str) -> None:
    envelope = Sent().of(PROFILE).envelope
    del envelope[missing]
    with pytest.raises(KeyError):
        entry_of(envelope)


def test_the_time_is_when_the_owner_recorded_it() -> None:
    later = datetime.fromisoformat("2026-05-04T12:00:00.000001+02:00")
    assert entry(PROFILE, Sent(recorded_at=later)).created_at == later


def test_a_link_is_the_hash_of_the_link_before_and_of_the_bytes() -> None:
    first = link(GENESIS, b"one")
    assert first.hash == sha256(b"one").digest()
    assert first.chain == sha256(bytes(32) + first.hash).digest()
    second = link(first.chain, b"two")
    assert second.chain == sha256(first.chain + sha256(b"two").digest()).digest()
    assert link(link(GENESIS, b"two").chain, b"one").chain != second.chain
