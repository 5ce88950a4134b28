"""How many requests one caller may make: fixed windows of a minute, counted in each process."""

from dataclasses import dataclass
from time import monotonic

from shared.api.problems import Problem

WINDOW_S = 60
_MAX_CALLERS = 50_000


@dataclass(slots=True)
class _Window:
    ends_at: float
    used: int


class RateLimit:
    """A limit per caller; RateLimit headers as in draft-ietf-httpapi-ratelimit-headers-10."""

    def __init__(self, per_minute: int) -> None:
        """Allow so many requests per caller and minute; 0 is no limit."""
        self._quota = per_minute
        self._policy = b'"default";q=%d;w=%d' % (per_minute, WINDOW_S)
        self._windows: dict[object, _Window] = {}

    def count(self, caller: object) -> list[tuple[bytes, bytes]]:
        """Count one request; return its RateLimit headers, with a `retry-after` if it is one too many."""
        if not self._quota:
            return []
        now = monotonic()
        window = self._windows.get(caller)
        if window is None or window.ends_at <= now:
            if len(self._windows) >= _MAX_CALLERS:
                self._windows = {key: kept for key, kept in self._windows.items() if kept.ends_at > now}
                if len(self._windows) >= _MAX_CALLERS:  # a flood of addresses must not cost memory
                    self._windows.clear()
            window = self._windows[caller] = _Window(now + WINDOW_S, 0)
        window.used += 1
        left = self._quota - window.used
        seconds = int(window.ends_at - now) + 1
        headers = [
            (b"ratelimit-policy", self._policy),
            (b"ratelimit", b'"default";r=%d;t=%d' % (max(left, 0), seconds)),
        ]
        if left < 0:
            headers.append((b"retry-after", b"%d" % seconds))
        return headers


def too_many() -> Problem:
    """Return the problem of a request beyond the limit."""
    return Problem("too-many-requests", "You have used up your requests for now. Try again after Retry-After seconds.")
