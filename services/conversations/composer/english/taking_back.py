"""What a person takes back as he writes: `not longer than a page. No wait, it can be longer`."""

import re

from services.conversations.composer.layout import Span, pattern

_TAKES_BACK = pattern(
    r"\s*(?:(?:oh|ah|hm+),? )?(?:no,? wait|wait,? no|scratch that|forget (?:that|it)(?=[.,!]|$)|"
    r"actually,? no(?=[.,!])|"
    r"no,? sorry)[,.!:\s]*"
)
_NO_CLAUSE = pattern(r"(?:the|an?|my|our|his|her)\s")
_ALLOWS = pattern(r"(?:you|it|they) (?:can|may)\b|(?:it's|that's) (?:ok|fine)")
_STOP = re.compile(r"[.!?\n]|$")
_CONTENT = re.compile(r"[a-z]{4,}", re.IGNORECASE)


def after_taking_back(masked: str, whole: Span) -> Span:
    """Return a sentence without the words that take back the one before it."""
    back = _TAKES_BACK.match(masked, *whole)
    return Span(back.end(), whole.end) if back and not _NO_CLAUSE.match(masked, back.end(), whole.end) else whole


def is_taken_back(masked: str, clause: Span, end: int) -> bool:
    """Tell whether what follows takes back a clause: `not longer than a page. No wait, it can be longer.`."""
    back = _TAKES_BACK.match(masked, end)
    if not back or _NO_CLAUSE.match(masked, back.end()):
        return False
    stop = _STOP.search(masked, back.end())
    instead = masked[back.end() : stop.start() if stop else len(masked)]
    shared = {word.casefold() for word in _CONTENT.findall(instead)}.intersection(
        word.casefold() for word in _CONTENT.findall(masked, *clause)
    )
    allows = _ALLOWS.match(instead)
    return not allows or (bool(shared) and not instead.casefold().startswith("you"))
