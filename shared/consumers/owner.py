"""The owner of a log, asked over HTTP: its heads, its event feed and the keys of its persons."""

from base64 import urlsafe_b64decode
from datetime import datetime
from uuid import UUID

import httpx2

from shared.aggregates import ErasedPerson
from shared.cache import ExpiringCache
from shared.internal import InternalClient
from shared.positions import Head
from shared.sealing import SealingKey

FEED_LIMIT = 500
"""The most events of one answer of the feed."""
_KEYS_CACHED_S = 60.0
_OK, _NOT_FOUND, _GONE = 200, 404, 410


class OwnerUnavailable(Exception):
    """The owner can't answer now; it is asked again later."""


class KeyNotThere(Exception):
    """The owner does not know this key yet."""


class Owner:
    """What one service asks the owner of a source."""

    def __init__(self, source: str, internal: InternalClient) -> None:
        """Take the name of the service that owns the log."""
        self.source = source
        self._internal = internal
        self._keys: ExpiringCache[UUID, SealingKey] = ExpiringCache(_KEYS_CACHED_S, 10_000)

    async def heads(self) -> dict[int, Head]:
        """Return the end of each shard; raise `OwnerUnavailable`."""
        response = await self._get("heads")
        return {
            item["shard"]: Head(
                item["shard"],
                item["epoch"],
                item["position"],
                datetime.fromisoformat(item["recorded_at"]),
            )
            for item in response.json()["heads"]
        }

    async def events(self, shard: int, after: int, limit: int = FEED_LIMIT) -> list[bytes]:
        """Return the next events of a shard, the same bytes as on Kafka; raise `OwnerUnavailable`."""
        response = await self._get("events", shard=shard, after=after, limit=min(limit, FEED_LIMIT))
        return response.content.splitlines()

    async def by_kid(self, kid: UUID) -> SealingKey:
        """Return a person's key; raise `ErasedPerson` once destroyed, `KeyNotThere`, `OwnerUnavailable`."""
        if key := self._keys.get(kid):
            return key
        response = await self._get(f"keys/{kid}", accept=(_OK, _NOT_FOUND, _GONE))
        if response.status_code == _GONE:
            raise ErasedPerson
        if response.status_code == _NOT_FOUND:
            raise KeyNotThere(kid)
        body = response.json()
        key = SealingKey(person=UUID(body["person"]), kid=kid, key=urlsafe_b64decode(body["key"] + "=="))
        self._keys.put(kid, key)
        return key

    async def _get(self, path: str, accept: tuple[int, ...] = (_OK,), **params: int) -> httpx2.Response:
        try:
            response = await self._internal.get(self.source, path, **params)
        except httpx2.TransportError as error:
            raise OwnerUnavailable(f"{self.source}: {type(error).__name__}") from error
        if response.status_code not in accept:
            raise OwnerUnavailable(f"{self.source} answered {response.status_code}")
        return response
