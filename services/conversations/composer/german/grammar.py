"""The German that the composer knows: the forms of its verbs."""

import re
from typing import NamedTuple

from services.conversations.composer.german.lexicon import (
    NO_BASES,
    NOT_PARTED,
    PREFIXES,
    SEPARABLE,
    STATES,
    STRONG,
    VERBS,
    endings,
    word_set,
)

_NEEDS_E = re.compile(r".*(?:[dt]|(?:ch|[^lrmnhaeiouäöüy])[mn])")
_MODALS = word_set("können müssen dürfen wollen sollen mögen möchten könnten sollten müssten")
_ONE_CONSONANT = re.compile(r"[a-zäöüß]*[aeiouäöü][fklmnpst]en")
_LONGEST_WORD = 60
_STEM_AT_LEAST = 5
_NOUNS_IN_IERE = endings(
    "papiere klaviere turniere passagiere quartiere offiziere reviere kavaliere scharniere haustiere wildtiere"
)


class Verb(NamedTuple):
    """A verb, and what is parted from it: `fasse` and `zusammen`."""

    imperative: str
    prefix: str = ""


def _imperative(verb: str) -> str:
    if verb in STRONG:
        return STRONG[verb][0]
    if verb.endswith("eln"):
        return verb[:-3] + "le"
    return (verb[:-1] if verb.endswith("ern") else verb[:-2] if verb.endswith("en") else verb[:-1]) + "e"


def _stem(verb: str) -> str:
    return verb[:-2] if verb.endswith("en") else verb[:-1]


def _third(verb: str) -> str:
    if verb in STRONG:
        return STRONG[verb][1]
    stem = _stem(verb)
    return stem + ("et" if _NEEDS_E.fullmatch(stem) and not verb.endswith(("eln", "ern")) else "t")


_MODAL = word_set("kann soll muss darf will möchte könnte sollte müsste")
_IRREGULAR = {
    "ist": "bist", "hat": "hast", "wird": "wirst", "weiß": "weißt", "hält": "hältst", "rät": "rätst", "lädt": "lädst",
    "tritt": "trittst", "kann": "kannst", "soll": "sollst", "muss": "musst", "darf": "darfst", "will": "willst",
    "möchte": "möchtest", "könnte": "könntest", "sollte": "solltest", "wäre": "wärst", "hätte": "hättest",
    "würde": "würdest", "dürfte": "dürftest",
}  # fmt: skip # many short ones to a line


def _second(third: str) -> str:
    for ending, second in _IRREGULAR.items():
        if third == ending or (len(ending) > 3 and third.endswith(ending)):  # noqa: PLR2004 - `verrät`, not `list`
            return third[: -len(ending)] + second
    if third.endswith(("hält", "rät", "tritt")):
        return third + "st"
    return third if third[:-1].endswith(("s", "ß", "z", "x")) else third[:-1] + "st"


THIRD = {_third(verb): verb for verb in sorted(VERBS)}
"""Verbs in the third person, with their infinitives."""
SECOND = {third: _second(third) for third in THIRD} | _IRREGULAR
"""Verbs in the third person, with their second."""
_STATES = frozenset(_third(verb) for verb in STATES)
_FIRST_OF_SECOND = {second: third for third, second in SECOND.items()}
IMPERATIVES = {_imperative(verb): verb for verb in sorted(VERBS)}
"""Verbs in the imperative, with their infinitives."""
STRONG_IMPERATIVES = frozenset(verb for verb, _ in STRONG.values() if not verb.endswith("e")) | {"sei"}
"""Imperatives that are not the first person as well."""
_WITHOUT_E = {_stem(verb): verb for verb in sorted(VERBS) if not _NEEDS_E.fullmatch(_stem(verb)) and verb not in STRONG}


