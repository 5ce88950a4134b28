"""The servers of the tests: each module has fresh databases and topics, and nothing outlives the run."""

import os
import shutil
import subprocess
import sys
from contextlib import closing

import psutil
import psycopg
import pytest
from aiokafka.admin import AIOKafkaAdminClient

from deploy.local.provision import SERVICES, ServiceDatabase
from deploy.local.state import PROJECT
from shared.topics import events_topic
from tests.databases import fresh_databases
from tests.servers import GIVEN

A_RUN = """
from tests.servers import Run, address
run = Run()
print(run.directory, address("postgres"), flush=True)
input()
"""


def tables(database: ServiceDatabase) -> set[str]:
    with closing(psycopg.connect(database.url)) as service:
        found = service.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
    return {name for (name,) in found}


def test_a_fresh_set_of_databases_has_its_tables_and_nothing_of_another_set(
    postgres_url: str, databases: dict[str, ServiceDatabase]
) -> None:
    with fresh_databases(postgres_url) as others:
        for service in SERVICES:
            assert tables(others[service]) == tables(databases[service]) > {"events", "log_head", "alembic_version"}
        with closing(psycopg.connect(others["identity"].owner_url, autocommit=True)) as owner:
            owner.execute("CREATE TABLE theirs (id int)")
        assert "theirs" not in tables(databases["identity"])


def test_a_service_has_in_a_fresh_database_the_rights_that_migrations_grant(
    databases: dict[str, ServiceDatabase],
) -> None:
    with closing(psycopg.connect(databases["identity"].url)) as service:
        assert service.execute("SELECT count(*) FROM log_head").fetchone() == (12,)
        assert service.execute("SELECT has_table_privilege('events', 'DELETE')").fetchone() == (False,)


async def test_a_module_has_topics_of_its_own(kafka: str, topics: str) -> None:
    admin = AIOKafkaAdminClient(bootstrap_servers=kafka)
    await admin.start()
    try:
        assert {events_topic(service, topics) for service in SERVICES} <= set(await admin.list_topics())
    finally:
        await admin.close()


def test_a_run_that_is_killed_leaves_no_server_behind() -> None:
    command = [sys.executable, "-c", A_RUN]
    env = {name: value for name, value in os.environ.items() if name != GIVEN["postgres"]}
    with subprocess.Popen(command, cwd=PROJECT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as run:
        assert run.stdout
        directory, url = run.stdout.readline().decode().split()
        psycopg.connect(url).close()
        run.kill()
    left = [process for process in psutil.process_iter(["cmdline"]) if directory in str(process.info["cmdline"])]
    assert not psutil.wait_procs(left, timeout=30)[1]
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)
    shutil.rmtree(directory)
