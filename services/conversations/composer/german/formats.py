"""How German says the format of answers: `Gib zuerst das Urteil, dann die Gründe`."""

import re

from services.conversations.composer.german.cases import gender
from services.conversations.composer.german.lengths import COUNT
from services.conversations.composer.german.lexicon import endings
from services.conversations.composer.layout import pattern
from services.conversations.composer.rewording import reworded

_NO_THING = pattern(r", (?:keine?n?|ohne) (?=(?-i:[A-ZÄÖÜ])[\w-]+(?: (?:davor|danach|drumherum|dazu|und|oder)){0,3}$)")
_IN_PARTS = pattern(r"[,;:/+|\u2192]|\b(?:dann|danach|zuerst|und zwar)\b")
_GIVING = pattern(
    rf"(?!.*\b(?:der|ein) )(?:zuerst|erst|zunächst|dann|{COUNT}|kurze|stichpunkte|stichworte|json|csv|xml|yaml|html|"
    r"markdown)\b"
)
_SEVERAL = pattern(rf"(?!ein){COUNT}\b")
_PLACED = pattern(r"(?:in|im|als|mit|ohne|unter|über|bis|zwischen|auf|per|wie|nicht|am)\s")
_ONE = pattern(r"^eine? (?=(?-i:[A-ZÄÖÜ]))")
_WITH = r"(?: mit(?: den)?)?(?: spalten| feldern)?: ?(?!eine?\b|je\b|pro\b|\d)(.+)"
_NAMED = (
    ("eine", "datei tabelle liste aufzählung übersicht mail zeile seite"),
    ("ein", "array objekt dokument diagramm"),
    ("einen", "brief absatz satz block bericht"),
)
_ARTICLE_OF = tuple((article, endings(nouns)) for article, nouns in _NAMED)
_OF_SOMETHING = pattern(
    r"(?P<noun>(?-i:[A-ZÄÖÜ])[\w-]+)(?: mit (?!den spalten:).+|, (?:neueste|älteste|sortiert|geordnet|gruppiert)\b.*)"
)
_THEN = pattern(r",? (?:und )?dann (?=\S)")
_NOUN = re.compile(r"[A-ZÄÖÜ][\w-]+")
_COUNTED = pattern(rf"(?!eine?[nr]? halbe){COUNT} (?:[a-zäöüß]+ )?[\w-]+|(?:die|den|das) [\w-]+")
_ALONE = (
    (pattern(rf"(?:eine )?tabelle{_WITH}"), r"Gib eine Tabelle mit den Spalten \1"),
    (pattern(rf"csv{_WITH}"), r"Gib CSV mit den Spalten \1"),
    (pattern(rf"json{_WITH}"), r"Gib JSON mit den Feldern \1"),
    (
        pattern(r"(yaml|xml) mit (?!den\b|feld|schlüssel)((?-i:[a-zäöü_]+)(?: \([^()]*\))?, .+)"),
        r"Gib \1 mit den Feldern \2",
    ),
    (
        pattern(r"(fließtext|stichpunkte|stichworte|prosa), (?:in der )?(reihenfolge) (.+)"),
        r"Gib \1, in dieser \2: \3",
    ),
    (pattern(r"(?:nur|ausschließlich|lediglich) .*"), r"Gib \g<0>"),
    (pattern(r"[^,]*, ohne [^,]*"), r"Gib \g<0>"),
    (pattern(r"keine?n? .*"), r"Verwende \g<0>"),
)


def answer_format(text: str) -> str:
    """Say a format."""
    text = _NO_THING.sub(", ohne ", text)
    if said := reworded(text, _ALONE) or _of_something(text) or _in_turn(text):
        return said
    in_parts = _IN_PARTS.search(text)
    if _GIVING.match(text) and (in_parts or _SEVERAL.match(text)):
        return f"Gib {text}"
    if _PLACED.match(text):
        return f"Gib jede Antwort {text}"
    return f"Gliedere jede Antwort so: {text}" if in_parts else f"Gib jede Antwort als {_ONE.sub('', text)}"


def _in_turn(text: str) -> str:
    """Return `Gib zuerst die Überschrift, dann drei Punkte` of `Überschrift, dann drei Punkte`."""
    things = _THEN.split(text)
    said = [_determined(thing) for thing in things]
    return f"Gib zuerst {', dann '.join(said)}" if len(things) > 1 and all(said) else ""


def _determined(thing: str) -> str:
    """Return a noun whose gender is known with its article, and what is counted as it is; else nothing."""
    if _COUNTED.fullmatch(thing):
        return thing
    article = {"m": "den", "f": "die", "n": "das"}.get(gender(thing), "") if _NOUN.fullmatch(thing) else ""
    return f"{article} {thing}" if article else ""


def _of_something(text: str) -> str:
    """Return `Gib eine CSV-Datei mit den Spalten Name, Ort` of a form that is one thing, and what it holds."""
    found = _OF_SOMETHING.fullmatch(text)
    noun = found["noun"].lower() if found else ""
    article = next((article for article, nouns in _ARTICLE_OF if noun.endswith(nouns)), "")
    return f"Gib {article} {text}" if article else ""
