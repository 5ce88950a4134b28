"""Records on Kafka that the log never sent, and events that nobody can apply: set aside by name, the rest flows on."""

from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx2
import orjson
import pytest
from aiokafka import AIOKafkaProducer

from deploy.local.provision import ServiceDatabase
from shared.database import Database
from shared.ids import SHARDS, shard_of, uuid7
from shared.log.log import Log
from shared.log.units import StoredEvent, Unit
from shared.topics import dead_topic, events_topic
from tests.faults.evidence import assert_audited_once, fetch, log_of, logs_of, records_of
from tests.faults.operators import listed, sysloom
from tests.faults.people import Bearer, becomes_complete, publish, use
from tests.shared.consumers.wire import changed
from tests.system.running import RunningSystem, running_system
from tests.waiting import eventually

MODULE = "planted_module"
LISTENERS = ("audit", "conversations")
_REFS = "SELECT id, status, version, is_public, content FROM template_refs ORDER BY id"
_AUDITED = "SELECT id::text, metadata ->> 'type' AS type FROM audit_logs"

Forgery = Callable[[bytes, bytes], tuple[bytes | None, bytes | None]]
"""Makes a record's value and key from those of an event that is in the log already."""


def told(**attributes: Any) -> Forgery:
    """Forge an event that says something else in its envelope."""
    return lambda value, key: (changed(value, **attributes), key)


FORGERIES: dict[str, tuple[Forgery, str]] = {
    "not JSON": (lambda _, key: (b"{not json", key), "it is not JSON"),
    "empty": (lambda _, key: (b"", key), "it is not JSON"),
    "too deep": (lambda _, key: (b"[" * 100_000, key), "it is not JSON"),
    "null": (lambda _, key: (None, key), "it has no value"),
    "no key": (lambda value, _: (value, None), "it has no key"),
    "another key": (lambda value, _: (value, b"another"), "its key is not its partitionkey"),
    "no object": (lambda _, key: (b"[]", key), "it is no envelope"),
    "no position": (told(position=None), "it has no position"),
    "a position that cannot be": (told(position=2**63), "it is no envelope"),
    "another source": (told(source="/identity"), "it comes from another source"),
    "far above the head": (told(position=10**15), "its position is above the owner's head"),
    "a stale epoch": (told(epoch=1), "its epoch is stale"),
    "an epoch to come": (told(epoch=3), "its epoch is unknown"),
    "unknown type": (told(type="templates.TemplateTransmogrified"), "its position belongs to another event"),
    "a module as a type": (told(type=MODULE), "its position belongs to another event"),
    "other bytes": (
        told(id=str(uuid4()), type="templates.TemplateDeleted"),
        "its position belongs to another event",
    ),
    "the same with a blank": (lambda value, key: (value + b" ", key), "its position belongs to another event"),
}
ABOVE = "its position is above the owner's head"
REFUSED = Counter(reason for _, reason in FORGERIES.values()) + Counter([ABOVE])


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a directory with a module that leaves a mark there when it is imported."""
    directory = tmp_path_factory.mktemp("planted")
    (directory / f"{MODULE}.py").write_text("import pathlib\npathlib.Path(__file__).with_suffix('.mark').touch()\n")
    return directory


@pytest.fixture(scope="module")
def system(
    tmp_path_factory: pytest.TempPathFactory,
    databases: dict[str, ServiceDatabase],
    kafka: str,
    topics: str,
    planted: Path,
) -> Iterator[RunningSystem]:
    """Run the four services as an api and one worker, which could import what was planted."""
    directory = tmp_path_factory.mktemp("system")
    with running_system(directory, databases, kafka, topics, PYTHONPATH=str(planted)) as running:
        yield running


@pytest.fixture(autouse=True)
def nothing_is_imported(planted: Path) -> Iterator[None]:
    """Look after each test whether the module has been imported."""
    yield
    assert not list(planted.glob("*.mark"))


@pytest.fixture
async def produce(kafka: str, topics: str) -> AsyncIterator[Callable[..., Any]]:
    """Return what puts a record on the templates' topic."""
    producer = AIOKafkaProducer(bootstrap_servers=kafka, acks="all")
    await producer.start()

    async def put(shard: int, value: bytes | None, key: bytes | None) -> None:
        await producer.send_and_wait(events_topic("templates", topics), value, key, shard)

    yield put
    await producer.stop()


@pytest.fixture
def letters(system: RunningSystem, databases: dict[str, ServiceDatabase]) -> Callable[..., Any]:
    """Return what waits until a listener has so many letters of a status, and lists them as an operator does."""

    async def list_letters(listener: str, status: str, count: int) -> list[dict[str, str]]:
        async def are_there() -> bool:
            rows = await fetch(databases[listener].owner_url, "SELECT status FROM dead_letters")
            return len([row for row in rows if row["status"] == status]) >= count

        await eventually(are_there)
        rows = await listed(system.env, "dead", "list", listener, "--limit", "1000")
        found = [row for row in rows if row["status"] == status]
        assert len(found) == count, found
        return found

    return list_letters


