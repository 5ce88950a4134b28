"""Who calls: access tokens of people (ES256) and tokens between services (HS256), verified without asking anybody."""

import asyncio
import binascii
from base64 import urlsafe_b64decode
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import monotonic, time
from typing import Any
from uuid import UUID

import orjson
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, KeySet, OctKey

from shared.cache import ExpiringCache
from shared.ids import uuid7

AUDIENCE = "sysloom"
"""The `aud` of every access token."""
ACCESS_TYPE = "at+jwt"
"""The `typ` of an access token (RFC 9068)."""
INTERNAL_TTL_S = 60
LEEWAY_S = 5
_CACHED_TOKENS = 4096
_REFRESH_S = 60.0
_MAX_AGE_S = 300.0

FindKey = Callable[[str], Awaitable[ECKey | None]]
"""Returns the public key with this `kid`, or None."""


class TokenRefused(Exception):
    """The token proves nothing; the text says why, without a word of the token."""


class KeysUnavailable(Exception):
    """Nobody can say yet which keys sign tokens: identity has never been reached."""


@dataclass(frozen=True, slots=True)
class Caller:
    """A person, proven by a verified access token."""

    user_id: UUID
    role: str
    claims: dict[str, Any]


class AccessTokens:
    """Verifies access tokens, and remembers verified ones until they expire."""

    def __init__(self, issuer: str, find_key: FindKey) -> None:
        """Trust tokens of this issuer, signed by a key that `find_key` returns."""
        self._find_key = find_key
        self._verified: ExpiringCache[str, Caller] = ExpiringCache(0, _CACHED_TOKENS)
        self._claims = jwt.JWTClaimsRegistry(
            leeway=LEEWAY_S,
            iss={"essential": True, "value": issuer},
            aud={"essential": True, "value": AUDIENCE},
            exp={"essential": True},
            iat={"essential": True},
            sub={"essential": True},
            role={"essential": True},
            sid={"essential": True},
            jti={"essential": True},
        )

    def remembered(self, token: str) -> Caller | None:
        """Return the caller of a token that was verified before and has not expired."""
        return self._verified.get(token)

    async def verify(self, token: str) -> Caller:
        """Return who the token proves; raise `TokenRefused`, or `KeysUnavailable` where that cannot be known yet."""
        header = _header(token)
        if str(header.get("typ", "")).lower().removeprefix("application/") != ACCESS_TYPE:
            raise TokenRefused("it is not an access token")
        if header.get("alg") != "ES256" or not isinstance(header.get("kid"), str):
            raise TokenRefused("it is not signed with ES256 and a named key")
        key = await self._find_key(header["kid"])
        if key is None:
            raise TokenRefused("it is signed with an unknown key")
        try:
            claims = jwt.decode(token, key, algorithms=["ES256"]).claims
            self._claims.validate(claims)
            caller = Caller(UUID(claims["sub"]), str(claims["role"]), claims)
        except JoseError as error:
            raise TokenRefused(_reason(error)) from None
        except (ValueError, TypeError, AttributeError):
            raise TokenRefused("it is malformed") from None
        self._verified.put(token, caller, seconds=float(claims["exp"]) - time())
        return caller


class KeySetClient:
    """The key set of identity: fetched when first needed, again for an unknown key, kept while identity is down."""

    def __init__(self, fetch: Callable[[], Awaitable[dict[str, Any]]]) -> None:
        """Take the call that returns the JWK set (RFC 7517)."""
        self._fetch = fetch
        self._keys: dict[str, ECKey] = {}
        self._tried_at = float("-inf")
        self._fetched_at = float("-inf")
        self._fetching = asyncio.Lock()

    async def find(self, kid: str) -> ECKey | None:
        """Return a key by its id, or None; raise `KeysUnavailable` while no set has ever been fetched."""
        key = self._keys.get(kid)
        if key is None or monotonic() - self._fetched_at > _MAX_AGE_S:
            async with self._fetching:
                await self._refresh()
            key = self._keys.get(kid)
        if not self._keys:
            raise KeysUnavailable
        return key

    async def _refresh(self) -> None:
        if monotonic() - self._tried_at < (_REFRESH_S if self._keys else 1.0):
            return
        self._tried_at = monotonic()
        try:
            self._keys = public_keys(await self._fetch())
            self._fetched_at = monotonic()
        except Exception:  # noqa: BLE001, S110 - identity is down or talks nonsense: what is known goes on
            pass


def public_keys(key_set: dict[str, Any]) -> dict[str, ECKey]:
    """Return the EC keys of a JWK set by their `kid`."""
    return {key.kid: key for key in KeySet.import_key_set(key_set) if isinstance(key, ECKey) and key.kid}  # type: ignore[arg-type]


def fixed_keys(key_set: dict[str, Any]) -> FindKey:
    """Return a finder over a key set that is at hand: identity's own."""
    keys = public_keys(key_set)

    async def find(kid: str) -> ECKey | None:
        return keys.get(kid)

    return find


class InternalTokens:
    """Makes and verifies the tokens that services show each other: 60 seconds, for one audience."""

    def __init__(self, service: str, internal_key: bytes) -> None:
        """Speak as `service`, with the key that only services share."""
        self._service = service
        self._key = OctKey.import_key(internal_key)
        self._claims = jwt.JWTClaimsRegistry(
            leeway=LEEWAY_S,
            iss={"essential": True},
            aud={"essential": True, "value": service},
            exp={"essential": True},
            iat={"essential": True},
        )
        self._issued: ExpiringCache[str, str] = ExpiringCache(INTERNAL_TTL_S / 2, 16)

    def issue(self, audience: str) -> str:
        """Return a token for calls to another service, good for at least 30 seconds."""
        token = self._issued.get(audience)
        if token is None:
            now = int(time())
            claims = {
                "iss": self._service,
                "aud": audience,
                "iat": now,
                "exp": now + INTERNAL_TTL_S,
                "jti": str(uuid7()),
            }
            token = jwt.encode({"alg": "HS256", "typ": "internal+jwt"}, claims, self._key)
            self._issued.put(audience, token)
        return token

    def verify(self, token: str) -> str:
        """Return the name of the service that calls this one; raise `TokenRefused`."""
        try:
            decoded = jwt.decode(token, self._key, algorithms=["HS256"])
            self._claims.validate(decoded.claims)
        except JoseError as error:
            raise TokenRefused(_reason(error)) from None
        except (ValueError, TypeError, AttributeError):
            raise TokenRefused("it is malformed") from None
        if decoded.header.get("typ") != "internal+jwt":
            raise TokenRefused("it is not a token between services")
        return str(decoded.claims["iss"])


def _header(token: str) -> dict[str, Any]:
    first = token.partition(".")[0]
    try:
        header = orjson.loads(urlsafe_b64decode(first + "=" * (-len(first) % 4)))
    except (binascii.Error, ValueError):
        raise TokenRefused("it is malformed") from None
    if not isinstance(header, dict):
        raise TokenRefused("it is malformed")
    return header


def _reason(error: JoseError) -> str:
    return {"expired_token": "it has expired", "bad_signature": "its signature is wrong"}.get(
        error.error, "its claims or its form are wrong"
    )
