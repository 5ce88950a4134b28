"""The envelope of an event: CloudEvents 1.0 in structured JSON, built once, then spliced with its place in the log."""

from datetime import UTC, datetime
from typing import Any, Literal
from uuid import UUID

import orjson
from pydantic import BaseModel, ConfigDict, Field

from shared.aggregates import Fact
from shared.context import Context
from shared.events import personal_names
from shared.sealing import SealingKey

MEDIA_TYPE = "application/cloudevents+json"


class Entity(BaseModel):
    """What the event happened to, and what kind of act it was."""

    model_config = ConfigDict(extra="allow")

    type: str
    id: UUID | None
    version: int
    action: str
    outcome: Literal["success", "refused", "failed"]


class Request(BaseModel):
    """Where a request came from, each a JWE under the actor's key."""

    ip_address: str | None = None
    user_agent: str | None = None


class Data(BaseModel):
    """What changed. A payload field equal to the new value of the same name stands under `new_values` only."""

    model_config = ConfigDict(extra="allow")

    entity: Entity
    old_values: dict[str, Any] = Field(default_factory=dict)
    new_values: dict[str, Any] = Field(default_factory=dict)
    payload: dict[str, Any] = Field(default_factory=dict)
    sealed: dict[UUID, str] = Field(default_factory=dict, description="person id → JWE of {old, new, payload}")
    request: Request | None = None


class Envelope(BaseModel):
    """One event as it stands on Kafka and in the feed."""

    model_config = ConfigDict(extra="allow")

    specversion: Literal["1.0"] = "1.0"
    id: UUID
    source: str
    type: str
    subject: str
    time: datetime
    datacontenttype: Literal["application/json"] = "application/json"
    dataschema: str
    epoch: int = Field(ge=1)
    shard: int = Field(ge=0)
    position: int = Field(ge=1)
    recordedtime: datetime
    partitionkey: str
    actor: str | None = None
    onbehalfof: str | None = None
    correlationid: str
    causationid: UUID | None = None
    traceparent: str | None = None
    data: Data


def build_body(
    fact: Fact, *, source: str, schemas: str, context: Context, key: SealingKey | None, actor_key: SealingKey | None
) -> bytes:
    """Return the stored form of an event: its envelope without epoch, shard, position and recordedtime.

    `key` seals the personal fields, None leaves them in the clear (released texts); `actor_key` seals address and user
    agent; `schemas` is the base URI of the schemas.
    """
    event = type(fact.event)
    old, new = dict(fact.old_values), dict(fact.new_values)
    payload = {
        name: value
        for name, value in fact.event
        if name in fact.event.model_fields_set and not (name in new and new[name] == value)
    }
    data: dict[str, Any] = {
        "entity": {
            "type": fact.event.about(),
            "id": fact.entity_id,
            "version": fact.originator_version,
            "action": event.ACTION,
            "outcome": event.OUTCOME,
        },
        "old_values": old,
        "new_values": new,
    }
    if payload:
        data["payload"] = payload
    if key and (personal := personal_names(event)):
        parts = {"old": old, "new": new, "payload": payload}
        hidden = {part: _take(values, personal) for part, values in parts.items()}
        if any(hidden.values()):
            sealed = key.seal(
                fact.id, "values", orjson.dumps({part: values for part, values in hidden.items() if values})
            )
            data["sealed"] = {str(key.person): sealed}
    if actor_key and (context.ip_address or context.user_agent):
        request = {"ip_address": context.ip_address, "user_agent": context.user_agent}
        data["request"] = {
            name: actor_key.seal(fact.id, name, value.encode()) for name, value in request.items() if value
        }
    attributes = {
        "specversion": "1.0",
        "id": fact.id,
        "source": f"/{source}",
        "type": event.TOPIC,
        "subject": str(fact.originator_id),
        "time": fact.timestamp,
        "datacontenttype": "application/json",
        "dataschema": f"{schemas}/{event.TOPIC}/{event.VERSION}",
        "partitionkey": fact.stream_key,
        "correlationid": context.correlation_id,
    }
    circumstances = {
        "actor": context.actor,
        "onbehalfof": context.on_behalf_of,
        "causationid": context.causation_id,
        "traceparent": context.traceparent,
    }
    attributes |= {name: value for name, value in circumstances.items() if value is not None}
    attributes["data"] = data
    return orjson.dumps(attributes, option=orjson.OPT_UTC_Z | orjson.OPT_NAIVE_UTC)


def splice(body: bytes, epoch: int, shard: int, position: int, recorded_at: datetime) -> bytes:
    """Return the envelope as it is sent: the stored bytes with the event's place in the log, not serialised again."""
    return b'%s,"epoch":%d,"shard":%d,"position":%d,"recordedtime":"%s"}' % (
        body[:-1],
        epoch,
        shard,
        position,
        format_time(recorded_at).encode(),
    )


def parse(value: bytes) -> Envelope:
    """Return the envelope of received bytes; raise `pydantic.ValidationError` (a `ValueError`) if they are none."""
    return Envelope.model_validate_json(value)


def format_time(at: datetime) -> str:
    """Return a time as RFC 3339 in UTC with microseconds."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def event_values(data: dict[str, Any], opened: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return the fields of the event from its data: new values, payload, and what was opened of the sealed part."""
    opened = opened or {}
    return {
        **data.get("new_values", {}),
        **opened.get("new", {}),
        **data.get("payload", {}),
        **opened.get("payload", {}),
    }


def _take(values: dict[str, Any], names: frozenset[str]) -> dict[str, Any]:
    """Remove the named values and return them."""
    return {name: values.pop(name) for name in names & values.keys()}
