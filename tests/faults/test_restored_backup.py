"""A log restored from an older copy takes no writes until a new epoch begins; then all flows, and losses are named."""

import asyncio
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import httpx2
import orjson
import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from deploy.local.provision import ServiceDatabase
from shared.envelope import splice
from shared.ids import SHARDS, shard_of
from shared.relay.partitions import last_positions
from shared.topics import events_topic
from tests.faults.evidence import fetch, records_of
from tests.faults.operators import listed, sysloom
from tests.faults.people import (
    Bearer,
    assert_unavailable,
    becomes_complete,
    completeness,
    log_in,
    publish,
    use,
    write,
)
from tests.faults.test_removed_records import remove
from tests.system.running import RunningSystem
from tests.waiting import eventually

SHARD = 5
"""The shard of which Kafka loses what the log has lost."""
CAUGHT_UP_S = 60
_EVENTS = "SELECT epoch, shard, position, recorded_at, body FROM events ORDER BY shard, position"
_HEADS = "SELECT shard, epoch, position, halted FROM log_head ORDER BY shard"
_AUDITED = "SELECT shard, record FROM audit_records WHERE source = 'templates' ORDER BY shard, number"


@dataclass
class Backup:
    """An older copy of a database; restoring it replaces the database under whoever is connected to it."""

    admin: psycopg.Connection
    name: str

    def take(self) -> None:
        """Copy the database, which takes that nobody is connected for a moment."""
        name = Identifier(self.name)
        self.admin.execute(SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false").format(name))
        self.admin.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s", [self.name]
        )
        self.admin.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(self._copy, name))
        self.admin.execute(SQL("ALTER DATABASE {} ALLOW_CONNECTIONS true").format(name))

    def restore(self) -> None:
        name = Identifier(self.name)
        self.admin.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(name))
        self.admin.execute(SQL("CREATE DATABASE {} TEMPLATE {} OWNER templates_owner").format(name, self._copy))
        self.admin.execute(SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(name))
        self.admin.execute(SQL("GRANT CONNECT ON DATABASE {} TO templates").format(name))

    def forget(self) -> None:
        self.admin.execute(SQL("DROP DATABASE IF EXISTS {}").format(self._copy))

    @property
    def _copy(self) -> Identifier:
        return Identifier(f"{self.name}_older")


@pytest.fixture
def backup(postgres_url: str, databases: dict[str, ServiceDatabase]) -> Iterator[Backup]:
    """Return what copies the templates' database and restores it."""
    name = databases["templates"].url.rpartition("/")[2]
    with closing(psycopg.connect(postgres_url, autocommit=True)) as admin:
        backup = Backup(admin, name)
        yield backup
        backup.forget()


async def write_in_every_shard(client: httpx2.AsyncClient, writer: Bearer) -> list[str]:
    """Write templates until each shard has got one."""
    written: list[str] = []
    while {shard_of(template) for template in written} != set(range(SHARDS)):
        written.append(await write(client, writer))
    return written


@dataclass
class Logged:
    """What is known of the templates' log: in their database and on Kafka."""

    database: ServiceDatabase
    kafka: str
    topic: str

    async def heads(self) -> dict[int, int]:
        return {row["shard"]: row["position"] for row in await fetch(self.database.owner_url, _HEADS)}

    async def is_halted(self) -> bool:
        return all(row["halted"] for row in await fetch(self.database.owner_url, _HEADS))

    async def is_relayed(self) -> bool:
        return await last_positions(self.kafka, self.topic, "templates") == await self.heads()

    async def events(self) -> dict[int, list[bytes]]:
        """Return per shard the events that the database has, as they are sent."""
        found: dict[int, list[bytes]] = {shard: [] for shard in range(SHARDS)}
        for row in await fetch(self.database.owner_url, _EVENTS):
            found[row["shard"]].append(
                splice(row["body"], row["epoch"], row["shard"], row["position"], row["recorded_at"])
            )
        return found

    async def begins(self, shard: int, epoch: int) -> int:
        """Return the offset of the first record of an epoch."""
        records = (await records_of(self.kafka, self.topic))[shard]
        return next(offset for offset, record in enumerate(records) if place_of(record)[0] == epoch)

    async def sent(self) -> dict[int, list[bytes]]:
        """Return per shard what has been sent, what came twice only once."""
        return {
            shard: list(dict.fromkeys(records)) for shard, records in (await records_of(self.kafka, self.topic)).items()
        }


