"""The public keys by which anybody can verify identity's access tokens."""

import orjson
from fastapi import Response

from services.identity.api.users import IdentityDep
from shared.api.access import Public
from shared.api.routes import Router

router = Router(prefix="", tags=["keys"])


@router.get(
    "/.well-known/jwks.json",
    summary="Read the key set",
    dependencies=[Public],
    responses={200: {"content": {"application/json": {"example": {"keys": [{"kty": "EC", "crv": "P-256"}]}}}}},
)
async def read_key_set(identity: IdentityDep) -> Response:
    """Return the JWK set (RFC 7517) of the keys that sign access tokens."""
    return Response(
        orjson.dumps(identity.issuer.key_set),
        media_type="application/json",
        headers={"Cache-Control": "public, max-age=300"},
    )
