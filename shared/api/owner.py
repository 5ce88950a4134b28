"""What the owner of a log tells other services: its events, their end, and the keys that open them."""

from base64 import urlsafe_b64encode
from typing import Annotated, Any
from uuid import UUID

import orjson
from fastapi import Path, Query, Response
from fastapi.responses import JSONResponse

from shared.aggregates import NotFound
from shared.api.access import Internal, Public
from shared.api.routes import Router
from shared.events import event_types
from shared.ids import SHARDS


class _JsonSchema(JSONResponse):
    media_type = "application/schema+json"


def owner_routes(service: Any) -> Router:
    """Return the routes `/internal/<service>/…` and `/schemas/<service>.…` that every service has."""
    router = Router(prefix="", tags=["internal"])
    name, plumbing = service.name, service.plumbing
    schemas = {event.__name__: event for event in event_types(name).values()}

    @router.get(f"/internal/{name}/events", dependencies=[Internal])
    async def event_feed(
        shard: Annotated[int, Query(ge=0, lt=SHARDS)],
        after: Annotated[int, Query(ge=0)] = 0,
        limit: Annotated[int, Query(ge=1, le=2000)] = 500,
    ) -> Response:
        """Return the events after a position as NDJSON: each line has exactly the bytes that are on Kafka."""
        events = await plumbing.log.feed(shard, after, limit)
        return Response(b"".join(event + b"\n" for event in events), media_type="application/x-ndjson")

    @router.get(f"/internal/{name}/heads", dependencies=[Internal])
    async def heads() -> Response:
        """Return the end of each shard: {heads: [{shard, epoch, position, recorded_at, halted}]}."""
        return Response(orjson.dumps({"heads": await plumbing.log.heads()}), media_type="application/json")

    @router.get(f"/internal/{name}/keys/{{kid}}", dependencies=[Internal])
    async def person_key(kid: UUID) -> Response:
        """Return a person's key {person, kid, key (base64url)}: 404 if there never was one, 410 once destroyed."""
        key = await plumbing.keys.by_kid(kid)
        if key is None:
            raise NotFound
        told = {"person": key.person, "kid": key.kid, "key": urlsafe_b64encode(key.key).decode()}
        return Response(orjson.dumps(told), media_type="application/json", headers={"Cache-Control": "no-store"})

    @router.get(
        f"/schemas/{name}.{{event}}/{{version}}",
        dependencies=[Public],
        tags=["schemas"],
        response_class=_JsonSchema,
    )
    async def event_schema(event: str, version: Annotated[int, Path(ge=1)]) -> Response:
        """Return the JSON Schema of one event's payload."""
        found = schemas.get(event)
        if found is None or version != found.VERSION:
            raise NotFound
        return _JsonSchema(found.model_json_schema())

    return router
