"""What the person said afterwards changes the sections: each piece of feedback is one change, and can be taken back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from services.conversations.composer.adding import added
from services.conversations.composer.editing import (
    NEGATIVE,
    number_of,
    numbers_in,
    wanted_in,
    with_first,
    with_member,
    without_member,
    words_of,
)
from services.conversations.composer.hearing import Heard
from services.conversations.composer.language import Change, Language
from services.conversations.composer.languages import LANGUAGES, by_code, language_of
from services.conversations.composer.layout import sentence
from services.conversations.composer.measures import repaced, without_length
from services.conversations.composer.model import Origin, Part, Sentence, Slot, Source
from services.conversations.composer.overriding import about, overridden
from services.conversations.composer.saying import placed

SHORTEST, LONGEST = -2, 1
_SETTING = frozenset({Part.OUTPUT, Part.AUDIENCE})
_IN_A_LANGUAGE = re.compile(r"\b(?:in|auf) (\w+)")
_LISTING = frozenset({Part.TASK, Part.KNOWN, Part.HOW, Part.LIMITS, Part.OUTPUT})
_NOT_ADDED = frozenset({Part.TASK, Part.ROLE, Part.EXAMPLES})
"""Where nothing stands that was said afterwards: it would seem to be part of what was asked for first."""
_REMOVABLE = frozenset(Part) - {Part.TEMPLATE, Part.ROLE}


@dataclass(slots=True)
class Refined:
    """What feedback has made of what was said.

    `brevity` is 0 at first, one less each time it should be shorter (-1 without the rules of the archetype, -2 without
    stock phrases), one more when longer. `removed` holds the words of what is not to be said.
    """

    said: list[Sentence]
    says: Language
    brevity: int = 0
    beside_template: bool = False
    shortened: Origin | None = None
    removed: list[tuple[frozenset[str], str]] = field(default_factory=list)
    replaced: list[tuple[Slot, Sentence, Sentence]] = field(default_factory=list)
    not_understood: list[str] = field(default_factory=list)

    def leaves(self, one: Sentence) -> bool:
        """Say whether a sentence of the composer's own has not been removed."""
        return not any(words <= words_of(one.text) for words, _ in self.removed)


def refined(said: list[Sentence], changes: Sequence[Heard], says: Language, *, beside_template: bool) -> Refined:
    """Return what was said after all of the feedback, in its order."""
    state = Refined(list(said), says, beside_template=beside_template)
    for number, text, asked in changes:
        origin = Origin(Source.FEEDBACK, start=0, end=len(text), number=number)
        for change in asked:
            _apply(state, origin, text, change)
        if not asked:
            _keep(state, origin, text)
    return state


def _apply(state: Refined, origin: Origin, text: str, change: Change) -> None:
    match change:
        case Change(kind="shorter"):
            _shorten(state, origin)
        case Change(kind="longer"):
            state.brevity = min(LONGEST, state.brevity + 1)
        case Change(kind="add", text=words):
            _add(state, origin, words, change.part, text)
        case Change(kind="never", text=words):
            done = (language_of(words) or state.says).completed(words, Part.LIMITS)
            _forbid(state, placed(Part.LIMITS, done, origin, state.says), text)
        case Change(kind="remove" | "swap"):
            _displace(state, origin, text, change)
        case Change(kind="first", text=words):
            _put_first(state, origin, words)
        case Change(kind="number", text=words):
            _renumber(state, origin, words, text)
        case Change(kind="set", slot=Slot() as slot):
            _set(state, origin, change, slot)


def _shorten(state: Refined, origin: Origin) -> None:
    """Leave stock phrases out; a template says so much itself that answers are to be short as well."""
    state.brevity = max(SHORTEST, state.brevity - 1)
    state.shortened = origin
    if state.beside_template and not any(Slot.LENGTH in one.slots for one in state.said):
        slots = frozenset({Slot.LENGTH})
        state.said.append(Sentence(Part.OUTPUT, state.says.stock.short, origin, slots=slots))


