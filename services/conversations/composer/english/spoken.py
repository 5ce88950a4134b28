"""What people say as they speak, and mean as an order: `dates stay as they are`, `below 5 I don't want to know`."""

import re
from collections.abc import Callable
from functools import lru_cache

from services.conversations.composer.english.things import WRITTEN_UNITS
from services.conversations.composer.english.wordings import NAMES
from services.conversations.composer.layout import pattern

_NO_SUBJECT = (
    r"(?!(?:i|we|you|it|he|she|they|this|that|these|those|there|if|when|what|who|which|where|people|guests|customers|"
    r"members|clients|visitors|users|parents|kids|children|patients|students|please|don't|do|never|always|and|but|"
    r"so|not|no|let|make|keep|leave)\b)"
)
_THING = rf"(?P<thing>{_NO_SUBJECT}['\w-]+(?: (?!(?:is|are|was|were|should|must|will|can|to)\b)['\w-]+){{0,5}}?)"
_STAYS = pattern(
    rf"{_THING} (?:(?:should|must|have to|has to|need to) )?(?:stays?|remains?) "
    r"(?P<how>(?:exactly |just )?as (?:they are|it is|is|written|printed|given)|unchanged|untouched|intact|"
    rf"the same|the way (?:they are|it is)|in (?:{'|'.join(sorted(NAMES))}|the original(?: language)?|capitals|bold|"
    rf"italics)\b|where (?:they are|it is))(?P<rest>(?:(?:,| even| because| so) .{{0,120}})?)"
)
_BELONGS = pattern(
    r"(?P<thing>(?!(?:it|that|this|which|there|what|no|nothing|none)\b)(?:[\"“\w](?:(?!\b(?:has|have|must|should|"
    r"needs?) "
    r")[^,;:.!?]){1,80})) "
    r"(?:has to|have to|must|should|needs? to) (?:be|go|appear|stand) (?:in (?:there|it|here|the (?:text|answer|reply|"
    r"letter|list|result))|included|mentioned|there)(?P<rest>(?:,? [a-z]+(?: (?!not\b)[a-z]+){0,8})?)"
)
_TOLD_AND_WANTED = pattern(
    r"(?P<told>(?:i|we|my|our|he|she|they) [^;:.!?]{3,120}?),? (?:and |so )?(?:i|we)(?:'d| would)? (?:like|want|"
    r"love|need) "
    r"(?:that|this|it) (?:to be |to go )?in (?:it|there|the \w+)"
)
_HEAR = (
    r"(?:i|we)(?: really| just)? (?:do not|don't|needn't|need not|wouldn't) (?:(?:want|need|like|have|care) )?"
    r"(?:to )?(?:hear|know|see|read|be (?:told|bothered)|get)(?: (?:about|of|with))?(?: (?:it|that|them|anything))?"
)
_BELOW = pattern(
    rf"(?:(?:anything|everything|whatever is|all|what is|what's) )?(?P<bound>(?:under|below|less than|over|above|"
    rf"more than|fewer than|up to) [€$£]?[\w.,%-]+(?: [\w%€-]+){{0,3}}?),? {_HEAR}"
)
_ASKED = r"(?:is|are|was|were|does|do|did|has|have|had|can|could|will|would|should)"
_SUBJECT = (
    r"(?:i|we|you|he|she|it|they|there|this|that|these|those|anyone|anybody|someone|the|an?|my|our|his|her|their)"
)
_JUST_ASKED = pattern(
    r"(?:(?:what |all |the (?:only )?thing )?(?:i|we)(?:'d| would)?(?: (?:just|only|really|also|mainly|mostly|"
    r"basically))?"
    r" (?:want|need|like)(?: to (?:know|see|hear|find out|be told))?(?: is)?|"
    r"(?:just |only )?(?:want|need)(?: to (?:know|see|hear|find out)|(?=:))|(?:just |only |please )?(?:tell|answer) "
    r"(?:me|"
    r"us))"
    rf"(?::| is:|,)? (?P<asked>{_ASKED} {_SUBJECT}\b.{{3,300}})"
)
_ALSO_WHETHER = pattern(
    r"(?:what |all )?(?:i|we)(?:'d| would)?(?: just| only| really)? (?:want|need|like)(?: to (?:know|see|hear))?"
    r"(?: is)?: (?=(?:whether|which|what|who|how|why|where|when)\b)"
)
_TO_KNOW = pattern(
    r"(?:just |only )?(?:want|need|wanna) to (?:know|see|find out) (?P<what>(?:whether|which|what|who|if|where|"
    r"when)\b.+)"
)
_WANTED_OF_EACH = pattern(
    r"(?:(?:what |all )?(?:i|we) )?(?:just |only )?(?:want|need)(?: to (?:know|see|have))? "
    r"(?P<each>(?:out of|from|for|of|per|about) (?:each|every|all|any|the|a|it|them|these)\b[^,:;.!?]{0,40}): "
)
_WANTED = pattern(
    r"(?:(?:just |only )?(?:want|need|wanted|needed)|(?:what |all )(?:i|we)(?:'d)? (?:want|need|like)(?: is)?): "
    r"(?!(?:to|you|it|an?|is|are|did)\b)(?=[^,:;.!?]{2,60}(?:,| and) )"
)
_WE_DO = pattern(
    r"(?P<case>(?:if|when|whenever|once|as soon as) (?:i|we|you|one of us) [^,;:.!?]{2,60}?),? (?:then )?we (?:'ll |"
    r"will |can )?"
    r"(?P<does>talk|chat|speak|switch|stop|start|go|play|move|continue|begin|pause|leave|drop|skip|step)\b"
)
_SLASHED = pattern(
    r"(?P<what>[a-z]+(?:/[a-z]+)+)(?P<rest>,? (?:but|with|without|style|order|structure|format|layout|throughout|"
    r"always|only)"
    r"\b.{0,120})?"
)
_OPTIONS = re.compile(
    r"[\w'\"-]+(?: [\w'-]+){0,3}(?: / [\w'\"-]+(?: [\w'-]+){0,3}){1,9}(?:,? (?:plus|and|with) .{2,160})?"
)
_SO_MANY = pattern(
    r"(?:\d{1,2}|one|two|three) (?:[a-z-]+ ){0,2}(?:things?|sentences?|quotes?|examples?|tips?|ideas?|facts?|details?|"
    r"jokes?|reasons?|points?) (?:(?:that|which) )?(?:he|she|they|i|we|it|from|for) (?!is\b|are\b)[^.;:!?]{3,160}"
)
_TESTS = pattern(
    r"(?P<thing>test (?:names|methods|cases|titles|classes|functions)) (?P<how>(?:as|in|like|with) .{2,120})"
)
_AS_GIVEN = pattern(
    rf"{_THING} (?P<how>(?:exactly |always |only |just |strictly )?as (?:printed|given|written|stated|spelled|spelt|"
    r"shown|"
    r"listed|quoted|dictated|entered|in the \w+|they (?:stand|appear|are)|it (?:stands|appears|is))\b.{0,80})"
)
_AS_THINGS = pattern(
    r"(?P<thing>(?:[a-z-]+ ){0,2}[a-z-]+s) as (?P<how>(?:whole |full |short |plain |complete )?(?:sentences|questions|"
    r"numbers|words|links|footnotes|bullets|initials|headings|percentages|fractions|abbreviations|codes)\b.{0,80})"
)


