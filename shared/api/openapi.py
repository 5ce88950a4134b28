"""The OpenAPI 3.1 document: what FastAPI knows, with errors as problem documents, and all services merged into one."""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from shared.api.problems import PROBLEM_JSON

Document = dict[str, Any]
_PROBLEM: Document = {
    "title": "Problem",
    "type": "object",
    "description": "RFC 9457. `type` is stable and documented at its own address; `instance` is the request's id.",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string", "examples": ["/problems/not-found"]},
        "title": {"type": "string", "examples": ["Not found"]},
        "status": {"type": "integer", "examples": [404]},
        "detail": {"type": "string", "examples": ["There is no such thing."]},
        "instance": {"type": "string", "examples": ["01936f0e-8a2b-7c3d-9e4f-5a6b7c8d9e0f"]},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["location", "message"],
                "properties": {"location": {"type": "string"}, "message": {"type": "string"}},
            },
        },
    },
}
_MEANINGS = {
    "400": "The request breaks a rule of HTTP or of this API.",
    "401": "No valid access token came.",
    "403": "The caller may not do this.",
    "404": "There is no such thing, or none that the caller may know of.",
    "409": "The command was refused.",
    "412": "It has changed since the version named in If-Match.",
    "413": "The body is longer than 256 KiB.",
    "415": "The body is not application/json.",
    "422": "The content isn't valid; `errors` says where.",
    "429": "Too many requests.",
    "503": "The service can't answer now.",
    "504": "What Wait-For names was not applied in time.",
}
_METHODS = frozenset({"get", "post", "put", "patch", "delete"})


def finished(document: Document) -> Document:
    """Return FastAPI's document with errors, security and common headers as this API has them."""
    document = deepcopy(document)
    components = document.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    schemas["Problem"] = _PROBLEM
    components["responses"] = {f"Problem{status}": _response(status) for status in _MEANINGS}
    components["securitySchemes"] = {"bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}}
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            if method in _METHODS:
                _finish(path, method, operation)
    return document


def merged(documents: Iterable[Document], *, title: str, version: str) -> Document:
    """Return one document for several services; component names that mean different things get their service's name."""
    result: Document = {"openapi": "3.1.0", "info": {"title": title, "version": version}, "paths": {}, "components": {}}
    for document in documents:
        renamed = _distinct(document, result["components"].get("schemas", {}))
        result["paths"].update(renamed["paths"])
        for kind, components in renamed["components"].items():
            result["components"].setdefault(kind, {}).update(components)
    return result


def _finish(path: str, method: str, operation: Document) -> None:
    parameters = operation.get("parameters", [])
    named = any(parameter["in"] == "path" for parameter in parameters)
    writes = method != "get"
    answers = {"400", "422", "429", "503", "504"}
    answers |= {"401", "403"} if operation.get("security") else set()
    answers |= {"404"} if named else set()
    answers |= {"409", "412"} if writes else set()
    answers |= {"413", "415"} if "requestBody" in operation else set()
    if path.startswith(("/health", "/problems", "/schemas")):
        answers = {"400", "404", "422"} if named else {"400"}
    responses = operation["responses"]
    responses.pop("422", None)
    for status in sorted(answers):
        responses[status] = {"$ref": f"#/components/responses/Problem{status}"}
    if path.startswith("/v1"):
        operation.setdefault("parameters", []).extend(_headers(writes=writes))


def _headers(*, writes: bool) -> list[Document]:
    text = {"type": "string"}
    found = [{"name": "Wait-For", "in": "header", "schema": text, "description": "Consistency tokens to wait for."}]
    if writes:
        about = "Makes the request repeatable: the same key and request get the same answer for 24 hours."
        found.append({"name": "Idempotency-Key", "in": "header", "schema": text, "description": about})
    return found


def _response(status: str) -> Document:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": _MEANINGS[status], "content": {PROBLEM_JSON: {"schema": schema}}}


def _distinct(document: Document, taken: Document) -> Document:
    document = deepcopy(document)
    schemas = document["components"].get("schemas", {})
    service = document["info"]["title"]
    clashing = {name for name, schema in schemas.items() if name in taken and taken[name] != schema}
    if not clashing:
        return document
    renames = {
        f"#/components/schemas/{name}": f"#/components/schemas/{service.capitalize()}{name}" for name in clashing
    }
    document["components"]["schemas"] = {
        f"{service.capitalize()}{name}" if name in clashing else name: schema for name, schema in schemas.items()
    }
    _rename(document, renames)
    return document


def _rename(value: Any, renames: dict[str, str]) -> None:
    if isinstance(value, list):
        for item in value:
            _rename(item, renames)
    elif isinstance(value, dict):
        if value.get("$ref") in renames:
            value["$ref"] = renames[value["$ref"]]
        for item in value.values():
            _rename(item, renames)
