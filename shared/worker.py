"""The worker role: relay, consumers and jobs of any set of services, kept running, with probes on a port."""

import asyncio
import contextlib
import signal
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import AsyncExitStack
from time import monotonic

import structlog
import uvicorn
from prometheus_client import Counter

from shared.causes import describe
from shared.consumers.runtime import Listener
from shared.housekeeping import Housekeeping
from shared.jobs.runner import JobRunner
from shared.main import Service, probes
from shared.relay.relay import Relay

_FIRST_PAUSE_S = 0.5
_MAX_PAUSE_S = 15.0
_STEADY_S = 60.0
_log = structlog.get_logger(__name__)

_restarts = Counter("sysloom_worker_restarts_total", "Parts of the worker that failed and were restarted", ["part"])


async def run(services: Sequence[Service], *, port: int | None = None, host: str = "127.0.0.1") -> None:
    """Work until SIGTERM or SIGINT; with a port, answer `/health/live`, `/health/ready` and `/metrics` there."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with AsyncExitStack() as opened:
        for service in services:
            await opened.enter_async_context(service.open())
        tasks = [asyncio.create_task(work(services))]
        if port is not None:
            config = uvicorn.Config(
                probes(services), host=host, port=port, lifespan="off", log_config=None, access_log=False
            )
            tasks.append(asyncio.create_task(_Probes(config).serve()))
        await asyncio.wait([*tasks, waiter := asyncio.create_task(stop.wait())], return_when=asyncio.FIRST_COMPLETED)
        for task in (*tasks, waiter):
            task.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
    for result in results:
        if isinstance(result, Exception):
            raise result


async def work(services: Sequence[Service]) -> None:
    """Run everything of these open services that is not HTTP, until cancelled."""
    async with asyncio.TaskGroup() as tasks:
        for service in services:
            for name, part in _parts(service):
                tasks.create_task(_keep_running(f"{service.name}.{name}", part), name=f"{service.name}.{name}")


def _parts(service: Service) -> Iterator[tuple[str, Callable[[], Awaitable[None]]]]:
    settings, database = service.settings, service.plumbing.database
    prefix = settings.topic_prefix
    yield "relay", Relay(service.name, database, settings.kafka, settings.internal_key, topic_prefix=prefix).run
    if service.consumers:
        yield (
            "consumers",
            Listener(
                service.name,
                service.consumers,
                database,
                service.plumbing.internal,
                settings.kafka,
                settings.internal_key,
                topic_prefix=prefix,
            ).run,
        )
    housekeeping = Housekeeping(service.plumbing, anonymous_days=settings.anonymous_days)
    yield "jobs", JobRunner(service.name, [housekeeping, *service.jobs], database).run


async def _keep_running(name: str, part: Callable[[], Awaitable[None]]) -> None:
    """Start a part again whenever it fails, at once the first time, then more and more slowly."""
    pause_s = _FIRST_PAUSE_S
    while True:
        started = monotonic()
        try:
            await part()
        except Exception as error:  # noqa: BLE001 - a part that failed must not take the others with it
            _log.error("worker_part_failed", part=name, cause=describe(error))
            _restarts.labels(name).inc()
        else:
            return
        pause_s = _FIRST_PAUSE_S if monotonic() - started > _STEADY_S else min(pause_s * 2, _MAX_PAUSE_S)
        await asyncio.sleep(pause_s)


class _Probes(uvicorn.Server):
    """A server that leaves signals to the worker."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
