"""What a rule of an archetype is, and how the patterns of rules and cues are written."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from services.conversations.composer.model import Part


class Archetype(StrEnum):
    """The kinds of assistants that people ask for most."""

    SUPPORT = "support"
    EXTRACTION = "extraction"
    CLASSIFICATION = "classification"
    SUMMARY = "summary"
    WRITING = "writing"
    CODE = "code"
    TUTORING = "tutoring"
    QUESTION_ANSWERING = "question_answering"
    ANALYSIS = "analysis"
    TRANSLATION = "translation"
    PLANNING = "planning"
    COACHING = "coaching"


_CAPITAL = re.compile(r"(\\.)|[A-ZÄÖÜ]")


@dataclass(frozen=True, slots=True)
class Rule:
    """A sentence for a part of the prompt, in one language; `topic` matches where somebody has spoken about it.

    One that does not fit every task has `fits`, which matches where it does.
    """

    part: Part
    text: str
    topic: re.Pattern[str]
    fits: re.Pattern[str] | None = None

    def is_for(self, speaks_of: Callable[[re.Pattern[str]], bool]) -> bool:
        """Say whether the rule adds something to what was said, given a function that knows of what that speaks."""
        return not speaks_of(self.topic) and (self.fits is None or speaks_of(self.fits))


BothLanguages: TypeAlias = Mapping[str, Rule]
"""The same rule by language, `en` and `de`."""


def rule(part: Part, english: str, german: str, *topic: str, fits: str = "") -> BothLanguages:
    """Return a rule in both languages; either sentence is left out for what was said in any."""
    spoken_about = words(*topic)
    where = words(fits) if fits else None
    return {"en": Rule(part, english, spoken_about, where), "de": Rule(part, german, spoken_about, where)}


def words(*texts: str) -> re.Pattern[str]:
    """Return a pattern that matches any of the texts as whole words, with either apostrophe, in small letters.

    A text is a regular expression with three signs of its own: `*` is the rest of a word, ` … ` some words of the same
    sentence, and a space any space. Nothing that repeats holds a repetition, so that no text takes long. What is
    searched is to be in small letters: to heed no case takes twice as long.
    """
    text = "|".join(texts).replace("'", "['\u2019]").replace("*", r"\w*")
    text = text.replace(" … ", r"\b[^.!?\n]{0,60}?\b").replace(" ?", r"\s?").replace(" ", r"\s+")
    text = _CAPITAL.sub(lambda found: found[1] or found[0].lower(), text)
    return re.compile(rf"(?<!\w)(?:{re.sub(r'[(](?![?])', '(?:', text)})(?!\w)")


ASKING = (
    # not what others ask: "if customers ask for a refund"
    r"(?<!rs\s)(?<!ts\s)(?<!ds\s)(?<!ey\s)(?<!le\s)(?<!ho\s)(?<!ou\s)(?<!\bi\s)(?<!\bwe\s)ask(ing)?",
    "clarifying question*|follow-up question*|question* at a time|nachfrag*",
    "rückfragen? stell*|frag|frag(e|st|t) … nach",
    "frage (erst|zuerst|vorher|immer|zurück|ihn|sie|mich|den|die|was|wo|wie|wann|welch*|ob|bevor)",
    "chied(a|e|i|ere)|demand(e|er|ez)|pregunt*|pergunt*|vraag|vraagt|zapyt*|pytaj|pyta|sorsun|sorar",
    "stell(e|st)? … (frage|fragen|rückfrage*)|nach (dem|der|den|einem|einer|meine*|seine*|ihre*) … fragen",
)
"""That the assistant asks: what several archetypes have a rule about."""

EXPLAINING = "explain*|explanation*|reason*|rationale|justif*|confidence|begründ*|erklär*|erläuter*|konfidenz*"
"""That an answer holds more than the result."""

FORMAT = (
    "json|csv|xml|yaml|html|markdown|bullet*|format*|column*|tables?|tabelle*|spalte*|stichpunkt*|stichwort*",
    "aufzählung*",
    "(as|in) an? … list|als (eine )?liste|checklist*|checkliste*",
)
"""In which shape an answer is given."""

INVENTING = "invent*|hallucinat*|fabricat*|mak(e|es|ing) … up|made up|made-up|erfind*|erfund*|ausdenk*|halluzinier*"
"""That nothing is made up."""

LANGUAGE_NAMES = (
    "(english|german|french|spanish|italian|portuguese|dutch|polish|russian|ukrainian|turkish|arabic|chinese"
    "|mandarin|japanese|korean|swedish|danish|norwegian|finnish|greek|czech|hungarian|romanian|hindi|hebrew"
    "|swahili|latin|vietnamese|croatian|swiss german|plain german)"
)
"""Languages by their English names, as alternatives."""

DOES_NOT_KNOW_ABROAD = (
    "(ne sait pas|ne sais pas|no (lo )?sabe|no (lo )?sabes|non (lo )?(sa|sai)|não (o )?(sabe|souber)|nie wie|nie wiesz)"
    "|weet (hij|ze|het|u|je) (het )?niet|(het|iets) niet weet|bilmiyor*|bilmezse*|لا (يعرف|تعرف|يعلم)"
)
"""That somebody has settled, in another language, what is done where something is not known."""
