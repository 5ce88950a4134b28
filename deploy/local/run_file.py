"""What is running: the lock that a running supervisor holds, and the facts that it writes down for others."""

import contextlib
import fcntl
import json
import os
import time
from pathlib import Path
from typing import TextIO

from pydantic import BaseModel

from deploy.local.state import home, make_directory, write_private


class Account(BaseModel):
    """Somebody who can log in."""

    email: str
    password: str


class Run(BaseModel):
    """A running system, as `.sysloom/run.json` has it."""

    url: str
    admin: Account
    auditor: Account
    databases: dict[str, str]  # service: URL of its own role
    kafka: str
    pids: dict[str, int]


def run_file() -> Path:
    return home() / "run.json"


def read_run() -> Run | None:
    """Return the running system's facts; none while nothing runs or it is still starting."""
    if supervisor_pid() is None:
        return None
    with contextlib.suppress(FileNotFoundError):
        return Run.model_validate_json(run_file().read_bytes())
    return None


def write_run(run: Run) -> None:
    write_private(run_file(), json.dumps(run.model_dump(), indent=2) + "\n")


class AlreadyRunning(RuntimeError):
    """A supervisor of this state directory is at work."""


def hold_lock() -> TextIO:
    """Take the lock for as long as the returned file is open; the kernel frees it whatever happens to us.

    Raises AlreadyRunning.
    """
    make_directory(home(), passable=True)
    lock = _lock_file().open("a+", encoding="utf-8")
    for attempts_left in range(10, -1, -1):
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            break
        except BlockingIOError:
            if not attempts_left:
                lock.close()
                raise AlreadyRunning(f"another supervisor uses {home()}") from None
            time.sleep(0.05)  # perhaps it is only `supervisor_pid` of another command, looking
    lock.truncate(0)
    lock.write(str(os.getpid()))
    lock.flush()
    return lock


def supervisor_pid() -> int | None:
    """Return the pid of the supervisor that holds the lock, none when it is free."""
    try:
        with _lock_file().open(encoding="utf-8") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                return int(lock.read() or 0) or None
    except FileNotFoundError:
        pass
    return None


def _lock_file() -> Path:
    return home() / "lock"
