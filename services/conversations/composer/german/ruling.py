"""What a German rule of a context asks for that is noted in few words: `leere Zelle, wenn etwas fehlt`."""

import re
from collections.abc import Callable

from services.conversations.composer.german.cases import gender
from services.conversations.composer.german.grammar import is_finite, of_infinitive
from services.conversations.composer.german.nouns import names_people
from services.conversations.composer.layout import pattern
from services.conversations.composer.model import Part

_WHAT_IS_MISSING = r"(?:(?:etwas|es|er|sie|der wert|ein wert|die angabe|eine angabe) )?"
_IF = (
    rf"(?:,? (?:wenn|falls|wo) {_WHAT_IS_MISSING}(?P<case>fehlt|fehlend|(?:unbekannt|unklar|unleserlich|leer|"
    r"nicht (?:angegeben|lesbar|bekannt|vorhanden|da))(?: ist)?)|,? bei (?P<noun>unbekannt|unklar|unleserlich))"
)
_BLANK = pattern(rf"leere[sr]? (?P<what>zelle|spalte|zeile|feld){_IF}")
_MARK = pattern(rf"(?P<what>(?-i:[A-ZÄÖÜ])[\w/.-]+|[„“\"'][^\n]{{1,30}}[“”\"']){_IF}")
_FROM = pattern(
    r"(?:nur|ausschließlich|lediglich) "
    r"(?P<what>(?-i:[A-ZÄÖÜ])[\w -]{1,60}? (?:aus|von|in) (?:de[mr]|unser\w*|mein\w*|dies\w*) .+)"
)
_THINGS = pattern(
    r"(?P<head>(?-i:[A-ZÄÖÜ])[\w-]+(?: (?:des|der|unserer|aller) (?-i:[A-ZÄÖÜ])[\w-]+)?) (?:mit|samt|je|pro|nach) "
    r"(?:(?:de[nmr]|allen) )?(?-i:[A-ZÄÖÜ])[\w-]+(?: und (?-i:[A-ZÄÖÜ])[\w-]+)?"
)
_TENSE = pattern(
    r"(?:alles |immer )?(?P<in>im|in der|in) (?P<of>präsens|präteritum|imperfekt|perfekt|futur|konjunktiv|indikativ|"
    r"passiv|aktiv|plural|singular|vergangenheit|gegenwart|(?:ich|wir|du|sie|er)-form|"
    r"(?:ersten|zweiten|dritten) person)(?P<rest>,? .*)?"
)
_ONLY_AS = pattern(
    r"(?P<what>(?-i:[A-ZÄÖÜ])[\w-]+(?: (?:und|oder) (?-i:[A-ZÄÖÜ])[\w-]+)?) "
    r"(?P<how>(?:grundsätzlich |immer |bitte |stets |jeweils )*(?:nur |ausschließlich |immer |stets )?) ?"
    r"(?P<as>als|mit) (?P<rest>\S.*)"
)
_WHAT_STAYS = pattern(
    r"(?P<what>(?:(?:die|alle) )?(?-i:[A-ZÄÖÜ])[\w-]+(?: und (?-i:[A-ZÄÖÜ])[\w-]+)?) (?:bleibt|bleiben) "
    r"(?P<so>unverändert|unangetastet|(?:genau )?so,? wie (?:sie|es|er) (?:sind|ist)|"
    r"wie (?:sie|es|er) (?:sind|ist)|stehen)"
)
_AS_PRINTED = pattern(
    r"(?P<what>(?-i:[A-ZÄÖÜ])[\w-]+(?: und (?-i:[A-ZÄÖÜ])[\w-]+)?) (?P<so>(?:genau |exakt |immer )*(?:so,? )?wie "
    r"(?:gedruckt|geschrieben|angegeben|im original|im text|in der vorlage|in der quelle))"
)
_DATE = pattern(
    r"(?P<what>datum|daten|uhrzeit|uhrzeiten|zeiten|beträge|preise) (?P<how>(?:immer |stets |bitte )?)"
    r"(?:als |im format |in )?(?P<form>(?-i:[JTMYDHhmsS]{1,4}(?:[-./:][JTMYDHhmsS]{1,4}){1,3}))"
)
_THE_ONE = {"datum": "das Datum", "uhrzeit": "die Uhrzeit"}
_ONLY_WHAT = pattern(r"(?P<what>(?:nur|ausschließlich) (?:das|die|den),? was .+)", r"nur was .+")
_BEFORE_WHAT = pattern(r"^nur (?=was )")
_EACH = pattern(r"(?P<each>jede[rs]?) (?P<noun>(?-i:[A-ZÄÖÜ])[\w-]+) (?P<rest>mit .+)")
_ARTICLES = {"m": "einen", "f": "eine", "n": "ein"}
_THE = {"zelle": "die", "spalte": "die", "zeile": "die", "feld": "das"}
_BARE = re.compile(r"(?P<noun>[A-ZÄÖÜ][\w-]+) (?P<rest>(?!und\b|oder\b)[^,]{1,120})")
_SINGLE = (
    (
        "die",
        ("fläche", "summe", "adresse", "nummer", "uhrzeit", "menge", "größe", "anrede", "überschrift", "ung", "heit"),
    ),
    ("den", ("betrag", "preis", "ort", "gesamtwert")),
    ("das", ("datum", "alter")),
)


