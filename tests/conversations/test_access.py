"""Who may do what: every route of the service, for every role, on what is one's own and what is not."""

from collections.abc import Callable
from typing import Any, NamedTuple
from uuid import UUID

import httpx2
import pytest

from services.conversations.api import router
from shared.main import Service
from tests.conversations.conftest import Person

ROLES = ("user", "admin", "auditor")


class Rule(NamedTuple):
    """What a route answers to everybody with a token: `own` on what is his or on nothing, `others` on another's."""

    own: int
    others: int | None = None
    body: dict[str, Any] | None = None


MATRIX = {
    ("POST", "/v1/conversations"): Rule(201, body={}),
    ("GET", "/v1/conversations"): Rule(200),
    ("GET", "/v1/conversations/{conversation_id}"): Rule(200, 404),
    ("PATCH", "/v1/conversations/{conversation_id}"): Rule(200, 404, {"title": "Another"}),
    ("DELETE", "/v1/conversations/{conversation_id}"): Rule(204, 404),
    ("POST", "/v1/conversations/{conversation_id}/prompts"): Rule(201, 404, {"user_input": "a chess coach"}),
    ("GET", "/v1/conversations/{conversation_id}/prompts"): Rule(200, 404),
    ("GET", "/v1/prompts/{prompt_id}"): Rule(200, 404),
}
ROUTES = sorted((method, route.path) for route in router.routes for method in route.methods)  # type: ignore[attr-defined]
TABLES = ("conversations", "prompts")


async def path_of(owner: Person, template: str) -> str:
    """Return a path on something that the owner has just made."""
    conversation = await owner.starts(title="Chess")
    prompt = await owner.asks(conversation, "a chess coach") if "{prompt_id}" in template else {"id": ""}
    return template.format(conversation_id=conversation["id"], prompt_id=prompt["id"])


def test_the_matrix_has_every_route_and_no_other() -> None:
    assert sorted(MATRIX) == ROUTES


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("method", "route"), ROUTES)
async def test_everybody_may_use_what_is_his_own(
    somebody: Callable[..., Person], method: str, route: str, role: str
) -> None:
    owner, rule = somebody(role), MATRIX[method, route]
    response = await owner.client.request(method, await path_of(owner, route), json=rule.body)
    assert response.status_code == rule.own


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("method", "route"), [key for key in ROUTES if "{" in key[1]])
async def test_what_is_anothers_does_not_exist_whatever_ones_role_and_asking_is_recorded(
    somebody: Callable[..., Person], service: Service, method: str, route: str, role: str
) -> None:
    owner, stranger, rule = somebody(), somebody(role), MATRIX[method, route]
    path = await path_of(owner, route)
    before = await state_of(service, owner)
    # a version that is wrong must not tell that there is something
    response = await stranger.client.request(method, path, json=rule.body, headers={"If-Match": '"99"'})
    missing = await stranger.client.request(method, _elsewhere(path), json=rule.body)
    assert response.status_code == rule.others == missing.status_code
    assert {**response.json(), "instance": ""} == {**missing.json(), "instance": ""}
    assert await state_of(service, owner) == before
    [refused] = await recorded(service, "AccessRefused", stranger)
    assert refused["entity"]["id"] in path
    assert (refused["payload"]["route"], refused["payload"]["status"]) == (route, 404)


@pytest.mark.parametrize(("method", "route"), ROUTES)
async def test_nobody_without_a_token_is_let_in(
    somebody: Callable[..., Person], transport: httpx2.ASGITransport, method: str, route: str
) -> None:
    path = await path_of(somebody(), route)
    async with httpx2.AsyncClient(transport=transport, base_url="http://test") as nobody:
        response = await nobody.request(method, path, json=MATRIX[method, route].body)
    assert (response.status_code, response.json()["type"]) == (401, "/problems/unauthenticated")


async def test_lists_hold_ones_own_only(somebody: Callable[..., Person]) -> None:
    await somebody().starts(title="not theirs")
    for role in ROLES:
        person = somebody(role)
        mine = await person.starts(title="mine")
        assert [one["id"] for one in (await person.client.get("/v1/conversations")).json()["items"]] == [mine["id"]]


async def test_ones_own_reads_are_recorded_as_a_sum(somebody: Callable[..., Person], service: Service) -> None:
    person = somebody()
    conversation = await person.starts()
    for path in ("/v1/conversations", f"/v1/conversations/{conversation['id']}"):
        await person.client.get(path)
    await person.client.get(f"/v1/conversations/{conversation['id']}/prompts")
    await service.application._accesses.flush()
    reads = await recorded(service, "DataRead", person)
    assert sorted((read["payload"]["kind"], read["payload"]["count"]) for read in reads) == [
        ("conversation", 2),
        ("prompt", 1),
    ]


async def recorded(service: Service, event: str, person: Person) -> list[dict[str, Any]]:
    """Return the data of a person's access events."""
    rows = await service.plumbing.database.fetch(
        "SELECT convert_from(body, 'UTF8')::jsonb AS body FROM events "
        "WHERE topic = %s AND convert_from(body, 'UTF8')::jsonb ->> 'actor' = %s",
        [f"conversations.{event}", f"user:{person.id}"],
    )
    return [row["body"]["data"] for row in rows]


async def state_of(service: Service, owner: Person) -> list[dict[str, Any]]:
    return [
        row
        for table in TABLES
        for row in await service.plumbing.database.fetch(f"SELECT * FROM {table} WHERE user_id = %s", [owner.id])  # noqa: S608
    ]


def _elsewhere(path: str) -> str:
    """Return the path with an id that nothing has."""
    parts = path.split("/")
    parts[3] = str(UUID(int=UUID(parts[3]).int ^ 1))
    return "/".join(parts)
