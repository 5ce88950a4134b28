"""The compose file, the image and the gateway fit together and fit the services, as far as parsers can tell."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml

from deploy.containers import make_secrets, write_files
from deploy.local import kafka as embedded_kafka
from deploy.local import postgres as embedded_postgres
from deploy.local.environment import environment
from deploy.local.kafka_jars import VERSION as KAFKA_VERSION
from deploy.local.provision import SERVICES, ServiceDatabase
from deploy.local.state import PROJECT
from services.serve import app
from tests.databases import settings_in

DEPLOY = PROJECT / "deploy"
DOCKERFILE = DEPLOY / "Dockerfile"
ROLES = [(service, role) for service in SERVICES for role in ("api", "worker")]
INSTRUCTIONS = {"ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "RUN", "STOPSIGNAL", "USER", "WORKDIR"}


def interpolated(text: str) -> str:
    """Return the text as Compose reads it when no variable is set."""
    while (done := re.sub(r"\$\{[A-Z_]+:-([^${}]*)\}", r"\1", text)) != text:
        text = done
    return text


@cache
def compose() -> dict[str, Any]:
    text = interpolated((PROJECT / "docker-compose.yml").read_text(encoding="utf-8"))
    assert "$" not in text, "a variable has no default: `docker compose up` would not start"
    parsed: dict[str, Any] = yaml.safe_load(text)
    return parsed


def container(name: str) -> dict[str, Any]:
    found: dict[str, Any] = compose()["services"][name]
    return found


@cache
def instructions() -> list[tuple[str, str]]:
    """Return the Dockerfile's instructions with their arguments, continued lines joined."""
    lines = DOCKERFILE.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    split = (line.split(maxsplit=1) for line in lines if line.strip() and not line.startswith("#"))
    return [(word, rest) for word, rest in split]


