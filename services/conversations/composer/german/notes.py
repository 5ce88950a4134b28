"""Turn notes such as `Termine vorschlagen` and `nichts dazudichten` into the imperative."""

from services.conversations.composer.german.conditions import condition
from services.conversations.composer.german.grammar import is_finite, orders
from services.conversations.composer.german.lexicon import MIDFIELD, NOUNS_TOO, RELATIVES, SUBORDINATORS, word_set
from services.conversations.composer.german.moods import imperative
from services.conversations.composer.german.nouns import names_people
from services.conversations.composer.layout import pattern

ASKS = word_set("was wer wie wann wo warum wieso weshalb welche welcher welches wem wen wozu ich wir")
"""What a question begins with, or words in the first person."""
_RELATIVE = pattern(r"[^\W\d_]\s(?:die|der|das)\s(?:nicht|ich|du|man|wir|mir|auf|in|im|keine?)\s")
"""A clause that hangs on a noun, as those type it who leave out commas: `keine Weine die nicht auf der Karte "
"stehen`."""
_APPOSED = pattern(
    r"((?:(?:also|etwa|sprich|zum beispiel|nicht) [^,;:.!?]{2,60},)?)(?: ?dann )(?=nicht |nur |nie |keine)"
)
"""`wenn ich …, also mit dem Kochen, dann nicht ausreden`."""
_PLURALS = word_set("sind haben werden sollen müssen können dürfen wollen")
_NEGATIONS = word_set("nicht nichts nie niemals niemanden kein keine keinen")


def noted(rest: str) -> str:
    """Turn notes such as `Termine vorschlagen`."""
    if _RELATIVE.search(rest):
        return ""
    if given := condition(rest):
        what = rest[len(given) :].lstrip()
        if apposed := _APPOSED.match(what):
            given, what = f"{given} {apposed[1]}".rstrip(), what[apposed.end() :]
        opening = what.partition(" ")[0].lower()
        held = opening in RELATIVES | SUBORDINATORS or orders(opening)
        surely = not names_people(opening) and not any(map(_is_verb, what.partition(",")[0].split()))
        turned = "" if held else imperative(what) or (imperative(what, surely=True) if surely else "")
        return f"{given} {turned}" if turned else ""
    opening = rest.partition(" ")[0].rstrip(",:")
    if _forbids(rest):
        return imperative(rest, surely=True)
    if opening.lower() in SUBORDINATORS | ASKS | {"um", "du", "er", "sie", "es", "damit", "zum", "ob"}:
        return ""
    if orders(opening) and (opening.islower() or opening.lower() not in NOUNS_TOO):
        return ""
    return imperative(rest)


def _is_verb(word: str) -> bool:
    return word.islower() and (is_finite(word) or word in _PLURALS)


def _forbids(rest: str) -> bool:
    """Tell whether the words forbid something with a verb that need not be known: `nichts dazudichten`."""
    words = rest.rstrip(".!").split()
    if len(words) < 2 or words[0].lower() not in _NEGATIONS or not words[-1].islower() or words[-1] in MIDFIELD:  # noqa: PLR2004 - what is not done, and a verb
        return False
    if not words[-1].endswith(("en", "eln", "ern")) or "," in rest:
        return False
    bare = len(words) == 2 and not words[0].lower().startswith("kein")  # noqa: PLR2004 - what is not done, and a verb
    named = words[-2][:1].isupper() or words[-2] in ("nicht", "nichts", "nie")
    return bare or (named and len(words) > 2)  # noqa: PLR2004 - and of whom or what
