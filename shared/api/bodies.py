"""What comes in a request's body: strict JSON, and the base of all models for it."""

import re
from collections.abc import Callable
from typing import Annotated, Any

import orjson
from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

from shared.api.problems import Problem

MAX_BODY_BYTES = 256 * 1024
MAX_DEPTH = 32
_MEMBER = re.compile(rb'"\s*:')


class Body(BaseModel):
    """A request's body. Members that it does not name are refused; text is taken as it is, never stripped."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _one_line(text: str) -> str:
    if not text.strip():
        raise ValueError("must not be blank")
    if not text.isprintable():
        raise ValueError("must be one line without control characters")
    return text


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("must not be blank")
    return text


def max_bytes(limit: int) -> AfterValidator:
    """Validate that text takes at most `limit` bytes as UTF-8.

    As `content: Annotated[Text, max_bytes(65536)]`.
    """

    def check(text: str) -> str:
        if len(text.encode()) > limit:
            raise ValueError(f"must take at most {limit} bytes as UTF-8")
        return text

    return AfterValidator(check)


Name = Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(_one_line)]
"""A name or title: one line of at most 200 characters, not blank."""
Text = Annotated[str, AfterValidator(_not_blank)]
"""Text that is not blank; add a limit: `Annotated[Text, max_bytes(65536)]`."""


def parse(body: bytes) -> Any:
    """Return the value of a JSON text (RFC 8259); raise `Problem` if it is malformed, too deep or not storable.

    Invalid UTF-8 and lone surrogates are malformed. Repeated members are refused, because two parsers may read them
    differently; NUL is refused, because PostgreSQL cannot store it.
    """
    try:
        value = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise Problem("malformed-json", "The body is not valid JSON.") from None
    nul = b"\\u0000" in body
    if isinstance(value, dict) and not nul and not any(type(item) in _CONTAINERS for item in value.values()):
        members = len(value)
    else:
        members = _members(value, MAX_DEPTH, _refuse_nul if nul else None)
    # strings may hold what looks like a member, so more matches than members only raise a suspicion
    if members != len(_MEMBER.findall(body)) and members != _spelt_members(body):
        raise Problem("malformed-json", "The body names a member twice.")
    return value


_CONTAINERS = frozenset({dict, list})


def _members(value: Any, depth: int, check: Callable[[str], None] | None) -> int:
    """Count the members of all objects, so deep as allowed."""
    if isinstance(value, str):
        if check:
            check(value)
        return 0
    if not isinstance(value, (dict, list)):
        return 0
    if depth == 0:
        raise Problem("malformed-json", f"The body nests more than {MAX_DEPTH} deep.")
    if isinstance(value, list):
        return sum(_members(item, depth - 1, check) for item in value)
    if check:
        for name in value:
            check(name)
    return len(value) + sum(_members(item, depth - 1, check) for item in value.values())


def _refuse_nul(text: str) -> None:
    if "\0" in text:
        raise Problem("malformed-json", "The body contains the character NUL.")


_STRING = re.compile(rb'"(?:[^"\\]|\\.)*"(\s*:)?', re.DOTALL)


def _spelt_members(body: bytes) -> int:
    """Count the member names of a valid JSON text, repeated ones as often as they are written."""
    return sum(1 for match in _STRING.finditer(body) if match.group(1))
