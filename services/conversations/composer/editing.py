"""Edits in a sentence that feedback asks for: a member leaves a list or goes to its front, a number becomes another."""

import re
from collections.abc import Iterator

from services.conversations.composer.layout import word_set

_WORD = re.compile(r"\w+")
_MEMBERS = re.compile(r"(, (?:and |und |or |oder )?| and | und | or | oder | / | \| |; )")
_TIGHT = re.compile(r"(?<![\w/-])[\w-]+(?:/[\w-]+){2,20}(?![\w/-])")
ARTICLES = word_set("a an the any our my der die das den dem ein eine einen de da")
_SHORT_STEM = 5
_GENERIC = word_set(
    "line label category column section part field bullet heading point row step item word topic etikett kategorie "
    "rubrik spalte zeile feld abschnitt punkt label schritt wort thema"
)
"""What names the place of a member rather than the member: `the Question line`."""
_TAIL = re.compile(
    r"\s*(?:[.!?)”“]|$)|\s(?:from|of|in|for|out|at|on|to|with|is|are|has|have|can|does|do|will|aus|von|für|im|ist|sind|"
    r"hat|haben|kann|können)\b|\s\w{3,}s (?:up|down|out|off)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\([^()]*\)")
NUMBERS = (
    r"(?:\d+(?:[.,]\d+)*|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty|zwei|drei|vier|"
    r"fünf|sechs|sieben|acht|neun|zehn|zwölf|fünfzehn|zwanzig|dreißig|fünfzig)"
)
NEGATIVE = re.compile(
    r"\b(?:no|not|never|avoid|without|nie|niemals|keine?n?|nicht|vermeide|ohne)\b|n't\b", re.IGNORECASE
)
_NUMBER = re.compile(rf"\b({NUMBERS})((?: [^\W\d_]+){{0,2}})", re.IGNORECASE)


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text without what their plural ends in."""
    return frozenset(map(_stem, _WORD.findall(text.casefold())))


def _stem(word: str) -> str:
    stem = word.removesuffix("s").removesuffix("n")
    return stem.removesuffix("e").removesuffix("s") if len(stem) > _SHORT_STEM else stem


def wanted_in(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that name a thing, and those without what names its place: `Question` of `Question line`."""
    words = (words_of(text) - ARTICLES) or words_of(text)
    return words, words - words_of(" ".join(_GENERIC)) or words


def without_member(text: str, wanted: frozenset[str]) -> str:
    """Return a text whose list has lost a member, as `a name and a date` the amount between them; else nothing."""
    for tight in _TIGHT.finditer(text):
        members = tight[0].split("/")
        left = [member for member in members if words_of(member) != wanted]
        if len(left) < len(members):
            return text[: tight.start()] + "/".join(left) + text[tight.end() :]
    parts = _MEMBERS.split(text)  # members at even places, what joins them at odd ones
    if len(parts) > 1 and (before := _without_last(parts[0], wanted, parts[2])) is not None:
        return " ".join(filter(None, (before, "".join(parts[2:]))))
    for at in range(2, len(parts), 2):
        tail = _after(parts[at], wanted)
        if tail is None:
            continue
        if at < len(parts) - 1:
            if tail.strip():
                continue
            return "".join(parts[: at - 1] + parts[at + 1 :])
        if at > 2:  # noqa: PLR2004 - the last one's `and` then stands before the new last one
            parts[at - 3] = parts[at - 1]
        return "".join([*parts[: at - 1], tail])
    return ""


def with_member(text: str, wanted: frozenset[str], instead: str) -> str:
    """Return a text in whose list other members stand instead of one; else nothing."""
    parts = _MEMBERS.split(text)
    for at in range(0, len(parts) if len(parts) > 1 else 0, 2):
        head, colon, member = parts[at].rpartition(": ") if at == 0 else ("", "", parts[at])
        bare = member.rstrip(".")
        if (colon or at) and words_of(bare) - ARTICLES == wanted:
            parts[at] = f"{head}{colon}{instead}{member[len(bare) :]}"
            return "".join(parts)
    return ""


def _without_last(first: str, wanted: frozenset[str], following: str) -> str | None:
    """Return what introduces a list without the member at its end; None where another one stands there."""
    words = first.split()
    if len(words) <= len(wanted) or words_of(" ".join(words[-len(wanted) :])) != wanted:
        return None
    left = words[: -len(wanted)]
    if left[-1].casefold() in ARTICLES and following.partition(" ")[0].casefold() in ARTICLES:
        left.pop()
    return " ".join(left)


def _after(member: str, wanted: frozenset[str]) -> str | None:
    """Return what follows a member that is named by these words; None where it is another one."""
    end, left = 0, set(wanted)
    for word in _WORD.finditer(member):
        if not left:
            break
        named = words_of(word[0])
        if not named <= left and word[0].casefold() not in ARTICLES:
            return None
        left -= named
        end = word.end()
    if left:
        return None
    if aside := _ASIDE.match(member, end):
        end = aside.end()
    return member[end:] if _TAIL.match(member, end) else None


def with_first(text: str, wanted: frozenset[str]) -> str:
    """Return a text whose list, after a colon, begins with a member that stood behind; else nothing."""
    head, colon, listed = text.partition(": ")
    parts = _MEMBERS.split(listed.rstrip("."))
    members = parts[::2]
    at = next((at for at, member in enumerate(members) if words_of(member) - ARTICLES == wanted), 0)
    if not colon or not at:
        return ""
    parts[::2] = [members[at], *members[:at], *members[at + 1 :]]
    return f"{head}: {''.join(parts)}{'.' if listed.endswith('.') else ''}"


def numbers_in(text: str, noun: str) -> Iterator[re.Match[str]]:
    """Yield the numbers of a text that count something: whatever it is, or what a noun names."""
    counted = words_of(noun)
    return (found for found in _NUMBER.finditer(text) if found[2] and (not counted or counted & words_of(found[2])))


def number_of(text: str) -> tuple[str, str]:
    """Return the first number of a text, and the last word of what it counts, if that is said."""
    found = _NUMBER.search(text)
    return (found[1], (found[2].split() or [""])[-1]) if found else ("", "")
