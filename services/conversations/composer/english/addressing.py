"""Say `the user` where the person says `I`: a prompt is read by one who knows nothing of whoever wrote it."""

import re
from collections.abc import Iterator, Sequence

from services.conversations.composer.english.naming import with_names
from services.conversations.composer.english.surroundings import people
from services.conversations.composer.english.telling import PERSON, inflected, is_adverb, taken_apart
from services.conversations.composer.layout import pattern

_TOKEN = re.compile(r"\"[^\"\n]*\"|“[^“”\n]*”|'[^'\n]+'(?!\w)|[\w'\u2019-]+|[^\w\s]|\s+")
_ONESELF = pattern(r"\b(?:me|my|mine|myself|im|ive)\b|\bi\b(?!\.\w)")
_ASKS_ONESELF = pattern(r"\b(?:am|was|do|have) i\b|\b(?:part|war|chapter|type|level|phase) i\b|\b(?:and|or) i\b")
_TURN = pattern(r"\bThe users? [^;\n]{3,200}; ")
"""Whose turn it is, where the composer has named who writes the prompt."""
_YOU_AND_I = pattern(r"\b(you and) i\b")
_SERVES = pattern(
    r"\b(?:applicants?|buyers?|callers?|clients?|customers?|guests?(?! (?:ales?|beers?|beds?|rooms?|lists?|books?|"
    r"houses?|speakers?|towels?)\b)|members|parents|"
    r"colleagues|crew|employees|staff|passengers?|patients?|pupils|readers|shoppers?|students|"
    r"tenants?|users?|visitors?)\b"
)
"""Others than who writes the prompt, so that its user may be one of them."""
_RUNS = pattern(
    r"\b(?:my|our) (?:[\w-]+ ){0,2}(?:agency|airline|b&b|bakery|bank|bar|bot|business|cafe|café|charity|chatbot|"
    r"clinic|club|"
    r"company|farm|firm|garage|guesthouse|gym|hostel|hotel|library|museum|office|practice|pub|restaurant|salon|school|"
    r"shop|site|store|studio|webshop|website|workshop)\b|\b(?:support|help ?desk|chatbot|hotline|reception)\b"
)
"""What has customers of its own."""
_REFERS = pattern(
    r"\b(?:to|call|contact|notify|inform|ask|warn|alert|mail|ring) me\b(?! (?:before|first|if you|when you)\b)|"
    r"\bhand (?:it |them )?over\b"
)
"""How one of them is sent to who writes the prompt."""
_TALKS = pattern(
    r"\b(?:me|myself)\b|\bi(?:'ll)? (?:\w+ly |will |can |just )?(?:ask|call|dictate|give|name|paste|say|send|show|tell|"
    r"type|upload|write|meet|report to|chat with|check in with|talk to|confide in|practi[sc]e with)\b|\bask(?:s|"
    r"ing)? (?:what|if|whether|how|when|where|which|why) i\b"
)
"""Who writes the prompt talks with the assistant, and is its user."""
_MODALS = frozenset({"can", "could", "may", "might", "must", "shall", "should", "will", "would", "did"})
_USER, _PLAYER = "the user", "the player"
_PLAYS = pattern(
    r"\b(?:be|you are|you're|play|act as) (?:the |my |an? |our )(?:(?:game|dungeon) ?master|[\w-]+ (?:in|of|"
    r"for) (?:an?|the|my|our|"
    r"this) (?:[\w-]+ ){0,3}(?:game|contest|duel|adventure|campaign|quest|role-?play|tournament))\b"
)
_LATER = {"me": "them", "my": "their", "mine": "theirs", "myself": "themselves"}


def addressed(texts: Sequence[str], asked: str) -> list[str]:
    """Return texts that name the person instead of speaking for him: `Tell the user …` of `Tell me …`.

    Who wrote what was `asked` is its user, unless others are: then who says `I` is the person that it works for, and
    `me` and `my` stay.
    """
    first, *others = texts or [""]
    texts = [with_names(first, asked), *others] if texts else []
    if not any(_ONESELF.search(text) or PERSON in text.casefold() for text in texts):
        return list(texts)
    asked = _TURN.sub("", asked)
    serves = _SERVES.search(asked) or _RUNS.search(asked) or people(asked)
    is_user = (_TALKS.search(asked) or not serves) and not (_SERVES.search(asked) and _REFERS.search(asked))
    name = _PLAYER if _PLAYS.search(asked) else _USER if is_user else PERSON
    return [_addressed(text, name) for text in texts]


def _addressed(text: str, name: str) -> str:
    if name != PERSON:
        text = text.replace(PERSON, name).replace(PERSON.capitalize(), name.capitalize())
    text = _YOU_AND_I.sub(rf"\g<1> {name}", text)
    if not _ONESELF.search(text) or _ASKS_ONESELF.search(text):
        return text
    pieces = [part for token in _TOKEN.finditer(text) for part in taken_apart(token[0].replace("\u2019", "'"))]
    said = "".join(_Speaker(pieces, name).said())
    return said[0].upper() + said[1:] if text[0].isupper() else said


class _Speaker:
    """Says one sentence, a piece at a time."""

    def __init__(self, pieces: list[str], name: str) -> None:
        self._pieces = pieces
        self._name = name
        self._named = name in "".join(pieces).casefold()
        self._is_singular = False
        self._before = ""

    def said(self) -> Iterator[str]:
        """Yield what is said instead of each piece."""
        verb_follows = False
        for piece in self._pieces:
            lower = piece.casefold()
            if lower == "i":
                yield "they" if self._named else self._name
                verb_follows, self._is_singular = self._before not in _MODALS, not self._named
                self._named = True
            elif verb_follows and lower.strip() and not is_adverb(lower):
                yield inflected(lower, is_singular=self._is_singular) if piece[0].isalpha() else piece
                verb_follows = False
            else:
                yield self._of_the_person(lower) or piece
            self._before = lower.strip() or self._before

    def _of_the_person(self, lower: str) -> str:
        """Return `them` and `their`, or first whose they are."""
        if lower not in _LATER or (self._name == PERSON and not self._named):
            return ""
        if self._named or lower in ("mine", "myself"):
            return _LATER[lower]
        self._named = True
        return self._name if lower == "me" else f"{self._name}'s"
