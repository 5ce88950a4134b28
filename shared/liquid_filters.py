"""Filters that differ from the library's: those whose result is a product of their arguments, and those about time."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

import orjson
from liquid.filter import liquid_filter, sequence_filter, string_filter

from shared.liquid_bounds import MAX_TEXT, TooMuch

LEFT_OUT = ("escapejs", "safe", "strip_html")
"""Filters of HTML pages; the last one takes quadratic time."""
_MAX_FORMAT = 100


@sequence_filter
def join(items: Iterable[object], separator: object = " ") -> str:
    """Return the items as text with the separator between them."""
    texts = [item if isinstance(item, str) else str(item) for item in items]
    between = str(separator)
    _refuse_beyond(sum(map(len, texts)) + len(texts) * len(between))
    return between.join(texts)


@string_filter
def replace(text: str, old: object, new: object = "") -> str:
    """Return the text with each occurrence of `old` replaced."""
    sought, instead = str(old), str(new)
    _refuse_beyond(len(text) + text.count(sought) * len(instead))
    return text.replace(sought, instead)


@sequence_filter
def uniq(items: Iterable[Any], key: object = None) -> list[Any]:
    """Return the items without repetitions, compared whole or by one of their members."""
    first: dict[bytes, Any] = {}
    for item in items:
        compared = item if key is None else item.get(key) if isinstance(item, dict) else None
        first.setdefault(orjson.dumps(compared, default=str, option=orjson.OPT_SORT_KEYS), item)
    return list(first.values())


@liquid_filter
def date(value: object, form: object = "%Y-%m-%d") -> str:
    """Return a time as text, in UTC: an ISO 8601 text, seconds since 1970, or `now`; other text stays as it is."""
    found = _time(value)
    return str(value) if found is None else found.strftime(str(form)[:_MAX_FORMAT])


def _time(value: object) -> datetime | None:
    if value in ("now", "today"):
        return datetime.now(UTC)
    try:
        if isinstance(value, int) or (isinstance(value, str) and value.isdecimal()):
            return datetime.fromtimestamp(int(value), UTC)
        found = datetime.fromisoformat(str(value))
    except (ValueError, OverflowError, OSError):
        return None
    return found.astimezone(UTC) if found.tzinfo else found


def _refuse_beyond(length: int) -> None:
    if length > MAX_TEXT:
        raise TooMuch(f"a text has more than {MAX_TEXT} characters")


FILTERS: dict[str, Callable[..., object]] = {"date": date, "join": join, "replace": replace, "uniq": uniq}
