"""Amounts of text in a sentence, where feedback names another: the old one leaves it, or becomes the new one."""

import re

_COUNT = (
    r"(?:\d+(?:[.,-]\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|fifty|a hundred|"
    r"half an?|eine[nr]? halbe[nr]?|eine[nrm]?|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|fünfzehn|"
    r"zwanzig|fünfzig|hundert)"
)
_UNIT = (
    r"(?:words?|sentences?|lines?|pages?|paragraphs?|columns?|bullets?|bullet points?|points?|slides?|characters|"
    r"wort|wörtern?|worte|satz|sätzen?|zeilen?|seiten?|absatz|absätzen?|spalten?|stichpunkten?|punkten?|folien?|zeichen)"
)
_BOUND = (
    r"(?:at most|no more than|not more than|at least|max(?:imum)?\.?|about|around|exactly|only|just|under|up to|within|"
    r"höchstens|maximal|mindestens|nicht mehr als|genau|etwa|ca\.|rund|nur(?: noch)?|bis zu|unter)"
)
_EACH = r"(?:per|for each|for every|je|pro|für jede[nrs]?)"
_AMOUNT = rf"(?:{_BOUND} )?{_COUNT} (?:(?-i:[a-zäöüß]+) )?{_UNIT}\b"
_IN_PASSING = re.compile(
    rf",? (?:in|within|under|of|with|on|to|mit|unter|auf) (?:{_BOUND} )?{_COUNT} (?:\w+ )?{_UNIT}\b(?! {_EACH}\b)",
    re.IGNORECASE,
)
_MEMBER = re.compile(rf"([:,]) {_AMOUNT}(?=[,.;]|$)(, )?", re.IGNORECASE)
_MUCH = rf"(?P<dative>\b(?:in|mit|aus|zu|auf) )?\b(?P<amount>(?:{_BOUND} )?{_COUNT} "
_PACES = (
    re.compile(rf"{_MUCH}(?:(?-i:[a-zäöüß]+) )?(?P<unit>[\w-]+)) (?P<each>{_EACH} [\w-]+)", re.IGNORECASE),
    re.compile(rf"\b(?P<each>{_EACH} [\w-]+) {_MUCH}(?P<unit>[\w-]+))", re.IGNORECASE),
)
_GERMAN_EACH = re.compile(r"je|pro|für", re.IGNORECASE)
_STEM_CHARS = 4


def without_length(text: str) -> str:
    """Return a sentence without how long something is to be: `Summarise letters` of `Summarise letters in 5 lines`."""
    return _MEMBER.sub(lambda found: f"{found[1]} " if found[2] else "", _IN_PASSING.sub("", text))


def repaced(text: str, new: str) -> str:
    """Return a sentence with as much for each as a new one says: `je Thema eine Zeile`; nothing where it says none."""
    wanted = _pace_in(new)
    old = _pace_in(text)
    if not wanted or not old or _sort(wanted) != _sort(old):
        return ""
    if old["dative"] and _GERMAN_EACH.match(old["each"]):
        return ""  # its case would be another
    return text[: old.start("amount")] + wanted["amount"] + text[old.end("amount") :]


def _pace_in(text: str) -> re.Match[str] | None:
    return next((found for rule in _PACES if (found := rule.search(text))), None)


def _sort(pace: re.Match[str]) -> tuple[str, str]:
    """Return what is counted, and for each of what, by how the words begin."""
    unit, each = pace["unit"].casefold(), pace["each"].rpartition(" ")[2].casefold()
    return _UMLAUTS.get(unit[:_STEM_CHARS], unit[:_STEM_CHARS]), each[:_STEM_CHARS]


_UMLAUTS = {"sätz": "satz", "absä": "absa", "wört": "wort"}