_NO_ORDERS = word_set("probe spoiler")
"""What is said as a noun rather than as an order."""
_STRONG_PARTICIPLES = {
    "gegeben": "geben", "geschrieben": "schreiben", "genommen": "nehmen", "gelesen": "lesen", "gesehen": "sehen",
    "gesprochen": "sprechen", "gehalten": "halten", "gelassen": "lassen", "gezogen": "ziehen", "geworfen": "werfen",
    "genannt": "nennen", "gebracht": "bringen", "getroffen": "treffen", "gestrichen": "streichen", "gehoben": "heben",
    "geschnitten": "schneiden", "vermieden": "vermeiden", "verbunden": "verbinden", "beschrieben": "beschreiben",
    "verglichen": "vergleichen", "gefunden": "finden", "erfunden": "erfinden", "vergessen": "vergessen",
    "gewiesen": "weisen", "verwiesen": "verweisen", "übernommen": "übernehmen", "besprochen": "besprechen",
    "versprochen": "versprechen", "empfohlen": "empfehlen", "entschieden": "entscheiden", "geboten": "bieten",
    "unterstrichen": "unterstreichen", "gestoßen": "stoßen", "geschlossen": "schließen", "geschoben": "schieben",
    "unterschieden": "unterscheiden", "geschlagen": "schlagen", "getragen": "tragen", "übertragen": "übertragen",
    "überschritten": "überschreiten", "unterbrochen": "unterbrechen", "gemessen": "messen", "gesungen": "singen",
    "umschrieben": "umschreiben", "verraten": "verraten", "beraten": "beraten", "behalten": "behalten",
    "enthalten": "enthalten", "begonnen": "beginnen", "gewogen": "wägen", "gerufen": "rufen", "gebeten": "bitten",
}  # fmt: skip # many short ones to a line
_NO_GE = ("be", "ver", "er", "ent", "emp", "zer", "miss", "über", "unter", "hinter", "wider", "wieder")


def _participle(verb: str) -> str:
    return ("" if verb.startswith(_NO_GE) and verb not in ("beten", "ernten") else "ge") + _third(verb)


PARTICIPLES = {_participle(verb): verb for verb in sorted(VERBS - set(STRONG))} | _STRONG_PARTICIPLES
"""What is done, with the infinitives of the verbs."""


def of_second(word: str) -> str:
    """Return the imperative of a verb in the second person, such as `fasst`; nothing where it is none."""
    third = _FIRST_OF_SECOND.get(word)
    if third in THIRD:
        return _imperative(THIRD[third])
    return word[:-2] + "e" if word.endswith("ierst") and word.isalpha() else ""


def orders(word: str) -> bool:
    """Tell whether a word is an imperative, with its `-e` or without."""
    lower = word.lower()
    if lower.endswith("iere") and lower.isalpha():
        return _STEM_AT_LEAST < len(lower) < _LONGEST_WORD and not lower.endswith(_NOUNS_IN_IERE)
    if lower in _NO_ORDERS:
        return False
    return lower in IMPERATIVES or lower in _WITHOUT_E or lower in ("habe", "lasse", "siehe", "schau", "halt")


def of_infinitive(word: str, *, surely: bool = False) -> Verb | None:
    """Return the verb of an infinitive such as `zusammenfassen`; where it surely is one, it need not be known."""
    lower = word.lower()
    if len(lower) > _LONGEST_WORD:
        return None
    if lower in VERBS:
        return Verb(_imperative(lower))
    for prefix in PREFIXES:
        base = lower.removeprefix(prefix)
        if base != lower and base.removeprefix("zu") in VERBS and base not in ("sein", "werden", "haben"):
            return Verb(_imperative(base), prefix) if base in VERBS else None
        doubled = f"{base[:-2]}{base[-3:]}"
        if base != lower and _ONE_CONSONANT.fullmatch(base) and doubled in VERBS:
            return Verb(_imperative(doubled), prefix)  # `weglasen`, as people mistype it
    if lower.isalpha() and len(lower) > _STEM_AT_LEAST and lower.endswith("ieren") and not lower.endswith("papieren"):
        return Verb(lower[:-1])
    return _guessed(lower) if surely and lower.isalpha() and lower.endswith(("en", "eln", "ern")) else None


_BASE_AT_LEAST = 5


