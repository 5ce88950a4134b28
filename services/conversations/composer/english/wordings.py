"""How English says what a context holds."""

import re
from collections.abc import Sequence

from services.conversations.composer.english.grammar import with_article
from services.conversations.composer.language import Wording
from services.conversations.composer.layout import pattern
from services.conversations.composer.model import Part

_LANGUAGES = {
    "ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
    "es": "Spanish", "et": "Estonian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "lt": "Lithuanian",
    "lv": "Latvian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip # many short ones to a line
"""ISO 639-1 codes."""
_FROM_GERMAN = {"deutsch": "German", "englisch": "English", "französisch": "French", "spanisch": "Spanish"}
NAMES = frozenset(_LANGUAGES.values())
IS_SENTENCE = pattern(r"(?:use|write|answer|give|keep|be|return|reply|make|always|never|do|don't)\s|.*[.!?]$")
_PLACED = re.compile(r"(?:in|as|with|using|without|under|below|within|between|around|about|at|up|no)\s", re.IGNORECASE)
_ADJECTIVES = re.compile(
    r"(?:(?:very|rather|quite) )?[^\W\d_][\w-]*(?:(?:, and |, but |, | and | but )(?:not )?[\w-]+)*"
)
_WITHOUT_ARTICLE = pattern(
    r"(?:an?|the|one|two|three|\d+|your|its) |.*\b(?:json|csv|xml|html|yaml|markdown|latex|prose|text|code|bullets|"
    r"points|sentences|paragraphs|lines|words|lists|tables)$"
)
_PARTS = pattern(r"[,;/:\n]|\b(?:then|followed by|first|after that|or)\b|\+|->|→")
_BOUNDS = pattern(
    r"(?:at (?:the )?(?:very )?(?:most|least)|max|maximum|min|minimum|no (?:more|longer|less)|not (?:more|longer)|"
    r"up to|"
    r"exactly|fewer|less|more|as)\b|[^.]*\b(?:at most|max|maximum|or less|or fewer|each|per|if|unless|but)\b|[<>≤~]"
)
_LENGTHS = pattern(r"(?:(?:very|rather|quite) )?(?:short|brief|concise|long|detailed|terse|crisp|thorough)\b")


def joined(texts: Sequence[str]) -> str:
    """Return `a, b and c`."""
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} and {texts[-1]}"


def _audience(text: str) -> str:
    return f"Make every answer work for {text}"


def tone(text: str) -> str:
    """Say a tone."""
    return f"Keep your tone {text}" if _ADJECTIVES.fullmatch(text) else f"Tone: {text}"


def language(text: str) -> str:
    """Say in which language to answer, named by its code or in words."""
    code, name = text.casefold().partition("-")[0], text.capitalize()
    known = _LANGUAGES.get(code) or _FROM_GERMAN.get(text.casefold())
    return f"Answer in {known or (name if name in NAMES else text)}"


def answer_format(text: str) -> str:
    """Say a format."""
    if _PARTS.search(text):
        return f"Format: {text}"
    if _PLACED.match(text):
        return f"Give every answer {text}"
    return f"Give every answer as {with_article(text if _WITHOUT_ARTICLE.match(text) else f'a {text}')}"


def length(text: str) -> str:
    """Say a length."""
    if text.isdigit() or _BOUNDS.match(text):
        return f"Length of an answer: {text}"
    return (
        f"Keep every answer {text}" if _PLACED.match(text) or _LENGTHS.match(text) else f"Keep every answer to {text}"
    )


def _sources(text: str) -> str:
    return f"Work from these sources: {text}"


def _domain(text: str) -> str:
    return f"Your field is {text}"


WORDINGS = {
    "audience": Wording(Part.AUDIENCE, _audience),
    "tone": Wording(Part.AUDIENCE, tone),
    "domain": Wording(Part.KNOWN, _domain),
    "sources": Wording(Part.GIVEN, _sources),
    "language": Wording(Part.OUTPUT, language),
    "format": Wording(Part.OUTPUT, answer_format),
    "length": Wording(Part.OUTPUT, length),
}
