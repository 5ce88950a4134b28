"""Without PostgreSQL every answer is a 503 that says when to come again; all is well by itself once it is back."""

import asyncio
import time
from collections.abc import Iterator
from uuid import uuid4

import httpx2
import pytest

from deploy.local.postgres import Postgres
from deploy.local.provision import SERVICES, ServiceDatabase, provision
from shared.topics import events_topic
from tests.databases import SECRETS
from tests.faults.evidence import assert_audited_once, assert_relayed, fetch, logs_of
from tests.faults.people import PASSWORD, TEMPLATE, Bearer, assert_unavailable, becomes_complete, insist, write
from tests.system.running import RunningSystem, running_system
from tests.waiting import eventually

WRITERS = 16
LONGEST_ANSWER_S = 15
PERSON = {"email": "ada@example.org", "password": PASSWORD}
CALLS = [
    ("POST", "/v1/users", {**PERSON, "full_name": "Ada Example"}),
    ("POST", "/v1/sessions", PERSON),
    ("GET", "/v1/users/me", None),
    ("POST", "/v1/templates", TEMPLATE),
    ("GET", "/v1/templates", None),
    ("GET", "/v1/templates/{template}", None),
    ("DELETE", "/v1/templates/{template}", None),
    ("POST", "/v1/conversations", {"title": "New"}),
    ("GET", "/v1/conversations", None),
    ("GET", "/v1/audit-logs", None),
    ("GET", "/v1/audit/completeness", None),
]
_CREATED = "SELECT originator_id::text AS id FROM events WHERE topic = 'templates.TemplateCreated'"


@pytest.fixture(scope="module")
def own_postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Postgres]:
    """Run a PostgreSQL that nobody else needs."""
    with Postgres(tmp_path_factory.mktemp("postgres"), fast_and_unsafe=True) as postgres:
        yield postgres


@pytest.fixture(scope="module")
def own_databases(own_postgres: Postgres) -> dict[str, ServiceDatabase]:
    """Return the four databases, empty."""
    return provision(own_postgres.url(), SECRETS)


@pytest.fixture(scope="module")
def system(
    tmp_path_factory: pytest.TempPathFactory, own_databases: dict[str, ServiceDatabase], kafka: str, topics: str
) -> Iterator[RunningSystem]:
    """Run the four services as an api and one worker."""
    with running_system(tmp_path_factory.mktemp("system"), own_databases, kafka, topics) as running:
        yield running


async def become(client: httpx2.AsyncClient, system: RunningSystem, status: int, word: str, database: str) -> None:
    """Wait until both processes say so of themselves and of all their databases."""

    async def is_so() -> bool:
        answers = [await client.get(f"{system[name].url}/health/ready") for name in ("api", "worker")]
        told = [answer.json() for answer in answers]
        states = {state["database"] for each in told for state in each["services"].values()}
        return ({answer.status_code for answer in answers}, {each["status"] for each in told}, states) == (
            {status}, {word}, {database},
        )  # fmt: skip

    await eventually(is_so)


async def test_every_answer_is_503_without_postgresql_and_all_is_well_by_itself_when_it_is_back(
    system: RunningSystem,
    client: httpx2.AsyncClient,
    writer: Bearer,
    own_postgres: Postgres,
    own_databases: dict[str, ServiceDatabase],
    kafka: str,
    topics: str,
) -> None:
    pids = {name: process.program.pid for name, process in system.processes.items()}
    template = await write(client, writer)
    writers = [asyncio.create_task(insist(client, writer, str(uuid4()))) for _ in range(WRITERS)]
    await asyncio.to_thread(own_postgres.program.stop)
    writers += [asyncio.create_task(insist(client, writer, str(uuid4()))) for _ in range(WRITERS)]

    began = time.monotonic()
    calls = (
        client.request(method, path.format(template=template), json=body, headers=writer)
        for method, path, body in CALLS
    )
    for answer in await asyncio.gather(*calls):
        assert_unavailable(answer)
    assert time.monotonic() - began < LONGEST_ANSWER_S
    await become(client, system, 503, "unavailable", "down")
    assert (await client.get("/health/live")).status_code == 200
    assert (await client.get("/metrics")).status_code == 200

    await asyncio.to_thread(own_postgres.start)
    await become(client, system, 200, "ok", "ok")
    written = await asyncio.gather(*writers)
    created = [row["id"] for row in await fetch(own_databases["templates"].owner_url, _CREATED)]
    assert sorted(created) == sorted([template, *written])
    await write(client, writer)
    logs = await logs_of(own_databases)
    await becomes_complete(client, system.auditor, timeout_s=60)
    await assert_audited_once(logs, own_databases["audit"])
    for service in SERVICES:
        await assert_relayed(logs[service], kafka, events_topic(service, topics))
    assert {name: process.program.pid for name, process in system.processes.items()} == pids
