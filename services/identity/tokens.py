"""What a person gets for logging in: a signed access token for some minutes, and a refresh token for the next one."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from os import urandom
from time import time
from typing import Any, Self
from uuid import UUID

from joserfc import jwt
from joserfc.jwk import ECKey

from services.identity.aggregates import RefreshRefused, TokenHashes
from shared.ids import uuid7
from shared.tokens import ACCESS_TYPE, AUDIENCE

_ID_BYTES = 16
_SESSION_BYTES = 16
_TOKEN_BYTES = 32


class AccessTokenIssuer:
    """Signs access tokens (RFC 9068) with one key, whose public half is `key_set` (RFC 7517)."""

    def __init__(self, key: ECKey, issuer: str, lifetime_s: int) -> None:
        """Sign as `issuer`, for `lifetime_s` seconds each."""
        self._key = key
        self._issuer = issuer
        self.lifetime_s = lifetime_s
        public = {name: key.as_dict(private=False)[name] for name in ("kty", "crv", "x", "y")}
        self._kid = key.kid or key.thumbprint()
        self.key_set: dict[str, Any] = {"keys": [{**public, "kid": self._kid, "use": "sig", "alg": "ES256"}]}

    def issue(self, *, user_id: UUID, role: str, session_id: UUID) -> str:
        """Return a new token for a person's session."""
        now = int(time())
        claims = {
            "iss": self._issuer,
            "aud": AUDIENCE,
            "sub": str(user_id),
            "role": role,
            "sid": str(session_id),
            "jti": str(uuid7()),
            "iat": now,
            "exp": now + self.lifetime_s,
        }
        return jwt.encode({"alg": "ES256", "typ": ACCESS_TYPE, "kid": self._kid}, claims, self._key)


@dataclass(frozen=True, slots=True)
class RefreshToken:
    """The session's id, a secret of the session and a secret of this token; as text, base64url of the three."""

    session_id: UUID
    session_secret: bytes = field(repr=False)
    secret: bytes = field(repr=False)

    @classmethod
    def first(cls, session_id: UUID) -> Self:
        """Return the first token of a session."""
        return cls(session_id, urandom(_SESSION_BYTES), urandom(_TOKEN_BYTES))

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the token of a text; raise `RefreshRefused` if it is none."""
        try:
            data = urlsafe_b64decode(text + "=" * (-len(text) % 4))
        except ValueError:
            raise RefreshRefused from None
        if len(data) != _ID_BYTES + _SESSION_BYTES + _TOKEN_BYTES:
            raise RefreshRefused
        secrets = data[_ID_BYTES:]
        return cls(UUID(bytes=data[:_ID_BYTES]), secrets[:_SESSION_BYTES], secrets[_SESSION_BYTES:])

    def following(self) -> Self:
        """Return the next token of the session."""
        return type(self)(self.session_id, self.session_secret, urandom(_TOKEN_BYTES))

    def text(self) -> str:
        """Return what the client is given."""
        return urlsafe_b64encode(self.session_id.bytes + self.session_secret + self.secret).rstrip(b"=").decode()

    def hashes(self) -> TokenHashes:
        """Return what is kept of it."""
        return TokenHashes(sha256(self.session_secret).hexdigest(), sha256(self.secret).hexdigest())
