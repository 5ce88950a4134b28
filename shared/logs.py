"""What the processes write to their logs: one JSON object a line, errors by type and place, never by their text."""

import logging
import sys
from collections.abc import MutableMapping
from traceback import extract_tb
from types import TracebackType
from typing import Any

import structlog

_FRAMES = 12
_Entry = MutableMapping[str, Any]


def configure(level: str = "INFO") -> None:
    """Send structlog's and the standard library's logs to stderr as JSON."""
    common: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _place_of_error,
    ]
    structlog.configure(
        processors=[*common, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=common,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ],
        )
    )
    # a refused batch aborts its pipeline, which psycopg reports although the error is handled
    logging.getLogger("psycopg").setLevel(logging.ERROR)
    for name in ("psycopg.pool", "httpx2", "aiokafka"):
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.basicConfig(handlers=[handler], level=level.upper(), force=True)


def frames(traceback: TracebackType | None) -> list[str]:
    """Return where an error happened: file, line and function of the innermost frames."""
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in extract_tb(traceback)[-_FRAMES:]]


def type_name(error: BaseException) -> str:
    """Return the full name of an error's type."""
    return f"{type(error).__module__}.{type(error).__qualname__}"


def _place_of_error(_logger: object, _method: str, entry: _Entry) -> _Entry:
    """Replace an exception by its type and place: its text may hold what people wrote, or a database's values."""
    given = entry.pop("exc_info", None)
    error = given if isinstance(given, BaseException) else sys.exc_info()[1] if given is True else given and given[1]
    if isinstance(error, BaseException):
        entry["error"] = type_name(error)
        entry["frames"] = frames(error.__traceback__)
    return entry
