"""Programs are found again by pid and command line, and only our own are ever stopped."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy.local.programs import Program, StartFailed

WAITS = (sys.executable, "-c", "import signal; signal.pause()")


@pytest.fixture
def stranger() -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(WAITS) as process:
        yield process
        process.kill()


def a_program(directory: Path) -> Program:
    return Program("waiter", pid_file=directory / "pid.json", log=directory / "waiter.log")


def test_a_program_that_a_killed_run_left_behind_is_stopped(tmp_path: Path) -> None:
    left_behind = a_program(tmp_path)
    left_behind.start(WAITS)
    a_program(tmp_path).stop_leftover()
    assert not left_behind.is_running


def test_a_pid_that_belongs_to_another_program_by_now_is_left_alone(
    tmp_path: Path, stranger: subprocess.Popen[bytes]
) -> None:
    note = {"pid": stranger.pid, "argv": [sys.executable, "-m", "services"]}
    (tmp_path / "pid.json").write_text(json.dumps(note), encoding="utf-8")
    a_program(tmp_path).stop_leftover()
    assert stranger.poll() is None


def test_a_program_that_does_not_start_says_why(tmp_path: Path) -> None:
    program = a_program(tmp_path)
    program.start([sys.executable, "-c", "raise SystemExit('no such luck')"])
    with pytest.raises(StartFailed, match="no such luck"):
        program.wait_until(lambda: False, timeout_s=30)


def test_stopping_ends_a_program_and_its_note(tmp_path: Path) -> None:
    program = a_program(tmp_path)
    program.start(WAITS)
    program.stop()
    assert not program.is_running
    assert not (tmp_path / "pid.json").exists()
