"""How a text is set: where it is prose, how its prose falls into sentences and clauses, and what keeps it apart."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from services.conversations.composer.english import is_third_person, pattern
from services.conversations.composer.lexicon import NO_OBJECT, VERBS

_PROSE_CHARS = 4096  # a longer text is material, not a wish: it is kept in one piece
_SHORT_CHARS = 300  # a line up to this length needs no fences to be told from the rest
_WRAPPED_CHARS = 50  # a line at least this long that goes on in lower case was wrapped, and is no sentence

# One character for another, so that places in the text stay true: all ends of lines alike, and nothing that cannot be
# stored or printed.
_CLEAN = str.maketrans(
    dict.fromkeys((*range(9), *range(14, 32), *range(127, 160)), " ")
    | dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")
    | {ord(end): "\n" for end in "\v\f\r\x85\u2028\u2029"}
)

_SET_OUT = re.compile(r"[ \t]*(?:[-*+•]\s|#{1,6}\s|[>|{}\[<]|```|\d+[.)]\s|[a-zA-Z][.)]\s)|(?:\t| {2,})\S")
_ITEM = re.compile(r"[ \t]*(?:[-*+•]|\d+[.)]|[a-zA-Z][.)])\s")
_BACKTICKS = re.compile(r"`{3,}")

# Quotes, brackets and abbreviations hold stops that end nothing. No alternative reads on over its own first character,
# so that no text is read twice.
_HELD = re.compile(
    r'"[^"\n]*"|“[^“”\n]*”|`[^`\n]*`|\([^()\n]*\)|'
    r"\b(?i:e\.g|i\.e|vs|dr|mr|mrs|ms|prof|approx)\.|\betc\.(?=,|\s+[a-z])|\b[A-HJ-Z]\.(?=\s[A-Z])"
)
_SHORTEST_QUOTE = 4
_STOP = re.compile(r"(?<![.!?…])[.!?…]+[)\]\"'”\u2019]*(?=\s)|\n")
_JOINT = re.compile(r"[,;]\s+(?:(?:and|but)\s+)?|(?<!\s)\s+(?:and|but)\s+", re.IGNORECASE)

_FORBIDS = pattern(
    r"(?:never|do not|don't|avoid|(?:must|should) not|mustn't|shouldn't)\s|"
    r"no (?!more|less|matter|one|longer|doubt|problem|and|or)\w"
)
_KEEPS = pattern(r"keep (?:it|them|things|everything|answers)\s")
_IT_DOES = pattern(r"(?:it|he|she|you)\s+(?:should|must|can|will|never|always|[a-z]+s)\s")
_DEMANDS = pattern(r"(?:should|must|has to|needs to|is to)\s")
_NEVER_DOES = pattern(r"(?:never|always)\s+[a-z]{2,}s\b|(?:does not|doesn't)\s")
_TWO_WORDS = re.compile(r"([\w-]+)\s+([\w-]+)")
_SUBORDINATE = pattern(r"\b(?:if|when|whenever|unless|while|because|although|until|whether|where)\b")
_RELATIVE = pattern(r"\b(?:who|that|which|whom|whose)\b")


class Span(NamedTuple):
    """A stretch of a text, by its characters."""

    start: int
    end: int


def clean(text: str) -> str:
    """Return a text of equal length without control characters; its lines end in a newline."""
    return text.replace("\r\n", " \n").translate(_CLEAN)


def prose_and_rest(text: str) -> tuple[Span, Span]:
    """Cut a text before its first list, code or other thing that is set out; each half may be empty."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    edge = _first_set_out(text, Span(start, end))
    if edge - start > _PROSE_CHARS:
        edge = start
    before = text[start:edge].rstrip()
    if edge < end and before.endswith(":"):  # what introduces a list stays with it
        edge = start + before.rfind("\n") + 1
    return Span(start, edge), Span(edge, end)


def _first_set_out(text: str, whole: Span) -> int:
    at = whole.start
    while at < whole.end:
        if _SET_OUT.match(text, at, whole.end):
            return at
        newline = text.find("\n", at, whole.end)
        at = whole.end if newline < 0 else newline + 1
    return whole.end


def set_apart(text: str) -> str:
    """Return a text as it may stand in a prompt: between fences, unless it is a list or one short line."""
    line = len(text) <= _SHORT_CHARS and "\n" not in text and not _SET_OUT.match(text)
    return text if line or _is_list(text) else fenced(text)


def _is_list(text: str) -> bool:
    """Tell whether a text is nothing but lists and the lines that introduce them."""
    return all(
        not line or _ITEM.match(line) or (line.endswith(":") and not _SET_OUT.match(line))
        for line in map(str.rstrip, text.split("\n"))
    )


def fenced(text: str) -> str:
    """Return the text between fences that nothing in it closes (CommonMark, 4.5)."""
    longest = max((len(ticks) for ticks in _BACKTICKS.findall(text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}\n{text}\n{fence}"


def clauses(text: str, prose: Span) -> Iterator[Span]:
    """Yield the sentences of a text, cut further where a clause can stand alone."""
    masked = _HELD.sub(_mask, text[prose.start : prose.end])
    start = line = 0
    for stop in _STOP.finditer(masked):
        if stop[0] == "\n":
            wrapped = stop.start() - line >= _WRAPPED_CHARS and masked[stop.end() : stop.end() + 1].islower()
            line = stop.end()
            if wrapped:
                continue
        yield from _cut(masked, Span(start, stop.end()), prose.start)
        start = stop.end()
    yield from _cut(masked, Span(start, len(masked)), prose.start)


def _mask(held: re.Match[str]) -> str:
    """Return a stand-in of equal length; the end of a quoted sentence stays, as it may end the sentence around it."""
    text = held[0]
    if text[-1] in '"”' and len(text) >= _SHORTEST_QUOTE:
        return text[0] + "x" * (len(text) - 3) + text[-2:]
    return "x" * len(text)


def _cut(masked: str, whole: Span, offset: int) -> Iterator[Span]:
    depends = _SUBORDINATE.search(masked, *whole)
    relates = _RELATIVE.search(masked, *whole)
    start = whole.start
    for joint in _JOINT.finditer(masked, *whole):
        if depends and depends.start() < joint.start():
            break
        related = relates is not None and relates.start() < joint.start()
        if _stands_alone(masked, Span(joint.end(), whole.end), strong=joint[0][0] == ";", related=related):
            yield Span(offset + start, offset + joint.start())
            start = joint.end()
    yield Span(offset + start, offset + whole.end)


def _stands_alone(masked: str, clause: Span, *, strong: bool, related: bool) -> bool:
    if (
        related
    ):  # `players who see and never hear` goes on about the players, `a bot that asks and never tells` does not
        return bool(_IT_DOES.match(masked, *clause) or _NEVER_DOES.match(masked, *clause))
    if any(beginning.match(masked, *clause) for beginning in (_IT_DOES, _FORBIDS, _DEMANDS, _KEEPS)):
        return True
    words = _TWO_WORDS.match(masked, *clause)
    if not words:
        return False
    orders = words[1].casefold() in VERBS and words[2].casefold() not in NO_OBJECT
    return is_third_person(words[1], words[2]) or (strong and orders)
