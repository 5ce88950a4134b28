"""Rounds of load: the contestants take turns, and what they and PostgreSQL take of the CPU is counted beside."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.figures import Rate
from benchmarks.load import Loader, Request
from benchmarks.processes import Process, cpu_s

ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Contestant:
    """One server and what it is asked for."""

    name: str
    server: Process
    requests: Sequence[Request]


def alternate(
    measure: Callable[[Contestant], Rate], contestants: Sequence[Contestant], rounds: int = ROUNDS
) -> list[Mapping[str, Rate]]:
    """Measure each contestant once in each round, one right after the other."""
    return [{contestant.name: measure(contestant) for contestant in contestants} for _ in range(rounds)]


class Meter:
    """Measures one contestant under load."""

    def __init__(self, measurement: str, load: Loader, seconds: float, postgres_pid: int) -> None:
        self.measurement = measurement
        self._load = load
        self._seconds = seconds
        self._postgres_pid = postgres_pid

    def __call__(self, contestant: Contestant) -> Rate:
        """Put the contestant under load for some seconds. Raises WrongAnswer."""
        server_s, postgres_s = contestant.server.cpu_s, cpu_s(self._postgres_pid)
        outcome = self._load(contestant.server.port, contestant.requests, self._seconds)
        return Rate(
            self.measurement,
            contestant.name,
            outcome.per_s,
            outcome.p50_ms,
            outcome.p99_ms,
            server_us=(contestant.server.cpu_s - server_s) / outcome.sent * 1e6,
            postgres_us=(cpu_s(self._postgres_pid) - postgres_s) / outcome.sent * 1e6,
            load_us=outcome.cpu_us,
        )


def rates(rounds: Sequence[Mapping[str, Rate]]) -> list[Rate]:
    """Return each contestant's medians."""
    return [Rate.of([each[name] for each in rounds]) for name in rounds[0]]


def throughput(rounds: Sequence[Mapping[str, Rate]]) -> list[dict[str, float]]:
    """Return the rates alone, round by round."""
    return [{name: rate.per_s for name, rate in each.items()} for each in rounds]
