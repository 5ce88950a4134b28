"""The tail race: two processes write to one log while it is relayed and audited, and some of it is refused."""

import asyncio
import json
import random
import sys
from collections import Counter
from dataclasses import dataclass
from typing import Any

import httpx2
import pytest

from deploy.local.provision import ServiceDatabase
from deploy.local.state import PROJECT
from shared.ids import SHARDS
from shared.topics import events_topic
from tests.faults.evidence import Log, assert_audited_once, assert_relayed, log_of
from tests.system.people import completed
from tests.system.racer import APPENDS, WRITERS
from tests.system.running import RunningSystem

PROCESSES = 2
PREPARED = 4  # what each writer stores before it is counted
TIMEOUT_S = 90


@dataclass
class Raced:
    """What the processes say they did, and the log as it is afterwards."""

    places: list[tuple[int, int]]
    refused: Counter[str]
    log: Log


@pytest.fixture(scope="module")
async def raced(system: RunningSystem, client: httpx2.AsyncClient, databases: dict[str, ServiceDatabase]) -> Raced:
    """Let the processes race, and wait until audit has all of it."""
    seed = random.randrange(10**9)
    print(f"seed {seed}")  # noqa: T201 - a failure is told with it
    answers = await asyncio.gather(*(race(system, f"{seed} {process}") for process in range(PROCESSES)))
    places = [(shard, position) for answer in answers for shard, position in answer["places"]]
    refused = sum((Counter(answer["refused"]) for answer in answers), Counter())
    log = await log_of(databases["templates"])
    await completed(system, client)
    return Raced(places, refused, log)


async def race(system: RunningSystem, seed: str) -> dict[str, Any]:
    """Run one process to its end, and return what it says."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.system.racer", seed,
        env=system.env, cwd=PROJECT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        out, err = await asyncio.wait_for(process.communicate(), TIMEOUT_S)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    assert process.returncode == 0, err.decode()
    answer: dict[str, Any] = json.loads(out)
    return answer


def test_every_kind_of_refusal_came_and_none_was_stored(raced: Raced) -> None:
    asked = PROCESSES * WRITERS * APPENDS
    assert set(raced.refused) == {"AlreadyPublished", "Stale", "VersionTaken"}
    assert 0.03 * asked < raced.refused.total() < 0.07 * asked
    stored = asked - raced.refused.total() + PROCESSES * WRITERS * PREPARED
    assert len(raced.places) == stored
    assert sum(len(events) for events in raced.log.values()) == stored


def test_every_position_of_every_shard_was_given_once_without_a_gap(raced: Raced) -> None:
    given = Counter(raced.places)
    assert given.total() == len(given)
    for shard in range(SHARDS):
        positions = sorted(position for of, position in given if of == shard)
        assert positions
        assert positions == list(range(1, len(raced.log[shard]) + 1))


async def test_everything_was_relayed_in_order(raced: Raced, kafka: str, topics: str) -> None:
    await assert_relayed(raced.log, kafka, events_topic("templates", topics))


async def test_everything_was_audited_once_with_its_bytes(raced: Raced, databases: dict[str, ServiceDatabase]) -> None:
    await assert_audited_once({"templates": raced.log}, databases["audit"])
