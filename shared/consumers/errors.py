"""Whose fault an error is: the world's, which passes, or the record's, which does not."""

import httpx2
import psycopg
from aiokafka.errors import KafkaError

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
