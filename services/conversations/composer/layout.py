"""How a text is set: where it is prose, how its prose falls into sentences and clauses, and what keeps it apart."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


_SHORT_CHARS = 300  # a line up to this length needs no fences to be told from the rest
_WRAPPED_CHARS = 40  # a line at least this long that goes on in lower case was wrapped, and is no sentence
_INDENT_CHARS = 9
_SHOUTED_CHARS, _SHOUTED_SHARE = 20, 0.8
_SHOUTED_WORD = re.compile(r"[A-Z]{2,}|\bA\b")
_LONG_CHARS = 65  # and so was one at least this long, however it goes on
_ABBREVIATIONS = word_set("AI API CSS CSV CV EU FAQ HTML HTTP JSON PDF SQL UK URL XML YAML")

_PROPER = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december english german french spanish italian portuguese dutch polish russian turkish arabic
    chinese japanese python java javascript kotlin rust perl ruby excel google whatsapp christmas easter
    """
)
"""What has a capital even where nouns are written small."""

# One character for another, so that places in the text stay true: all ends of lines alike, and nothing that cannot be
# stored or printed.
_CLEAN = str.maketrans(
    dict.fromkeys((*range(9), *range(14, 32), *range(127, 160)), " ")
    | dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")
    | {ord(end): "\n" for end in "\v\f\r\x85\u2028\u2029"}
)

_SET_OUT = re.compile(
    r"[ \t]*(?:[-*+•]\s|#{1,6}\s|[>|{}\[<]|```|\d+[.)]\s|[a-zA-Z][.)]\s)|(?:\t| {2,})\S|"
    r"exit (?:status|code) \d|[^\s:]+[/\\.]\w+:(?:\d+:(?:\d+:)?|\s)|Traceback \(|"
    r"\w*(?:Error|Exception|Warning):|\s*at [\w$.<>]{3,80}\(|[^|\n]{1,60} \| [^|\n]{1,80} \| |"
    r"\$ |\d{4}-\d\d-\d\d[ T]\d\d:\d\d|"
    r"(?:From|To|Subject|Date|Von|An|Betreff|Datum): "
)
_ITEM = re.compile(r"[ \t]*(?:[-*+•]|\d+[.)]|[a-zA-Z][.)])\s")
_PAIR = re.compile(r"[ \t]*[\"“„][^\n]{1,300}[\"”“][ \t]*(?:=|->|→|=>)[ \t]*[^\s=>][^\n]{0,80}\n?")
"""An example on a line of its own: `"is it open today?" = hours`."""
_ANNOUNCES = re.compile(r"\S:[ \t]*\n[ \t]*\n")  # `here is the mail:` and a blank line: what follows is that mail
_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?![ \t]*\n))*")
_QUOTED_PARAGRAPH = re.compile(r"^[ \t]*[\"“„][^\"“”„]{30,}[\"”“][.,]?[ \t]*$", re.MULTILINE)
_ITEM_START = re.compile(r"^[ \t]*(?:[-*+•]|\d+[.)]|[a-zA-Z][.)])[ \t]", re.MULTILINE)
_HEADING = re.compile(r"[ \t]*#{1,6}\s")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_IS_FENCED = re.compile(r"(`{3,})[^`\n]*\n(?:(?!\1).*\n)*\1")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_BACKTICKS = re.compile(r"`{3,}")

# Quotes, brackets and abbreviations hold stops that end nothing. No alternative reads on over its own first character,
# so that no text is read twice.
_HELD = re.compile(
    r'"[^"\n]*"|“[^“”\n]*”|„[^„“\n]*“|`[^`\n]*`|\([^()\n]*\)|'
    r"\b(?i:e\.g|i\.e|vs|dr|mr|mrs|ms|prof|approx|z\. ?b|d\. ?h|u\. ?a|i\. ?d\. ?r|bzw|ca|(?<!\d )max|min|nr|evtl|"
    r"ggfs?|inkl|"
    r"exkl|incl|excl|bspw|zzgl|bzgl|vgl|sog)\.|"
    r"\b(?i:std|dept|est|esp|resp|abbr|fig|vol|avg|tel|mio|mrd|tsd|abk|etc|usw|co|inc|ltd)\.(?=,|\s*[a-zäöü\d(])|"
    r"\b(?:No|no|Art|Abs|Kap|pp?|S|mind)\.(?=\s?\d)|(?<=\d )(?i:std|min|sek|mio|mrd)\.(?=\s+\w)|"
    r"\b[kK]\. ?[aA]\.(?=,|\s+[a-zäöü])|\b[kK]\.(?= ?[aA]\.)|\b[oO]\.(?= ?[äÄ]\.)|\b[sS]\.(?= ?[uo]\.)|"
    r"\b[A-HJ-Z]\.(?=\s[A-Z])|\b(?:der|die|das|dem|den|am|vom|zum|zur|ab|bis) \d{1,2}\."
)
_COUNTED = re.compile(r"(?<=[\s:])1\. [^\n]{1,200}? 2\. [^\n]{1,600}?(?=[^\d\s]\. (?!\d)|\n|$)")
"""Steps that are counted within a sentence: `always give 1. the move 2. the reason`."""
_SHORTEST_QUOTE = 4
_STOP = re.compile(r"(?<![.!?…])[.!?…]+(?:(?=\s)|[)\]\"'”\u2019]+(?=\s)(?!\s+[a-zäöü]))|\n")


