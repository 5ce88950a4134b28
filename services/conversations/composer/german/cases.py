"""What German nouns are in the accusative, where their gender is known."""

import re

from services.conversations.composer.german.grammar import is_finite
from services.conversations.composer.german.lexicon import WRITINGS, endings

_MASCULINE = endings(
    """
    absatz abschnitt anfang anhang aufruf ausblick befund begriff betrag betreff buchstabe einwand ersatz fehler
    fragebogen gedanke grund gruß hinweis kommentar link name plan preis punkt rat ratschlag satz schluss schritt stil
    strich tag tipp titel ton überblick umfang vergleich vermerk verweis vorbehalt vorschlag wert wortlaut zug zusatz
    ort weg termin film wein wunsch auftrag antrag vertrag jargon slang dialekt konjunktiv kasten block kopf einzeiler
    zweizeiler haken stichpunkt anruf trick scherz spruch
    """
)
_NEUTER = endings(
    """
    angebot ausrufezeichen beispiel bild datum diagramm emoji ergebnis etikett fazit feedback fragezeichen gegenbeispiel
    kapitel lob merkblatt modul motto muster stichwort symbol thema urteil wort zeichen zitat label fragment stück foto
    rätsel spiel lied gericht rezept gespräch tier ziel glossar feld inhaltsverzeichnis
    """
)
_FEMININE = endings(
    """
    anrede antwort aufgabe einleitung frage grußformel idee kategorie liste note quelle regel seite tabelle zeile zeit
    zahl variante auskunft minute stunde woche farbe spalte stelle jahreszahl überschrift ung heit keit schaft ion tät
    """
)
_WEAK = endings("gedanke name buchstabe")
_DETERMINED = re.compile(
    r"(?P<opens>(?:^|, (?:dann |danach |zuletzt |zum schluss )?|\s(?:und|oder|sowie|plus) (?:dann )?))"
    r"(?P<article>ein|kein|der|jeder|dieser)(?P<described>(?:\s[a-zäöüß]+(?:e|er|es))?)\s(?P<noun>[A-ZÄÖÜ][\w-]*|"
    r"(?:satz|absatz|tipp|wort|beispiel|hinweis|vorschlag|titel|bild|punkt))(?![\w-])",
    re.IGNORECASE,
)
_ALONE = re.compile(r"(?P<adjective>[A-ZÄÖÜa-zäöüß][a-zäöüß]{2,40})er (?P<noun>[A-ZÄÖÜ][\w-]*)")
_ACCUSATIVES = {"ein": "einen", "kein": "keinen", "der": "den", "jeder": "jeden", "dieser": "diesen"}


def gender(noun: str) -> str:
    """Return `m`, `f` or `n` where the gender of a noun is known by how it ends; else nothing."""
    lower = noun.lower()
    known = (("n", _NEUTER + WRITINGS["n"]), ("m", _MASCULINE + WRITINGS["m"]), ("f", _FEMININE + WRITINGS["f"]))
    if lower.endswith(("chen", "lein")):
        return "n"
    found = [(len(ending), of) for of, all_ in known for ending in all_ if lower.endswith(ending)]
    return max(found)[1] if found else ""


def accusative(words: str) -> str:
    """Return `einen Tipp` of `ein Tipp`, each member of a list for itself; nothing where a gender is not known."""
    if is_finite(words.rstrip(".!").rpartition(" ")[2]):
        return ""
    if alone := _ALONE.match(words):
        if gender(alone["noun"]) != "m":
            return ""
        return f"einen {alone['adjective'].lower()}en {alone['noun']}{words[alone.end() :]}"
    pieces, at = [], 0
    for found in _DETERMINED.finditer(words):
        turned = _turned(found)
        if not turned:
            return ""
        pieces += [words[at : found.start()], found["opens"], turned]
        at = found.end()
    return "".join(pieces) + words[at:]


def _turned(found: re.Match[str]) -> str:
    article, described, noun = found["article"].lower(), found["described"], found["noun"]
    of = gender(noun)
    if described.endswith("er") and article in ("ein", "kein"):
        of = "m"
    elif described.endswith("es"):
        of = "n"
    if of == "n" and article in ("ein", "kein"):
        return f"{article}{described} {noun}"
    if of != "m":
        return ""
    if described.endswith("er"):
        described = f"{described[:-2]}en"
    elif described:
        described += "n"
    return f"{_ACCUSATIVES[article]}{described} {noun}{'n' if noun.lower().endswith(_WEAK) else ''}"
