"""Turn what people ask or describe, rather than order: `Ist das Spam?`, `etwas, das Code prüft`."""

from services.conversations.composer.german.moods import imperative_of_clause
from services.conversations.composer.german.wanting import WANTING
from services.conversations.composer.layout import pattern

_YES_OR_NO = pattern(
    r"(ist|sind|hat|haben|enthält|enthalten|passt|gehört|klingt|stimmt|wirkt)\s((?:der|die|das|dieser?|dieses|meine?|"
    r"unsere?|"
    r"eine?|es)\s[^?]{2,200}?|das|es)( oder nicht)?\?"
)
_WANTED_BE = pattern(
    r"(?:ich|wir) (?:möchten?|will|wollen|hätten? gerne?),? dass ((?:die|der|das|alle|"
    r"jede[rs]?) [\w-]+) ([^,;:.!?]{2,120}) (ist|sind)[.!]?"
)
_MAY_IT_BE = pattern(r"(kann|könnte|darf|soll) (es|das|die antwort|das ergebnis) ((?:auch )?eine? [^?]{2,80}) sein\?")
_SOMETHING = pattern(
    rf"(?:{WANTING}|(?:brauche?|suche?|möchte|will|hätte gerne?|gesucht(?: wird)?:?)\s+)?(?:etwas|was|"
    rf"irgendwas),? das\s+"
    r"(?=\S)"
)
_SUPPLIED = pattern(r"ich (?:gebe?|schicke?|sende|liefere?|kopiere?) (?:dir|euch)\s+(?=\S)([^,;:.!?]{3,120})[.!]?")
_MOVED = pattern(r".*\b(?:ein|rein|hinein|weiter|zu|ab|vor|mit|hier|unten|gleich)$")
_ABOUT = pattern(r"es (?:geht|handelt sich|dreht sich) (?:\w+ )?um\b|es (?:gibt|sind|kommen|ist)\b")
_BECOMES = pattern(r"es (?:soll|sollte|wird) [^,;:.!?]{2,120} werden[.!]?$|das (?:sollen|sollte|soll|wird) ")

_ASK_IN_WORDS = pattern(
    r"(?!ich\b|wir\b)[^:.!?\n]{1,80}\b(?:fragen?|fragt|wollen (?:[a-zäöü]+ )?wissen|schreiben|rufen|sagen)\b"
    r"[^:.!?\n]{0,40}:(?=\s)"
)
"""`Die Sänger fragen ständig: …`."""


def asked(rest: str) -> str:
    """Turn `Ist das Spam?`, `etwas, das Code prüft` and `ich möchte, dass die Antworten kurz sind`."""
    if found := _YES_OR_NO.fullmatch(rest):
        return f"entscheide, ob {found[2]} {found[1].lower()}{found[3] or ''}"
    if found := _MAY_IT_BE.fullmatch(rest):
        return f"{found[2].lower()} {found[1].lower()} {found[3]} sein"
    if found := _WANTED_BE.fullmatch(rest):
        return f"{found[1]} {'soll' if found[3].lower() == 'ist' else 'sollen'} {found[2]} sein"
    if found := _SOMETHING.match(rest):
        return imperative_of_clause(rest[found.end() :], second=False)
    if (found := _SUPPLIED.fullmatch(rest)) and not _MOVED.match(found[1]):
        return f"du bekommst {found[1]}"
    return ""


def is_asked(words: str) -> bool:
    """Tell whether words say what others ask: `Die Leser fragen: Wann habt ihr offen?`."""
    return _ASK_IN_WORDS.match(words) is not None


def without_asked(words: str) -> str:
    """Return words without what others ask, in which `ich` is nobody of whom is told: `Sie fragen: Was kostet …`."""
    found = _ASK_IN_WORDS.match(words)
    return words[: found.end()] if found else words


def is_about_things(rest: str) -> bool:
    """Tell whether `es` is no assistant: `es geht um eine Stelle`, `es soll ein Buch werden`."""
    return _ABOUT.match(rest) is not None or _BECOMES.match(rest) is not None
