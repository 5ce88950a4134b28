"""Say as a whole sentence what a person noted about how answers look: `höchstens 5 Zeilen`, `als Tabelle`."""

import re

from services.conversations.composer.german.cases import accusative, gender
from services.conversations.composer.german.joints import KEPT
from services.conversations.composer.german.lexicon import endings
from services.conversations.composer.german.members import BOUNDED
from services.conversations.composer.german.wordings import NAMES
from services.conversations.composer.layout import pattern

_NUMBERS = (
    r"(?:\d[\d.]*|ein(?:e[mnrs]?)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|fünfzehn|zwanzig|dreißig|"
    r"hundert)"
)
_AMOUNT = pattern(
    r"(?P<only>(?:(?:immer|nur|noch|jeweils|lieber|bitte|am besten|pro \w+|je \w+)\s+)*)"
    r"(?P<about>(?:(?:höchstens|maximal|max\.?|mindestens|mind\.|bis zu|etwa|ca\.?|circa|rund|genau|exakt|ungefähr|"
    r"unter|über|nicht mehr als)\s+)?)"
    rf"(?P<number>{_NUMBERS}(?:\s?(?:bis|[-\u2013]|oder|bis zu)\s?{_NUMBERS})?)\s+(?P<rest>\S.*)"
)
_WRITTEN = endings(
    """
    absatz absätze absätzen buchstaben satz seite seiten sätze sätzen stichpunkt stichpunkte stichpunkten wort worte
    wörter wörtern zeichen zeile zeilen strophen verse abschnitt abschnitte
    """
)
_ASKED = endings("frage fragen")
_GIVEN = endings(
    """
    antwort antworten beispiel beispiele empfehlung empfehlungen grund gründe hinweis hinweise idee ideen kategorie
    kategorien label labels name namen option optionen punkt punkte quelle quellen schritt schritte tipp tipps titel
    variante varianten vorschlag vorschläge lösung lösungen überschrift überschriften aufgabe aufgaben
    """
)
_EACH = pattern(
    r"(?P<what>jede[rs]? [\w-]+) (?:(?:bitte|immer)\s)*(?P<rest>(?:höchstens|maximal|max\.?|genau|etwa) "
    rf"{_NUMBERS} [\w-]+.*)"
)
_ONLY = re.compile(rf"[Nn]ur (?:(?P<tongue>{'|'.join(sorted(NAMES))})|(?P<what>[A-ZÄÖÜ][^:]*))")
_DATA = pattern(r"(?:json|csv|xml|yaml|html|code|text|markdown)\b")
_WORD = re.compile(r"[\w-]+")
_MOST_ADJECTIVES = 2
_DATIVES = {"tage": "tagen", "monate": "monaten", "jahre": "jahren"}
_MEASURED = endings("minuten stunden sekunden wochen km kg euro franken dollar cent prozent tage monate jahre")
_UNITS = _WRITTEN + _ASKED + _GIVEN + _MEASURED
_LENGTH = pattern(
    r"(?:(?:immer|möglichst|sehr|eher|bitte|ganz|schön|lieber|so)\s+)*(?:kurz|knapp|prägnant|bündig|ausführlich|"
    r"detailliert|kompakt)\b(?!\s+(?:vor|nach|darauf|danach|zuvor)\b)"
)
_TONGUE = pattern(
    rf"(?P<how>(?:(?:immer|nur|alles|bitte|stets)\s+)*)auf\s+(?P<tongue>(?:einfachem |gutem |leichtem )?"
    rf"(?:{'|'.join(sorted(NAMES))}))\b(?:\s+bitte\b)?(?P<rest>.*)"
)
_AS = pattern(
    r"(?:bitte |alles |immer |nur )*(?P<shape>als\s+(?:einfache |nummerierte |kurze |reiner? )?(?:tabelle|liste|json|"
    r"csv|"
    r"xml|yaml|html|markdown|aufzählung|fließtext|stichpunkte|brief|e-mail|mail|gedicht|dialog)\b.*)"
)
_IN = pattern(
    r"(?:bitte |alles |immer |nur )*in\s+(?:(?:einfacher|leichter|einfachen|eigenen|klaren|verständlichen|ganzen|"
    r"vollständigen|kurzen|wenigen|knappen|deutscher|englischer|der|ruhigem|freundlichem)\s+){0,2}"
    r"(?:sprache|worten|wörtern|sätzen|stichpunkten|stichworten|tabellenform|absätzen|\w+-form|\w+form|reimen|"
    r"versen|prosa|markdown|json|ton)\b"
)
_WITH = pattern(r"(?:(?:immer|stets|jedes mal|jeweils|bitte)\s+)*mit\s+(?!mir\b|uns\b|dir\b|ihm\b|ihr\b|ihnen\b)\S")
_DESCRIBED = re.compile(
    r"(?P<adjectives>(?:[A-ZÄÖÜa-zäöüß][a-zäöüß-]+e(?:, |\s(?:und|aber)\s|\s)){1,3})(?P<noun>[A-ZÄÖÜ][\w-]+|sätze|"
    r"antworten|texte|absätze|wörter|worte|sprache)(?P<rest>\b.*)"
)
_SAID = endings("sätze satz absätze texte text zeilen abschnitte überschriften briefe mails nachrichten posts titel")
_BOUNDED = endings("kosten ausgaben budget dauer länge wartezeit kalorien arbeitszeit")
_SPOKEN = endings("sprache worte wörter begriffe ausdrücke maßeinheiten einheiten beispiele verben")
_ANSWERS = endings("antworten antwort erklärungen erklärung hinweise tipps anweisungen rückmeldungen ansagen")
_IN_UNITS = pattern(
    r"(?P<what>(?:(?:die|alle|das|sämtliche) )?[\w-]+(?: und [\w-]+)?)\s+(?P<how>(?:immer |stets |nur |bitte )*)"
    r"(?P<unit>(?:in (?:euro|gramm|kilo|metern?|prozent|stunden|minuten|dollar|franken|ml|liter|cm)|im format \S+|"
    r"als [TMJD.\-\d/]{4,12})(?=[\s,.]|$))(?P<rest>.*)"
)