def without_rules(said: list[Sentence], state: Refined) -> list[Sentence]:
    """Return what was said, with short answers where `shorter` had no rules of an archetype to leave out."""
    length = frozenset({Slot.LENGTH})
    if state.brevity >= 0 or not state.shortened or any(one.slots & length for one in said):
        return said
    return [*said, Sentence(Part.OUTPUT, state.says.stock.short, state.shortened, slots=length)]


def _set(state: Refined, origin: Origin, change: Change, slot: Slot) -> None:
    words = change.text
    if language := by_code(change.language):
        state.says = language
        words = sentence(language.wordings["language"].say(language.code))
    if slot is Slot.LANGUAGE and _is_said_already(state, words):
        return
    _replace(state, Sentence(change.part or Part.OUTPUT, words, origin, slots=frozenset({slot})))


def _is_said_already(state: Refined, words: str) -> bool:
    """Say whether a task, or what was said of answers, names the language: `from Greek into Swiss German`."""
    named = _IN_A_LANGUAGE.search(words)
    if not named:
        return False
    into = re.compile(rf"\b(?:in|into|to|auf|ins) (?:[\w-]+ )?{named[1]}\b", re.IGNORECASE)
    return any(one.part in (Part.TASK, Part.ROLE, Part.OUTPUT) and into.search(one.text) for one in state.said)


def _add(state: Refined, origin: Origin, words: str, where: Part | None, text: str) -> None:
    language = language_of(words) or state.says
    part, done = added(words, where, language, has_a_task=_has_a_task(state))
    new = placed(part, done, origin, language)
    if part is Part.LIMITS:
        _forbid(state, new, text)
    elif not _repace(state, new):
        _let_give_way(state, new, text)
        _replace(state, new)


def _has_a_task(state: Refined) -> bool:
    return any(one.part in (Part.TASK, Part.ROLE) for one in state.said)


def _repace(state: Refined, new: Sentence) -> bool:
    """Let how much there is for each become what a new sentence says, in its place; tell whether anything does."""
    texts = [repaced(one.text, new.text) if one.part in _LISTING and not one.apart else "" for one in state.said]
    state.said = [replace(one, text=text) if text else one for one, text in zip(state.said, texts, strict=True)]
    return any(texts)


def _forbid(state: Refined, new: Sentence, text: str) -> None:
    """Add a limit; what it excludes leaves the lists in which it stands, and an order to do it gives way."""
    wanted = about(new)
    state.said = [
        replace(one, text=without_member(one.text, wanted) or one.text)
        if wanted and one.part in _LISTING and not NEGATIVE.search(one.text)
        else one
        for one in state.said
    ]
    _let_give_way(state, new, text)
    state.said.append(new)


def _let_give_way(state: Refined, new: Sentence, text: str) -> None:
    """Leave out what says the contrary of a new sentence in the same words: `Use emojis` before `No emojis`."""
    topic, is_negative = about(new), bool(NEGATIVE.search(new.text))
    gone = [
        one
        for one in state.said
        if topic
        and one.part not in (Part.TASK, Part.ROLE)
        and about(one) == topic
        and bool(NEGATIVE.search(one.text)) is not is_negative
    ]
    overridden_too = [one for one in overridden(state.said, new, text) if one not in gone]
    state.replaced += [(Slot.RULE, new, one) for one in overridden_too]
    gone += overridden_too
    state.said = [one for one in state.said if one not in gone]


def _put_first(state: Refined, origin: Origin, words: str) -> None:
    wanted, _ = wanted_in(words)
    moved = [with_first(one.text, wanted) if one.part in _LISTING else "" for one in state.said]
    state.said = [replace(one, text=text) if text else one for one, text in zip(state.said, moved, strict=True)]
    if not any(moved):
        state.said.append(placed(Part.OUTPUT, state.says.stock.first.format(words), origin, state.says))