@pytest.fixture(scope="module")
def volume(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the volume of secrets as the set-up containers leave it."""
    volume = tmp_path_factory.mktemp("run-sysloom")
    url = "postgresql://{}:p@postgres:5432/{}"
    databases = {name: ServiceDatabase(url.format(name, name), url.format(f"{name}_owner", name)) for name in SERVICES}
    told = container("prepare")["environment"]
    write_files(volume, environment(databases, told["SYSLOOM_KAFKA"], told["SYSLOOM_PUBLIC_URL"], make_secrets(volume)))
    return volume


def variables(name: str, volume: Path) -> dict[str, str]:
    """Return the environment of a service's process, as the image's entrypoint makes it."""
    service = container(name)
    (mount,) = service["volumes"]
    file = volume / mount["volume"]["subpath"] / Path(service["environment"]["SYSLOOM_ENV_FILE"]).name
    env = {**service["environment"], "SYSLOOM_ENV_FILE": str(file), "PATH": os.environ["PATH"]}
    done = subprocess.run(
        ["/bin/sh", DEPLOY / "entrypoint.sh", "env", "-0"], env=env, cwd="/", capture_output=True, text=True, check=True
    )
    return dict(pair.split("=", 1) for pair in done.stdout.rstrip("\0").split("\0"))


def test_each_service_runs_as_an_api_and_a_worker() -> None:
    assert {f"{service}-{role}" for service, role in ROLES} <= compose()["services"].keys()


@pytest.mark.parametrize(("service", "role"), ROLES)
def test_the_command_of_a_container_is_one_that_sysloom_understands(service: str, role: str) -> None:
    program, command, *arguments = container(f"{service}-{role}")["command"]
    given = typer.main.get_command(app).make_context(command, arguments).params
    assert (program, command) == ("sysloom", "serve")
    assert (list(given["names"]), given["role"], given["host"], given["port"]) == ([service], role, "0.0.0.0", 8000)  # noqa: S104


@pytest.mark.parametrize(("service", "role"), ROLES)
def test_a_container_has_the_variables_that_its_settings_need_and_no_unknown_one(
    service: str, role: str, volume: Path
) -> None:
    settings_class = getattr(import_module(f"services.{service}.settings"), f"{service.capitalize()}Settings")
    settings = settings_in(variables(f"{service}-{role}", volume), settings_class)
    assert settings.database_url == f"postgresql://{service}:p@postgres:5432/{service}"
    assert settings.kafka == "kafka:9092"
    assert settings.internal_url == "http://gateway:8001"
    assert settings.public_url == "http://127.0.0.1:8000"
    assert [str(network) for network in settings.trusted_proxies] == [network_of_the_containers()]


def network_of_the_containers() -> str:
    (subnet,) = compose()["networks"]["inside"]["ipam"]["config"]
    return str(subnet["subnet"])


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_is_told_no_secret_of_another_and_no_right_of_an_owner(service: str, volume: Path) -> None:
    told = variables(f"{service}-api", volume)
    others = tuple(f"{other.upper()}_" for other in SERVICES if other != service)
    assert not [name for name in told if name.startswith(others) or "OWNER" in name]
    assert all(f"{other}:p@" not in value for other in SERVICES if other != service for value in told.values())
    assert "SYSLOOM_DATABASE_URL" not in told


def test_all_secrets_are_private_files(volume: Path) -> None:
    files = [path for path in volume.rglob("*") if path.is_file()]
    assert len(files) == len(SERVICES) + 3
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert container("postgres")["environment"]["POSTGRES_PASSWORD_FILE"] == "/run/sysloom/password"
    assert (volume / "postgres" / "password").read_text() in (volume / "secrets.json").read_text()


def test_what_a_container_waits_for_is_there_and_can_be_waited_for() -> None:
    for name, service in compose()["services"].items():
        for needed, how in service.get("depends_on", {}).items():
            if how["condition"] == "service_healthy":
                assert "healthcheck" in container(needed), f"{name} waits for the health of {needed}"
            else:
                assert how["condition"] == "service_completed_successfully"
                assert "restart" not in container(needed), f"{name} waits for the end of {needed}"


def test_everything_that_stays_has_a_health_check_and_starts_again() -> None:
    staying = {name for name, service in compose()["services"].items() if service.get("restart") == "unless-stopped"}
    assert compose()["services"].keys() - staying == {"secrets", "prepare"}
    assert all(container(name)["healthcheck"]["test"][0] == "CMD" for name in staying)


def test_only_the_gateway_has_a_port_outside_and_only_on_this_machine() -> None:
    published = {name: service["ports"] for name, service in compose()["services"].items() if "ports" in service}
    assert published == {"gateway": ["127.0.0.1:8000:8000"]}


def test_volumes_are_declared_and_mounted_files_exist() -> None:
    mounts = [mount for service in compose()["services"].values() for mount in service.get("volumes", [])]
    sources = {mount["source"] if isinstance(mount, dict) else mount.split(":")[0] for mount in mounts}
    named = {source for source in sources if not source.startswith(".")}
    assert named == compose()["volumes"].keys()
    assert all((PROJECT / source).is_file() for source in sources - named)


def test_our_containers_have_no_rights_to_speak_of() -> None:
    ours = [service for service in compose()["services"].values() if "build" in service]
    assert len(ours) == len(ROLES) + 2
    for service in (*ours, container("gateway")):
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert "no-new-privileges:true" in service["security_opt"]


def test_postgresql_is_the_embedded_one_in_what_matters() -> None:
    postgres = container("postgres")
    assert postgres["image"] == "postgres:18"
    for name in ("log_error_verbosity", "max_connections"):
        assert f"{name}={embedded_postgres.SETTINGS[name]}" in postgres["command"]
    assert "--builtin-locale=C.UTF-8" in postgres["environment"]["POSTGRES_INITDB_ARGS"]


def test_kafka_is_the_embedded_one_in_all_but_addresses_and_time_limits() -> None:
    assert container("kafka")["image"] == f"apache/kafka:{KAFKA_VERSION}"
    told = {name: str(value) for name, value in container("kafka")["environment"].items()}
    for line in embedded_kafka.PROPERTIES.splitlines():
        name, value = line.split("=", 1)
        if "{" not in value and not name.startswith("broker."):
            assert told[f"KAFKA_{name.upper().replace('.', '_')}"] == value
    assert told["KAFKA_ADVERTISED_LISTENERS"] == f"BROKER://{container('prepare')['environment']['SYSLOOM_KAFKA']}"


def test_the_dockerfile_parses() -> None:
    assert {word for word, _ in instructions()} <= INSTRUCTIONS
    assert instructions()[0][0] == "FROM"
    for word, rest in instructions():
        if word in {"CMD", "ENTRYPOINT"}:
            assert all(isinstance(part, str) for part in json.loads(rest))


def copied() -> Iterator[tuple[str | None, str]]:
    for word, rest in instructions():
        if word == "COPY":
            *options, last = rest.split()
            stage = options.pop(0).removeprefix("--from=") if options[0].startswith("--from=") else None
            assert last
            yield from ((stage, source) for source in options)


def test_what_the_dockerfile_copies_is_there_and_reaches_the_builder() -> None:
    stages = {rest.split()[-1] for word, rest in instructions() if word == "FROM" and " AS " in rest}
    ignored = Path(f"{DOCKERFILE}.dockerignore").read_text(encoding="utf-8").splitlines()
    for stage, source in copied():
        if stage:
            assert stage in stages
        else:
            assert (PROJECT / source).exists()
            assert f"!{source.split('/')[0]}" in ignored


def test_the_image_runs_as_an_ordinary_user_who_owns_the_volume_of_secrets() -> None:
    last_stage = "\n".join(f"{word} {rest}" for word, rest in instructions()).rpartition("FROM ")[2]
    assert re.findall(r"^USER (.*)$", last_stage, re.MULTILINE) == ["10001:10001"]
    assert re.search(r"install --directory --owner sysloom .* /run/sysloom", last_stage)


def test_packages_are_installed_from_the_lock_with_hashes_alone() -> None:
    runs = " ".join(rest for word, rest in instructions() if word == "RUN")
    assert "pip download" in runs
    assert "--require-hashes" in runs
    assert all("--no-index" in command for command in re.findall(r"pip install [^&]*", runs))


def test_the_entrypoint_is_plain_sh() -> None:
    shell = shutil.which("dash") or "/bin/sh"
    assert subprocess.run([shell, "-n", DEPLOY / "entrypoint.sh"], check=False).returncode == 0
