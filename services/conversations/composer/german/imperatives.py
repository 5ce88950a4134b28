"""Bring German imperatives into one form: `Schreibe`, as the composer says it, where a person wrote `Schreib`."""

import re

_SHORT = (
    "analysier|begründ|benutz|beschreib|bleib|bring|erklär|ersetz|erstell|erzähl|fass|formulier|frag|führ|füg|hol|hör|komm|"
    "korrigier|kürz|leg|lern|mach|markier|nenn|notier|nutz|prüf|sag|schick|schlag|schreib|setz|sortier|stell|such|"
    "umschreib|verfass|weis|wähl|zeig|zieh|zähl|üb|übersetz"
)
"""Verbs of which both forms are common; not `gib`, which has no `-e`, nor `Plan`, which is a noun."""
_OPENS = re.compile(rf"(?:{_SHORT})(?=[\s,:])", re.IGNORECASE)
_NOUNS_TOO = re.compile(
    r"(?:Plan|Bau|Spiel|Ruf|Kauf|Lauf)"
    r"(?= (?:den|das|die|mir|uns|eine?n?|meine?n?|unsere?n?|mit (?:mir|uns|der Person))\b)"
)
"""What may be a noun where no object follows."""
_LATER = re.compile(rf"(?<=, )(dann )?({_SHORT})(?=\s)")
_HANGING = re.compile(
    r"((?:Nimm|Lass) [^,;:.]{1,120}), ((?:wenn|falls|sobald|weil|die|der|das|was|wo) [^.]{1,200}) (auf|weg)\."
)
"""What is parted from its verb stands before a clause: `Nimm Einwände auf, wenn …`."""
_QUOTES = frozenset('"„“”»«')


def in_one_form(text: str) -> str:
    """Return a sentence with the `-e` of its imperatives; what stands in quotes stays as it was said."""
    if hanging := _HANGING.fullmatch(text):
        text = f"{hanging[1]} {hanging[3]}, {hanging[2]}."
    if opens := _OPENS.match(text) or _NOUNS_TOO.match(text):
        text = f"{opens[0]}e{text[opens.end() :]}"
    return text if _QUOTES.intersection(text) else _LATER.sub(lambda found: f"{found[1] or ''}{found[2]}e", text)
