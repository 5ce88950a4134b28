"""What a person wants in the first person: a thing to be given, or what he refuses."""

import re

from services.conversations.composer.german.casing import small
from services.conversations.composer.german.grammar import of_infinitive
from services.conversations.composer.german.lexicon import endings, word_set
from services.conversations.composer.german.moods import NEGATED, imperative, with_zu
from services.conversations.composer.german.nouns import names_people, nominative
from services.conversations.composer.german.passives import of_participle
from services.conversations.composer.german.writings import to_be_written
from services.conversations.composer.layout import pattern

_VERB = (
    r"(?:brauche?|such|bräucht(?:en?)?|"
    r"benötigen?|benötige|möchten?|suchen?|will|wollen|wünschen? (?:mir|uns)|wünsche mir|"
    r"hätte?n? gerne?|hätten?|hätt|brauchen|bitten? um)"
)
WANTING = (
    rf"(?:(?:ich|wir) {_VERB}|{_VERB} (?:ich|wir)|"
    rf"was (?:ich|wir) {_VERB}(?: wirklich)?,? (?:ist|wäre|sind)|am liebsten (?:hätten?|möchten?|wollen?|will) (?:ich|"
    rf"wir))"
    r"(?:\s(?:gerne?|bitte|eigentlich|dringend|nur|halt|einfach|mal|auch|dafür|dazu|von dir|so(?= ein)))*:?\s+"
)
"""How one begins who wants something."""
_WANTS = pattern(WANTING)
_REFUSES = pattern(
    r"(?:ich|wir) (?:wollen|will|möchten?|brauchen?|mag|mögen)\s(?:(?:aber|bitte|auf|wirklich|absolut|auch)\s)*(?=(?:"
    r"keine?[nmrs]?|nichts|auf keinen fall|nie|niemals)\s)"
)
_SUFFERS = pattern(
    r"(ich|wir) (?:will|wollen|möchten?) (nicht|nie|niemals)((?: [^\s,;:.!?]+){0,5}) ([a-zäöüß]{5,30}) werden[.!]?"
)
_UNWANTED = pattern(r"was (?:ich|wir) (?:nicht (?:will|wollen|brauchen?|möchten?)|(?:will|möchte) nicht),? sind\s+")
_NOMINATIVE = pattern(r"ein((?: [a-zäöüß]+er)*) (?=[\w-]*(?:plan|tipp|rat|vorschlag|überblick|text|brief|entwurf)\b)")
_AT_ITS_END = pattern(r"\s(?:haben|sehen|lesen|hören|bekommen)(?=[.!]?$)")
_GIVEN = endings(
    """
    idee ideen tipp tipps vorschlag vorschläge überblick übersicht liste listen plan pläne tabelle tabellen rat
    zusammenfassung übersetzung analyse erklärung feedback beispiel beispiele fragen übungen anleitung empfehlung
    empfehlungen formulierungen varianten gliederung checkliste inspiration argumente titel namen auswertung
    einschätzung bewertung rückmeldung texte slogans rezepte aufgaben betreffzeilen überschriften entwürfe
    """
)
_HELP = pattern(r"(?:(?:deine|etwas|ein bisschen|ein wenig)\s)?hilfe\s(?=(?:bei|beim|mit|für)\s)")
_HELP_NOTED = pattern(
    r"(?:(?:bitte|etwas|ein bisschen|ein wenig)\s)?(?:hilfe(?:stellung)?|unterstützung|mithilfe)\s"
    r"(?=(?:bei|beim)\s(?!(?:(?:der|einer|den|uns|mir) )?(?:suche|anfrage)\b)\S)"
    r"(?![^.!?]{0,160}\b(?:ist|sind|wird|war|gibt|kostet|bekommst|soll|darf)\b)"
)
"""`Hilfe beim Schreiben`."""
_TO_DO = pattern(
    r"(?P<who>ich|wir) (?:möchten?|will|wollen|würden? gerne?) (?:(?:gerne?|bitte|"
    r"endlich)\s)*(?P<what>[^,;:.!?]{0,160}?)"
    r"\b(?P<verb>[a-zäöüß]{4,30}n)(?P<rest>(?:[,:(]| \()[^.!?]{0,300}|)[.!]?"
)
_NO_HELP = pattern(r"\b(?:nicht|nie|kein\w*|nur|du|dich|dir|er|ihr|dass|ich|wir)\b")
_THEY = pattern(
    r"(?P<who>(?:[a-zäöüß]+e )?(?:[a-zäöüß]+en? )?[\w-]+) (?:sollen|wollen|möchten) (?P<how>[^,;:.!?]{0,160}?)"
    r"\b(?P<verb>[a-zäöüß]{4,30}n)(?: können)?(?P<rest>,[^.!?]{0,300}|)[.!]?"
)
_WITH_YOU = pattern(r"\b(?:mit|bei|von|durch) (?:der ki|dir|dem (?:chat)?bot|dem assistenten|dich)\s")
_LEARNS = pattern(r"lernen|üben|einüben|trainieren|verstehen|kennenlernen|begreifen|nachvollziehen")
_NOT = pattern(r"\b(?:nicht|nie|mehr|kein\w*|dass)\b")
_GETS = word_set("haben bekommen sehen lesen hören kriegen sein werden können")
_ENDS_IN_VERB = re.compile(r".*\s[a-zäöüß]+en[.!]?$")


