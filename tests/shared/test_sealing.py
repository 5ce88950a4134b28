"""Sealed text is a JWE that any library opens, bound to one key, one event and one field of it."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from os import urandom
from uuid import uuid4

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from joserfc import jwe
from joserfc.jwk import OctKey

from shared.sealing import SealBroken, SealingKey, key_id

KEY = SealingKey(person=uuid4(), kid=uuid4(), key=urandom(32))
EVENT = uuid4()
SEALED = KEY.seal(EVENT, "values", b"ada@example.org")


def header_of(sealed: str) -> dict[str, str]:
    part = sealed.split(".", 1)[0]
    header: dict[str, str] = orjson.loads(urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    return header


def with_header(sealed: str, **claims: object) -> str:
    changed = urlsafe_b64encode(orjson.dumps(header_of(sealed) | claims)).rstrip(b"=").decode()
    return f"{changed}.{sealed.split('.', 1)[1]}"


def with_a_bit_flipped(sealed: str, part: int) -> str:
    parts = sealed.split(".")
    raw = bytearray(urlsafe_b64decode(parts[part] + "=="))
    raw[0] ^= 1
    parts[part] = urlsafe_b64encode(raw).rstrip(b"=").decode()
    return ".".join(parts)


@given(st.binary(max_size=200), st.sampled_from(["values", "ip_address", "user_agent"]))
def test_what_is_sealed_is_opened(plaintext: bytes, field: str) -> None:
    assert KEY.open(EVENT, field, KEY.seal(EVENT, field, plaintext)) == plaintext


def test_a_jose_library_opens_it() -> None:
    registry = jwe.JWERegistry(strict_check_header=False)  # `event` and `field` are in no standard
    opened = jwe.decrypt_compact(SEALED, OctKey.import_key(KEY.key), registry=registry)
    assert opened.plaintext == b"ada@example.org"


def test_the_protected_header_names_key_event_and_field() -> None:
    claims = {"alg": "dir", "enc": "A256GCM", "kid": str(KEY.kid), "event": str(EVENT), "field": "values"}
    assert header_of(SEALED) == claims
    assert key_id(SEALED) == KEY.kid


def test_the_same_text_is_sealed_differently_each_time() -> None:
    assert KEY.seal(EVENT, "values", b"text") != KEY.seal(EVENT, "values", b"text")


@pytest.mark.parametrize("part", [2, 3, 4], ids=["nonce", "text", "tag"])
def test_a_changed_part_is_refused(part: int) -> None:
    with pytest.raises(SealBroken):
        KEY.open(EVENT, "values", with_a_bit_flipped(SEALED, part))


def test_another_event_or_field_is_refused_even_where_the_header_is_forged() -> None:
    other = uuid4()
    for event, field, sealed in (
        (other, "values", SEALED),
        (EVENT, "user_agent", SEALED),
        (other, "values", with_header(SEALED, event=str(other))),
        (EVENT, "user_agent", with_header(SEALED, field="user_agent")),
        (EVENT, "values", with_header(SEALED, zip="DEF")),
    ):
        with pytest.raises(SealBroken):
            KEY.open(event, field, sealed)


def test_another_key_is_refused_even_under_the_same_id() -> None:
    for other in (
        SealingKey(KEY.person, uuid4(), KEY.key),
        SealingKey(KEY.person, KEY.kid, urandom(32)),
    ):
        with pytest.raises(SealBroken):
            other.open(EVENT, "values", SEALED)


@pytest.mark.parametrize(
    "text", ["", "a.b", "....", "a.b.c.d.e", "\u00e4.b.c.d.e", SEALED + ".more", "bnVsbA....", "W10...."]
)
def test_what_is_no_jwe_is_refused(text: str) -> None:
    with pytest.raises(SealBroken):
        KEY.open(EVENT, "values", text)


@pytest.mark.parametrize("text", ["", "bnVsbA....", "W10....", "e30....", "eyJraWQiOjF9....", "eyJraWQiOiJ4In0...."])
def test_a_text_that_names_no_key_is_refused(text: str) -> None:
    with pytest.raises(SealBroken):
        key_id(text)


def test_a_key_is_not_shown() -> None:
    assert KEY.key.hex() not in repr(KEY)
    assert repr(KEY.key) not in repr(KEY)
