"""Where the embedded default keeps what it remembers between runs: its directory, its secrets and its ports."""

import json
import os
import secrets as random
import socket
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from joserfc.jwk import ECKey

PROJECT = Path(__file__).parents[2]


def home() -> Path:
    """Name the state directory: `SYSLOOM_HOME`, else `.sysloom` in the checkout, or here when there is none."""
    if named := os.environ.get("SYSLOOM_HOME"):
        return Path(named).expanduser().absolute()
    base = PROJECT if (PROJECT / "pyproject.toml").is_file() else Path.cwd()
    return base / ".sysloom"


def cache() -> Path:
    """Name the directory of downloads that several checkouts may share: `SYSLOOM_CACHE`, else `~/.cache/sysloom`."""
    named = os.environ.get("SYSLOOM_CACHE")
    return Path(named or "~/.cache/sysloom").expanduser().absolute()


def make_directory(path: Path, *, passable: bool = False) -> None:
    """Make a directory of our own; a passable one lets nobody through when we are root: PostgreSQL then runs so."""
    if not path.is_dir():
        path.mkdir(parents=True, exist_ok=True)
        path.chmod(0o711 if passable and os.geteuid() == 0 else 0o700)


def write_private(path: Path, text: str) -> None:
    """Replace a file at once by one that only its owner can read."""
    making = path.with_name(f"{path.name}.{os.getpid()}.making")
    making.unlink(missing_ok=True)
    with os.fdopen(os.open(making, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())  # a lost master key would be lost data
    making.replace(path)


def read_json(path: Path) -> dict[str, Any]:
    """Read a JSON object; a file that is not there is an empty one."""
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    return found


class Secrets:
    """Random secrets, each made when it is first asked for and kept in one private file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[str, str] = read_json(path)

    def key(self, name: str) -> str:
        """Return 32 random bytes as base64url, the same for a name each time."""
        return self._known.get(name) or self._keep(name, random.token_urlsafe(32))

    def password(self, name: str) -> str:
        """Return a password that a person can copy, the same for a name each time."""
        return self._known.get(name) or self._keep(name, random.token_urlsafe(15))

    def signing_key(self, name: str) -> str:
        """Return an ES256 private key as JWK (RFC 7517), the same for a name each time."""
        return self._known.get(name) or self._keep(name, json.dumps(_new_signing_key()))

    def _keep(self, name: str, secret: str) -> str:
        self._known[name] = secret
        make_directory(self._path.parent)
        write_private(self._path, json.dumps(self._known, indent=2))
        return secret


def _new_signing_key() -> dict[str, Any]:
    key = ECKey.generate_key("P-256", {"use": "sig", "alg": "ES256"}, private=True, auto_kid=True)
    return key.as_dict(private=True)


def free_port(preferred: int | None = None) -> int:
    """Return the preferred port of 127.0.0.1 if nobody has it, else any free one."""
    for port in (preferred or 0, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            chosen: int = probe.getsockname()[1]
            return chosen
    raise OSError("no free port on 127.0.0.1")


def kept_ports() -> dict[str, int]:
    """Return the ports of the last run."""
    return {name: int(port) for name, port in read_json(home() / "ports.json").items()}


def keep_ports(ports: Mapping[str, int]) -> None:
    """Remember the ports for the next run."""
    write_private(home() / "ports.json", json.dumps(ports))
