"""The public keys by which anybody can verify identity's access tokens."""

from fastapi import Response
from pydantic import BaseModel, Field

from services.identity.api.users import IdentityDep
from shared.api.access import Public
from shared.api.routes import Router

router = Router(prefix="", tags=["keys"])


class KeyBody(BaseModel):
    kid: str = Field(description="The `kid` in the header of the tokens that it signed.")
    kty: str = Field(examples=["EC"])
    crv: str = Field(examples=["P-256"])
    x: str
    y: str
    use: str = Field(examples=["sig"])
    alg: str = Field(examples=["ES256"])


class KeySetBody(BaseModel):
    keys: list[KeyBody]


@router.get("/.well-known/jwks.json", summary="Read the key set", dependencies=[Public], response_model=KeySetBody)
async def read_key_set(identity: IdentityDep) -> Response:
    """Return the keys that sign access tokens, as JWK set (RFC 7517)."""
    return Response(
        KeySetBody.model_validate(identity.issuer.key_set).model_dump_json(),
        media_type="application/json",
        headers={"Cache-Control": "public, max-age=300"},
    )
