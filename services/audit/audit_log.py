"""The ledger: what a row of the audit log and a link of the chain are, from the bytes of an event and nothing else."""

from datetime import datetime
from hashlib import sha256
from typing import Any, NamedTuple

import orjson

GENESIS = bytes(32)
"""What the chain of each source and shard begins with."""

PERSONAL = {"personal": {"sealed": True}}
"""Stands among old and new values for their personal part: what it says only the received bytes hold, under a key."""


class Entry(NamedTuple):
    """One row of `audit_logs`: ids as text, values as JSON; `ip_address` and `user_agent` are sealed texts (JWE).

    `created_at` is the time when the event's owner recorded it, which never decreases in a shard and by which all cuts
    go. When it occurred is only said: it stands in `metadata`.
    """

    id: str
    user_id: str | None
    entity_type: str
    entity_id: str | None
    action: str
    old_values: bytes
    new_values: bytes
    ip_address: str | None
    user_agent: str | None
    created_at: datetime
    metadata: bytes


class Link(NamedTuple):
    """One link of the chain: `hash` is SHA-256 of the received bytes, `chain` SHA-256 of the link before and `hash`."""

    hash: bytes
    chain: bytes


def entry_of(envelope: dict[str, Any]) -> Entry:
    """Return the row of an event, whatever its type; raise KeyError, TypeError or ValueError if it is no envelope."""
    data = envelope["data"]
    entity, request = data["entity"], data.get("request") or {}
    sealed = data.get("sealed")
    # a stream's first event has nothing before it, so that its sealed part is all new
    was_sealed = sealed and entity["version"] > 1
    return Entry(
        id=envelope["id"],
        user_id=acting_person(envelope.get("actor"), envelope.get("onbehalfof")),
        entity_type=entity["type"],
        entity_id=entity.get("id"),
        action=entity["action"],
        old_values=_values(data["old_values"], was_sealed),
        new_values=_values(data["new_values"], sealed),
        ip_address=request.get("ip_address"),
        user_agent=request.get("user_agent"),
        created_at=datetime.fromisoformat(envelope["recordedtime"]),
        metadata=orjson.dumps(_metadata(envelope, data)),
    )


def link(previous: bytes, record: bytes) -> Link:
    """Return the link of a record's bytes to the chain that ended with `previous`."""
    digest = sha256(record).digest()
    return Link(digest, sha256(previous + digest).digest())


def acting_person(actor: str | None, on_behalf_of: str | None) -> str | None:
    """Return the id of the person who acts: himself, or the one for whom a key or a service does; None for nobody."""
    for name in (actor, on_behalf_of):
        if name and name.startswith("user:"):
            return name[5:]
    return None


def _values(clear: dict[str, Any], sealed: Any) -> bytes:
    if sealed:
        clear = {**clear, **PERSONAL}
    return orjson.dumps(clear) if clear else b"{}"


def _metadata(envelope: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    entity = data["entity"]
    found = {
        "type": envelope["type"],
        "source": envelope["source"][1:],
        "epoch": envelope["epoch"],
        "shard": envelope["shard"],
        "position": envelope["position"],
        "subject": envelope["subject"],
        "version": entity["version"],
        "outcome": entity["outcome"],
        "occurred_at": envelope["time"],
        "correlation_id": envelope["correlationid"],
        "causation_id": envelope.get("causationid"),
        "traceparent": envelope.get("traceparent"),
        "actor": envelope.get("actor"),
        "on_behalf_of": envelope.get("onbehalfof"),
    }
    if payload := data.get("payload"):
        found["payload"] = payload
    if sealed := data.get("sealed"):
        found["persons"] = list(sealed)
    return found