async def test_forged_records_become_dead_letters_and_the_rest_flows_on(
    system: RunningSystem,
    client: httpx2.AsyncClient,
    writer: Bearer,
    databases: dict[str, ServiceDatabase],
    kafka: str,
    topics: str,
    produce: Callable[..., Any],
    letters: Callable[..., Any],
) -> None:
    assert (await sysloom(system.env, "log", "new-epoch", "templates")).code == 0
    template = await publish(client, writer)
    shard = shard_of(str(template))
    await use(client, template)
    refs = await fetch(databases["conversations"].owner_url, _REFS)
    log = (await log_of(databases["templates"]))[shard]
    key = str(template).encode()
    above = changed(log[-1], type="templates.TemplateDeleted", id=str(uuid7()), position=len(log) + 1)

    await produce(shard, above, key)
    for forge, _ in FORGERIES.values():
        await produce(shard, *forge(log[-1], key))
    for value in (log[0], log[-1]):  # from the past, as they were sent: no harm, and no letter
        await produce(shard, value, orjson.loads(value)["partitionkey"].encode())
    await produce((shard + 1) % SHARDS, log[-1], key)

    wanted = REFUSED + Counter(["its shard is not its partition"])
    for listener in LISTENERS:
        found = await letters(listener, "dead", wanted.total())
        assert Counter(row["reason"] for row in found) == wanted
        assert len((await records_of(kafka, dead_topic(listener, topics), partitions=1))[0]) == wanted.total()
        [letter] = [row["id"] for row in found if row["position"] == str(len(log) + 1)]
        shown = await sysloom(system.env, "dead", "show", listener, letter)
        assert orjson.loads(shown.output)["record"] == orjson.loads(above)
    assert await fetch(databases["conversations"].owner_url, _REFS) == refs

    await use(client, await publish(client, writer, shard=shard))
    await use(client, await publish(client, writer))
    await becomes_complete(client, system.auditor)
    await assert_audited_once(await logs_of(databases), databases["audit"])


@pytest.fixture
async def store(databases: dict[str, ServiceDatabase]) -> AsyncIterator[Callable[..., Any]]:
    """Return what puts an event into the templates' log as another build of theirs would, and returns its id."""
    database = Database(databases["templates"].url)
    await database.open()
    log = Log("templates", database)
    [pattern] = await database.fetch("SELECT body FROM events WHERE topic = 'templates.TemplatePublished' LIMIT 1")

    async def put(type_name: str, stream: UUID, version: int, **attributes: Any) -> str:
        named = {"id": str(uuid7()), "type": type_name, "subject": str(stream), "partitionkey": str(stream)}
        body = changed(pattern["body"], **named, **attributes)
        event = StoredEvent(stream, version, type_name, body, UUID(named["id"]), shard_of(str(stream)), None)
        await log.append(Unit([event]))
        return named["id"]

    yield put
    await log.close()
    await database.close()


async def test_unknown_types_are_audited_and_kept_and_never_imported(
    system: RunningSystem,
    client: httpx2.AsyncClient,
    writer: Bearer,
    databases: dict[str, ServiceDatabase],
    store: Callable[..., Any],
    letters: Callable[..., Any],
) -> None:
    template = await publish(client, writer)
    names = ["templates.TemplateTransmogrified", MODULE, f"templates.{MODULE}", "os:system", "templates.events"]
    stored = {await store(name, template, version): name for version, name in enumerate(names, start=3)}
    found = await letters("conversations", "unknown", len(names))
    assert Counter(row["type"] for row in found) == Counter(names)
    await becomes_complete(client, system.auditor)
    audited = {row["id"]: row["type"] for row in await fetch(databases["audit"].owner_url, _AUDITED)}
    assert stored.items() <= audited.items()
    await use(client, template)


async def test_the_stream_of_an_event_that_cannot_be_applied_is_parked_alone(
    system: RunningSystem,
    client: httpx2.AsyncClient,
    writer: Bearer,
    databases: dict[str, ServiceDatabase],
    store: Callable[..., Any],
    letters: Callable[..., Any],
) -> None:
    template = await publish(client, writer)
    entity = {"type": "template", "id": str(template), "version": 3, "action": "publish", "outcome": "success"}
    nothing = {"entity": entity, "old_values": {}, "new_values": {}}
    before = await fetch(databases["conversations"].owner_url, "SELECT 1 FROM dead_letters WHERE status = 'dead'")
    failed = await store("templates.TemplatePublished", template, 3, data=nothing)
    later = [await store("templates.TemplateDeleted", template, version) for version in (4, 5)]
    found = await letters("conversations", "parked", len(later))
    dead = await letters("conversations", "dead", len(before) + 1)
    assert {row["stream"] for row in found} == {str(template)}
    assert dead[0]["reason"] == "it cannot be applied"
    await use(client, await publish(client, writer, shard=shard_of(str(template))))
    await becomes_complete(client, system.auditor)
    audited = {row["id"] for row in await fetch(databases["audit"].owner_url, _AUDITED)}
    assert {failed, *later} <= audited
    await assert_audited_once(await logs_of(databases), databases["audit"])
