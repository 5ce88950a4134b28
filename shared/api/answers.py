"""How a command or a thing is answered: JSON, ETag, Location, consistency token, and the same again for a repeat."""

import hmac
import re
from collections.abc import Callable
from hashlib import sha256
from http import HTTPStatus
from typing import Annotated, Any
from uuid import UUID

import orjson
from fastapi import Depends, Header, Request
from fastapi.responses import Response
from pydantic import BaseModel

from shared.api.access import caller_id
from shared.api.problems import Problem
from shared.context import NOBODY, Idempotency, current
from shared.positions import Position

_UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})
_JSON = (b"content-type", b"application/json")
_WITHOUT_BODY = frozenset({HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED})
_MAX_KEY = 255
_ENTITY_TAG = re.compile(r'(?:W/)?"([^"]*)"')
_VERSION = re.compile(r"[0-9]{1,18}")

Represent = Callable[[Any], Any]
"""Turns the thing answered (an aggregate or a row) into a pydantic model or plain JSON."""


class Replayed(Exception):
    """The request came before: this is its answer."""

    def __init__(self, response: Response) -> None:
        """Take the answer to send again."""
        super().__init__("replayed")
        self.response = response


class _Ready(Response):
    """A response whose bytes and headers are at hand."""

    def __init__(self, status: int, headers: list[tuple[bytes, bytes]], body: bytes) -> None:
        self.status_code = status
        self.body = body
        self.background = None
        if status not in _WITHOUT_BODY:
            headers.append((b"content-length", str(len(body)).encode()))
        self.raw_headers = headers


class Answer:
    """Answers one request: `return answer(template)`."""

    __slots__ = ("_location", "_represent", "_request", "_status")

    def __init__(self, request: Request, represent: Represent | None, status: int, location: str | None) -> None:
        """Take the request and how its route answers."""
        self._request = request
        self._represent = represent
        self._status = status
        self._location = location

    def __call__(self, thing: Any = None) -> Response:
        """Return the response for a thing: a 304 where a GET names its version in If-None-Match."""
        headers, body = self._rendered(thing)
        if recorded := current().recorded:
            token: str = self._request.app.service.consistency.write(recorded)
            headers.append((b"consistency-token", token.encode()))
        known = self._request.scope["sysloom.headers"].get(b"if-none-match")
        if known and self._status == HTTPStatus.OK and self._request.method == "GET" and _matches(known, headers):
            return _Ready(HTTPStatus.NOT_MODIFIED, [header for header in headers if header[0] != b"content-type"], b"")
        return _Ready(self._status, headers, body)

    def stored(self, thing: Any) -> bytes:
        """Return the whole answer as bytes, for `Idempotency.answer`."""
        headers, body = self._rendered(thing)
        kept = {name.decode(): value.decode() for name, value in headers}
        return orjson.dumps({"status": self._status, "headers": kept, "body": body.decode()})

    def _rendered(self, thing: Any) -> tuple[list[tuple[bytes, bytes]], bytes]:
        body, headers = b"", []
        if self._represent is not None:
            represented = self._represent(thing)
            is_model = isinstance(represented, BaseModel)
            body = represented.__pydantic_serializer__.to_json(represented) if is_model else orjson.dumps(represented)
            headers.append(_JSON)
        if thing is None:
            return headers, body
        row = thing if isinstance(thing, dict) else None
        version = row.get("version") if row is not None else getattr(thing, "version", None)
        if version is not None:
            headers.append((b"etag", b'"%d"' % version))
        if self._status == HTTPStatus.CREATED:
            found = row["id"] if row is not None else thing.id
            place = self._location.format(id=found) if self._location else f"{self._request.scope['path']}/{found}"
            headers.append((b"location", place.encode()))
        return headers, body


