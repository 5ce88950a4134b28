"""What the services are told by the embedded default: the settings contract, as environment variables."""

import os
from collections.abc import Mapping

from deploy.local.provision import ServiceDatabase
from deploy.local.run_file import Account
from deploy.local.state import Secrets


def accounts(secrets: Secrets) -> dict[str, Account]:
    """Return the first administrator and the first auditor, with generated passwords."""
    return {
        name: Account(email=f"{name}@sysloom.example", password=secrets.password(f"{name}.account"))
        for name in ("admin", "auditor")
    }


def environment(databases: Mapping[str, ServiceDatabase], kafka: str, url: str, secrets: Secrets) -> dict[str, str]:
    """Return the environment of the services' processes; the rights of the databases' owners are not in it."""
    settings = {
        "PYTHONUNBUFFERED": "1",
        "SYSLOOM_KAFKA": kafka,
        "SYSLOOM_INTERNAL_KEY": secrets.key("internal"),
        "SYSLOOM_INTERNAL_URL": url,
        "SYSLOOM_PUBLIC_URL": url,
        "IDENTITY_SIGNING_KEY": secrets.signing_key("identity.signing"),
    }
    for service, database in databases.items():
        settings[f"{service.upper()}_DATABASE_URL"] = database.url
        settings[f"{service.upper()}_MASTER_KEY"] = secrets.key(f"{service}.master")
    for name, account in accounts(secrets).items():
        settings[f"IDENTITY_BOOTSTRAP_{name.upper()}_EMAIL"] = account.email
        settings[f"IDENTITY_BOOTSTRAP_{name.upper()}_PASSWORD"] = account.password
    inherited = {name: value for name, value in os.environ.items() if name != "SYSLOOM_DATABASE_URL"}
    return inherited | settings


def owners(databases: Mapping[str, ServiceDatabase]) -> dict[str, str]:
    """Return what only migrations are told: the URLs of the databases' owners."""
    return {f"{service.upper()}_OWNER_DATABASE_URL": database.owner_url for service, database in databases.items()}
