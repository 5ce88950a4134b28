"""By what a German sentence is known to speak about language, length, format, tone or audience, and what it says."""

import re

from services.conversations.composer.german.wordings import NAMES
from services.conversations.composer.layout import pattern
from services.conversations.composer.model import Slot


def _words(*words: str) -> re.Pattern[str]:
    return pattern(rf"\b(?:{'|'.join(words)})\b")


_ANSWERS = r"(?:antwort(?:e|en|et)?|schreibe?|schreiben|sprich|sprache|rede|ausgabe|formuliere?|kommuniziere?)"
_IN = r"(?:auf|in|nur|ist|:) ?(?:einfachem |gutem |leichtem |formellem )?"


def _spoken(names: str) -> re.Pattern[str]:
    return pattern(
        rf"\b{_ANSWERS}\b[^.!?\n]{{0,40}}(?<!\w){_IN}(?:{names})\b|^(?:nur |immer |alles )?(?:auf|in) (?:{names})\b"
    )


_NUMBER = r"(?:\d+|ein\w{0,2}|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)"
_SHORT = ("kurz", "knapp", "prägnant", "bündig", "kurze antworten", "ein(?:em)? satz")
_LONG = ("lang", "ausführlich", "detailliert", "im detail", "gründlich", "umfassend")

VALUES = {
    Slot.LANGUAGE: {name: _spoken(name) for name in sorted(NAMES)},
    Slot.LENGTH: {"kurz": _words(*_SHORT), "ausführlich": _words(*_LONG)},
    Slot.FORMAT: {
        "JSON": _words("json"),
        "eine Tabelle": _words("tabellen?", "tabellarisch", "tabellenform"),
        "Stichpunkte": _words("stichpunkten?", "stichworten?", "aufzählung", "bulletpoints?"),
        "CSV": _words("csv"),
        "XML": _words("xml"),
        "YAML": _words("yaml"),
        "Fließtext": _words("fließtext", "ganzen sätzen", "prosa"),
    },
    Slot.TONE: {
        "förmlich": _words("förmlich", "formell(?:e[mnrs]?)?", "sieze?", "(?<!zu )siezen"),
        "locker": _words("locker(?:e[mnrs]?)?", "informell", "lässig", "duze?", "(?<!zu )duzen"),
        "ernst": _words("ernst", "ernsthaft"),
        "lustig": _words("lustig", "humorvoll", "witzig", "witze"),
    },
    Slot.AUDIENCE: {
        "Anfänger": _words("anfänger(?:n|innen)?", "einsteiger", "laien"),
        "Fachleute": _words("fachleuten?", "experten", "profis", "spezialisten"),
        "Kinder": _words("kindern?"),
    },
}
"""The values of a slot that exclude each other."""
SLOTS = {
    Slot.LANGUAGE: _spoken("|".join(sorted(NAMES))),
    Slot.LENGTH: pattern(
        rf"\b{_NUMBER} (?:wörtern?|sätzen?|zeilen|zeichen|absätzen?|seiten?|stichpunkten?)\b|"
        r"\b(?:halte?|sei|bleibe?|antwort(?:e|en)?|schreibe?|fasse? dich|länge)\b[^.!?\n]{0,30}"
        r"\b(?:kurz|knapp|prägnant|bündig|lang|ausführlich|detailliert)\b|^(?:möglichst |sehr )?(?:kurz|knapp|"
        r"ausführlich)\b|"
        r"^kurze antworten"
    ),
    Slot.FORMAT: _words(
        "json", "yaml", "csv", "xml", "html", "markdown", "tabellen?", "tabellarisch", "tabellenform", "stichpunkten?",
        "stichworten?", "aufzählung", "nummerierte liste", "als liste", "fließtext",
    ),
    Slot.TONE: pattern(
        r"\b(?:ton|tonfall|stil|sprachstil)\b|^(?:duze?|sieze?)\b|^per (?:du|sie)\b|"
        r"\b(?:sei|bleibe?|klinge?)\s+(?!sicher\b|bereit\b|kurz\b|knapp\b|beim?\b|im\b|auf\b)\w+"
    ),
    Slot.AUDIENCE: pattern(r"\b(?:zielgruppe|publikum)\b|^für\b|^schreibe? für\b(?! (?:jede|alle|ein))"),
}  # fmt: skip # many short ones to a line
"""By what a sentence is known to speak about a slot."""
