"""Where a new clause begins that no word joins to the one before: wishes without a verb, and notes without commas."""

import re
from collections.abc import Iterator

from services.conversations.composer.english.grammar import is_third_person
from services.conversations.composer.english.lexicon import VERBS
from services.conversations.composer.english.things import TONES
from services.conversations.composer.english.wordings import NAMES
from services.conversations.composer.layout import Span, pattern, word_set

_NAME = f"(?:{'|'.join(sorted(NAMES))})"
_TONE = f"(?:{'|'.join(sorted(TONES))})"
FRAGMENT = pattern(
    r"(?:max(?:imum)?\.?|at most|no more than|up to|under|exactly|around|about) [€$£]?\d+\b",
    r"one [\w-]+ each\b",
    r"(?:two|three|four|five|six|ten|\d+(?: ?[-\u2013] ?\d+)?) [\w-]+ (?:at most|max|maximum|tops|each|per|"
    r"apiece)\b",
    r"(?:the |total )?(?:costs?|price) (?:about |around |roughly |max(?:imum)?\.? |at most |under |below |up to |"
    r"less than |"
    r"no more than )?[€$£]?\d",
    r"(?:the )?top \d+\b",
    r"(?:for )?(?:\d+|two|three|four|five|six) (?:players|people|persons|guests|servings|portions)(?=[,.;!]|$)",
    r"(?:times?|amounts|numbers|figures|prices|sums|weights|distances|measurements|temperatures) (?:as|"
    r"in) [\w-]+(?=[,.;!]|$)",
    r"budget:? (?:max\.? |of |is )?[€$£]?\d",
    rf"in (?:plain |simple |formal )?{_NAME}(?=[,.;!]|$)",
    r"(?:in (?:plain|simple) (?:words|language)|metric units|(?:short|simple|plain) (?:sentences|words))\b",
    r"(?:two|three|four|five|six|ten|one|half a|\d+) (?:short )?(?:words?|sentences?|lines?|paragraphs?|"
    r"pages?|bullets?|"
    r"bullet points|questions|examples|steps|ideas)(?=[.!;]|$|, (?:no|nothing|never|not|max|don't|in|and)\b)",
    r"not (?:too )?[a-z]+(?=[.,!;]|$)",
    r"(?:one|\d+) at a time\b",
    r"in (?:lower|upper) case\b",
    r"quotes only\b",
    r"(?:very )?(?:big|large|huge|bold) (?:letters|print|type|font)\b",
    r"(?:one|an?) [\w-]+(?: [\w-]+)? at the (?:end|start|beginning|top|bottom)\b",
    r"(?:as|in) (?:an? )?(?:\w+ )?(?:table|list|json|csv|markdown|bullet points)(?=[,.;!]|$)",
    r"(?:only|just) (?:the|an?) \w",
    rf"{_NAME}(?: and {_NAME})?(?=[.;!]|$)",
    rf"(?:an? )?{_TONE} (?:tone|style|voice)(?=[,.;!]|$)",
    rf"{_TONE}(?:(?: and|,| but) (?:not )?{_TONE})?(?=[,.;!]|$)",
)
"""A wish without a verb."""
_ADJECTIVE = pattern(rf"\b(?:{_TONE}|short|simple|plain|clear|brief|concise|long|be|is|are|not|very)$")
_RUN_ON = pattern(
    r"(?<=[a-z\d])\s+(?:(?:please|n|&)\s+)?(?=(?P<sure>please(?! (?:as|because|since|if|so|and|but|or)\b)|"
    r"keep (?:it|them|things|everything|answers|the \w+)|"
    r"make (?:it|them|sure|every)|it (?:should|must|has to|needs to)|use (?:short|simple|plain|only|the|my|"
    r"an?|metric)|"
    r"(?:im|i'm|i am|i've|ive)|(?<!s\s)(?:tell|show|ask|give) me|theres|there's)\s|"
    r"(?:don't|do not|never|always|avoid)\s+(?P<verb>[a-z-]+)|"
    r"no (?!more|less|matter|one|longer|doubt|problem|wait|and|or)[a-z]|nothing (?!more|less|but|else|is|was)[a-z]|"
    r"(?P<size>(?:max(?= \d)|at most (?=\d)|in (?:plain|simple) (?:words|language)|metric units|short sentences)\b))"
)
_AND_IN_A_CASE = pattern(
    r",? and (?=(?:if|when) (?:i|we|he|she|they) (?:['\w]+ ){0,3}?['\w]+,? (?:it |then )?(?:doesn't|does not) )"
)
_SHORT_ORDER = pattern(
    r"(?<=[a-z\d]) (?=(?:(?:please )?(?:go (?:slow|slowly|easy|gently|gentle)|take (?:it (?:slow|easy)|your time)|"
    r"no rush|"
    r"be (?:patient|kind|gentle|nice|brief|quick|honest|strict)|keep it (?:short|simple|brief|easy|light|fun)))"
    r"(?: (?=(?:i'm|im|i am|he's|she's|as|because|since|cause|cuz|please|thanks)\b)|[,.!]|$))"
)
"""A short order with which a sentence ends, but for a reason."""
_SAYS_MORE = word_set("always and be can could don't i'll it just must never not or please should to will")
"""Words to which a short order belongs: `it should be strict`."""
_IS_DONE = pattern(r"\b(?:doesn't|does not|then|it should|it can)\b|,")
_TWO_WORDS = re.compile(r"[\w-]+\s+[\w-]+")
_LAST_WORD = re.compile(r"([\w'\u2019-]+)$")
_LONGEST_WORD = 30
_SAID_OF_ONE = pattern(r"\b(?:that|which|who) ([a-z]+s) ([\w-]+)")
_GOES_ON = word_set(
    """
    a able after also always an and are as at because be before but by can children clients contains customers cant do
    does doesn't doesnt don't dont didn't didnt for friends from guests had has have he help helps her him i i'm if in
    is it it's just kids know knows lets like me must my need needs never no not of on one only or our parents since so
    than though while people please said say says she should so some students such that the their them then there they
    think this to under us use users uses was we what when where which who will with won't wont would you your
    """
)
"""Words after which no new clause begins."""
_ASKED = pattern(r"\b(?:who|that|which|what|how|why|where|whom|whose|if|when|because|until|while|unless|whether)\b")
_SUBORDINATE = pattern(r"\b(?:if|when|whenever|unless|while|because|although|until|whether|where|once)\b")


