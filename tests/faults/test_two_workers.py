"""Two workers of the same services: where one is frozen at its worst moment the other takes over, and it may thaw."""

import asyncio
from collections.abc import Iterator

import httpx2
import pytest

from deploy.local.provision import ServiceDatabase
from shared.database import Database
from shared.relay.leadership import Deposed, Term
from shared.relay.relay import Relay
from shared.topics import events_topic
from tests.faults.evidence import assert_audited_once, assert_relayed, fetch, logs_of
from tests.faults.people import Bearer, becomes_complete, grows, writing
from tests.system.running import RunningSystem, running_system
from tests.waiting import eventually

WORKERS = {"one": ["templates", "audit"], "two": ["templates", "audit"], "others": ["identity", "conversations"]}
TAKEN_OVER_S = 30
_CURSORS = "SELECT shard, position, fence FROM relay_cursor ORDER BY shard"
_AUDITED = "SELECT count(*) AS n FROM audit_records WHERE source = 'templates'"


@pytest.fixture(scope="module")
def system(
    tmp_path_factory: pytest.TempPathFactory, databases: dict[str, ServiceDatabase], kafka: str, topics: str
) -> Iterator[RunningSystem]:
    """Run the four services with two workers for templates and audit."""
    directory = tmp_path_factory.mktemp("system")
    with running_system(directory, databases, kafka, topics, workers=WORKERS) as running:
        yield running


async def becomes_more(url: str, query: str, than: int) -> None:
    """Wait until the sum of a query's column `n` has grown."""

    async def is_more() -> bool:
        return bool(sum(row["n"] for row in await fetch(url, query)) > than)

    await eventually(is_more, timeout_s=TAKEN_OVER_S)


@pytest.mark.parametrize("place", ["relay.after_read", "relay.before_commit", "consumer.before_commit"])
async def test_the_other_takes_over_and_the_thawed_one_does_nothing_twice(
    place: str,
    system: RunningSystem,
    client: httpx2.AsyncClient,
    writer: Bearer,
    databases: dict[str, ServiceDatabase],
    kafka: str,
    topics: str,
) -> None:
    one, two = system["one"], system["two"]
    async with writing(client, writer) as written:
        await asyncio.gather(*(asyncio.to_thread(process.stop) for process in (one, two)))
        one.launch(fault=f"{place}:freeze")
        await asyncio.to_thread(one.wait_until_frozen)
        await grows(written)
        audited = await fetch(databases["audit"].owner_url, _AUDITED)
        await asyncio.to_thread(two.start)
        await becomes_more(databases["audit"].owner_url, _AUDITED, than=audited[0]["n"] + len(written))
        one.thaw()
        await asyncio.to_thread(one.wait_until_ready)
        await grows(written)
    logs = await logs_of(databases)
    await becomes_complete(client, system.auditor)
    await assert_audited_once(logs, databases["audit"])
    await assert_relayed(logs["templates"], kafka, events_topic("templates", topics))


async def test_the_fence_refuses_the_late_cursor_move_of_a_deposed_leader(
    databases: dict[str, ServiceDatabase], kafka: str, topics: str
) -> None:
    database = Database(databases["conversations"].url)
    await database.open()
    try:
        relay = Relay("conversations", database, kafka, b"k" * 32, topic_prefix=topics)
        async with await database.direct() as connection:
            fence = (await database.fetch("SELECT fence FROM relay_state"))[0]["fence"]
            term = Term(fence, asyncio.Event(), connection)
            await relay._move_cursors(term, {0: 3, 11: 4})
            moved = await database.fetch(_CURSORS)
            await database.execute("UPDATE relay_state SET fence = fence + 1")
            with pytest.raises(Deposed):
                await relay._move_cursors(term, {0: 5, 11: 6})
        assert await database.fetch(_CURSORS) == moved
        assert moved == [{"shard": 0, "position": 3, "fence": fence}, {"shard": 11, "position": 4, "fence": fence}]
    finally:
        await database.close()
