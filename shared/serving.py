"""Serving HTTP, and working beside it if asked, until a signal comes."""

import asyncio
import gc
import signal
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack, contextmanager

import uvicorn
import uvloop

from shared import logs, worker
from shared.main import Service, edge

PORT = 8000
_SHUTDOWN_S = 10


def serve(services: Sequence[Service], role: str, host: str, port: int | None) -> None:
    """Run these services in this process as `api`, `worker` or `both`; a worker has a port only if it is given."""
    logs.configure(services[0].settings.log_level)
    if role == "worker":
        main = worker.run(services, port=port, host=host)
    else:
        main = _run(services, _server(services, host, port or PORT), works=role == "both")
    gc.collect()
    gc.freeze()  # what has been imported and built stays: looking through it again and again took a tenth of a request
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main)


async def _run(services: Sequence[Service], server: uvicorn.Server, *, works: bool) -> None:
    """Serve, and work, until a signal comes or one of the two ends; then stop both in order."""
    stopped = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    async with AsyncExitStack() as stack:
        for service in services:
            await stack.enter_async_context(service.open())
        serving = asyncio.create_task(server.serve())
        working = [asyncio.create_task(worker.work(services))] if works else []
        signalled = asyncio.create_task(stopped.wait())
        await asyncio.wait({signalled, serving, *working}, return_when=asyncio.FIRST_COMPLETED)
        server.should_exit = True
        for task in (signalled, *working):
            task.cancel()
        ended = await asyncio.gather(serving, *working, return_exceptions=True)
    for result in ended:
        if isinstance(result, Exception):
            raise result


class _Server(uvicorn.Server):
    """A server that leaves the signals to `_run`: uvicorn would end the process before the worker has stopped."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _server(services: Sequence[Service], host: str, port: int) -> uvicorn.Server:
    return _Server(
        uvicorn.Config(
            edge(services),
            host=host,
            port=port,
            http="httptools",
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=_SHUTDOWN_S,
        )
    )
