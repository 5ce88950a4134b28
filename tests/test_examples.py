"""The examples are complete: whoever adds an event adds one."""

import json

import jsonschema
import pytest

from shared.events import Event, event_types
from tests.examples import EXAMPLES

SERVICES = ("identity", "templates", "conversations", "audit")


def test_every_event_has_one_example() -> None:
    known = [name for service in SERVICES for name in event_types(service)]
    assert sorted(known) == sorted(type(example).TOPIC for example in EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: type(example).TOPIC)
def test_an_example_is_read_again_from_its_json_and_fits_its_published_schema(example: Event) -> None:
    values = json.loads(example.model_dump_json(exclude_unset=True))
    assert type(example).read(values, example.VERSION) == example
    jsonschema.validate(values, type(example).model_json_schema())
