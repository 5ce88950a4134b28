"""Identity's settings: a wrong one ends the process with one line that names it and says nothing of its value."""

import json
from typing import Any

import pytest
from joserfc.jwk import ECKey

from deploy.local.provision import SERVICES, ServiceDatabase
from services.identity.settings import IdentitySettings
from tests.databases import environment_of, settings_in

DATABASES = {name: ServiceDatabase(f"postgresql://{name}@db/{name}", "postgresql://owner@db") for name in SERVICES}
SECRET = "not a key but a secret"


def load(**changes: str | None) -> IdentitySettings:
    given = environment_of(DATABASES, "kafka:9092", topic_prefix="")
    changed = {name: value for name, value in (given | changes).items() if value is not None}
    return settings_in(changed, IdentitySettings)


def test_what_the_embedded_default_gives_is_enough() -> None:
    settings = load()
    assert (settings.bcrypt_cost, settings.access_token_s, settings.session_days) == (12, 600, 30)
    assert settings.bootstrap_admin_email == "admin@sysloom.example"
    assert settings.signing_key.is_private


def test_first_people_need_not_be_named() -> None:
    names = [f"IDENTITY_BOOTSTRAP_{role}_{what}" for role in ("ADMIN", "AUDITOR") for what in ("EMAIL", "PASSWORD")]
    settings = load(**dict.fromkeys(names))
    assert settings.bootstrap_admin_email is None
    assert settings.bootstrap_auditor_password is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("IDENTITY_SIGNING_KEY", None),
        ("IDENTITY_SIGNING_KEY", SECRET),
        ("IDENTITY_SIGNING_KEY", f'["{SECRET}"]'),
        ("IDENTITY_SIGNING_KEY", f'{{"kty": "oct", "k": "{SECRET}"}}'),
        ("IDENTITY_BCRYPT_COST", "9"),
        ("IDENTITY_ACCESS_TOKEN_S", "601"),
        ("IDENTITY_BOOTSTRAP_ADMIN_EMAIL", "nobody"),
        ("IDENTITY_BOOTSTRAP_ADMIN_PASSWORD", None),
        ("IDENTITY_BOOTSTRAP_ADMIN_PASSWORD", "short"),
        ("IDENTITY_BOOTSTRAP_AUDITOR_PASSWORD", SECRET * 4),
        ("IDENTITY_BCRYPT_COSTS", "12"),
    ],
)
def test_a_missing_wrong_or_misspelt_variable_is_named_in_one_line(name: str, value: str | None) -> None:
    with pytest.raises(SystemExit) as end:
        load(**{name: value})
    said = str(end.value)
    assert name in said
    assert "\n" not in said
    assert not value or value not in said


@pytest.mark.parametrize(("curve", "private"), [("P-256", False), ("P-384", True)])
def test_a_key_that_cannot_sign_as_others_verify_is_refused(curve: Any, *, private: bool) -> None:
    key = ECKey.generate_key(curve).as_dict(private=private)
    with pytest.raises(SystemExit, match="IDENTITY_SIGNING_KEY"):
        load(IDENTITY_SIGNING_KEY=json.dumps(key))


def test_a_password_without_an_address_is_refused() -> None:
    with pytest.raises(SystemExit, match="IDENTITY_BOOTSTRAP_ADMIN_PASSWORD"):
        load(IDENTITY_BOOTSTRAP_ADMIN_EMAIL=None)


def test_secrets_are_not_shown() -> None:
    settings = load()
    assert settings.bootstrap_admin_password
    shown = repr(settings)
    assert settings.bootstrap_admin_password.get_secret_value() not in shown
    assert str(settings.signing_key.as_dict(private=True)["d"]) not in shown