def shaped(words: str) -> str:
    """Return `schreibe höchstens 5 Zeilen` of `höchstens 5 Zeilen`; nothing where they say something else."""
    if spoken := _TONGUE.fullmatch(words):
        return f"antworte {_without_please(spoken['how'])}auf {spoken['tongue']}{spoken['rest']}"
    if _LENGTH.match(words) or _IN.match(words) or _WITH.match(words):
        return f"antworte {_without_please(_lowered(words))}"
    if shape := _AS.fullmatch(words):
        return f"gib {'alles' if words[:5].lower() == 'alles' else 'jede Antwort'} {_lowered(shape['shape'])}"
    if units := _IN_UNITS.fullmatch(words):
        return f"gib {_article_small(units['what'])} {units['how']}{units['unit']} an{units['rest']}"
    if each := _EACH.fullmatch(words):
        whole = accusative(f"{each['what'][:1].lower()}{each['what'][1:]}")
        return f"beschränke {whole} auf {each['rest']}" if whole else ""
    return _counted(words) or _described(words) or _only(words) or _kept(words) or _bounded(words)


def _kept(words: str) -> str:
    """Return `halte die Anleitung kurz` of `Anleitung kurz`."""
    found = KEPT.match(words)
    if not found:
        return ""
    the = {"f": "die ", "n": "das ", "m": "den "}.get(gender(found["what"]), "")
    return f"halte {the}{_large(found['what'])}{_without_please(found['how'])}"


def _bounded(words: str) -> str:
    """Return `halte die Kosten unter 60 Euro` of `Kosten unter 60 Euro`."""
    found = BOUNDED.fullmatch(words)
    if not found or not found["what"].lower().endswith(_BOUNDED):
        return ""
    the = "" if " " in found["what"] else "das " if found["what"].lower().endswith("budget") else "die "
    return f"halte {the}{_article_small(found['what'])} {found['how']}"


def _only(words: str) -> str:
    """Return `nimm nur Rundwege` of `nur Rundwege`, and `gib nur JSON` of `nur JSON`."""
    found = _ONLY.fullmatch(words)
    if not found:
        return ""
    if found["tongue"]:
        return f"antworte nur auf {found['tongue']}"
    return f"{'gib' if _DATA.match(found['what']) else 'nimm'} nur {found['what']}"


def _counted(words: str) -> str:
    """Return `stelle nur eine Frage` of `nur eine Frage`."""
    found = _AMOUNT.fullmatch(words)
    if not found:
        return ""
    about, (described, unit, rest) = found["about"].lower(), _unit(found["rest"])
    lower = unit.lower()
    only = _without_please(found["only"].lower())
    if about.strip() == "unter" and lower.endswith(("wörtern", "sätzen", "zeichen", "zeilen")):
        return f"bleibe {only}unter {found['number']} {described}{_large(unit)}{rest}"
    if lower.endswith(_MEASURED) and about and about.strip() not in ("unter", "über"):
        return f"bleibe {only}bei {about}{found['number']} {_dative(unit)}{rest}"
    verbs = (("schreibe", _WRITTEN), ("stelle", _ASKED), ("gib", _GIVEN))
    verb = next((verb for verb, nouns in verbs if lower.endswith(nouns)), "")
    if not verb:
        return ""
    counted = accusative(f"{found['number'].lower()} {described}{_large(unit)}")
    return f"{verb} {only}{about}{counted}{rest}" if counted else ""


def _unit(rest: str) -> tuple[str, str, str]:
    """Return `kurze `, `Sätze` and ` pro Lied` of `kurze Sätze pro Lied`."""
    described, left = "", rest
    for _ in range(_MOST_ADJECTIVES + 1):
        word = _WORD.match(left)
        if not word:
            break
        if word[0].lower().endswith(_UNITS):
            return described, word[0], left[word.end() :]
        first, space, left = left.partition(" ")
        described += first + space
    return "", "", rest


def _described(words: str) -> str:
    """Return `schreibe kurze Sätze` of `kurze Sätze`."""
    found = _DESCRIBED.fullmatch(words)
    if not found:
        return ""
    lower = found["noun"].lower()
    verbs = (("schreibe", _SAID), ("verwende", _SPOKEN), ("gib", _ANSWERS))
    verb = next((verb for verb, nouns in verbs if lower.endswith(nouns)), "")
    return f"{verb} {found['adjectives'].lower()}{_large(found['noun'])}{found['rest']}" if verb else ""


def _dative(unit: str) -> str:
    return _large(_DATIVES.get(unit.lower(), unit))


def _large(unit: str) -> str:
    return unit[:1].upper() + unit[1:] if len(unit) > len("km") else unit


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]


def _article_small(words: str) -> str:
    first = words.partition(" ")[0]
    return words[:1].lower() + words[1:] if first.lower() in ("die", "alle", "das", "sämtliche") else words


def _without_please(words: str) -> str:
    return words.replace("bitte ", "", 1)
