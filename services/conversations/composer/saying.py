"""How words become sentences of a prompt: as one says them, as they were said, or in quotes."""

from dataclasses import replace

from services.conversations.composer.language import Language
from services.conversations.composer.layout import Span, fenced, sentence, set_apart
from services.conversations.composer.model import Origin, Part, Sentence, Slot, Source

_WITHOUT_SLOTS = frozenset({Part.ROLE, Part.EXAMPLES, Part.KNOWN, Part.GIVEN})


def placed(part: Part, words: str, origin: Origin, language: Language) -> Sentence:
    """Return words as a sentence of a part, which knows of what it speaks."""
    text = sentence(words)
    return Sentence(part, text, origin, slots=frozenset() if part in _WITHOUT_SLOTS else slots_of(text, language))


def slots_of(text: str, language: Language) -> frozenset[Slot]:
    """Return about which slots a text speaks."""
    return frozenset(slot for slot, rule in language.slots.items() if rule.search(text))


def at(span: Span) -> Origin:
    """Return the origin of what stands in the input."""
    return Origin(Source.INPUT, start=span.start, end=span.end)


def kept(text: str, language: Language) -> str:
    """Return what is not read as it was said, between fences where it could be taken for another part of the prompt."""
    words = "\n".join(line.rstrip() for line in text.split("\n"))
    return fenced(words) if language.about_the_prompt.search(words) else set_apart(words)


def ended(words: str) -> str:
    """Return words with a stop, if they have none."""
    return words if words[-1] in ".!?…" else f"{words}."


def quoted(words: str, says: Language) -> str:
    """Return words in the quotes of a language, which none in them close."""
    opening, closing = says.quotes
    return opening + words.translate({ord(mark): '"' for mark in says.quotes}) + closing


def without_colon(one: Sentence) -> Sentence:
    """Return a sentence that introduces nothing any more."""
    words = one.text.rstrip(": ")
    return replace(one, text=sentence(words)) if words and one.text.endswith(":") else one
