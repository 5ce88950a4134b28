"""A small bounded map whose entries expire."""

from collections import OrderedDict
from collections.abc import Hashable
from time import monotonic
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class ExpiringCache(Generic[K, V]):
    """At most `size` entries, each for `seconds`; the oldest goes first."""

    def __init__(self, seconds: float, size: int) -> None:
        """Start empty."""
        self._seconds = seconds
        self._size = size
        self._entries: OrderedDict[K, tuple[float, V]] = OrderedDict()

    def get(self, key: K) -> V | None:
        """Return the entry, or None if it is absent or has expired."""
        entry = self._entries.get(key)
        if entry is None:
            return None
        if entry[0] < monotonic():
            del self._entries[key]
            return None
        return entry[1]

    def put(self, key: K, value: V, *, seconds: float | None = None) -> None:
        """Keep an entry, for `seconds` if given."""
        self._entries[key] = (monotonic() + (self._seconds if seconds is None else seconds), value)
        self._entries.move_to_end(key)
        while len(self._entries) > self._size:
            self._entries.popitem(last=False)

    def clear(self) -> None:
        """Drop all entries."""
        self._entries.clear()
