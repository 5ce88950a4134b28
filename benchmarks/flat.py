"""Flat: a command on a long stream costs no more than on a short one."""

from collections.abc import Sequence
from statistics import median

from benchmarks.figures import TIMES, Figure, Goal, number, ratio
from benchmarks.load import Loader, Request
from benchmarks.processes import Process
from benchmarks.rounds import ROUNDS
from benchmarks.servers import Person
from benchmarks.templates import PATH, create

SHORT, LONG = 10, 10_000
STREAMS = 200
"""Short streams that are changed once in each round, and changes of the long one in each round."""


def measure_streams(api: Process, load: Loader, people: Sequence[Person]) -> list[Figure]:
    """Measure PATCH on both kinds of streams in turns, one at a time."""
    long_one, *short_ones = create(api, people[:1], STREAMS + 1)
    for version in range(2, SHORT + 1):
        load.once(api.port, [_change(id_, people[0], version) for id_ in short_ones])
    load.once(api.port, [_change(long_one, people[0], version) for version in (1, 2)], LONG - 1, connections=1)
    rounds: list[dict[str, float]] = []
    for turn in range(ROUNDS):
        changes = {
            "long": [_change(long_one, people[0], turn * STREAMS + number) for number in range(STREAMS)],
            "short": [_change(id_, people[0], turn) for id_ in short_ones],
        }
        rounds.append({name: load.once(api.port, asked, connections=1).p50_ms for name, asked in changes.items()})
    medians = {name: number(median(each[name] for each in rounds)) for name in ("long", "short")}
    what = f"PATCH on {LONG:,} events ({medians['long']} ms) against {SHORT} ({medians['short']} ms)"
    return [Figure("flat", what, ratio(rounds, "long", "short"), TIMES, Goal(1.2, at_most=True))]


def _change(id_: str, person: Person, number: int) -> Request:
    """Return a request that revises a template; each number is another text."""
    body = {"description": f"Revision {number} of what it is good for."}
    return Request.of("PATCH", f"{PATH}/{id_}", person.token, body, 200, **body)
