"""The whole system as processes on free ports: one api, and workers that can be killed, frozen and started again."""

import os
import signal
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psutil

from deploy.local.environment import accounts, owners
from deploy.local.programs import Program
from deploy.local.provision import ServiceDatabase
from deploy.local.run_file import Account
from deploy.local.state import free_port
from deploy.local.system import SYSLOOM, answers, migrate
from tests.databases import SECRETS, environment_of

ALL = ("all",)
ONE_WORKER = {"worker": ALL}
READY_TIMEOUT_S = 60


class Process:
    """One `sysloom serve` process; its log goes on over restarts."""

    def __init__(
        self,
        name: str,
        services: Sequence[str],
        role: str,
        env: Mapping[str, str],
        directory: Path,
        port: int | None = None,
    ) -> None:
        port = port or free_port()
        self.url = f"http://127.0.0.1:{port}"
        self.program = Program(name, pid_file=directory / f"{name}.json", log=directory / f"{name}.log")
        self._argv = [*SYSLOOM, "serve", *services, "--role", role, "--port", str(port)]
        self._env = env

    @property
    def log(self) -> Path:
        return self.program.log

    @property
    def exit_code(self) -> int | None:
        """How it ended, negative for a signal; None while it runs."""
        return self.program._process.poll() if self.program._process else None

    def start(self) -> None:
        """Start and wait until it is ready."""
        self.launch()
        self.wait_until_ready()

    def launch(self, *, fault: str = "") -> None:
        """Start without waiting; with a fault, as `relay.after_send:kill`, it may never be ready."""
        self.program.start(self._argv, env={**self._env, "SYSLOOM_FAULT": fault})

    def wait_until_ready(self) -> None:
        self.program.wait_until(lambda: answers(f"{self.url}/health/ready"), READY_TIMEOUT_S)

    def stop(self) -> None:
        """Stop in order, thawed if need be."""
        if self.program.is_running:
            self.thaw()
        self.program.stop()

    def kill(self) -> None:
        """End it at once, as kill -9 does."""
        self._signal(signal.SIGKILL)
        self.wait_until_ended()

    def freeze(self) -> None:
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._signal(signal.SIGCONT)

    def wait_until_ended(self, timeout_s: float = 60) -> None:
        """Wait until it has died of its fault; raise AssertionError when it lives on."""
        deadline = time.monotonic() + timeout_s
        while self.program.is_running:
            assert time.monotonic() < deadline, f"{self.program.name} goes on:\n{self.program.last_words()}"
            time.sleep(0.02)

    def wait_until_frozen(self, timeout_s: float = 60) -> None:
        """Wait until its fault has frozen it; raise AssertionError when it goes on."""
        deadline = time.monotonic() + timeout_s
        while psutil.Process(self.program.pid).status() != psutil.STATUS_STOPPED:
            assert time.monotonic() < deadline, f"{self.program.name} goes on:\n{self.program.last_words()}"
            time.sleep(0.02)

    def _signal(self, number: signal.Signals) -> None:
        if self.program.pid:
            os.kill(self.program.pid, number)


class RunningSystem:
    """The running system: how to reach it, who can log in first, and its processes by name, `api` among them."""

    def __init__(self, env: Mapping[str, str], processes: dict[str, Process]) -> None:
        self.env = env
        self.processes = processes
        self.url = processes["api"].url

    @property
    def admin(self) -> Account:
        return accounts(SECRETS)["admin"]

    @property
    def auditor(self) -> Account:
        return accounts(SECRETS)["auditor"]

    def __getitem__(self, name: str) -> Process:
        return self.processes[name]


@contextmanager
def running_system(
    directory: Path,
    databases: Mapping[str, ServiceDatabase],
    kafka: str,
    topic_prefix: str,
    *,
    workers: Mapping[str, Sequence[str]] = ONE_WORKER,
    **settings: str,
) -> Iterator[RunningSystem]:
    """Migrate and start all, and stop it at the end, whatever happened to it.

    `workers` are the names of worker processes and the services of each: {"audit": ["audit"], "others": [...]}; with
    {"one": ["templates"], "two": ["templates"]} two of the same compete. `settings` are further variables.
    """
    port = free_port()
    env = environment_of(databases, kafka, topic_prefix=topic_prefix, url=f"http://127.0.0.1:{port}", **settings)
    migrate(env | owners(databases))
    processes = {name: Process(name, services, "worker", env, directory) for name, services in workers.items()}
    processes["api"] = Process("api", ALL, "api", env, directory, port)
    with ExitStack() as stack:
        for process in processes.values():
            stack.callback(process.stop)
            process.launch()
        for process in processes.values():
            process.wait_until_ready()
        yield RunningSystem(env, processes)
