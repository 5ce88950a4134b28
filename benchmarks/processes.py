"""The processes under test: started alone, one each, with the CPU time and the memory that they take."""

import os
import socket
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import psutil

from benchmarks.figures import TIMES, Figure, Goal
from deploy.local.parts import Part
from deploy.local.programs import Program
from deploy.local.state import free_port
from deploy.local.system import SYSLOOM, answers

FLAT = 1.1
"""Memory that has grown by no more than this factor is flat."""
_READY_S = 60
_UVICORN = (sys.executable, "-m", "uvicorn", "--loop", "uvloop", "--http", "httptools", "--ws", "none")
_UVICORN_OPTIONS = ("--no-access-log", "--no-server-header", "--no-proxy-headers", "--log-level", "warning")


class Process(Part):
    """One process that answers on a port."""

    def __init__(
        self, name: str, argv: list[str], env: Mapping[str, str], port: int, directory: Path, health: str = ""
    ) -> None:
        super().__init__(Program(name, pid_file=directory / f"{name}.json", log=directory / f"{name}.log"))
        self.port = port
        self._argv = argv
        self._env = {**os.environ, **env}
        self._health = health

    def start(self) -> None:
        """Start it and wait until it answers. Raises StartFailed."""
        self.program.start(self._argv, env=self._env)
        self.program.wait_until(self._answers, _READY_S)

    @property
    def cpu_s(self) -> float:
        """The CPU time it has taken."""
        return cpu_s(self.program.pid or 0)

    @property
    def resident_mb(self) -> float:
        """Its resident memory in 10^6 bytes."""
        return float(psutil.Process(self.program.pid).memory_info().rss) / 1e6

    def _answers(self) -> bool:
        if self._health:
            return answers(f"http://127.0.0.1:{self.port}{self._health}")
        with socket.socket() as probe:
            return not probe.connect_ex(("127.0.0.1", self.port))


def baseline(module: str, env: Mapping[str, str], directory: Path) -> Process:
    """Return a process that serves one of the baselines."""
    port = free_port()
    argv = [*_UVICORN, *_UVICORN_OPTIONS, "--port", str(port), f"benchmarks.baselines.{module}:app"]
    return Process(f"{module}-{env['BASELINE_DRIVER']}", argv, env, port, directory)


def sysloom(names: str, role: str, env: Mapping[str, str], directory: Path, port: int | None = None) -> Process:
    """Return a process that serves one of Sysloom's services, or all, in one role."""
    port = port or free_port()
    argv = [*SYSLOOM, "serve", names, "--role", role, "--port", str(port)]
    return Process(f"{names}-{role}", argv, env, port, directory, health="/health/ready")


def growth(what: str, early_mb: float, late_mb: float, over: str) -> list[Figure]:
    """Return what a process's resident memory says: how much at the end, and whether it grew meanwhile."""
    return [
        Figure("memory", f"{what}, {over}", late_mb, "MB"),
        Figure("memory", f"{what}, growth after the first fifth", late_mb / early_mb, TIMES, Goal(FLAT, at_most=True)),
    ]


def cpu_s(pid: int) -> float:
    """Return the CPU time of a process and all its children, those that have ended included."""
    process = psutil.Process(pid)
    times = process.cpu_times()
    total = times.user + times.system + times.children_user + times.children_system
    for child in process.children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            of_child = child.cpu_times()
            total += of_child.user + of_child.system
    return float(total)
