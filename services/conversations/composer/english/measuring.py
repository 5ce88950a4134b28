"""How much a person wants, said without a verb: `max 5 lines`, `two pages`, `budget 900 euros`."""

import re

from services.conversations.composer.english.things import WRITTEN_UNITS
from services.conversations.composer.layout import pattern

_COUNT = (
    r"(?:\d[\d.,]*(?: ?(?:-|\u2013|to|or) ?\d+)?|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|fifteen|twenty|"
    r"thirty|fifty|half an?|a (?:hundred|thousand|dozen))\b)(?: (?:or|to) (?:two|three|four|five|six|seven|"
    r"eight|ten))?"
)
_ADJECTIVE = r"(?:(?:short|brief|long|small|full|simple|plain|printed|typed|whole|a4) )?"
_BOUND = pattern(
    r"(?P<most>max(?:imum)?\.?(?: of)?|at (?:the )?(?:very )?most|no more than|not more than|up to)|"
    r"(?P<least>at (?:the )?(?:very )?least|min(?:imum)?\.?(?: of)?)|"
    r"(?P<under>under|below|less than|fewer than|within|no longer than|not longer than)|"
    r"(?P<near>about|around|roughly|approx(?:\.|imately)?|circa|ca\.|exactly|only|just)"
)
_BOUND_FIRST = re.compile(
    rf"(?:{_BOUND.pattern}) (?P<count>[€$£]? ?{_COUNT}) ?(?P<what>{_ADJECTIVE}(?P<unit>[\w€$£%-]*)\b.{{0,120}})",
    re.IGNORECASE,
)
_BOUND_LAST = re.compile(
    rf"(?P<count>{_COUNT}) (?P<what>{_ADJECTIVE}(?P<unit>[\w€$£%-]+)(?: [\w-]+){{0,3}}?),? "
    r"(?:at (?:the )?(?:very )?most|max(?:imum)?\.?|tops|or less|or fewer)(?P<rest>(?:[ ,].{0,120})?)",
    re.IGNORECASE,
)
_BARE = re.compile(rf"{_COUNT} {_ADJECTIVE}(?P<unit>[\w-]+)\b(?P<rest>.{{0,120}})", re.IGNORECASE)
_IS_NEAR = pattern(r"(?:about|around|roughly|approx|circa|ca\.)")
_EACH = pattern(r"(?: [\w-]+){0,2} (?:per|back|each|every|at a time|for (?:each|every)|a (?:day|week|month|time))\b")
_MONEY = pattern(r"(?:euros?|eur|dollars?|usd|pounds?|gbp|bucks|francs|chf|crowns|quid|[€$£])")
_BUDGET = pattern(
    r"(?:my |our |the |total )?budget(?: of| is|:)? (?=(?:max\.? |about |around |under |up to )?[€$£]?\d)"
)
_COST = pattern(
    r"(?:the |my |our )?(?P<total>total )?(?P<cost>costs?|price) (?:(?P<most>max(?:imum)?\.?|at most|no more than|"
    r"up to)|"
    r"(?P<near>about|around|roughly|under|below|less than))? ?(?P<sum>[€$£]? ?\d.*)"
)
_TOP = pattern(
    r"(?:the )?top (?P<count>\d+|two|three|four|five|six|ten)\b(?P<what>[^,;]{0,60}?)(?P<most>,? (?:max(?:imum)?|"
    r"at most|tops|only))?\.?"
)
_TIMES = pattern(rf"(?P<count>{_COUNT}) (?P<unit>min|mins|minutes?|hours?|hrs?|seconds?|secs?) (?:each|apiece)")
_EATERS = frozenset({"guests", "people", "persons", "players", "portions", "servings"})
_QUESTIONS = frozenset({"question", "questions"})
_TOPICS = frozenset({"subject", "theme", "topic"})
_FEW_WORDS = pattern(r"(?:as )?few words(?: as possible)?")


def measured(words: str) -> str:
    """Return how much is wanted as what to heed: `Use at most 5 lines` of `5 lines tops`; nothing where it is none."""
    if budget := _BUDGET.match(words):
        return f"Keep to a budget of {words[budget.end() :]}"
    if _FEW_WORDS.match(words):
        return f"Use {words[0].lower()}{words[1:]}"
    if found := _BOUND_LAST.fullmatch(words):
        return _best(words) or f"{_keeping(found)} at most {found['count']} {found['what']}{found['rest']}"
    if found := _BOUND_FIRST.fullmatch(words):
        return _bounded(words, found)
    return _cost(words) or _best(words) or _bare(words)


def _cost(words: str) -> str:
    """Return `Keep the cost around 90 euros` of `cost around 90 euros`."""
    found = _COST.fullmatch(words)
    if not found:
        return ""
    bound = f" {found['near']} " if found["near"] else " to at most " if found["most"] else " to "
    return f"Keep the {found['total'] or ''}{found['cost'].casefold()}{bound}{found['sum']}"


def _best(words: str) -> str:
    """Return `Give at most the top 3` of `top 3 max`."""
    found = _TOP.fullmatch(words)
    return f"Give {'at most ' if found['most'] else ''}the top {found['count']}{found['what']}" if found else ""


def _bounded(words: str, found: re.Match[str]) -> str:
    amount = f"{found['count']} {found['what']}".strip()
    if _MONEY.match(found["unit"]) or found["count"][0] in "€$£":
        verb = "Stay" if found["under"] else "Spend"
    elif found["under"]:
        verb = "Keep every answer" if found["unit"].casefold() in WRITTEN_UNITS else "Stay"
    elif found["near"] or found["least"]:
        if not found["unit"] or (_IS_NEAR.match(words) and found["unit"].casefold() not in WRITTEN_UNITS):
            return ""  # `about 30 people come` tells something
        verb = "Write" if found["unit"].casefold() in WRITTEN_UNITS else "Give"
    else:
        verb = _keeping(found)
    if found["most"] and found["most"].casefold().startswith("max"):
        return f"{verb} at most {amount}"
    if found["least"] and found["least"].casefold().startswith("min"):
        return f"{verb} at least {amount}"
    return f"{verb} {words[0].lower()}{words[1:]}"


def _keeping(found: re.Match[str]) -> str:
    return "Use" if found["unit"].casefold() in WRITTEN_UNITS else "Keep to"


def _bare(words: str) -> str:
    if found := _TIMES.fullmatch(words):
        return f"Keep each one to {found['count']} {found['unit']}"
    found = _BARE.fullmatch(words)
    if not found:
        return ""
    unit, noted = found["unit"].casefold(), f"{words[0].lower()}{words[1:]}"
    is_each, is_all = _EACH.match(found["rest"]), not found["rest"]
    if unit in WRITTEN_UNITS and words.casefold() != "a line":
        return f"Write {noted}"
    if is_all:
        verb = "Ask" if unit in _QUESTIONS else "Plan for" if unit in _EATERS else ""
    else:
        verb = "Ask" if unit in _QUESTIONS else "Cover" if unit in _TOPICS else "Give"
    return f"{verb} {noted}" if verb and (is_all or is_each) else ""
