"""From a command to its row in audit_logs, against one produce-and-consume of bare aiokafka."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from os import urandom
from statistics import median
from time import perf_counter
from uuid import UUID

import httpx2
import psycopg
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from benchmarks.figures import TIMES, Figure, Goal, percentile, ratio
from benchmarks.processes import Process
from benchmarks.rounds import ROUNDS
from benchmarks.servers import Servers
from benchmarks.templates import new_template

SAMPLES = 100
_POLL_S = 0.0005
_PATIENCE_S = 20.0
_LONGEST_PAUSE_S = 0.02
_TOPIC = "bare"
_EVENT_BYTES = 2000
_FIND = b"SELECT 1 FROM audit_logs WHERE entity_type = 'template' AND entity_id = %s"


Timed = Callable[[], Awaitable[float]]
"""Does something once and returns the seconds that it took."""


async def measure(servers: Servers, api: Process, samples: int = SAMPLES) -> list[Figure]:
    """Measure both in turns while what `make up` starts is running, one process of each role."""
    rounds: list[dict[str, float]] = []
    late: list[float] = []
    async with _commands(servers, api) as command, _bare_kafka(servers.kafka.address) as bare:
        await command(), await bare()
        for _ in range(ROUNDS):
            ours = [await command() for _ in range(samples)]
            theirs = [await bare() for _ in range(samples)]
            late.append(percentile(ours, 0.99))
            rounds.append({"ours": median(ours), "bare": median(theirs)})
    return [
        Figure(
            "visible",
            "command to audit_logs against aiokafka",
            ratio(rounds, "ours", "bare"),
            TIMES,
            Goal(4, at_most=True),
        ),
        Figure("visible", "command to audit_logs, p50", median(each["ours"] for each in rounds) * 1000, "ms"),
        Figure("visible", "command to audit_logs, p99", median(late) * 1000, "ms"),
        Figure("visible", "aiokafka, produced to consumed, p50", median(each["bare"] for each in rounds) * 1000, "ms"),
    ]


@asynccontextmanager
async def _commands(servers: Servers, api: Process) -> AsyncIterator[Timed]:
    person = servers.people[0]
    headers = {"Authorization": f"Bearer {person.token}"}
    address = f"http://127.0.0.1:{api.port}"
    async with (
        await psycopg.AsyncConnection.connect(servers.databases["audit"].url, autocommit=True) as connection,
        httpx2.AsyncClient(base_url=address, headers=headers, trust_env=False) as client,
    ):

        async def command() -> float:
            await asyncio.sleep(random.uniform(0, _LONGEST_PAUSE_S))  # in step with nothing that polls
            began = perf_counter()
            answer = await client.post("/v1/templates", json=new_template(1))
            answer.raise_for_status()
            made = UUID(answer.json()["id"])
            async with asyncio.timeout(_PATIENCE_S):
                while await (await connection.execute(_FIND, [made])).fetchone() is None:  # noqa: ASYNC110 - only the table knows
                    await asyncio.sleep(_POLL_S)
            return perf_counter() - began

        yield command


@asynccontextmanager
async def _bare_kafka(kafka: str) -> AsyncIterator[Timed]:
    admin = AIOKafkaAdminClient(bootstrap_servers=kafka)
    await admin.start()
    try:
        await admin.create_topics([NewTopic(_TOPIC, 1, 1)])
    finally:
        await admin.close()
    producer = AIOKafkaProducer(bootstrap_servers=kafka, acks="all", enable_idempotence=True, compression_type="lz4")
    consumer = AIOKafkaConsumer(bootstrap_servers=kafka, auto_offset_reset="earliest", enable_auto_commit=False)
    await producer.start()
    await consumer.start()
    consumer.assign([TopicPartition(_TOPIC, 0)])
    event = urandom(_EVENT_BYTES // 2).hex().encode()

    async def produce_and_consume() -> float:
        await asyncio.sleep(random.uniform(0, _LONGEST_PAUSE_S))
        began = perf_counter()
        async with asyncio.timeout(_PATIENCE_S):
            await producer.send(_TOPIC, event)
            await consumer.getone()
        return perf_counter() - began

    try:
        yield produce_and_consume
    finally:
        await producer.stop()
        await consumer.stop()
