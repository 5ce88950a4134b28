"""Lists in pages: keyset cursors that are opaque, authenticated and bound to the query they came from."""

from collections.abc import Callable, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Annotated, Any, Generic, TypeVar
from urllib.parse import parse_qsl, urlencode
from uuid import UUID

import orjson
from fastapi import Depends, Query, Request, Response
from pydantic import BaseModel

from shared.api.access import caller_id
from shared.api.problems import Problem
from shared.api.seals import Opaque

T = TypeVar("T")
Key = tuple[Any, ...]
"""The values of the sort columns of one row: datetimes, UUIDs, numbers, text, booleans or None."""


class Page(BaseModel, Generic[T]):
    """One page of a list; `next_cursor` is null on the last one."""

    items: list[T]
    next_cursor: str | None


class Paging:
    """Where a page starts and how long it is. Read `limit + 1` rows beyond `after`, then call it with them."""

    __slots__ = ("_bound_to", "_cursors", "after", "limit")

    def __init__(self, cursors: Opaque, bound_to: bytes, limit: int, cursor: str | None) -> None:
        """Open the cursor; raise `Problem` (400) if it is not one of this very query."""
        self._cursors = cursors
        self._bound_to = bound_to
        self.limit = limit
        self.after: Key | None = None
        if cursor is not None:
            try:
                self.after = tuple(_typed(value) for value in cursors.read(cursor, bound_to))
            except (ValueError, TypeError, KeyError):
                raise Problem("bad-request", "The cursor is not one of this query.") from None

    def __call__(self, rows: Sequence[T], represent: Callable[[T], Any], key: Callable[[T], Key]) -> Response:
        """Return the page of these rows (at most `limit + 1`); `key` gives a row's sort values."""
        more = len(rows) > self.limit
        rows = rows[: self.limit]
        cursor = self._cursors.write([_plain(value) for value in key(rows[-1])], self._bound_to) if more else None
        page = {"items": [_content(represent(row)) for row in rows], "next_cursor": cursor}
        return Response(orjson.dumps(page), media_type="application/json")


async def _paging(
    request: Request,
    limit: Annotated[int, Query(ge=1, le=200, description="How many items at most.")] = 50,
    cursor: Annotated[str | None, Query(max_length=2048, description="`next_cursor` of the page before.")] = None,
) -> Paging:
    query = parse_qsl(request.scope["query_string"].decode("latin-1"), keep_blank_values=True)
    asked = sorted(pair for pair in query if pair[0] not in {"limit", "cursor"})
    binding = f"{request.scope['path']}?{urlencode(asked)}#{caller_id(request)}"
    return Paging(request.app.service.cursors, sha256(binding.encode()).digest(), limit, cursor)


PagingDep = Annotated[Paging, Depends(_paging)]
"""A list route's parameter `paging: PagingDep`; the query may then have `limit` (1 to 200) and `cursor`."""


def _content(represented: Any) -> Any:
    return represented.model_dump(mode="json") if isinstance(represented, BaseModel) else represented


def _plain(value: Any) -> Any:
    match value:
        case datetime():
            return {"t": value.isoformat()}
        case UUID():
            return {"u": str(value)}
        case _:
            return value


def _typed(value: Any) -> Any:
    match value:
        case {"t": str(text)}:
            return datetime.fromisoformat(text)
        case {"u": str(text)}:
            return UUID(text)
        case _:
            return value
