"""A small service on a database of its own: what the parts of `shared` are tested with."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

import psycopg
import pytest

from deploy.local.provision import ServiceDatabase
from tests.shared.log.things import ThingsApplication, empty_database, running, settings

Owner = psycopg.AsyncConnection[tuple[Any, ...]]  # what a query returns is known to its reader alone


@pytest.fixture(scope="module")
def things_database(postgres_url: str) -> Iterator[ServiceDatabase]:
    """Return an empty database with the tables of things, of this module alone."""
    with empty_database(postgres_url) as database:
        yield database


@pytest.fixture
async def application(things_database: ServiceDatabase) -> AsyncIterator[ThingsApplication]:
    """Return the service, running."""
    async with running(settings(things_database.url)) as application:
        yield application


@pytest.fixture
async def other(things_database: ServiceDatabase) -> AsyncIterator[Owner]:
    """Return a second connection like `owner`."""
    async with await psycopg.AsyncConnection.connect(things_database.owner_url, autocommit=True) as connection:
        yield connection


@pytest.fixture
async def owner(things_database: ServiceDatabase) -> AsyncIterator[Owner]:
    """Return a connection that may do everything to the tables, committing each statement."""
    async with await psycopg.AsyncConnection.connect(things_database.owner_url, autocommit=True) as connection:
        yield connection
