"""Where an English sentence falls into clauses that can stand alone."""

import re
from collections.abc import Iterator

from services.conversations.composer.english.grammar import is_third_person
from services.conversations.composer.english.lexicon import ALSO_NOUNS, NO_OBJECT, OBJECTS, VERBS
from services.conversations.composer.english.running_on import FRAGMENT, is_fragment, run_on
from services.conversations.composer.english.wanting import WANTS
from services.conversations.composer.layout import Span, pattern

_JOINT = re.compile(
    r"[,;]\s+(?:(?:and|but|so)\s+)?(?:also\s+)?(?:please\s+)?|(?<!\s)\s+(?:and|but)\s+(?:please\s+)?", re.IGNORECASE
)
_FORBIDS = pattern(
    r"(?:never|do not|don't|avoid|(?:must|should) not|mustn't|shouldn't)\s|"
    r"no (?!more|less|matter|one|longer|doubt|problem|and|or)\w|nothing (?!more|less|but|else|is|was)\w"
)
_TO_ME = pattern(r"(?!who\b|that\b|which\b|to\b|and\b|for\b|with\b|of\b)[a-z]{3,} (?:me|us) ")
_ENDS = pattern(
    r"(?:end|start|begin|finish|close) (?:with|by)\s",
    r"(?:answer|reply|respond|write|speak) (?:in|only|with)\s",
)
_SOMEBODY = pattern(r"(?:i|i'm|im|we|they|my|our|his|her|their|most|many|some|people|customers|users)\s")
_ONESELF = pattern(r"(?:i|we)\s+[a-z]+\s|(?:i'm|im|i've|we're)\s|(?:my|our) \w+ (?:is|are|has|have)\s")
_KEEPS = pattern(r"keep (?:it|them|things|everything|answers)\s")
_IT_DOES = pattern(
    r"(?:it|he|she|you)\s+(?:(?:should|must|can|wo)n't|cannot|should|must|can|will|never|always|[a-z]+s)\s",
    r"(?:can|could) (?:it|he|she)\s",
)
_DEMANDS = pattern(r"(?:should|must|has to|needs to|is to)\s")
_NEVER_DOES = pattern(r"(?:never|always)\s+[a-z]{2,}s\b|(?:does not|doesn't)\s")
_NOT_DOES = pattern(r"not\s+([a-z]+)\s")
_TWO_WORDS = re.compile(r"([\w-]+)\s+([\w-]+)")
_SOME_ORDER = pattern(
    r"(?:be|use|keep|make|answer|reply|always|never|ask|start|begin|end|stay|say|avoid|return|output)\b"
)
_WANTS = pattern(rf"(?:(?:so|well|ok|basically|also|and|but|hi|hello|please),?\s+)*{WANTS}\s")
_MORE_OF_IT = pattern(r"[^,;.]{1,60}\bor\s+([\w-]+)")
_IN_CASE = pattern(r"(?:if|when|whenever)\s")
_ONLY = pattern(r"(?:only|just)\s+\w")
_SUBORDINATE = pattern(r"\b(?:if|when|whenever|unless|while|because|although|until|whether|where|once)\b")
_RELATIVE = pattern(r"\b(?:who|that|which|whom|whose)\b(?:\s+([\w-]+)\s+([\w-]+))?")
_CIRCUMSTANCE = pattern(
    r"(?:for|in|at|on|under|below|above|after|before|during|with|without|once|each|every|instead of|apart from|by)\s"
    r"(?![^,;]*,[^,;]*\b(?:it|he|she|you) )"
)
_BECOMES = re.compile("->|→|=>")
_LONGEST_GREETING = 40
_ALWAYS = pattern(r"(?:always|never)\s+")


def cut(masked: str, whole: Span) -> Iterator[Span]:
    """Yield the clauses of a sentence in a text whose quotes and brackets are masked."""
    if _BECOMES.search(masked, *whole):
        yield whole  # `a, b -> c` is an example
        return
    if _CIRCUMSTANCE.match(masked, *_trimmed(masked, whole)):
        yield whole  # `for each finding, give the line, say what is wrong`: what follows goes for that alone
        return
    for piece in run_on(masked, whole):
        yield from _cut(masked, piece)


