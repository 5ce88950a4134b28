"""Processes end as they should: refused by a setting, asked by a signal, or dead, and then started again."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import httpx2
import psutil
import pytest

from deploy.local.programs import Program
from deploy.local.provision import SERVICES, ServiceDatabase
from deploy.local.run_file import Run
from deploy.local.state import PROJECT
from deploy.local.system import SYSLOOM
from tests.databases import environment_of
from tests.faults.operators import sysloom
from tests.faults.people import PASSWORD, Bearer, becomes_complete, newcomer, write
from tests.system.running import ALL, Process
from tests.waiting import eventually

SECRET = "Sesam-of-the-database"
NOWHERE = {service: ServiceDatabase(f"postgresql://{service}:{SECRET}@127.0.0.1:1/x", "") for service in SERVICES}
REFUSED: list[tuple[str, dict[str, str | None], str]] = [
    ("serve identity --role api", {"IDENTITY_SIGNING_KEY": None}, "IDENTITY_SIGNING_KEY is not set"),
    ("serve identity --role worker", {"IDENTITY_SIGNING_KEY": f'{{"k": "{SECRET}"}}'}, "IDENTITY_SIGNING_KEY is wrong"),
    ("serve audit --role worker", {"AUDIT_DATABASE_URL": None}, "AUDIT_DATABASE_URL is not set"),
    ("serve templates --role api", {"TEMPLATES_DATABSE_URL": SECRET}, "TEMPLATES_DATABSE_URL is no setting"),
    ("serve all --role api", {"SYSLOOM_INTERNAL_KEY": SECRET}, "SYSLOOM_INTERNAL_KEY is wrong"),
    ("migrate templates", {}, "TEMPLATES_OWNER_DATABASE_URL is not set"),
]
REQUESTS = 8
START_S = 100


async def refusal(command: str, changes: Mapping[str, str | None]) -> str:
    """Return the one line with which a process ends at once."""
    env = {**environment_of(NOWHERE, "127.0.0.1:1", topic_prefix=""), **changes}
    said = await sysloom({name: value for name, value in env.items() if value is not None}, *command.split())
    assert said.code in (1, 2), said
    assert said.output == ""
    [line] = said.errors.splitlines()
    return line


async def test_what_is_wrong_with_a_setting_is_said_in_one_line_that_names_it_and_no_secret() -> None:
    lines = await asyncio.gather(*(refusal(command, changes) for command, changes, _ in REFUSED))
    for line, (_, _, wanted) in zip(lines, REFUSED, strict=True):
        assert wanted in line
        assert SECRET not in line


@dataclass
class Supervised:
    """A system that `sysloom up` runs in the background, with a PostgreSQL of its own."""

    home: Path
    program: Program

    @property
    def run(self) -> Run:
        return Run.model_validate_json((self.home / "run.json").read_bytes())

    def says(self) -> str:
        return self.program.log.read_text(encoding="utf-8")

    async def pause_s(self, name: str) -> float:
        """Kill a part, wait until its new pid is noted, and return the pause that was announced."""
        pid = self.run.pids[name]
        said = self.says()
        os.kill(pid, signal.SIGKILL)

        async def is_noted() -> bool:
            return self.run.pids[name] != pid

        await eventually(is_noted, timeout_s=START_S)
        assert psutil.pid_exists(self.run.pids[name])
        died, pause = self.says().removeprefix(said).splitlines()[0].rsplit(" in ", 1)
        assert died == f"{name} has died; it is started again"
        return float(pause.removesuffix(" s"))


@pytest.fixture(scope="module")
def supervised(tmp_path_factory: pytest.TempPathFactory, kafka: str, topics: str) -> Iterator[Supervised]:
    """Start the system as `sysloom up --detach` does."""
    home = tmp_path_factory.mktemp("home")
    unset = {name: value for name, value in os.environ.items() if name != "SYSLOOM_DATABASE_URL"}
    env = unset | {"SYSLOOM_HOME": str(home), "SYSLOOM_KAFKA": kafka, "SYSLOOM_TOPIC_PREFIX": topics}
    supervisor = Program("supervisor", pid_file=home / "supervisor.json", log=home / "supervisor.log")
    supervisor.start([sys.executable, "-m", "deploy.local.supervisor"], env=env)
    try:
        supervisor.wait_until((home / "run.json").exists, START_S)
        yield Supervised(home, supervisor)
    finally:
        supervisor.stop()
        subprocess.run([*SYSLOOM, "clean-data"], env=env, cwd=PROJECT, check=True, stdout=subprocess.DEVNULL)


@pytest.fixture(scope="module")
async def client(supervised: Supervised) -> AsyncIterator[httpx2.AsyncClient]:
    """Return a client of the supervised system's API."""
    async with httpx2.AsyncClient(base_url=supervised.run.url, timeout=30, trust_env=False) as client:
        yield client


