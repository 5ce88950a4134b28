"""What stands beside a template: no second role, and no task that its author has set already."""

import re
from collections.abc import Iterable
from dataclasses import replace

from services.conversations.composer.framing import Frame
from services.conversations.composer.layout import pattern
from services.conversations.composer.model import Part, Sentence, Source
from services.conversations.composer.rewording import Rule, reworded

_ACTS_AS: tuple[Rule, ...] = (
    (pattern(r"You are ((?:an?|the|my|our|one) .+)"), r"Act as \1"),
    (re.compile(r"Du bist (?:eine? )((?:(?! und [\w-]+st\b).)+)"), r"Handle als \1"),
    (
        re.compile(r"Du bist ((?:der|die|das|mein|meine|unser|unsere|[A-ZÄÖÜ][\w-]+)\b(?:(?! und [\w-]+st\b).)*)"),
        r"Handle als \1",
    ),
)
"""Who somebody is who has a role already: `You are a guide` would be a second one."""
_ASKS = pattern(r"^(?:your task|deine aufgabe): (?=(?:is|are|does|ist|sind)\b)")
_OR_NOT = pattern(r",? (?:or not|oder nicht|or isn't|or no)\b")


def beside(said: Iterable[Sentence], frame: Frame) -> list[Sentence]:
    """Return what is said beside a template: how one acts instead of a second role, and no task that it has set."""
    if not frame.text:
        return list(said)
    return [_acting(one, frame) for one in said if not _is_set(one, frame)]


def _acting(one: Sentence, frame: Frame) -> Sentence:
    """Return `Act as a guide` of `You are a guide`, where the template says who the assistant is."""
    if one.part is not Part.ROLE or not frame.names_a_role:
        return one
    text = reworded(one.text, _ACTS_AS)
    return replace(one, part=Part.TASK, text=text) if text else one


def _is_set(one: Sentence, frame: Frame) -> bool:
    """Say whether a task is to decide what the template has set already."""
    if one.part is not Part.TASK or one.apart or one.origin.source is not Source.INPUT:
        return False
    return frame.decides(_ASKS.sub("decide ", _OR_NOT.sub("", one.text)))
