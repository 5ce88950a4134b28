"""How German says what a context holds."""

from collections.abc import Sequence

from services.conversations.composer.german.formats import answer_format
from services.conversations.composer.german.lengths import length
from services.conversations.composer.german.lexicon import endings
from services.conversations.composer.german.readers import audience
from services.conversations.composer.german.tones import tone
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
_OWN = pattern(r"(?:die |der |in der )?((?:jeweilige |gleiche )?sprache (?:der|des|dieses|ihrer|seiner) .+)")
_VARIETY = pattern(r"([a-zäöüß]+)es ([A-ZÄÖÜ][a-zäöü]+isch|Deutsch)(.*)")
_SIMPLE = pattern(r"(leichte|einfache|klare|verständliche) sprache")
_ADDRESS = pattern(r"(?:und )?(?:(?:per|in der|mit) )?(du|sie)(?:-form)?|(?:und )?(duzen|siezen)")
_BODIES = (
    (
        "eine ",
        endings(
            "agentur apotheke arztpraxis behörde bibliothek bäckerei firma genossenschaft gesellschaft kanzlei kita "
            "klinik praxis redaktion schule stiftung werkstatt"
        ),
    ),
    ("einen ", endings("betrieb laden verein verlag chor verband")),
    ("ein ", endings("büro café hotel krankenhaus museum restaurant theater unternehmen")),
)
"""What there are many of, so that one needs an article."""
_LISTS = pattern(r", (?!die\b|der\b|das\b|den\b|dem\b|wo\b|wie\b)| und |;")


def joined(texts: Sequence[str]) -> str:
    """Return `a, b und c`."""
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} und {texts[-1]}"


def code_of(text: str) -> str:
    """Return the ISO code of a language that is named by its code or in words; nothing for others."""
    lower = text.lower().strip()
    code = lower.partition("-")[0]
    by_name = {name.lower(): known for known, name in _LANGUAGES.items()}
    return code if code in _LANGUAGES else _FROM_ENGLISH.get(lower) or by_name.get(lower, "")


def language(text: str) -> str:
    """Say in which language to answer, named by its code or in words."""
    if known := _LANGUAGES.get(code_of(text)):
        return f"Antworte auf {known}"
    before, _, after = text.partition(",")
    if after and (address := _ADDRESS.fullmatch(after.strip())):
        formal = (address[1] or address[2]).lower().startswith("sie")
        return f"{language(before.strip())} und {'sieze' if formal else 'duze'} dein Gegenüber"
    if own := _OWN.fullmatch(text):
        return f"Antworte in der {own[1][0].upper()}{own[1][1:]}"
    if simple := _SIMPLE.fullmatch(text):
        adjective = "Leichter" if simple[1] == "Leichte" else f"{simple[1].lower()}r"
        return f"Antworte in {adjective} Sprache"
    if variety := _VARIETY.fullmatch(text):
        return f"Antworte in {variety[1].lower()}em {variety[2]}{variety[3]}"
    return f"Antworte auf {text}"


def _sources(text: str) -> str:
    return f"Arbeite mit {'diesen Quellen' if _LISTS.search(text) else 'dieser Quelle'}: {text}"


def _domain(text: str) -> str:
    """Say what it is about: `eine Wohnungsgesellschaft, 212 Anlagen und Berichte`, where that is more than a theme."""
    first, comma, rest = text.partition(", ")
    article = next((article for article, nouns in _BODIES if first.isalpha() and first.lower().endswith(nouns)), "")
    if not article and not comma:
        return f"Das Thema ist {text}"
    if ", " in rest and " und " not in rest and ";" not in rest:
        before, _, last = rest.rpartition(", ")
        rest = f"{before} und {last}"
    return f"Es geht um {article}{first}{comma}{rest}"


def _columns(text: str) -> str:
    return f"Gib diese Spalten: {text}"


WORDINGS = {
    "audience": Wording(Part.AUDIENCE, audience),
    "tone": Wording(Part.AUDIENCE, tone),
    "domain": Wording(Part.KNOWN, _domain),
    "sources": Wording(Part.GIVEN, _sources),
    "language": Wording(Part.OUTPUT, language),
    "format": Wording(Part.OUTPUT, answer_format),
    "length": Wording(Part.OUTPUT, length),
    "columns": Wording(Part.OUTPUT, _columns),
}
