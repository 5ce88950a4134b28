"""The one ASGI middleware under every API: who calls and from where, limits, waiting, metrics, errors as problems."""

from http import HTTPStatus
from time import perf_counter
from typing import Protocol
from uuid import UUID

from starlette.routing import Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared.aggregates import Forbidden, Hidden
from shared.api.access import Connection
from shared.api.answers import Replayed, replay
from shared.api.authentication import Authentication
from shared.api.bodies import MAX_BODY_BYTES
from shared.api.consistency import Waiting
from shared.api.failures import log_failure
from shared.api.limiting import RateLimit, too_many
from shared.api.metrics import RequestMetrics
from shared.api.problems import PROBLEM_JSON, Problem, render
from shared.api.tracing import Network, client_address, request_id, traceparent
from shared.context import Context, acting
from shared.recording import KeyTaken

_USER_AGENT_LENGTH = 512


class RecordsRefusals(Protocol):
    """What the middleware asks of an application: to store an access event for a refused call."""

    async def record_refusal(
        self, *, route: str, method: str, entity: str | None, entity_id: UUID | None, status: int
    ) -> None:
        """Store that the current caller was refused."""


class Kit:
    """Wraps the router of one service."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        service: str,
        application: RecordsRefusals,
        authentication: Authentication,
        trusted_proxies: list[Network],
        rate_limit: RateLimit,
        waiting: Waiting,
    ) -> None:
        """Take what requests are checked against."""
        self._app = app
        self._application = application
        self._authentication = authentication
        self._trusted_proxies = trusted_proxies
        self._rate_limit = rate_limit
        self._waiting = waiting
        self._metrics = RequestMetrics(service)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = perf_counter()
        headers: dict[bytes, bytes] = dict(scope["headers"])
        scope["sysloom.headers"] = headers
        context = self._context(scope, headers)
        with acting(context):
            reply = _Reply(send, context)
            try:
                await self._serve(scope, receive, reply, headers, context)
            except Exception as error:  # noqa: BLE001 - every error becomes an answer
                await self._fail(error, scope, receive, reply, context)
            finally:
                route = scope.get("route")
                path = route.path if route else "unmatched"
                self._metrics.observe(scope["method"], path, reply.status, perf_counter() - started)

    def _context(self, scope: Scope, headers: dict[bytes, bytes]) -> Context:
        client = scope.get("client")
        agent = headers.get(b"user-agent")
        name = request_id(headers.get(b"x-request-id"))
        return Context(
            request_id=name,
            correlation_id=name,
            traceparent=traceparent(headers.get(b"traceparent")),
            ip_address=client_address(client[0] if client else None, scope["headers"], self._trusted_proxies),
            user_agent=agent.decode("latin-1")[:_USER_AGENT_LENGTH] if agent else None,
        )

    async def _serve(
        self, scope: Scope, receive: Receive, reply: "_Reply", headers: dict[bytes, bytes], context: Context
    ) -> None:
        connection = scope["sysloom"] = Connection(context)
        if authorization := headers.get(b"authorization"):
            await self._authentication.identify(connection, authorization, scope["path"])
        if connection.peer is None:
            reply.extra += self._rate_limit.count(context.user_id or context.ip_address)
            if reply.extra and reply.extra[-1][0] == b"retry-after":
                raise too_many()
        if "\0" in scope["path"] or b"%00" in scope["query_string"]:
            raise Problem("bad-request", "The address contains the character NUL.")
        if b"wait-for" in headers:
            joined = b",".join(value for name, value in scope["headers"] if name == b"wait-for")
            await self._waiting.until_applied(joined.decode("latin-1"))
        await self._app(scope, _limited(receive, headers), reply.send)

    async def _fail(self, error: Exception, scope: Scope, receive: Receive, reply: "_Reply", context: Context) -> None:
        if isinstance(error, Replayed) and not reply.status:
            await error.response(scope, receive, reply.send)
            return
        if isinstance(error, KeyTaken) and context.idempotency:
            error = await self._winner(scope, context, error)
            if isinstance(error, Replayed):
                await error.response(scope, receive, reply.send)
                return
        if isinstance(error, (Forbidden, Hidden)) and context.user_id is not None:
            try:
                await self._record_refusal(scope, error.status)
            except Exception as failure:  # noqa: BLE001 - what cannot be recorded is not answered
                error = failure
        problem = render(error, context.request_id)
        if problem.status == HTTPStatus.METHOD_NOT_ALLOWED:
            problem.headers["Allow"] = _allowed(scope)
        if problem.unexpected or reply.status:
            log_failure(error, scope, context)
        if reply.status:
            # the head is out: only cutting the connection tells the caller that the body is not whole
            raise BrokenAnswer from None
        headers = [(name.lower().encode(), value.encode()) for name, value in problem.headers.items()]
        headers += [(b"content-type", PROBLEM_JSON.encode()), (b"content-length", b"%d" % len(problem.body))]
        await reply.send({"type": "http.response.start", "status": problem.status, "headers": headers})
        await reply.send({"type": "http.response.body", "body": problem.body})

    async def _winner(self, scope: Scope, context: Context, error: Exception) -> Exception:
        """Return what a call with the same idempotency key that was faster is answered."""
        asked = context.idempotency
        try:
            if asked:
                await replay(scope["app"].service, asked.caller, asked.key, asked.digest)
        except Exception as winner:  # noqa: BLE001 - it is what the caller is answered
            return winner
        return error

    async def _record_refusal(self, scope: Scope, status: int) -> None:
        entity, entity_id = None, None
        for name, value in scope.get("path_params", {}).items():
            if name.endswith("_id"):
                try:
                    entity, entity_id = name.removesuffix("_id"), UUID(str(value))
                except ValueError:
                    continue
        await self._application.record_refusal(
            route=scope["route"].path, method=scope["method"], entity=entity, entity_id=entity_id, status=status
        )


def _allowed(scope: Scope) -> str:
    """Return the methods of all routes with this path; the router knows only the first."""
    routes = [route for route in scope["app"].router.routes if route.matches(scope)[0] is not Match.NONE]
    return ", ".join(sorted({method for route in routes for method in route.methods}))


class BrokenAnswer(Exception):
    """An answer failed after its head was sent."""


class _Reply:
    """Sends the answer, with the headers that every answer has. `status` is 0 until its head is out."""

    __slots__ = ("_send", "extra", "status")

    def __init__(self, send: Send, context: Context) -> None:
        self._send = send
        self.status = 0
        self.extra: list[tuple[bytes, bytes]] = [
            (b"x-request-id", context.request_id.encode()),
            (b"traceparent", (context.traceparent or "").encode()),
            (b"x-content-type-options", b"nosniff"),
        ]

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message["headers"] = [*message["headers"], *self.extra]
        await self._send(message)


def _limited(receive: Receive, headers: dict[bytes, bytes]) -> Receive:
    """Refuse a body that says it is too long, and cut one that does not say."""
    length = headers.get(b"content-length")
    if length is not None:
        if not length.isdigit() or int(length) > MAX_BODY_BYTES:
            raise _too_large()
        return receive
    if b"transfer-encoding" not in headers:
        return receive
    received = 0

    async def counted() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > MAX_BODY_BYTES:
            raise _too_large()
        return message

    return counted


def _too_large() -> Problem:
    return Problem("too-large", f"The body is longer than {MAX_BODY_BYTES} bytes.", headers={"Connection": "close"})
