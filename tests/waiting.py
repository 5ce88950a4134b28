"""Waiting for a condition, which tests do instead of sleeping for luck."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def eventually(check: Callable[[], Awaitable[T]], *, timeout_s: float = 30, pause_s: float = 0.05) -> T:
    """Return the answer of `check` once it is true; raise AssertionError with the last one when time is over."""
    deadline = time.monotonic() + timeout_s
    while not (answer := await check()):
        if time.monotonic() > deadline:
            raise AssertionError(f"after {timeout_s} s it is still {answer!r}")
        await asyncio.sleep(pause_s)
    return answer
