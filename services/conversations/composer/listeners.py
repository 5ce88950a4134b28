"""For whom answers are where the assistant talks: `Your learners are adults` instead of `Write for adults`."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from services.conversations.composer.archetype_rules.rule import Archetype
from services.conversations.composer.layout import pattern
from services.conversations.composer.model import Sentence, Slot
from services.conversations.composer.rewording import Rule, reworded

_SPEAKS: tuple[Rule, ...] = (
    (pattern(r"Write for (the user|the person you work for), (an? .+|\d+ years old.*)"), r"\1 is \2"),
    (pattern(r"Write for (?!the user|the person you work for)(.+)"), r"Speak to \1"),
    (pattern(r"Schreibe für (?!die Person, für die)(.+)"), r"Richte dich an \1"),
)
_TEACHES: tuple[Rule, ...] = (
    (
        pattern(
            r"Write for (?!the\b|an?\b|my\b|our\b)((?:[\w-]+ ){0,3}?(?:[\w-]+[^s]s|people|children|men|women)"
            r"(?:,? (?:who|with|without|in|from|of|aged|over|under|at|and)\b.+)?[.])"
        ),
        r"Your learners are \1",
    ),
    *_SPEAKS,
)
_RULES: Mapping[Archetype | None, tuple[Rule, ...]] = {Archetype.TUTORING: _TEACHES, Archetype.COACHING: _SPEAKS}


def spoken(said: Iterable[Sentence], archetype: Archetype | None) -> list[Sentence]:
    """Return what was said, with words for talking where a task of its kind is done by talking."""
    rules = _RULES.get(archetype, ())
    return [
        replace(one, text=text[0].upper() + text[1:])
        if Slot.AUDIENCE in one.slots and (text := reworded(one.text, rules))
        else one
        for one in said
    ]
