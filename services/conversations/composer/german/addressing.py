"""Say who is meant where the person says `ich`: a prompt is read by one who knows nothing of whoever wrote it."""

import re
from collections.abc import Sequence

from services.conversations.composer.german.imperatives import in_one_form
from services.conversations.composer.german.names import called_by_name
from services.conversations.composer.german.telling import named_later, neuter
from services.conversations.composer.layout import pattern

_ONESELF = pattern(r"\b(?:ich|mich|mir|mein(?:e[mnrs]?)?)\b")
_NAMED = "die Person, für die du arbeitest"
_QUOTES = re.compile('[„“"»«]')
_TALKS = pattern(
    r"\b(?:mich|mir)\b|\bich (?:dir |jetzt |dann )?(?:füge?|gebe?|nenne?|sage?|schicke?|schreibe?|stelle?|tippe?)\b|"
    r"\bich [a-zäöüß]+\b[^.!?\n]{0,200}, (?:und )?du [a-zäöüß]+\b"
)
"""Who writes the prompt talks with the assistant."""
_REFERS = pattern(
    r"\b(?:an|ruf\w*|zu|bei|informier\w*|verständig\w*) (?:sofort )?(?:mich|mir)\b|"
    r"\b(?:mich|mir) (?:rufen|melden|anrufen)\b"
)
"""How somebody is sent to who writes the prompt."""
_FIRST = re.compile(
    r"\b(?P<who>[Mm]ich|[Mm]ir)\b|"
    r"\b(?P<own>[Mm]ein)(?P<ending>e[mnr]?)?(?P<thing>(?: [a-zäöüß]+e[nrs]?){0,2} [A-ZÄÖÜ][\w-]*)"
)
_ARTICLES = {"e": "die", "en": "den", "em": "dem", "er": "der"}
_SUPPLIES = pattern(
    r"((?:^|, )[\w-]+(?: [\w-]+){0,3}) (?:liefere?|schicke?|gebe?|lege?|stelle?|reiche?) (?:ich|wir)(?: dir)?"
    r"(?: immer| jeweils| auch)? "
    r"(?:mit|dazu|bei|nach|zur verfügung)(?=[,.;]|$)"
)
"""`Gradtagzahlen liefere ich mit`."""
_STANDS = "\u2060"
"""Stands for the name while all else is turned: no word of a person's."""


def addressed(texts: Sequence[str], asked: str) -> list[str]:
    """Return texts, in the order in which they stand, that name the person instead of speaking for him.

    The first one names him, `Hilf der Person, für die du arbeitest`, later ones say `sie` and `ihr`. Unless who wrote
    what was `asked` surely is the one who talks with the assistant, `mich` and `mein` stay.
    """
    return [
        in_one_form(_SUPPLIES.sub(r"\1 bekommst du dazu", text)) for text in _named(called_by_name(texts, asked), asked)
    ]


def _named(texts: Sequence[str], asked: str) -> Sequence[str]:
    if not _TALKS.search(asked) or _REFERS.search(asked):
        return texts
    named = False
    found: list[str] = []
    for text in texts:
        turned = _named_in(text, named=named) if _ONESELF.search(text) and not _QUOTES.search(text) else ""
        named = named or bool(turned) or _NAMED in text or _NAMED.capitalize() in text
        found.append(turned or text)
    return found


def _named_in(text: str, *, named: bool) -> str:
    if named:
        return named_later(text)
    first = _FIRST.search(text)
    ich = re.search(r"\b[Ii]ch\b", text)
    if ich and (not first or ich.start() < first.start()):
        return named_later(text, named=False)
    name = _name(first) if first else ""
    if not first or not name:
        return ""
    rest = named_later(f"{text[: first.start()]}{_STANDS}{text[first.end() :]}")
    return re.sub(r",(?=[,.;:!?])", "", rest.replace(_STANDS, name)) if rest else ""


def _name(found: re.Match[str]) -> str:
    """Return `der Person, …` for `mir`, `die Fotos der Person, …` for `meine Fotos`; nothing where that is unsure."""
    if found["who"]:
        return f"{'die' if found['who'].lower() == 'mich' else 'der'} {_NAMED[4:]},"
    article = _ARTICLES.get(found["ending"] or "") or ("das" if neuter(found["thing"]) else "")
    return f"{article}{found['thing']} der {_NAMED[4:]}," if article else ""
