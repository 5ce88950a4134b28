"""One database for each service, and two roles that can enter only that one: its owner and the service."""

from contextlib import closing
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

import psycopg
from psycopg.sql import SQL, Identifier, Literal

from deploy.local.state import Secrets

SERVICES = ("identity", "templates", "conversations", "audit")
ONE_AT_A_TIME = 0x7379736C6F6F6D  # the key of an advisory lock: "sysloom"


@dataclass(frozen=True, slots=True)
class ServiceDatabase:
    """How to reach a service's database: `url` as the service, `owner_url` as the owner of its tables."""

    url: str
    owner_url: str


def provision(admin_url: str, secrets: Secrets, *, suffix: str = "") -> dict[str, ServiceDatabase]:
    """Make what is missing and return each service's database; roles get the passwords that `secrets` holds.

    `admin_url` names a role that may create roles and databases. `suffix` is added to the names of the databases, not
    of the roles. The service's role may only connect: migrations grant it what it needs. Raises psycopg.Error.
    """
    with closing(psycopg.connect(admin_url, autocommit=True)) as admin:
        admin.execute("SELECT pg_advisory_lock(%s)", [ONE_AT_A_TIME])
        return {service: _provision(admin, admin_url, service, secrets, suffix) for service in SERVICES}


def drop(admin_url: str, *, suffix: str) -> None:
    """Drop the databases with this suffix, whoever is connected to them; the roles stay."""
    with closing(psycopg.connect(admin_url, autocommit=True)) as admin:
        for service in SERVICES:
            admin.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(service + suffix)))


def _provision(
    admin: psycopg.Connection, admin_url: str, service: str, secrets: Secrets, suffix: str
) -> ServiceDatabase:
    database, owner = service + suffix, f"{service}_owner"
    for role in (owner, service):
        _make_role(admin, role, secrets.password(f"{role}.database"))
    _make_database(admin, database, owner)
    admin.execute(SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(Identifier(database)))
    admin.execute(SQL("GRANT CONNECT ON DATABASE {} TO {}").format(Identifier(database), Identifier(service)))
    urls = {role: _url(admin_url, role, secrets.password(f"{role}.database"), database) for role in (owner, service)}
    with closing(psycopg.connect(urls[owner], autocommit=True)) as connection:
        connection.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")
    return ServiceDatabase(url=urls[service], owner_url=urls[owner])


def _make_role(admin: psycopg.Connection, role: str, password: str) -> None:
    if not admin.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone():
        admin.execute(SQL("CREATE ROLE {}").format(Identifier(role)))
    admin.execute(SQL("ALTER ROLE {} LOGIN PASSWORD {}").format(Identifier(role), Literal(password)))


def _make_database(admin: psycopg.Connection, database: str, owner: str) -> None:
    if admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone():
        return
    admin.execute(SQL("GRANT {} TO CURRENT_USER").format(Identifier(owner)))  # needed unless we are superuser
    admin.execute(SQL("CREATE DATABASE {} OWNER {}").format(Identifier(database), Identifier(owner)))


def _url(admin_url: str, user: str, password: str, database: str) -> str:
    admin = urlsplit(admin_url)
    host = admin.netloc.rpartition("@")[2]
    return admin._replace(netloc=f"{quote(user)}:{quote(password)}@{host}", path=f"/{quote(database)}").geturl()
