"""What may vary between installations: read from the environment, and refused in one line where it is wrong."""

import os
from base64 import urlsafe_b64decode
from binascii import Error
from difflib import get_close_matches
from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import Annotated, Any, NoReturn, Self

from pydantic import BeforeValidator, Field, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

_COMMON = "SYSLOOM_"
_ALIKE = 0.75
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


def _origins(value: Any) -> Any:
    """Return origins as browsers name them (RFC 6454): without a slash at their ends."""
    return [_bare(part) for part in _listed(value)]


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
Origins = Annotated[list[str], NoDecode, BeforeValidator(_origins)]
DatabaseUrl = Annotated[str, Field(pattern=r"^postgres(ql)?://\S+$")]


def _common(name: str, default: Any = ..., *, repr: bool = True) -> Any:  # noqa: A002 - pydantic's own name
    """Return a field that all services share: `SYSLOOM_<NAME>`."""
    return Field(default, validation_alias=f"{_COMMON}{name.upper()}", repr=repr)


class ServiceSettings(BaseSettings):
    """The settings that every service has; a service adds its own, which begin with its name and `_`."""

    database_url: DatabaseUrl = Field(repr=False)
    master_key: Key = Field(repr=False)
    pool_size: int = Field(default=8, ge=2, le=100)
    anonymous_days: int = Field(default=90, ge=1)

    kafka: Annotated[str, Field(pattern=r"^\S+$")] = _common("kafka")
    internal_key: Key = _common("internal_key", repr=False)
    internal_url: Url = _common("internal_url")
    public_url: Url = _common("public_url")
    trusted_proxies: Networks = _common("trusted_proxies", [])
    cors_origins: Origins = _common("cors_origins", [])
    rate_limit_per_minute: Annotated[int, Field(ge=0)] = _common("rate_limit_per_minute", 6000)
    topic_prefix: Annotated[str, Field(pattern=r"^[a-z0-9.-]*$")] = _common("topic_prefix", "")
    log_level: Annotated[str, Field(pattern=r"(?i)^(debug|info|warning|error)$")] = _common("log_level", "INFO")

    @classmethod
    def load(cls) -> Self:
        """Read the environment; end the process with one line that names the first missing, wrong or unknown name."""
        prefix = cls.model_config["env_prefix"]
        names = {
            name: str(field.validation_alias or f"{prefix}{name}".upper()) for name, field in cls.model_fields.items()
        }
        known = {*names.values(), f"{prefix}OWNER_DATABASE_URL"}
        for name in sorted(os.environ):
            if name not in known and (name.startswith(prefix) or _misspelt(name, known)):
                _refuse(f"{name} is no setting")
        try:
            return cls()
        except ValidationError as error:
            first = error.errors(include_url=False, include_context=False, include_input=False)[0]
            place = str(first["loc"][0])
            name = names.get(place, place)
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


def _misspelt(name: str, known: set[str]) -> bool:
    """Say whether a variable looks like a common setting. Others that begin alike belong to the tools, not to us."""
    common = [other.removeprefix(_COMMON) for other in known if other.startswith(_COMMON)]
    return name.startswith(_COMMON) and bool(get_close_matches(name.removeprefix(_COMMON), common, 1, _ALIKE))


def _refuse(why: str) -> NoReturn:
    raise SystemExit(f"Sysloom cannot start: {why}.")
