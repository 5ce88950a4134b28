"""What the API counts for Prometheus."""

from prometheus_client import Counter, Histogram

_REQUESTS = Counter("sysloom_http_requests_total", "Requests answered.", ["service", "method", "route", "status"])
_SECONDS = Histogram(
    "sysloom_http_request_seconds",
    "Time from a request's head to the end of its answer.",
    ["service", "method", "route"],
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)


class RequestMetrics:
    """One service's requests, counted by route template, method and status."""

    def __init__(self, service: str) -> None:
        """Count for a service."""
        self._service = service
        self._counters: dict[tuple[str, str, int], Counter] = {}
        self._histograms: dict[tuple[str, str], Histogram] = {}

    def observe(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one answered request."""
        key = (method, route, status)
        counter = self._counters.get(key)
        if counter is None:
            counter = self._counters[key] = _REQUESTS.labels(self._service, method, route, status)
            self._histograms[method, route] = _SECONDS.labels(self._service, method, route)
        counter.inc()
        self._histograms[method, route].observe(seconds)
