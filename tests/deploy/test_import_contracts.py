"""Each import rule holds on a small tree that follows it, and breaks on one import that does not."""

import subprocess
import sys
from pathlib import Path

import pytest

from deploy.local.state import PROJECT

SERVICES = ("identity", "templates", "conversations", "audit")
CHAPTERS = (
    "main",
    "settings",
    "api",
    "consumers",
    "jobs",
    "application",
    "projections",
    "aggregates",
    "read_model",
    "events",
)
LAWFUL = {
    "services/__main__.py": "import deploy.local",
    "services/identity/main.py": "import services.identity.api, services.identity.projections",
    "services/identity/api.py": "import fastapi, services.identity.application",
    "services/identity/application.py": "import services.identity.aggregates, services.identity.read_model",
    "services/identity/read_model.py": "import sqlalchemy, shared.log",
    "services/identity/events.py": "import pydantic, shared.events",
    "services/audit/consumers.py": "import services.identity.events, shared.log",
    "services/audit/projections.py": "import services.templates.events",
    "shared/log.py": "import psycopg, aiokafka, shared.events",
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Make a tree of empty modules with this project's contracts and a few lawful imports."""
    files = [f"services/{service}/{chapter}.py" for service in SERVICES for chapter in (*CHAPTERS, "__init__")]
    files += ["services/__init__.py", "services/__main__.py", "shared/__init__.py", "shared/log.py", "shared/events.py"]
    files += ["deploy/__init__.py", "deploy/local/__init__.py"]
    for file in files:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(LAWFUL.get(file, ""), encoding="utf-8")
    (tmp_path / "pyproject.toml").write_bytes((PROJECT / "pyproject.toml").read_bytes())
    return tmp_path


def broken_contracts(tree: Path) -> str:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache"], cwd=tree, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_the_layout_of_the_design_keeps_every_contract(tree: Path) -> None:
    assert not broken_contracts(tree)


@pytest.mark.parametrize(
    ("file", "line", "rule"),
    [
        ("shared/log.py", "import services.identity.events", "Shared knows no service"),
        ("shared/events.py", "import shared.log", "Shared has no cycles"),
        ("services/audit/jobs.py", "import deploy.local", "No service knows how it is deployed"),
        ("services/identity/api.py", "import services.identity.consumers", "Chapters build on each other"),
        ("services/identity/events.py", "import services.identity.aggregates", "Chapters build on each other"),
        ("services/identity/application.py", "import services.identity.projections", "Chapters build on each other"),
        ("services/identity/helpers.py", "", "Chapters build on each other"),
        ("services/audit/consumers.py", "import services.identity.aggregates", "Services meet in events"),
        ("services/audit/api.py", "import services.identity.events", "Services meet in events"),
        ("services/identity/aggregates.py", "import sqlalchemy", "plain Python"),
        ("services/identity/events.py", "import shared.log", "plain Python"),
        ("services/identity/read_model.py", "import psycopg", "Drivers are imported in shared"),
        ("services/identity/jobs.py", "import aiokafka", "Drivers are imported in shared"),
        ("services/identity/api.py", "import sqlalchemy", "No SQL in api or consumers"),
        ("services/identity/consumers.py", "import sqlalchemy", "No SQL in api or consumers"),
    ],
)
def test_a_forbidden_import_breaks_its_contract(tree: Path, file: str, line: str, rule: str) -> None:
    with (tree / file).open("a", encoding="utf-8") as module:
        module.write(f"\n{line}\n")
    broken = [verdict for verdict in broken_contracts(tree).splitlines() if " BROKEN" in verdict]
    assert any(rule in verdict for verdict in broken)
