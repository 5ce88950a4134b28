"""What an English rule of a context asks for that is noted in few words: `blank cell if missing`."""

import re
from collections.abc import Callable

from services.conversations.composer.english.formats import PLACED_PIECES
from services.conversations.composer.english.grammar import names_people, with_article
from services.conversations.composer.english.lexicon import ALSO_NOUNS, DETERMINERS, OBJECTS, VERBS
from services.conversations.composer.layout import pattern, word_set
from services.conversations.composer.model import Part
from services.conversations.composer.rewording import reworded

_MISSING = (
    r"(?:missing|unknown|absent|unclear|illegible|unreadable|unsure|uncertain|empty|"
    r"not (?:stated|given|found|known))"
)
_IF = (
    r"(?:if|when|where) (?:(?:it|a value|the value|the entry|something|one|the field) is |it's )?"
    rf"(?P<case>{_MISSING})"
)
_BLANK = pattern(rf"(?:an? |the )?(?P<how>blank|empty) (?P<what>cell|field|line|column|space|entry|box|slot),? {_IF}")
_MARK = pattern(rf"(?P<what>['\w\"“”?/-]+(?: [\w-]+){{0,2}}),? {_IF}")
_NO_ARTICLE = pattern(r"(?:an?|the|one|null|none|nil|zero|nothing|unknown|n/?a|tbd)\b|[^a-z].*|.*s$")
_FROM = pattern(
    r"(?:only|just|nothing but) (?P<what>[\w -]{2,60}? (?:from|out of|in|of|on) (?:the|our|my|your|this|that) .+)"
)
_BOUND = pattern(
    r"(?P<bound>(?:under|below|over|above|beyond|up to|from|between) [€$£]?\d[^,;:]{0,40}?) "
    r"(?P<then>(?:say|use|choose|pick|write|answer|mark|give|send|ask|call|escalate|flag|round|put|set|return|label|"
    r"tag) .+)"
)
_UNCHANGED = pattern(
    r"(?:the |all |any )?(?P<what>(?:[a-z-]+ ){0,3}[a-z-]+) "
    r"(?:unchanged|untouched|intact|unaltered|(?:exactly |just )?as (?:they are|it is|is|printed|written|given|stated|"
    r"spelled|spelt|shown|said|in the (?:original|source|text)))"
)
_STAYS_SO = pattern(
    r"(?:the |all |any )?(?P<what>(?!nothing\b)(?:[a-z-]+ ){0,3}[a-z-]+) "
    r"(?:(?:must|should|can|is to|are to) )?(?:stays?|remains?) "
    r"(?P<so>unchanged|untouched|intact|the same|(?:exactly |just )?as (?:they are|it is|is))"
)
_TENSE = pattern(
    r"(?:all |everything |always )?(?P<in>in (?:the )?)?"
    r"(?P<of>(?:past|present|future) tense|(?:first|second|third) person|"
    r"(?:active|passive) voice)(?P<rest>,? .*)?"
)
_AS = pattern(r"(?!(?:just|only|no|not|same|such|as|use|so)\b)(?P<what>(?:[a-z-]+ ){0,2}[a-z-]+s) as (?P<how>[a-z]+.*)")
_DATE = pattern(
    r"(?P<what>(?:all )?(?:dates?|times?|amounts)) (?:always|only) (?:as |in )?"
    r"(?P<form>(?-i:[YMDHhmsd]{1,4}(?:[-./: ][YMDHhmsd]{1,4}){1,3}))"
)
_EACH = pattern(
    r"(?P<what>(?:every|each) [a-z-]+(?: [a-z-]+)?) (?P<rest>with (?:an?|its|the|one) (?:[a-z-]+ ){0,3}[a-z-]+)"
)
_SLASHED = pattern(r"[a-z-]+(?:/[a-z-]+){2,4}(?: (?:but|with|without|and|for|in) .+)?")
_ONLY_WHAT = pattern(r"(?:only|just|nothing but) (?:what|the things|those things|facts) .+")
_STAYS = word_set("stay stays remain remains leave keep kept left be is are")
_NAMED_TOO = word_set("names dates titles headings")
_PLACES = word_set("at first in last on")
_SIGN = pattern(r"(?:an? )?(?:question mark|dash|hyphen|cross|star|asterisk|zero)")
_LASTS = pattern(r"(?:must|should|has to|have to|needs to) (?:fit|weigh|cost|last|take|suit|match|work|stand|hold)\b.+")
_THINGS = pattern(r"(?P<head>(?:(?:the|all|our|any) )?(?:[a-z-]+ ){0,3}[a-z-]+[^s]s) (?:with|per|by) [\w -]+")


