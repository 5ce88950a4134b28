"""`python -m benchmarks`: everything that is measured, in one run, on servers that it starts and removes."""

import argparse
import asyncio
import time
from contextlib import ExitStack
from dataclasses import dataclass

from rich.console import Console

from benchmarks import catch_up, composer, flat, memory, report, templates, visible
from benchmarks.figures import Figure, Rate
from benchmarks.load import Loader
from benchmarks.processes import baseline, sysloom
from benchmarks.progress import COMMITTED, RELAYED, count, follow
from benchmarks.rounds import Meter
from benchmarks.servers import Servers, running


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much is measured: seconds of each round, events in audit's backlog, writes over which memory must be flat."""

    seconds: float
    backlog: int
    writes: int


SHORT = Sizes(seconds=6, backlog=200_000, writes=100_000)
FULL = Sizes(seconds=20, backlog=1_000_000, writes=500_000)


class Bench:
    """One run: its servers, its load, and what it has measured so far."""

    def __init__(self, servers: Servers, load: Loader, sizes: Sizes, console: Console) -> None:
        self.rates: list[Rate] = []
        self.figures: list[Figure] = []
        self._servers = servers
        self._load = load
        self._sizes = sizes
        self._console = console
        self._began = time.monotonic()

    def run(self) -> None:
        """Measure everything, each on what the one before has left in the logs."""
        servers, env = self._servers, self._servers.sysloom()
        with memory.everything(servers) as started:
            self._note("started", memory.measure_idle(started))
        edge = sysloom("all", "api", env, servers.directory, servers.edge_port)
        with edge, sysloom("all", "worker", env, servers.directory):
            self._note("visible", asyncio.run(visible.measure(servers, edge)))
        with edge, sysloom("templates", "api", env, servers.directory) as api:
            with ExitStack() as stack:
                none, *orms = [
                    stack.enter_context(baseline(module, servers.baseline(driver), servers.directory))
                    for module, driver in (("memory", "none"), ("orm", "asyncpg"), ("orm", "psycopg"))
                ]
                field = templates.Field(api, none, orms)
                self._compare("write", *templates.measure_writes(field, self._meter("write"), servers.people))
                self._compare("read", *templates.measure_reads(field, self._meter("read"), servers.people))
            self._note("streams", flat.measure_streams(api, self._load, servers.people))
            missing = max(self._sizes.writes, self._sizes.backlog - self._committed())
            self._note("memory", memory.measure_writes(api, self._load, servers.people, missing))
            self._relay()
            self._compare("catch-up", *catch_up.measure(servers, self._committed()))
        self._note("composer", composer.measure())

    def _meter(self, measurement: str) -> Meter:
        return Meter(measurement, self._load, self._sizes.seconds, self._servers.postgres.program.pid or 0)

    def _committed(self) -> int:
        return count(self._servers.databases["templates"].url, COMMITTED)

    def _relay(self) -> None:
        """Send everything to Kafka that is in the log."""
        url = self._servers.databases["templates"].url
        with sysloom("templates", "worker", self._servers.sysloom(), self._servers.directory):
            sent = follow(url, RELAYED, self._committed())
        self._note("relay", [Figure("relay", "events sent to Kafka from a backlog", sent.per_s, "/s")])

    def _compare(self, what: str, rates: list[Rate], figures: list[Figure]) -> None:
        self.rates += rates
        self._note(what, figures)

    def _note(self, what: str, figures: list[Figure]) -> None:
        self.figures += figures
        self._console.print(f"[green]✓[/] {what} [dim]{time.monotonic() - self._began:.0f} s[/]", highlight=False)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--full", action="store_true", help="longer rounds and larger data sets")
    sizes = FULL if parser.parse_args().full else SHORT
    console = Console(width=150)
    began = time.monotonic()
    with running() as servers, Loader() as load:
        bench = Bench(servers, load, sizes, console)
        bench.run()
        facts = list(report.facts(time.monotonic() - began, servers.directory))
    report.show(console, bench.rates, bench.figures)
    text = report.document(bench.rates, bench.figures, facts, report.written_by_hand())
    report.RESULTS.write_text(text, encoding="utf-8")
    console.print(f"written to {report.RESULTS}")


if __name__ == "__main__":
    main()
