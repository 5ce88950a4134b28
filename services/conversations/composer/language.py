"""What the composer must know of a language: its words for the parts of a prompt, and how its sentences are read."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from services.conversations.composer.layout import Span
from services.conversations.composer.model import Part, Slot


@dataclass(frozen=True, slots=True)
class Stock:
    """The only sentences of the composer's own, besides the rules of archetypes; `{}` stands for words of others."""

    precedence: str
    besides: str
    """The heading of a section, where a template has the same one."""
    unsure: str
    task: str
    own_words: str
    said: str
    short: str
    """What `shorter` asks for where a template already says how."""
    given: str
    given_many: str
    both: str
    """The question about two things that exclude each other."""
    what: str
    """The question where hardly anything was said."""
    pair: tuple[str, str]
    """How what is given is called in an example, and what is made of it."""
    whom: str
    include: str
    """What is said of a thing that is to be added."""
    first: str
    """What is said of a thing that is to stand first."""
    leave_out: str
    """What is said of a thing that is not wanted, where nothing speaks of it yet."""
    programming: str
    """What is said of a language that is not one to answer in."""
    because: str
    """A wish and its reason."""
    gap: str
    """The question about what a rendered template has left open."""


class Material(NamedTuple):
    """What a task is done with, such as `invoices`; `many` where it is said in the plural."""

    name: str
    many: bool


class Wording(NamedTuple):
    """How a value of the context is said, and in which part."""

    part: Part
    say: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Change:
    """What a piece of feedback asks for; `text` is what is added, removed or set, as a sentence or as said."""

    kind: str
    text: str = ""
    slot: Slot | None = None
    part: Part | None = None
    language: str | None = None
    instead: str = ""
    """What takes the place of what leaves it."""


class SaysWhoOneIs(Protocol):
    """A function that finds a role."""

    def __call__(self, words: str, *, first: bool) -> str:
        """Return `You are …` where the words say who the assistant is; the first ones may just name it."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language. Each function takes words of the person without what surrounds them."""

    code: str
    """ISO 639-1."""
    headings: Mapping[Part, str]
    stock: Stock
    quotes: tuple[str, str]
    truth: tuple[str, str]
    """How false and true are said."""
    also: str
    """The label of what has none."""
    small_words: frozenset[str]
    """Words by which the language is known."""

    writes_small: bool
    """Whether nouns are written small, so that what was shouted can be."""

    cut: Callable[[str, Span], Iterator[Span]]
    """Yields the clauses of a sentence, given a text whose quotes are masked, and where the sentence stands in it."""
    is_greeting: Callable[[str], bool]
    role: SaysWhoOneIs
    role_in_passing: Callable[[str], str]
    """Returns `You are a bot` where the words say what the bot does, as if it were known."""
    name: Callable[[str], str]
    """Returns what a role is called, without what only describes it, in lower case."""
    wish: Callable[[str, str], str]
    """Returns the words in the imperative where they are a wish; the second is what the assistant is called."""
    order: Callable[[str, str], str]
    """Returns what the words order, given them as said and as a wish (`Write a haiku` of `a haiku`), or nothing."""
    completed: Callable[[str, Part], str]
    """Returns words without a verb as what to do, given their part: `Use at most 5 lines` of `5 lines tops`."""
    wants: re.Pattern[str]
    """How one begins who says what he wants."""
    states: Callable[[str], bool]
    """Says whether words have a subject and a verb."""
    addressed: Callable[[Sequence[str], str], list[str]]
    """Returns sentences that name the person where they spoke for him, given what was asked in all."""
    answering: Callable[[str], str]
    """Returns the order to answer those who ask, where words only tell that they do; else nothing."""
    is_of_oneself: Callable[[str], bool]
    """Says whether the person speaks in the first person."""
    told: Callable[[Sequence[str]], list[str]]
    """Returns each sentence that a person tells of himself in the third person; nothing for what no rule can turn."""
    place: Callable[[str, Part], Part]
    """Returns the part of a sentence, given that of the one before it."""
    people: Callable[[str], str]
    """Returns for whom a role or task is, or nothing."""
    material: Callable[[str], Material | None]
    """Returns what the task in a sentence is done with, if that is material rather than an instruction."""
    example: re.Pattern[str]
    """The words that introduce an example, at its beginning."""
    about_the_prompt: re.Pattern[str]
    says_when_unsure: re.Pattern[str]
    slots: Mapping[Slot, re.Pattern[str]]
    """By what a sentence is known to speak about a slot."""
    values: Mapping[Slot, Mapping[str, re.Pattern[str]]]
    """The values of a slot that exclude each other, by the words for them."""

    wordings: Mapping[str, Wording]
    """How the known keys of a context are said."""
    ruled: Callable[[str], tuple[Part, str] | None]
    """Returns the part of a rule noted in few words and what it asks for; nothing where that is not sure."""
    determined: Callable[[str], str]
    """Returns a rule that begins with one bare noun with its article, where it must have one."""
    guide: Callable[[str, str], str]
    """Returns `Follow the Google style guide` of a key that names what is to be followed, and its value; or nothing."""
    fact: Callable[[str, str], str]
    """Returns `The vessel is MV Nordic` of a key that has no wording and its value; nothing where that would be odd."""
    is_sentence: re.Pattern[str]
    """What in a context is a sentence already."""
    joined: Callable[[Sequence[str]], str]
    """Returns `a, b and c`."""
    change: Callable[[str], Change | None]
    """Returns what feedback asks for, or None where that is not understood."""
