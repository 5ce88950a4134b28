"""Keeps the system running: starts again what dies, and stops all in order when asked.

`python -m deploy.local.supervisor` is what runs in the background of `sysloom up --detach`.
"""

import os
import signal
import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import NoReturn

from rich.console import Console

from deploy.local.parts import Part
from deploy.local.programs import StartFailed
from deploy.local.run_file import AlreadyRunning, Run, hold_lock, run_file, write_run
from deploy.local.system import System

STEADY_S = 60  # who has run for so long is started again at once
LONGEST_PAUSE_S = 30.0


class Stopped(BaseException):
    """Somebody asked us to stop: Ctrl-C, SIGTERM, or the terminal is gone."""


def supervise(console: Console, on_ready: Callable[[Run], None]) -> None:
    """Start the system, call `on_ready`, and keep it running until a signal asks to stop; then stop it in order.

    Raises AlreadyRunning, or StartFailed after stopping what had been started.
    """
    with hold_lock():
        run_file().unlink(missing_ok=True)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _raise_stopped)
        system = System(console)
        try:
            run = system.start()
            run.pids["supervisor"] = os.getpid()
            write_run(run)
            on_ready(run)
            _keep_running(system, run, console)
        except Stopped:
            pass
        finally:
            run_file().unlink(missing_ok=True)
            system.stop()


def _raise_stopped(_number: int, _frame: FrameType | None) -> NoReturn:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    raise Stopped


class Revival:
    """When to start a part again: at once after steady running, else after a pause that doubles."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self._pause_s = 0.0
        self._started = time.monotonic()
        self._due: float | None = None

    def attend(self, console: Console) -> bool:
        """Start the part if it has died and its pause is over; say whether it was started."""
        now = time.monotonic()
        if self.part.program.is_running:
            return False
        if self._due is None:
            steady = now - self._started > STEADY_S
            self._pause_s = 0.0 if steady else min(LONGEST_PAUSE_S, max(0.5, self._pause_s * 2))
            self._due = now + self._pause_s
            console.print(f"{self.part.program.name} has died; it is started again in {self._pause_s:.1f} s")
        if now < self._due:
            return False
        self._due, self._started = None, now
        try:
            self.part.start()
        except (StartFailed, OSError) as failure:
            console.print(str(failure), markup=False)
        return True


def _keep_running(system: System, run: Run, console: Console) -> NoReturn:
    revivals = [Revival(part) for part in system.parts]
    while True:
        started = [revival.attend(console) for revival in revivals]
        if any(started):
            run.pids |= system.pids()
            write_run(run)
        time.sleep(0.2)


def main() -> int:
    """Run in the background: progress and failures go to the log, secrets do not."""
    console = Console(width=120, highlight=False)
    try:
        supervise(console, on_ready=lambda run: console.print(f"ready at {run.url}"))
    except (AlreadyRunning, StartFailed, OSError) as failure:
        console.print(str(failure), markup=False)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
