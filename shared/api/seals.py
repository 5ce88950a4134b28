"""Opaque strings for clients: small values, encrypted and authenticated under keys derived from a service's secrets."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from os import urandom
from typing import Any

import orjson
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from shared.derivation import derived_key

_NONCE_BYTES = 12
_MAX_CHARACTERS = 4096


class Opaque:
    """Writes JSON values as URL-safe text that only holders of the same secret can read, make or change."""

    def __init__(self, secret: bytes, purpose: str) -> None:
        """Derive the key for one purpose from a secret of 32 bytes (HKDF-SHA-256)."""
        self._cipher = AESGCM(derived_key(secret, purpose))

    def write(self, value: Any, bound_to: bytes = b"") -> str:
        """Return the text of a value, readable only with the same `bound_to`."""
        nonce = urandom(_NONCE_BYTES)
        sealed = nonce + self._cipher.encrypt(nonce, orjson.dumps(value), bound_to)
        return urlsafe_b64encode(sealed).rstrip(b"=").decode()

    def read(self, text: str, bound_to: bytes = b"") -> Any:
        """Return the value of a text; raise ValueError if it was not made by `write` for the same `bound_to`."""
        if len(text) > _MAX_CHARACTERS or not text.isascii():
            raise ValueError("not a text of ours")
        sealed = urlsafe_b64decode(text + "=" * (-len(text) % 4))
        try:
            return orjson.loads(self._cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], bound_to))
        except (InvalidTag, ValueError):
            raise ValueError("not a text of ours") from None
