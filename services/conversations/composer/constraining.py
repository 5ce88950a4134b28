"""Where a rule of the context belongs, and what it asks for: what tells to do something is no limit."""

import re

from services.conversations.composer.language import Language
from services.conversations.composer.languages import language_of
from services.conversations.composer.layout import pattern, sentence
from services.conversations.composer.model import Origin, Part, Sentence

_EXCLUDES = pattern(
    r"\b(?:not?|never|nothing|nobody|none|only|without|cannot|unless|except|keine?[nmrs]?|nicht|nichts|nie|niemals|"
    r"niemand|nur|ohne|außer|(?:is|are|was|were|do|does|did|ca|wo|must|should|would|could|has|have)n't)\b"
)
"""What makes a rule a limit."""
_FIELD = re.compile(r"[\"'][^\"'\n]{1,60}[\"']: ?(?:[\"'][^\"'\n]{0,60}[\"']|[\w.-]{1,60})")
_STANDS_FOR_IT = "Feld0"
"""A name for a `"key": value`, whose colon would part what belongs together."""


def constraint(text: str, origin: Origin, says: Language) -> Sentence:
    """Return a rule of the context as a sentence of the part where it belongs."""
    field = _FIELD.search(text)
    note = text.replace(field[0], _STANDS_FOR_IT, 1) if field else text
    part, said = _understood(note, language_of(text) or says)
    return Sentence(part, sentence(said.replace(_STANDS_FOR_IT, field[0], 1) if field else said), origin)


def _understood(text: str, language: Language) -> tuple[Part, str]:
    if ruled := language.ruled(text):
        return ruled
    wished = language.wish(language.determined(text), "")
    part = language.place(wished, Part.LIMITS)
    if part in (Part.TASK, Part.ROLE, Part.EXAMPLES):
        limits = not language.order(text, wished) and _EXCLUDES.search(wished)
        part = Part.LIMITS if limits else Part.HOW
    return part, language.completed(wished, part)
