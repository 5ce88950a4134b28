"""What a person is called who only gives his name in brackets: `ihm raten, mich zu holen (Jan)`."""

import re
from collections.abc import Sequence

from services.conversations.composer.layout import pattern

_NAMED = re.compile(r"\b(?:mich|mir)\b[^.!?()\n]{0,80}?\s\(([A-ZÄÖÜ][a-zäöüß]{1,20})\)")
_OWN = pattern(r"\b(?:mein|meine|meinen|meinem|meiner|meines) (?=(?-i:[A-ZÄÖÜ]))")
_ONESELF = pattern(r"\b(?:mich|mir)\b")
_SUBJECT = pattern(r"\bich\b")
_APOSTROPHE = "\u2019"
_QUOTES = re.compile('[„“"»«]')


def called_by_name(texts: Sequence[str], asked: str) -> list[str]:
    """Return texts with the name of the person where one is given: `Jans Opa`, `rate ihm, Jan zu holen`."""
    found = _NAMED.search(asked)
    if not found:
        return list(texts)
    name = found[1]
    own = f"{name}{_APOSTROPHE if name.endswith(('s', 'x', 'z', 'ß')) else 's'} "
    return [text if _SUBJECT.search(text) or _QUOTES.search(text) else _called(text, name, own) for text in texts]


def _called(text: str, name: str, own: str) -> str:
    text = _OWN.sub(own, text)
    return _ONESELF.sub(name, text).replace(f" ({name})", "") if _ONESELF.search(text) else text
