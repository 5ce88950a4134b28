"""What operators ask on the command line is answered whole, and what cannot be answered ends with a line and a code."""

import asyncio
import sys
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID, uuid4

import orjson
import psycopg
import pytest
from aiokafka import AIOKafkaProducer
from typer.testing import CliRunner, Result

from deploy.local.provision import ServiceDatabase
from shared.ids import SHARDS, uuid7
from shared.operations import app
from shared.topics import events_topic
from tests.shared.conftest import Owner

NOWHERE = "127.0.0.1:9"
LETTER = {
    "status": "dead",
    "topic": "templates.events",
    "partition": 3,
    "offset": 7,
    "source": "templates",
    "epoch": 1,
    "shard": 3,
    "position": 8,
    "type": "templates.TemplateCreated",
    "stream": "01900000-0000-7000-8000-000000000001",
    "reason": "it cannot be applied",
    "cause": "ValueError at applier.py:1 in apply",
    "key": b"a key",
    "record": b'{"data":{"sealed":{"x":"ey.J.."}}}',
}


@pytest.fixture
async def owner(databases: dict[str, ServiceDatabase]) -> AsyncIterator[Owner]:
    """Return a connection of the owner of identity's tables, after its dead letters were removed."""
    url = databases["identity"].owner_url
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
        await connection.execute("DELETE FROM dead_letters")
        yield connection


@pytest.fixture
def env(databases: dict[str, ServiceDatabase]) -> dict[str, str]:
    return {"IDENTITY_DATABASE_URL": databases["identity"].url}


async def sysloom(*args: object, env: dict[str, str]) -> Result:
    """Run a command as in a shell that has these variables."""
    without = {"IDENTITY_DATABASE_URL": None, "SYSLOOM_KAFKA": None, "SYSLOOM_TOPIC_PREFIX": None}
    return await asyncio.to_thread(CliRunner().invoke, app, [str(arg) for arg in args], env={**without, **env})


async def keep(owner: Owner, **changed: Any) -> UUID:
    """Keep a dead letter; return its id."""
    values: dict[str, Any] = {"id": uuid7(), **LETTER, **changed}
    columns = ", ".join(f'"{name}"' for name in values)
    places = ", ".join(f"%({name})s" for name in values)
    query = f"INSERT INTO dead_letters ({columns}) VALUES ({places})"  # noqa: S608 - names of columns, no values
    await owner.execute(query.encode(), values)
    return UUID(str(values["id"]))


def cells(output: str) -> list[list[str]]:
    """Return the rows of a table as it was printed."""
    lines = [line for line in output.splitlines() if line.startswith("│")]
    return [[cell.strip() for cell in line.strip("│").split("│")] for line in lines]


async def test_dead_letters_are_listed_newest_first_with_whole_ids(owner: Owner, env: dict[str, str]) -> None:
    first, second = await keep(owner), await keep(owner, status="parked", offset=None, position=9)
    third = await keep(owner, source=None, shard=None, position=None, type=None, stream=None, reason="it is not JSON")
    answer = await sysloom("dead", "list", "identity", env=env)
    assert answer.exit_code == 0, answer.output
    rows = cells(answer.output)
    assert [row[0] for row in rows] == [str(third), str(second), str(first)]
    assert rows[0][1:-1] == ["dead", "", "", "", "", "", "it is not JSON"]
    assert rows[1][1:-1] == ["parked", "templates", "3", "9", LETTER["type"], LETTER["stream"], LETTER["reason"]]
    few = await sysloom("dead", "list", "identity", "--limit", 2, env=env)
    assert [row[0] for row in cells(few.output)] == [str(third), str(second)]


async def test_what_a_forged_record_says_of_itself_is_printed_as_it_is(owner: Owner, env: dict[str, str]) -> None:
    letter = await keep(owner, type="[/bold]", stream="[red]x :bomb:", source="\x1b[2Jgone\nnext\r")
    answer = await sysloom("dead", "list", "identity", env=env)
    assert answer.exit_code == 0, answer.output
    ((id_, _, source, _, _, type_, stream, *_),) = cells(answer.output)
    assert (id_, type_, stream) == (str(letter), "[/bold]", "[red]x :bomb:")
    assert source.isprintable()
    assert "gone" in source
    assert "next" in source


async def test_without_dead_letters_the_list_is_empty(owner: Owner, env: dict[str, str]) -> None:
    del owner
    answer = await sysloom("dead", "list", "identity", env=env)
    assert answer.exit_code == 0
    assert cells(answer.output) == []
    assert "status" in answer.output


async def test_a_dead_letter_is_shown_whole_and_stays_sealed(owner: Owner, env: dict[str, str]) -> None:
    letter = await keep(owner)
    answer = await sysloom("dead", "show", "identity", letter, env=env)
    assert answer.exit_code == 0, answer.output
    shown = orjson.loads(answer.stdout)
    assert shown.pop("created_at")
    assert shown.pop("event_id") is None
    wanted = LETTER | {"key": "a key", "record": {"data": {"sealed": {"x": "ey.J.."}}}}
    assert shown == {"id": str(letter), **wanted}


