"""How German says what a key of a context has as its value, or what is to be followed."""

import re

from services.conversations.composer.german.lexicon import endings
from services.conversations.composer.layout import pattern

_SHORT_FOR = {"repo": "repository"}
_GUIDES = {"leitfaden": "den", "styleguide": "den", "stilleitfaden": "den", "handbuch": "das", "hausbuch": "das",
    "vorlage": "die", "richtlinie": "die", "stilrichtlinie": "die", "norm": "die"}  # fmt: skip # many short ones
_OWN = {"unser": "unseren", "mein": "meinen", "der": "den"}
_PLACE = re.compile(r"\S*(?:://|/|\.md|\.docx?|\.pdf)\S*")
_FEMININE = endings(
    """
    adresse abteilung antwort ausgabe bibliothek branche dauer farbe firma frist gruppe gemeinde größe klasse
    marke nummer person plattform praxis region rolle schule software stadt stelle version website
    werkstatt zeit zielgruppe ung heit keit schaft
    """
)
_MASCULINE = endings(
    "ansprechpartner betrieb branch chef dienst kontakt kunde kurs laden link name ort preis raum shop titel träger "
    "verein verlag wohnort"
)
_NEUTER = endings(
    """
    alter budget büro café dorf fach framework geschäft haus hotel jahr lager land museum produkt programm projekt
    repository ticket team
    restaurant schiff telefon tool unternehmen werk wort
    """
)
_NAMED = endings(
    """
    betrieb bibliothek büro café chor firma gemeinde grundschule hotel kanzlei kita laden museum praxis restaurant
    schiff schule theater verein verlag werkstatt
    """
)
"""What has a name of its own."""
_IS_NAME = re.compile(
    r"(?!(?:Ein|Unser|Mein|Der|Die|Das)\w{0,3}\b)[A-ZÄÖÜ][\w.&-]*(?: (?!in\b|mit\b|für\b|und\b)[\w.&-]+){1,6}"
)
_IS_VALUE = re.compile(r"[A-ZÄÖÜ\d€\"„](?!\w* (?:und|oder)\b)|[a-z]\w{0,60}[-./_][\w./-]{1,120}$")
_IS_CLAUSE = pattern(
    r"\b(?:ist|sind|war|hat|haben|kann|können|wird|werden|muss|müssen|soll|darf)\b|[:;\n]|\w{4}[.!?](?:\s|$)"
)


def fact(name: str, value: str) -> str:
    """Say the value of a key that has no wording of its own, as `Der Ort ist Ulm`; nothing where that is odd."""
    lower = _SHORT_FOR.get(name.lower(), name.lower())
    if not lower.isalpha() or not _IS_VALUE.match(value) or _IS_CLAUSE.search(value):
        return ""
    genders = (("Die", _FEMININE), ("Das", _NEUTER), ("Der", _MASCULINE))
    article = next((article for article, nouns in genders if lower.endswith(nouns)), "")
    verb = "heißt" if lower.endswith(_NAMED) and _IS_NAME.fullmatch(value) else "ist"
    return f"{article} {lower.capitalize()} {verb} {value}" if article else ""


def guide(name: str, value: str) -> str:
    """Say what is to be followed, as `Halte dich an den Leitfaden APA 7`; nothing where a key names no such thing."""
    lower = name.lower()
    article = next((article for noun, article in _GUIDES.items() if lower.endswith(noun)), "")
    if not article or not lower.isalpha() or _IS_CLAUSE.search(value):
        return ""
    if _PLACE.fullmatch(value):
        return f"Halte dich an {article} {lower.capitalize()} in {value}"
    first, _, rest = value.partition(" ")
    if first.lower() in _OWN and rest:
        own = _OWN[first.lower()] if article == "den" else first.lower()
        return f"Halte dich an {own} {rest}"
    return f"Halte dich an {article} {lower.capitalize()} {value}"
