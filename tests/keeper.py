"""Keeps one server for as long as a test run lives: `python -m tests.keeper postgres|kafka <the run's directory>`."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import docker
from docker.errors import DockerException
from testcontainers.community.postgres import PostgresContainer
from testcontainers.core.container import DockerContainer
from testcontainers.core.wait_strategies import LogMessageWaitStrategy

from deploy.local.kafka import PROPERTIES as KAFKA_PROPERTIES
from deploy.local.kafka import Kafka
from deploy.local.kafka_jars import VERSION as KAFKA_VERSION
from deploy.local.postgres import UNSAFE_SETTINGS, Postgres
from deploy.local.state import free_port, write_private
from tests.servers import Kind, address_file, keeper_lock, locked, run_lock

POSTGRES_SETTINGS = {"log_error_verbosity": "terse", "max_connections": "300", **UNSAFE_SETTINGS}
KAFKA_LISTENERS = {
    "LISTENERS": "HOST://:9092,BROKER://:9093,CONTROLLER://:9094",
    "LISTENER_SECURITY_PROTOCOL_MAP": "HOST:PLAINTEXT,BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT",
    "CONTROLLER_QUORUM_VOTERS": "1@localhost:9094",
}
SOCKETS = (Path("/var/run/docker.sock"), Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere"), "docker.sock"))


def keep(kind: Kind, run: Path) -> None:
    """Start the server unless another keeper has, say where it is, and stop it when the run has ended."""
    try:
        lock = locked(keeper_lock(run, kind), wait=False)
    except BlockingIOError:
        return
    with lock:
        if address_file(run, kind).exists():
            return
        with {"postgres": postgres, "kafka": kafka}[kind](run / kind) as address:
            write_private(address_file(run, kind), address)
            locked(run_lock(run)).close()


@contextmanager
def postgres(directory: Path) -> Iterator[str]:
    """Run PostgreSQL, without care for the disk."""
    if docker_answers():
        options = " ".join(f"-c {name}={value}" for name, value in POSTGRES_SETTINGS.items())
        with PostgresContainer("postgres:18", driver=None).with_command(f"postgres {options}") as container:
            yield container.get_connection_url()
    else:
        with Postgres(directory, fast_and_unsafe=True) as server:
            yield server.url()


@contextmanager
def kafka(directory: Path) -> Iterator[str]:
    """Run Kafka, one node."""
    if docker_answers():
        container = DockerContainer(f"apache/kafka:{KAFKA_VERSION}")
        address = f"{container.get_docker_client().host()}:{free_port()}"
        container.with_bind_ports(9092, int(address.rpartition(":")[2]))
        embedded = (line.split("=", 1) for line in KAFKA_PROPERTIES.splitlines() if "{" not in line)
        settings = {name.upper().replace(".", "_"): value for name, value in embedded} | KAFKA_LISTENERS
        settings["ADVERTISED_LISTENERS"] = f"HOST://{address},BROKER://localhost:9093"
        container.with_envs(**{f"KAFKA_{name}": value for name, value in settings.items()})
        with container.waiting_for(LogMessageWaitStrategy("Kafka Server started")):
            yield address
    else:
        with Kafka(directory, throw_away=True) as server:
            yield server.address


def docker_answers() -> bool:
    """Say whether there is a Docker daemon; where it has no socket it is not asked, which would take a second."""
    if not os.environ.get("DOCKER_HOST") and not any(socket.exists() for socket in SOCKETS):
        return False
    try:
        return bool(docker.from_env(timeout=5).ping())
    except DockerException:
        return False


if __name__ == "__main__":
    keep(cast("Kind", sys.argv[1]), Path(sys.argv[2]))
