"""Whose fault an error is: the world's, which passes, or the record's, which does not."""

import httpx2
import psycopg
from aiokafka.errors import KafkaError

from shared.consumers.owner import KeyNotThere, OwnerUnavailable
from shared.database import LOST

_WORLD = (
    *LOST,
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

# errors of class 54 are operational for psycopg; but what is too big or too deep today is so tomorrow
_TOO_MUCH = (psycopg.errors.ProgramLimitExceeded, psycopg.errors.StatementTooComplex)


def is_of_the_world(error: BaseException) -> bool:
    """Say whether an error will pass by itself, so that the same record is tried again for ever."""
    return isinstance(error, _WORLD) and not isinstance(error, _TOO_MUCH)