def ruled(text: str) -> tuple[Part, str] | None:
    """Return the part of a rule and what it asks for, where that is sure; else nothing."""
    note = text.rstrip(" .!")
    if not _is_verb(note) and (said := reworded(note, PLACED_PIECES)):
        return Part.OUTPUT, said[0].upper() + said[1:]
    for rule, part, say in _RULES:
        if (found := rule.fullmatch(note)) and (said := say(found)):
            return part, said
    return None


def _is_verb(words: str) -> bool:
    first, _, following = words.casefold().partition(" ")
    following = following.partition(" ")[0]
    is_noun = first in ALSO_NOUNS and following not in OBJECTS | DETERMINERS
    return first in VERBS and not is_noun and following not in _PLACES


def _kept(found: re.Match[str]) -> str:
    words = found["what"].casefold().split()
    named = words[0] not in VERBS - ALSO_NOUNS - _NAMED_TOO and words[-1] not in _STAYS
    return f"Keep {found[0]}" if named else ""


def _marked(found: re.Match[str]) -> str:
    what = found["what"]
    if _is_verb(what) and not _SIGN.fullmatch(what):
        return ""
    return f"Write {what if _NO_ARTICLE.fullmatch(what) else with_article(f'a {what}')} if the value is {found['case']}"


def _included(found: re.Match[str]) -> str:
    first = found["head"].partition(" ")[0].casefold()
    return "" if first in VERBS or names_people(found["head"]) else f"Include {found[0]}"


def _written_as(found: re.Match[str]) -> str:
    is_thing = not _is_verb(found["what"]) and not names_people(found["what"])
    return f"Write {found[0]}" if is_thing else ""


_RULES: tuple[tuple[re.Pattern[str], Part, Callable[[re.Match[str]], str]], ...] = (
    (_BLANK, Part.OUTPUT, lambda found: f"Leave the {found['what']} {found['how']} if the value is {found['case']}"),
    (_MARK, Part.OUTPUT, _marked),
    (_FROM, Part.LIMITS, lambda found: f"Use only {found['what']}"),
    (_BOUND, Part.HOW, lambda found: f"{found['bound']}, {found['then']}"),
    (_UNCHANGED, Part.HOW, _kept),
    (_STAYS_SO, Part.HOW, lambda found: f"Keep {found['what']} {found['so']}"),
    (_TENSE, Part.OUTPUT, lambda found: f"Write {found['in'] or 'in the '}{found['of']}{found['rest'] or ''}"),
    (_AS, Part.HOW, _written_as),
    (_DATE, Part.OUTPUT, lambda found: f"Always write {found['what']} as {found['form']}"),
    (_EACH, Part.HOW, lambda found: "" if names_people(found["what"]) else f"Provide {found['what']} {found['rest']}"),
    (_SLASHED, Part.HOW, lambda found: f"Use {found[0]}"),
    (_ONLY_WHAT, Part.LIMITS, lambda found: f"Use {found[0]}"),
    (_LASTS, Part.LIMITS, lambda found: f"It {found[0]}"),
    (_THINGS, Part.HOW, _included),
)
