"""Whether a changed document still keeps the promise of the old one."""

from collections.abc import Iterator
from typing import Any, Literal

import jsoncompat
import orjson

from deploy.contracts.documents import OPENAPI

Document = dict[str, Any]
_METHODS = ("get", "post", "put", "patch", "delete")


def broken(path: str, old: Document, new: Document) -> Iterator[str]:
    """Yield what of an old document the new one no longer keeps, a sentence each."""
    if path == OPENAPI:
        yield from _broken_operations(old, new)
    elif path.startswith("events/"):
        if not _reads(old, new):
            yield f"{path}: an event stored before can no longer be read"
        if not _is_read_by(old, new):
            yield f"{path}: who reads it by the old schema no longer can"


def _broken_operations(old: Document, new: Document) -> Iterator[str]:
    for path, operations in old["paths"].items():
        for method in operations.keys() & set(_METHODS):
            name = f"{method.upper()} {path}"
            before, after = operations[method], new["paths"].get(path, {}).get(method)
            if after is None:
                yield f"{name} is gone"
                continue
            for parameter in _required(after) - _required(before):
                yield f"{name} needs the parameter {parameter}"
            sent = _body(before.get("requestBody"), old), _body(after.get("requestBody"), new)
            if sent[1] and not _reads(sent[0] or {"type": "null"}, sent[1]):
                yield f"{name} refuses bodies that it took"
            yield from _broken_answers(name, (before, old), (after, new))


def _broken_answers(name: str, before: tuple[Document, Document], after: tuple[Document, Document]) -> Iterator[str]:
    for status, answer in before[0]["responses"].items():
        if not status.startswith("2"):
            continue
        found = after[0]["responses"].get(status)
        was, now = _body(answer, before[1]), _body(found, after[1])
        if found is None or (was and not (now and _is_read_by(was, now))):
            yield f"{name} answers {status} otherwise than it did"


def _required(operation: Document) -> set[str]:
    return {f"{p['in']} {p['name']}" for p in operation.get("parameters", []) if p.get("required")}


def _body(holder: Document | None, document: Document) -> Document | None:
    """Return the JSON schema of a request's or answer's body, with what it refers to."""
    schema = (holder or {}).get("content", {}).get("application/json", {}).get("schema")
    return {**schema, "components": {"schemas": document["components"]["schemas"]}} if schema else None


def _reads(old: Document, new: Document) -> bool:
    """Say whether a reader of the new schema takes everything that was written by the old one."""
    return _compatible(old, new, "deserializer")


def _is_read_by(old: Document, new: Document) -> bool:
    """Say whether readers of the old schema, who pass over members unknown to them, take what the new one writes."""
    return _compatible(_open(old), _open(new), "serializer")


def _compatible(old: Document, new: Document, role: Literal["serializer", "deserializer"]) -> bool:
    return bool(jsoncompat.check_compat(orjson.dumps(old).decode(), orjson.dumps(new).decode(), role))


def _open(schema: Any) -> Any:
    """Return a schema that allows members that it does not name."""
    if isinstance(schema, list):
        return [_open(part) for part in schema]
    if isinstance(schema, dict):
        return {
            name: _open(part) for name, part in schema.items() if not (name == "additionalProperties" and part is False)
        }
    return schema
