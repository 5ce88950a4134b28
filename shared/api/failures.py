"""What operators are told of an error: its type and where it happened, never its text, which may hold personal data."""

from traceback import extract_tb

import psycopg
import structlog
from starlette.types import Scope

from shared.context import Context

_log = structlog.get_logger("sysloom.api")
_FRAMES = 12


def log_failure(error: Exception, scope: Scope, context: Context) -> None:
    """Log an unexpected error with the request's id."""
    route = scope.get("route")
    _log.error(
        "request_failed",
        request_id=context.request_id,
        traceparent=context.traceparent,
        method=scope["method"],
        route=route.path if route else None,
        error=f"{type(error).__module__}.{type(error).__qualname__}",
        sqlstate=error.sqlstate if isinstance(error, psycopg.Error) else None,
        frames=[
            f"{frame.filename}:{frame.lineno} {frame.name}" for frame in extract_tb(error.__traceback__)[-_FRAMES:]
        ],
    )