class Answering:
    """The dependency behind `answers`: looks up whether the request came before, and prepares its answer."""

    def __init__(self, represent: Represent | None, status: int, location: str | None, *, secret: bool) -> None:
        """Take how the route answers."""
        self.represent = represent
        self.status = status
        self._location = location
        self._secret = secret

    async def __call__(self, request: Request) -> Answer:
        """Return the answer to fill; raise `Replayed`, or `Problem` 422 and 409 for a key that came before."""
        answer = Answer(request, self.represent, self.status, self._location)
        key = request.scope["sysloom.headers"].get(b"idempotency-key")
        if key is not None and request.method in _UNSAFE:
            await self._claim(request, answer, _key(key))
        return answer

    async def _claim(self, request: Request, answer: Answer, key: str) -> None:
        service = request.app.service
        digest = b"" if self._secret else _digest(service.idempotency_key, request, await request.body())
        caller = caller_id(request) or NOBODY
        current().idempotency = Idempotency(key, digest, None if self._secret else answer.stored, caller)
        await replay(service, caller, key, digest)


async def replay(service: Any, caller: UUID, key: str, digest: bytes) -> None:
    """Raise what a repeat is answered with; return if the caller has not used this key before."""
    stored = await service.application.stored_answer(caller, key)
    if stored is None:
        return
    if not stored.digest or not digest:
        raise Problem(
            "key-used", "A call with this Idempotency-Key was made. Its answer holds a secret and is not kept."
        )
    if not hmac.compare_digest(stored.digest, digest):
        raise Problem("key-reused", "This Idempotency-Key came before, with another request.")
    kept = orjson.loads(stored.answer)
    headers = [(name.encode(), value.encode()) for name, value in kept["headers"].items()]
    headers.append((b"idempotency-replayed", b"true"))
    # where the command stands in the log is not kept; whoever waits for the heads of now waits for it too
    heads = await service.plumbing.log.heads()
    token: str = service.consistency.write(
        [Position(service.name, h.epoch, h.shard, h.position, h.recorded_at) for h in heads]
    )
    headers.append((b"consistency-token", token.encode()))
    raise Replayed(_Ready(kept["status"], headers, kept["body"].encode()))


def answers(
    represent: Represent | None, status: int = 200, *, location: str | None = None, secret: bool = False
) -> Any:
    """Prepare the answer of a route: a parameter `answer`, called with the thing that the answer shows.

    It is declared as `answer: Annotated[Answer, answers(template_body, 201)]`. `represent` turns the thing (an
    aggregate or a row) into a pydantic model or JSON; None answers without a body. With 201 the Location is the
    request's path and the thing's id, or `location` with `{id}`. Secret answers, and those to requests with a password,
    are never kept: a repeat with the same Idempotency-Key gets 409.
    """
    return Depends(Answering(represent, status, location, secret=secret))


async def _if_match(
    request: Request,
    if_match: Annotated[
        str | None, Header(description="The ETag of the version to be changed; 412 if it is another.")
    ] = None,
) -> int | None:
    del request
    if if_match is None or if_match.strip() == "*":
        return None
    tag = _ENTITY_TAG.fullmatch(if_match.strip())
    if tag is None:
        raise Problem("bad-request", 'If-Match holds one entity tag, such as "3", or *.')
    return int(tag[1]) if _VERSION.fullmatch(tag[1]) else -1


IfMatch = Annotated[int | None, Depends(_if_match)]
"""The version named in If-Match, as `if_match: IfMatch`: None without one or for `*`, -1 for a tag that is not ours.

Weak tags count like strong ones: proxies that compress weaken them.
"""


def _matches(known: bytes, headers: list[tuple[bytes, bytes]]) -> bool:
    etag = next((value for name, value in headers if name == b"etag"), None)
    tags = {tag.strip().removeprefix(b"W/") for tag in known.split(b",")}
    return etag is not None and (etag in tags or b"*" in tags)


def _key(header: bytes) -> str:
    key = header.decode("latin-1")
    if not 1 <= len(key) <= _MAX_KEY or not all("!" <= character <= "~" for character in key):
        raise Problem("bad-request", "Idempotency-Key holds 1 to 255 visible ASCII characters.")
    return key


def _digest(secret: bytes, request: Request, body: bytes) -> bytes:
    scope = request.scope
    head = b"%b %b?%b\n" % (scope["method"].encode(), scope["path"].encode(), scope["query_string"])
    if_match = scope["sysloom.headers"].get(b"if-match", b"")
    return hmac.digest(secret, head + if_match + b"\n" + body, sha256)