def refused(words: str) -> str:
    """Return `keine langen Antworten` of `ich will keine langen Antworten`; else nothing."""
    if (suffers := _SUFFERS.fullmatch(words)) and (verb := of_participle(suffers[4])):
        whom = "uns" if suffers[1].lower() == "wir" else "mich"
        return " ".join(
            piece for piece in (verb.imperative, whom, suffers[2], suffers[3].strip(), verb.prefix) if piece
        )
    if unwanted := _UNWANTED.match(words):
        return f"vermeide {small(words[unwanted.end() :])}" if unwanted.end() < len(words) else ""
    found = _REFUSES.match(words)
    if not found:
        return ""
    rest = _AT_ITS_END.sub("", words[found.end() :])
    return imperative(rest) or nominative(rest)


def helped(words: str) -> str:
    """Return `hilf mir, Spanisch zu lernen` of `ich möchte Spanisch lernen`; else nothing."""
    found = _TO_DO.fullmatch(words)
    if not found:
        return ""
    whom, verb, what = "uns" if found["who"].lower() == "wir" else "mir", found["verb"].lower(), found["what"]
    if verb in ("wissen", "erfahren") and not _NOT.search(what):
        return f"sage {whom} {what.strip()}{found['rest']}".replace(" ,", ",")
    if _NO_HELP.search(what):
        return ""
    if verb in _GETS or not of_infinitive(verb):
        return ""
    return f"hilf {whom}, {what}{with_zu(verb)}{found['rest']}"


def help_noted(words: str) -> str:
    """Return `hilf beim Schreiben` of `Hilfe beim Schreiben`; else nothing."""
    noted = _HELP_NOTED.match(words)
    return f"hilf {words[noted.end() :]}" if noted else ""


def helped_others(words: str) -> str:
    """Return `hilf Familien, sich vorzubereiten` of `Familien sollen sich mit der KI vorbereiten`; else nothing."""
    found = _THEY.fullmatch(words)
    if not found or not names_people(found["who"]) or not of_infinitive(found["verb"]):
        return ""
    how = _WITH_YOU.sub("", found["how"])
    if (how == found["how"] and not _LEARNS.fullmatch(found["verb"])) or NEGATED.search(how):
        return ""
    whom = _dative(found["who"])
    return f"hilf {whom}, {how}{with_zu(found['verb'])}{found['rest']}" if whom else ""


def _dative(who: str) -> str:
    """Return the dative of people in the plural: `unseren Gästen` of `unsere Gäste`; else nothing."""
    *described, noun = who.split()
    words = [small(word) for word in described]
    if any(not word.endswith(("e", "en")) for word in words):
        return ""
    words = ["den" if word == "die" else f"{word.removesuffix('n')}n" for word in words]
    return " ".join([*words, noun if noun.endswith(("n", "s")) else f"{noun}n"])


def wanted(words: str) -> str:
    """Return `gib mir Ideen` of `ich suche Ideen`, and `schreibe einen Brief` of `ich brauche einen Brief`."""
    found = _WANTS.match(words)
    if not found or found.end() == len(words):
        return ""
    rest = words[found.end() :]
    if found[0][:3].lower() == "was" and (masculine := _NOMINATIVE.match(rest)):
        rest = f"einen{''.join(f' {word[:-2]}en' for word in masculine[1].split())} {rest[masculine.end() :]}"
    whom = "uns" if "wir" in found[0].lower().split() else "mir"
    if help_ := _HELP.match(rest):
        return f"hilf {whom} {rest[help_.end() :]}"
    head = rest.partition(",")[0]
    if _ENDS_IN_VERB.match(head):
        return ""
    if written := to_be_written(rest):
        return written
    nouns = head.split()[:4]
    if any(noun[:1].isupper() and noun.rstrip(".!,:;").lower().endswith(_GIVEN) for noun in nouns):
        return f"gib {whom} {small(rest)}"
    return ""
