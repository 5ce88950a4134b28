"""Where an English sentence falls into clauses that can stand alone."""

import re
from collections.abc import Iterator

from services.conversations.composer.english.courtesy import is_asked
from services.conversations.composer.english.grammar import is_third_person
from services.conversations.composer.english.keeping import is_one, is_one_measure
from services.conversations.composer.english.lexicon import ALSO_NOUNS, NO_OBJECT, OBJECTS, VERBS
from services.conversations.composer.english.running_on import FRAGMENT, is_fragment, run_on
from services.conversations.composer.english.standing import both_stand
from services.conversations.composer.english.taking_back import after_taking_back, is_taken_back
from services.conversations.composer.english.turns import turn
from services.conversations.composer.english.wanting import WANTS
from services.conversations.composer.layout import Span, pattern

_JOINT = re.compile(
    r"[,;]\s+(?:(?:and|but|so)\s+)?(?:also\s+)?(?:please\s+)?|(?<!\s)\s+(?:and|but)\s+(?:please\s+)?|"
    r"(?<!\s)\s+so\s+(?:please\s+)?(?=(?:no|never|don't|use|keep) (?!it\b|them\b|him\b|her\b)|(?:(?:very )?(?:big|"
    r"large|huge|bold|short|simple|plain|easy|"
    r"small|tiny|slow|clear|few|lots of|many) )+"
    r"(?:letters?|print|type|font|words?|sentences?|steps?|answers?|pictures?|examples?|breaks?|paragraphs?|questions?|"
    r"language|portions?|texts?|lines?|repl(?:y|ies)|messages?)(?=[,.;!]|$))",
    re.IGNORECASE,
)
_FORBIDS = pattern(
    r"(?:never|do not|don't|avoid|(?:must|should) not|mustn't|shouldn't)\s|"
    r"(?:no|without) "
    r"(?!more|less|matter|one|longer|doubt|problem|wait|and|or)[\"“\w]|nothing (?!more|less|but|else|is|was)\w"
)
_TO_ME = pattern(r"(?!who\b|that\b|which\b|to\b|and\b|for\b|with\b|of\b)[a-z]{3,} (?:me|us) ")
_ENDS = pattern(
    r"(?:end|start|begin|finish|close) (?:with|by)\s",
    r"(?:answer|reply|respond|write|speak) (?:in|only|with)\s",
)
_SOMEBODY = pattern(
    r"(?:i|i'm|im|i've|we|we've|we're|they|he|she|he's|she's|they're|they've|it (?:costs|weighs|has|comes)|"
    r"my|our|his|her|their|most|many|some|people|customers|users|the (?:user|customer|guest|student|client)s?|guests|"
    r"students|visitors|members|clients|kids|some(?:one|body)(?! (?:who|that|which|to)\b))\s"
)
_ONESELF = pattern(
    r"(?:i|we)\s+[a-z]+\s|(?:i'm|im|i've|we're)\s|"
    r"(?:my|our) \w+ (?:is|are|has|have|doesn't|don't|can't|hates?|loves?|likes?)\s"
)
_KEEPS = pattern(r"keep (?:it|them|things|everything|answers)\s")
_IT_DOES = pattern(
    r"(?:it|he|she|you)\s+(?:(?:should|must|can|wo)n't|cannot|should|must|can|will|never|always|[a-z]+s)\s",
    r"(?:can|could) (?:it|he|she)\s",
)
_DEMANDS = pattern(r"(?:should|must|has to|needs to|is to)\s")
_NEVER_DOES = pattern(r"(?:never|always)\s+[a-z]{2,}s\b|(?:does not|doesn't)\s")
_NOT_DOES = pattern(r"not\s+([a-z]+)\s")
_DOES_NOT = pattern(r"(?:does not|doesn't|cannot|can't)\s")
_HELPER = pattern(
    rf"(?:{WANTS} |(?:build|make|give) (?:me|us) )?(?:an?|the|some(?:one|body|"
    rf"thing))(?: [\w-]+){{0,3}}? (?:that|who|which)\s"
)
"""Somebody who is wished for, and what he does."""
_THING_SHOULD = pattern(
    r"(?:the|every|each|all|last|first|my|our) (?:[\w-]+ ){1,3}?(?:should|must|shouldn't|mustn't|has to|"
    r"have to|needs? to)\s"
)
_TWO_WORDS = re.compile(r"([\w-]+)\s+([\w-]+)")
_SOME_ORDER = pattern(
    r"(?:be|use|keep|make|answer|reply|always|never|ask|start|begin|end|stay|say|avoid|return|output)\b"
)
_WANTS = pattern(rf"(?:(?:so|well|ok|basically|also|and|but|hi|hello|please),?\s+){{0,4}}{WANTS}\s")
_MORE_OF_IT = pattern(r"[^,;.]{1,60}\bor\s+([\w-]+)")
_IN_CASE = pattern(r"(?:if|when|whenever)\s")
_ONLY = pattern(r"(?:only|just)\s+\w")
_SUBORDINATE = pattern(r"\b(?:if|when|whenever|unless|while|because|although|until|whether|where|(?<!at )once)\b")
_WISHED_FOR = pattern(
    r"(?:(?:i|we)(?:'d| would)? )?(?:want|need|like|love) (?:to have )?(?:some(?:thing|one|body)|an? [^,;.]{1,40}?) "
    r"(?:that|who|which|to)\b",
    r"(?:i|we)(?:'d| would)? (?:want|need|like|love) (?:feedback|help|advice|ideas|tips|suggestions)\b",
)
_THEM = pattern(r"([a-z-]+) (?:them|these|those|it|him|each|every|all)\b")
_YOU_DO = pattern(r"you (?:then )?([a-z-]+) ")
_NOTHING = pattern(r"(?:no|without|nothing)\s")
_YOU = pattern(r"you\s")
_YOU_HAVE = pattern(r"you (?:know|get|have|are|may|start|only|also)\s")
_I_AM = pattern(r"(?:i'm|im|i am|we're|we are)\s")
_POSITIVE = pattern(
    r"budget\b|"
    r"plain text\b|not (?:more|longer) than\b|with (?:an?|the)\b|"
    r"(?:two|three|four|five|six|ten|\d+) (?:short )?(?:words|sentences|lines|paragraphs|pages)\b|"
    r"(?:always|just|instead|rather|preferably|please)\s|"
    r"(?:max(?:imum)?\.?|min(?:imum)?\.?|at most|at least|up to|about|around|exactly) \d|"
    r"(?:\d+(?: ?[-\u2013] ?\d+)?|one|two|three|four|five|six|ten) [\w-]+ (?:per|each|apiece|max|maximum|at most)\b|"
    r"\d+(?: ?[-\u2013] ?\d+)? (?:min|mins|minutes|hours?|seconds|sec|km|kg|grams|euros?|dollars|pounds|percent)\b|"
    r"costs? (?:about|around|under|below|max|at most|up to|less than)\b|"
    r"[\w-]+(?: [\w-]+)? (?:is|are|was|were) (?!not\b|n't)|"
    r"(?:two|three|four|five|six|ten|\d+) [\w-]+:|in (?:lower|upper) case\b|in capitals\b|as an? |"
    r"[^\s,;:]+(?: [^\s,;:]+){0,2} (?:first|last|always|optional|only(?=[.!]|$)|in (?:brackets|bold|italics|"
    r"capitals)|at the (?:end|top|start|beginning)|not needed|"
    r"not necessary)\b|"
    r"[\w-]+ (?:if|where|when) (?:possible|it makes sense)\b"
)
"""What does not go on with a list of what is forbidden: a measure, a wish."""
_RELATIVE = pattern(r"\b(?:who|that|which|whom|whose)\b(?:\s+([\w-]+)\s+([\w-]+))?")
_CIRCUMSTANCE = pattern(
    r"(?:for|in|at|on|under|below|above|after|before|during|with|without|once|each|every|instead of|apart from|by)\s"
    r"(?![^,;]*,[^,;]*\b(?:it|he|she|you) )"
)
_WHAT_I_WANT = pattern(r"(?:what|all) (?:i|we)(?:'d| would)?(?: really| just| actually)? (?:want|need|like|love) is\b")
_CAST = pattern(
    r"\s*(?:(?:so|well|ok|and|or)\s+)*(?:can|could|would|might) (?:it|you|this) be (?:an?|my|"
    r"like an?)\s[^.!?:\n]{2,60}:"
)
"""A role and what it does stay together: `could it be a scene partner: read me the cues, let me reply?`."""
_ASKS_INDIRECTLY = pattern(r"\b(?:what|who|whom|which|whose|how|why|where|whether)\b")
_BARE_BAN = pattern(r"(?:do not|don't|never) [a-z-]+[\s.!?]*(?=$|[,;.])")
"""What is forbidden in a case alone, as nothing else says of what: `if a date is absent, put n/a, don't guess`."""
_BECAUSE = pattern(
    r"(?!(?:i|we)(?:'d| would)? (?:want|need|like|prefer)\b)(?:i|we|he|she|they|it|that|people|there)(?:'\w+)? "
    r"[^,;.!?]{2,80}\b(?:those|them|it|these|that|one|any|enough)[.!]?$"
)
"""A reason that means nothing without what is forbidden: `no lists, I see plenty of those`."""
_BECOMES = re.compile("->|→|=>")
_LONGEST_GREETING = 40
_ALWAYS = pattern(r"(?:always|never)\s+")


