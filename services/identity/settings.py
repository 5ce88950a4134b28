"""What may vary between installations of identity."""

import json
from typing import Annotated, Any

from joserfc.errors import JoseError
from joserfc.jwk import ECKey
from pydantic import Field, InstanceOf, PlainValidator, ValidationInfo, field_validator

from services.identity.credentials import Email, NewPassword
from shared.settings import ServiceSettings, settings_for


def _signing_key(value: Any) -> ECKey:
    """Return the private key that a JWK (RFC 7517) holds; raise ValueError."""
    if isinstance(value, ECKey):
        return value
    try:
        key = ECKey.import_key(json.loads(value))
        if key.is_private and key.curve_name == "P-256":
            return key
    except (JoseError, ValueError, TypeError, KeyError):
        pass
    raise ValueError("must be a private key for ES256 as JWK, in JSON")


class IdentitySettings(ServiceSettings):
    """The settings of identity: `IDENTITY_…`, and those of all services."""

    model_config = settings_for("identity")

    signing_key: Annotated[InstanceOf[ECKey], PlainValidator(_signing_key)] = Field(repr=False)
    access_token_s: int = Field(default=600, ge=300, le=600)
    session_days: int = Field(default=30, ge=1, le=365)
    bcrypt_cost: int = Field(default=12, ge=10, le=16)
    hash_threads: int = Field(default=2, ge=1, le=64)
    hash_queue: int = Field(default=64, ge=0, le=1000)

    bootstrap_admin_email: Email | None = None
    bootstrap_admin_password: NewPassword | None = None
    bootstrap_auditor_email: Email | None = None
    bootstrap_auditor_password: NewPassword | None = None

    @field_validator("bootstrap_admin_password", "bootstrap_auditor_password")
    @classmethod
    def _belongs_to_an_email(cls, password: NewPassword | None, info: ValidationInfo) -> NewPassword | None:
        email = str(info.field_name).replace("password", "email")
        if email in info.data and (password is None) != (info.data[email] is None):
            raise ValueError("must be set where the e-mail address is set, and only there")
        return password
