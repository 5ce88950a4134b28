"""What operators are told of an error: its type and where it happened, never its text, which may hold personal data."""

import psycopg
import structlog
from starlette.types import Scope

from shared.context import Context
from shared.logs import frames, type_name

_log = structlog.get_logger("sysloom.api")


def log_failure(error: Exception, scope: Scope, context: Context) -> None:
    """Log an unexpected error with the request's id."""
    route = scope.get("route")
    _log.error(
        "request_failed",
        request_id=context.request_id,
        traceparent=context.traceparent,
        method=scope["method"],
        route=route.path if route else None,
        error=type_name(error),
        sqlstate=error.sqlstate if isinstance(error, psycopg.Error) else None,
        frames=frames(error.__traceback__),
    )