@pytest.fixture(params=["api", "worker"])
def another(request: pytest.FixtureRequest, supervised: Supervised, tmp_path: Path) -> Iterator[Process]:
    """Start one more process of the supervised system."""
    env = psutil.Process(supervised.run.pids["api"]).environ()
    process = Process(request.param, ALL, request.param, env, tmp_path)
    process.start()
    yield process
    process.stop()


async def end(process: Process) -> None:
    """Ask a process to end; see that it does so in order, and leaves nobody listening."""
    process._signal(signal.SIGTERM)
    await asyncio.to_thread(process.wait_until_ended)
    assert process.exit_code == 0, process.program.last_words()
    log = process.log.read_text(encoding="utf-8")
    assert '"level": "error"' not in log
    assert "Traceback" not in log


async def register(client: httpx2.AsyncClient) -> int:
    person = {"email": f"{uuid4()}@example.org", "password": PASSWORD, "full_name": "Ada Example"}
    return (await client.post("/v1/users", json=person)).status_code


async def test_a_process_ends_in_order_when_it_is_asked_and_what_it_had_begun_is_finished(
    another: Process, supervised: Supervised, client: httpx2.AsyncClient, writer: Bearer
) -> None:
    works = another.program.name == "worker"
    url = supervised.run.url if works else another.url
    async with httpx2.AsyncClient(base_url=url, timeout=30, trust_env=False) as caller:
        running = {asyncio.create_task(register(caller)) for _ in range(REQUESTS)}
        await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)  # all have arrived by then
        assert any(not request.done() for request in running)
        await asyncio.gather(end(another), *running)
        assert {request.result() for request in running} == {201}
    await write(client, writer)
    await becomes_complete(client, supervised.run.auditor)


async def test_what_dies_is_started_again_at_once_and_then_more_slowly(
    supervised: Supervised, client: httpx2.AsyncClient
) -> None:
    first = await supervised.pause_s("api")
    assert first in (0, 0.5)  # whichever it is depends on whether the tests before have taken a minute
    assert await supervised.pause_s("api") == max(0.5, first * 2)
    assert await supervised.pause_s("worker") in (0, 0.5)
    assert await supervised.pause_s("postgres") in (0, 0.5)
    assert supervised.run.pids["supervisor"] == supervised.program.pid
    await eventually(lambda: is_ready(client), timeout_s=START_S)
    await write(client, await newcomer(client))
    await becomes_complete(client, supervised.run.auditor, timeout_s=60)


async def is_ready(client: httpx2.AsyncClient) -> bool:
    try:
        return (await client.get("/health/ready")).status_code == 200
    except httpx2.TransportError:
        return False


async def test_when_the_supervisor_is_asked_to_end_all_end_in_order(supervised: Supervised) -> None:
    pids, said = supervised.run.pids, supervised.says()
    os.kill(pids["supervisor"], signal.SIGTERM)

    async def has_ended() -> bool:
        return not supervised.program.is_running

    await eventually(has_ended, timeout_s=60)
    assert supervised.program._process
    assert supervised.program._process.returncode == 0
    ended = supervised.says().removeprefix(said).splitlines()
    assert ended == [f"stopping {name} …" for name in ("api", "worker", "postgres")]
    assert not any(psutil.pid_exists(pid) for pid in pids.values())
    assert not (supervised.home / "run.json").exists()
