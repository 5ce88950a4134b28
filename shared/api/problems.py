"""What went wrong, told as RFC 9457 problem documents with stable types, and never with an echo of what was sent."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from shared.aggregates import Hidden, NotFound, Refusal
from shared.database import LOST
from shared.tokens import KeysUnavailable

PROBLEM_JSON = "application/problem+json"
RETRY_AFTER_S = 2
_CHALLENGE = 'Bearer realm="sysloom"'
_REFUSAL_HEADERS = {401: {"WWW-Authenticate": _CHALLENGE}, 503: {"Retry-After": str(RETRY_AFTER_S)}}


@dataclass(frozen=True, slots=True)
class Kind:
    """One type of problem: `/problems/<code>`."""

    code: str
    status: int
    title: str
    description: str


_KINDS = {
    kind.code: kind
    for kind in (
        Kind(
            "bad-request",
            400,
            "Bad request",
            "The request breaks a rule of HTTP or of this API; the detail says which.",
        ),
        Kind(
            "malformed-json",
            400,
            "Malformed JSON",
            "The body is no JSON, repeats a member, or nests more than 32 deep.",
        ),
        Kind(
            "unauthenticated",
            401,
            "Unauthenticated",
            "The route needs a valid access token as `Authorization: Bearer`.",
        ),
        Kind("forbidden", 403, "Forbidden", "You are known, but may not do this."),
        Kind("not-found", 404, "Not found", "There is no such thing, or none that you may know of."),
        Kind(
            "method-not-allowed",
            405,
            "Method not allowed",
            "The resource has no such method; `Allow` names those it has.",
        ),
        Kind(
            "key-used",
            409,
            "Idempotency key used",
            "A call with this Idempotency-Key was made; its answer is not kept.",
        ),
        Kind("too-large", 413, "Content too large", "The body is longer than 256 KiB."),
        Kind("unsupported-media-type", 415, "Unsupported media type", "Bodies are `application/json` in UTF-8."),
        Kind(
            "invalid",
            422,
            "Unprocessable content",
            "The request is well-formed but its content isn't valid; see `errors`.",
        ),
        Kind("key-reused", 422, "Idempotency key reused", "This Idempotency-Key came before, with another request."),
        Kind("too-many-requests", 429, "Too many requests", "The limit told by `RateLimit-Policy` is used up for now."),
        Kind(
            "internal",
            500,
            "Internal error",
            "Something failed on our side. The instance finds it in the server's log.",
        ),
        Kind(
            "unavailable",
            503,
            "Service unavailable",
            "The service can't answer now. Try again after `Retry-After` seconds.",
        ),
        Kind("parked", 503, "Stream parked", "This service could not yet apply an event that `Wait-For` asks for."),
        Kind(
            "not-yet",
            504,
            "Not yet applied",
            "What `Wait-For` names was not applied here within five seconds. Try again.",
        ),
    )
}
_BY_STATUS = {400: "bad-request", 401: "unauthenticated", 403: "forbidden", 404: "not-found", 405: "method-not-allowed"}
_BY_STATUS |= {
    413: "too-large",
    415: "unsupported-media-type",
    422: "invalid",
    429: "too-many-requests",
    503: "unavailable",
}


class Problem(Exception):
    """An answer of the API kit itself that is a problem."""

    def __init__(self, code: str, detail: str, *, headers: Mapping[str, str] | None = None) -> None:
        """Take a code of the catalogue and one sentence for the caller."""
        super().__init__(detail)
        self.kind = _KINDS[code]
        self.detail = detail
        self.headers = dict(headers or {})


class Unauthenticated(Problem):
    """No valid token came with a call that needs one."""

    def __init__(self, detail: str, *, token_shown: bool = True) -> None:
        """Say what is wrong with the token, or that there is none (RFC 6750, section 3)."""
        challenge = f'{_CHALLENGE}, error="invalid_token"' if token_shown else _CHALLENGE
        super().__init__("unauthenticated", detail, headers={"WWW-Authenticate": challenge})


@dataclass(frozen=True, slots=True)
class Rendered:
    """A problem ready to be sent. `unexpected` is what an operator must look at."""

    status: int
    headers: dict[str, str]
    body: bytes
    unexpected: bool = False


def catalogue() -> dict[str, Kind]:
    """Return every type of problem by its code: the kit's own and each refusal of the services loaded."""
    refusals = {
        refusal.code: Kind(refusal.code, refusal.status, refusal.title, (refusal.__doc__ or refusal.title).strip())
        for refusal in _subclasses(Refusal)
    }
    return refusals | _KINDS


def render(error: Exception, request_id: str) -> Rendered:
    """Return the problem document of any exception."""
    match error:
        case Problem():
            return _document(error.kind, error.detail, request_id, headers=error.headers)
        case Refusal():
            if isinstance(error, Hidden):
                error = NotFound()  # it must not differ from what does not exist
            kind = Kind(error.code, error.status, error.title, "")
            return _document(kind, error.detail, request_id, headers=_REFUSAL_HEADERS.get(error.status))
        case RequestValidationError():
            return _document(_KINDS["invalid"], _KINDS["invalid"].description, request_id, errors=error.errors())
        case HTTPException():
            kind = _KINDS[_BY_STATUS.get(error.status_code, "bad-request")]
            return _document(kind, kind.description, request_id, status=error.status_code, headers=error.headers)
        case _ if isinstance(error, (*LOST, KeysUnavailable)):
            kind = _KINDS["unavailable"]
            return _document(kind, kind.description, request_id, headers={"Retry-After": str(RETRY_AFTER_S)})
        case _:
            kind = _KINDS["internal"]
            return _document(kind, kind.description, request_id, unexpected=True)


def _document(
    kind: Kind,
    detail: str,
    request_id: str,
    *,
    status: int | None = None,
    headers: Mapping[str, str] | None = None,
    errors: Sequence[Any] = (),
    unexpected: bool = False,
) -> Rendered:
    document: dict[str, Any] = {
        "type": f"/problems/{kind.code}",
        "title": kind.title,
        "status": status or kind.status,
        "detail": detail,
        "instance": request_id,
    }
    if errors:
        document["errors"] = [
            {"location": ".".join(str(part)[:100] for part in e["loc"]), "message": e["msg"]} for e in errors[:50]
        ]
    return Rendered(document["status"], dict(headers or {}), orjson.dumps(document), unexpected)


def _subclasses(cls: type[Refusal]) -> Iterator[type[Refusal]]:
    for subclass in cls.__subclasses__():
        yield subclass
        yield from _subclasses(subclass)
