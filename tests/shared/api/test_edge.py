"""Several services behind one port: dispatch, one OpenAPI document, and pages that need no internet."""

import re
from typing import Any

import httpx2
import pytest

from shared.api.openapi import merged
from shared.main import beginning


@pytest.mark.parametrize(
    ("path", "begins"),
    [
        ("/v1/templates/x/publication", "v1/templates"),
        ("/v1/audit-logs", "v1/audit-logs"),
        ("/internal/identity/keys/x", "internal/identity"),
        ("/schemas/identity.UserRegistered/1", "schemas/identity"),
        ("/.well-known/jwks.json", ".well-known"),
        ("/oauth/token", "oauth"),
        ("/", ""),
    ],
)
def test_a_path_begins_with_its_service(path: str, begins: str) -> None:
    assert beginning(path) == begins


async def test_the_document_is_whole(client: httpx2.AsyncClient) -> None:
    document = (await client.get("/openapi.json")).json()
    assert document["openapi"].startswith("3.1")
    assert "/health/ready" in document["paths"]
    create = document["paths"]["/v1/things"]["post"]
    assert create["responses"]["201"]["content"]["application/json"]["schema"] == {
        "$ref": "#/components/schemas/ThingBody"
    }
    assert create["security"] == [{"bearer": []}]
    assert {"400", "401", "409", "413", "415", "422", "429", "503"} <= set(create["responses"])
    assert "Idempotency-Key" in {parameter["name"] for parameter in create["parameters"]}
    assert not [path for path in document["paths"] if path.startswith("/internal")]
    for reference in re.findall(r'"#/components/(\w+)/(\w+)"', (await client.get("/openapi.json")).text):
        assert reference[1] in document["components"][reference[0]]


def test_names_that_mean_different_things_are_told_apart() -> None:
    def document(service: str, type_: str) -> dict[str, Any]:
        schema = {"$ref": "#/components/schemas/Status"}
        return {
            "info": {"title": service},
            "paths": {f"/v1/{service}": {"get": {"responses": {"200": {"schema": schema}}}}},
            "components": {"schemas": {"Status": {"type": type_}}},
        }

    whole = merged([document("one", "string"), document("two", "integer")], title="t", version="1")
    assert whole["components"]["schemas"] == {"Status": {"type": "string"}, "TwoStatus": {"type": "integer"}}
    second = whole["paths"]["/v1/two"]["get"]["responses"]["200"]["schema"]
    assert second == {"$ref": "#/components/schemas/TwoStatus"}


async def test_the_page_needs_no_internet(client: httpx2.AsyncClient) -> None:
    page = (await client.get("/docs")).text
    assert "http://" not in page
    assert "https://" not in page
    for asset in re.findall(r'(?:src|href)="(docs/[^"]+)"', page):
        response = await client.get(f"/{asset}")
        assert response.status_code == 200
        assert len(response.content) > 500
    assert (await client.get("/docs/__init__.py")).status_code == 404


async def test_a_live_process_says_so(client: httpx2.AsyncClient) -> None:
    assert (await client.get("/health/live")).json() == {"status": "ok"}
