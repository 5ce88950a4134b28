"""How English says what a key of a context has as its value, or what is to be followed."""

import re

from services.conversations.composer.layout import pattern

_PROPER = frozenset(("python", "java", "kotlin", "swift", "english", "german", "french"))
_NAMES_A_THING = re.compile(
    r"(?!(?:is|are|has|have|uses?|can|should|must|no|not|max|min|who|what|where|when|why|how|also|allowed?|avoid|"
    r"include|exclude|with|without|for|in|on|by|if|do|does)\b)[a-z]{2,}(?:[ -][a-z]{2,}){0,3}"
)
_IS_VALUE = re.compile(r"[A-Z\d€$£]|(?:an?|the|our|my) |[a-z]\w{0,60}[-./_][\w./-]{1,120}$")
_IS_CLAUSE = pattern(r"\b(?:is|are|was|were|has|have|can|will|must|should|do|does)\b|[:;\n]|\w{4}[.!?](?:\s|$)")
_IS_SUMS = re.compile(r"[€$£]\d.*, ")
"""What is several things at a time: `£9, children £4`."""
_SHORT_FOR = {"repo": "repository", "app": "app", "org": "organisation", "dept": "department"}
_NAMED = frozenset(
    [
        "branch",
        "brand",
        "client",
        "company",
        "customer",
        "department",
        "firm",
        "game",
        "module",
        "organisation",
        "package",
        "practice",
        "product",
        "project",
        "repository",
        "school",
        "service",
        "shop",
        "site",
        "store",
        "team",
        "ticket",
        "tool",
    ]
)
"""What has a name, be it one written small."""
_GUIDE = re.compile(
    r"(?:[a-z]+ ){0,2}(?:guide|guidelines|manual|handbook|template|standard|conventions|styleguide|playbook)"
)
_OWN = pattern(r"(?:the|our|my|an?) ")
_PLACE = re.compile(r"\S*(?:://|/|\.md|\.docx?|\.pdf)\S*")


def fact(name: str, value: str) -> str:
    """Say the value of a key that has no wording, as `The vessel is MV Nordic`; nothing where that would be odd."""
    words = [_SHORT_FOR.get(word, word) for word in name.casefold().split()]
    if not words or not _NAMES_A_THING.fullmatch(" ".join(words)) or _IS_CLAUSE.search(value):
        return ""
    if _IS_SUMS.match(value):
        return ""
    if not _IS_VALUE.match(value) and not (words[-1] in _NAMED and value.replace(" ", "").isalnum()):
        return ""
    plural = words[-1].endswith("s") and not words[-1].endswith(("ss", "us", "is"))
    the = "" if words[0] in ("my", "our", "your") else "the "
    said = f"{the}{' '.join(word.capitalize() if word in _PROPER else word for word in words)}"
    return f"{said[0].upper()}{said[1:]} {'are' if plural else 'is'} {value}"


def guide(name: str, value: str) -> str:
    """Say what is to be followed, as `Follow the Google style guide`; nothing where a key names no such thing."""
    words = " ".join(name.casefold().split())
    if not _GUIDE.fullmatch(words) or _IS_CLAUSE.search(value):
        return ""
    if _PLACE.fullmatch(value):
        return f"Follow the {words} in {value}"
    if _OWN.match(value):
        return f"Follow {value}"
    if words.rpartition(" ")[2] in value.partition(",")[0].casefold().split():
        return f"Follow the {value}"
    return f"Follow the {value} {words}" if " " not in value else f"Follow the {words}, {value}"
