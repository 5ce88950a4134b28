"""What was said later counts: who takes back a wish says the contrary of it, or something else about the same thing."""

import re
from collections.abc import Iterable

from services.conversations.composer.editing import ARTICLES, NEGATIVE, words_of
from services.conversations.composer.layout import pattern
from services.conversations.composer.model import Part, Sentence, Source

_GENERIC = words_of(
    "no not never avoid don't do always use include add give make mention put say show take any nothing without please "
    "leave keep let stop at all ever again whatsoever actually only just about of in for them they it as is are "
    "fine ok okay allowed erlaubt "
    "nie niemals kein keine keinen nicht immer verwende nutze gib nenne mach vermeide verzichte auf ohne bitte "
    "lass erwähne gar überhaupt doch eigentlich nur über sie es so wie"
)
"""What does not tell of what somebody speaks."""
_TAKES_BACK = pattern(
    r"(?:(?:well|oh|ah|hm+|ok(?:ay)?|no|sorry|wait|ach|nein|moment|halt),? )*"
    r"(?:(?:no|nein|rather|better)(?=,)|actually|on second thoughts?|scratch that|changed my mind|"
    r"doch|eigentlich|lieber|stattdessen)\b[,:]? (?:(?:doch|lieber|bitte|please)\b[,:]? )*"
)
"""How one begins who has said otherwise before."""
_POLITE = pattern(r"(?:bitte|please),? ")
_AT_THE_END = pattern(r",? (?:instead|after all|please|bitte|stattdessen)$")
_LABELLED = re.compile(r"(?P<label>[\w-]+(?: [\w-]+)?: [\w-]+) ")
"""What is to be said of something, by its beginning: `Dogs: say they are free`."""
_KEEPS = pattern(r"(?:leave|keep|let|lass|lasse|behalte) ")
_ASIDE = re.compile(
    r"[,;:.]\s|\s(?:only )?(?:if|when|unless|because|since|where|nur wenn|wenn|falls|weil)\s", re.IGNORECASE
)
_MANNER = pattern(
    r"(?:write|schreibe) (?:(?:everything|alles) )?"
    r"(?P<of>in (?:the )?[\w-]+ (?:tense|person|voice)|im [\w-]+|in der [\w-]+)\b"
)
"""What can be so in one way only, though it has no slot: the tense, the person."""


def about(one: Sentence) -> frozenset[str]:
    """Return the words by which a sentence is known to speak of a thing."""
    return _content(one.text)


def without_taking_back(text: str) -> str:
    """Return feedback without the words that tell that it takes something back, or ask for it."""
    back = _TAKES_BACK.match(text) or _POLITE.match(text)
    return _AT_THE_END.sub("", text[back.end() :] if back and back.end() < len(text) else text)


def overridden(said: Iterable[Sentence], new: Sentence, text: str) -> list[Sentence]:
    """Return what of feedback gives way to a new sentence, said in these words."""
    takes_back = _TAKES_BACK.match(text) is not None
    return [one for one in said if _is_earlier(one, new) and _gives_way(one, new, takes_back=takes_back)]


def _is_earlier(one: Sentence, new: Sentence) -> bool:
    earlier = one.origin.source is Source.FEEDBACK and one.origin.number != new.origin.number
    return earlier and not one.slots & new.slots and not one.apart and one.part not in (Part.TASK, Part.ROLE)


def _gives_way(one: Sentence, new: Sentence, *, takes_back: bool) -> bool:
    manner, other = _MANNER.match(new.text), _MANNER.match(one.text)
    if manner and other:
        return _kind(manner["of"]) == _kind(other["of"])
    label, other = _LABELLED.match(new.text), _LABELLED.match(one.text)
    if label and other and label["label"].casefold() == other["label"].casefold():
        return True
    mine, theirs = _main(new.text), _main(one.text)
    wanted, there = _content(mine), _content(theirs)
    if wanted and wanted == there:
        return (
            takes_back or bool(NEGATIVE.search(mine)) is not bool(NEGATIVE.search(theirs)) or bool(_KEEPS.match(mine))
        )
    return takes_back and bool(wanted & there) and len(wanted - there) <= 1 and len(there - wanted) <= 1


def _kind(manner: str) -> str:
    """Return what a manner is a choice of: `tense` of `in the past tense`, `im` of `im Präsens`."""
    words = manner.casefold().split()
    return words[-1] if words[-1] in ("tense", "person", "voice") else words[0]


def _main(text: str) -> str:
    """Return what stands before a reason, a case, or what is to be done."""
    return _ASIDE.split(re.sub(r"n['\u2019]t\b", " not", text), maxsplit=1)[0]


def _content(text: str) -> frozenset[str]:
    return words_of(re.sub(r"n['\u2019]t\b", " not", text)) - _GENERIC - ARTICLES