def is_fragment(masked: str, joint: re.Match[str], before: Span, clause: Span) -> bool:
    """Tell whether a wish without a verb follows: `write a menu, in French, max 200 words`."""
    return (
        joint[0][0] in ",;"
        and FRAGMENT.match(masked, *clause) is not None
        and _ADJECTIVE.search(masked, max(before.start, joint.start() - _LONGEST_WORD), joint.start()) is None
    )


def _has_verb(masked: str, start: int, joint: re.Match[str]) -> bool:
    """Tell whether a clause is complete: not where `always` belongs to it, as in `keys always go to the porter`."""
    opening = masked[start : start + _LONGEST_WORD].split(maxsplit=1)[0].casefold()
    return "always" not in joint.string[joint.start() : joint.start("verb")].casefold() or opening in VERBS


def _of_one(masked: str, start: int, joint: re.Match[str]) -> bool:
    """Tell whether what comes before is said of one, so that `don't` is an order: `a timer that beeps don't let it`."""
    said = _SAID_OF_ONE.search(masked, start, joint.start())
    return joint["verb"] is not None and said is not None and is_third_person(said[1], said[2])


def _cases(masked: str, whole: Span) -> Iterator[Span]:
    """Yield what comes before a case of its own, and that: `… and if I don't doesn't laugh …`."""
    if found := _AND_IN_A_CASE.search(masked, *whole):
        yield Span(whole.start, found.start())
        yield Span(found.end(), whole.end)
    else:
        yield whole


def run_on(masked: str, whole: Span) -> Iterator[Span]:
    """Yield the pieces of a sentence in lower case whose clauses nobody has set off."""
    for piece in _cases(masked, whole) if masked[whole.start : whole.end].lstrip()[:1].islower() else [whole]:
        for part in _short_orders(masked, piece):
            yield from _run_on(masked, part)


def _short_orders(masked: str, whole: Span) -> Iterator[Span]:
    """Yield a sentence in pieces where a short order runs on: `shows me one go slow im shy`."""
    start = whole.start
    if masked[start : whole.end].lstrip()[:1].islower():
        for found in _SHORT_ORDER.finditer(masked, *whole):
            case = _SUBORDINATE.search(masked, start, found.start())
            if masked[start : found.start()].rpartition(" ")[2].casefold() in _SAYS_MORE:
                continue
            if not case or _IS_DONE.search(masked, case.end(), found.start()):
                yield Span(start, found.start())
                start = found.start() + 1
    yield Span(start, whole.end)


def _run_on(masked: str, whole: Span) -> Iterator[Span]:
    start = whole.start
    if masked[start : whole.end].lstrip()[:1].islower():
        for joint in _RUN_ON.finditer(masked, *whole):
            before = _LAST_WORD.search(masked, max(start, joint.start() - _LONGEST_WORD), joint.start())
            is_order = not joint["verb"] or (joint["verb"].casefold() in VERBS and _has_verb(masked, start, joint))
            hinders = _SUBORDINATE if joint["sure"] or joint["size"] or _of_one(masked, start, joint) else _ASKED
            if (
                before
                and is_order
                and before[1].casefold() not in _GOES_ON
                and _TWO_WORDS.search(masked, start, joint.start())
                and not hinders.search(masked, start, joint.start())
                and not (joint["size"] and ":" in masked[start : joint.start()])
            ):
                yield Span(start, joint.start())
                start = joint.end()
    yield Span(start, whole.end)
