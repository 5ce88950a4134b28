"""The embedded PostgreSQL: it keeps its data, repairs what was cut off, and keeps the services apart."""

import os
import signal
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psutil
import psycopg
import pytest

from deploy.local.postgres import Postgres
from deploy.local.provision import SERVICES, ServiceDatabase, provision
from deploy.local.state import Secrets


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("postgres")


@pytest.fixture(scope="module")
def postgres(directory: Path) -> Iterator[Postgres]:
    with Postgres(directory, fast_and_unsafe=True) as server:
        yield server


@pytest.fixture(scope="module")
def databases(postgres: Postgres, directory: Path) -> dict[str, ServiceDatabase]:
    return provision(postgres.url(), Secrets(directory / "secrets.json"))


def test_provisioning_again_changes_nothing(
    postgres: Postgres, directory: Path, databases: dict[str, ServiceDatabase]
) -> None:
    with closing(psycopg.connect(databases["identity"].owner_url, autocommit=True)) as owner:
        owner.execute("CREATE TABLE IF NOT EXISTS kept (id int)")
    assert provision(postgres.url(), Secrets(directory / "secrets.json")) == databases
    with closing(psycopg.connect(databases["identity"].owner_url)) as owner:
        assert owner.execute("SELECT count(*) FROM kept").fetchone() == (0,)


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("other", SERVICES)
def test_a_role_enters_its_own_database_only(databases: dict[str, ServiceDatabase], service: str, other: str) -> None:
    for url in (databases[service].url, databases[service].owner_url):
        there = url.rpartition("/")[0] + f"/{other}"
        if service == other:
            psycopg.connect(there).close()
        else:
            with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
                psycopg.connect(there)


def test_a_service_may_do_nothing_in_its_database_until_it_is_granted(databases: dict[str, ServiceDatabase]) -> None:
    with closing(psycopg.connect(databases["audit"].url, autocommit=True)) as connection:
        for statement in ("CREATE TABLE public.mine (id int)", "CREATE SCHEMA mine", "CREATE TEMP TABLE mine (id int)"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(statement)


def test_the_password_is_private_and_needed(postgres: Postgres, directory: Path) -> None:
    assert (directory / "superuser.json").stat().st_mode & 0o777 == 0o600
    with pytest.raises(psycopg.OperationalError, match="authentication failed"):
        psycopg.connect(postgres.url(password="a guess"))


def test_data_survive_a_kill_and_a_set_up_that_was_cut_off_is_made_anew(tmp_path: Path) -> None:
    server = Postgres(tmp_path / "postgres", fast_and_unsafe=True)
    (tmp_path / "postgres").mkdir()
    (server._place().with_name("data.making") / "base").mkdir(parents=True)
    with server:
        with closing(psycopg.connect(server.url(), autocommit=True)) as connection:
            connection.execute("CREATE TABLE kept (id int)")
            connection.execute("CHECKPOINT")
        killed = psutil.Process(server.program.pid)
        os.kill(killed.pid, signal.SIGKILL)
        killed.wait(10)
        again = Postgres(tmp_path / "postgres", port=server.port, fast_and_unsafe=True)
        with again, closing(psycopg.connect(again.url())) as connection:
            assert connection.execute("SELECT count(*) FROM kept").fetchone() == (0,)


def test_a_taken_port_is_left_to_its_owner(tmp_path: Path) -> None:
    with socket.socket() as owner:
        owner.bind(("127.0.0.1", 0))
        owner.listen()
        taken = owner.getsockname()[1]
        with Postgres(tmp_path / "postgres", port=taken, fast_and_unsafe=True) as server:
            assert server.port != taken
            psycopg.connect(server.url()).close()