_PLAIN_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*[,;:!?]*\.?")
_ENDED = re.compile(r"[.!?…][)\]\"'”\u2019»“]$")


class Span(NamedTuple):
    """A stretch of a text, by its characters."""

    start: int
    end: int


class Kind(StrEnum):
    """What a block of a text is: `HEADED` is a heading and all that follows."""

    PROSE = "prose"
    LIST = "list"
    SET_OUT = "set out"
    EXAMPLES = "examples"
    HEADED = "headed"


class Block(NamedTuple):
    """A stretch of a text that is of one kind."""

    kind: Kind
    span: Span


def clean(text: str) -> str:
    """Return a text of equal length without control characters; its lines end in a newline."""
    return text.replace("\r\n", " \n").translate(_CLEAN)


def calmed(text: str) -> str:
    """Return a text of equal length that nobody shouts: in small letters, if nearly all are capitals."""
    letters = [letter for letter in text if letter.isalpha()]
    if len(letters) < _SHOUTED_CHARS or sum(map(str.isupper, letters)) < _SHOUTED_SHARE * len(letters):
        return text
    return _SHOUTED_WORD.sub(_calmed, text)


def _calmed(word: re.Match[str]) -> str:
    if word[0] in _ABBREVIATIONS:
        return word[0]
    return word[0].capitalize() if word[0].lower() in _PROPER else word[0].lower()


def blocks(text: str) -> list[Block]:
    """Cut a text into prose, lists and what else is set out: code, quotes, tables, whatever follows a heading."""
    found: list[Block] = []
    closing = ""
    given = _given(text)
    for line in _LINE.finditer(text):
        kind, closing = _kind(line[0], closing, found)
        span = Span(line.start(), line.end())
        if kind not in (Kind.LIST, Kind.HEADED) and any(one.start <= line.start() < one.end for one in given):
            kind = Kind.SET_OUT
        elif kind is Kind.SET_OUT and _goes_on(text, line, found):
            kind = Kind.PROSE
        if found and (kind is None or found[-1].kind is kind):
            found[-1] = Block(found[-1].kind, Span(found[-1].span.start, span.end))
        elif kind:
            found.append(Block(kind, span))
    return [Block(kind, _stripped(text, span)) for kind, span in found]


def _given(text: str) -> list[Span]:
    """Return where a text stands that the sentence before it announces, and paragraphs that are one long quotation."""
    quoted = [
        Span(*found.span()) for found in _QUOTED_PARAGRAPH.finditer(text) if found.end() - found.start() < len(text)
    ]
    announces = _ANNOUNCES.search(text)
    if not announces or _ITEM.match(text, announces.end()) or any(one.start == announces.end() for one in quoted):
        return quoted
    return [*quoted, Span(announces.end(), len(text))]


def paragraphs(text: str, span: Span) -> list[Span]:
    """Return the paragraphs of a stretch of a text: what blank lines part."""
    return [Span(*found.span()) for found in _PARAGRAPH.finditer(text, *span)]


def is_set_out(line: str) -> bool:
    """Tell whether a line is set out by itself, as code and quotes are."""
    return _SET_OUT.match(line) is not None


def _goes_on(text: str, line: re.Match[str], before: list[Block]) -> bool:
    """Say whether a line is set in only because the sentence before it was wrapped."""
    ended = text[max(0, line.start() - 2) : line.start() - 1] in ("\n", ":", "")
    follows = bool(before) and before[-1].kind is Kind.PROSE and not ended
    return follows and line[0][0].isspace() and line[0].lstrip()[:1].islower()


