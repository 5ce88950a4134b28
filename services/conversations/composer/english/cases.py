"""What is to be done in a case: `if I am ill it can wait`, `under 3 points say Low`, `for every van give the sum`."""

import re

from services.conversations.composer.english.grammar import infinitive
from services.conversations.composer.english.lexicon import ALSO_NOUNS, DETERMINERS, OBJECTS, VERBS
from services.conversations.composer.english.things import WRITTEN_UNITS
from services.conversations.composer.english.wanting import all_done
from services.conversations.composer.layout import pattern, word_set

_CASE = pattern(
    r"((?:if|when|whenever|once|as soon as)\s[^,;:]*,) (?:then )?it "
    r"(?:(?:should|must|shall|has to) (?!be [a-z]+ed\b)(not\s)?|"
    r"(writes|says|tells|asks|gives|answers|replies|explains|mentions|suggests|points|hands|offers|shows|puts|"
    r"names|refuses|quotes|sends)\b)"
)
"""What is to be done in a case, whoever `it` is."""
_IN_A_CASE = pattern(r"\b(?:if|when|whenever|once|as soon as|in case)\s")
_RUN_ON = pattern(
    r"(?P<case>(?:if|when|whenever|once|as soon as) [^,;:.!?]{3,90}?)(?P<comma>,)? (?:then )?it "
    r"(?:(?P<can>can|may|could)|should|must|shall|has to|needs to) (?P<not>not )?(?!be\b)(?P<does>[a-z-]+)\b"
)
_GOES_ON = word_set(
    "and as because believe but feel feels hope how if or say says so than that think thinks what when where whether"
)
"""Words after which `it should` belongs to the case."""
_HAPPENS = word_set("break come cover get go have help make start take work")
"""What a thing may do as well: `when it rains it can help to wait`."""
_DOES_NOT = pattern(
    r"(?P<case>(?:if|when|whenever) (?:i|we|he|she|they) (?:['\w]+ ){0,3}?['\w]+),? (?:then |(?P<it>it ))?"
    r"(?:does not|doesn't) (?P<does>[a-z-]+)\b(?P<rest>.*)"
)
_LAST_DOES = pattern(r"(\b(?:but|and) (?:then |just )?)([a-z]+s)$")
_THEY_CALL = pattern(
    r"(?P<case>(?:if|when|whenever|in case) [^,;:.!?]{2,80}?),? (?:(?P<they>they)|(?P<who>people|customers|guests|"
    r"members|clients|visitors|users|tenants|parents|patients|students|callers|passengers|neighbours|neighbors|staff)) "
    r"(?:(?:should|can|must|have to|need to|just|may) )?"
    r"(?=(?:call|ring|phone|text|contact|e-?mail|write|message|reach) (?:to )?(?:me\b|us\b|the\b|my\b|our\b|on\b|"
    r"at\b|\d|[\w.-]{1,40}@))"
)
_NUMBER_OF_MINE = pattern(r"^(call|ring|phone|text) (?:me|us) (?:on|at) (?=[\d+(])")
_IT_LACKS = pattern(
    r"\b(?P<link>if|when|whenever|unless|until|because|once|where|before|after|what|that) it "
    r"(?:(?P<negated>isn't|is not|is|doesn't|does not)(?= (?:not )?(?:sure|unsure|uncertain|certain|stuck|lost|missing|"
    r"short of|confused|able|unable|in doubt|know|have|find|understand|see|hear|remember|recogni[sz]e|get|need)\b)|"
    r"(?P<same>can't|cannot|can|couldn't|could|made)(?= [a-z])|"
    r"(?P<does>lacks|needs|knows|thinks|notices|finds|sees|hears|understands|spots|suspects|believes|wants|misses|"
    r"requires|guesses|detects|recogni[sz]es|remembers|forgets|has(?= (?:no|nothing|too|trouble|doubts|questions)\b)|"
    r"runs(?= out\b)|gets(?= (?:stuck|lost)\b)|makes(?= a\b)))\b"
)
_ROBUST = pattern(
    r"\b(?:robust|immune|resistant|hardened|proof|safe|secure|on guard|careful|wary) (?:against|to|with|of)\b"
)
_TRICKED = pattern(r"\b(abuse|attack|break|exploit|fool|hack|jailbreak|manipulate|mislead|pressure|provoke|trick) it\b")
_YOU = {"isn't": "aren't", "is not": "are not", "is": "are", "doesn't": "don't", "does not": "do not"}
_AT_VALUE = pattern(
    r"(?P<value>(?:under|below|above|over|less than|more than|fewer than|at least|from) [€$£]?\d[\d.,]*%?"
    rf"(?: (?P<unit>(?!(?:{'|'.join(sorted(VERBS - ALSO_NOUNS))})\b)[a-z€$£%]+))?(?: (?:up|on|upwards))?),? (?:then )?"
    rf"(?P<does>{'|'.join(sorted(VERBS))}) (?P<object>['\w\"“]+)(?P<rest>.*)"
)
_UP = pattern(r" (?:up|on|upwards)$")
_BEFORE_AN_ORDER = word_set("above after at before behind below beside during for from in on per under with")
_OF_WHAT_FOLLOWS = frozenset({"for", "from", "per"})
"""Prepositions whose plural is no subject: `for all vans give the litres`, but `in summer guests ask a lot`."""
_NO_PHRASE = word_set("and are as example if instance is it of or that they to we which who whom whose you i")
_AFTER_A_VERB = OBJECTS | DETERMINERS | word_set("how just no only what where whether which why")
_LONGEST_PHRASE = 4