@pytest.mark.parametrize(
    ("record", "shown"),
    [(None, None), (b"", ""), (b"<html>", "<html>"), (b"\xff\x1b[2J", "\\xff\x1b[2J"), (b'"\\ud800"', '"\\ud800"')],
)
async def test_a_record_that_is_no_json_is_shown_as_text(
    owner: Owner, env: dict[str, str], record: bytes | None, shown: str | None
) -> None:
    letter = await keep(owner, record=record)
    answer = await sysloom("dead", "show", "identity", letter, env=env)
    assert answer.exit_code == 0, answer.output
    assert orjson.loads(answer.stdout)["record"] == shown
    assert "\x1b" not in answer.stdout


async def test_an_unknown_dead_letter_is_said_to_be_unknown(owner: Owner, env: dict[str, str]) -> None:
    await keep(owner)
    unknown = uuid4()
    answer = await sysloom("dead", "show", "identity", unknown, env=env)
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert answer.stderr == f"identity has no dead letter {unknown}\n"


@pytest.mark.parametrize(
    "args",
    [("dead", "list", "identity"), ("dead", "show", "identity", str(UUID(int=1))), ("log", "heads", "identity")],
    ids=["list", "show", "heads"],
)
async def test_a_service_whose_database_is_not_named_is_refused(args: tuple[str, ...]) -> None:
    answer = await sysloom(*args, env={})
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr == "IDENTITY_DATABASE_URL is not set\n"


@pytest.mark.parametrize(
    "args",
    [("dead", "list", "identity", "--limit", "0"), ("dead", "show", "identity", "x"), ("log", "new-epoch", "identity")],
    ids=["limit", "id", "kafka"],
)
async def test_a_wrong_call_has_code_2(args: tuple[str, ...], env: dict[str, str]) -> None:
    assert (await sysloom(*args, env=env)).exit_code == 2


async def test_a_database_that_is_away_is_said_in_one_line(env: dict[str, str]) -> None:
    away = {"IDENTITY_DATABASE_URL": f"postgresql://identity:secret@{NOWHERE}/identity"}
    answer = await sysloom("log", "heads", "identity", env=env | away)
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert answer.stderr == "identity: its database or Kafka does not answer: PoolTimeout\n"


async def test_heads_are_shown_with_why_they_take_no_writes(owner: Owner, env: dict[str, str]) -> None:
    reason = "Kafka is ahead of the log in 1 shards (shard 3: position 9 on Kafka, 7 in the log); run `sysloom …`"
    await owner.execute("UPDATE log_head SET position = 7, halted = %s WHERE shard = 3", [reason])
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "services", "log", "heads", "identity", env=env, stdout=asyncio.subprocess.PIPE
    )
    output, _ = await process.communicate()
    assert process.returncode == 0
    rows = cells(output.decode())
    assert [int(row[0]) for row in rows] == list(range(SHARDS))
    assert [rows[3][at] for at in (0, 1, 2, 4)] == ["3", "1", "7", reason]
    assert {row[4] for row in rows if row[0] != "3"} == {""}


async def heads(owner: Owner) -> list[tuple[object, ...]]:
    return await (await owner.execute("SELECT shard, epoch, position, halted FROM log_head ORDER BY 1")).fetchall()


async def test_a_new_epoch_goes_on_after_what_is_on_kafka(
    owner: Owner, env: dict[str, str], kafka: str, topics: str
) -> None:
    await owner.execute("UPDATE log_head SET position = 5, halted = 'because'")
    await send(kafka, events_topic("identity", topics), {0: 3, 1: 5, 2: 9})
    answer = await sysloom("log", "new-epoch", "identity", "--kafka", kafka, "--topic-prefix", topics, env=env)
    assert (answer.exit_code, answer.stdout) == (0, "identity writes again, in epoch 2\n"), answer.output
    assert await heads(owner) == [(shard, 2, 9 if shard == 2 else 5, None) for shard in range(SHARDS)]
    named = {"SYSLOOM_KAFKA": kafka, "SYSLOOM_TOPIC_PREFIX": topics}
    again = await sysloom("log", "new-epoch", "identity", env=env | named)
    assert again.stdout == "identity writes again, in epoch 3\n"
    found = await owner.execute("SELECT epoch, after FROM log_epochs WHERE shard = 2 ORDER BY epoch")
    assert await found.fetchall() == [(1, 0), (2, 9), (3, 9)]


async def send(kafka: str, topic: str, positions: dict[int, int]) -> None:
    """Write an event with a position to each of these partitions."""
    producer = AIOKafkaProducer(bootstrap_servers=kafka)
    await producer.start()
    try:
        for shard, position in positions.items():
            event = {"source": "/identity", "shard": shard, "position": position}
            await producer.send_and_wait(topic, orjson.dumps(event), partition=shard)
    finally:
        await producer.stop()


async def test_without_kafka_there_is_no_new_epoch(owner: Owner, env: dict[str, str]) -> None:
    before = await heads(owner)
    answer = await sysloom("log", "new-epoch", "identity", "--kafka", NOWHERE, env=env)
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert answer.stderr == "identity: its database or Kafka does not answer: KafkaConnectionError\n"
    assert await heads(owner) == before


async def test_a_topic_that_is_not_there_is_not_taken_for_an_empty_one(
    owner: Owner, env: dict[str, str], kafka: str
) -> None:
    before = await heads(owner)
    answer = await sysloom("log", "new-epoch", "identity", "--kafka", kafka, "--topic-prefix", "no.such.", env=env)
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert answer.stderr == "identity: its database or Kafka does not answer: UnknownTopicOrPartitionError\n"
    assert await heads(owner) == before
