"""What the person might still say: at most three questions, beside the prompt and never in it."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from services.conversations.composer.archetype_rules.asking import ASKS
from services.conversations.composer.archetype_rules.rule import Archetype
from services.conversations.composer.framing import Frame
from services.conversations.composer.language import Language
from services.conversations.composer.model import Sentence, Slot, Source
from services.conversations.composer.settling import contradictions
from services.conversations.composer.surroundings import names_people

_MOST = 3
_ONESELF = re.compile(r"\b(?:i|me|my|us|our|we|ich|mir|mich|mein\w*|uns|unser\w*|wir)\b", re.IGNORECASE)
_LIQUID = re.compile(r"\{\{[^{}\n]{0,100}\}\}|\{%[^{}\n]{0,100}%\}")
_SAYS_LITTLE = 6
"""With so many words, stock among them, hardly anything is asked for."""


def questions(
    frame: Frame,
    asked: Sequence[Sentence],
    said: Sequence[Sentence],
    archetype: Archetype | None,
    language: Language | None,
    says: Language,
) -> list[str]:
    """Return the open questions: about gaps in the template, contradictions, then what the archetype needs to know."""
    return list(islice(_all(frame, asked, said, archetype, language, says), _MOST))


def _all(
    frame: Frame,
    asked: Sequence[Sentence],
    said: Sequence[Sentence],
    archetype: Archetype | None,
    language: Language | None,
    says: Language,
) -> Iterator[str]:
    if gap := _LIQUID.search(frame.text):
        yield says.stock.gap.format(gap[0])
    if language:
        for one, other in contradictions(asked, language):
            yield says.stock.both.format(one, other)
    if not archetype:
        words = sum(len(sentence.text.split()) for sentence in asked)
        if words <= _SAYS_LITTLE:
            yield says.stock.what
        is_for_oneself = any(_ONESELF.search(sentence.text) for sentence in asked)
        is_told = any(Slot.AUDIENCE in sentence.slots for sentence in said)
        if not is_for_oneself and not is_told and not (language and names_people(asked, language)):
            yield says.stock.whom
    elif language:  # in another one nobody can tell what was answered
        told = [sentence for sentence in said if sentence.origin.source is not Source.DEFAULT]
        spoken = "\n".join(" ".join((sentence.text, *sorted(sentence.slots))) for sentence in told)
        yield from _needed(archetype, frame, spoken.lower(), says.code)


def _needed(archetype: Archetype, frame: Frame, spoken: str, code: str) -> Iterator[str]:
    """Yield what the archetype needs to know, where it matters and nobody has spoken about it."""

    def is_spoken_of(topic: re.Pattern[str]) -> bool:
        return frame.speaks_of(topic) or topic.search(spoken) is not None

    for ask in ASKS[archetype]:
        if not is_spoken_of(ask.answered) and (ask.fits is None or is_spoken_of(ask.fits)):
            yield ask.texts[code]
