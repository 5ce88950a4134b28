"""Say as a whole sentence what a person noted about how things are to look: `Datum immer JJJJ-MM-TT`."""

import re

from services.conversations.composer.german.cases import gender
from services.conversations.composer.german.grammar import is_finite, of_infinitive
from services.conversations.composer.german.nouns import is_agent, names_people
from services.conversations.composer.layout import pattern

_ALWAYS = r"(?:(?:immer|stets|grundsätzlich|generell|durchgehend|überall|durchweg|bitte|nur|ausschließlich|jeweils)\s)"
_FORM = r"(?-i:[TMJDYHS]{2,4}(?:[-./: ]{1,2}(?-i:[TMJDYHSms]{2,4})){1,4})"
"""`JJJJ-MM-TT`, `TT.MM.JJJJ`, `HH:MM`."""
_SPECIFIED = pattern(
    r"(?P<what>(?:(?:den|die|das|alle) )?(?-i:[A-ZÄÖÜ])[\w-]+(?: (?:und|oder|der|des|von) (?-i:[A-ZÄÖÜ])[\w-]+)?) "
    rf"(?P<how>{_ALWAYS}{{0,4}})(?:(?P<form>{_FORM})|(?P<by>als|mit|ohne|in|im|auf|nach) "
    rf"(?P<like>(?:[„\"»][^„“\"«»]{{1,80}}[“\"«]|[^,;:!?„\"»]){{1,80}}))"
    r"(?P<rest>(?:, .{2,120})?)"
)
_EACH = pattern(
    r"(?P<each>jede[rs]?) (?P<what>(?-i:[A-ZÄÖÜ])[\w-]+) "
    r"(?P<how>(?:(?:immer|stets|bitte|nur|auch)\s)*)(?P<by>mit|ohne) (?P<rest>.{2,160})"
)
"""`Jeder Baustein mit Kopfkommentar`."""
_VERBAL = pattern(
    r"(?P<rather>(?:(?:bitte|immer|alles|stets|durchgehend|lieber|doch|nur)\s)*)(?P<form>im "
    r"(?:präsens|präteritum|imperfekt|perfekt|futur|indikativ|konjunktiv|imperativ|aktiv|passiv|\w*stil|singular|plural)"
    r"|in (?:der )?(?:gegenwart|vergangenheit|(?:ersten|zweiten|dritten) person|(?:ich|wir|er)-form|\w*zeitform))\b"
    r"(?P<rest>.{0,160})"
)
"""`bitte im Präsens`."""
_THE = {"m": "den ", "f": "die ", "n": "das "}


def is_specified(note: str) -> bool:
    """Tell whether a note says how something is to look in an answer."""
    return bool(specified(note.rstrip(".! ")))


def specified(note: str) -> str:
    """Return `schreibe das Datum immer als JJJJ-MM-TT` of `Datum immer JJJJ-MM-TT`; else nothing."""
    if form := _VERBAL.fullmatch(note):
        rather = re.sub(r"\b(?:bitte|doch)\s", "", form["rather"].lower())
        return "" if _has_verb(form["rest"].partition(",")[0]) else f"schreibe {rather}{form['form']}{form['rest']}"
    if each := _EACH.fullmatch(note):
        return _each(each)
    found = _SPECIFIED.fullmatch(note)
    if not found or _has_verb(found["like"] or "") or not (found["form"] or found["how"].replace("bitte ", "")):
        return ""
    what, how = found["what"], found["how"].replace("bitte ", "").lower()
    if of_infinitive(what):  # `Antworten immer mit Quelle`
        return ""
    the = "" if " " in what else _THE.get(gender(what), "")
    what = f"{the}{what}" if " " not in what or (what[0].isupper() and not the) else what
    what = what[:1].lower() + what[1:] if what.partition(" ")[0].lower() in ("den", "die", "das", "alle") else what
    if found["form"]:
        return f"schreibe {what} {how}als {found['form']}{found['rest']}"
    said = f"{what} {how}{found['by'].lower()} {found['like']}"
    return f"nenne {said}{found['rest']}" if found["by"].lower() in ("mit", "ohne") else f"gib {said} an{found['rest']}"


def _each(found: re.Match[str]) -> str:
    what = found["what"]
    if names_people(what) or is_agent(what) or _has_verb(found["rest"].partition(":")[0].partition(",")[0]):
        return ""
    each = {"jeder": "jeden"}.get(found["each"].lower(), found["each"].lower())
    verb = "versieh" if found["by"].lower() == "mit" else "schreibe"
    return f"{verb} {each} {what} {found['how'].replace('bitte ', '')}{found['by'].lower()} {found['rest']}"


def _has_verb(words: str) -> bool:
    found = [word.rstrip(".,:") for word in words.split()]
    last = found[-1] if found else ""
    return any(word.islower() and is_finite(word) for word in found) or (
        last.islower() and of_infinitive(last) is not None
    )
