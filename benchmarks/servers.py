"""What everything is measured on: one PostgreSQL and one Kafka of the embedded default, set up as in production."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import time
from uuid import UUID

import orjson
import psycopg
import sqlalchemy as sa
from joserfc import jwt
from joserfc.jwk import ECKey
from psycopg.sql import SQL, Identifier

from benchmarks.baselines.tables import Base, User
from deploy.local.environment import environment, owners
from deploy.local.kafka import Kafka
from deploy.local.postgres import SUPERUSER, Postgres
from deploy.local.provision import ServiceDatabase, provision
from deploy.local.state import Secrets, free_port, home, make_directory
from deploy.local.system import migrate
from shared.ids import uuid7
from shared.migrations import sqlalchemy_url
from shared.tokens import ACCESS_TYPE, AUDIENCE

PEOPLE = 32
SUFFIX = "_bench"
PRISTINE_AUDIT = "audit_pristine"
_TOKEN_S = 7200
_UNLIMITED = "1000000000"  # the limit is counted and its headers are sent, but nobody reaches it


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who calls, with an access token as identity signs them."""

    id: UUID
    token: str


@dataclass(frozen=True, slots=True)
class Servers:
    """Running servers, empty databases with all tables, and who calls."""

    directory: Path
    postgres: Postgres
    kafka: Kafka
    secrets: Secrets
    databases: dict[str, ServiceDatabase]
    edge_port: int
    people: list[Person]

    @property
    def url(self) -> str:
        """Where services reach each other, and who issues tokens."""
        return f"http://127.0.0.1:{self.edge_port}"

    def sysloom(self) -> dict[str, str]:
        """Return the environment of Sysloom's processes."""
        env = environment(self.databases, self.kafka.address, self.url, self.secrets)
        return env | {"SYSLOOM_RATE_LIMIT_PER_MINUTE": _UNLIMITED, "SYSLOOM_LOG_LEVEL": "WARNING"}

    def baseline(self, driver: str) -> dict[str, str]:
        """Return the environment of the baselines' processes."""
        public = _signing_key(self.secrets).as_dict(private=False)
        return {
            "BASELINE_ISSUER": self.url,
            "BASELINE_KEY_SET": orjson.dumps({"keys": [public]}).decode(),
            "BASELINE_DRIVER": driver,
            "BASELINE_DATABASE_URL": self.postgres.url("baseline"),
        }

    def clone(self, template: str, name: str) -> str:
        """Make a database anew as a copy of another that nobody is connected to; return its URL for the superuser.

        The copy has the owner of its model, without whom functions that act as the owner would fail in it.
        """
        with closing(psycopg.connect(self.postgres.url(), autocommit=True)) as admin:
            admin.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(name)))
            found = admin.execute(
                "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = %s", [template]
            ).fetchone()
            owner = found[0] if found else SUPERUSER
            create = SQL("CREATE DATABASE {} TEMPLATE {} OWNER {}")
            admin.execute(create.format(Identifier(name), Identifier(template), Identifier(owner)))
        return self.postgres.url(name)


@contextmanager
def running() -> Iterator[Servers]:
    """Start the servers on fresh data, migrate, and delete all at the end. Raises StartFailed."""
    directory = home() / "benchmarks"
    make_directory(home(), passable=True)
    make_directory(directory, passable=True)
    postgres, kafka = Postgres(directory / "postgres"), Kafka(directory / "kafka")
    postgres.remove()  # what a run left that was killed
    kafka.remove()
    try:
        with postgres, kafka:
            yield _prepared(directory, postgres, kafka)
    finally:
        postgres.remove()
        kafka.remove()
        shutil.rmtree(directory, ignore_errors=True)


def _prepared(directory: Path, postgres: Postgres, kafka: Kafka) -> Servers:
    secrets = Secrets(directory / "secrets.json")
    databases = provision(postgres.url(), secrets, suffix=SUFFIX)
    edge_port = free_port()
    people = [_person(secrets, f"http://127.0.0.1:{edge_port}") for _ in range(PEOPLE)]
    servers = Servers(directory, postgres, kafka, secrets, databases, edge_port, people)
    migrate(servers.sysloom() | owners(databases))
    servers.clone(f"audit{SUFFIX}", PRISTINE_AUDIT)
    _make_baseline_tables(servers.clone("template1", "baseline"), people)
    return servers


def _make_baseline_tables(url: str, people: list[Person]) -> None:
    engine = sa.create_engine(sqlalchemy_url(url))
    try:
        with engine.begin() as connection:
            Base.metadata.create_all(connection)
            connection.execute(sa.insert(User), [{"id": person.id} for person in people])
    finally:
        engine.dispose()


def _person(secrets: Secrets, issuer: str) -> Person:
    key = _signing_key(secrets)
    user_id, now = uuid7(), int(time())
    claims = {
        "iss": issuer, "aud": AUDIENCE, "iat": now, "exp": now + _TOKEN_S, "sub": str(user_id), "role": "user",
        "sid": str(uuid7()), "jti": str(uuid7()),
    }  # fmt: skip
    token = jwt.encode({"alg": "ES256", "typ": ACCESS_TYPE, "kid": key.kid}, claims, key)
    return Person(user_id, token)


def _signing_key(secrets: Secrets) -> ECKey:
    return ECKey.import_key(orjson.loads(secrets.signing_key("identity.signing")))
