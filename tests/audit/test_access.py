"""Who may do what: every route of the service, for every role, and without a token."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from services.audit.api import router
from services.templates.events import TemplateDeleted
from shared.main import Service
from tests.audit.conftest import COMPLETENESS, LOGS, Hear, Person
from tests.audit.sent import Sent

ENTRY = f"{LOGS}/{{entry_id}}"
ROUTES = [LOGS, ENTRY, COMPLETENESS]
WRITES = ["POST", "PUT", "PATCH", "DELETE"]


def path(route: str, id_: object) -> str:
    return route.format(entry_id=id_)


@pytest.fixture(scope="module")
async def entry(hear: Hear) -> str:
    """Return the id of an entry that is there."""
    event = Sent().of(TemplateDeleted())
    await hear(event)
    return str(event.id)


async def refusals(service: Service, person: Person) -> list[dict[str, Any]]:
    rows = await service.plumbing.database.fetch(
        "SELECT convert_from(body, 'UTF8')::jsonb -> 'data' AS data FROM events "
        "WHERE topic = 'audit.AccessRefused' AND convert_from(body, 'UTF8')::jsonb ->> 'actor' = %s",
        [f"user:{person.id}"],
    )
    return [row["data"] for row in rows]


def test_the_routes_are_these_and_all_of_them_read() -> None:
    found = {(route.path, *route.methods) for route in router.routes}  # type: ignore[attr-defined]
    assert found == {(route, "GET") for route in ROUTES}


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("role", ["auditor", "admin"])
async def test_auditors_and_administrators_may_read(
    somebody: Callable[..., Person], service: Service, entry: str, route: str, role: str
) -> None:
    person = somebody(role)
    assert (await person.client.get(path(route, entry))).status_code == 200
    assert await refusals(service, person) == []


@pytest.mark.parametrize("route", ROUTES)
async def test_users_are_refused_and_that_is_recorded(
    somebody: Callable[..., Person], service: Service, entry: str, route: str
) -> None:
    person = somebody()
    for id_ in (entry, uuid4(), "no-id"):
        response = await person.client.get(path(route, id_))
        assert (response.status_code, response.json()["type"]) == (403, "/problems/forbidden")
    recorded = await refusals(service, person)
    assert len(recorded) == 3
    for data in recorded:
        assert (data["entity"]["action"], data["entity"]["outcome"]) == ("refuse", "refused")
        told = data["payload"]
        assert (told["method"], told["route"], told["status"]) == ("GET", route, 403)


@pytest.mark.parametrize("route", ROUTES)
async def test_without_a_token_nothing_is_answered(transport: httpx2.ASGITransport, entry: str, route: str) -> None:
    async with httpx2.AsyncClient(transport=transport, base_url="http://test") as nobody:
        for headers in ({}, {"Authorization": "Bearer x.y.z"}):
            response = await nobody.get(path(route, entry), headers=headers)
            assert (response.status_code, response.json()["type"]) == (401, "/problems/unauthenticated")
            assert entry not in response.text


@pytest.mark.parametrize("method", WRITES)
@pytest.mark.parametrize("route", ROUTES)
async def test_nothing_is_ever_written_from_outside(
    somebody: Callable[..., Person], entry: str, route: str, method: str
) -> None:
    response = await somebody("admin").client.request(method, path(route, entry), json={})
    assert (response.status_code, response.headers["allow"]) == (405, "GET")