def of_parted(word: str) -> Verb | None:
    """Return the verb of an infinitive that nobody knows, but that has a prefix to part: `dampfe` and `ein`."""
    lower = word.lower()
    if not lower.isalpha() or len(lower) > _LONGEST_WORD or not lower.endswith(("en", "eln", "ern")):
        return None
    prefix = max((one for one in SEPARABLE if lower.startswith(one)), key=len, default="")
    base = lower.removeprefix(prefix)
    if not prefix or len(base) < _BASE_AT_LEAST or lower in NOT_PARTED or base.startswith("ge"):
        return None
    return None if base.endswith((*NO_BASES, "ungen", "eiten")) else _apart(prefix, base)


def _apart(prefix: str, base: str) -> Verb:
    """Return a verb with its prefix parted, but for `durch`, which seldom is: `durchforste die Akten`."""
    return Verb(_imperative(prefix + base)) if prefix == "durch" else Verb(_imperative(base), prefix)


def _guessed(lower: str) -> Verb | None:
    if len(lower) < _STEM_AT_LEAST or lower in _MODALS:
        return None
    for prefix in PREFIXES:
        base = lower.removeprefix(prefix)
        if (
            prefix not in ("ent", "her", "ab", "an", "um", "zu", "ein", "teil")
            and len(base) > _STEM_AT_LEAST
            and base != lower
        ):
            return Verb(_imperative(base), prefix)
    return Verb(_imperative(lower))


def of_third(word: str, *, surely: bool = False) -> str:
    """Return the imperative of a verb in the third person, such as `fasst`; nothing where it is none."""
    lower = word.lower()
    if lower in THIRD:
        return _imperative(THIRD[lower])
    if lower.endswith("iert") and lower.isalpha() and _STEM_AT_LEAST < len(lower) < _LONGEST_WORD:
        return lower[:-1] + "e"
    if not surely or not lower.isalpha() or not lower.endswith("t") or len(lower) < _STEM_AT_LEAST:
        return ""
    return _imperative(lower[:-1] + "n" if lower.endswith(("elt", "ert")) else lower[:-1].removesuffix("e") + "en")


def of_final(word: str, *, second: bool = False) -> Verb | None:
    """Return the verb that ends a subordinate clause, as in `dass er Texte zusammenfasst`."""
    lower = word.lower()
    if not lower.endswith(("t", "ß", "d")):  # `fasst`, `weiß`, `wird`: no other word need be looked up
        return None
    for prefix in ("", *PREFIXES):
        base = lower.removeprefix(prefix)
        third = _FIRST_OF_SECOND.get(base) if second else base
        if third in THIRD and (not prefix or base != lower):
            return Verb(_imperative(THIRD[third]), prefix)
    return Verb(lower[:-2] + "e") if second and lower.endswith("ierst") else None


def third_of(infinitive: str) -> str:
    """Return the third person of a verb that has no prefix to part: `schickt` of `schicken`."""
    return _third(infinitive) if infinitive in VERBS else ""


def is_state(word: str) -> bool:
    """Tell whether a word says, in the third person, how somebody is rather than what he does."""
    lower = word.lower()
    return lower in _STATES or lower in _MODAL or lower in ("ist", "hat", "wird", "mag")


def is_finite(word: str) -> bool:
    """Tell whether a word is a verb that may end a subordinate clause, in the singular."""
    lower = word.lower()
    return lower in SECOND or of_final(lower) is not None or of_final(lower, second=True) is not None


def second_of(word: str) -> str:
    """Return the second person of a verb in the third, as it ends a clause: `nachfragst` of `nachfragt`."""
    lower = word.lower()
    for prefix in ("", *PREFIXES):
        base = lower.removeprefix(prefix)
        if base in SECOND and (not prefix or base != lower):
            return (prefix if base != lower else "") + SECOND[base]
    return _second(lower) if lower.endswith("iert") or lower in _STATES else ""


