"""The arithmetic of a report: medians of rounds, ratios, and whether a goal is reached."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, isnan
from statistics import median
from typing import Self

TIMES = "\N{MULTIPLICATION SIGN}"
"""The unit of ratios."""


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least this share of the values do not exceed (nearest rank)."""
    if not values:
        raise ValueError("no values")
    ranked = sorted(values)
    return ranked[max(1, ceil(share * len(ranked))) - 1]


def ratio(rounds: Sequence[Mapping[str, float]], over: str, under: str) -> float:
    """Return the median of the rounds' ratios: both of a pair were measured shortly after each other."""
    return median(figures[over] / figures[under] for figures in rounds)


@dataclass(frozen=True, slots=True)
class Goal:
    """What a figure must reach: at least, or at most."""

    limit: float
    at_most: bool = False

    def reached(self, value: float) -> bool:
        """Say whether a figure does."""
        return value <= self.limit if self.at_most else value >= self.limit

    def __str__(self) -> str:
        return f"{'≤' if self.at_most else '≥'} {number(self.limit)}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the report; without a goal it is for orientation."""

    measurement: str
    what: str
    value: float
    unit: str
    goal: Goal | None = None

    @property
    def verdict(self) -> str:
        """Whether its goal is reached, in a word."""
        if self.goal is None:
            return ""
        return "reached" if self.goal.reached(self.value) else "missed"


@dataclass(frozen=True, slots=True)
class Rate:
    """How fast one contestant was; CPU times are microseconds per request, of the load's own process too."""

    measurement: str
    contestant: str
    per_s: float
    p50_ms: float
    p99_ms: float
    server_us: float
    postgres_us: float
    load_us: float

    @classmethod
    def of(cls, rounds: Sequence[Self]) -> Self:
        """Return the medians of rounds."""
        figures = ("per_s", "p50_ms", "p99_ms", "server_us", "postgres_us", "load_us")
        medians = {name: median(getattr(each, name) for each in rounds) for name in figures}
        return cls(rounds[0].measurement, rounds[0].contestant, **medians)


def number(value: float) -> str:
    """Write a figure with as many digits as mean anything; what was not measured is a dash."""
    if isnan(value):
        return "-"
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"
