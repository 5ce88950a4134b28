"""What can be asked of the running system: the operations of its merged OpenAPI document, each with proper requests."""

from dataclasses import dataclass, field
from typing import Any

import httpx2

from tests.system.people import Person

Body = dict[str, Any]

BODIES: dict[str, tuple[Body, Body]] = {
    "POST /v1/users": (
        {"email": "one@example.com", "password": "correct horse", "full_name": "Ada Example"},
        {"email": "two@example.com", "password": "correct horse", "full_name": "Ada Example"},
    ),
    "PATCH /v1/users/{user_id}": ({"full_name": "Ada B. Example"}, {"full_name": "Ada C. Example"}),
    "POST /v1/sessions": (
        {"email": "one@example.com", "password": "correct horse"},
        {"email": "two@example.com", "password": "correct horse"},
    ),
    "POST /v1/sessions/refresh": ({"refresh_token": "one"}, {"refresh_token": "two"}),
    "POST /v1/templates": ({"name": "one", "content": "c"}, {"name": "two", "content": "c"}),
    "PATCH /v1/templates/{template_id}": ({"name": "first"}, {"name": "second"}),
    "POST /v1/templates/{template_id}/rendering": ({"variables": {"a": 1}}, {"variables": {"a": 2}}),
    "POST /v1/conversations": ({"title": "one"}, {"title": "two"}),
    "PATCH /v1/conversations/{conversation_id}": ({"title": "first"}, {"title": "second"}),
    "POST /v1/conversations/{conversation_id}/prompts": ({"user_input": "a coach"}, {"user_input": "a cook"}),
}
"""For each operation with a body a proper one, and another."""


@dataclass(frozen=True)
class Operation:
    """One operation of the document."""

    method: str
    path: str
    told: dict[str, Any] = field(repr=False, compare=False)

    @property
    def name(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def has_body(self) -> bool:
        return "requestBody" in self.told

    @property
    def needs_token(self) -> bool:
        return "security" in self.told

    @property
    def writes(self) -> bool:
        return self.takes("header", "Idempotency-Key")

    @property
    def body(self) -> Body | None:
        """A proper body, if it takes one."""
        return BODIES[self.name][0] if self.has_body else None

    def takes(self, place: str, name: str) -> bool:
        """Say whether it has this parameter."""
        return any((p["in"], p["name"]) == (place, name) for p in self.told.get("parameters", []))

    def ids(self) -> list[str]:
        """Return the names of the ids in its path."""
        named = [p["name"] for p in self.told.get("parameters", []) if p["in"] == "path"]
        return [name for name in named if name.endswith("_id")]


async def operations(client: httpx2.AsyncClient) -> list[Operation]:
    """Return all operations of `/v1` that the running system says it has."""
    document = (await client.get("/openapi.json")).raise_for_status().json()
    return [
        Operation(method.upper(), path, told)
        for path, methods in document["paths"].items()
        for method, told in methods.items()
        if path.startswith("/v1")
    ]


@dataclass
class Owner:
    """Somebody, and an id of his for each id that a path may have."""

    person: Person
    ids: dict[str, str]

    def path(self, operation: Operation, **other: str) -> str:
        """Return the path with his ids, or others."""
        return operation.path.format(**(self.ids | other))


async def owner(person: Person, auditor: Person) -> Owner:
    """Let a person have one thing of each kind; the entry is one of the audit log."""
    template = await person.call("POST", "/v1/templates", 201, {"name": "n", "content": "c"})
    conversation = await person.call("POST", "/v1/conversations", 201, {})
    prompts = f"/v1/conversations/{conversation['id']}/prompts"
    prompt = await person.call("POST", prompts, 201, {"user_input": "a coach"})
    entries = await auditor.call("GET", "/v1/audit-logs?limit=1", 200)
    ids = {"user_id": person.id, "template_id": template["id"], "conversation_id": conversation["id"]}
    return Owner(person, ids | {"prompt_id": prompt["id"], "entry_id": entries["items"][0]["id"]})
