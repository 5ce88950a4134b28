"""A program that runs in the background, and that a later run can find again and stop."""

import contextlib
import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

import psutil

from deploy.local.as_nobody import ids_of
from deploy.local.state import PROJECT, make_directory, read_json, write_private

LOG_LIMIT_BYTES = 10_000_000


class StartFailed(RuntimeError):
    """Something did not get ready; the message says what, and its last words."""


class Program:
    """One program: its command line, its log, and a file that holds its pid.

    The pid file also holds the command line, so that a pid which another program has got since is never stopped.
    """

    def __init__(self, name: str, *, pid_file: Path, log: Path, stop_signal: signal.Signals = signal.SIGTERM) -> None:
        self.name = name
        self.log = log
        self._pid_file = pid_file
        self._stop_signal = stop_signal
        self._process: psutil.Popen | None = None
        self._log_start = 0

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process is not None else None

    def start(self, argv: Sequence[str], *, env: Mapping[str, str] | None = None, user: str | None = None) -> None:
        """Start the program in a session of its own (Ctrl-C is for us to handle), after stopping an earlier run's."""
        self.stop_leftover()
        make_directory(self.log.parent)
        make_directory(self._pid_file.parent)
        with self._open_log() as log:
            self._process = psutil.Popen(
                argv,
                env=env,
                cwd="/" if user else PROJECT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                **ids_of(user),
            )
        write_private(self._pid_file, json.dumps({"pid": self._process.pid, "argv": list(argv)}))

    def wait_until(self, ready: Callable[[], bool], timeout_s: float) -> None:
        """Return once `ready` answers true; raise StartFailed when the program ends before, or time is over."""
        deadline = time.monotonic() + timeout_s
        while not ready():
            self.must_run()
            if time.monotonic() > deadline:
                raise StartFailed(f"{self.name} was not ready after {timeout_s:.0f} s:\n{self.last_words()}")
            time.sleep(0.05)

    def must_run(self) -> None:
        """Raise StartFailed when the program has ended."""
        if not self.is_running:
            raise StartFailed(f"{self.name} ended while starting:\n{self.last_words()}")

    def last_words(self) -> str:
        """Return the last lines that the program wrote since it was started, and where the others are."""
        with self.log.open("rb") as log:
            log.seek(self._log_start)
            lines = log.read()[-20_000:].decode(errors="replace").splitlines()
        return "\n".join([*lines[-15:], f"(more in {self.log})"])

    def stop(self) -> None:
        """Ask the program to stop, wait for it, and end it when it does not."""
        if self._process is not None and self.is_running:
            _stop(self._process, self._stop_signal)
        self._process = None
        self._pid_file.unlink(missing_ok=True)

    def stop_leftover(self) -> None:
        """Stop the program that an earlier run noted in the pid file, if it still runs."""
        noted = read_json(self._pid_file)
        if noted and (leftover := _find(noted["pid"], noted["argv"])):
            _stop(leftover, self._stop_signal)
        self._pid_file.unlink(missing_ok=True)

    @contextlib.contextmanager
    def _open_log(self) -> Iterator[BinaryIO]:
        if self.log.is_file() and self.log.stat().st_size > LOG_LIMIT_BYTES:
            self.log.replace(self.log.with_suffix(".old.log"))
        self.log.touch(mode=0o600)
        with self.log.open("ab") as log:
            self._log_start = log.tell()
            yield log


def _find(pid: int, argv: Sequence[str]) -> psutil.Process | None:
    """Return the process if it still is the one that was started; the first word may be an interpreter's other name."""
    with contextlib.suppress(psutil.NoSuchProcess, psutil.AccessDenied):
        process = psutil.Process(pid)
        if process.cmdline()[1:] == list(argv[1:]):
            return process
    return None


def _stop(process: psutil.Process, how: signal.Signals, timeout_s: float = 20) -> None:
    with contextlib.suppress(psutil.NoSuchProcess, ProcessLookupError):
        process.send_signal(how)
        try:
            process.wait(timeout_s)
        except psutil.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(timeout_s)
