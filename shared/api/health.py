"""Whether a service is alive and ready, and what it has counted."""

import asyncio
from time import monotonic
from typing import Any

import orjson
import psycopg
from fastapi import Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from shared.api.access import Public
from shared.api.routes import Router
from shared.migrations import head_revision

_PROBE_S = 2.0
_KAFKA_SEEN_S = 5.0


class Readiness:
    """One service's readiness: its database answers and is migrated. Without Kafka it is degraded, but ready."""

    def __init__(self, name: str, database: Any, kafka: str) -> None:
        """Take what is probed; `kafka` is a comma-separated list of host:port."""
        self._name = name
        self._database = database
        self._kafka = kafka
        self._head: str | None = None
        self._kafka_seen = (float("-inf"), False)

    async def check(self) -> tuple[bool, dict[str, str]]:
        """Return whether the service is ready, and the state of each thing it needs."""
        database, kafka = await asyncio.gather(self._database_state(), self._kafka_state())
        return database == "ok", {"database": database, "kafka": kafka}

    async def _database_state(self) -> str:
        if self._head is None:
            self._head = await asyncio.to_thread(head_revision, self._name)
        try:
            async with asyncio.timeout(_PROBE_S):
                row = await self._database.fetch_one("SELECT version_num FROM alembic_version")
        except psycopg.errors.UndefinedTable:
            return "not migrated"
        except (psycopg.Error, TimeoutError):
            return "down"
        return "ok" if row and row["version_num"] == self._head else "not migrated"

    async def _kafka_state(self) -> str:
        seen_at, up = self._kafka_seen
        if monotonic() - seen_at > _KAFKA_SEEN_S:
            up = any(await asyncio.gather(*(_answers(server) for server in self._kafka.split(","))))
            self._kafka_seen = (monotonic(), up)
        return "ok" if up else "degraded"


async def _answers(server: str) -> bool:
    host, _, port = server.strip().rpartition(":")
    try:
        async with asyncio.timeout(1.0):
            _, writer = await asyncio.open_connection(host.strip("[]"), int(port))
    except (OSError, TimeoutError, ValueError):
        return False
    writer.close()
    return True


def health_routes(services: dict[str, Readiness]) -> Router:
    """Return `/health/live`, `/health/ready` over these services and `/metrics`."""
    router = Router(prefix="", tags=["health"])

    @router.get("/health/live", dependencies=[Public], summary="Is the process alive")
    async def live() -> dict[str, str]:
        """Answer as long as the process can."""
        return {"status": "ok"}

    @router.get(
        "/health/ready",
        dependencies=[Public],
        summary="Can it serve",
        responses={503: {"description": "A database does not answer, or is not migrated."}},
    )
    async def ready() -> Response:
        """Return 200 if every service's database answers and is migrated, else 503; Kafka's absence is only told."""
        states = dict(zip(services, await asyncio.gather(*(s.check() for s in services.values())), strict=True))
        up = all(state[0] for state in states.values())
        degraded = any(state[1]["kafka"] != "ok" for state in states.values())
        status = "unavailable" if not up else "degraded" if degraded else "ok"
        told = {"status": status, "services": {name: state[1] for name, state in states.items()}}
        return Response(orjson.dumps(told), 200 if up else 503, media_type="application/json")

    @router.get("/metrics", dependencies=[Public], include_in_schema=False)
    async def metrics() -> Response:
        """Return the metrics of this process in Prometheus' text format."""
        return Response(generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    return router
