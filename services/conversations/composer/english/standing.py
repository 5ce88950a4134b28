"""How things stand, noted without a verb: `neighbour away all of June`, `40 pots still to fill`."""

import re
from functools import lru_cache

from services.conversations.composer.english.grammar import THIRD
from services.conversations.composer.english.lexicon import ALSO_NOUNS, DETERMINERS, NO_OBJECT, OBJECTS, VERBS
from services.conversations.composer.layout import Span, pattern, word_set

_NUMBER = (
    r"(?:(?:about |around |only |roughly )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|several|"
    r"some|many|a few|half))"
)
_STILL_TO = pattern(
    rf"(?P<thing>(?:{_NUMBER} )?(?:[\w-]+ ){{0,2}}?[\w-]+) (?P<still>still|yet|"
    rf"left) to (?P<do>(?!be\b)[a-z-]+(?: [^,;:.!?]{{1,60}})?)"
)
_STATE = (
    r"(?:away|ill|sick|gone|broken|missing|abroad|pregnant|unavailable|retired|asleep|injured|(?:on|off) (?:holiday|"
    r"leave|"
    r"vacation|duty|work|sick)|in hospital|at (?:school|work|sea)|sold out|allergic to [\w -]{3,40}|(?:half|already|"
    r"not yet|still|almost|nearly|"
    r"partly) (?:[a-z]+ed|done|dug|sown|built|sold|sent|written|dry|wet|open|closed|free|empty|full|green|unpaid|away)|"
    r"(?:fully )?booked|(?:free|closed|open|busy)(?= (?:on|from|until|till|all|every|in|this|next|at)\b))"
)
_STANDS = pattern(
    rf"(?P<thing>(?:{_NUMBER} )?(?:['\w-]+ ){{0,3}}?[\w-]+) (?P<state>{_STATE}(?P<more>(?: (?:all|from|until|till|on|"
    rf"in|since|"
    r"for|this|next|every|at|through|during|with)\b[^,;:.!?]{1,60})?)[.!]?)"
)
_PLURAL = word_set("children feet geese men mice people police sheep women")
_NO_THING = (
    DETERMINERS
    | OBJECTS
    | NO_OBJECT
    | word_set("always anyone he if it just never no not only she they we what when where who you i")
) - {"my", "our", "the", "his", "her", "their", "all", "two", "three", "a", "an"}
_DOES = (VERBS - ALSO_NOUNS) | THIRD.keys() | word_set("been being feel feels gets got seem seems was were went")
_FIRST = word_set("a all an her his my our the their this that these those")
_LONGEST = 120
_COUNTED = re.compile(_NUMBER, re.IGNORECASE)


@lru_cache(maxsize=32)  # each sentence is asked for several times in a row
def stands(words: str) -> str:
    """Return `The neighbour is away all of June` of `neighbour away all of June`; nothing where it is no such note."""
    note = words.rstrip(" .!")
    if (found := _STILL_TO.fullmatch(note)) and _is_thing(found["thing"]):
        be = "are" if _is_many(found["thing"]) else "is"
        one = "the " if be == "is" and found["thing"].partition(" ")[0].casefold() not in _FIRST else ""
        return f"There {be} still {one}{_lowered(found['thing'])} to {found['do']}"
    if (found := _STANDS.fullmatch(note)) and _is_thing(found["thing"]):
        thing = found["thing"]
        determined = thing.partition(" ")[0].casefold() in _FIRST or _COUNTED.match(thing) or not thing[0].islower()
        be = "are" if _is_many(thing) else "is"
        return f"{'' if determined or be == 'are' else 'the '}{thing} {be} {found['state']}"
    return ""


def both_stand(masked: str, before: Span, clause: Span) -> bool:
    """Tell whether both say how things stand: `two boxes still to pack, Tom away in May`."""
    if before.end - before.start > _LONGEST:
        return False
    following = masked[clause.start : min(clause.end, clause.start + _LONGEST)].partition(",")[0]
    return bool(stands(masked[before.start : before.end]) and stands(following))


def _is_thing(thing: str) -> bool:
    first, *more = thing.casefold().split()
    return first not in VERBS | _NO_THING and (_NO_THING | _DOES).isdisjoint(more)


def _is_many(thing: str) -> bool:
    last = thing.casefold().split()[-1]
    return last in _PLURAL or (last.endswith("s") and not last.endswith(("ss", "us", "is")))


def _lowered(thing: str) -> str:
    return thing[0].lower() + thing[1:] if thing[1:2].islower() or thing[1:2] == " " else thing
