"""Who may do what: every route of the service, for every role, on one's own and on what is another's."""

from collections.abc import Callable
from typing import Any, NamedTuple
from uuid import UUID

import pytest

from services.templates.api import router
from shared.main import Service
from tests.templates.conftest import COACH, TEMPLATES, Person

ROLES = ("user", "admin", "auditor")
ONE = "/v1/templates/{template_id}"


class Rule(NamedTuple):
    """What a route answers: on one's own, on another's public one to users and auditors, and to administrators.

    On another's private one it is always 404; `published` says whether the route wants a public one.
    """

    own: int
    public: int | None = None
    admin: int | None = None
    body: dict[str, Any] | None = None
    published: bool = False


MATRIX = {
    ("POST", TEMPLATES): Rule(201, body=COACH),
    ("GET", TEMPLATES): Rule(200),
    ("GET", ONE): Rule(200, 200, 200),
    ("PATCH", ONE): Rule(200, 403, 403, {"name": "Another"}),
    ("DELETE", ONE): Rule(204, 403, 204),
    ("POST", f"{ONE}/publication"): Rule(200, 403, 403),
    ("DELETE", f"{ONE}/publication"): Rule(204, 403, 204, published=True),
    ("POST", f"{ONE}/rendering"): Rule(200, 200, 200, {"variables": {"role": "x"}}),
}
ROUTES = sorted((method, route.path) for route in router.routes for method in route.methods)  # type: ignore[attr-defined]
ON_ONE = [key for key in ROUTES if "{" in key[1]]


async def state_of(service: Service, template: dict[str, Any]) -> tuple[Any, int]:
    """Return the row of a template and the number of its events."""
    database = service.plumbing.database
    row = await database.fetch_one("SELECT * FROM templates WHERE id = %s", [template["id"]])
    return row, len(await database.fetch("SELECT 1 FROM events WHERE originator_id = %s", [template["id"]]))


async def refusals(service: Service, person: Person) -> list[dict[str, Any]]:
    """Return what is recorded of a person's refused calls."""
    rows = await service.plumbing.database.fetch(
        "SELECT convert_from(body, 'UTF8')::jsonb AS body FROM events WHERE topic = 'templates.AccessRefused' "
        "AND convert_from(body, 'UTF8')::jsonb ->> 'actor' = %s",
        [f"user:{person.id}"],
    )
    return [row["body"]["data"] for row in rows]


def test_the_matrix_has_every_route_and_no_other() -> None:
    assert sorted(MATRIX) == ROUTES


@pytest.mark.parametrize(("method", "route"), ROUTES)
async def test_without_a_token_nothing_is_answered(author: Person, service: Service, method: str, route: str) -> None:
    template = await author.writes(public=True)
    before = await state_of(service, template)
    del author.client.headers["Authorization"]
    body = MATRIX[method, route].body
    response = await author.client.request(method, route.format(template_id=template["id"]), json=body)
    assert response.status_code == 401
    assert await state_of(service, template) == before


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("method", "route"), ROUTES)
async def test_everybody_may_use_what_is_his_own(
    somebody: Callable[..., Person], method: str, route: str, role: str
) -> None:
    person, rule = somebody(role), MATRIX[method, route]
    template = await person.writes(public=rule.published)
    response = await person.client.request(method, route.format(template_id=template["id"]), json=rule.body)
    assert response.status_code == rule.own


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("method", "route"), ON_ONE)
async def test_anothers_private_template_does_not_exist_and_asking_is_recorded(
    somebody: Callable[..., Person], service: Service, method: str, route: str, role: str
) -> None:
    author, person, rule = somebody(), somebody(role), MATRIX[method, route]
    template = await author.writes()
    before = await state_of(service, template)
    path = route.format(template_id=template["id"])
    # a version that is wrong must not tell that there is something
    response = await person.client.request(method, path, json=rule.body, headers={"If-Match": '"99"'})
    missing = await person.client.request(method, route.format(template_id=UUID(int=1)), json=rule.body)
    assert response.status_code == missing.status_code == 404
    assert {**response.json(), "instance": ""} == {**missing.json(), "instance": ""}
    assert await state_of(service, template) == before
    [refused] = await refusals(service, person)
    assert refused["entity"]["id"] == template["id"]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("method", "route"), ON_ONE)
async def test_anothers_public_template_may_be_read_and_used_and_administrators_may_take_it_away(
    somebody: Callable[..., Person], service: Service, method: str, route: str, role: str
) -> None:
    author, person, rule = somebody(), somebody(role), MATRIX[method, route]
    template = await author.writes(public=True)
    before = await state_of(service, template)
    response = await person.client.request(method, route.format(template_id=template["id"]), json=rule.body)
    assert response.status_code == (rule.admin if role == "admin" else rule.public)
    if response.status_code == 403:
        assert await state_of(service, template) == before
        [refused] = await refusals(service, person)
        assert (refused["entity"]["id"], refused["payload"]["status"]) == (template["id"], 403)


@pytest.mark.parametrize("role", ROLES)
async def test_a_list_has_public_ones_and_ones_own(somebody: Callable[..., Person], role: str) -> None:
    author, person = somebody(), somebody(role)
    private, public, own = await author.writes(), await author.writes(public=True), await person.writes()
    listed = {item["id"] for item in (await person.client.get(TEMPLATES, params={"limit": 200})).json()["items"]}
    assert {public["id"], own["id"]} <= listed
    assert private["id"] not in listed
    mine = (await person.client.get(TEMPLATES, params={"mine": True})).json()["items"]
    assert [item["id"] for item in mine] == [own["id"]]


async def test_reading_what_is_private_is_summed_up_and_what_is_public_is_not_recorded(
    author: Person, stranger: Person, service: Service
) -> None:
    private, public = await author.writes(), await author.writes(public=True)
    for template in (private, public, private):
        await author.client.get(f"{TEMPLATES}/{template['id']}")
    await stranger.client.get(f"{TEMPLATES}/{public['id']}")
    await author.client.get(TEMPLATES)
    await service.application._accesses.flush()
    rows = await service.plumbing.database.fetch(
        "SELECT convert_from(body, 'UTF8')::jsonb AS body FROM events WHERE topic = 'templates.DataRead'"
    )
    found = [row["body"] for row in rows]
    assert not [body for body in found if body["actor"] == f"user:{stranger.id}"]
    [read] = [body["data"]["payload"] for body in found if body["actor"] == f"user:{author.id}"]
    assert (read["kind"], read["owner"], read["count"]) == ("template", str(author.id), 3)
