"""Who calls a baseline: the check and the cache of access tokens that Sysloom itself uses."""

import os
from typing import Annotated

import orjson
from fastapi import Depends, HTTPException, Request

from shared.tokens import AccessTokens, Caller, TokenRefused, fixed_keys

_tokens = AccessTokens(os.environ["BASELINE_ISSUER"], fixed_keys(orjson.loads(os.environ["BASELINE_KEY_SET"])))


async def _caller(request: Request) -> Caller:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        raise HTTPException(401)
    try:
        return _tokens.remembered(token) or await _tokens.verify(token)
    except TokenRefused as refused:
        raise HTTPException(401) from refused


CallerDep = Annotated[Caller, Depends(_caller)]
