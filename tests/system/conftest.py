"""The running system of a module that tells a story across services."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx2
import pytest

from deploy.local.provision import ServiceDatabase
from tests.system.running import RunningSystem, running_system


@pytest.fixture(scope="module")
def adjusted() -> dict[str, Any]:
    """Return what a module wants `running_system` to be told besides."""
    return {}


@pytest.fixture(scope="module")
def system(
    tmp_path_factory: pytest.TempPathFactory,
    databases: dict[str, ServiceDatabase],
    kafka: str,
    topics: str,
    adjusted: dict[str, Any],
) -> Iterator[RunningSystem]:
    """Run the four services as an api and a worker."""
    with running_system(tmp_path_factory.mktemp("system"), databases, kafka, topics, **adjusted) as running:
        yield running


@pytest.fixture(scope="module")
async def client(system: RunningSystem) -> AsyncIterator[httpx2.AsyncClient]:
    """Return a client of the system's API."""
    async with httpx2.AsyncClient(base_url=system.url, timeout=30, trust_env=False) as client:
        yield client
