"""The PostgreSQL and the Kafka of a test run: started when a test needs them, shared by its workers, always stopped.

They are containers where a Docker daemon answers, else the embedded servers of `deploy.local`. Each is held by a
process of its own (`tests.keeper`) that ends with the run, however that ends: pytest holds a lock on a file in the
run's directory, and the kernel frees it.

Starting both takes some eight seconds. Whoever runs tests often keeps servers of his own and names them:
`SYSLOOM_TEST_DATABASE_URL`, a superuser's URL, and `SYSLOOM_TEST_KAFKA`, bootstrap servers. Never name those of
`make up`: the tests give the services' roles other passwords. Test runs may share them.
"""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Literal, TextIO

from deploy.local.state import PROJECT

Kind = Literal["postgres", "kafka"]

GIVEN = {"postgres": "SYSLOOM_TEST_DATABASE_URL", "kafka": "SYSLOOM_TEST_KAFKA"}
RUN = "SYSLOOM_TEST_RUN"  # the run's directory: pytest tells its workers
START_TIMEOUT_S = 100

_begun: set[Kind] = set()


class Run:
    """One run of pytest: its directory, and the lock that tells the keepers that it goes on."""

    def __init__(self) -> None:
        self.directory = Path(tempfile.mkdtemp(prefix="sysloom-tests-"))
        if os.geteuid() == 0:
            self.directory.chmod(0o711)  # PostgreSQL runs as nobody then, and must get to its data
        self._lock = locked(run_lock(self.directory))
        os.environ[RUN] = str(self.directory)

    def end(self) -> None:
        """Let the keepers stop their servers, and wait until they have."""
        self._lock.close()
        for keeper in self.directory.glob("*.keeper"):
            locked(keeper).close()
        shutil.rmtree(self.directory)


def begin(kind: Kind) -> None:
    """Begin to start a server unless one is given, without waiting for it; of a run's keepers the first one stays."""
    if os.environ.get(GIVEN[kind]) or kind in _begun:
        return
    _begun.add(kind)
    keeper = (sys.executable, "-m", "tests.keeper", kind, str(run_directory()))
    with _log(kind).open("ab") as log:
        subprocess.run(
            ["/bin/sh", "-c", '{ "$@" || : > "$0"; } &', str(_failed(kind)), *keeper],
            cwd=PROJECT,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            check=True,
        )


def address(kind: Kind) -> str:
    """Return a superuser's URL of PostgreSQL, or Kafka's bootstrap servers; they answer. Raises RuntimeError."""
    if given := os.environ.get(GIVEN[kind]):
        return given
    begin(kind)
    deadline = time.monotonic() + START_TIMEOUT_S
    while not address_file(run_directory(), kind).exists():
        if _failed(kind).exists() or time.monotonic() > deadline:
            raise RuntimeError(f"{kind} did not start:\n{_log(kind).read_text(encoding='utf-8')}")
        time.sleep(0.05)
    return address_file(run_directory(), kind).read_text(encoding="utf-8")


def run_directory() -> Path:
    return Path(os.environ[RUN])


def run_lock(run: Path) -> Path:
    return run / "run.lock"


def keeper_lock(run: Path, kind: Kind) -> Path:
    return run / f"{kind}.keeper"


def address_file(run: Path, kind: Kind) -> Path:
    return run / f"{kind}.address"


def locked(path: Path, *, wait: bool = True) -> TextIO:
    """Return the file, locked until it is closed; raise BlockingIOError where somebody has it and we don't wait."""
    file = path.open("a", encoding="utf-8")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        file.close()
        raise
    return file


def _failed(kind: Kind) -> Path:
    return run_directory() / f"{kind}.failed"


def _log(kind: Kind) -> Path:
    return run_directory() / f"{kind}.log"