_SELVES = {
    "bin": "ist", "habe": "hat", "hab": "hat", "kann": "kann", "muss": "muss", "will": "will", "weiß": "weiß",
    "darf": "darf", "soll": "soll", "mag": "mag", "werde": "wird", "möchte": "möchte", "würde": "würde", "war": "war",
    "hatte": "hatte", "hätte": "hätte", "könnte": "könnte", "wollte": "wollte", "musste": "musste", "wurde": "wurde",
    "konnte": "konnte", "durfte": "durfte", "sollte": "sollte", "müsste": "müsste", "wäre": "wäre", "wär": "wäre",
    "tu": "tut", "tue": "tut", "schlafe": "schläft", "falle": "fällt", "wasche": "wäscht", "backe": "backt",
    "geh": "geht", "mach": "macht", "brauch": "braucht", "such": "sucht", "komm": "kommt", "steh": "steht",
    "sag": "sagt", "lern": "lernt", "wohn": "wohnt", "arbeit": "arbeitet", "les": "liest", "schreib": "schreibt",
    "kam": "kam", "ging": "ging", "fand": "fand", "bekam": "bekam", "sah": "sah", "nahm": "nahm", "gab": "gab",
    "wusste": "wusste", "dachte": "dachte", "stand": "stand", "saß": "saß", "lief": "lief", "schrieb": "schrieb",
    "hieß": "hieß", "wuchs": "wuchs", "zog": "zog", "brüll": "brüllt", "trink": "trinkt", "kenn": "kennt",
    "wart": "wartet", "denk": "denkt", "glaub": "glaubt", "schaff": "schafft", "leit": "leitet",
    "grübel": "grübelt", "heul": "heult", "schimpf": "schimpft",
    "könnt": "könnte", "müsst": "müsste", "möcht": "möchte", "hätt": "hätte",
    "würd": "würde", "wüsst": "wüsste", "wollt": "wollte", "sollt": "sollte", "dürft": "dürfte", "bräucht": "bräuchte",
}  # fmt: skip # many short ones to a line
_STRONG_FIRSTS = {_stem(verb) + "e": third for verb, (_, third) in STRONG.items() if verb != "sein"}
_FIRSTS = (
    {imperative: _third(verb) for imperative, verb in IMPERATIVES.items() if verb not in STRONG}
    | {_stem(verb) + "e": _third(verb) for verb in sorted(STATES) if verb not in STRONG}
    | _STRONG_FIRSTS
    | _SELVES
)
"""Verbs in the first person, with their third."""
_NO_FIRSTS = word_set(
    "heute gerne keine eine meine deine seine ihre alle viele diese jede beide solche manche welche ohne"
)


_ELIDED = re.compile(
    r"[a-zäöüß]{1,20}[bdfgklmnprsßzht](?<!en)(?<!er)(?<!es)(?<!em)(?<!ig)(?<!sch)(?<!lich)(?<!end)(?<!mal)(?<!ung)"
)
"""`werd`, `brüll`: how one writes who speaks so."""
_NO_ELIDED = word_set(
    """
    als auch auf aus beim bald bis bloß da damals dann daran darum dass denn doch durch ganz gleich hier ihm im kaum
    man mich mir noch nun ob oben oder ohnehin schon sehr sich sind so sodass sofern solang trotzdem um und uns vom von
    vor warum weil wem wen wenn wohl zum zur zwar ab an am in also nach nachdem seitdem soviel eh ihn wil jetzt selbst
    erst zuerst fast meist sonst oft gut echt recht dort leicht seit nicht zuletzt insgesamt überhaupt sofort vielleicht
    """
)


def third_of_first(word: str, *, surely: bool = False) -> str:
    """Return the third person of a verb in the first: `liest` of `lese`, `einfügt` of `einfüge`; else nothing.

    What `surely` is a verb need not be known.
    """
    lower = word.lower()
    for prefix in ("", *PREFIXES):
        base = lower.removeprefix(prefix)
        if base in _FIRSTS and (not prefix or (base != lower and base not in _SELVES)):
            return (prefix if base != lower else "") + _FIRSTS[base]
    if surely and _ELIDED.fullmatch(lower) and lower not in _NO_ELIDED:
        return third_of_first(f"{lower}e", surely=True)
    if not surely or not lower.isalpha() or not lower.endswith("e") or lower in _NO_FIRSTS or len(word) < len("esse"):
        return ""
    if lower.endswith("te") and not _NEEDS_E.fullmatch(lower[:-2]):
        return lower  # `kaufte` is the same for both
    if lower.endswith(("iere", "ere")):
        return lower[:-1] + "t"
    return lower[:-1] + ("et" if _NEEDS_E.fullmatch(lower[:-1]) else "t")