def _kind(line: str, closing: str, before: list[Block]) -> tuple[Kind | None, str]:
    """Return the kind of a line, None for that of the line before; and how the fence ends in which the next one is."""
    last = before[-1].kind if before else None
    if closing:
        return Kind.SET_OUT, "" if line.strip().startswith(closing) else closing
    if last is Kind.HEADED or _HEADING.match(line):
        return Kind.HEADED, ""
    if fence := _FENCE.match(line):
        return Kind.SET_OUT, fence[1]
    if _ITEM.match(line):
        return Kind.LIST, ""
    if not line.strip() or (last is Kind.LIST and line[0].isspace()):
        return None, ""
    return _kind_alone(line), ""


def _kind_alone(line: str) -> Kind:
    if _PAIR.fullmatch(line):
        return Kind.EXAMPLES
    return Kind.SET_OUT if _SET_OUT.match(line) else Kind.PROSE


def _stripped(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    lines = len(words) - len(words.lstrip("\n"))
    start = span.start + (len(words) - len(words.lstrip()) if lines == 0 else lines)
    return Span(start, span.start + len(words.rstrip()))


def items(text: str, span: Span) -> list[Span]:
    """Return the items of a list, each without its mark."""
    marks = list(_ITEM_START.finditer(text[span.start : span.end]))
    if not marks:
        return [span]
    ends = [span.start + mark.start() for mark in marks[1:]] + [span.end]
    return [_stripped(text, Span(span.start + mark.end(), end)) for mark, end in zip(marks, ends, strict=True)]


def set_apart(text: str) -> str:
    """Return a text as it may stand in a prompt: between fences, unless it is a list or one short line."""
    line = len(text) <= _SHORT_CHARS and "\n" not in text and not _SET_OUT.match(text)
    return text if line or is_list(text) else fenced(text)


def is_list(text: str) -> bool:
    """Tell whether a text is nothing but lists and the lines that introduce them."""
    return all(
        not line or _ITEM.match(line) or (line.endswith(":") and not _SET_OUT.match(line))
        for line in map(str.rstrip, text.split("\n"))
    )


def fenced(text: str) -> str:
    """Return the text between fences that nothing in it closes (CommonMark, 4.5); as it is, if it stands in some."""
    if _IS_FENCED.fullmatch(text):
        return text
    longest = max((len(ticks) for ticks in _BACKTICKS.findall(text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}\n{text}\n{fence}"


def clauses(text: str, prose: Span, cut: Callable[[str, Span], Iterator[Span]]) -> Iterator[Span]:
    """Yield the sentences of a text, cut further where a clause can stand alone, as `cut` tells."""
    masked = _HELD.sub(_mask, text[prose.start : prose.end])
    masked = _COUNTED.sub(lambda steps: steps[0].replace(". ", ", "), masked)
    for whole in _sentences(masked):
        for part in cut(masked, whole):
            yield Span(prose.start + part.start, prose.start + part.end)


def _sentences(masked: str) -> Iterator[Span]:
    start = line = 0
    for stop in _STOP.finditer(masked):
        if stop[0] == "\n":
            after = masked[stop.end() : stop.end() + _INDENT_CHARS].lstrip(" \t")[:1]
            length = stop.start() - line
            wrapped = (length >= _WRAPPED_CHARS and after.islower()) or (length >= _LONG_CHARS and after.isalnum())
            line = stop.end()
            if wrapped:
                continue
        yield Span(start, stop.end())
        start = stop.end()
    yield Span(start, len(masked))


def _mask(held: re.Match[str]) -> str:
    """Return a stand-in of equal length; the end of a quoted sentence stays, as it may end the sentence around it."""
    text = held[0]
    if text[-1] in '"”“' and len(text) >= _SHORTEST_QUOTE:
        return text[0] + "x" * (len(text) - 3) + text[-2:]
    return "x" * len(text)


def pattern(*alternatives: str) -> re.Pattern[str]:
    """Return the compiled pattern of any of these, for any case and for both apostrophes, which `don't` may miss."""
    text = "|".join(alternatives).replace("n't", "n['\u2019]?t")
    return re.compile(re.sub(r"(?<!\[)'", "['\u2019]", text), re.IGNORECASE)


def sentence(text: str) -> str:
    """Return the text with a capital and an end, where its script has them."""
    first = text.split(maxsplit=1)[0]
    if first.islower() and len(first[0].upper()) == 1 and _PLAIN_WORD.fullmatch(first):
        text = text[0].upper() + text[1:]
    last = text[-1]
    ends = last in ")]\"'”\u2019»“" or (last.isalnum() and unicodedata.east_asian_width(last) not in "WF")
    return text + "." if ends and not _ENDED.search(text) else text
