"""Positions: 1, 2, 3, … in each shard, in commit order, whoever writes; and times that never run backwards."""

import asyncio
import random
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import orjson

from deploy.local.provision import ServiceDatabase
from shared.context import Context, acting
from shared.ids import SHARDS, shard_of, uuid7
from shared.log.log import Log
from tests.shared.conftest import Owner
from tests.shared.log.things import LabelTaken, ThingsApplication, running, settings

WRITERS, COMMANDS = 8, 30


async def test_positions_count_without_a_gap_in_commit_order_whoever_writes_and_is_refused(
    things_database: ServiceDatabase, owner: Owner
) -> None:
    given = settings(things_database.url)
    async with running(given) as one, running(given) as another, running(given) as reader:
        await one.make_thing("taken", "taken")
        done = asyncio.Event()
        following = [asyncio.create_task(follow(reader.plumbing.log, shard, done)) for shard in range(SHARDS)]
        refused = await asyncio.gather(
            *(write(application, f"{process} {writer}") for process, application in enumerate((one, another))
              for writer in range(WRITERS))
        )  # fmt: skip
        done.set()
        seen = await asyncio.gather(*following)
    assert sum(refused) > 0
    stored = WRITERS * COMMANDS * 2 - sum(refused) + 1
    heads = await owner.execute("SELECT position FROM log_head ORDER BY shard")
    assert [head for (head,) in await heads.fetchall()] == [len(events) for events in seen]
    assert sum(len(events) for events in seen) == stored
    for events in seen:
        assert [event["position"] for event in events] == list(range(1, len(events) + 1))
        times = [event["recordedtime"] for event in events]
        assert times == sorted(times)


async def write(application: ThingsApplication, name: str) -> int:
    """Run commands, some of them on a label that is taken; return how many were refused."""
    chance = random.Random(name)
    refused = 0
    for number in range(COMMANDS):
        await asyncio.sleep(chance.random() / 500)
        try:
            await application.make_thing(name, "taken" if chance.random() < 0.05 else f"{name} {number}")
        except LabelTaken:
            refused += 1
    return refused


async def follow(log: Log, shard: int, done: asyncio.Event) -> list[dict[str, Any]]:
    """Read a shard as it grows, each time what is new, until nothing comes after the writers are done."""
    seen: list[dict[str, Any]] = []
    while True:
        last_time = done.is_set()
        new = [orjson.loads(event) for event in await log.feed(shard, len(seen), 500)]
        seen += new
        assert [event["position"] for event in seen[len(seen) - len(new) :]] == list(
            range(len(seen) - len(new) + 1, len(seen) + 1)
        )
        if last_time and not new:
            return seen
        await asyncio.sleep(0.002)


async def test_an_event_is_never_recorded_before_its_cause_nor_before_its_shard(application: ThingsApplication) -> None:
    thing_id, shards = uuid7(), []
    caused_at = datetime.now(UTC) + timedelta(minutes=5)
    with acting(Context(correlation_id="c", causation_id=uuid4(), caused_at=caused_at)) as caused:
        await application.make_thing("effect", f"label {uuid4()}", thing_id=thing_id)
    with acting(Context(correlation_id="c")) as later:
        await application.rename_thing(thing_id, "later")
        elsewhere = await application.make_thing("elsewhere", f"label {uuid4()}")
    effect, after, other = *caused.recorded, *later.recorded
    shards = [effect.shard, after.shard]
    assert shards == [shard_of(str(thing_id))] * 2
    assert effect.recorded_at == caused_at
    assert after.recorded_at >= caused_at
    if shard_of(str(elsewhere.id)) != effect.shard:
        assert other.recorded_at < caused_at  # each shard has its own time


async def test_what_a_command_recorded_is_told_with_its_places_in_order(
    application: ThingsApplication, owner: Owner
) -> None:
    with acting(Context(correlation_id="c")) as context:
        thing = await application.make_thing("one", f"label {uuid4()}")
        await application.rename_thing(thing.id, "two")
    first, second = context.recorded
    assert (first.source, first.epoch, first.shard) == ("things", 1, shard_of(str(thing.id)))
    assert second.position == first.position + 1
    rows = await owner.execute(
        "SELECT shard, position, recorded_at FROM events WHERE originator_id = %s ORDER BY originator_version",
        [thing.id],
    )
    assert await rows.fetchall() == [(at.shard, at.position, at.recorded_at) for at in (first, second)]
    head = next(head for head in await application.plumbing.log.heads() if head.shard == first.shard)
    assert (head.epoch, head.position, head.recorded_at) == (1, second.position, second.recorded_at)
