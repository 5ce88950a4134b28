"""Access tokens that prove nothing, made from a good one, the public key set, and the key that signs."""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from typing import Any

import orjson
from joserfc import jwt
from joserfc.jwk import ECKey

KeySet = dict[str, Any]
Forge = Callable[[str, KeySet, ECKey], str]


def _encoded(part: bytes) -> str:
    return urlsafe_b64encode(part).rstrip(b"=").decode()


def _read(token: str, part: int) -> dict[str, Any]:
    text = token.split(".")[part]
    found: dict[str, Any] = orjson.loads(urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    return found


def _signed(token: str, key: ECKey, **claims: Any) -> str:
    """Return the token with other claims, signed with a key."""
    return jwt.encode(_read(token, 0), _read(token, 1) | claims, key, algorithms=["ES256"])


def _expired(token: str, _: KeySet, key: ECKey) -> str:
    issued = int(_read(token, 1)["iat"])
    return _signed(token, key, iat=issued - 1200, exp=issued - 600)


def _of_another_key(token: str, _: KeySet, __: ECKey) -> str:
    return _signed(token, ECKey.generate_key("P-256", {"kid": _read(token, 0)["kid"]}))


def _as_administrator(token: str, _: KeySet, __: ECKey) -> str:
    head, _claims, signature = token.split(".")
    return f"{head}.{_encoded(orjson.dumps(_read(token, 1) | {'role': 'admin'}))}.{signature}"


def _unsigned(token: str, _: KeySet, __: ECKey) -> str:
    head = _encoded(orjson.dumps(_read(token, 0) | {"alg": "none"}))
    return f"{head}.{token.split('.')[1]}."


def _with_public_key(secret: Callable[[KeySet], bytes]) -> Forge:
    def forge(token: str, key_set: KeySet, _: ECKey) -> str:
        signed = f"{_encoded(orjson.dumps(_read(token, 0) | {'alg': 'HS256'}))}.{token.split('.')[1]}"
        return f"{signed}.{_encoded(hmac.digest(secret(key_set), signed.encode(), 'sha256'))}"

    return forge


FORGERIES: dict[str, Forge] = {
    "expired": _expired,
    "of another key": _of_another_key,
    "with another role": _as_administrator,
    "of another issuer": lambda token, _, key: _signed(token, key, iss="https://elsewhere.example"),
    "for another audience": lambda token, _, key: _signed(token, key, aud="elsewhere"),
    "unsigned": _unsigned,
    "signed with the public key as PEM": _with_public_key(
        lambda key_set: ECKey.import_key(key_set["keys"][0]).as_pem(private=False)
    ),
    "signed with the public key as JWK": _with_public_key(lambda key_set: orjson.dumps(key_set["keys"][0])),
    "cut off": lambda token, _, __: token[:-8],
    "nonsense": lambda *_: "nonsense",
}
