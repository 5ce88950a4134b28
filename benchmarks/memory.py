"""Memory: what each process takes while idle, and whether that of the API grows with what is written."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager

from benchmarks.figures import Figure, Goal
from benchmarks.load import Loader
from benchmarks.processes import Process, growth, sysloom
from benchmarks.servers import Person, Servers
from benchmarks.templates import writes

LIMIT_MB = 150


@contextmanager
def everything(servers: Servers) -> Iterator[dict[str, Process]]:
    """Run what `make up` runs, all services in one process of each role, and the processes of two services alone."""
    env, directory = servers.sysloom(), servers.directory
    kinds = [(names, role) for names in ("all", "templates", "audit") for role in ("api", "worker")]
    with ExitStack() as stack:
        started = {}
        for names, role in kinds:
            port = servers.edge_port if (names, role) == ("all", "api") else None
            started[f"{names}-{role}"] = stack.enter_context(sysloom(names, role, env, directory, port))
        yield started


def measure_idle(started: Mapping[str, Process]) -> list[Figure]:
    """Measure what has been started and not been used."""
    return [
        Figure("memory", f"{name.replace('-', ', ')}, idle", process.resident_mb, "MB", Goal(LIMIT_MB, at_most=True))
        for name, process in started.items()
    ]


def measure_writes(api: Process, load: Loader, people: Sequence[Person], count: int) -> list[Figure]:
    """Write so many templates, and measure the API's memory after the first fifth and at the end."""
    requests = writes(people)
    load.once(api.port, requests, count // 5)
    early = api.resident_mb
    load.once(api.port, requests, count - count // 5)
    return growth("templates, api", early, api.resident_mb, f"over {count:,} writes")