@lru_cache(maxsize=32)  # each sentence is asked for several times in a row
def spoken(words: str) -> str:
    """Return what is meant as an order, where people speak otherwise; else nothing."""
    note = words.rstrip(" .!") or words
    return next((said for rule, say in _SAYINGS if (found := rule.fullmatch(note)) and (said := say(found))), "")


def _lowered(words: str) -> str:
    return words[0].lower() + words[1:] if words[1:2].islower() else words


def _questions(found: re.Match[str]) -> str:
    """Return `Tell me: is it safe, does it cost much?` of `I just want: is it safe, does it cost much`."""
    return f"Tell me: {found['asked'].rstrip('? ')}?"


def _below(found: re.Match[str]) -> str:
    """Return `Do not mention what is below 5 euros`, but `Do not go over a page` of what one does not read."""
    bound = _lowered(found["bound"])
    if bound.rpartition(" ")[2] in WRITTEN_UNITS and bound.startswith(("over", "above", "more")):
        return f"Do not write {bound}" if bound.startswith("more") else f"Do not go {bound}"
    return f"Do not mention what is {bound}"


def _rest(words: str) -> str:
    return f" {words}" if words and not words.startswith((" ", ",")) else words


def _belongs(found: re.Match[str]) -> str:
    return f"Include {_lowered(found['thing'])}{found['rest']}"


def _slashed(found: re.Match[str]) -> str:
    rest = found["rest"] or ""
    several = found["what"].count("/") > 1
    return f"Use {found['what']}{',' if rest.startswith(' but') else ''}{rest}" if several or rest else ""


_Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]
_SAYINGS: tuple[_Rule, ...] = (
    (_STAYS, lambda found: f"Keep {_lowered(found['thing'])} {found['how']}{_rest(found['rest'])}".strip()),
    (_TOLD_AND_WANTED, lambda found: f"Include that {_lowered(found['told'])}"),
    (_BELONGS, _belongs),
    (_BELOW, _below),
    (_JUST_ASKED, _questions),
    (_TO_KNOW, lambda found: f"Find out {found['what']}"),
    (re.compile(rf"(?:{_ALSO_WHETHER.pattern})(?P<what>.+)", re.IGNORECASE), lambda found: f"Say {found['what']}"),
    (
        re.compile(rf"(?:{_WANTED_OF_EACH.pattern})(?P<what>.+)", re.IGNORECASE),
        lambda found: f"{found['each'][0].upper()}{found['each'][1:]}, give: {found['what']}",
    ),
    (re.compile(rf"(?:{_WANTED.pattern})(?P<what>.+)", re.IGNORECASE), lambda found: f"Give {found['what']}"),
    (re.compile(rf"(?:{_WE_DO.pattern})(?P<rest>.*)", re.IGNORECASE), lambda f: f"{f['case']}, {f['does']}{f['rest']}"),
    (_SLASHED, _slashed),
    (_OPTIONS, lambda found: f"Give one of {_lowered(found[0])}"),
    (_SO_MANY, lambda found: f"Give {_lowered(found[0])}"),
    (_TESTS, lambda found: f"Write {_lowered(found['thing'])} {found['how']}"),
    (_AS_GIVEN, lambda found: f"Give {_lowered(found['thing'])} {found['how']}"),
    (_AS_THINGS, lambda found: f"Write {_lowered(found['thing'])} as {found['how']}"),
)
"""How one speaks, and what is meant."""
