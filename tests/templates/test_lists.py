"""Lists of templates: sorted, filtered, searched, and walked page by page while others write."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from services.templates.read_model import ORDERS, Order
from tests.templates.conftest import TEMPLATES, Person


async def items(person: Person, **params: Any) -> list[dict[str, Any]]:
    response = await person.client.get(TEMPLATES, params={"limit": 200} | params)
    assert response.status_code == 200, response.text
    found: list[dict[str, Any]] = response.json()["items"]
    return found


async def names(person: Person, **params: Any) -> list[str]:
    return [item["name"] for item in await items(person, **params)]


async def test_the_last_changed_comes_first(author: Person) -> None:
    first, _ = await author.writes(name="First"), await author.writes(name="Second")
    assert await names(author, mine=True) == ["Second", "First"]
    await author.client.patch(f"{TEMPLATES}/{first['id']}", json={"category": "changed"})
    assert await names(author, mine=True) == ["First", "Second"]


@pytest.mark.parametrize("order", ORDERS)
async def test_every_order_can_be_walked_page_by_page(author: Person, order: Order) -> None:
    made = [await author.writes(name=name) for name in ("b", "a", "c", "a", "B")]
    for used in (made[0], made[0], made[3]):
        await author.client.post(f"{TEMPLATES}/{used['id']}/rendering", json={"variables": {"role": "x"}})
    whole = await items(author, mine=True, sort=order)
    column = order.removeprefix("-")
    keys = [(item[column], item["id"]) for item in whole]
    assert keys == sorted(keys, reverse=order.startswith("-"))
    assert {item["id"] for item in whole} == {item["id"] for item in made}
    walked: list[dict[str, Any]] = []
    params: dict[str, Any] = {"mine": True, "sort": order, "limit": 2}
    while True:
        page = (await author.client.get(TEMPLATES, params=params)).json()
        walked += page["items"]
        if page["next_cursor"] is None:
            break
        params["cursor"] = page["next_cursor"]
    assert walked == whole


@pytest.mark.parametrize("order", ["created_at", "-created_at", "name"])
async def test_a_walk_sees_everything_that_was_there_once_while_others_are_written(
    somebody: Callable[..., Person], order: str
) -> None:
    author, reader, category = somebody(), somebody(), uuid4().hex
    there = [await author.writes(name=f"n{number}", category=category, public=True) for number in (3, 1, 4, 1, 5, 9, 2)]
    seen: list[str] = []
    params: dict[str, Any] = {"category": category, "sort": order, "limit": 2}
    while True:
        page = (await reader.client.get(TEMPLATES, params=params)).json()
        seen += [item["id"] for item in page["items"]]
        for person in (author, reader):
            await person.writes(name=f"n{len(seen)}", category=category, public=True)
        if page["next_cursor"] is None or len(seen) > 60:
            break
        params["cursor"] = page["next_cursor"]
        if order == "created_at" and len(seen) > 12:
            break  # in this order the new ones come last, and there is no end
    assert len(seen) == len(set(seen))
    assert {item["id"] for item in there} <= set(seen)


async def test_categories_are_told_apart(author: Person) -> None:
    await author.writes(name="One", category="one")
    await author.writes(name="None", category=None)
    assert await names(author, mine=True, category="one") == ["One"]
    assert await names(author, mine=True, category="on") == []


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("chess", {"Chess coach", "Tutor"}),
        ("CHESS C", {"Chess coach"}),
        ("%", {"100% sure"}),
        ("_", {"snake_case"}),
        ("\\", {"back\\slash"}),
        ("'; DROP TABLE templates; --", set()),
        ("äöü", {"ÄÖÜ"}),
        ("role", set()),
    ],
)
async def test_a_search_finds_text_in_name_and_description_as_it_is_written(
    author: Person, q: str, found: set[str]
) -> None:
    for name in ("Chess coach", "100% sure", "snake_case", "back\\slash", "ÄÖÜ"):
        await author.writes(name=name, description=None)
    await author.writes(name="Tutor", description="Teaches\nchess openings.")
    assert set(await names(author, mine=True, q=q)) == found


async def test_a_search_goes_on_over_pages_and_with_other_filters(author: Person) -> None:
    for number in range(5):
        await author.writes(name=f"Find {number}", category="even" if number % 2 == 0 else "odd")
    params: dict[str, Any] = {"mine": True, "q": "find", "category": "even", "sort": "name", "limit": 2}
    page = (await author.client.get(TEMPLATES, params=params)).json()
    rest = (await author.client.get(TEMPLATES, params=params | {"cursor": page["next_cursor"]})).json()
    assert [item["name"] for item in page["items"] + rest["items"]] == ["Find 0", "Find 2", "Find 4"]
    assert rest["next_cursor"] is None


async def test_a_cursor_is_good_for_its_own_query_and_person(author: Person, stranger: Person) -> None:
    for _ in range(3):
        await author.writes(public=True)
    params: dict[str, Any] = {"limit": 1, "sort": "name"}
    cursor = (await author.client.get(TEMPLATES, params=params)).json()["next_cursor"]
    for person, changed in (
        (author, {"sort": "-name"}),
        (author, {"mine": True}),
        (author, {"q": "x"}),
        (stranger, {}),
    ):
        response = await person.client.get(TEMPLATES, params=params | changed | {"cursor": cursor})
        assert (response.status_code, response.json()["type"]) == (400, "/problems/bad-request")
