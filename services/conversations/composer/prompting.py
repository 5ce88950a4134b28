"""What the built-in composer answers; loaded by the API alone, since a worker need not hold its words in memory."""

import asyncio
from collections.abc import Mapping
from typing import Any, NamedTuple

from services.conversations.composer.composing import MODEL, compose
from services.conversations.composer.explaining import explanation
from services.conversations.composer.model import JSON

_SHORT = 2 * 1024


class Answer(NamedTuple):
    """A system prompt, the `model_used` for it, and where its sentences came from."""

    text: str
    model: str
    explanation: dict[str, JSON]


async def answer(user_input: str, context: Mapping[str, Any], template: str | None, *, length: int) -> Answer:
    """Return the composer's answer; what is long in all (`length` characters) takes a thread, to hold up nobody."""
    if length <= _SHORT:
        composed = compose(user_input, context, template)
    else:
        composed = await asyncio.to_thread(compose, user_input, context, template)
    return Answer(composed.text, MODEL, explanation(composed))
