"""`sysloom up`, `down` and `clean-data`: the system on this machine."""

import os
import signal
import subprocess
import sys
import time
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from deploy.local.programs import StartFailed
from deploy.local.run_file import AlreadyRunning, Run, read_run, supervisor_pid
from deploy.local.state import PROJECT, home, make_directory
from deploy.local.supervisor import supervise
from deploy.local.system import forget, log_file, stop_leftovers

app = typer.Typer()
console = Console()

STOP_TIMEOUT_S = 90


@app.command()
def up(
    *, detach: Annotated[bool, typer.Option(help="Return when all is ready, and leave it running.")] = False
) -> None:
    """Start PostgreSQL, Kafka and the four services on this machine, and keep them running until Ctrl-C."""
    if supervisor_pid():
        _say_running()
    elif detach:
        start_detached()
        if run := read_run():
            print_table(run)
    else:
        try:
            supervise(console, on_ready=_greet)
        except AlreadyRunning:
            _say_running()
        except (StartFailed, OSError) as failure:
            console.print(str(failure), markup=False, highlight=False)
            raise typer.Exit(1) from None


@app.command()
def down() -> None:
    """Stop what `sysloom up` started; the data stay."""
    console.print("stopped" if stop_detached() else "nothing was running")


@app.command()
def clean_data() -> None:
    """Stop, and delete the data and secrets of the embedded servers; databases of other servers are left alone."""
    stop_detached()
    forget()
    console.print("all data are deleted")


def start_detached() -> None:
    """Start the supervisor in the background and return when all is ready, repeating its progress."""
    log = log_file("supervisor")
    make_directory(home(), passable=True)
    make_directory(log.parent)
    log.touch(mode=0o600)
    with log.open("ab") as output, log.open(encoding="utf-8") as progress:
        progress.seek(0, os.SEEK_END)
        supervisor = subprocess.Popen(
            [sys.executable, "-m", "deploy.local.supervisor"],
            cwd=PROJECT,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
        try:
            while supervisor.poll() is None and read_run() is None:
                console.print(progress.read(), end="", markup=False)
                time.sleep(0.1)
        except KeyboardInterrupt:
            supervisor.terminate()
            supervisor.wait(STOP_TIMEOUT_S)
            raise
        console.print(progress.read(), end="", markup=False)
    if supervisor.poll() is not None:
        console.print(f"Sysloom did not start; the whole story is in {log}")
        raise typer.Exit(1)


def stop_detached() -> bool:
    """Stop the running system, or what a killed one left behind; say whether a supervisor was running."""
    pid = supervisor_pid()
    if pid is None:
        stop_leftovers()
        return False
    os.kill(pid, signal.SIGTERM)
    deadline = time.monotonic() + STOP_TIMEOUT_S
    while supervisor_pid() == pid:
        if time.monotonic() > deadline:
            console.print(f"the supervisor, process {pid}, does not stop")
            raise typer.Exit(1)
        time.sleep(0.1)
    return True


def print_table(run: Run) -> None:
    """Print how to reach the system, and who can log in first."""
    table = Table(show_header=False)
    table.add_row("API", run.url)
    table.add_row("API documentation", f"{run.url}/docs")
    for service, url in run.databases.items():
        table.add_row(f"PostgreSQL, {service}", url.rpartition("@")[2])
    table.add_row("Kafka", run.kafka)
    for name, account in (("administrator", run.admin), ("auditor", run.auditor)):
        table.add_row(f"first {name}", f"{account.email}  {account.password}")
    console.print(table)


def _greet(run: Run) -> None:
    print_table(run)
    console.print("Ctrl-C stops everything.")


def _say_running() -> None:
    run = read_run()
    console.print(f"Sysloom is running at {run.url}" if run else "Sysloom is just being started by another command")
