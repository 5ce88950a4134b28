"""How English says the length of answers: `Use at most six lines per answer` of `six lines maximum`."""

import re

from services.conversations.composer.layout import pattern
from services.conversations.composer.rewording import reworded

COUNT = (
    r"(?:[\d.,]+(?: ?(?:-|\u2013|to|or) ?[\d.,]+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|"
    r"twenty|thirty|fifty|a hundred|half an?)(?: (?:or|to) (?:two|three|four|five|six|seven|eight|ten))?"
)
_AT_MOST = (
    r"(?:at (?:the )?(?:very )?most|max(?:imum)?\.?|up to|no more than|not more than|never more than|under|below)"
)
_TOPS = r"(?:max(?:imum)?\.?|tops|at (?:the )?most|or less|or fewer)"
_EACH = r"(?:per|for each|for every)"
_AMOUNT = pattern(
    rf"(?P<before>(?:{_AT_MOST}|fewer than|less than|at least|exactly|about|around|roughly|only|just|always only) )?"
    rf"(?P<count>{COUNT} (?:[\w-]+ ){{0,2}}?)(?P<unit>[\w-]+)(?P<each> (?:(?:{_EACH}|at a time)\b[^,;]*|each))?"
    rf"(?P<after>,? {_TOPS})?(?P<each_after> {_EACH}\b[^,;]*)?(?P<more>[,;] .+)?"
)
_OF_TEXT = pattern(
    r"(?:words?|sentences?|lines?|characters?|chars|paragraphs?|pages?|columns?|slides?|bullets?|bullet points?|"
    r"points?|tokens|minutes?)"
)
_OF_A_LINE = pattern(rf" {_EACH} line")
_QUESTIONS = pattern(r"questions?")
_QUALITY = r"(?:short|brief|concise|long|detailed|terse|crisp|thorough)"
_PLACED = r"(?:in|as|with|using|without|under|below|within|between|around|about|at|up|no)"
_OTHERS = (
    (pattern(r"\d+"), r"Keep the length of every answer to \g<0>"),
    (pattern(r"(?:not|no|never) (longer|shorter) than (.+)"), r"Make no answer \1 than \2"),
    (pattern(r"(?:must |should )?fits? (.+)"), r"Make sure that every answer fits \1"),
    (pattern(r"medium(?: length)?"), r"Give answers of medium length"),
    (pattern(rf"(?:very )?{_QUALITY} [\w-]+s\b.*"), r"Give \g<0>"),
    (pattern(rf"(?:(?:very|rather|quite|fairly|as|as a rule) )?{_QUALITY}\b.*"), r"Keep every answer \g<0>"),
    (pattern(rf"{_PLACED}\s.*"), r"Keep every answer \g<0>"),
    (pattern(r".*"), r"Keep to this length: \g<0>"),
)
_FACT = pattern(r"[,;] (?=(?:[\w-]+ ){1,6}?(?:is|are|has|have|was|were|can|can't|cannot|won't)\b)")


def length(text: str) -> str:
    """Say a length."""
    if found := _AMOUNT.fullmatch(text):
        return _amount(found)
    return _FACT.sub("; ", reworded(text, _OTHERS), count=1)


def _amount(found: re.Match[str]) -> str:
    bound, after = (found["before"] or "").casefold().strip(), (found["after"] or "").strip(" ,").casefold()
    if after.startswith("max") or after in ("tops", "at most", "at the most"):
        bound, after = "at most", ""
    elif bound.startswith("max"):
        bound = "at most"
    each, more = found["each"] or found["each_after"] or "", found["more"] or ""
    amount = " ".join(filter(None, (bound.removeprefix("always "), found["count"] + found["unit"], after)))
    is_of_text = any(map(_OF_TEXT.fullmatch, (found["count"] + found["unit"]).split()))
    if is_of_text and _OF_A_LINE.fullmatch(each):
        return f"Keep each line to {amount}{more}"
    if not is_of_text or each:
        verb = "write" if is_of_text else "ask" if _QUESTIONS.fullmatch(found["unit"]) else "give"
        return _capitalised(f"{'always ' if bound.startswith('always') else ''}{verb} {amount}{each}{more}")
    return _of_every_answer(bound, after, amount, more)


def _of_every_answer(bound: str, after: str, amount: str, more: str) -> str:
    if after or bound == "at least":
        return f"Write {amount}{more}"
    if bound in ("under", "below"):
        return f"Keep every answer {amount}{more}"
    is_exact = bound in ("", "exactly", "roughly", "about", "around", "only", "just", "always only")
    return f"Keep every answer to {amount}{more}" if more or is_exact else f"Use {amount} per answer"


def _capitalised(text: str) -> str:
    return text[0].upper() + text[1:]
