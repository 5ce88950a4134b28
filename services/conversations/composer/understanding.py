"""What each clause of an input is: who the assistant is, what to do and how, or what is known."""

import re
from enum import Enum, auto

from services.conversations.composer.choosing import Entry, Mood
from services.conversations.composer.language import Language
from services.conversations.composer.layout import sentence
from services.conversations.composer.model import Origin, Part, Sentence
from services.conversations.composer.saying import placed, quoted

_SAYS_WHAT_ONE_DOES = re.compile(r", | who | that | which ")
_TOLD_FIRST = frozenset({Part.LIMITS, Part.EXAMPLES, Part.AUDIENCE, Part.OUTPUT, Part.GIVEN})
"""What one may begin with that is no task: `for beginners`, `max 5 lines`."""


class Item(Enum):
    """What an item of a list is taken for, if nothing else tells: one of its orders, or a note of what is known."""

    ORDER = auto()
    NOTE = auto()


class Understanding:
    """Understands one clause after the other: what one is may follow from those before it."""

    def __init__(self, language: Language, says: Language) -> None:
        self.entries: list[Entry] = []
        self._language = language
        self._says = says
        self._known_as = ""

    def take(self, words: str, origin: Origin, item: Item | None = None) -> None:
        """Add what a clause says, if it says anything."""
        if self._language.is_greeting(words):
            return
        if not self._known_as and (being := self._language.role_in_passing(words)):
            self.add(Sentence(Part.ROLE, sentence(being), origin))
            self._known_as = self._language.name(being)
        entry = self._understood(words, origin, item)
        self.entries.append(entry)
        if entry.sentence.part is Part.ROLE and not self._known_as:
            self._known_as = self._language.name(entry.sentence.text)

    def add(self, one: Sentence) -> None:
        """Add what needs no understanding."""
        self.entries.append(Entry(one, one.text))

    def tells(self, words: str) -> bool:
        """Tell whether words say what to do, or how."""
        wished = self._language.wish(words, self._known_as) if words else ""
        return bool(wished) and (
            self._language.place(wished, Part.TASK) is not Part.TASK or bool(self._language.order(words, wished))
        )

    def orders(self, words: str) -> bool:
        """Tell whether words say what to do, or who the assistant is."""
        if not words:
            return False
        wished = self._language.wish(words, self._known_as)
        return bool(self._language.order(words, wished) or self._language.role(words, first=False))

    def forbids(self, words: str) -> bool:
        """Tell whether words say what not to do."""
        return self._language.place(self._language.wish(words, self._known_as), Part.TASK) is Part.LIMITS

    def _understood(self, words: str, origin: Origin, item: Item | None) -> Entry:
        language, said = self._language, self._said()
        if language.about_the_prompt.search(words):
            return Entry(Sentence(Part.TASK, self._says.stock.said.format(quoted(words, self._says)), origin))
        if being := language.role(words, first=not said):
            return Entry(Sentence(Part.ROLE, being, origin))
        wished = language.wish(words, self._known_as)
        part = language.place(wished, said[-1].part if said else Part.ROLE)
        order = "" if item is Item.NOTE and language.states(words) else language.order(words, wished)
        if not said and (part not in _TOLD_FIRST or (order and not self.entries and part is not Part.GIVEN)):
            part = Part.TASK
        if part is Part.TASK and not order:
            return self._told(words, wished, origin, item)
        if part is Part.TASK:
            return self._ordered(words, wished, order, origin, is_wish=item is Item.ORDER or wished != words)
        if said and part is Part.EXAMPLES:  # the heading says that it is one
            label = language.example.match(wished)
            wished = wished[label.end() :] if label and label.end() < len(wished) else wished
        wants = bool(order) and part in (Part.HOW, Part.OUTPUT) and language.wants.match(words) is not None
        mood = Mood.ORDER if wants else Mood.OTHER
        return Entry(placed(part, language.completed(wished, part), origin, language), wished, mood, order, wants)

    def _ordered(self, words: str, wished: str, order: str, origin: Origin, *, is_wish: bool) -> Entry:
        wants = self._language.wants.match(words) is not None
        if self._has_its_task(is_wish=is_wish):
            how = self._language.completed(wished, Part.HOW)
            return Entry(placed(Part.HOW, how, origin, self._language), wished, Mood.ORDER, order, wants)
        return Entry(placed(Part.TASK, order, origin, self._language), wished, Mood.ORDER, order, wants)

    def _told(self, words: str, wished: str, origin: Origin, item: Item | None) -> Entry:
        """Return what orders nothing: it is told, of the person himself or of others, or has no verb at all."""
        if self._language.is_of_oneself(wished.split(maxsplit=1)[0] if self._said() else wished):
            return Entry(Sentence(Part.KNOWN, words, origin), words, Mood.TOLD)
        if item is Item.NOTE or self._language.states(wished):
            stated = self._language.completed(wished, Part.KNOWN)
            return Entry(placed(Part.TASK, stated, origin, self._language), wished, Mood.STATEMENT)
        part = Part.HOW if item and self._has_its_task(is_wish=True) else Part.TASK
        return Entry(placed(part, wished, origin, self._language), wished, Mood.FRAGMENT)

    def _said(self) -> list[Sentence]:
        """Return what was said so far, but for what the person told of himself."""
        return [one.sentence for one in self.entries if one.mood is not Mood.TOLD]

    def _has_its_task(self, *, is_wish: bool) -> bool:
        """Say whether the task is known, so that a further order tells how to do it.

        One of whom something is wished has a task already, unless his role, just named, does not say what he does.
        """
        said = self._said()
        quoting = self._says.stock.said.partition("{}")[0]
        if any(one.part is Part.TASK and not one.text.startswith(quoting) for one in said):
            return True
        roles = [one for one in said if one.part is Part.ROLE]
        return is_wish and any(one is not said[-1] or _SAYS_WHAT_ONE_DOES.search(one.text) for one in roles)
