"""Who sent a Kafka record: its log's relay adds an HMAC under the key that only services share; nobody else can."""

from hmac import compare_digest, digest
from typing import Any

from aiokafka import ConsumerRecord

from shared.derivation import derived_key

HEADER = "sysloom-origin"
"""The record header that holds the HMAC-SHA-256 of the value."""


class Origin:
    """Proves the origin of one source's records. What is proven was in its log when it was sent."""

    def __init__(self, source: str, internal_key: bytes) -> None:
        """Derive the source's own key from the key that services share."""
        self._key = derived_key(internal_key, f"origin of {source}")

    def header(self, value: bytes) -> tuple[str, bytes]:
        """Return the header for a record with this value."""
        return HEADER, digest(self._key, value, "sha256")

    def proves(self, record: "ConsumerRecord[Any, Any]") -> bool:
        """Say whether the relay sent this record's value."""
        given = dict(record.headers).get(HEADER)
        return given is not None and compare_digest(given, digest(self._key, record.value or b"", "sha256"))
