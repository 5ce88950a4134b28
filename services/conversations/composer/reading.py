"""Read what the person asked for: each sentence finds its part; what no rule understands stays as it was said."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from services.conversations.composer.choosing import Mood, chosen
from services.conversations.composer.joking import after_jest, in_jest
from services.conversations.composer.language import Language
from services.conversations.composer.layout import (
    Block,
    Kind,
    Span,
    blocks,
    calmed,
    clauses,
    is_set_out,
    items,
    paragraphs,
    pattern,
    set_apart,
    word_set,
)
from services.conversations.composer.model import Part, Sentence
from services.conversations.composer.saying import at, kept, quoted, without_colon
from services.conversations.composer.understanding import Item, Understanding

_MOST_SENTENCES = 100  # more are no wish, but material: it is kept in one piece
_MOST_CHARS = 4096  # of prose
_NOTE_AND_BAN = 2
_QUOTED_CHARS = 600  # what is longer stands in a paragraph of its own
_LABELS = word_set(
    """
    anforderungen anweisungen aufgaben ausgabe constraints format grenzen guidelines hinweise instructions limits notes
    output regeln requirements rules schritte steps tasks ton tone vorgaben
    """
)
"""What introduces a list and says no more than the headings of the prompt do."""
_EXAMPLE = re.compile(r"\S\s*(?:->|→|=>|⇒)\s*\S")
_RETURNS = pattern(
    r"(?:so|ok(?:ay)?|now|also)[:,]|"
    r"(?:now|what (?:i|we) (?:want|need)|(?:i|we) (?:want|need|would)|please|don't|do not|"
    r"it's (?:obviously )?supposed to|jetzt|nun|bitte|was (?:ich|wir) (?:will|brauche|wollen)|"
    r"(?:ich|wir) (?:will|möchten?|brauchen?|wollen))\b"
)
"""How one goes on who has shown something."""
_PAIR = re.compile(r"([\"“„][^\"“”„]+[\"”“][.,]?)\s*\n\n([{\[<][^\0]*)")
"""What is given, and an answer as it should be."""
_SHOWS = pattern(
    r"\b(?:this|here|that)(?: is|'s) (?:what|how)|(?:looks?|comes? out) like this|in this (?:form|format|shape)|"
    r"so (?:soll|sieht|will)|in dieser form|wie hier\b"
)
"""What introduces an answer as it should be."""
_REPORTS = pattern(r"\b(?:wrote|writes|said|says|told|schrieb(?:en)?|schreibt|sagte?|meinte?)\b")
"""What introduces the words of somebody."""
_WANTED_SO = pattern(
    r"\b(?:want|need|should|must|give me|brauche?|wollen|will|soll)\b[^.!?]{0,40}?\b(?:like this|this way|so)\b|"
    r"\bthis is (?:what|how) (?:i|we) (?:want|need)\b"
)
"""What introduces something set out as it is wanted."""
_SORTED_INTO = pattern(
    r"\b(?:under|into|one of|as|to|between|among|labels?|categor\w+|kinds?|tags?|buckets?|classes|topics|types|unter|"
    r"in|als|zu|kategorien?|schubladen?|rubriken?|themen|arten)"
    r"(?: (?:these|those|them|the following|diese[nrs]?|folgende\w*))?(?: \w+)?:?$"
)
"""What ends before a list of labels: `sort each find into one of these:`."""
_NUMBERED = re.compile(r"(?:\b1[.)]|\ba\))\s[^\n]{2,200}?\s(?:2[.)]|b\))\s", re.IGNORECASE)
"""Steps that are counted within a sentence: `first: 1. the move 2. the reason`."""


def read(text: str, language: Language | None, says: Language) -> list[Sentence]:
    """Return the sentences of the person's input; each knows its part and its place in the input.

    `language` is the one in which the text is, if it is a known one, and `says` the one for the composer's own words.
    """
    reader = _Reader(text, language, says) if language else None
    if reader and reader.read():
        return reader.said()
    whole = Span(len(text) - len(text.lstrip()), len(text.rstrip()))
    words = text[whole.start : whole.end]
    if "\n" not in words and len(words) <= _QUOTED_CHARS:
        return [Sentence(Part.TASK, f"{says.stock.own_words} {quoted(words, says)}", at(whole))]
    words = f"{says.stock.own_words}\n\n{kept(words, language or says)}"
    return [Sentence(Part.TASK, words, at(whole), apart=True)]


class _Reader:
    """Reads one text, block by block."""

    def __init__(self, text: str, language: Language, says: Language) -> None:
        self._heard = Understanding(language, says)
        self._entries = self._heard.entries
        self._text = calmed(text) if language.writes_small else text
        self._language = language
        self._says = says

    def read(self) -> bool:
        """Read all blocks; return False where it is no wish, but material."""
        found = blocks(self._text)
        longest = max((block.span.end - block.span.start for block in found if block.kind is Kind.PROSE), default=0)
        if longest > _MOST_CHARS or not any(block.kind in (Kind.PROSE, Kind.LIST) for block in found):
            return False
        for block in found:
            if block.kind is Kind.PROSE:
                spans = list(islice(clauses(self._text, block.span, self._cut), _MOST_SENTENCES + 1))
                if len(self._entries) + len(spans) > _MOST_SENTENCES:
                    return False
                for span in spans:
                    self._take(span)
            elif block.kind is Kind.LIST:
                self._take_list(block, is_all=len(found) == 1)
            elif block.kind is Kind.EXAMPLES:
                self._add_examples(block)
            else:
                self._keep(block)
        return any(not one.sentence.apart or one.sentence.part is not Part.GIVEN for one in self._entries)

    def _is_reported(self, block: Block) -> bool:
        """Tell whether a paragraph is what somebody wrote or said: `My sister wrote down:` stands before it."""
        words = self._words(block.span)
        return (
            self._introduces(block)
            and self._entries[-1].mood in (Mood.TOLD, Mood.STATEMENT)
            and _REPORTS.search(self._entries[-1].words) is not None
            and len(words) <= _QUOTED_CHARS
            and not is_set_out(words)
        )

    def said(self) -> list[Sentence]:
        """Return what was read, with its task."""
        return chosen(self._entries, self._language, self._says)

    def _cut(self, masked: str, whole: Span) -> Iterator[Span]:
        """Cut a sentence into clauses, but for what is about the prompt, or counts its steps: that stays whole."""
        if in_jest(masked, whole):
            return iter(())
        whole = after_jest(masked, whole)
        if self._language.about_the_prompt.search(masked, *whole) or _NUMBERED.search(masked, *whole):
            return iter([whole])
        return self._language.cut(masked, whole)

    def _take(self, span: Span, item: Item | None = None) -> None:
        words = self._words(span).strip(" ,;")
        if not words:
            return
        is_example = bool(self._entries) or words[0] in "\"“„'"
        if is_example and _EXAMPLE.search(words) and not self._language.about_the_prompt.search(words):
            self._heard.add(Sentence(Part.EXAMPLES, words, at(span), apart=True))
        else:
            self._heard.take(words, at(span), item)

    def _words(self, span: Span) -> str:
        return " ".join(self._text[span.start : span.end].split())

    def _take_list(self, block: Block, *, is_all: bool) -> None:
        """Take each item as a sentence where they tell what to do; else the list belongs to what introduces it."""
        entries = items(self._text, block.span)
        if 2 * len(_EXAMPLE.findall(self._text, *block.span)) > len(entries):
            self._add_examples(block)
            return
        telling = sum(self._heard.tells(self._words(entry)) for entry in entries)
        is_sorted_into = self._introduces(block) and _SORTED_INTO.search(self._entries[-1].words) is not None
        item = (
            None
            if is_sorted_into
            else Item.ORDER
            if 2 * telling > len(entries)
            else Item.NOTE
            if is_all and telling
            else None
        )
        if item and len(self._entries) + len(entries) <= _MOST_SENTENCES:
            self._end_with_label(block)
            for entry in entries:
                self._take_item(entry, item)
        elif self._introduces(block):
            shows = _SHOWS.search(self._entries[-1].words)
            self._join(block, Part.EXAMPLES if shows else self._entries[-1].sentence.part)
        else:
            self._keep(block)

    def _take_item(self, entry: Span, item: Item) -> None:
        """Take an item as one sentence, but as two where it notes something and then forbids something else."""
        spans = [span for span in clauses(self._text, entry, self._cut) if self._words(span)]
        first = self._words(spans[0]) if spans else ""
        forbids = len(spans) == _NOTE_AND_BAN and self._heard.forbids(self._words(spans[1]))
        for span in spans if forbids and not self._heard.tells(first) else [entry]:
            self._take(span, item)

    def _add_examples(self, block: Block) -> None:
        before = self._text[: block.span.start].rstrip()
        if before.endswith(":") and self._introduces(block) and self._entries[-1].mood is not Mood.ORDER:
            self._join(block, Part.EXAMPLES)
            return
        self._end_what_introduces()
        examples = self._text[block.span.start : block.span.end]
        self._heard.add(Sentence(Part.EXAMPLES, examples, at(block.span), apart=True))

    def _introduces(self, block: Block) -> bool:
        """Say whether the sentence before a block introduces it: it ends in a colon, or before a list in nothing."""
        before = self._text[: block.span.start].rstrip()
        ends = before[-1:] == ":" if block.kind is Kind.SET_OUT else before[-1:] not in ".!?"
        return bool(self._entries) and not self._entries[-1].sentence.apart and ends

    def _end_with_label(self, block: Block) -> None:
        """Leave out a heading before a list of orders that says no more than those of the prompt do."""
        if self._introduces(block):
            label = self._entries[-1].words.strip(" :.").casefold()
            if label in _LABELS:
                self._entries.pop()
            else:
                self._end_what_introduces()

    def _join(self, block: Block, part: Part) -> None:
        """Let what introduces a block stand right before it."""
        entry = self._entries[-1]
        material = self._text[block.span.start : block.span.end]
        material = material if block.kind is Kind.EXAMPLES else kept(material, self._language)
        joint = "\n\n" if block.kind is Kind.SET_OUT else "\n"
        span = Span(entry.sentence.origin.start or 0, block.span.end)
        text = f"{entry.sentence.text.rstrip(' .:,;')}:{joint}{material}"
        entry.sentence = replace(entry.sentence, part=part, text=text, origin=at(span), apart=True)
        entry.order = entry.order and text
        entry.mood = entry.mood if entry.mood is Mood.ORDER else Mood.OTHER

    def _keep(self, block: Block) -> None:
        material, rest = self._without_orders(block)
        if material.start == material.end:
            self._end_with_label(block)
        elif pair := _PAIR.fullmatch(self._text[material.start : material.end]):
            self._end_what_introduces()
            given, made = self._says.stock.pair
            words = f"{given}\n{set_apart(pair[1])}\n\n{made}\n{set_apart(pair[2])}"
            self._heard.add(Sentence(Part.EXAMPLES, words, at(material), apart=True))
        elif self._entries and not self._entries[-1].sentence.apart and _WANTED_SO.search(self._entries[-1].words):
            self._join(Block(block.kind, material), Part.EXAMPLES)
        elif self._is_reported(Block(block.kind, material)):
            self._join(Block(Kind.PROSE, material), Part.KNOWN)
        elif self._introduces(block) and self._tells_of_material():
            self._join(Block(block.kind, material), Part.GIVEN)
        else:
            self._end_what_introduces()
            words = kept(self._text[material.start : material.end], self._language)
            part = Part.GIVEN if block.kind is Kind.SET_OUT else Part.TASK
            self._heard.add(Sentence(part, words, at(material), apart=True))
        for span in clauses(self._text, rest, self._cut):
            self._take(span)

    def _tells_of_material(self) -> bool:
        last = self._entries[-1]
        return last.mood in (Mood.TOLD, Mood.STATEMENT) or last.sentence.part is Part.GIVEN

    def _end_what_introduces(self) -> None:
        if self._entries and not self._entries[-1].sentence.apart:
            entry = self._entries[-1]
            entry.sentence, entry.order = without_colon(entry.sentence), entry.order.rstrip(": ")

    def _without_orders(self, block: Block) -> tuple[Span, Span]:
        """Cut material before the paragraphs behind it that are none, but say what to do with it."""
        nothing = Span(block.span.end, block.span.end)
        if block.kind is not Kind.SET_OUT or "```" in self._text[block.span.start : block.span.end]:
            return block.span, nothing
        found = paragraphs(self._text, block.span)
        count = len(found)
        while count > 1 and self._is_for_the_assistant(found[count - 1]):
            count -= 1
        if (
            count == 1
            and not is_set_out(self._text[found[0].start : found[0].end])
            and self._begins_with_order(found[0])
        ):
            count = 0
        if count == len(found):
            return block.span, nothing
        return Span(block.span.start, found[count - 1].end if count else block.span.start), Span(
            found[count].start, block.span.end
        )

    def _is_for_the_assistant(self, paragraph: Span) -> bool:
        """Tell whether most of a paragraph says what to do, or its beginning does that such a one follows."""
        words = self._words(paragraph)
        if len(words) > _QUOTED_CHARS or is_set_out(self._text[paragraph.start : paragraph.end]):
            return False
        spans = [span for span in clauses(self._text, paragraph, self._cut) if self._words(span)]
        return bool(_RETURNS.match(words)) or 2 * sum(self._heard.tells(self._words(span)) for span in spans) >= len(
            spans
        )

    def _begins_with_order(self, paragraph: Span) -> bool:
        first = next(clauses(self._text, paragraph, self._cut), paragraph)
        return self._heard.orders(self._words(first).strip(" ,;"))
