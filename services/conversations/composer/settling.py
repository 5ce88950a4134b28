"""Where two speak about the same: repeats go, of a slot only the first in rank speaks, and what gave way is told."""

import re
from collections.abc import Iterable, Iterator

from services.conversations.composer.besides import beside
from services.conversations.composer.framing import Frame, Lines
from services.conversations.composer.language import Language
from services.conversations.composer.model import Conflict, Part, Sentence, Slot, Source

_LABEL = re.compile(r"(?:The|Der|Die|Das) .{1,40}? (?:is|are|ist) |[^:]{1,40}: ")
_SHORT_CHARS = 120
_RANK = {source: rank for rank, source in enumerate(Source)}
_EXPLICIT = re.compile(r"\b(?:tone|voice|style|ton|tonfall|stil)\b", re.IGNORECASE)
MAY_DIFFER = frozenset({Part.AUDIENCE, Part.LIMITS, Part.OUTPUT})
"""In these a template may have said otherwise; a task or a fact only narrows it down."""
_GIVES_WAY = frozenset({Source.CONTEXT, Source.DEFAULT})
"""What may be left out whole: nothing that the person said, nor what a template's author did."""


def settled(said: list[Sentence], frame: Frame, language: Language) -> tuple[list[Sentence], list[Conflict]]:
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
        for one in frame.about(slot, language):
            if _differ(kept, one, slot, language):
                conflicts.append(Conflict(slot, kept, one))
            elif kept.origin.source is Source.CONTEXT and _agree(kept, one, slot, language):
                said = [other for other in said if other is not kept]  # the template says so already
    return _without_repeats(beside(said, frame), frame), conflicts


def contradictions(said: Iterable[Sentence], language: Language) -> Iterator[tuple[str, str]]:
    """Yield pairs of values that the person asks for and that exclude each other."""
    own = [one for one in said if one.origin.source is Source.INPUT and not one.apart]
    for slot, values in language.values.items():
        texts = [one.text for one in own if slot in one.slots]
        found = [value for value, rule in values.items() if any(rule.search(text) for text in texts)]
        if len(found) > 1:
            yield found[0], found[1]


def _agree(one: Sentence, other: Sentence, slot: Slot, language: Language) -> bool:
    mine, theirs = _values(one, slot, language), _values(other, slot, language)
    return bool(mine) and mine == theirs


def _differ(one: Sentence, other: Sentence, slot: Slot, language: Language) -> bool:
    mine, theirs = _values(one, slot, language), _values(other, slot, language)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _values(one: Sentence, slot: Slot, language: Language) -> set[str]:
    return {value for value, rule in language.values.get(slot, {}).items() if rule.search(one.text)}


def _without_repeats(said: list[Sentence], frame: Frame) -> list[Sentence]:
    """Leave out what was said before, or stands in the template; of two the stock phrase goes."""
    tasks = Lines(one.text for one in said if one.part in (Part.ROLE, Part.TASK))
    first: dict[str, Sentence] = {}
    for one in said:
        first.setdefault(one.text.casefold(), one)
    return [
        one
        for words, one in first.items()
        if not frame.has(words)
        and not (_is_short(one) and frame.says(one.text, _content(one)))
        and not (_is_audience(one) and _is_short(one) and tasks.say(one.text, _content(one)))
    ]


def _is_audience(one: Sentence) -> bool:
    return one.origin.source is Source.CONTEXT and Slot.AUDIENCE in one.slots


def _is_short(one: Sentence) -> bool:
    return not one.apart and one.origin.source is not Source.FEEDBACK and len(one.text) <= _SHORT_CHARS


def _content(one: Sentence) -> str:
    """Return what a sentence says of a key of the context, without its name."""
    label = _LABEL.match(one.text) if one.part is Part.KNOWN and one.origin.source is Source.CONTEXT else None
    return one.text[label.end() :] if label else one.text
