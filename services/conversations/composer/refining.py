"""What the person said afterwards changes the sections: each piece of feedback is one change, and can be taken back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from services.conversations.composer.language import Change, Language
from services.conversations.composer.languages import LANGUAGES, by_code
from services.conversations.composer.layout import clean
from services.conversations.composer.model import Origin, Part, Sentence, Slot, Source
from services.conversations.composer.reading import placed

SHORTEST, LONGEST = -2, 1
_WORD = re.compile(r"\w+")
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
    removed: list[tuple[frozenset[str], str]] = field(default_factory=list)
    replaced: list[tuple[Slot, Sentence, Sentence]] = field(default_factory=list)
    not_understood: list[str] = field(default_factory=list)

    def leaves(self, one: Sentence) -> bool:
        """Say whether a sentence of the composer's own has not been removed."""
        return not any(words <= _words(one.text) for words, _ in self.removed)


def refined(said: list[Sentence], feedback: Sequence[str], says: Language) -> Refined:
    """Return what was said after all of the feedback, in its order; empty pieces say nothing."""
    done: list[tuple[int, str, Change | None]] = []
    for number, piece in enumerate(feedback, 1):
        text = clean(piece).strip()
        change = _understood(text, says) if text else None
        if change and change.kind == "undo":
            if done:
                done.pop()
        elif text:
            done.append((number, text, change))
    state = Refined(list(said), says)
    for number, text, change in done:
        _apply(state, Origin(Source.FEEDBACK, start=0, end=len(text), number=number), text, change)
    return state


def _understood(text: str, says: Language) -> Change | None:
    for language in sorted(LANGUAGES, key=lambda one: one is not says):
        if not language.about_the_prompt.search(text) and (change := language.change(text)):
            return change
    return None


def _apply(state: Refined, origin: Origin, text: str, change: Change | None) -> None:
    match change:
        case Change(kind="shorter"):
            state.brevity = max(SHORTEST, state.brevity - 1)
        case Change(kind="longer"):
            state.brevity = min(LONGEST, state.brevity + 1)
        case Change(kind="add", text=words):
            language = state.says
            wished = language.wish(words, "")
            part = language.place(wished, Part.TASK)
            if (
                part is Part.TASK
                and language.order(words, wished)
                and any(one.part in (part, Part.ROLE) for one in state.said)
            ):
                part = Part.HOW
            state.said.append(placed(part, wished, origin, language))
        case Change(kind="never", text=words):
            state.said.append(placed(Part.LIMITS, words, origin, state.says))
        case Change(kind="remove", text=words):
            _remove(state, text, words)
        case Change(kind="set", slot=Slot() as slot):
            _set(state, slot, Sentence(change.part or Part.OUTPUT, change.text, origin, slots=frozenset({slot})))
            state.says = by_code(change.language) or state.says
        case _:
            quoted = any(language.about_the_prompt.search(text) for language in LANGUAGES)
            opening, closing = state.says.quotes
            words = state.says.stock.said.format(f"{opening}{text}{closing}") if quoted else text
            state.said.append(placed(Part.TASK, " ".join(words.split()), origin, state.says))
            state.not_understood.append(text)


def _remove(state: Refined, text: str, words: str) -> None:
    wanted = _words(words)
    state.said = [one for one in state.said if one.part not in _REMOVABLE or not wanted <= _words(one.text)]
    state.removed.append((wanted, text))


def _set(state: Refined, slot: Slot, new: Sentence) -> None:
    """Let a sentence be the only one that is there for a slot; what else speaks about it in passing stays."""
    for one in state.said:
        if slot in one.slots and one.part in (Part.OUTPUT, Part.AUDIENCE, Part.LIMITS):
            state.replaced.append((slot, new, one))
    gone = {id(one) for _, _, one in state.replaced}
    state.said = [*(one for one in state.said if id(one) not in gone), new]


def _words(text: str) -> frozenset[str]:
    return frozenset(word.removesuffix("s").removesuffix("n") for word in _WORD.findall(text.casefold()))
