"""Where two speak about the same: repeats go, of a slot only the first in rank speaks, and what gave way is told."""

import re
from collections.abc import Iterable, Iterator, Mapping

from services.conversations.composer.editing import NEGATIVE
from services.conversations.composer.language import Language
from services.conversations.composer.layout import word_set
from services.conversations.composer.model import Conflict, Origin, Part, Sentence, Slot, Source
from services.conversations.composer.saying import slots_of

_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?…])\s+|\n")
_WORD = re.compile(r"\w+")
_CASE = re.compile(r"\b(?:if|when|unless|except|wenn|falls|außer|sobald)\b", re.IGNORECASE)
_LABEL = re.compile(r"(?:The|Der|Die|Das) .{1,40}? (?:is|are|ist) |[^:]{1,40}: ")
_FUNCTION = word_set(
    "a an the of to in on for with and or is are be it its your you our my this that please every each answer answers "
    "give write keep make tone use task reply ein eine einen der die das den dem und oder für mit in auf je ist sei "
    "deine dein unser unsere bitte jede jeder antwort gib schreibe halte ton verwende aufgabe als as"
)
"""What says little by itself."""
_SHORT_CHARS = 120
_MOST_LINES = 100  # more with the same words are not looked through
_RANK = {source: rank for rank, source in enumerate(Source)}
_EXPLICIT = re.compile(r"\b(?:tone|voice|style|ton|tonfall|stil)\b", re.IGNORECASE)
_GIVES_WAY = frozenset({Source.CONTEXT, Source.DEFAULT})
"""What may be left out whole: nothing that the person said, nor what a template's author did."""


def settled(said: list[Sentence], frame: str, language: Language) -> tuple[list[Sentence], list[Conflict]]:
    """Return what remains of what was said, in its order, and what gave way."""
    conflicts: list[Conflict] = []
    for slot in Slot:
        speakers = [one for one in said if slot in one.slots]
        if not speakers:
            continue
        kept = min(speakers, key=lambda one: _RANK[one.origin.source])
        below = [one for one in speakers if _RANK[one.origin.source] > _RANK[kept.origin.source]]
        for one in below:
            if slot is Slot.TONE and not _EXPLICIT.search(kept.text) and not _differ(kept, one, slot, language):
                continue  # `be careful` is no tone that another would contradict
            if one.origin.source in _GIVES_WAY:
                said = [other for other in said if other is not one]
                if one.origin.source is Source.CONTEXT and not _agree(kept, one, slot, language):
                    conflicts.append(Conflict(slot, kept, one))
        for one in _of_template(frame, slot, language):
            if _differ(kept, one, slot, language):
                conflicts.append(Conflict(slot, kept, one))
            elif kept.origin.source is Source.CONTEXT and _agree(kept, one, slot, language):
                said = [other for other in said if other is not kept]  # the template says so already
    return _without_repeats(said, frame), conflicts


def contradictions(said: Iterable[Sentence], language: Language) -> Iterator[tuple[str, str]]:
    """Yield pairs of values that the person asks for and that exclude each other."""
    own = [one for one in said if one.origin.source is Source.INPUT and not one.apart]
    for slot, values in language.values.items():
        texts = [one.text for one in own if slot in one.slots]
        found = [value for value, rule in values.items() if any(rule.search(text) for text in texts)]
        if len(found) > 1:
            yield found[0], found[1]


def _of_template(frame: str, slot: Slot, language: Language) -> list[Sentence]:
    return [
        Sentence(Part.TEMPLATE, text, Origin(Source.TEMPLATE), slots=frozenset({slot}))
        for text in _BETWEEN_SENTENCES.split(frame)
        if slot in slots_of(text, language)
    ]


def _agree(one: Sentence, other: Sentence, slot: Slot, language: Language) -> bool:
    mine, theirs = _values(one, slot, language), _values(other, slot, language)
    return bool(mine) and mine == theirs


def _differ(one: Sentence, other: Sentence, slot: Slot, language: Language) -> bool:
    mine, theirs = _values(one, slot, language), _values(other, slot, language)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _values(one: Sentence, slot: Slot, language: Language) -> set[str]:
    return {value for value, rule in language.values.get(slot, {}).items() if rule.search(one.text)}


def _without_repeats(said: list[Sentence], frame: str) -> list[Sentence]:
    """Leave out what was said before, or stands in the template; of two the stock phrase goes."""
    lines = _BETWEEN_SENTENCES.split(frame)
    framed = {text.casefold() for text in (frame, *lines)}
    template = _by_word(lines)
    tasks = _by_word(one.text for one in said if one.part in (Part.ROLE, Part.TASK))
    first: dict[str, Sentence] = {}
    for one in said:
        first.setdefault(one.text.casefold(), one)
    return [
        one
        for words, one in first.items()
        if words not in framed and not _is_in(template, one) and not (_is_audience(one) and _is_in(tasks, one))
    ]


def _is_audience(one: Sentence) -> bool:
    return one.origin.source is Source.CONTEXT and Slot.AUDIENCE in one.slots


def _by_word(lines: Iterable[str]) -> dict[str, list[tuple[str, list[str]]]]:
    """Return the lines that hold each word, with their content; not those that tell of a case."""
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for line in dict.fromkeys(lines):
        content = [] if _CASE.search(line) else _content(line)
        for word in set(content):
            found.setdefault(word, []).append((line, content))
    return found


def _is_in(lines: Mapping[str, list[tuple[str, list[str]]]], one: Sentence) -> bool:
    """Say whether one of the lines says all that a short sentence does, word for word and in its order."""
    if one.apart or one.origin.source is Source.FEEDBACK or len(one.text) > _SHORT_CHARS or _CASE.search(one.text):
        return False
    label = _LABEL.match(one.text) if one.part is Part.KNOWN and one.origin.source is Source.CONTEXT else None
    words = _content(one.text[label.end() :] if label else one.text)
    is_negative = bool(NEGATIVE.search(one.text))
    return bool(words) and any(
        _follow(words, content) and bool(NEGATIVE.search(line)) is is_negative
        for line, content in min((lines.get(word, []) for word in words), key=len)[:_MOST_LINES]
    )


def _follow(words: Iterable[str], content: Iterable[str]) -> bool:
    following = iter(content)
    return all(word in following for word in words)


def _content(text: str) -> list[str]:
    """Return the words that say something, without what their plural ends in."""
    words = (word.casefold() for word in _WORD.findall(text))
    return [word.removesuffix("s").removesuffix("n") for word in words if word not in _FUNCTION]
