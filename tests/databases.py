"""Fresh databases of the four services, and the environment in which their processes and settings find them.

The tables are made once per run, in databases that serve as templates; a fresh set is a copy of them.
"""

import json
import os
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from hashlib import sha256
from secrets import token_hex
from typing import TypeVar
from unittest.mock import patch

import psycopg
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from joserfc.jwk import ECKey
from psycopg.sql import SQL, Identifier

from deploy.local.environment import environment
from deploy.local.provision import SERVICES, ServiceDatabase, drop, provision
from deploy.local.state import Secrets
from shared.migrations import migrate
from shared.settings import ServiceSettings
from tests.servers import locked, run_directory

S = TypeVar("S", bound=ServiceSettings)

URL = "http://127.0.0.1:8000"


class KnownSecrets(Secrets):
    """Secrets that follow from their names: all processes of all runs that share a server agree on them."""

    def __init__(self) -> None:
        self._known = {}

    def key(self, name: str) -> str:
        return urlsafe_b64encode(sha256(name.encode()).digest()).rstrip(b"=").decode()

    def password(self, name: str) -> str:
        return sha256(name.encode()).hexdigest()[:20]

    def signing_key(self, name: str) -> str:
        private = ec.derive_private_key(int.from_bytes(sha256(name.encode()).digest()[:31]), ec.SECP256R1())
        pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        key = ECKey.import_key(pem, {"use": "sig", "alg": "ES256"})
        key.ensure_kid()
        return json.dumps(key.as_dict(private=True))


SECRETS = KnownSecrets()


@contextmanager
def fresh_databases(admin_url: str) -> Iterator[dict[str, ServiceDatabase]]:
    """Make the four databases with all their tables, empty, under names of their own; drop them at the end."""
    templates, suffix = _make_templates(admin_url), f"_{token_hex(4)}"
    copy = SQL("CREATE DATABASE {} TEMPLATE {} OWNER {}")
    try:
        with closing(psycopg.connect(admin_url, autocommit=True)) as admin:
            for service in SERVICES:
                names = (service + suffix, service + templates, f"{service}_owner")
                admin.execute(copy.format(*map(Identifier, names)))
        yield provision(admin_url, SECRETS, suffix=suffix)
    finally:
        drop(admin_url, suffix=suffix)


def drop_templates(admin_url: str) -> None:
    """Drop this run's templates, for servers that outlive it."""
    drop(admin_url, suffix=_templates_suffix())


def _make_templates(admin_url: str) -> str:
    """Return the suffix of the templates; the first to ask makes them, the others wait."""
    suffix, made = _templates_suffix(), run_directory() / "templates.made"
    with locked(run_directory() / "templates.lock"):
        if not made.exists():
            for service, database in provision(admin_url, SECRETS, suffix=suffix).items():
                migrate(service, database.owner_url)
            made.touch()
    return suffix


def _templates_suffix() -> str:
    return f"_template_{sha256(bytes(run_directory())).hexdigest()[:8]}"


def environment_of(
    databases: Mapping[str, ServiceDatabase], kafka: str, *, topic_prefix: str, url: str = URL, **settings: str
) -> dict[str, str]:
    """Return the environment of the services; `settings` are further variables. Rates are not limited."""
    common = {"SYSLOOM_TOPIC_PREFIX": topic_prefix, "SYSLOOM_RATE_LIMIT_PER_MINUTE": "0"}
    return environment(databases, kafka, url, SECRETS) | common | settings


def settings_in(env: Mapping[str, str], settings: type[S]) -> S:
    """Return a service's settings as they are read in an environment: for `services.<name>.main.build(settings)`."""
    with patch.dict(os.environ, env, clear=True):
        return settings.load()
