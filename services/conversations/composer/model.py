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
    HOW = "how"
    LIMITS = "limits"
    OUTPUT = "output"
    EXAMPLES = "examples"
    UNSURE = "unsure"


class Source(StrEnum):
    """Who said a sentence: the person, the context, the template, or the composer itself."""

    INPUT = "input"
    CONTEXT = "context"
    TEMPLATE = "template"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a sentence came from: `start` and `end` count characters of the input, `key` is one of the context."""

    source: Source
    key: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One statement of the prompt. What is set apart stands in paragraphs of its own, in somebody's own words."""

    part: Part
    text: str
    origin: Origin
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """The sentences of one part; there is always at least one."""

    part: Part
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Composition:
    """A composed system prompt: its sections, in the order of `Part`, and the same as `text`."""

    sections: tuple[Section, ...]
    text: str

    @property
    def provenance(self) -> tuple[Sentence, ...]:
        """Every sentence as it stands in the text, in that order, with its part and origin."""
        return tuple(sentence for section in self.sections for sentence in section.sentences)
