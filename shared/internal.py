"""How one service calls another: over HTTP at `/internal/<service>/…`, with a token of 60 seconds."""

from typing import Any, Protocol

import httpx2

from shared.context import current
from shared.tokens import InternalTokens

_TIMEOUT = httpx2.Timeout(5.0, connect=1.0)
_LIMITS = httpx2.Limits(max_connections=20, max_keepalive_connections=5)


class InternalSettings(Protocol):
    """What of the settings calls between services need."""

    internal_url: str
    internal_key: bytes


class InternalClient:
    """The calls that `service` makes to others, over one pool of connections."""

    def __init__(self, settings: InternalSettings, service: str) -> None:
        """Describe the client; it connects at the first call."""
        self._tokens = InternalTokens(service, settings.internal_key)
        self._http = httpx2.AsyncClient(
            base_url=settings.internal_url, timeout=_TIMEOUT, limits=_LIMITS, trust_env=False
        )

    async def get(self, owner: str, path: str, **params: str | int) -> httpx2.Response:
        """Return the answer of `GET /internal/<owner>/<path>`, whatever its status; raise `httpx2.TransportError`."""
        context = current()
        headers = {"Authorization": f"Bearer {self._tokens.issue(owner)}", "X-Request-ID": context.request_id}
        if context.traceparent:
            headers["traceparent"] = context.traceparent
        return await self._http.get(f"/internal/{owner}/{path}", params=params, headers=headers)

    async def key_set(self) -> dict[str, Any]:
        """Return identity's published JWK set; raise `httpx2.HTTPError`."""
        response = await self._http.get("/.well-known/jwks.json")
        response.raise_for_status()
        found: dict[str, Any] = response.json()
        return found

    async def close(self) -> None:
        """Close the connections."""
        await self._http.aclose()
