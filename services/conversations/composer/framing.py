"""A rendered template, and what its author has said in it: many prompts share one, so that it is read once."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from services.conversations.composer.editing import NEGATIVE
from services.conversations.composer.language import Language
from services.conversations.composer.layout import word_set
from services.conversations.composer.model import Origin, Part, Sentence, Slot, Source

_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?…])\s+|\n")
_WORD = re.compile(r"\w+")
_CASE = re.compile(r"\b(?:if|when|unless|except|wenn|falls|außer|sobald)\b", re.IGNORECASE)
_FUNCTION = word_set(
    "a an the of to in on for with and or is are be it its your you our my this that please every each answer answers "
    "give write keep make tone use task reply ein eine einen der die das den dem und oder für mit in auf je ist sei "
    "deine dein unser unsere bitte jede jeder antwort gib schreibe halte ton verwende aufgabe als as"
)
"""What says little by itself."""
_DECIDES = word_set(
    "decide say tell judge determine state check whether if entscheide sag sage beurteile bestimme prüfe stelle fest ob"
)
"""How a task to decide begins, in one way or another."""
_NAMES_A_ROLE = re.compile(
    r"^(?:You are|You're|You act as|Act as|Du bist|Sie sind|Du handelst als) "
    r"(?:an? |the |our |my |eine? |der |die |das |unsere? |[A-ZÄÖÜ])",
    re.MULTILINE,
)
_MOST_LINES = 100  # more with the same words are not looked through
_SPOKEN_CHARS = 8000
_REMEMBERED = 32  # templates


class Frame:
    """A rendered template by its lines; `""` has none."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._lines = _BETWEEN_SENTENCES.split(text) if text else []
        self._whole = {line.casefold() for line in (text, *self._lines)}
        self._said = Lines(self._lines)
        self._spoken = plain(text)
        self._topics: dict[int, bool] = {}  # to hash a pattern takes as long as to search for it
        self._about: dict[tuple[str, Slot], list[Sentence]] = {}

    @property
    def names_a_role(self) -> bool:
        """Whether it says who the assistant is."""
        return _NAMES_A_ROLE.search(self.text) is not None

    def decides(self, task: str) -> bool:
        """Say whether one of the lines sets a task to decide the same, in whatever order."""
        opening, _, rest = task.partition(" ")
        if opening.casefold() not in _DECIDES:
            return False
        wanted = set(_content(rest)) - _DECIDES
        is_negative = bool(NEGATIVE.search(task))
        return len(wanted) > 1 and any(
            wanted <= set(_content(line)) and bool(NEGATIVE.search(line)) is is_negative
            for line in self._lines[:_MOST_LINES]
        )

    def has(self, words: str) -> bool:
        """Say whether one of the lines is just these words, in small letters."""
        return words in self._whole

    def says(self, words: str, content: str) -> bool:
        """Say whether one of the lines says all that words do; `content` is what matters of them."""
        return self._said.say(words, content)

    def speaks_of(self, topic: re.Pattern[str]) -> bool:
        """Say whether anything in the template matches a topic."""
        if id(topic) not in self._topics:
            self._topics[id(topic)] = topic.search(self._spoken) is not None
        return self._topics[id(topic)]

    def about(self, slot: Slot, language: Language) -> list[Sentence]:
        """Return the lines that speak about a slot."""
        key = language.code, slot
        if key not in self._about:
            rule = language.slots.get(slot)
            origin, slots = Origin(Source.TEMPLATE), frozenset({slot})
            lines = [line for line in self._lines if rule and rule.search(line)]
            self._about[key] = [Sentence(Part.TEMPLATE, line, origin, slots=slots) for line in lines]
        return self._about[key]


@lru_cache(maxsize=_REMEMBERED)
def frame_of(text: str) -> Frame:
    """Return a template, read."""
    return Frame(text)


class Lines:
    """Lines that are looked up by the words that say something; not those that tell of a case."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._by_word: Mapping[str, list[tuple[bool, list[str]]]] = {}
        found: dict[str, list[tuple[bool, list[str]]]] = {}
        for line in dict.fromkeys(lines):
            content = [] if _CASE.search(line) else _content(line)
            is_negative = bool(NEGATIVE.search(line)) if content else False
            for word in set(content):
                found.setdefault(word, []).append((is_negative, content))
        self._by_word = found

    def say(self, words: str, content: str) -> bool:
        """Say whether one of them says all that `content` does, word for word and in its order, as words have it."""
        if not self._by_word or _CASE.search(words):
            return False
        wanted = _content(content)
        is_negative = bool(NEGATIVE.search(words))
        return bool(wanted) and any(
            _follow(wanted, line) and negative is is_negative
            for negative, line in min((self._by_word.get(word, []) for word in wanted), key=len)[:_MOST_LINES]
        )


def plain(text: str) -> str:
    """Return the lines of a text in small letters, without what sets them out; of a long one its two ends."""
    if len(text) > _SPOKEN_CHARS:
        text = f"{text[: _SPOKEN_CHARS // 2]}\n{text[-_SPOKEN_CHARS // 2 :]}"
    return "\n".join(" ".join(line.split()) for line in text.lower().splitlines())


def _follow(words: Iterable[str], content: Iterable[str]) -> bool:
    following = iter(content)
    return all(word in following for word in words)


def _content(text: str) -> list[str]:
    """Return the words that say something, without what their plural ends in."""
    words = (word.casefold() for word in _WORD.findall(text))
    return [word.removesuffix("s").removesuffix("n") for word in words if word not in _FUNCTION]
