"""What was said in jest: who says `only joking` takes back what stands before it."""

from functools import lru_cache

from services.conversations.composer.layout import Span, pattern

_WORDS = (
    r"(?:(?:i'm |im |i am |we're )?(?:only |just )?(?:joking|kidding)|j/?k|that was a joke|"
    r"(?:war |das war )?(?:nur |bloß |bloss )?(?:ein |n )?(?:scherz|spaß|spass|witz)|kleiner scherz)"
)
_JEST = pattern(
    rf"\s*(?:(?:a?haha(?:ha)*|lol|hehe|no|nah|sorry|ok|nein|quatsch)[,.! ]+)?{_WORDS}(?: of course| natürlich)?"
    r"(?:[,.!]? (?:lol|haha|hehe))?\s?(?:[,.!…;:)-]|$|\n)[\s.!…;:)-]*"
)
_NAMED = pattern(r"\b(?:joking|kidding|j/?k|joke|scherz|spaß|spass|witz)\b")
_STARTS = pattern(
    r"\s*(?:(?:please|ok|so|bitte)[, ]+)?(?:ignore|forget|disregard|vergiss|vergessen sie|ignorier\w*|missachte)\b"
)
"""How a jest begins that may be long."""
_WITHIN = pattern(rf"[,;:(-] ?(?:haha,? |lol,? |no,? )?{_WORDS}\)?[,;:.!-]?\s+(?=\S)")
_ENDS = pattern(rf"[\s,;:(-](?:haha,? |lol,? |no,? )?{_WORDS}[\s.!…;:)-]*$")
_SENTENCE = pattern(r"[^.!?\n]{0,400}[.!?\n]*\s*")
_MOST_SENTENCES = 8
_FAR_CHARS = 1000


@lru_cache(maxsize=4)  # each sentence of a text asks
def _names_one(masked: str) -> bool:
    return _NAMED.search(masked) is not None


def in_jest(masked: str, whole: Span) -> bool:
    """Tell whether a sentence is one that the next takes back, or part of a jest with which the text begins."""
    if not _names_one(masked) or not _NAMED.search(masked, whole.start, whole.end + _FAR_CHARS):
        return False
    at, is_long = whole.end, _STARTS.match(masked) is not None
    if _ENDS.search(masked, *whole) and _STARTS.match(masked, *whole):
        return bool(masked[whole.end :].strip())
    for _ in range(_MOST_SENTENCES if is_long else 1):
        following = _SENTENCE.match(masked, at)
        if not following or following.end() == at:
            return False
        if jest := _JEST.match(masked, at):
            return bool(masked[jest.end() :].strip())
        at = following.end()
    return False


def after_jest(masked: str, whole: Span) -> Span:
    """Return what is meant of a sentence that begins with a jest: `forget it all, just kidding, be a cook`."""
    found = _WITHIN.search(masked, *whole) if _names_one(masked) and _STARTS.match(masked, *whole) else None
    return Span(found.end(), whole.end) if found else whole
