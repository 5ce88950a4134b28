"""Event classes name their type and their personal fields; types are found in a closed list."""

from uuid import uuid4

import pytest
from pydantic import ValidationError

from shared.events import AccessRefused, DataRead, event_types, find_event
from tests.shared.orchard import ApplesPicked, TreePlanted, TreeRenamed

PLANTED = {"name": "Oldest", "species": "apple", "planted_by": uuid4()}


def test_a_type_is_named_after_its_service_and_class() -> None:
    assert TreePlanted.TOPIC == "orchard.TreePlanted"
    assert find_event("orchard.TreePlanted") is TreePlanted


@pytest.mark.parametrize(
    "name",
    ["orchard.Unknown", "TreePlanted", "services.orchard.events.TreePlanted", "os.system", "shared.events:Event", ""],
)
def test_a_name_off_the_wire_finds_nothing_that_is_not_in_the_list(name: str) -> None:
    assert find_event(name) is None


def test_the_events_of_a_service_are_listed_by_name() -> None:
    assert event_types("orchard") == {
        "orchard.ApplesPicked": ApplesPicked,
        "orchard.TreePlanted": TreePlanted,
        "orchard.TreeRenamed": TreeRenamed,
    }
    assert not event_types("orch")


def test_personal_fields_are_found_optional_ones_too() -> None:
    assert TreePlanted.personal_fields == {"name", "note"}
    assert not ApplesPicked.personal_fields


def test_the_schema_says_which_fields_are_personal() -> None:
    properties = TreePlanted.model_json_schema()["properties"]
    assert {name for name, schema in properties.items() if "x-personal" in str(schema)} == {"name", "note"}


def test_an_event_cannot_be_changed_nor_hold_what_it_does_not_know() -> None:
    event = TreePlanted.model_validate(PLANTED)
    with pytest.raises(ValidationError):
        event.name = "Other"  # type: ignore[misc]
    with pytest.raises(ValidationError):
        TreePlanted.model_validate({**PLANTED, "height": 3})


def test_stored_values_are_read_as_their_event_and_what_is_no_field_is_passed_over() -> None:
    event = TreePlanted.model_validate(PLANTED)
    assert TreePlanted.read({**PLANTED, "picked_g": 0}, 2) == event


def test_values_of_an_older_schema_are_upcast() -> None:
    old = {name: value for name, value in PLANTED.items() if name != "species"} | {"kind": "apple"}
    assert TreePlanted.read(old, 1) == TreePlanted.model_validate(PLANTED)
    with pytest.raises(ValidationError):
        TreePlanted.read(old, 2)


def test_access_events_say_what_they_were_about() -> None:
    refused = AccessRefused(method="GET", route="/v1/trees/{id}", status=404)
    assert (refused.about(), refused.OUTCOME) == ("route", "refused")
    assert refused.model_copy(update={"entity_type": "tree"}).about() == "tree"
    assert DataRead(kind="tree").about() == "tree"
    assert TreeRenamed(name="Eldest").about() == "tree"
