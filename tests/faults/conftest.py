"""The running system of a module that breaks it: audit's worker apart from the others'."""

from collections.abc import AsyncIterator, Iterator

import httpx2
import pytest

from deploy.local.provision import ServiceDatabase
from tests.faults.people import Bearer, newcomer
from tests.system.running import RunningSystem, running_system

WORKERS = {"audit": ["audit"], "others": ["identity", "templates", "conversations"]}


@pytest.fixture(scope="module")
def system(
    tmp_path_factory: pytest.TempPathFactory, databases: dict[str, ServiceDatabase], kafka: str, topics: str
) -> Iterator[RunningSystem]:
    """Run the four services as an api and two workers."""
    directory = tmp_path_factory.mktemp("system")
    with running_system(directory, databases, kafka, topics, workers=WORKERS) as running:
        yield running


@pytest.fixture(scope="module")
async def client(system: RunningSystem) -> AsyncIterator[httpx2.AsyncClient]:
    """Return a client of the system's API."""
    async with httpx2.AsyncClient(base_url=system.url, timeout=30, trust_env=False) as client:
        yield client


@pytest.fixture(scope="module")
async def writer(client: httpx2.AsyncClient) -> Bearer:
    """Return the header of somebody who may write templates."""
    return await newcomer(client)
