"""The load generator: it measures nothing where an answer is not what was asked for."""

import socket
import threading
from collections.abc import Iterator
from contextlib import closing, suppress

import pytest

from benchmarks.load import Loader, Request, WrongAnswer

ASKED = Request(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n", 200, {"ok": True})


def _serve(listener: socket.socket, answer: bytes) -> None:
    """Answer every request on every connection, in two pieces, until the listener is closed."""

    def talk(connection: socket.socket) -> None:
        with connection, suppress(ConnectionError):  # it is cut after a wrong answer
            while connection.recv(65536):
                connection.sendall(answer[:20])
                connection.sendall(answer[20:])

    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        threading.Thread(target=talk, args=[connection], daemon=True).start()


@pytest.fixture
def server(request: pytest.FixtureRequest) -> Iterator[int]:
    """Return the port of a server that always gives the same answer."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        threading.Thread(target=_serve, args=[listener, request.param], daemon=True).start()
        yield listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)


@pytest.fixture(scope="module")
def load() -> Iterator[Loader]:
    with Loader() as loader:
        yield loader


def answered(status: str, body: str) -> bytes:
    return f"HTTP/1.1 {status}\r\ncontent-length: {len(body)}\r\n\r\n{body}".encode()


@pytest.mark.parametrize("server", [answered("200 OK", '{"ok":true,"more":1}')], indirect=True, ids=["right"])
def test_every_answer_is_counted(server: int, load: Loader) -> None:
    outcome = load.once(server, [ASKED], 500)
    assert outcome.answers == outcome.sent == 500
    assert 0 < outcome.p50_ms <= outcome.p99_ms
    assert outcome.per_s > 0


@pytest.mark.parametrize(
    ("server", "why"),
    [
        (answered("500 Internal Server Error", "{}"), "200 was expected"),
        (answered("200 OK", '{"ok":false}'), "ok was expected to be True"),
        (b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n", "without its length"),
    ],
    indirect=["server"],
    ids=["status", "body", "length"],
)
def test_a_wrong_answer_makes_the_measurement_void(server: int, load: Loader, why: str) -> None:
    with pytest.raises(WrongAnswer, match=why):
        load.once(server, [ASKED], 500)
