"""Saying why something failed, without a word that came from a person."""

import traceback
from pathlib import Path

import psycopg
from pydantic import ValidationError


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
