"""What the person said afterwards changes the sections: each piece of feedback is one change, and can be taken back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from services.conversations.composer.language import Change, Language
from services.conversations.composer.languages import LANGUAGES, by_code, language_of
from services.conversations.composer.layout import clean, sentence, word_set
from services.conversations.composer.model import Origin, Part, Sentence, Slot, Source
from services.conversations.composer.saying import placed

SHORTEST, LONGEST = -2, 1
_WORD = re.compile(r"\w+")
_SETTING = frozenset({Part.OUTPUT, Part.AUDIENCE})
_JOINTS = re.compile(r"[,;.]\s+(?:(?:and|but|und|aber)\s+)?|\s+(?:and|but|und|aber)\s+", re.IGNORECASE)
_MEMBERS = re.compile(r"(, (?:and |und |or |oder )?| and | und | or | oder )")
_ARTICLES = word_set("a the any our my der die da de")
_TAIL = re.compile(r"[.!?]|\s(?:from|of|in|for|out|aus|von|für|im)\s", re.IGNORECASE)
_A_THING = 5
"""So many words at most are a thing to be mentioned rather than a sentence."""
_LENGTH = re.compile(
    r",? (?:in|within|under|of|with|at most|no more than|max|about|exactly|höchstens|maximal|mit|unter|etwa) "
    r"(?:at most |höchstens )?"
    r"(?:\d+|one|two|three|four|five|six|ten|zwei|drei|vier|fünf|sechs|zehn) (?:\w+ )?"
    r"(?:words?|sentences?|lines?|pages?|paragraphs?|Wörtern?|Sätzen?|Zeilen?|Seiten?|Absätzen?)\b",
    re.IGNORECASE,
)
_REMOVABLE = frozenset(Part) - {Part.TEMPLATE, Part.ROLE}


class Heard(NamedTuple):
    """What the person said in the piece of feedback with this number (from 1), and what is to change; if anything."""

    number: int
    text: str
    changes: list[Change]


@dataclass(slots=True)
class Refined:
    """What feedback has made of what was said.

    `brevity` is 0 at first, one less each time it should be shorter (-1 without the rules of the archetype, -2 without
    stock phrases), one more when longer. `removed` holds the words of what is not to be said.
    """

    said: list[Sentence]
    says: Language
    brevity: int = 0
    removed: list[tuple[frozenset[str], str]] = field(default_factory=list)
    replaced: list[tuple[Slot, Sentence, Sentence]] = field(default_factory=list)
    not_understood: list[str] = field(default_factory=list)

    def leaves(self, one: Sentence) -> bool:
        """Say whether a sentence of the composer's own has not been removed."""
        return not any(words <= _words(one.text) for words, _ in self.removed)


def heard(feedback: Sequence[str], says: Language) -> list[Heard]:
    """Return what each piece of feedback asks for; empty pieces, and what was taken back, say nothing."""
    done: list[Heard] = []
    for number, piece in enumerate(feedback, 1):
        text = clean(piece).strip()
        changes = _understood(text, says) if text else []
        if any(change.kind == "undo" for change in changes):
            if done:
                done.pop()
        elif text:
            done.append(Heard(number, text, changes))
    return done


def worded_in(changes: Sequence[Heard]) -> Language | None:
    """Return the language that was asked for last."""
    return next(
        filter(None, (by_code(change.language) for piece in reversed(changes) for change in piece.changes)), None
    )


def refined(said: list[Sentence], changes: Sequence[Heard], says: Language) -> Refined:
    """Return what was said after all of the feedback, in its order."""
    state = Refined(list(said), says)
    for number, text, asked in changes:
        origin = Origin(Source.FEEDBACK, start=0, end=len(text), number=number)
        for change in asked:
            _apply(state, origin, text, change)
        if not asked:
            _keep(state, origin, text)
    return state


def _understood(text: str, says: Language) -> list[Change]:
    """Return what feedback asks for: as a whole, in its parts, or as an order like those of the input; or nothing."""
    if any(language.about_the_prompt.search(text) for language in LANGUAGES):
        return []
    if whole := _change(text, says):
        return [whole]
    parts = [_change(part, says) for part in _JOINTS.split(text) if part.strip()]
    if parts and all(parts):
        return [part for part in parts if part]
    words = " ".join(text.split())
    language = language_of(words) or says
    wished = language.wish(words, "")
    tells = language.place(wished, Part.TASK) is not Part.TASK or language.order(words, wished)
    return [Change("add", words)] if tells else []


