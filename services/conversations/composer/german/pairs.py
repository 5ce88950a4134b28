"""What stands on both sides of a German comma or `und`: two notes of different kinds, or what belongs together."""

import re

from services.conversations.composer.german.grammar import is_finite, orders
from services.conversations.composer.german.joints import AMOUNT, BANS
from services.conversations.composer.german.lexicon import word_set
from services.conversations.composer.german.members import (
    BOUNDED,
    LATER,
    describes,
    has_its_object,
    is_verb,
    without_tail,
)
from services.conversations.composer.german.nouns import is_agent, is_assistant
from services.conversations.composer.german.toning import is_tone
from services.conversations.composer.german.turns import is_one_turn
from services.conversations.composer.layout import pattern

_TELLING = word_set(
    "nennen verraten geben angeben weitergeben ausgeben verwenden benutzen nutzen erwähnen erfinden machen stellen "
    "zeigen schreiben sagen einbauen einsetzen speichern veröffentlichen empfehlen vorschlagen"
)
"""Verbs of which a whole list is the object: `keine Namen, Adressen nennen`."""
_FOREMOST = pattern(r"(?:das|die) (?:wichtigsten?|nötigste)\b")
_QUOTED = re.compile(r"kein[en]* [„\"“»]")
_SIZED = pattern(
    r"(?:nie|niemals|nicht) (?:mehr|länger|kürzer) als\s\S+(?:\s\S+){0,4}$|nicht (?:zu|allzu|so|ganz so) [a-zäöüß]+$"
)
_ALWAYS = pattern(r"(?:immer|stets|jeweils|jedes mal) (?:mit|auf|in|als) ")
_TONED = pattern(r"(?:ton|tonfall|stil):? [a-zäöüß]+(?:,|\s(?:und|aber)\s|$)")
_SET = pattern(r"[\w-]+ (?:immer )?(?:fett|kursiv|groß|klein)")
_LIKE = pattern(
    r"(?:[\w-]+ ){1,3}(?:in (?:euro|gramm|kilo|metern?|prozent|stunden|minuten|ml|liter|cm)|wie (?:im|in|bei|auf|beim) "
    r"(?:[\w-]+ )?[\w-]+|als (?:tabelle|liste|json|csv))"
)
"""`Mengen in Gramm`, `Reihenfolge wie im Video`."""
_HE = pattern(r"(?:mein|unser|sein|ihr|der|die|das|meine|unsere)\s+(?:[a-zäöüß]+\s)?([\w-]+)\s")
_ELIDED = pattern(r"(?:soll|sollte|muss|darf)\s")
_OF_ONESELF = pattern(r"(?:kenne|hab|habe|bin|weiß)\s(?!geduld|verständnis|mut|nachsicht|acht)")
_WITH_CLAUSE = pattern(r"[\w-]+(?: [\w-]+){0,4}, (?:der|die|das|den|dem|denen|deren|welche[rs]?) [^,]{2,120}$")


def are_notes(before: str, after: str) -> bool:
    """Tell whether a comma parts two notes: `maximal 200 Wörter, freundlich`, `keine Klammern, Zahlen ausschreiben`."""
    said = without_tail(before.strip())
    next_ = re.split(r"[,;]\s|[.!?](?:\s|$)", after, maxsplit=1)[0].strip()
    next_ = without_tail(next_)
    is_ban = BANS.match(said) is not None
    is_amount = AMOUNT.match(said) is not None or _SIZED.match(said) is not None
    ends_in_verb = is_verb(last_word(said))
    quoted = _QUOTED.match(next_) is not None
    if is_tone(next_):
        last = said.rsplit(maxsplit=1)[-1]
        # brackets are masked
        is_thing = last[:1].isupper() or set(last) == {"x"}
        return is_ban or is_amount or ends_in_verb or (is_thing and len(said.split()) > 1)
    return (
        _TONED.match(next_) is not None
        or (_ALWAYS.match(next_) is not None and (is_ban or is_amount or ends_in_verb))
        or (_SET.fullmatch(next_) is not None and ends_in_verb)
        or (_LIKE.fullmatch(said) is not None and (next_[:1].isupper() or _ALWAYS.match(next_) is not None))
        or (is_amount and (quoted or _FOREMOST.match(next_) is not None))
        or (quoted and not is_verb(last_word(next_)))
        or ((is_amount or ends_in_verb or is_tone(said)) and LATER.match(next_) is not None)
        or (is_ban and (describes(next_) or BOUNDED.match(next_) is not None))
        or (not ends_in_verb and _is_apart(said, next_, is_ban=is_ban, is_amount=is_amount))
    )


def _is_apart(said: str, next_: str, *, is_ban: bool, is_amount: bool) -> bool:
    """Tell whether a verb has no object but its own: `Zahlen ausschreiben` after `keine Klammern`."""
    if not has_its_object(next_, small=(said + next_).islower()):
        return False
    # `Beschlüsse fett schreiben`
    has_manner = next_.split()[-2][:1].islower()
    return is_amount or orders(first_word(said)) or (is_ban and (has_manner or last_word(next_) not in _TELLING))


def is_tone_after(before: str, after: str) -> bool:
    """Tell whether only a tone follows a clause: `der darauf antwortet, freundlich und kurz`."""
    return is_finite(last_word(before)) and is_tone(after.strip().rstrip(".!"))


def belong_together(before: str, joint: str, after: str) -> bool:
    """Tell whether what follows is said of whom one speaks already, or goes on with a noun and its clause."""
    if is_one_turn(f"{before.lstrip()}{joint}{after.rstrip()}"):
        return True
    if ("und" in joint and _OF_ONESELF.match(after)) or (": " in before and after.rstrip().endswith("?")):
        return True
    if "bitte" in joint and "," in joint and _WITH_CLAUSE.match(before.strip()):
        verb = re.split(r"\s(?:statt|und|oder)\s|[,.!?]", after, maxsplit=1)[0].rsplit(maxsplit=1)[-1:]
        return bool(verb) and is_verb(verb[0])
    he = _HE.match(before.lstrip()) if "," not in joint and _ELIDED.match(after) else None
    return he is not None and not is_agent(he[1]) and not is_assistant(he[1])


def first_word(words: str) -> str:
    """Return the first word in lower case; nothing where there is none."""
    return words.split(maxsplit=1)[0].lower() if words.strip() else ""


def last_word(words: str) -> str:
    """Return the last word in lower case; nothing where there is none."""
    return words.rsplit(maxsplit=1)[-1].lower() if words.strip() else ""