def in_case(words: str) -> str:
    """Return words in which a case says what to do: `if I am ill, you can wait` of `if I am ill it can wait`."""
    if not _IN_A_CASE.search(words):
        return at_value(words) or words
    words = _CASE.sub(_done, words)
    if (found := _DOES_NOT.fullmatch(words)) and (not found["it"] or found["does"].casefold() in VERBS):
        rest = _LAST_DOES.sub(lambda last: last[1] + infinitive(last[2]), all_done(found["rest"]))
        return f"{found['case']}, do not {found['does']}{rest}"
    if they := _THEY_CALL.match(words):
        call = _NUMBER_OF_MINE.sub(r"\1 ", words[they.end() :], count=1)
        return f"{they['case']}, tell {they['who'] or 'them'} to {call}"
    return _RUN_ON.sub(_done_without_comma, words, count=1)


def as_you(words: str) -> str:
    """Return words in which the assistant is not called `it` any more: `warn me if you lack space`."""
    words = _TRICKED.sub(r"\1 you", words) if _ROBUST.search(words) else words
    return _IT_LACKS.sub(_you_lack, words)


def at_value(words: str) -> str:
    """Return `If it is under 3 points, say Low` of `under 3 points say Low`; else nothing."""
    found = _AT_VALUE.fullmatch(words)
    if not found:
        return ""
    does, thing = found["does"].casefold(), found["object"].casefold()
    if (found["unit"] or "").casefold() in WRITTEN_UNITS and thing not in ("it", "them"):
        return ""  # `under 200 words, use bullets` wants both
    if does in ALSO_NOUNS and thing not in OBJECTS:
        return ""
    value = found["value"][0].lower() + found["value"][1:]
    if value.startswith("from "):
        if not (up := _UP.search(value)):
            return ""
        value = f"{value[len('from ') : up.start()]} or more"
    return f"If it is {value}, {does} {found['object']}{found['rest']}"


def orders_after_a_phrase(words: str) -> bool:
    """Tell whether an order follows on a phrase that no comma ends: `for every van give the litres`."""
    first, *rest = words.casefold().rstrip(" .!").split(maxsplit=_LONGEST_PHRASE + 4)[: _LONGEST_PHRASE + 4] or [""]
    if first not in _BEFORE_AN_ORDER:
        return False
    start = 1 if rest and rest[0] in DETERMINERS | {"all", "both", "no"} else 0
    for at in range(start, min(start + _LONGEST_PHRASE, len(rest) - 2)):
        if rest[at] in _NO_PHRASE or not rest[at][-1].isalnum():
            return False
        if rest[at + 1] in VERBS and rest[at + 2] in _AFTER_A_VERB:
            return at == start or first in _OF_WHAT_FOLLOWS or not rest[at].endswith("s")
    return False


def _done(found: re.Match[str]) -> str:
    case = as_you(found[1])
    if found[3]:
        return f"{case} {infinitive(found[3])}"
    return f"{case} do not " if found[2] else f"{case} "


def _done_without_comma(found: re.Match[str]) -> str:
    does = found["does"].casefold()
    if does not in VERBS or found["case"].casefold().split()[-1] in _GOES_ON:
        return found[0]
    case, negated = as_you(found["case"]), found["not"] or ""
    if found["can"] and does in _HAPPENS:
        return found[0]
    if found["can"]:
        return f"{case}, you {found['can']} {negated}{does}"
    return f"{case}, {'do not ' if negated else ''}{does}"


def _you_lack(found: re.Match[str]) -> str:
    if found["does"]:
        return f"{found['link']} you {infinitive(found['does'])}"
    negated = (found["negated"] or "").replace("\u2019", "'").casefold()
    return f"{found['link']} you {_YOU[negated] if negated else found['same']}"