def _change(text: str, says: Language) -> Change | None:
    languages = sorted(LANGUAGES, key=lambda one: one is not says)
    return next((change for language in languages if (change := language.change(text))), None)


def _apply(state: Refined, origin: Origin, text: str, change: Change) -> None:
    match change:
        case Change(kind="shorter"):
            state.brevity = max(SHORTEST, state.brevity - 1)
        case Change(kind="longer"):
            state.brevity = min(LONGEST, state.brevity + 1)
        case Change(kind="add", text=words):
            _add(state, origin, words)
        case Change(kind="never", text=words):
            state.said.append(placed(Part.LIMITS, words, origin, state.says))
        case Change(kind="remove", text=words):
            _remove(state, text, words)
        case Change(kind="set", slot=Slot() as slot):
            words = change.text
            if language := by_code(change.language):
                state.says = language
                words = sentence(language.wordings["language"].say(language.code))
            _replace(state, Sentence(change.part or Part.OUTPUT, words, origin, slots=frozenset({slot})))


def _add(state: Refined, origin: Origin, words: str) -> None:
    language = language_of(words) or state.says
    wished = language.wish(words, "")
    part = language.place(wished, Part.TASK)
    has_a_task = any(one.part in (Part.TASK, Part.ROLE) for one in state.said)
    if part is Part.TASK and has_a_task and language.order(words, wished):
        part = Part.HOW
    if part is Part.TASK and not language.order(words, wished) and len(wished.split()) <= _A_THING:
        part, wished = Part.HOW, language.stock.include.format(wished)
    _replace(state, placed(part, language.completed(wished, part), origin, language))


def _keep(state: Refined, origin: Origin, text: str) -> None:
    """Add to the task what no rule understands, as it was said; in quotes, if it is about the prompt."""
    quoted = any(language.about_the_prompt.search(text) for language in LANGUAGES)
    opening, closing = state.says.quotes
    words = state.says.stock.said.format(f"{opening}{text}{closing}") if quoted else text
    state.said.append(placed(Part.TASK, " ".join(words.split()), origin, state.says))
    state.not_understood.append(text)


def _remove(state: Refined, text: str, words: str) -> None:
    wanted = (_words(words) - _ARTICLES) or _words(words)
    said = []
    for one in state.said:
        if not wanted <= _words(one.text):
            said.append(one)
        elif shorter := _without_member(one.text, wanted):
            said.append(replace(one, text=shorter))
        elif one.part not in _REMOVABLE or (one.part is Part.TASK and one.origin.source is Source.INPUT):
            said.append(one)  # without it there would be nothing to do
    state.said = said
    state.removed.append((wanted, text))


def _without_member(text: str, wanted: frozenset[str]) -> str:
    """Return a text whose list has lost a member, as `a name and a date` the amount between them; else nothing."""
    parts = _MEMBERS.split(text)  # members at even places, what joins them at odd ones
    first = parts[0].split()
    if len(parts) > 1 and len(first) > len(wanted) and _words(" ".join(first[-len(wanted) :])) == wanted:
        return " ".join([*first[: -len(wanted)], "".join(parts[2:])])
    for at in range(2, len(parts), 2):
        tail = _TAIL.search(parts[at])
        member = parts[at][: tail.start()] if tail else parts[at]
        if not wanted <= _words(member) or not _words(member) - wanted <= _ARTICLES:
            continue
        if at < len(parts) - 1:
            return "".join(parts[: at - 1] + parts[at + 1 :])
        if at > 2:  # noqa: PLR2004 - the last one's `and` then stands before the new last one
            parts[at - 3] = parts[at - 1]
        return "".join([*parts[: at - 1], parts[at][len(member) :]])
    return ""


def _replace(state: Refined, new: Sentence) -> None:
    """Let a sentence be the only one that speaks of its slots; what speaks of them in passing stays."""
    if Slot.LENGTH in new.slots:
        state.said = [
            replace(one, text=_LENGTH.sub("", one.text)) if one.part is Part.TASK else one for one in state.said
        ]
    if new.part in _SETTING:
        for one in state.said:
            if one.part in _SETTING and (slots := one.slots & new.slots):
                state.replaced.append((min(slots), new, one))
    gone = {id(one) for _, _, one in state.replaced}
    state.said = [*(one for one in state.said if id(one) not in gone), new]


def _words(text: str) -> frozenset[str]:
    return frozenset(word.removesuffix("s").removesuffix("n") for word in _WORD.findall(text.casefold()))