@pytest.fixture
def templates(databases: dict[str, ServiceDatabase], kafka: str, topics: str) -> Logged:
    return Logged(databases["templates"], kafka, events_topic("templates", topics))


async def is_ready(client: httpx2.AsyncClient) -> bool:
    return (await client.get("/health/ready")).status_code == 200


def place_of(record: bytes) -> tuple[int, int]:
    """Return an event's epoch and position."""
    envelope = orjson.loads(record)
    return envelope["epoch"], envelope["position"]


async def is_all_but(client: httpx2.AsyncClient, auditor: Bearer, missing: list[int]) -> bool:
    """Say whether audit has everything but these positions of one shard, and names them."""
    told = await completeness(client, auditor)
    named = {(each["source"], each["shard"]): each["missing"] for each in told["sources"] if each["missing"]}
    return not told["unanswered"] and not told["complete"] and named == {("templates", SHARD): missing}


async def test_writes_are_refused_until_a_new_epoch_and_what_is_lost_is_named(
    system: RunningSystem,
    client: httpx2.AsyncClient,
    writer: Bearer,
    databases: dict[str, ServiceDatabase],
    templates: Logged,
    backup: Backup,
) -> None:
    kept = await write_in_every_shard(client, writer)
    await becomes_complete(client, system.auditor)
    await asyncio.to_thread(backup.take)
    await eventually(lambda: is_ready(client))
    kept_heads = await templates.heads()
    await write_in_every_shard(client, writer)
    await becomes_complete(client, system.auditor)
    audited_heads = await templates.heads()
    await asyncio.to_thread(system["audit"].stop)
    lost = await write_in_every_shard(client, writer)
    await eventually(templates.is_relayed)
    lost_heads = await templates.heads()

    await asyncio.to_thread(system["api"].stop)
    await asyncio.to_thread(backup.restore)
    await eventually(templates.is_halted)
    assert await templates.heads() == kept_heads
    await asyncio.to_thread(system["api"].start)
    assert_unavailable(await client.post("/v1/templates", json={"name": "New", "content": "New"}, headers=writer))
    assert_unavailable(await client.delete(f"/v1/templates/{kept[0]}", headers=writer))
    assert (await client.get(f"/v1/templates/{kept[0]}", headers=writer)).status_code == 200
    assert (await client.get(f"/v1/templates/{lost[0]}", headers=writer)).status_code == 404
    told = await listed(system.env, "log", "heads", "templates")
    assert all("sysloom log new-epoch" in row["halted"] for row in told)

    begun = await sysloom(system.env, "log", "new-epoch", "templates")
    assert (begun.code, begun.output) == (0, "templates writes again, in epoch 2\n")
    assert await templates.heads() == lost_heads
    await write_in_every_shard(client, writer)
    await use(client, await publish(client, writer))
    await eventually(templates.is_relayed)
    sent, log = await templates.sent(), await templates.events()
    for shard, records in sent.items():
        after = lost_heads[shard]
        assert [place_of(record) for record in records] == [
            (1 if position <= after else 2, position) for position in range(1, len(records) + 1)
        ]
        assert log[shard] == records[: kept_heads[shard]] + records[after:]

    gone = range(audited_heads[SHARD], lost_heads[SHARD])
    await remove(templates.kafka, templates.topic, {SHARD: await templates.begins(SHARD, epoch=2)})
    await asyncio.to_thread(system["audit"].start)
    auditor = await log_in(client, system.auditor.email, system.auditor.password)
    missing = [position + 1 for position in gone]
    await eventually(lambda: is_all_but(client, auditor, missing), timeout_s=CAUGHT_UP_S)
    del sent[SHARD][gone.start : gone.stop]
    audited: dict[int, list[bytes]] = {shard: [] for shard in range(SHARDS)}
    for row in await fetch(databases["audit"].owner_url, _AUDITED):
        audited[row["shard"]].append(bytes(row["record"]))
    assert audited == sent
    assert not await fetch(databases["audit"].owner_url, "SELECT reason FROM dead_letters")
