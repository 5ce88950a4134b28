"""Lists come in pages, and a cursor is good for its own query and person only."""

from collections.abc import Callable
from uuid import uuid4

import httpx2
import pytest

from shared.api.paging import _plain, _typed
from shared.api.seals import Opaque


async def test_pages_follow_each_other_to_the_end(person: httpx2.AsyncClient) -> None:
    seen, cursor = [], ""
    while cursor is not None:
        page = (await person.get("/v1/things", params={"limit": 2} | ({"cursor": cursor} if cursor else {}))).json()
        seen += [item["name"] for item in page["items"]]
        cursor = page["next_cursor"]
    assert seen == ["1", "2", "3", "4", "5"]


async def test_a_cursor_belongs_to_its_query(person: httpx2.AsyncClient) -> None:
    cursor = (await person.get("/v1/things?limit=1&category=a")).json()["next_cursor"]
    assert (await person.get(f"/v1/things?limit=3&category=a&cursor={cursor}")).status_code == 200
    assert (await person.get(f"/v1/things?limit=1&category=b&cursor={cursor}")).status_code == 400


async def test_a_cursor_belongs_to_its_person(client: httpx2.AsyncClient, token: Callable[..., str]) -> None:
    def shown() -> dict[str, str]:
        return {"Authorization": f"Bearer {token(sub=str(uuid4()))}"}

    cursor = (await client.get("/v1/things?limit=1", headers=shown())).json()["next_cursor"]
    assert (await client.get(f"/v1/things?limit=1&cursor={cursor}", headers=shown())).status_code == 400


@pytest.mark.parametrize("cursor", ["", "x", "%20", "A" * 40, "A" * 2048, "%C3%A9"])
async def test_nonsense_for_a_cursor_is_refused(person: httpx2.AsyncClient, cursor: str) -> None:
    assert (await person.get(f"/v1/things?cursor={cursor}")).status_code == 400


@pytest.mark.parametrize("limit", ["0", "201", "-1", "x", "1e2"])
async def test_a_limit_out_of_range_is_refused(person: httpx2.AsyncClient, limit: str) -> None:
    assert (await person.get(f"/v1/things?limit={limit}")).status_code == 422


def test_a_text_of_another_purpose_or_secret_is_refused() -> None:
    text = Opaque(b"s" * 32, "one").write([1])
    assert Opaque(b"s" * 32, "one").read(text) == [1]
    for other in (Opaque(b"s" * 32, "two"), Opaque(b"t" * 32, "one")):
        with pytest.raises(ValueError, match="not a text of ours"):
            other.read(text)


def test_sort_values_keep_their_types() -> None:
    for value in (uuid4(), 3, "text", None, True):
        assert _typed(_plain(value)) == value
