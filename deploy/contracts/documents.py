"""The published documents, made from the code: JSON Schemas, one AsyncAPI 3 and one OpenAPI 3.1 document."""

import os
import tempfile
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, Union
from unittest.mock import patch

import orjson
from faststream.kafka import KafkaBroker
from faststream.specification import AsyncAPI
from pydantic import BaseModel, create_model

from deploy.local.environment import environment
from deploy.local.provision import SERVICES, ServiceDatabase
from deploy.local.state import Secrets
from shared.envelope import Envelope
from shared.events import Event, event_types
from shared.main import Service, merged_document
from shared.origin import HEADER
from shared.topics import events_topic

ASYNCAPI = "asyncapi.json"
OPENAPI = "openapi.json"
_TITLE, _VERSION = "Sysloom", "1.0.0"


def documents() -> dict[str, dict[str, Any]]:
    """Return every document by its path under deploy/contracts/."""
    services = _built()
    made = {schema_path(event): event.model_json_schema() for name in SERVICES for event in event_types(name).values()}
    return made | {ASYNCAPI: _asyncapi(), OPENAPI: merged_document(services)}


def schema_path(event: type[Event]) -> str:
    """Return where the schema of an event's current version stands."""
    return f"events/{event.TOPIC}/{event.VERSION}.json"


def text(document: dict[str, Any]) -> bytes:
    """Return a document as it is written: sorted, so that only what changes differs."""
    return orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE)


def _built() -> list[Service]:
    """Return the services with settings that lead nowhere: nothing is opened."""
    databases = {name: ServiceDatabase(f"postgresql://localhost/{name}", "") for name in SERVICES}
    with tempfile.TemporaryDirectory() as folder:
        env = environment(databases, "localhost:9092", "http://localhost:8000", Secrets(Path(folder) / "secrets.json"))
    with patch.dict(os.environ, env):
        return [import_module(f"services.{name}.main").build() for name in SERVICES]


def _asyncapi() -> dict[str, Any]:
    broker = KafkaBroker("localhost:9092")
    for service in SERVICES:
        broker.publisher(
            events_topic(service),
            title=events_topic(service),
            description=f"Every event of {service}: partition = shard, key = stream key, in the order of positions. "
            f"The header `{HEADER}` proves to Sysloom's own services who sent a record.",
            schema=_union([_envelope(event) for event in event_types(service).values()]),
        )
    document: dict[str, Any] = orjson.loads(
        AsyncAPI(broker, title=_TITLE, version=_VERSION).to_specification().to_json()
    )
    return document


def _envelope(event: type[Event]) -> type[BaseModel]:
    """Return the envelope of one event's type; its fields stand in `data`, the personal ones sealed."""
    kind: Any = Literal[event.TOPIC]
    return create_model(event.TOPIC.replace(".", "_"), __base__=Envelope, __doc__=event.__doc__, type=(kind, ...))


def _union(models: Sequence[type[BaseModel]]) -> Any:
    return Union[tuple(models)]  # noqa: UP007 - as many as there are
