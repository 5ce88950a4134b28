"""`sysloom serve`: one service or several in one process, as API, as worker or as both."""

import asyncio
import pkgutil
import signal
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack, contextmanager
from enum import StrEnum
from importlib import import_module
from typing import Annotated

import typer
import uvicorn
import uvloop

import services
from shared import logs, worker
from shared.main import Service, edge

PORT = 8000
SHUTDOWN_S = 10
app = typer.Typer()


class Role(StrEnum):
    """What a process does: answer HTTP, or relay, consume and run jobs."""

    api = "api"
    worker = "worker"
    both = "both"


@app.command()
def serve(
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="Services, or `all`.")],
    role: Annotated[Role, typer.Option(help="What the process does.")] = Role.both,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int | None,
        typer.Option(help="Port to listen on, 8000 for an API; a worker answers health and metrics there, if given."),
    ] = None,
) -> None:
    """Serve services in this process until SIGTERM or SIGINT."""
    built = [_build(name) for name in _chosen(names)]
    logs.configure(built[0].settings.log_level)
    if role is Role.worker:
        main = worker.run(built, port=port, host=host)
    else:
        main = _run(built, _server(built, host, port or PORT), works=role is Role.both)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main)


async def _run(built: Sequence[Service], server: uvicorn.Server, *, works: bool) -> None:
    """Serve, and work, until a signal comes or one of the two ends; then stop both in order."""
    stopped = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    async with AsyncExitStack() as stack:
        for service in built:
            await stack.enter_async_context(service.open())
        serving = asyncio.create_task(server.serve())
        working = [asyncio.create_task(worker.work(built))] if works else []
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


def _server(built: Sequence[Service], host: str, port: int) -> uvicorn.Server:
    return _Server(
        uvicorn.Config(
            edge(built),
            host=host,
            port=port,
            http="httptools",
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=SHUTDOWN_S,
        )
    )


def _chosen(names: Sequence[str]) -> list[str]:
    known = sorted(module.name for module in pkgutil.iter_modules(services.__path__) if module.ispkg)
    if list(names) == ["all"]:
        return known
    for name in names:
        if name not in known:
            raise typer.BadParameter(f"there is no service {name}; there are {', '.join(known)}, or all of them: all")
    return list(names)


def _build(name: str) -> Service:
    service: Service = import_module(f"services.{name}.main").build()
    return service
