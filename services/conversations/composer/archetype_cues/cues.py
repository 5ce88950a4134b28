"""What the words are by which an archetype is told, and how they are written."""

import re
from dataclasses import dataclass

from services.conversations.composer.archetype_rules.rule import words


@dataclass(frozen=True, slots=True)
class Cues:
    """Words that speak for an archetype, from the surest to the vaguest."""

    roles: re.Pattern[str]  # who does nothing else
    deeds: re.Pattern[str]  # what nobody else does
    things: re.Pattern[str]  # what it is mostly about
    hints: re.Pattern[str]  # what fits it, and others too


def cues(roles: str, deeds: str, things: str, hints: str) -> Cues:
    """Return the cues, each a text as `lines` reads it."""
    return Cues(*(lines(text) for text in (roles, deeds, things, hints)))


def lines(text: str) -> re.Pattern[str]:
    """Return the pattern of a text over several lines; one that does not begin with a bar goes on with the former."""
    return words(re.sub(r"\n *", " ", re.sub(r"\n *(?=[|)])", "", text)).strip("|"))
