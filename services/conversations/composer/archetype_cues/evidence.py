"""What a whole text says for each archetype, by phrases that are looked up by how they begin."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from services.conversations.composer.archetype_rules.rule import Archetype, words

SURE, LIKELY, HINT = 9, 5, 2
"""What a phrase counts: one that tells alone, one that needs another, one that only tips the scales."""

_KEY_CHARS = 3
_GOES_ON = re.compile(r"\n *(?=[|)])")
_WORDS = re.compile(r"\w+")
_LOOKS_BEHIND = re.compile(r"^(?:\(\?<![^()]*\))+")
_COMPOUND = re.compile(r"\*(?=\()|\[\\w-\]\{0,30\}(?=\()")
_WORD_ENDS = frozenset({"", " ", "-", "'", "&", ";", "/", "\\", "#"})
_NUMBER, _ENDING = "0", "-"
_LITERAL = re.compile(r"\w+(?![?\w])|\w+(?=\w\?)")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases for an archetype in the signs of `words`, one a line, which may go on with a bar or bracket in the next.

    Each begins with a word, or with some in brackets.
    """

    sure: str = ""
    likely: str = ""
    hints: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase, for whom it speaks, and how much it counts; none is spoken for by what is only played."""

    pattern: re.Pattern[str]
    archetype: Archetype | None
    counts: int


Table = Mapping[str, Sequence[Phrase]]
"""Phrases by the first letters of the words with which they may begin."""


def table(*books: Mapping[Archetype | None, Phrases]) -> Table:
    """Return the table of some books of phrases."""
    by_key: dict[str, list[Phrase]] = {}
    for book in books:
        for archetype, phrases in book.items():
            for text, counts in ((phrases.sure, SURE), (phrases.likely, LIKELY), (phrases.hints, HINT)):
                for line in filter(None, map(str.strip, _GOES_ON.sub("", text).splitlines())):
                    phrase = Phrase(words(line), archetype, counts)
                    for key in sorted(set(_keys(line))):
                        by_key.setdefault(key, []).append(phrase)
    return by_key


def evidence(text: str, phrases: Table) -> dict[Archetype | None, int]:
    """Return how much the phrases in a text speak for each archetype; one that is said twice counts once."""
    scores: dict[Archetype | None, int] = {}
    seen: set[int] = set()
    for found in _WORDS.finditer(text):
        word = found[0].casefold()
        for key in (_NUMBER if word[0].isdecimal() else word[:_KEY_CHARS], _ENDING + word[-_KEY_CHARS:]):
            for phrase in phrases.get(key, ()):
                if id(phrase) not in seen and phrase.pattern.match(text, found.start()):
                    seen.add(id(phrase))
                    scores[phrase.archetype] = scores.get(phrase.archetype, 0) + phrase.counts
    return scores


def _keys(line: str) -> Iterator[str]:
    """Yield under what a phrase is looked up: `pra` and `dri` for `(practi[sc]e|drill) me`, `-ter` for `*(letter)`."""
    for alternative in _alternatives(_LOOKS_BEHIND.sub("", line)):
        if compound := _COMPOUND.match(alternative):
            yield from (_ENDING + word[-_KEY_CHARS:] for word in _alternatives(alternative[compound.end() :]))
        elif alternative.startswith(r"\d"):
            yield _NUMBER
        elif (literal := _LITERAL.match(alternative)) and _is_key(literal[0], alternative[literal.end() :]):
            yield literal[0][:_KEY_CHARS].casefold()
        else:
            raise ValueError(line)


def _alternatives(line: str) -> Iterator[str]:
    """Yield the alternatives in the brackets with which a line begins, or else the line."""
    if not line.startswith("("):
        yield line
        return
    depth = start = 0
    for at, sign in enumerate(line):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth == 0 or (depth == 1 and sign in "(|"):
            if at:
                yield line[start:at]
            start = at + 1
        if depth == 0:
            return


def _is_key(literal: str, rest: str) -> bool:
    return len(literal) >= _KEY_CHARS or rest[:1] in _WORD_ENDS