def _renumber(state: Refined, origin: Origin, words: str, text: str) -> None:
    """Let a number become another in its place, if there is but one that can be meant; else add what is said of it."""
    number, noun = number_of(words)
    counting = [
        (one, found)
        for one in state.said
        if one.part in _LISTING and not (one.apart and one.part is not Part.TASK)
        for found in numbers_in(one.text, noun)
    ]
    if not number or len(counting) != 1:
        _add(state, origin, words, None, text)
        return
    [(old, found)] = counting
    new = replace(old, text=old.text[: found.start()] + number + old.text[found.end(1) :])
    state.said = [new if one is old else one for one in state.said]
    if Slot.LENGTH in old.slots:
        state.replaced.append((Slot.LENGTH, replace(new, origin=origin), old))


def _keep(state: Refined, origin: Origin, text: str) -> None:
    """Add what no rule understands where it seems to belong, as it was said; in quotes, if it is about the prompt."""
    words = " ".join(text.split())
    if any(language.about_the_prompt.search(text) for language in LANGUAGES):
        opening, closing = state.says.quotes
        quoted = state.says.stock.said.format(f"{opening}{words}{closing}")
        state.said.append(placed(Part.TASK, quoted, origin, state.says))
    else:
        language = language_of(words) or state.says
        part = language.place(words, Part.TASK)
        if part in _NOT_ADDED and _has_a_task(state):
            part = Part.KNOWN if language.states(words) else Part.HOW
        new = placed(part, words, origin, state.says)
        _let_give_way(state, new, text)
        state.said.append(new)
    state.not_understood.append(text)


def _displace(state: Refined, origin: Origin, text: str, change: Change) -> None:
    """Let something leave its place, and what is to be there instead take it."""
    if change.kind == "swap":
        _swap(state, origin, change, text)
        return
    _remove(state, origin, text, change)
    if change.instead:
        _add(state, origin, change.instead, None, text)


def _remove(state: Refined, origin: Origin, text: str, change: Change) -> None:
    """Leave out what speaks of something, or its place in a list; where nothing does, that may be a limit."""
    exact, named = wanted_in(change.text)
    wanted = exact if any(exact <= words_of(one.text) for one in state.said) else named
    said, is_done = [], False
    for one in state.said:
        if not wanted <= words_of(one.text):
            said.append(one)
        elif shorter := without_member(one.text, wanted):
            said.append(replace(one, text=shorter))
            is_done = True
        elif one.part not in _REMOVABLE or (one.part is Part.TASK and one.origin.source is Source.INPUT):
            said.append(one)  # without it there would be nothing to do
        else:
            is_done = True
    if not is_done and change.part:
        said.append(placed(change.part, state.says.stock.leave_out.format(change.text), origin, state.says))
    state.said = said
    state.removed.append((wanted, text))


def _swap(state: Refined, origin: Origin, change: Change, text: str) -> None:
    """Let other members stand in a list instead of one; where there is none, that is to be done."""
    wanted, _ = wanted_in(change.text)
    changed = [with_member(one.text, wanted, change.instead) if one.part in _LISTING else "" for one in state.said]
    state.said = [replace(one, text=new) if new else one for one, new in zip(state.said, changed, strict=True)]
    if not any(changed) and state.says.states(text):
        _keep(state, origin, text)
    elif not any(changed):
        _add(state, origin, text, None, text)


def _replace(state: Refined, new: Sentence) -> None:
    """Let a sentence be the only one that speaks of its slots; what speaks of them in passing stays."""
    if Slot.LENGTH in new.slots:
        state.said = [
            replace(one, text=without_length(one.text) or one.text) if one.part is Part.TASK else one
            for one in state.said
        ]
    if new.part in _SETTING:
        for one in state.said:
            if one.part in _SETTING and (slots := one.slots & new.slots):
                state.replaced.append((min(slots), new, one))
    gone = {id(one) for _, _, one in state.replaced}
    state.said = [*(one for one in state.said if id(one) not in gone), new]
