"""Where belongs what was said afterwards, and what it asks for: as an order, as a rule, or as a thing to include."""

import re

from services.conversations.composer.language import Language
from services.conversations.composer.model import Part
from services.conversations.composer.overriding import without_taking_back

_A_THING = 6
"""So many words at most are a thing to be included rather than a sentence."""
_ITS_CASE = re.compile(r"\s(?:if|when|where|unless|because|falls|wenn|wo|weil)\s|,\s", re.IGNORECASE)
_CASE = re.compile(
    r",? (?:if|when|whenever|where|unless|because|falls|sobald|wenn|wo|weil|sofern|damit)\s|"
    r", (?:die|der|das|dem|den|which)\s",
    re.IGNORECASE,
)
_WRITES = re.compile(r"(?i:schreibe?|setze?|ergänze|write|put|add|append) [^\n]{0,200}(?:\b[A-ZÄÖÜ]{3,}\b|[\"„“']\w)")
"""What tells to write certain words: `Write URGENT beside it`."""


def added(words: str, where: Part | None, language: Language, *, has_a_task: bool) -> tuple[Part, str]:
    """Return the part to which words belong that were said afterwards, and what they ask for."""
    if not where and (ruled := language.ruled(without_taking_back(words))):
        return ruled
    wished = language.wish(words, "")
    part = where or language.place(wished, Part.TASK)
    done = language.completed(wished, part)
    if part is Part.TASK and language.order(words, wished):
        part = Part.HOW if has_a_task else part
    elif part is Part.TASK and done != wished:
        part = Part.HOW
    elif part is Part.TASK and len(_ITS_CASE.split(wished, maxsplit=1)[0].split()) <= _A_THING:
        part, done = Part.HOW, _framed(language.stock.include, wished)
    if part is Part.HOW and _WRITES.match(done):
        part = Part.OUTPUT
    return part, done


def _framed(frame: str, words: str) -> str:
    """Return `Nimm Einwände auf, wenn sie zählen`: a frame closes behind the thing, before its case."""
    case = _CASE.search(words)
    if not case or not case.start():
        return frame.format(words)
    comma = "," if words[case.start()] == " " and not frame.endswith("{}") else ""
    return frame.format(words[: case.start()]) + comma + words[case.start() :]