def ruled(text: str) -> tuple[Part, str] | None:
    """Return the part of a rule and what it asks for, where that is sure; else nothing."""
    note = text.rstrip(" .!")
    for rule, part, say in _RULES:
        if (found := rule.fullmatch(note)) and (said := say(found)):
            return part, said
    return None


def determined(text: str) -> str:
    """Return a rule that begins with one bare noun with its article: `die Fläche unverändert übernehmen`."""
    found = _BARE.fullmatch(text)
    if not found or not of_infinitive(text.rpartition(" ")[2]):
        return text
    noun = found["noun"].lower()
    article = next((article for article, endings in _SINGLE if noun.endswith(endings)), "")
    return f"{article} {text}" if article else text


def _case(found: re.Match[str]) -> str:
    case = found["case"] or found["noun"]
    if case.startswith("fehl"):
        return "wenn der Wert fehlt"
    return f"wenn der Wert {case.removesuffix(' ist')} ist"


def _marked(found: re.Match[str]) -> str:
    what = found["what"]
    article = _ARTICLES.get(gender(what), "") if what[0].isalpha() and what[1:2].islower() else ""
    if what[0].isalpha() and what[1:2].islower() and not article:
        return ""
    return f"Schreibe {article} {what}, {_case(found)}".replace("  ", " ")


def _named(found: re.Match[str]) -> str:
    words = found[0].split()
    return (
        ""
        if names_people(words[0]) or any(is_finite(word) for word in words if word.islower())
        else f"Nenne {found[0]}"
    )


def _in_form(found: re.Match[str]) -> str:
    of = found["of"]
    return (
        f"{found['in']} {of[0].upper()}{of[1:]}{found['rest'] or ''}"
        if "person" not in of.lower()
        else found[0][0].lower() + found[0][1:]
    )


def _only_as(found: re.Match[str]) -> str:
    """Return `Gib Personalien nur als „vertraulich“ wieder`, `Nenne Zuständige nur mit Kürzel`."""
    how = found["how"].strip()
    words = found["rest"].split()
    if not how or of_infinitive(words[-1]) or any(is_finite(word) for word in words if word.islower()):
        return ""
    said = f"{found['what']} {how} {found['as']} {found['rest']}"
    return f"Gib {said} wieder" if found["as"].lower() == "als" else f"Nenne {said}"


def _dated(found: re.Match[str]) -> str:
    what = found["what"].lower()
    how = found["how"].strip()
    thing = _THE_ONE.get(what, what.capitalize())
    return f"Schreibe {thing} {f'{how} ' if how else ''}als {found['form']}"


def _each(found: re.Match[str]) -> str:
    each = {"jeder": "jeden"}.get(found["each"].lower(), found["each"].lower())
    is_told = any(is_finite(word) for word in found["rest"].split() if word.islower())
    return "" if is_told or names_people(found["noun"]) else f"Versieh {each} {found['noun']} {found['rest']}"


_RULES: tuple[tuple[re.Pattern[str], Part, Callable[[re.Match[str]], str]], ...] = (
    (
        _BLANK,
        Part.OUTPUT,
        lambda found: f"Lass {_THE[found['what'].lower()]} {found['what'].capitalize()} leer, {_case(found)}",
    ),
    (_MARK, Part.OUTPUT, _marked),
    (_FROM, Part.LIMITS, lambda found: f"Verwende nur {found['what']}"),
    (_TENSE, Part.OUTPUT, lambda found: f"Schreibe {_in_form(found)}"),
    (_ONLY_AS, Part.HOW, _only_as),
    (_WHAT_STAYS, Part.HOW, lambda found: f"Lass {found['what']} {found['so']}"),
    (_AS_PRINTED, Part.HOW, lambda found: f"Übernimm {found['what']} {found['so']}"),
    (_DATE, Part.OUTPUT, _dated),
    (_ONLY_WHAT, Part.LIMITS, lambda found: f"Verwende {_BEFORE_WHAT.sub('nur, ', found[0])}"),
    (_EACH, Part.HOW, _each),
    (_THINGS, Part.HOW, _named),
)
