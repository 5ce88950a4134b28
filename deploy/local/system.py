"""The whole system: PostgreSQL, Kafka, the databases, the worker and the api, started in this order."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from os import environ
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from rich.console import Console

from deploy.local.environment import accounts, environment, owners
from deploy.local.kafka import Kafka
from deploy.local.kafka_jars import VERSION, jars
from deploy.local.parts import Part
from deploy.local.postgres import Postgres
from deploy.local.programs import Program, StartFailed
from deploy.local.provision import ServiceDatabase, provision
from deploy.local.run_file import Run
from deploy.local.state import PROJECT, Secrets, free_port, home, keep_ports, kept_ports

PREFERRED_PORT = 8000
HIGHEST_PORT = 65_535
READY_TIMEOUT_S = 90
SYSLOOM = (sys.executable, "-m", "services")


def log_file(name: str) -> Path:
    return home() / "logs" / f"{name}.log"


class Role(Part):
    """One process that serves all four services in one role: `api` or `worker`."""

    def __init__(self, name: str, *options: str, env: Mapping[str, str] | None = None) -> None:
        super().__init__(Program(name, pid_file=home() / "pids" / f"{name}.json", log=log_file(name)))
        self._argv = [*SYSLOOM, "serve", "all", "--role", name, *options]
        self._env = env

    def start(self) -> None:
        self.program.start(self._argv, env=self._env)


class System:
    """Everything that runs on this machine; `parts` are in the order of starting."""

    def __init__(self, console: Console) -> None:
        self.parts: list[Part] = []
        self._console = console
        self._secrets = Secrets(home() / "secrets.json")
        self._ports = kept_ports()

    def start(self) -> Run:
        """Start all, with a line for each step, and return how to reach it. Raises StartFailed; then `stop` is due."""
        wanted = wanted_port()
        stop_leftovers()
        admin_url, kafka = self._start_postgres(), self._start_kafka()
        databases = self._provision(admin_url)
        self._ports["api"] = free_port(wanted or self._ports.get("api", PREFERRED_PORT))
        keep_ports(self._ports)
        url = f"http://127.0.0.1:{self._ports['api']}"
        env = environment(databases, kafka, url, self._secrets)
        with self._step("tables and topics"):
            migrate(env | owners(databases))
        with self._step("four services"):
            self._start_services(env, url)
        return Run(
            url=url,
            **accounts(self._secrets),
            databases={service: database.url for service, database in databases.items()},
            kafka=kafka,
            pids=self.pids(),
        )

    def pids(self) -> dict[str, int]:
        """Return the pids of the parts that were started here."""
        return {part.program.name: part.program.pid for part in self.parts if part.program.pid}

    def stop(self) -> None:
        """Stop all, the last started first."""
        for part in reversed(self.parts):
            self._console.print(f"stopping {part.program.name} …")
            part.program.stop()

    def _start_postgres(self) -> str:
        if given := environ.get("SYSLOOM_DATABASE_URL"):
            return given
        postgres = Postgres(home() / "postgres", port=self._ports.get("postgres"), log=log_file("postgres"))
        self._start(postgres, "PostgreSQL 18")
        self._ports["postgres"] = postgres.port
        if postgres.moved_to:
            self._console.print(
                f"  its data are in {postgres.moved_to}: for root it runs as nobody, who cannot reach {home()}"
            )
        return postgres.url()

    def _start_kafka(self) -> str:
        if given := environ.get("SYSLOOM_KAFKA"):
            return given
        kafka = Kafka(home() / "kafka", port=self._ports.get("kafka"), log=log_file("kafka"))
        with self._step(f"the jars of Kafka {VERSION}, each with the digest that the lock names"):
            jars()
        self._start(kafka, f"Apache Kafka {VERSION}")
        self._ports["kafka"] = kafka.port
        return kafka.address

    def _provision(self, admin_url: str) -> dict[str, ServiceDatabase]:
        with self._step("a database for each service"):
            try:
                return provision(admin_url, self._secrets)
            except psycopg.Error as error:
                raise StartFailed(f"PostgreSQL does not give us our databases: {error}") from error

    def _start_services(self, env: Mapping[str, str], url: str) -> None:
        worker, api = Role("worker", env=env), Role("api", "--port", str(self._ports["api"]), env=env)
        self.parts += [worker, api]
        worker.start()
        api.start()

        def ready() -> bool:
            worker.program.must_run()
            return answers(f"{url}/health/ready")

        api.program.wait_until(ready, READY_TIMEOUT_S)

    def _start(self, part: Part, what: str) -> None:
        self.parts.append(part)
        with self._step(what):
            part.start()

    @contextmanager
    def _step(self, what: str) -> Iterator[None]:
        began = time.monotonic()
        with self._console.status(what):
            yield
        self._console.print(f"[green]✓[/] {what} [dim]{time.monotonic() - began:.1f} s[/]", highlight=False)


def wanted_port() -> int | None:
    """Return the port that `SYSLOOM_PORT` names, if any. Raises StartFailed."""
    named = environ.get("SYSLOOM_PORT") or None
    if named and not (named.isdecimal() and 0 < int(named) <= HIGHEST_PORT):
        raise StartFailed(f"SYSLOOM_PORT is not a port: {named}")
    return int(named) if named else None


def migrate(env: Mapping[str, str]) -> None:
    """Bring all databases and topics up to date. Raises StartFailed."""
    done = subprocess.run(
        [*SYSLOOM, "migrate", "all"],
        env=env,
        cwd=PROJECT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
    )
    if done.returncode:
        raise StartFailed(f"the databases were not migrated:\n{done.stdout}{done.stderr}")


def answers(url: str) -> bool:
    """Say whether a GET answers 200. It is asked many times a second, for which httpx2 loads too many certificates."""
    parts = urlsplit(url)
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=5)
    try:
        connection.request("GET", parts.path)
        return connection.getresponse().status == HTTPStatus.OK
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def stop_leftovers() -> None:
    """Stop what a killed supervisor left running, in order."""
    for part in (Role("api"), Role("worker"), Kafka(home() / "kafka"), Postgres(home() / "postgres")):
        part.program.stop_leftover()


def forget() -> None:
    """Delete all data, secrets and logs of the embedded default; only what it made itself."""
    stop_leftovers()
    Kafka(home() / "kafka").remove()
    Postgres(home() / "postgres").remove()
    for name in ("logs", "pids"):
        shutil.rmtree(home() / name, ignore_errors=True)
    for name in ("ports.json", "secrets.json", "run.json"):
        (home() / name).unlink(missing_ok=True)
