"""Which of the sentences of an input is its task: what else was said hangs on that."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from services.conversations.composer.language import Language
from services.conversations.composer.layout import pattern, sentence
from services.conversations.composer.model import Origin, Part, Sentence, Source
from services.conversations.composer.saying import ended, quoted


class Mood(Enum):
    """How something was said."""

    ORDER = auto()
    STATEMENT = auto()
    FRAGMENT = auto()
    """Without a verb, or with none that is known: `board game rules`."""
    TOLD = auto()
    """Of the person himself."""
    OTHER = auto()
    """A role, material, an example, what is about the prompt."""


_NUMBER = re.compile(r"\d")
_ABOUT_ANSWERS = pattern(
    r"(?:if|when|whenever|unless|before|after|always|never|wenn|falls|sobald|bevor|immer|nie)\b|"
    r"[\w-]+ (?:it|them|this|answers?|repl(?:y|ies)|everything|your|every|es|sie|das|alles|antworten|jede antwort)\b|"
    r"(?:keep|use|be|answer|reply|respond|return|antworte|bleib|sei|verwende|nutze)\b"
)
"""What tells how to answer, and not what to do."""
_PLAYS = pattern(
    r"\b(?:(?:game|dungeon) ?master|(?:in|of|for) (?:an?|the|my|our|this) (?:[\w-]+ ){0,3}(?:game|contest|duel|"
    r"adventure|"
    r"campaign|quest|role-?play|tournament)|spielleiter\w*|rollenspiels?|abenteuers?)\b"
)
_IN_CASE = pattern(r"(?:if|when|whenever|wenn|falls|sobald)\b")
_OPENINGS = frozenset({Mood.ORDER, Mood.STATEMENT, Mood.FRAGMENT})


@dataclass(slots=True)
class Entry:
    """A sentence of the input as it was understood.

    `words` are those of the person, as a wish. `order` is what they tell to do, if that can be the task, and `wants`
    is true where the person says that this is what he wants.
    """

    sentence: Sentence
    words: str = ""
    mood: Mood = Mood.OTHER
    order: str = ""
    wants: bool = False


def chosen(entries: Sequence[Entry], language: Language, says: Language) -> list[Sentence]:
    """Return the sentences, one of them as the task; what only tells something is known, or else is the task itself."""
    main = _main(entries)
    if not main or _IN_CASE.match(main.words):  # what is to be done in a case is seldom all
        main = _answering(entries, language) or main
    told = [one for one in entries if one.mood in (Mood.TOLD, Mood.STATEMENT) and one is not main]
    if not main and told and not any(one.sentence.part in (Part.ROLE, Part.TASK) for one in entries if one not in told):
        words, origin = _together(told, says)
        task = Sentence(Part.TASK, f"{says.stock.own_words} {words}", origin)
        return [task, *(one.sentence for one in entries if one not in told)]
    known = _known([one for one in told if one.mood is Mood.TOLD], language, says)
    start = next((at for at, one in enumerate(entries) if one is main), 0)
    rest = (_as_part(one, main, says, before=at < start) for at, one in enumerate(entries) if one.mood is not Mood.TOLD)
    said = [*known, *rest]
    if any(_PLAYS.search(one.text) for one in said if one.part in (Part.ROLE, Part.TASK) and not one.apart):
        # what somebody says of himself in a game is one of its rules
        return [replace(one, part=Part.HOW) if one.part is Part.KNOWN else one for one in said]
    return said


def _main(entries: Sequence[Entry]) -> Entry | None:
    """Return what is the task: the first order, unless an opening that orders nothing is followed by what is wanted."""
    opening = next((one for one in entries if one.sentence.part is Part.TASK and one.mood in _OPENINGS), None)
    if opening and opening.mood is Mood.ORDER:
        return opening
    orders = [one for one in entries if one.order and one.mood is Mood.ORDER]
    if any(one.sentence.part is Part.ROLE for one in entries):
        return None
    if wanted := next((one for one in orders if one.wants), None):
        return wanted
    if opening and opening.mood is not Mood.STATEMENT and not _is_told_with(opening, entries):
        return opening
    others = [one for one in entries if _could_be_one(one)]
    in_a_case = [one for one in entries if one.order and one.sentence.part is Part.HOW]
    return next(iter([*orders, *others, *in_a_case]), opening if opening and opening.mood is Mood.FRAGMENT else None)


def _is_told_with(opening: Entry, entries: Sequence[Entry]) -> bool:
    """Tell whether a fragment only goes on with what was told before it, or notes a number."""
    return entries[0] is not opening and (entries[0].mood is Mood.TOLD or bool(_NUMBER.search(opening.words)))


def _answering(entries: Sequence[Entry], language: Language) -> Entry | None:
    """Return what tells who asks what, as the order to answer them; unless a role or a fragment is to be the task."""
    if any(one.sentence.part is Part.ROLE for one in entries):
        return None
    for one in entries:
        tells = one.mood in (Mood.TOLD, Mood.STATEMENT) or one.sentence.part is Part.AUDIENCE
        if tells and (order := language.answering(one.words)):
            one.mood, one.order = Mood.ORDER, order
            return one
    return None


def _could_be_one(one: Entry) -> bool:
    """Tell whether an order about the answer may be the task: `explain it in one sentence`, not `keep it short`."""
    return bool(one.order) and one.sentence.part in (Part.HOW, Part.OUTPUT) and not _ABOUT_ANSWERS.match(one.words)


def _as_part(one: Entry, main: Entry | None, says: Language, *, before: bool) -> Sentence:
    """Return a sentence in the part that it has beside the task; notes before it, or of numbers, tell what is known."""
    said = one.sentence
    if one is main and one.order:
        is_said = said.part is Part.TASK and said.text.casefold().startswith(one.order.casefold())
        return said if is_said else replace(said, part=Part.TASK, text=sentence(one.order))
    if one is main and not said.apart:
        return replace(said, text=sentence(says.stock.task.format(one.words)))
    if main and one.mood is Mood.ORDER and said.part is Part.TASK and _IN_CASE.match(one.words):
        return replace(said, part=Part.HOW)
    is_note = one.mood is Mood.FRAGMENT and said.part is Part.TASK and (before or _NUMBER.search(said.text))
    if one.mood is Mood.STATEMENT or is_note:
        return replace(said, part=Part.KNOWN, slots=frozenset())
    return said


def _known(told: Sequence[Entry], language: Language, says: Language) -> Iterator[Sentence]:
    """Yield what the person told of himself, in the third person; in quotes what cannot be turned."""
    turned = language.told([one.words for one in told])
    for one, words in zip(told, turned, strict=True):
        if words:
            yield replace(one.sentence, part=Part.KNOWN, text=sentence(words))
    if others := [one for one, words in zip(told, turned, strict=True) if not words]:
        words, origin = _together(others, says)
        yield Sentence(Part.KNOWN, says.stock.said.format(words), origin)


def _together(told: Sequence[Entry], says: Language) -> tuple[str, Origin]:
    """Return in one pair of quotes what was told, and where."""
    origins = [one.sentence.origin for one in told]
    words = quoted(" ".join(ended(one.words) for one in told), says)
    return words, Origin(Source.INPUT, start=origins[0].start, end=origins[-1].end)
