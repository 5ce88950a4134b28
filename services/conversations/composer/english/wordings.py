"""How English says what a context holds."""

import re
from collections.abc import Sequence

from services.conversations.composer.english.formats import answer_format
from services.conversations.composer.english.grammar import head, names_an_agent, with_article
from services.conversations.composer.english.lengths import length
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
_ONESELF = pattern(r"^(?:me|myself)(?=,|$)")
_LACKS = pattern(r"^([^,]+), (?=(?:no|little|basic|limited|poor|some|good|low|strong|few|much|zero) )")
_DOES = pattern(
    r", (?=(?:often |mostly |never |always )?(?:has|have|had|hates?|loves?|likes?|wants?|needs?|knows?|took|takes?|"
    r"uses?|works?|reads?|lives?|speaks?|can|cannot|can't)\b)"
)
_OFFICE = pattern(
    r"(?!the\b|an?\b|my\b|our\b|your\b)(?:[\w-]+ )?(?:director|manager|owner|boss|board|editor|council|secretary|"
    r"committee|public|management|chair)\b"
)
_DETERMINED = pattern(r"(?:an?|the|my|our|your|one|any|every|each|whoever)\s")
_DESCRIBES = pattern(r"(?:internal|external|general|technical|mixed|b2b|b2c|unknown)(?: only)?")
_LISTS = pattern(r", (?!which\b|that\b|who\b|where\b|when\b)| and |;")


_IN_A_COUNTRY = re.compile(
    r", (?:(?P<the>UK|US|USA|EU|UAE|Netherlands|Czech Republic)|"
    r"(?P<name>Australia|Austria|Belgium|Brazil|Canada|China|"
    r"Denmark|England|Finland|France|Germany|Greece|India|Ireland|Italy|Japan|Mexico|Norway|Poland|Portugal|Scotland|"
    r"Spain|Sweden|Switzerland|Turkey|Wales))$"
)
_HANDED_OUT = pattern(
    r"(?!(?:the|an?|my|our|your|any|all|some|this|these)\b)(?:[a-z-]+ ){1,3}"
    r"(?:[a-z]{3,}ed|given|sent|taken|kept|made|written|shown|bought|found|drawn)(?: out| up)? "
    r"(?:at|by|in|on|to|before|after|from|for|during|with|last|this|yesterday)\b.*"
)


def joined(texts: Sequence[str]) -> str:
    """Return `a, b and c`."""
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} and {texts[-1]}"


def audience(text: str) -> str:
    """Say for whom answers are."""
    if _DESCRIBES.fullmatch(text):
        return f"The audience is {text}"
    text = _IN_A_COUNTRY.sub(lambda found: f" in {'the ' if found['the'] else ''}{found['the'] or found['name']}", text)
    whom = _ONESELF.sub("the person you work for", text, count=1)
    whom = _DOES.sub(", who ", _LACKS.sub(r"\1 with ", whom), count=1)
    if _OFFICE.match(whom):
        whom = f"the {whom}"
    elif (names_an_agent(whom) or head(whom) == "beginner") and not _DETERMINED.match(whom):
        whom = with_article(f"a {whom}")
    return f"Write for {whom}"


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
    return f"The subject is {text}"


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
