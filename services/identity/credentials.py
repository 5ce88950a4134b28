"""What a person shows to log in: an e-mail address and a password, how they must look, and how passwords are hashed."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Annotated, TypeVar

from email_validator import validate_email
from pwdlib import PasswordHash
from pwdlib.hashers.bcrypt import BcryptHasher
from pydantic import AfterValidator, Field, SecretStr

from shared.aggregates import Unavailable

T = TypeVar("T")

MAX_EMAIL = 254
_MAX_PASSWORD_BYTES = 72  # bcrypt knows no more of a password


def _normal_email(text: str) -> str:
    """Return the address in its normal form, its domain in lower case; raise ValueError. Nobody is asked over DNS.

    Only `.test` of the reserved domains is let in, because people do try things out.
    """
    return validate_email(text, check_deliverability=False, test_environment=True).normalized


def _hashable(password: SecretStr) -> SecretStr:
    if len(password.get_secret_value().encode()) > _MAX_PASSWORD_BYTES:
        raise ValueError(f"must take at most {_MAX_PASSWORD_BYTES} bytes as UTF-8")
    return password


Email = Annotated[
    str, Field(max_length=MAX_EMAIL, json_schema_extra={"format": "email"}), AfterValidator(_normal_email)
]
"""An e-mail address, as it is stored."""
ShownPassword = Annotated[SecretStr, Field(min_length=1), AfterValidator(_hashable)]
"""A password that somebody shows: what no account can have is refused before it is hashed."""
NewPassword = Annotated[SecretStr, Field(min_length=8), AfterValidator(_hashable)]
"""A password that somebody chooses: at least 8 characters, at most 72 bytes as UTF-8."""


class Passwords:
    """Hashes passwords with bcrypt in a few threads: each takes a good part of a second of one core.

    What more than `queue` callers would wait for is refused with `Unavailable`, so that log-ins in masses cost no
    memory and no answer comes when nobody waits for it any more.
    """

    def __init__(self, cost: int, *, threads: int, queue: int) -> None:
        """Hash with 2 to the power of `cost` rounds."""
        self._hasher = PasswordHash((BcryptHasher(rounds=cost),))
        # any hash of this cost takes as long to compare; this one belongs to no password that anybody knows
        self._dummy = f"$2b${cost:02}$" + "Q" * 21 + "O" + "A" * 31
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="bcrypt")
        self._room = threads + queue

    async def hash(self, password: SecretStr) -> str:
        """Return the hash of a new password."""
        return await self._run(lambda: self._hasher.hash(password.get_secret_value()))

    async def verify(self, password: SecretStr, hashed: str | None) -> bool:
        """Tell whether the password has this hash; without one, take as long to say no."""
        matches = await self._run(lambda: self._hasher.verify(password.get_secret_value(), hashed or self._dummy))
        return matches and hashed is not None

    async def close(self) -> None:
        """Let the threads end when they have done what they are at."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def _run(self, work: Callable[[], T]) -> T:
        if not self._room:
            raise Unavailable("Too many people are logging in at the moment.")
        self._room -= 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        finally:
            self._room += 1
