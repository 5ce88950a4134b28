"""What may vary between installations: read from the environment, and refused in one line where it is wrong."""

import os
from base64 import urlsafe_b64decode
from binascii import Error
from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import Annotated, Any, NoReturn, Self

from pydantic import BeforeValidator, Field, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

_KEY_BYTES = 32


def _key(value: Any) -> Any:
    """Return the bytes of a key that is given as base64url; raise ValueError."""
    if isinstance(value, str):
        try:
            value = urlsafe_b64decode(value + "=" * (-len(value) % 4))
        except (Error, ValueError):
            value = b""
    if not isinstance(value, bytes) or len(value) != _KEY_BYTES:
        raise ValueError(f"must be base64url of {_KEY_BYTES} bytes")
    return value


def _listed(value: Any) -> Any:
    """Return the parts of a comma-separated list."""
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


def _networks(value: Any) -> Any:
    return [ip_network(part) for part in _listed(value)]


def _bare(value: Any) -> Any:
    """Return a URL without the slash at its end."""
    return value.rstrip("/") if isinstance(value, str) else value


Key = Annotated[bytes, BeforeValidator(_key)]
"""A secret of 32 bytes, given as base64url."""
Url = Annotated[str, BeforeValidator(_bare), Field(pattern=r"^https?://[^/?#]+(/[^?#]*)?$")]
"""The address of a server, without a slash at its end."""
Networks = Annotated[list[IPv4Network | IPv6Network], NoDecode, BeforeValidator(_networks)]
Listed = Annotated[list[str], NoDecode, BeforeValidator(_listed)]
DatabaseUrl = Annotated[str, Field(pattern=r"^postgres(ql)?://\S+$")]


def _common(name: str, default: Any = ..., *, repr: bool = True) -> Any:  # noqa: A002 - pydantic's own name
    """Return a field that all services share: `SYSLOOM_<NAME>`."""
    return Field(default, validation_alias=f"SYSLOOM_{name.upper()}", repr=repr)


class ServiceSettings(BaseSettings):
    """The settings that every service has; a service adds its own, which begin with its name and `_`."""

    database_url: DatabaseUrl = Field(repr=False)
    master_key: Key = Field(repr=False)
    pool_size: int = Field(default=8, ge=2, le=100)
    anonymous_days: int = Field(default=90, ge=1)

    kafka: str = _common("kafka")
    internal_key: Key = _common("internal_key", repr=False)
    internal_url: Url = _common("internal_url")
    public_url: Url = _common("public_url")
    trusted_proxies: Networks = _common("trusted_proxies", [])
    cors_origins: Listed = _common("cors_origins", [])
    rate_limit_per_minute: Annotated[int, Field(ge=0)] = _common("rate_limit_per_minute", 6000)
    topic_prefix: Annotated[str, Field(pattern=r"^[a-z0-9.-]*$")] = _common("topic_prefix", "")
    log_level: Annotated[str, Field(pattern=r"(?i)^(debug|info|warning|error)$")] = _common("log_level", "INFO")

    @classmethod
    def load(cls) -> Self:
        """Read the environment; end the process with one line that names the first missing, wrong or unknown name."""
        prefix = cls.model_config["env_prefix"]
        known = {f"{prefix}{name}".upper() for name in cls.model_fields} | {f"{prefix}OWNER_DATABASE_URL"}
        for name in sorted(os.environ):
            if name.startswith(prefix) and name not in known:
                _refuse(f"{name} is no setting")
        try:
            return cls()
        except ValidationError as error:
            first = error.errors(include_url=False, include_context=False, include_input=False)[0]
            place = str(first["loc"][0])
            name = place if place.startswith("SYSLOOM_") else f"{prefix}{place}".upper()
            if first["type"] == "missing":
                _refuse(f"{name} is not set")
            _refuse(f"{name} is wrong: {first['msg'].removeprefix('Value error, ')}")


def settings_for(service: str) -> SettingsConfigDict:
    """Return the `model_config` of a service's settings: variables that begin with its name."""
    return SettingsConfigDict(
        env_prefix=f"{service.upper()}_",
        case_sensitive=False,
        extra="ignore",
        populate_by_name=True,
        hide_input_in_errors=True,
    )


def _refuse(why: str) -> NoReturn:
    raise SystemExit(f"Sysloom cannot start: {why}.")