def _cut(masked: str, whole: Span) -> Iterator[Span]:
    depends = _SUBORDINATE.search(masked, *whole)
    relatives = [*_RELATIVE.finditer(masked, *whole)][::-1]
    opening = _TWO_WORDS.match(masked, *_trimmed(masked, whole))
    ordered = opening is not None and opening[1].casefold() in VERBS
    is_first = ordered and len(masked[: whole.start].strip()) <= _LONGEST_GREETING
    start = whole.start
    for joint in _JOINT.finditer(masked, *whole):
        if depends and depends.start() < joint.start():
            at_first = depends.start() == _trimmed(masked, whole).start
            if at_first or not _FORBIDS.match(masked, joint.end(), whole.end):
                continue
        while relatives and relatives[-1].start() < start:
            relatives.pop()
        relates = relatives[-1] if relatives and relatives[-1].start() < joint.start() else None
        of_many = relates is not None and not is_third_person(relates[1] or "", relates[2] or "") and not ordered
        before, clause = _trimmed(masked, Span(start, joint.start())), Span(joint.end(), whole.end)
        if is_first and start == whole.start and _is_one_task(masked, joint, before, clause):
            continue
        alone = _is_alone(masked, joint, before, clause, of_many=of_many)
        if alone and (_TWO_WORDS.search(masked, start, joint.start()) or FRAGMENT.match(masked, *before)):
            yield Span(start, joint.start())
            start = joint.end()
    yield Span(start, whole.end)


def _is_one_task(masked: str, joint: re.Match[str], before: Span, clause: Span) -> bool:
    """Tell whether two orders are one task: `read the notes and list who owes what`, but not `… and keep it short`."""
    return (
        joint[0].split() == ["and"]
        and _is_order(masked, clause)
        and not any(_SOME_ORDER.match(masked, *span) for span in (before, clause))
    )


def _is_alone(masked: str, joint: re.Match[str], before: Span, clause: Span, *, of_many: bool) -> bool:
    words = joint[0].casefold().split()
    forbids = _FORBIDS.match(masked, *before) is not None
    of_somebody = _SOMEBODY.match(masked, *before) and not _WANTS.match(masked, *before)
    if forbids and _goes_on(masked, clause):
        return False
    if (
        _if_follows(masked, joint, clause.end)
        or is_fragment(masked, joint, before, clause)
        or (forbids and not of_many and _begins_anew(masked, clause))
        or (of_somebody and "so" in words and _is_order(masked, clause))
    ):
        return True
    # `keep the names, but translate those of animals` is one thought, `my son is 9 and hates maths` of one person
    if ("but" in words and not forbids) or of_somebody:
        return any(beginning.match(masked, *clause) for beginning in (_IT_DOES, _FORBIDS, _DEMANDS, _TO_ME))
    return _stands_alone(masked, clause, strong=joint[0][0] == ";", of_many=of_many)


def _trimmed(masked: str, whole: Span) -> Span:
    start = whole.start
    while start < whole.end and masked[start].isspace():
        start += 1
    return Span(start, whole.end)


def _if_follows(masked: str, joint: re.Match[str], end: int) -> bool:
    """Tell whether a case of its own follows: `answer mails, and if somebody is rude, stay calm`."""
    joins = joint[0][0] == ";" or (joint[0][0] == "," and joint[0].casefold().split()[1:2] in (["and"], ["but"]))
    return joins and _IN_CASE.match(masked, joint.end(), end) is not None


def _goes_on(masked: str, clause: Span) -> bool:
    """Tell whether what is forbidden goes on: `never write, call or text`."""
    more = _MORE_OF_IT.match(masked, *clause)
    return more is not None and more[1].casefold() in VERBS and more[1].casefold() not in ALSO_NOUNS


def _begins_anew(masked: str, clause: Span) -> bool:
    """Tell whether an order follows on what is forbidden: `no emojis, but greet people by name`."""
    return _ONLY.match(masked, *clause) is not None or _is_order(masked, clause)


def _is_order(masked: str, clause: Span) -> bool:
    always = _ALWAYS.match(masked, *clause)
    words = _TWO_WORDS.match(masked, always.end() if always else clause.start, clause.end)
    if not words:
        return False
    verb, following = words[1].casefold(), words[2].casefold()
    return (
        verb in VERBS
        and following not in NO_OBJECT
        and (bool(always) or verb not in ALSO_NOUNS or following in OBJECTS)
    )


def _stands_alone(masked: str, clause: Span, *, strong: bool, of_many: bool) -> bool:
    if (
        of_many
    ):  # `players who see and never hear` goes on about the players, `a bot that asks and never tells` does not
        return bool(_IT_DOES.match(masked, *clause) or _NEVER_DOES.match(masked, *clause))
    if any(
        beginning.match(masked, *clause)
        for beginning in (_IT_DOES, _FORBIDS, _DEMANDS, _KEEPS, _ENDS, _ONESELF, _TO_ME)
    ):
        return True
    if (negated := _NOT_DOES.match(masked, *clause)) and negated[1].casefold() in VERBS:
        return True
    always = _ALWAYS.match(masked, *clause)
    words = _TWO_WORDS.match(masked, always.end() if always else clause.start, clause.end)
    if not words:
        return False
    verb, following = words[1].casefold(), words[2].casefold()
    orders = verb in VERBS and following not in NO_OBJECT and (strong or verb not in ALSO_NOUNS or following in OBJECTS)
    return is_third_person(words[1], words[2]) or orders
