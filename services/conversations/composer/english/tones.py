"""How English says a tone: `Keep your tone calm, with plain words and no jokes` of `calm, plain words, no jokes`."""

import re

from services.conversations.composer.english.lexicon import DETERMINERS, OBJECTS, VERBS
from services.conversations.composer.layout import pattern, word_set

_PIECES = re.compile(r"\s*[,;]\s*(?:and )?")
_DEGREE = (
    r"(?:very|rather|quite|slightly|a bit|a little|a touch|a tad|somewhat|fairly|mostly|always|pretty|too|as|more|less|"
    r"not|never)"
)
_MANNER = pattern(
    rf"(?:but )?(?:{_DEGREE} )*(?:[a-z]+ly )?[a-z][\w-]*"
    rf"(?:(?:,? and |,? but |,? yet | or )(?:{_DEGREE} )*[a-z][\w-]*){{0,3}}"
    r"(?: (?:to|with|like|as|without|in|for|towards?|when|where|about|enough)\b.+)?"
)
_AND_MORE = pattern(r"\S+ (?:to|with|like|as|but|and|yet|or)\b")
_ORDERS = pattern(r"(?:never|always|do not|don't|avoid)\s+(?=\S+ \S)")
_NEVER_SO = pattern(r"never (\w+)")
_WITH = pattern(r"(?:with|without) ")
_LIKE = pattern(r"(?:like|as if|as though|as in|as for) ")
_AN = pattern(r"(?:an?|the) (?!bit\b|little\b|tad\b|touch (?!of\b))")
_NOUNS = word_set(
    """
    candor candour charm clarity courage dignity empathy enthusiasm honesty humility humor humour irony kindness
    modesty patience pathos respect sarcasm sympathy tact understatement warmth wit
    """
)
_THINGS = re.compile(r".*\b(?:words|language|sentences|humou?r|wit|irony|terms|phrases|understatement|manners)")
_VOICE = re.compile(r".*\b(?:tone|voice|style|manner)", re.IGNORECASE)


_BUT = re.compile(
    r"(?P<so>[a-z][\w -]{2,60}),? (?P<but>but (?:it|they|you|that|the|everything|nothing|people|what) [^\n]{5,})",
    re.IGNORECASE,
)
"""What is to be so all the same: `warm, but it must say what is missing`."""


def tone(text: str) -> str:
    """Say a tone."""
    if clause := _BUT.fullmatch(text.strip(" ,;")):
        return f"{tone(clause['so'])}, {clause['but']}"
    manners: list[str] = []
    things: list[str] = []
    orders: list[str] = []
    for piece in _PIECES.split(text.strip(" ,;")):
        if _is_order(piece):
            orders.append(piece)
        elif _WITH.match(piece):
            things.append(piece)
        elif piece[:3].casefold() == "no " or _names_a_thing(piece):
            things.append(f"with {piece}")
        elif things and (never := _NEVER_SO.fullmatch(piece)):
            orders.append(f"never be {never[1]}")
        elif things or orders or _LIKE.match(piece) or _AN.match(piece) or not _MANNER.fullmatch(piece):
            return _otherwise(text)
        else:
            manners.append(piece if piece[:2].isupper() else piece[0].lower() + piece[1:])
    return _said(manners, things, orders)


def _said(manners: list[str], things: list[str], orders: list[str]) -> str:
    with_things = _joined([things[0], *(thing.removeprefix("with ") for thing in things[1:])]) if things else ""
    if manners:
        goes_on = manners[-1].partition(" ")[0] in ("not", "never", "but")
        manner = ", ".join(manners) if goes_on else _joined(manners)
        said = f"Keep your tone {manner.replace(', but ', ' but ')}" + (f", {with_things}" if things else "")
    else:
        said = f"Write {with_things}" if things else ""
    ordered = _joined(orders)
    return f"{said}, and {ordered}" if said and orders else said or ordered


def _is_order(piece: str) -> bool:
    opening, _, rest = piece.casefold().partition(" ")
    return bool(_ORDERS.match(piece)) or (opening in VERBS and rest.partition(" ")[0] in OBJECTS | DETERMINERS)


def _names_a_thing(piece: str) -> bool:
    words = piece.casefold().split()
    described = _AN.match(piece) or _AND_MORE.match(piece)
    return not described and (words[-1] in _NOUNS or (len(words) > 1 and bool(_THINGS.fullmatch(piece.casefold()))))


def _otherwise(text: str) -> str:
    """Say a tone that is a comparison, or whatever it is."""
    if _LIKE.match(text):
        return f"Write {text}"
    if _AN.match(text):
        how = "in" if _VOICE.fullmatch(text) else "with" if " of " in text else "like"
        return f"Write {how} {text}"
    return f"Write in this tone: {text}"


def _joined(texts: list[str]) -> str:
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} and {texts[-1]}" if texts else ""
