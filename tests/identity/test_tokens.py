"""Access tokens that the other services accept, and refresh tokens that say nothing but whose they are."""

import time
from uuid import UUID, uuid4

import pytest
from joserfc.jwk import ECKey

from services.identity.aggregates import RefreshRefused
from services.identity.tokens import AccessTokenIssuer, RefreshToken
from shared.tokens import AccessTokens, TokenRefused, fixed_keys

ISSUER = "https://sysloom.example"
USER, SESSION = uuid4(), uuid4()


@pytest.fixture(scope="module")
def issuer() -> AccessTokenIssuer:
    return AccessTokenIssuer(ECKey.generate_key("P-256"), ISSUER, 600)


async def test_an_access_token_proves_who_calls_for_ten_minutes(issuer: AccessTokenIssuer) -> None:
    token = issuer.issue(user_id=USER, role="auditor", session_id=SESSION)
    caller = await AccessTokens(ISSUER, fixed_keys(issuer.key_set)).verify(token)
    assert (caller.user_id, caller.role) == (USER, "auditor")
    claims = caller.claims
    assert claims.keys() == {"iss", "aud", "sub", "role", "sid", "jti", "iat", "exp"}
    assert (claims["sid"], claims["exp"] - claims["iat"]) == (str(SESSION), 600)
    assert time.time() - 60 < claims["iat"] <= time.time()


async def test_each_access_token_has_an_id_of_its_own(issuer: AccessTokenIssuer) -> None:
    one, other = (issuer.issue(user_id=USER, role="user", session_id=SESSION) for _ in range(2))
    assert one != other


def test_the_key_set_holds_the_public_half_only() -> None:
    key = ECKey.generate_key("P-256", {"kid": "mine", "use": "sig", "key_ops": ["sign"]})
    [public] = AccessTokenIssuer(key, ISSUER, 600).key_set["keys"]
    assert public.keys() == {"kty", "crv", "x", "y", "kid", "use", "alg"}
    assert (public["kid"], public["alg"], public["use"]) == ("mine", "ES256", "sig")


async def test_the_token_of_another_key_is_refused(issuer: AccessTokenIssuer) -> None:
    forger = AccessTokenIssuer(ECKey.generate_key("P-256"), ISSUER, 600)
    with pytest.raises(TokenRefused):
        await AccessTokens(ISSUER, fixed_keys(issuer.key_set)).verify(
            forger.issue(user_id=USER, role="admin", session_id=SESSION)
        )


def test_a_refresh_token_is_read_as_it_was_written() -> None:
    token = RefreshToken.first(SESSION)
    assert RefreshToken.read(token.text()) == token
    assert RefreshToken.read(token.text()).hashes() == token.hashes()


def test_the_following_token_has_the_secret_of_the_session_and_another_of_its_own() -> None:
    token = RefreshToken.first(SESSION)
    following = token.following()
    assert (following.session_id, following.hashes().session) == (SESSION, token.hashes().session)
    assert following.hashes().token != token.hashes().token
    assert RefreshToken.first(SESSION).hashes().session != token.hashes().session


def test_what_is_kept_of_a_refresh_token_does_not_tell_it() -> None:
    token = RefreshToken.first(SESSION)
    kept = token.hashes()
    for secret in (token.session_secret, token.secret):
        assert secret.hex() not in kept.session + kept.token
    assert "secret" not in repr(token)


@pytest.mark.parametrize(
    "text",
    ["", "a", "é", "🔑" * 20, "A" * 85, "A" * 87, "A" * 88, "A" * 500, "." * 86, "\ud800" * 86, str(UUID(int=1))],
)
def test_another_text_is_no_refresh_token(text: str) -> None:
    with pytest.raises(RefreshRefused):
        RefreshToken.read(text)
