"""How English says what a context holds."""

from collections.abc import Sequence

from services.conversations.composer.english.formats import answer_format
from services.conversations.composer.english.grammar import with_article
from services.conversations.composer.english.lengths import length
from services.conversations.composer.english.readers import audience
from services.conversations.composer.english.tones import tone
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
_REGIONAL = {
    "en-us": "American English", "en-gb": "British English", "de-at": "Austrian German", "de-ch": "Swiss German",
    "pt-br": "Brazilian Portuguese", "fr-ca": "Canadian French",
}  # fmt: skip # many short ones to a line
_FROM_GERMAN = {"deutsch": "German", "englisch": "English", "französisch": "French", "spanisch": "Spanish"}
NAMES = frozenset(_LANGUAGES.values())
IS_SENTENCE = pattern(
    r"(?:use|write|answer|give|keep|be|return|reply|make|always|never|do|don't|avoid|speak|talk|sound|put|show|"
    r"leave|mention|stick|start|begin|end)\s|[A-Z\"“].*[.!?]$"
)
_OWN_OF_THE_ASKER = pattern(r"(?:same as|as in|that of|like) (?:the )?(?=\w)")
_LANGUAGE_OF = pattern(r"(?:the |same )?language of .+|(?:the )?(?:[\w-]+'s?|same) (?:own )?language\b.*")
_LISTS = pattern(r", (?!which\b|that\b|who\b|where\b|when\b)| and |;")
_BODY = pattern(
    r"(?!(?:the|an?|my|our)\b)(?:[a-z-]+ ){0,2}(?:association|agency|bakery|charity|choir|clinic|club|co-?op|company|"
    r"cooperative|council|firm|foundation|gallery|garage|hospital|hotel|library|museum|nursery|office|practice|pub|restaurant|"
    r"school|shop|society|store|studio|surgery|theatre|university|workshop)"
)
"""What there are many of, so that one needs an article."""
_HANDED_OUT = pattern(
    r"(?!(?:the|an?|my|our|your|any|all|some|this|these)\b)(?:[a-z-]+ ){1,3}"
    r"(?:[a-z]{3,}ed|given|sent|taken|kept|made|written|shown|bought|found|drawn)(?: out| up)? "
    r"(?:at|by|in|on|to|before|after|from|for|during|with|last|this|yesterday)\b.*"
)


def joined(texts: Sequence[str]) -> str:
    """Return `a, b and c`."""
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} and {texts[-1]}"


def language(text: str) -> str:
    """Say in which language to answer, named by its code or in words."""
    code, name = text.casefold().partition("-")[0], text.capitalize()
    known = _REGIONAL.get(text.casefold()) or _LANGUAGES.get(code) or _FROM_GERMAN.get(text.casefold())
    if known or name in NAMES:
        return f"Answer in {known or name}"
    if same := _OWN_OF_THE_ASKER.match(text):
        return f"Answer in the same language as the {text[same.end() :]}"
    if _LANGUAGE_OF.fullmatch(text):
        return f"Answer in {text if text.casefold().startswith('the ') else f'the {text}'}"
    before, comma, after = text.partition(",")
    if comma and before.casefold() in _FROM_GERMAN:
        return f"Answer in {_FROM_GERMAN[before.casefold()]},{after}"
    return f"Use these languages: {text}" if ":" in text or "/" in text else f"Answer in {text}"


def _sources(text: str) -> str:
    if _HANDED_OUT.fullmatch(text) and not _LISTS.search(text):
        return f"Work from the {text}"
    return f"Work from {'these sources' if _LISTS.search(text) else 'this source'}: {text}"


def _domain(text: str) -> str:
    """Say what it is about: `a housing association, 212 lifts and reports` where that is more than a subject."""
    first, comma, rest = text.partition(", ")
    if _BODY.fullmatch(first):
        first = with_article(f"a {first}")
    elif rest.count(", ") == 0:
        return f"The subject is {text}"
    if ", " in rest and " and " not in rest and ";" not in rest:
        before, _, last = rest.rpartition(", ")
        rest = f"{before} and {last}"
    return f"This is about {first}{comma}{rest}"


def _columns(text: str) -> str:
    return f"Give these columns: {text}"


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
