"""The queue of a module's service, empty after each test."""

from collections.abc import AsyncIterator

import pytest

from deploy.local.provision import ServiceDatabase
from shared.database import Database
from tests.shared.conftest import Owner


@pytest.fixture
async def database(things_database: ServiceDatabase, owner: Owner) -> AsyncIterator[Database]:
    database = Database(things_database.url)
    await database.open()
    yield database
    await database.close()
    await owner.execute("DELETE FROM jobs")