def cut(masked: str, whole: Span) -> Iterator[Span]:
    """Yield the clauses of a sentence in a text whose quotes and brackets are masked."""
    if _BECOMES.search(masked, *whole) or _CAST.match(masked, *whole) or is_one(masked, whole):
        yield whole  # `a, b -> c` is an example
        return
    if _CIRCUMSTANCE.match(masked, *_trimmed(masked, whole)):
        yield whole  # `for each finding, give the line, say what is wrong`: what follows goes for that alone
        return
    whole = after_taking_back(masked, whole)
    if in_turn := turn(masked, whole):
        yield from cut(masked, Span(whole.start, in_turn.start)) if masked[whole.start : in_turn.start].strip() else ()
        yield in_turn
        if masked[in_turn.end : whole.end].strip(" ,;.!?\n"):
            yield from cut(masked, Span(in_turn.end, whole.end))
        return
    found = [clause for piece in run_on(masked, whole) for clause in _cut(masked, piece)]
    if found and is_taken_back(masked, found[-1], whole.end):
        found.pop()
    yield from found


def _cut(masked: str, whole: Span) -> Iterator[Span]:
    depends = _SUBORDINATE.search(masked, *whole)
    relatives = [*_RELATIVE.finditer(masked, *whole)][::-1]
    opening = _TWO_WORDS.match(masked, *_trimmed(masked, whole))
    ordered = opening is not None and opening[1].casefold() in VERBS
    is_first = ordered and len(masked[: whole.start].strip()) <= _LONGEST_GREETING
    start = whole.start
    for joint in _JOINT.finditer(masked, *whole):
        wants = _WHAT_I_WANT.match(masked, joint.end(), whole.end)
        if depends and depends.start() < joint.start() and not wants:
            at_first = depends.start() == _trimmed(masked, whole).start
            forbids = _FORBIDS.match(masked, joint.end(), whole.end)
            if not at_first and _if_follows(masked, joint, start, whole.end):
                forbids = _IN_CASE.match(masked, joint.end(), whole.end)
            if at_first and forbids and _BARE_BAN.match(masked, joint.end(), whole.end):
                continue
            if not forbids or (at_first and not (joint[0][0] == "," and "," in masked[start : joint.start()])):
                continue
        while relatives and relatives[-1].start() < start:
            relatives.pop()
        relates = relatives[-1] if relatives and relatives[-1].start() < joint.start() else None
        of_many = relates is not None and not is_third_person(relates[1] or "", relates[2] or "") and not ordered
        before, clause = _trimmed(masked, Span(start, joint.start())), Span(joint.end(), whole.end)
        if is_first and start == whole.start and _is_one_task(masked, joint, before, clause):
            continue
        alone = joint[0].casefold().split()[0] == "so" or _is_alone(masked, joint, before, clause, of_many=of_many)
        if (alone or wants) and (_TWO_WORDS.search(masked, start, joint.start()) or FRAGMENT.match(masked, *before)):
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
    if (forbids and (_goes_on(masked, clause) or _BECAUSE.match(masked, *clause))) or _is_of_the_same(
        masked, joint, before, clause
    ):
        return False
    comma = joint[0][0] in ",;"
    if (
        (comma and both_stand(masked, Span(before.start, joint.start()), clause))
        or (of_somebody and (_WISHED_FOR.match(masked, *clause) or (comma and _is_asked_of_you(masked, clause))))
        or _if_follows(masked, joint, before.start, clause.end)
        or is_fragment(masked, joint, before, clause)
        or (forbids and not of_many and _begins_anew(masked, clause))
        or (of_somebody and "so" in words and _is_order(masked, clause))
    ):
        return True
    # `keep the names, but translate those of animals` is one thought, `my son is 9 and hates maths` of one person
    if ("but" in words and not forbids) or of_somebody:
        beginnings = (_IT_DOES, _FORBIDS, _TO_ME) if of_somebody else (_IT_DOES, _FORBIDS, _DEMANDS, _TO_ME)
        negated = _NOT_DOES.match(masked, *clause)
        if negated and negated[1].casefold() in VERBS and not of_somebody:
            return True
        if _DOES_NOT.match(masked, *clause) and _HELPER.match(masked, *before):
            return True
        return any(beginning.match(masked, *clause) for beginning in beginnings)
    return _stands_alone(masked, clause, strong=joint[0][0] == ";", of_many=of_many)


