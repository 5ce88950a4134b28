"""Whose fault an error is: the world's, which passes, or the record's, which does not."""

import traceback
from pathlib import Path

import httpx2
import psycopg
from aiokafka.errors import KafkaError
from pydantic import ValidationError

from shared.consumers.owner import KeyNotThere, OwnerUnavailable

_WORLD = (
    psycopg.OperationalError,  # connections, locks, serialisation, deadlocks, a full disk, a pool without connections
    psycopg.InterfaceError,
    psycopg.errors.InsufficientPrivilege,  # a deployment that is not finished
    psycopg.errors.UndefinedTable,
    psycopg.errors.UndefinedColumn,
    httpx2.TransportError,
    KafkaError,
    OwnerUnavailable,
    KeyNotThere,
    OSError,
    TimeoutError,
)


def is_of_the_world(error: BaseException) -> bool:
    """Say whether an error will pass by itself, so that the same record is tried again for ever."""
    return isinstance(error, _WORLD)


def describe(error: BaseException) -> str:
    """Return the cause without any value of the record: a message may quote a person's data."""
    where = traceback.extract_tb(error.__traceback__)[-1:] if error.__traceback__ else []
    place = "".join(f" at {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in where)
    detail = ""
    if isinstance(error, ValidationError):
        problems = error.errors(include_url=False, include_context=False, include_input=False)
        detail = ": " + ", ".join(f"{'.'.join(map(str, problem['loc']))} {problem['type']}" for problem in problems[:5])
    elif isinstance(error, psycopg.Error):
        detail = f": {error.sqlstate} {error.diag.table_name or ''} {error.diag.constraint_name or ''}".rstrip()
    return f"{type(error).__name__}{detail}{place}"[:500]
