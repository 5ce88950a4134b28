"""How German says what a context holds."""

import re
from collections.abc import Sequence

from services.conversations.composer.language import Wording
from services.conversations.composer.layout import pattern
from services.conversations.composer.model import Part

_LANGUAGES = {
    "ar": "Arabisch", "bg": "Bulgarisch", "cs": "Tschechisch", "da": "Dänisch", "de": "Deutsch", "el": "Griechisch",
    "en": "Englisch", "es": "Spanisch", "et": "Estnisch", "fi": "Finnisch", "fr": "Französisch", "he": "Hebräisch",
    "hi": "Hindi", "hr": "Kroatisch", "hu": "Ungarisch", "id": "Indonesisch", "it": "Italienisch", "ja": "Japanisch",
    "ko": "Koreanisch", "lt": "Litauisch", "lv": "Lettisch", "nl": "Niederländisch", "no": "Norwegisch",
    "pl": "Polnisch", "pt": "Portugiesisch", "ro": "Rumänisch", "ru": "Russisch", "sk": "Slowakisch",
    "sl": "Slowenisch", "sv": "Schwedisch", "tr": "Türkisch", "uk": "Ukrainisch", "vi": "Vietnamesisch",
    "zh": "Chinesisch",
}  # fmt: skip # many short ones to a line
"""ISO 639-1 codes."""
_FROM_ENGLISH = {
    "arabic": "ar", "chinese": "zh", "czech": "cs", "danish": "da", "dutch": "nl", "english": "en", "finnish": "fi",
    "french": "fr", "german": "de", "greek": "el", "hungarian": "hu", "italian": "it", "japanese": "ja", "korean": "ko",
    "norwegian": "no", "polish": "pl", "portuguese": "pt", "romanian": "ro", "russian": "ru", "spanish": "es",
    "swedish": "sv", "turkish": "tr", "ukrainian": "uk",
}  # fmt: skip # many short ones to a line
NAMES = frozenset(_LANGUAGES.values())
IS_SENTENCE = pattern(
    r"(?:verwende|nutze?|benutze?|schreibe?|antworte|gib|halte|sei|mache?|richte|nenne?|immer|nie|niemals|"
    r"vermeide|beachte|arbeite)\s|.*[.!?]$"
)
_PLACED = re.compile(r"(?:in|im|als|mit|ohne|unter|über|bis|zwischen|auf|per|wie|nicht|am)\s", re.IGNORECASE)
_ADJECTIVES = re.compile(
    r"(?:(?:sehr|eher|ziemlich|ganz) )?[a-zäöüß][\w-]*(?:(?:, | und |, aber | aber )[a-zäöüß][\w-]*)*"
)
_LENGTHS = pattern(
    r"(?:(?:sehr|eher|ziemlich|möglichst) )?(?:kurz|knapp|ausführlich|lang|detailliert|prägnant|bündig)\b"
)
_IN_PARTS = re.compile(r"[,;:/+\u2192]|\b(?:dann|danach|zuerst|und zwar)\b", re.IGNORECASE)
_BOUNDED = pattern(r"(?:höchstens|maximal|max\.?|mindestens|nicht (?:mehr|länger) als|bis zu|nur)\s")
_NOT_DATIVE = pattern(r"\b(wörter|sätze|absätze|stichpunkte|abschnitte|punkte)\b")


def joined(texts: Sequence[str]) -> str:
    """Return `a, b und c`."""
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} und {texts[-1]}"


def audience(text: str) -> str:
    """Say for whom answers are."""
    return f"Richte jede Antwort auf {text} aus"


def tone(text: str) -> str:
    """Say a tone."""
    return f"Halte den Ton {text}" if _ADJECTIVES.fullmatch(text) else f"Ton: {text}"


def code_of(text: str) -> str:
    """Return the ISO code of a language that is named by its code or in words; nothing for others."""
    lower = text.lower().strip()
    code = lower.partition("-")[0]
    by_name = {name.lower(): known for known, name in _LANGUAGES.items()}
    return code if code in _LANGUAGES else _FROM_ENGLISH.get(lower) or by_name.get(lower, "")


def language(text: str) -> str:
    """Say in which language to answer, named by its code or in words."""
    return f"Antworte auf {_LANGUAGES.get(code_of(text)) or text}"


def answer_format(text: str) -> str:
    """Say a format."""
    if _IN_PARTS.search(text):
        return f"Format: {text}"
    return f"Gib jede Antwort {text}" if _PLACED.match(text) else f"Gib jede Antwort als {text}"


def length(text: str) -> str:
    """Say a length."""
    if text.isdigit() or _BOUNDED.match(text):
        return f"Länge einer Antwort: {text}"
    if _LENGTHS.match(text) or _PLACED.match(text):
        return f"Halte jede Antwort {text}"
    dative = _NOT_DATIVE.sub(r"\1n", text)
    return f"Halte jede Antwort bei {dative}"


def _sources(text: str) -> str:
    return f"Arbeite mit diesen Quellen: {text}"


def _domain(text: str) -> str:
    return f"Dein Gebiet ist {text}"


WORDINGS = {
    "audience": Wording(Part.AUDIENCE, audience),
    "tone": Wording(Part.AUDIENCE, tone),
    "domain": Wording(Part.KNOWN, _domain),
    "sources": Wording(Part.GIVEN, _sources),
    "language": Wording(Part.OUTPUT, language),
    "format": Wording(Part.OUTPUT, answer_format),
    "length": Wording(Part.OUTPUT, length),
}
