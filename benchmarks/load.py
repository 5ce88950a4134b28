"""The load: requests rendered beforehand, sent over keep-alive connections by one process, every answer checked.

Always this one and never another tool that happens to be installed, so that figures of different machines compare.
"""

import asyncio
import gc
import re
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from time import perf_counter, process_time
from types import TracebackType
from typing import Any, Self

import orjson
import uvloop

from benchmarks.figures import percentile

CONNECTIONS = 32
WARM_UP_S = 1.0
SAMPLE = 64
"""Every so many answers of a connection, the body is read and compared."""
_PATIENCE_S = 20.0
_LONGEST_S = 600.0
_LENGTH = re.compile(rb"(?i)\r\ncontent-length: *([0-9]+)")


class WrongAnswer(Exception):
    """A server under load answered something else than what it was asked for; the measurement is void."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request as bytes, the status that its answer must have, and members that its JSON must have."""

    data: bytes
    status: int
    expected: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, method: str, path: str, token: str, body: dict[str, Any] | None, status: int, **expected: Any) -> Self:
        """Render a request that carries an access token."""
        content = b"" if body is None else orjson.dumps(body)
        lines = [
            f"{method} {path} HTTP/1.1",
            "host: 127.0.0.1",
            "user-agent: sysloom-bench",
            f"authorization: Bearer {token}",
        ]
        if body is not None:
            lines += ["content-type: application/json", f"content-length: {len(content)}"]
        return cls("\r\n".join([*lines, "", ""]).encode() + content, status, expected)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a load measured. `answers` counts those after the warm-up, `sent` all; `cpu_us` is its own, per request."""

    answers: int
    sent: int
    seconds: float
    p50_ms: float
    p99_ms: float
    cpu_us: float

    @property
    def per_s(self) -> float:
        """Answers per second."""
        return self.answers / self.seconds


class Loader:
    """The process that makes the load, for the `with` block."""

    def __init__(self) -> None:
        self._process = ProcessPoolExecutor(1, mp_context=get_context("spawn"))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.shutdown(cancel_futures=True)

    def __call__(
        self, port: int, requests: Sequence[Request], seconds: float, *, connections: int = CONNECTIONS
    ) -> Outcome:
        """Send the requests round and round for so long, after a warm-up. Raises WrongAnswer, TimeoutError."""
        return self._submit(_Load(port, list(requests), connections, seconds, WARM_UP_S))

    def once(
        self, port: int, requests: Sequence[Request], count: int | None = None, *, connections: int = CONNECTIONS
    ) -> Outcome:
        """Send so many requests, else each of them once. Raises WrongAnswer, TimeoutError."""
        count = len(requests) if count is None else count
        return self._submit(_Load(port, list(requests), connections, _LONGEST_S, 0, count))

    def _submit(self, load: "_Load") -> Outcome:
        return self._process.submit(_run, load).result()


@dataclass(frozen=True, slots=True)
class _Load:
    """What is to be sent, where, and how long."""

    port: int
    requests: list[Request]
    connections: int
    seconds: float
    warm_up_s: float
    count: int = -1


def _run(load: _Load) -> Outcome:
    gc.collect()
    gc.disable()
    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            return runner.run(_Run(load).outcome())
    finally:
        gc.enable()


class _Run:
    """One load: what its connections share."""

    def __init__(self, load: _Load) -> None:
        self.load = load
        self.left = load.count
        self.latencies: list[float] = []
        self.ended_at: list[float] = []
        self.open = load.connections
        self.over = asyncio.Event()
        self.error: Exception | None = None
        self.deadline = 0.0

    async def outcome(self) -> Outcome:
        load, loop = self.load, asyncio.get_running_loop()
        began, cpu = perf_counter(), process_time()
        since = began + load.warm_up_s
        self.deadline = since + load.seconds
        async with asyncio.timeout(load.warm_up_s + load.seconds + _PATIENCE_S):
            for number in range(load.connections):
                await loop.create_connection(partial(_Connection, self, number), "127.0.0.1", load.port)
            await self.over.wait()
        if self.error:
            raise self.error
        spent = process_time() - cpu
        measured = [latency for latency, at in zip(self.latencies, self.ended_at, strict=True) if at >= since]
        if not measured:
            raise WrongAnswer("there was no answer at all after the warm-up")
        return Outcome(
            answers=len(measured),
            sent=len(self.latencies),
            seconds=max(self.ended_at) - since,
            p50_ms=percentile(measured, 0.5) * 1000,
            p99_ms=percentile(measured, 0.99) * 1000,
            cpu_us=spent / len(self.latencies) * 1e6,
        )

    def ended(self, error: Exception | None) -> None:
        """Note that a connection has ended; an error ends the load."""
        self.open -= 1
        self.error = self.error or error
        if error or not self.open:
            self.over.set()


class _Connection(asyncio.Protocol):
    """Sends a request, waits for its answer, sends the next: each connection begins elsewhere in the list."""

    def __init__(self, run: _Run, number: int) -> None:
        self._run = run
        self._requests = run.load.requests
        self._next = number * len(self._requests) // run.load.connections
        self._answers = 0
        self._received = b""
        self._done = False
        self._sent_at = 0.0
        self._transport: Any = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport
        self._send()

    def data_received(self, data: bytes) -> None:
        if self._received:
            data = self._received + data
        head = data.find(b"\r\n\r\n")
        length = _LENGTH.search(data, 0, head + 2) if head >= 0 else None
        if head >= 0 and length is None:
            self._end(WrongAnswer(f"an answer without its length: {data[:500]!r}"))
            return
        if length is None or len(data) < head + 4 + int(length[1]):
            self._received = data
            return
        now = perf_counter()
        run, request = self._run, self._requests[self._next]
        run.latencies.append(now - self._sent_at)
        run.ended_at.append(now)
        if int(data[9:12]) != request.status:
            self._end(WrongAnswer(f"{request.status} was expected: {data[:1000]!r}"))
            return
        if (
            request.expected
            and self._answers % SAMPLE == 0
            and (wrong := difference(data[head + 4 :], request.expected))
        ):
            self._end(WrongAnswer(wrong))
            return
        self._received = b""
        self._answers += 1
        self._next = (self._next + 1) % len(self._requests)
        self._send()

    def connection_lost(self, exc: Exception | None) -> None:
        if not self._done:
            self._end(WrongAnswer(f"the server cut the connection: {exc!r}"))

    def _send(self) -> None:
        run = self._run
        if run.left == 0 or (self._sent_at and perf_counter() >= run.deadline):
            self._end(None)
            return
        run.left -= 1
        self._sent_at = perf_counter()
        self._transport.write(self._requests[self._next].data)

    def _end(self, error: Exception | None) -> None:
        if not self._done:
            self._done = True
            self._transport.close()
            self._run.ended(error)


def difference(body: bytes, expected: dict[str, Any]) -> str | None:
    """Say what of the expected members an answer's body has not, or None."""
    found = orjson.loads(body)
    for name, value in expected.items():
        if name not in found or found[name] != value:
            return f"{name} was expected to be {value!r} in {found!r}"
    return None
