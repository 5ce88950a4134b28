"""What docker-compose.yml does before its services start: secrets made once, databases, and what each service is told.

`python -m deploy.containers secrets` runs before PostgreSQL does, `python -m deploy.containers prepare` after it. Both
work in the volume at /run/sysloom, of which each container sees only the directory of its service.
"""

import sys
from collections.abc import Mapping
from os import environ
from pathlib import Path
from shlex import quote

from deploy.local.environment import accounts, environment, owners
from deploy.local.postgres import SUPERUSER
from deploy.local.provision import SERVICES, provision
from deploy.local.state import Secrets, make_directory, write_private
from deploy.local.system import migrate

VOLUME = Path("/run/sysloom")
SHARED = frozenset({"SYSLOOM_INTERNAL_KEY"})


def make_secrets(volume: Path) -> Secrets:
    """Make a directory for each container, and what PostgreSQL must know when it starts: its superuser's password."""
    for name in (*SERVICES, "postgres"):
        make_directory(volume / name)
    secrets = Secrets(volume / "secrets.json")
    write_private(volume / "postgres" / "password", secrets.password(SUPERUSER))
    people = (f"{account.email} {account.password}\n" for account in accounts(secrets).values())
    write_private(volume / "accounts", "".join(people))
    return secrets


def prepare(volume: Path) -> None:
    """Make databases, tables, topics and the files of variables that the services' containers start with.

    Raises psycopg.Error, or StartFailed.
    """
    secrets = Secrets(volume / "secrets.json")
    databases = provision(f"postgresql://{SUPERUSER}:{secrets.password(SUPERUSER)}@postgres:5432/postgres", secrets)
    env = environment(databases, environ["SYSLOOM_KAFKA"], environ["SYSLOOM_PUBLIC_URL"], secrets)
    env |= {"SYSLOOM_INTERNAL_URL": environ["SYSLOOM_INTERNAL_URL"]}
    migrate(env | owners(databases))
    write_files(volume, env)


def write_files(volume: Path, env: Mapping[str, str]) -> None:
    """Write for each service a shell file of the variables that only it may know."""
    for service in SERVICES:
        own = {name: value for name, value in env.items() if name.startswith(f"{service.upper()}_") or name in SHARED}
        lines = (f"{name}={quote(value)}\n" for name, value in sorted(own.items()))
        write_private(volume / service / "env", "".join(lines))


if __name__ == "__main__":
    {"secrets": make_secrets, "prepare": prepare}[sys.argv[1]](VOLUME)
