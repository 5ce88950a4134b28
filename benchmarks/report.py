"""The report: tables for the terminal, and `RESULTS.md`, which also names the machine and the versions."""

import os
import platform
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median
from time import perf_counter

import psutil
from rich.console import Console
from rich.table import Table

from benchmarks.figures import Figure, Rate, number
from deploy.local.kafka_jars import VERSION as KAFKA

RESULTS = Path(__file__).with_name("RESULTS.md")
BY_HAND = "## Where the time goes"
_PACKAGES = ("fastapi", "uvicorn", "pydantic", "sqlalchemy", "asyncpg", "psycopg", "aiokafka", "faststream")
_PREFACE = """\
Written by `make bench`; only what stands under the last heading is written by hand. Ratios decide, absolute figures are
for orientation. A ratio is the median of three rounds, in which the contestants took turns."""
_ABOUT_RATES = """\
One process for each contestant, the load from another over 32 keep-alive connections. CPU times are per request or
event: of the contestant, of all of PostgreSQL, and of the load."""
_RATES = ("measurement", "contestant", "per s", "p50 ms", "p99 ms", "CPU µs", "PostgreSQL µs", "load µs")
_FIGURES = ("measurement", "what", "figure", "goal", "")


def show(console: Console, rates: Sequence[Rate], figures: Sequence[Figure]) -> None:
    """Print both tables."""
    for title, names, rows in (("Rates", _RATES, _rate_rows(rates)), ("Figures", _FIGURES, _figure_rows(figures))):
        table = Table(*names, title=title)
        for row in rows:
            table.add_row(*row, style="red" if row[-1] == "missed" else None)
        console.print(table)


def document(rates: Sequence[Rate], figures: Sequence[Figure], facts: Sequence[str], by_hand: str) -> str:
    """Return the whole text of `RESULTS.md`; `by_hand` is what follows the last heading."""
    missed = [figure for figure in figures if figure.verdict == "missed"]
    verdict = f"{len(missed)} of {sum(bool(f.goal) for f in figures)} goals missed." if missed else "All goals reached."
    parts = [
        "# Results",
        _PREFACE,
        "\n".join(f"* {fact}" for fact in facts),
        f"## Figures\n\n**{verdict}**\n\n{_markdown(_FIGURES, _figure_rows(figures))}",
        f"## Rates\n\n{_ABOUT_RATES}\n\n{_markdown(_RATES, _rate_rows(rates))}",
        f"{BY_HAND}\n{by_hand}",
    ]
    return "\n\n".join(parts).rstrip() + "\n"


def written_by_hand(results: Path = RESULTS) -> str:
    """Return what the last results say under the heading that is kept."""
    text = results.read_text(encoding="utf-8") if results.is_file() else ""
    return text.partition(BY_HAND)[2].strip("\n") and "\n" + text.partition(BY_HAND)[2].strip("\n")


def facts(seconds: float, directory: Path) -> Iterator[str]:
    """Say when, where and with what was measured; `directory` is on the disk that PostgreSQL writes to."""
    yield f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, in {seconds / 60:.1f} minutes"
    memory = psutil.virtual_memory().total / 2**30
    yield f"{_processor()}, {psutil.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.release()}"
    yield f"fdatasync of 8 kB: {_sync_ms(directory):.2f} ms"
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    yield f"Python {platform.python_version()}, PostgreSQL 18, Kafka {KAFKA}, {packages}"


def _rate_rows(rates: Sequence[Rate]) -> list[list[str]]:
    return [
        [
            r.measurement,
            r.contestant,
            *map(number, (r.per_s, r.p50_ms, r.p99_ms, r.server_us, r.postgres_us, r.load_us)),
        ]
        for r in rates
    ]


def _figure_rows(figures: Sequence[Figure]) -> list[list[str]]:
    return [[f.measurement, f.what, f"{number(f.value)} {f.unit}", str(f.goal or ""), f.verdict] for f in figures]


def _markdown(names: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [names, ["---"] * len(names), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def _sync_ms(directory: Path, times: int = 50) -> float:
    """Return how long the disk takes to keep a page: what every commit waits for."""
    taken = []
    with tempfile.TemporaryFile(dir=directory) as file:
        for _ in range(times):
            began = perf_counter()
            os.pwrite(file.fileno(), b"\1" * 8192, 0)
            os.fdatasync(file.fileno())
            taken.append(perf_counter() - began)
    return median(taken) * 1000