def _is_of_the_same(masked: str, joint: re.Match[str], before: Span, clause: Span) -> bool:
    """Tell whether a clause goes on about the same one: `you get a list and tell me …`, `I have mails but no time`."""
    comma = joint[0][0] in ",;"
    if not comma and joint[0].split() == ["and"] and _YOU.match(masked, *before):
        return True
    if is_one_measure(masked, joint, before, clause):
        return True
    starts = _I_AM if comma else _SOMEBODY
    wants = _WANTS.match(masked, *before)
    return bool(_NOTHING.match(masked, *clause) and starts.match(masked, *before)) and not wants


def _trimmed(masked: str, whole: Span) -> Span:
    start = whole.start
    while start < whole.end and masked[start].isspace():
        start += 1
    return Span(start, whole.end)


def _if_follows(masked: str, joint: re.Match[str], start: int, end: int) -> bool:
    """Tell whether a case of its own follows: `answer mails, and if somebody is rude, stay calm`."""
    joins = joint[0][0] == ";" or (joint[0][0] == "," and joint[0].casefold().split()[1:2] in (["and"], ["but"]))
    if not joins or not _IN_CASE.match(masked, joint.end(), end):
        return False
    return not (_ASKS_INDIRECTLY.search(masked, start, joint.start()) and _is_asked(masked, joint.end(), end))


