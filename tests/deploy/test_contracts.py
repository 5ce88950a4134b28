"""What the published documents promise cannot be broken unnoticed."""

from copy import deepcopy
from typing import Any

import pytest

from deploy.contracts.compatibility import broken

EVENT: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "properties": {"name": {"type": "string"}, "note": {"anyOf": [{"type": "string"}, {"type": "null"}]}},
    "required": ["name"],
}
PATH = "events/templates.TemplateMade/1.json"


def changed(**properties: Any) -> dict[str, Any]:
    schema = deepcopy(EVENT)
    schema["properties"] |= properties
    return schema


def test_an_optional_field_may_come() -> None:
    assert not list(broken(PATH, EVENT, changed(colour={"type": "string"})))


def test_descriptions_may_change() -> None:
    assert not list(broken(PATH, EVENT, EVENT | {"description": "anew"}))


@pytest.mark.parametrize(
    "new",
    [
        changed(colour={"type": "string"}) | {"required": ["name", "colour"]},
        changed(name={"type": "integer"}),
        changed(name={"type": "string", "maxLength": 3}),
        {**EVENT, "properties": {"note": EVENT["properties"]["note"]}, "required": []},
    ],
    ids=["a required field more", "another type", "a narrower field", "a field less"],
)
def test_what_old_events_or_old_readers_cannot_bear_is_refused(new: dict[str, Any]) -> None:
    assert list(broken(PATH, EVENT, new))


OPENAPI: dict[str, Any] = {
    "paths": {
        "/v1/things": {
            "post": {
                "parameters": [{"in": "header", "name": "If-Match", "required": False}],
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/New"}}}},
                "responses": {
                    "201": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}
                },
            }
        }
    },
    "components": {
        "schemas": {
            "New": {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}
            | {"additionalProperties": False},
            "Thing": {"type": "object", "properties": {"id": {"type": "string"}}, "required": ["id"]},
        }
    },
}


def test_an_api_may_take_and_answer_more() -> None:
    new = deepcopy(OPENAPI)
    new["components"]["schemas"]["New"]["properties"]["colour"] = {"type": "string"}
    new["components"]["schemas"]["Thing"]["properties"]["colour"] = {"type": "string"}
    new["paths"]["/v1/other"] = {"get": {"responses": {}}}
    assert not list(broken("openapi.json", OPENAPI, new))


def without_the_route(document: dict[str, Any]) -> None:
    del document["paths"]["/v1/things"]


def with_a_needed_header(document: dict[str, Any]) -> None:
    document["paths"]["/v1/things"]["post"]["parameters"][0]["required"] = True


def with_a_needed_member(document: dict[str, Any]) -> None:
    document["components"]["schemas"]["New"]["required"] = ["name", "colour"]
    document["components"]["schemas"]["New"]["properties"]["colour"] = {"type": "string"}


def without_an_answered_member(document: dict[str, Any]) -> None:
    document["components"]["schemas"]["Thing"] = {"type": "object", "properties": {}}


def with_another_status(document: dict[str, Any]) -> None:
    responses = document["paths"]["/v1/things"]["post"]["responses"]
    responses["200"] = responses.pop("201")


@pytest.mark.parametrize(
    "change",
    [without_the_route, with_a_needed_header, with_a_needed_member, without_an_answered_member, with_another_status],
)
def test_what_old_clients_cannot_bear_is_refused(change: Any) -> None:
    new = deepcopy(OPENAPI)
    change(new)
    assert len(list(broken("openapi.json", OPENAPI, new))) == 1
