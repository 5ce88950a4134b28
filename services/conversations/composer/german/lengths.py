"""How German says the length of answers: `Schreibe höchstens drei Sätze je Antwort` of `höchstens drei Sätze`."""

import re

from services.conversations.composer.layout import pattern
from services.conversations.composer.rewording import reworded

COUNT = (
    r"(?:[\d.,]+(?: ?(?:-|\u2013|bis|oder) ?[\d.,]+)?|eine[nr]? halbe[nr]?|eine?n?|zwei|drei|vier|fünf|sechs|sieben|"
    r"acht|neun|zehn|zwölf|fünfzehn|zwanzig|fünfzig|hundert)"
    r"(?: (?:oder|bis) (?:zwei|drei|vier|fünf|sechs|sieben|acht|zehn))?"
)
_AMOUNT = pattern(
    r"(?P<before>(?:immer )?(?:höchstens|maximal|max\.?|bis zu|nicht mehr als|mindestens|genau|etwa|ca\.?|rund|nur|"
    rf"immer) )?(?P<only>nur )?(?P<count>{COUNT} (?:(?-i:[a-zäöüß-]+) )?)(?P<unit>[\w-]+)"
    r"(?P<after>,? (?:maximal|höchstens|max\.?))?(?P<each> (?:pro|je|für jede[ns]?|auf einmal)\b[^,;]*)?"
    r"(?P<more>[,;] .+)?"
)
_OF_TEXT = pattern(
    r"(?:wort|wörtern?|worte|satz|sätzen?|zeilen?|zeichen|absatz|absätzen?|seiten?|spalten?|folien?|stichpunkten?|stichworten?|minuten?)"
)
_MASCULINE = pattern(
    r"(?:absatz|aufsatz|fakt|gedanke|gedanken|grund|hinweis|punkt|ratschlag|satz|schritt|stichpunkt|tipp|vorschlag|witz|"
    r"zug|tag|teil)"
)
_ONE = pattern(r"^ein(?= )")
_QUALITY = r"(?:kurz|knapp|ausführlich|lang|detailliert|prägnant|bündig)"
_OTHERS = (
    (pattern(r"\d+"), r"Halte die Länge jeder Antwort bei \g<0>"),
    (pattern(r"nicht (länger|kürzer) als (.+)"), r"Mache keine Antwort \1 als \2"),
    (pattern(r"passt (.+)"), r"Achte darauf, dass jede Antwort \1 passt"),
    (pattern(r"(?:sehr )?(?:kurze|knappe|lange|ausführliche) [\w-]+\b.*"), r"Gib \g<0>"),
    (pattern(rf"(?:(?:sehr|eher|ziemlich|möglichst|so) )?{_QUALITY}\b.*"), r"Halte jede Antwort \g<0>"),
    (pattern(r"(?:in|im|als|mit|ohne|unter|über|bis|zwischen|auf|per|wie|am)\s.*"), r"Halte jede Antwort \g<0>"),
    (pattern(r".*"), r"Halte diese Länge ein: \g<0>"),
)
_FACT = pattern(r", (?=(?:[\w-]+ ){1,6}?(?:ist|sind|hat|haben|war|waren|kann|können)\b)")
_NOT_DATIVE = pattern(
    r"(\b(?:unter|bis zu|zwischen) .{1,30}\b(?:wörter|sätze|absätze|stichpunkte|abschnitte|punkte))\b"
)


def length(text: str) -> str:
    """Say a length."""
    if found := _AMOUNT.fullmatch(text):
        return _amount(found)
    return _NOT_DATIVE.sub(r"\1n", _FACT.sub("; ", reworded(text, _OTHERS), count=1))


def _amount(found: re.Match[str]) -> str:
    bounds = (found["before"] or found["after"] or "", found["only"] or "")
    count = _ONE.sub("einen", found["count"]) if _MASCULINE.fullmatch(found["unit"]) else found["count"]
    amount = " ".join(filter(None, (*(bound.strip(" ,") for bound in bounds), count + found["unit"])))
    each, more = found["each"] or "", found["more"] or ""
    if not _OF_TEXT.fullmatch(found["unit"]):
        return f"{'Stelle' if found['unit'].lower().startswith('frage') else 'Gib'} {amount}{each}{more}"
    return f"Schreibe {amount}{each or ' je Antwort'}{more}"
