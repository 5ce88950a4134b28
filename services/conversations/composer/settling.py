"""Where two speak about the same: repeats go, of a slot only the first in rank speaks, and what gave way is told."""

import re
from collections.abc import Iterable, Iterator

from services.conversations.composer.language import Language
from services.conversations.composer.model import Conflict, Origin, Part, Sentence, Slot, Source
from services.conversations.composer.reading import slots_of

_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?…])\s+|\n")
_RANK = {source: rank for rank, source in enumerate(Source)}
_GIVES_WAY = frozenset({Source.CONTEXT, Source.DEFAULT})
"""What may be left out whole: nothing that the person said, nor what a template's author did."""


def settled(said: list[Sentence], frame: str, language: Language) -> tuple[list[Sentence], list[Conflict]]:
    """Return what remains of what was said, in its order, and what gave way."""
    conflicts: list[Conflict] = []
    for slot in Slot:
        speakers = [one for one in said if slot in one.slots]
        if not speakers:
            continue
        speakers = _without_the_vague(speakers, said, language) if slot is Slot.AUDIENCE else speakers
        said = [one for one in said if slot not in one.slots or one in speakers]
        kept = min(speakers, key=_rank)
        below = [one for one in speakers if _rank(one) > _rank(kept)]
        for one in below:
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


def _without_the_vague(speakers: list[Sentence], said: list[Sentence], language: Language) -> list[Sentence]:
    """Leave out the stock phrase about `families` where the context speaks of `families with toddlers`."""
    known = " ".join(one.text.casefold() for one in speakers if one.origin.source is Source.CONTEXT)
    meant = {
        one.origin.start: language.people(one.text).casefold()
        for one in said
        if one.part in (Part.ROLE, Part.TASK) and one.origin.source is Source.INPUT
    }
    return [
        one
        for one in speakers
        if one.origin.source is not Source.DEFAULT
        or not meant.get(one.origin.start)
        or meant[one.origin.start] not in known
    ]


def _rank(one: Sentence) -> int:
    """Return how much a sentence counts: a stock phrase about the person's own words as much as they."""
    source = one.origin.source
    return _RANK[Source.INPUT if source is Source.DEFAULT and one.origin.start is not None else source]


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
    framed = {text.casefold() for text in (frame, *_BETWEEN_SENTENCES.split(frame))}
    first: dict[str, Sentence] = {}
    for one in said:
        first.setdefault(one.text.casefold(), one)
    return [one for words, one in first.items() if words not in framed]
