"""What a composition is: sections of sentences, each of which says where it came from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

JSON: TypeAlias = "str | int | float | bool | Sequence[JSON] | Mapping[str, JSON] | None"


class Part(StrEnum):
    """The sections of a system prompt, in the order in which they stand."""

    TEMPLATE = "template"
    ROLE = "role"
    TASK = "task"
    AUDIENCE = "audience"
    KNOWN = "known"
    GIVEN = "given"
    HOW = "how"
    LIMITS = "limits"
    OUTPUT = "output"
    EXAMPLES = "examples"
    UNSURE = "unsure"


class Source(StrEnum):
    """Who said a sentence, the first before the others: the person, the context, the template, or the composer."""

    FEEDBACK = "feedback"
    INPUT = "input"
    CONTEXT = "context"
    TEMPLATE = "template"
    ARCHETYPE = "archetype"
    DEFAULT = "default"


class Slot(StrEnum):
    """What can be so in one way only, so that of two who speak about it one gives way."""

    LANGUAGE = "language"
    LENGTH = "length"
    FORMAT = "format"
    TONE = "tone"
    AUDIENCE = "audience"
    RULE = "rule"
    """What feedback said of anything else, until other feedback said otherwise."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a sentence came from.

    `start` and `end` count characters of the input, or of the feedback with this `number` (from 1); `key` is one of the
    context, or the archetype whose rule has this `number`.
    """

    source: Source
    key: str | None = None
    start: int | None = None
    end: int | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One statement of the prompt. What is set apart stands in paragraphs of its own, in somebody's own words."""

    part: Part
    text: str
    origin: Origin
    apart: bool = False
    slots: frozenset[Slot] = frozenset()


@dataclass(frozen=True, slots=True)
class Section:
    """The sentences of one part; there is always at least one."""

    part: Part
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """What was settled by precedence: `kept` counts, `given_way` is left out, or stands in the template above it."""

    slot: Slot
    kept: Sentence
    given_way: Sentence


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence and where it stands in the text, by its characters."""

    start: int
    end: int
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Composition:
    """A composed system prompt: its sections, in the order of `Part`, and the same as `text`.

    `provenance` has every sentence as it stands in the text, in that order. `questions` are what the person might still
    answer, three at most; `not_understood` is feedback that stands there as it was said.
    """

    sections: tuple[Section, ...]
    text: str
    provenance: tuple[Placed, ...]
    archetype: str | None = None
    questions: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    not_understood: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, in the order in which they stand."""
        return tuple(sentence for section in self.sections for sentence in section.sentences)
