"""Read what the person asked for: each sentence finds its part; what no rule understands stays as it was said."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from services.conversations.composer.language import Language
from services.conversations.composer.layout import (
    Block,
    Kind,
    Span,
    blocks,
    clauses,
    fenced,
    items,
    pattern,
    sentence,
    set_apart,
    word_set,
)
from services.conversations.composer.model import Origin, Part, Sentence, Slot, Source

_MOST_SENTENCES = 100  # more are no wish, but material: it is kept in one piece
_MOST_CHARS = 4096  # of prose
_SHORT_CHARS = 300
_QUOTED_CHARS = 600  # what is longer stands in a paragraph of its own
_LABELS = word_set(
    """
    anforderungen anweisungen aufgaben ausgabe constraints format grenzen guidelines hinweise instructions limits notes
    output regeln requirements rules schritte steps tasks ton tone vorgaben
    """
)
"""What introduces a list and says no more than the headings of the prompt do."""
_STATES = pattern(  # facts, and no wishes: `parcels go out on Tuesdays`, `Rückgaben sind 60 Tage lang möglich`
    r"(?!there\b|it\b|you\b|du\b|es\b)[^\W\d_][\w-]*(?: [\w-]+){0,5}? "
    r"(?:is|are|was|were|has|have|takes?|goes|go|costs?|runs?|opens?|closes?|starts?|ends|comes?|sells?|offers?|"
    r"needs?|ist|sind|war|waren|hat|haben|kostet|kosten|gibt|liegt|liegen|beginnt|dauert|öffnet|"
    r"schließt)\b",
    r"[^\W\d_][\w-]* \w+en wir\b",
)
_TELLS = pattern(  # somebody does something: `customers call us and ask about allergens`
    r"(?:my|our|the|his|her|their|some|many|most|all|they|he|she|we|customers|people|users|kids|children|students|there|this|"
    r"mein\w*|unser\w*|der|die|das|viele|manche|alle|sie|er|wir|es|kunden|leute|kinder)\b[^,;:]{0,60}? "
    r"(?!(?:for|of|to|in|on|with|that|who|which|für|von|zu|mit|in|auf)\b)[\w-]+",
)
_EXAMPLE = re.compile(r"\S\s*(?:->|→|=>|⇒)\s*\S")
_SAYS_WHAT_ONE_DOES = re.compile(r", | who | that | which ")
_TOLD_FIRST = frozenset({Part.LIMITS, Part.EXAMPLES, Part.AUDIENCE, Part.OUTPUT})
"""What one may begin with that is no task: `for beginners`, `max 5 lines`."""
_WITHOUT_SLOTS = frozenset({Part.ROLE, Part.EXAMPLES, Part.KNOWN, Part.GIVEN})


def read(text: str, language: Language | None, says: Language) -> list[Sentence]:
    """Return the sentences of the person's input; each knows its part and its place in the input.

    `language` is the one in which the text is, if it is a known one, and `says` the one for the composer's own words.
    """
    reader = _Reader(text, language, says) if language else None
    if reader and reader.read():
        return reader.said
    whole = Span(len(text) - len(text.lstrip()), len(text.rstrip()))
    words = text[whole.start : whole.end]
    if "\n" not in words and len(words) <= _QUOTED_CHARS:
        return [Sentence(Part.TASK, f"{says.stock.own_words} {_quoted(words, says)}", _at(whole))]
    words = f"{says.stock.own_words}\n\n{_kept(words, language or says)}"
    return [Sentence(Part.TASK, words, _at(whole), apart=True)]


class _Reader:
    """Reads one text."""

    def __init__(self, text: str, language: Language, says: Language) -> None:
        self.said: list[Sentence] = []
        self._of_oneself: list[tuple[Span, str]] = []
        self._text = text
        self._language = language
        self._says = says
        self._known_as = ""

    def read(self) -> bool:
        """Read all blocks; return False where it is no wish, but material."""
        found = blocks(self._text)
        longest = max((block.span.end - block.span.start for block in found if block.kind is Kind.PROSE), default=0)
        if longest > _MOST_CHARS or not any(block.kind in (Kind.PROSE, Kind.LIST) for block in found):
            return False
        for block in found:
            if block.kind is Kind.PROSE:
                spans = list(islice(clauses(self._text, block.span, self._cut), _MOST_SENTENCES + 1))
                if len(self.said) + len(spans) > _MOST_SENTENCES:
                    return False
                for span in spans:
                    self._take(span)
            elif block.kind is Kind.LIST:
                self._take_list(block)
            else:
                self._keep(block)
        self._tell_of_oneself()
        self._find_the_task()
        return any(not one.apart or one.part is not Part.GIVEN for one in self.said)

    def _cut(self, masked: str, whole: Span) -> Iterator[Span]:
        """Cut a sentence into clauses, but for what is about the prompt: that is quoted whole."""
        if self._language.about_the_prompt.search(masked, *whole):
            return iter([whole])
        return self._language.cut(masked, whole)

    def _take(self, span: Span, *, is_item: bool = False) -> None:
        words = " ".join(self._text[span.start : span.end].split()).strip(" ,;")
        if not words or self._language.is_greeting(words):
            return
        if not self._known_as and (being := self._language.role_in_passing(words)):
            self.said.append(Sentence(Part.ROLE, sentence(being), _at(span)))
            self._known_as = self._language.name(being)
        if _EXAMPLE.search(words) and not self._language.about_the_prompt.search(words):
            self.said.append(Sentence(Part.EXAMPLES, words, _at(span), apart=True))
            return
        one = self._understood(words, _at(span), is_item=is_item)
        if one is None:
            self._of_oneself.append((span, words))
            return
        self.said.append(one)
        if one.part is Part.ROLE and not self._known_as:
            self._known_as = self._language.name(one.text)

    def _find_the_task(self) -> None:
        """Where the opening only tells something and an order comes later, that is the task."""
        opening = next((one for one in self.said if one.part is Part.TASK), None)
        frame = self._says.stock.task.partition("{}")[0]
        if (
            not opening
            or not opening.text.startswith(frame)
            or not _TELLS.match(told := opening.text.removeprefix(frame))
        ):
            return
        order = next((one for one in self.said if one.part is Part.HOW), None)
        if order:
            known = replace(opening, part=Part.KNOWN, text=sentence(told), slots=frozenset())
            task = replace(order, part=Part.TASK)
            self.said = [known if one is opening else task if one is order else one for one in self.said]

    def _tell_of_oneself(self) -> None:
        """Say once what the person told of himself: what is known where there is a task, else the task itself."""
        if not self._of_oneself:
            return
        if not self._has_its_task(is_wish=True):
            words, at = self._quoted_together(self._of_oneself)
            self.said.insert(0, Sentence(Part.TASK, f"{self._says.stock.own_words} {words}", at))
            return
        turned = self._language.told([words for _, words in self._of_oneself])
        for (span, _), words in zip(self._of_oneself, turned, strict=True):
            if words:
                self.said.append(Sentence(Part.KNOWN, sentence(words), _at(span)))
        if others := [one for one, words in zip(self._of_oneself, turned, strict=True) if not words]:
            words, at = self._quoted_together(others)
            self.said.append(Sentence(Part.KNOWN, self._says.stock.said.format(words), at))

    def _quoted_together(self, told: Sequence[tuple[Span, str]]) -> tuple[str, Origin]:
        words = _quoted(" ".join(_ended(one) for _, one in told), self._says)
        return words, Origin(Source.INPUT, start=told[0][0].start, end=told[-1][0].end)

    def _understood(self, words: str, origin: Origin, *, is_item: bool) -> Sentence | None:
        """Return the sentence that words are; None where the person speaks of himself."""
        language, said = self._language, self.said
        if language.about_the_prompt.search(words):
            return Sentence(Part.TASK, self._says.stock.said.format(_quoted(words, self._says)), origin)
        if being := language.role(words, first=not said):
            return Sentence(Part.ROLE, being, origin)
        wished = language.wish(words, self._known_as)
        part = language.place(wished, said[-1].part if said else Part.ROLE)
        orders = language.order(words, wished)
        is_fact = not orders and (said or self._of_oneself) and _STATES.match(wished)
        of_oneself = not orders and language.is_of_oneself(wished if not said else wished.split()[0])
        if not said and (orders or part not in _TOLD_FIRST) and not is_fact:
            opening = orders or self._says.stock.task.format(wished)
            return None if of_oneself else placed(Part.TASK, opening, origin, language)
        if part is Part.TASK and of_oneself:
            return None
        if part is Part.TASK and (orders or is_item) and self._has_its_task(is_wish=is_item or wished != words):
            part = Part.HOW
        elif part is Part.TASK and is_fact:
            part = Part.KNOWN
        elif said and part is Part.EXAMPLES:  # the heading says that it is one
            label = language.example.match(wished)
            wished = wished[label.end() :] if label and label.end() < len(wished) else wished
        return placed(part, language.completed(wished, part), origin, language)

    def _has_its_task(self, *, is_wish: bool) -> bool:
        """Say whether the task is known, so that a further order tells how to do it.

        One of whom something is wished has a task already, unless his role, just named, does not say what he does.
        """
        quoting = self._says.stock.said.partition("{}")[0]
        if any(one.part is Part.TASK and not one.text.startswith(quoting) for one in self.said):
            return True
        roles = [one for one in self.said if one.part is Part.ROLE]
        return is_wish and any(one is not self.said[-1] or _SAYS_WHAT_ONE_DOES.search(one.text) for one in roles)

    def _take_list(self, block: Block) -> None:
        """Take each item as a sentence where they tell what to do; else the list belongs to what introduces it."""
        entries = items(self._text, block.span)
        if 2 * len(_EXAMPLE.findall(self._text, *block.span)) > len(entries):
            kept = self._text[block.span.start : block.span.end]
            self._end_what_introduces()
            self.said.append(Sentence(Part.EXAMPLES, kept, _at(block.span), apart=True))
            return
        telling = [self._tells(" ".join(self._text[entry.start : entry.end].split())) for entry in entries]
        introduced = bool(self.said) and self._text[: block.span.start].rstrip().endswith(":")
        if 2 * sum(telling) > len(telling) and len(self.said) + len(entries) <= _MOST_SENTENCES:
            if introduced and not self.said[-1].apart:
                label = self.said.pop()
                if label.text.strip(" :.").casefold() not in _LABELS:
                    self.said.append(_without_colon(label))
            for entry in entries:
                self._take(entry, is_item=True)
        elif introduced and not self.said[-1].apart:
            before = self.said.pop()
            words = f"{before.text}\n{_kept(self._text[block.span.start : block.span.end], self._language)}"
            at = Span(before.origin.start or 0, block.span.end)
            self.said.append(Sentence(before.part, words, _at(at), apart=True, slots=before.slots))
        else:
            self._keep(block)

    def _tells(self, words: str) -> bool:
        wished = self._language.wish(words, self._known_as) if words else ""
        return bool(wished) and (
            self._language.place(wished, Part.TASK) is not Part.TASK or bool(self._language.order(words, wished))
        )

    def _keep(self, block: Block) -> None:
        self._end_what_introduces()
        material, rest = self._without_orders(block)
        words = _kept(self._text[material.start : material.end], self._language)
        part = Part.GIVEN if block.kind is Kind.SET_OUT else Part.TASK
        self.said.append(Sentence(part, words, _at(material), apart=True))
        for span in clauses(self._text, rest, self._cut):
            self._take(span)

    def _end_what_introduces(self) -> None:
        if self.said and not self.said[-1].apart:
            self.said[-1] = _without_colon(self.said[-1])

    def _without_orders(self, block: Block) -> tuple[Span, Span]:
        """Cut material before its last paragraph, if that is no material, but says what to do with it."""
        text = self._text[block.span.start : block.span.end]
        end = text.rfind("\n\n")
        last = " ".join(text[end:].split()) if end > 0 else ""
        if block.kind is Kind.SET_OUT and "```" not in text and len(last) <= _SHORT_CHARS and self._tells(last):
            edge = block.span.start + end
            return Span(block.span.start, edge), Span(edge, block.span.end)
        return block.span, Span(block.span.end, block.span.end)


def _without_colon(one: Sentence) -> Sentence:
    words = one.text.rstrip(": ")
    return replace(one, text=sentence(words)) if words and one.text.endswith(":") else one


def placed(part: Part, words: str, origin: Origin, language: Language) -> Sentence:
    """Return words as a sentence of a part, which knows of what it speaks."""
    text = sentence(words)
    return Sentence(part, text, origin, slots=frozenset() if part in _WITHOUT_SLOTS else slots_of(text, language))


def slots_of(text: str, language: Language) -> frozenset[Slot]:
    """Return about which slots a text speaks."""
    return frozenset(slot for slot, rule in language.slots.items() if rule.search(text))


def _at(span: Span) -> Origin:
    return Origin(Source.INPUT, start=span.start, end=span.end)


def _kept(text: str, language: Language) -> str:
    """Return what is not read as it was said, between fences where it could be taken for another part of the prompt."""
    words = "\n".join(line.rstrip() for line in text.split("\n"))
    return fenced(words) if language.about_the_prompt.search(words) else set_apart(words)


def _ended(words: str) -> str:
    return words if words[-1] in ".!?…" else f"{words}."


def _quoted(words: str, says: Language) -> str:
    opening, closing = says.quotes
    return opening + words.translate({ord(mark): '"' for mark in says.quotes}) + closing
