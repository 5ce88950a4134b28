"""What a person wishes that somebody did: `das soll mir mal einer beantworten`, `da soll er auf uns verweisen`."""

import re

from services.conversations.composer.german.moods import imperative
from services.conversations.composer.layout import pattern

_FILLED = r"(?:(?:jetzt|mal|bitte|halt|eigentlich|künftig|in zukunft|ab jetzt|dann|nun|endlich)\s)*"
_ONE_SHALL = pattern(
    rf"(?P<what>(?:das|die|den|alle|meine|unsere|diese)\b[^,;:.!?]{{0,80}}?) "
    rf"(?:soll|sollte|muss|müsste|könnte) {_FILLED}(?P<whom>(?:(?:mir|uns)\s)?){_FILLED}"
    rf"(?:einer|jemand|wer|irgendwer|irgendjemand|die ki) {_FILLED}"
    r"(?P<rest>[^;:.!?]{2,200})[.!]?",
    rf"(?:einer|jemand|irgendwer|irgendjemand) (?:soll|sollte|muss|müsste|könnte) {_FILLED}"
    r"(?P<rest_>[^;:.!?]{2,200})[.!]?",
)
_HE_THEN = pattern(
    r"(?:da|dann|dort|dafür|dazu|dabei) (?:soll|sollte|muss|kann) (?:er|sie|es) (?P<rest>[^;:!?]{2,160} "
    r"(?:verweisen|hinweisen|weiterleiten|nachfragen|antworten|schreiben|sagen|fragen|zurückfragen|absagen|nennen|"
    r"weitergeben|abgeben|ausrichten))[.!]?"
)
_UNKNOWN = pattern(
    r"(?P<what>[^,;:.!?]{2,80}) (?:weiß|kennt) (?:er|sie|es)(?P<still>(?: noch| ja| halt)?) nicht,? (?P<then>.{4,200})"
)
_MOST = pattern(
    r"(?P<most>(?:mehr|länger) als [^,;:.!?]{2,60}?) (?:lese?|will|brauche?|schaffe?|vertrage?|verkrafte?|mag|packe?|"
    r"schau|sehe?) (?:ich|wir)(?: mir)? (?:nicht|nie|sowieso nicht|eh nicht)(?: an)?"
    r"(?P<rest>(?: [^,;:.!?]{2,60})?)[.!]?"
)
_ALSO_SO = pattern(
    r"(?P<who>[\w-]+(?: [\w-]+)?) (?P<verb>schreiben|fragen|mailen|reden|sprechen) (?P<how>(?:uns |oft |gern )?"
    r"(?:auf|in) [\w-]+), (?:dann|da) (?:bitte |halt |eben |auch )*"
    r"(?:auch )?so (?:zurück|antworten|zurückschreiben)[.!]?"
)


def by_somebody(words: str) -> str:
    """Return `beantworte das für mich` of `das soll jetzt einer für mich beantworten`; else nothing."""
    if found := _ONE_SHALL.fullmatch(words):
        whom = found["whom"] or ""
        said = found["rest_"] or f"{found['what']} {found['rest']}"
        return imperative(f"{whom}{said}", surely=True)
    if most := _MOST.fullmatch(words):
        return f"schreibe nicht {_lowered(most['most'])}{most['rest']}"
    if so := _ALSO_SO.fullmatch(words):
        return f"wenn {so['who']} {so['how']} {so['verb']}, antworte auch so"
    if unknown := _UNKNOWN.fullmatch(words):
        then = by_somebody(unknown["then"])
        return f"{_lowered(unknown['what'])} kennst du{unknown['still']} nicht, {then}" if then else ""
    found = _HE_THEN.fullmatch(words)
    return imperative(found["rest"], surely=True) if found else ""


def is_one_wish(words: str) -> bool:
    """Tell whether a sentence with commas is one: `freie Plätze weiß er nicht, da soll er auf die Tafel verweisen`."""
    words = " ".join(words.split())
    return bool((_UNKNOWN.fullmatch(words) or _ALSO_SO.fullmatch(words)) and by_somebody(words))


def named_somebody(words: str) -> str:
    """Return `suche jemanden, der mich fragt` of `such wen, der mich fragt`."""
    return _WHOM.sub(r"\1jemanden,\2", words, count=1)


_WHOM = re.compile(
    r"^((?:[Ii]ch |[Ww]ir )?(?:[Ss]uche?n?|[Bb]rauche?n?|[Bb]räucht(?:en?)?|[Hh]ätte? (?:ich )?gerne?|"
    r"[Ww]ill|[Mm]öchte)(?: ich| wir)? "
    r"(?:(?:halt|einfach|nur|mal|gerne?) )*)(?:wen|jemanden|einen|irgendwen),?"
    r"( (?:(?:mit|bei|zu|von|an) )?(?:der|dem|den)\s(?=(?:ich|mich|mir|wir|uns|man)\b))"
)


def _lowered(words: str) -> str:
    first = words.partition(" ")[0].lower()
    return words[:1].lower() + words[1:] if first.endswith(("e", "en", "r")) else words
