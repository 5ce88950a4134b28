"""A proxy between a service and PostgreSQL that can lose what is said at the moment of a commit, or go away."""

import asyncio
import contextlib
from collections import deque
from typing import Literal, Self
from urllib.parse import urlsplit

Cut = Literal["before the commit", "during the commit", "after the commit"]

_TYPED = 5  # a type and four bytes of length


class Proxy:
    """Forwards the PostgreSQL protocol, version 3, message by message.

    `cuts` holds what happens to the next appends, one after another: the connection is cut *before the commit* (the
    server never hears the end of the transaction), *during* it (the server goes on alone) or *after* it (the server has
    committed, its answer is lost). An append is a transaction that inserts into `events`.
    """

    def __init__(self, url: str) -> None:
        """Take the URL of a database."""
        self._target = urlsplit(url)
        self._server: asyncio.Server | None = None
        self._port = 0
        self._pumps: set[asyncio.Task[None]] = set()
        self.cuts: deque[Cut] = deque()
        self.made_cuts: list[Cut] = []
        self.stops_after_cut = False
        self.gate = asyncio.Event()
        self.gate.set()
        """While it is not set nothing that clients say is forwarded; a cut closes it if `stops_after_cut`."""
        self.appends: list[tuple[list[str], str]] = []
        """What each append sent up to its Sync, and the server's transaction status (I, T or E) after it."""

    async def __aenter__(self) -> Self:
        """Listen on a free port."""
        await self.come_back()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Cut everything."""
        await self.go_away()

    @property
    def url(self) -> str:
        """The database's URL through the proxy."""
        user, _, _ = self._target.netloc.rpartition("@")
        return self._target._replace(netloc=f"{user}@127.0.0.1:{self._port}", query="sslmode=disable").geturl()

    async def come_back(self) -> None:
        """Listen again, on the same port."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]

    async def go_away(self) -> None:
        """Cut all connections and refuse new ones."""
        if self._server:
            self._server.close()
            self._server = None
        for pump in self._pumps:
            pump.cancel()
        await asyncio.gather(*self._pumps, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._pumps.add(task)
        assert self._target.hostname
        try:
            server = await asyncio.open_connection(self._target.hostname, self._target.port or 5432)
            await _Connection(self, (reader, writer), server).run()
        except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.transport.abort()
            self._pumps.discard(task)


class _Connection:
    """One client's connection: which statements it has prepared, and what it has sent since its last Sync."""

    def __init__(
        self,
        proxy: Proxy,
        client: tuple[asyncio.StreamReader, asyncio.StreamWriter],
        server: tuple[asyncio.StreamReader, asyncio.StreamWriter],
    ) -> None:
        self._proxy = proxy
        self._from_client, self._to_client = client
        self._from_server, self._to_server = server
        self._prepared: dict[bytes, str] = {}
        self._sent: list[str] = []
        self._append: list[str] | None = None
        self._lost = False

    async def run(self) -> None:
        try:
            async with asyncio.TaskGroup() as pumps:
                pumps.create_task(self._hear_client())
                pumps.create_task(self._hear_server())
        except* (OSError, asyncio.IncompleteReadError, _Gone):
            pass
        finally:
            self._to_server.transport.abort()

    async def _hear_client(self) -> None:
        start = await self._from_client.readexactly(4)
        self._to_server.write(start + await self._from_client.readexactly(int.from_bytes(start) - 4))
        while True:
            kind, message = await _read(self._from_client)
            await self._proxy.gate.wait()
            if kind == b"P":
                name, query = message[_TYPED:].split(b"\0")[:2]
                self._prepared[name] = " ".join(query.decode().split())
            elif kind == b"B":
                self._sent.append(self._prepared[message[_TYPED:].split(b"\0")[1]])
            cut = self._cut_at_sync() if kind == b"S" else None
            if cut == "before the commit":
                raise _Gone
            self._lost = self._lost or cut is not None
            self._to_server.write(message)
            await self._to_server.drain()
            if cut == "during the commit":
                self._to_client.transport.abort()
                return

    def _cut_at_sync(self) -> Cut | None:
        """Note an append that ends here; return how its connection is to be cut."""
        sent, self._sent = self._sent, []
        if not any("INSERT INTO events" in query for query in sent):
            return None
        self._append = sent
        if not self._proxy.cuts:
            return None
        self._proxy.made_cuts.append(cut := self._proxy.cuts.popleft())
        if self._proxy.stops_after_cut:
            self._proxy.gate.clear()
        return cut

    async def _hear_server(self) -> None:
        while True:
            kind, message = await _read(self._from_server)
            if kind == b"Z" and self._append is not None:
                self._proxy.appends.append((self._append, message[_TYPED:].decode()))
                self._append = None
                if self._lost:
                    raise _Gone
            if not self._lost:
                self._to_client.write(message)
                with contextlib.suppress(ConnectionError):
                    await self._to_client.drain()


class _Gone(Exception):
    """The connection is cut."""


async def _read(reader: asyncio.StreamReader) -> tuple[bytes, bytes]:
    head = await reader.readexactly(_TYPED)
    return head[:1], head + await reader.readexactly(int.from_bytes(head[1:]) - 4)
