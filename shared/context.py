"""Who acts, for whom and in which connection: one context per request, job or consumed fact."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from shared.ids import uuid7
from shared.positions import Position

NOBODY = UUID(int=0)
"""Stands for the person where nobody is known."""


@dataclass(slots=True)
class Idempotency:
    """A write that may come twice: the caller's key, the HMAC of the request, and how its answer is rendered.

    `caller` is who used the key, `NOBODY` where no token came; a log-in tells who acts only after that.
    `answer` is set by the route before the command runs and gets the main aggregate of the command; it returns the
    whole answer (status, headers, body) as bytes, to be sealed and stored in the command's own transaction.
    """

    key: str
    digest: bytes
    answer: Callable[[Any], bytes] | None = None
    caller: UUID = NOBODY


@dataclass(slots=True)
class Context:
    """The circumstances of what is done now; `actor` is `user:<id>`, `key:<id>`, `service:<name>`, or None: nobody."""

    actor: str | None = None
    user_id: UUID | None = None
    role: str = ""
    on_behalf_of: str | None = None
    request_id: str = ""
    correlation_id: str = ""
    causation_id: UUID | None = None
    caused_at: datetime | None = None
    traceparent: str | None = None
    ip_address: str | None = None
    user_agent: str | None = None
    idempotency: Idempotency | None = None
    recorded: list[Position] = field(default_factory=list)


_current: ContextVar[Context | None] = ContextVar("context", default=None)


def current() -> Context:
    """Return the context of the running request, job or consumed fact; a fresh anonymous one where there is none."""
    context = _current.get()
    if context is None:
        context = Context(correlation_id=str(uuid7()))
        _current.set(context)
    return context


@contextmanager
def acting(context: Context) -> Iterator[Context]:
    """Run a block under the given context."""
    token = _current.set(context)
    try:
        yield context
    finally:
        _current.reset(token)
