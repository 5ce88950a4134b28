"""Where an English sentence falls into clauses that can stand alone."""

import re
from collections.abc import Iterator

from services.conversations.composer.english.grammar import is_third_person
from services.conversations.composer.english.lexicon import ALSO_NOUNS, NO_OBJECT, OBJECTS, VERBS
from services.conversations.composer.layout import Span, pattern

_JOINT = re.compile(
    r"[,;]\s+(?:(?:and|but|so)\s+)?(?:please\s+)?|(?<!\s)\s+(?:and|but)\s+(?:please\s+)?", re.IGNORECASE
)
_FORBIDS = pattern(
    r"(?:never|do not|don't|avoid|(?:must|should) not|mustn't|shouldn't)\s|"
    r"no (?!more|less|matter|one|longer|doubt|problem|and|or)\w"
)
_ENDS = pattern(
    r"(?:end|start|begin|finish|close) (?:with|by)\s",
    r"(?:answer|reply|respond|write|speak) (?:in|only|with)\s",
)
_SOMEBODY = pattern(r"(?:i|i'm|im|we|they|my|our|his|her|their|most|many|some|people|customers|users)\s")
_ONESELF = pattern(r"(?:i|we)\s+[a-z]+\s|(?:i'm|im|i've|we're)\s|(?:my|our) \w+ (?:is|are|has|have)\s")
_KEEPS = pattern(r"keep (?:it|them|things|everything|answers)\s")
_IT_DOES = pattern(r"(?:it|he|she|you)\s+(?:should|must|can|will|never|always|[a-z]+s)\s")
_DEMANDS = pattern(r"(?:should|must|has to|needs to|is to)\s")
_NEVER_DOES = pattern(r"(?:never|always)\s+[a-z]{2,}s\b|(?:does not|doesn't)\s")
_TWO_WORDS = re.compile(r"([\w-]+)\s+([\w-]+)")
_SUBORDINATE = pattern(r"\b(?:if|when|whenever|unless|while|because|although|until|whether|where|once)\b")
_RELATIVE = pattern(r"\b(?:who|that|which|whom|whose)\b(?:\s+([\w-]+)\s+([\w-]+))?")
_CIRCUMSTANCE = pattern(
    r"(?:for|in|at|on|under|below|above|after|before|during|with|without|once|each|every|instead of|apart from|by)\s"
    r"(?![^,;]*,[^,;]*\b(?:it|he|she|you) )"
)
_ALWAYS = pattern(r"(?:always|never)\s+")


def cut(masked: str, whole: Span) -> Iterator[Span]:
    """Yield the clauses of a sentence in a text whose quotes and brackets are masked."""
    if _CIRCUMSTANCE.match(masked, *_trimmed(masked, whole)):
        yield whole  # `for each finding, give the line, say what is wrong`: what follows goes for that alone
        return
    depends = _SUBORDINATE.search(masked, *whole)
    relatives = [*_RELATIVE.finditer(masked, *whole)][::-1]
    opening = _TWO_WORDS.match(masked, *_trimmed(masked, whole))
    ordered = opening is not None and opening[1].casefold() in VERBS
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
        clause = Span(joint.end(), whole.end)
        # `keep the names, but translate those of animals` is one thought, `my son is 9 and hates maths` of one person
        if "but" in joint[0].casefold() or _SOMEBODY.match(masked, *_trimmed(masked, Span(start, joint.start()))):
            alone = any(beginning.match(masked, *clause) for beginning in (_IT_DOES, _FORBIDS, _DEMANDS))
        else:
            alone = _stands_alone(masked, clause, strong=joint[0][0] == ";", of_many=of_many)
        if alone and _TWO_WORDS.search(masked, start, joint.start()):
            yield Span(start, joint.start())
            start = joint.end()
    yield Span(start, whole.end)


def _trimmed(masked: str, whole: Span) -> Span:
    start = whole.start
    while start < whole.end and masked[start].isspace():
        start += 1
    return Span(start, whole.end)


def _stands_alone(masked: str, clause: Span, *, strong: bool, of_many: bool) -> bool:
    if (
        of_many
    ):  # `players who see and never hear` goes on about the players, `a bot that asks and never tells` does not
        return bool(_IT_DOES.match(masked, *clause) or _NEVER_DOES.match(masked, *clause))
    if any(beginning.match(masked, *clause) for beginning in (_IT_DOES, _FORBIDS, _DEMANDS, _KEEPS, _ENDS, _ONESELF)):
        return True
    always = _ALWAYS.match(masked, *clause)
    words = _TWO_WORDS.match(masked, always.end() if always else clause.start, clause.end)
    if not words:
        return False
    verb, following = words[1].casefold(), words[2].casefold()
    orders = verb in VERBS and following not in NO_OBJECT and (strong or verb not in ALSO_NOUNS or following in OBJECTS)
    return is_third_person(words[1], words[2]) or orders
