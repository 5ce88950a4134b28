"""Who calls: a person by an access token, or at `/internal/<service>/…` a service by a token of its own."""

from shared.api.access import Connection
from shared.tokens import AccessTokens, InternalTokens, TokenRefused

_BEARER = b"bearer "


class Authentication:
    """Reads the Authorization header of one service's requests."""

    def __init__(self, service: str, access_tokens: AccessTokens, internal_tokens: InternalTokens) -> None:
        """Take what verifies both kinds of tokens."""
        self._internal_path = f"/internal/{service}/"
        self._access_tokens = access_tokens
        self._internal_tokens = internal_tokens

    async def identify(self, connection: Connection, authorization: bytes, path: str) -> None:
        """Note on the connection who calls, or why the token proves nothing: only routes that need one refuse it."""
        connection.token_shown = True
        if authorization[: len(_BEARER)].lower() != _BEARER:
            connection.refused = "Authorization must be Bearer and an access token."
            return
        token = authorization[len(_BEARER) :].strip().decode("latin-1")
        context = connection.context
        try:
            if path.startswith(self._internal_path):
                connection.peer = self._internal_tokens.verify(token)
                context.actor = f"service:{connection.peer}"
                return
            caller = self._access_tokens.remembered(token) or await self._access_tokens.verify(token)
        except TokenRefused as refused:
            connection.refused = f"The access token was refused: {refused}."
            return
        connection.caller = caller
        context.actor = f"user:{caller.user_id}"
        context.user_id = caller.user_id
        context.role = caller.role
