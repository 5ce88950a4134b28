"""What the person said afterwards asks for changes: as a whole, in its parts, or as an order like one of the input."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from services.conversations.composer.language import Change, Language
from services.conversations.composer.languages import LANGUAGES, by_code, language_of
from services.conversations.composer.layout import clean
from services.conversations.composer.model import Part
from services.conversations.composer.overriding import without_taking_back

_JOINTS = re.compile(r"[,;.]\s+(?:(?:and|but|und|aber)\s+)?|\s+(?:and|but|und|aber)\s+", re.IGNORECASE)

_MOST_PARTS = 30  # more are a text, and no feedback
_DOUBTS = re.compile(
    r"(?:h+m+|well|puh|naja|na ja)?[,.… ]*(?:(?:i'm |i am |bin )?(?:not|nicht) (?:so |quite |ganz )?(?:sure|sicher))\b",
    re.IGNORECASE,
)
"""How one begins who does not know yet what is to change."""
_PLEASE = re.compile(r"(?<=\S),? (?:bitte|please|pls)\b(?=[ ,.!]|$)", re.IGNORECASE)


class Heard(NamedTuple):
    """What the person said in the piece of feedback with this number (from 1), and what is to change; if anything."""

    number: int
    text: str
    changes: list[Change]


def heard(feedback: Sequence[str], says: Language) -> list[Heard]:
    """Return what each piece of feedback asks for; empty pieces, and what was taken back, say nothing."""
    done: list[Heard] = []
    for number, piece in enumerate(feedback, 1):
        text = clean(piece).strip()
        changes = _understood(text, says) if text else []
        if any(change.kind == "undo" for change in changes):
            if done:
                done.pop()
        elif text:
            done.append(Heard(number, text, changes))
    return done


def worded_in(changes: Sequence[Heard]) -> Language | None:
    """Return the language that was asked for last."""
    return next(
        filter(None, (by_code(change.language) for piece in reversed(changes) for change in piece.changes)), None
    )


def _understood(text: str, says: Language) -> list[Change]:
    """Return what feedback asks for: as a whole, in its parts, or as an order like those of the input; or nothing."""
    if any(language.about_the_prompt.search(text) for language in LANGUAGES):
        return []
    words = " ".join(text.split())
    if _DOUBTS.match(words):
        return []
    if whole := _change(words, says) or _change(without_taking_back(words), says):
        return [whole]
    parts = [part for part in _JOINTS.split(words) if part.strip()]
    changes = [_change(part, says) for part in parts] if len(parts) <= _MOST_PARTS else []
    if changes and all(changes):
        return [change for change in changes if change]
    language = language_of(words) or says
    if language.ruled(without_taking_back(words)):
        return [Change("add", _PLEASE.sub("", words))]
    wished = language.wish(words, "")
    part = language.place(wished, Part.TASK)
    words = without_taking_back(words)
    tells = part is not Part.TASK or language.order(words, wished) or language.completed(wished, part) != wished
    return [Change("add", _PLEASE.sub("", words))] if tells else []


def _change(text: str, says: Language) -> Change | None:
    languages = sorted(LANGUAGES, key=lambda one: one is not says)
    return next((change for language in languages if (change := language.change(text))), None)
