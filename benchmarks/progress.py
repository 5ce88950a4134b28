"""How far logs, relay and audit have come: asked of the databases themselves."""

import time
from collections.abc import Callable
from contextlib import closing
from typing import NamedTuple

import psycopg

COMMITTED = "SELECT sum(position) FROM log_head"
RELAYED = "SELECT sum(position) FROM relay_cursor"
AUDITED = "SELECT sum(position) FROM consumer_positions WHERE source = 'templates'"
"""Of events of the templates service."""

_POLL_S = 0.02
_PATIENCE_S = 60.0


class Stuck(Exception):
    """Something that should go on does not."""


class Progress(NamedTuple):
    """How many events went by from the first look at which there was something new to the last."""

    events: int
    seconds: float

    @property
    def per_s(self) -> float:
        """Events per second."""
        return self.events / self.seconds


def count(url: str, query: str) -> int:
    """Return how far it is."""
    with closing(psycopg.connect(url, autocommit=True)) as connection:
        return _ask(connection, query)


def follow(url: str, query: str, goal: int, watch: Callable[[int], None] = lambda _: None) -> Progress:
    """Wait until so many events have been done; `watch` is told at each look. Raises Stuck."""
    with closing(psycopg.connect(url, autocommit=True)) as connection:
        start, first = _ask(connection, query), 0.0
        done, moved_at = start, time.monotonic()
        begun_with = start
        while done < goal:
            time.sleep(_POLL_S)
            now_done, now = _ask(connection, query), time.monotonic()
            watch(now_done)
            if now_done == done and now - moved_at > _PATIENCE_S:
                raise Stuck(f"{done} of {goal} events are done, and nothing has moved for {_PATIENCE_S:.0f} s: {query}")
            if now_done != done:
                if done == start:
                    begun_with, first = now_done, now
                done, moved_at = now_done, now
    return Progress(done - begun_with, moved_at - first)


def _ask(connection: psycopg.Connection, query: str) -> int:
    row = connection.execute(query.encode()).fetchone()
    return int(row[0] or 0) if row else 0
