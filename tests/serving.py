"""An ASGI app on a real port, in this process, for tests whose code speaks HTTP to it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import uvicorn
from starlette.types import ASGIApp

from tests.waiting import eventually


class _Server(uvicorn.Server):
    """A server that leaves signals to pytest."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@asynccontextmanager
async def serving(app: ASGIApp, port: int) -> AsyncIterator[None]:
    """Serve an app at `http://127.0.0.1:<port>`; it answers when the block begins, and no more when that ends."""
    config = uvicorn.Config(app, host="127.0.0.1", port=port, lifespan="off", log_config=None, access_log=False)
    server = _Server(config)
    running = asyncio.create_task(server.serve())

    async def answers() -> bool:
        return server.started or running.done()

    try:
        await eventually(answers)
        yield
    finally:
        server.should_exit = True
        await running