def _is_asked(masked: str, start: int, end: int) -> bool:
    """Tell whether `if any guest came` is asked, and nothing follows on it but what is forbidden."""
    comma = masked.find(", ", start, end)
    return is_asked(masked[start : end if comma < 0 else comma]) and (
        comma < 0 or _FORBIDS.match(masked, comma + 2, end) is not None
    )


def _goes_on(masked: str, clause: Span) -> bool:
    """Tell whether what is forbidden goes on: `never write, call or text`."""
    more = _MORE_OF_IT.match(masked, *clause)
    return more is not None and more[1].casefold() in VERBS and more[1].casefold() not in ALSO_NOUNS


def _begins_anew(masked: str, clause: Span) -> bool:
    """Tell whether an order follows on what is forbidden: `no emojis, but greet people by name`."""
    anew = (_ONLY, _POSITIVE, _THING_SHOULD, _YOU_HAVE)
    return any(beginning.match(masked, *clause) for beginning in anew) or _is_order(masked, clause)


def _is_asked_of_you(masked: str, clause: Span) -> bool:
    """Tell whether an order follows on what others do: `customers ask about prices, answer them`, `you answer …`."""
    if _ENDS.match(masked, *clause):
        return True
    asked = _THEM.match(masked, *clause) or _YOU_DO.match(masked, *clause)
    return asked is not None and asked[1].casefold() in VERBS


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
    if of_many:  # `players who see and never hear` goes on about them, `a bot that asks and never tells` does not
        return bool(_IT_DOES.match(masked, *clause) or _NEVER_DOES.match(masked, *clause))
    if any(
        beginning.match(masked, *clause)
        for beginning in (_IT_DOES, _FORBIDS, _DEMANDS, _KEEPS, _ENDS, _ONESELF, _TO_ME, _THING_SHOULD)
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
