"""What is remembered between runs is private, and the same each time."""

import json
import socket
from pathlib import Path

import pytest
from joserfc import jws
from joserfc.jwk import ECKey

from deploy.local.environment import accounts, environment
from deploy.local.provision import SERVICES, ServiceDatabase
from deploy.local.run_file import AlreadyRunning, Run, hold_lock, read_run, run_file, supervisor_pid, write_run
from deploy.local.state import Secrets, free_port, home


@pytest.fixture(autouse=True)
def home_of_a_test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYSLOOM_HOME", str(tmp_path / "home"))


@pytest.fixture
def run(tmp_path: Path) -> Run:
    people = accounts(Secrets(tmp_path / "secrets.json"))
    databases = {"identity": "postgresql://identity@127.0.0.1/identity"}
    return Run(url="http://127.0.0.1:8000", **people, databases=databases, kafka="127.0.0.1:9092", pids={"api": 1})


def test_the_run_file_is_private_and_valid_only_while_the_supervisor_lives(run: Run) -> None:
    with hold_lock():
        write_run(run)
        assert run_file().stat().st_mode & 0o777 == 0o600
        assert read_run() == run
    assert read_run() is None


def test_one_supervisor_at_a_time() -> None:
    with hold_lock():
        with pytest.raises(AlreadyRunning):
            hold_lock()
        assert supervisor_pid()
    assert supervisor_pid() is None
    hold_lock().close()


def test_secrets_are_made_once_and_private(tmp_path: Path) -> None:
    path = tmp_path / "secrets.json"
    made = Secrets(path)
    first = (made.key("audit.master"), made.password("admin"), made.signing_key("signing"))
    known = Secrets(path)
    assert (known.key("audit.master"), known.password("admin"), known.signing_key("signing")) == first
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_signing_key_signs(tmp_path: Path) -> None:
    key = ECKey.import_key(json.loads(Secrets(tmp_path / "secrets.json").signing_key("signing")))
    assert jws.serialize_compact({"alg": "ES256"}, b"payload", key)


def test_services_are_told_their_own_rights_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYSLOOM_DATABASE_URL", "postgresql://superuser@127.0.0.1/postgres")
    databases = {name: ServiceDatabase(url=f"url of {name}", owner_url=f"owner of {name}") for name in SERVICES}
    told = environment(databases, "127.0.0.1:9092", "http://127.0.0.1:8000", Secrets(tmp_path / "secrets.json"))
    assert told["AUDIT_DATABASE_URL"] == "url of audit"
    assert "SYSLOOM_DATABASE_URL" not in told
    assert not [name for name, value in told.items() if "OWNER" in name or value.startswith("owner of")]


def test_a_taken_port_is_chosen_again_and_a_free_one_kept() -> None:
    with socket.socket() as owner:
        owner.bind(("127.0.0.1", 0))
        owner.listen()
        taken = owner.getsockname()[1]
        assert free_port(taken) != taken
    assert free_port(taken) == taken


def test_the_home_can_be_named(tmp_path: Path) -> None:
    assert home() == tmp_path / "home"
