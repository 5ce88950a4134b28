"""Keys that follow from a secret: one for each purpose, so that none of them tells of another."""

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def derived_key(secret: bytes, purpose: str) -> bytes:
    """Return the 32-byte key that follows from a secret for one purpose (HKDF-SHA-256, RFC 5869)."""
    return HKDF(SHA256(), 32, None, purpose.encode()).derive(secret)
