"""For whom a German role or task is, and what it is done with."""

from services.conversations.composer.german.lexicon import endings, word_set
from services.conversations.composer.german.nouns import names_people
from services.conversations.composer.language import Material
from services.conversations.composer.layout import pattern

_FOR = pattern(
    r"\b(?:für|fuer)\s+([^,;:.!?()]+?)(?=\s+(?:der|die|das|mit|in|im|an|am|auf|aus|bei|beim|von|vom|zu|zum|zur|über|"
    r"ohne|"
    r"nach|erstellt|beantwortet|und|oder|zusammen|vor|aus|um|zwischen|ab|unter)\b|[,;:.!?()]|$)"
)
_NUMBER = r"(?:\d+|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|[a-zäöüß]+zehn|[a-zäöüß]+zig)"
_AGED = pattern(
    rf"\s(?:(?:zwischen {_NUMBER} und|von {_NUMBER} bis) {_NUMBER}|"
    rf"(?:ab|unter|über) {_NUMBER})(?:\s(?:jahren?|monaten))?\b"
)
_AND = pattern(r"\s(?:und|oder)\s((?:\w+ ){0,2}\w+)")
_ABLE = pattern(
    r"\s(?:mit|ohne) (?:[\w-]+ ){0,2}(?:\w*(?:kenntnisse?n?|erfahrung(?:en)?|wissen|behinderung(?:en)?|"
    r"einschränkung(?:en)?|"
    r"hintergrund|schwäche|angst|allergien?)|deutsch|englisch|zeit|adhs|demenz|diabetes|autismus|legasthenie)\b"
)
_CLIENT = pattern(r"(?:unser\w*|mein\w*|ein\w*) (?:[\w-]+ )?[\w-]*(?:team|unternehmen|firma|verein|verband|klasse)s?\b")
_SUBORDINATE = pattern(r",\s(?:wenn|falls|weil|dass|ob|damit|obwohl|sobald)\s[^,]*$")
_WORKS_ON = pattern(
    r"(?:fasse?|extrahiere?|klassifiziere?|kategorisiere?|übersetze?|überprüfe?|prüfe?|analysiere?|werte?|ordne|"
    r"sortiere?|"
    r"korrigiere?|lektoriere?|ziehe?|kürze?|transkribiere?)\s+(?:(?:immer|sorgfältig|kurz|bitte|mir|uns|alle "
    r"wichtigen)\s+)*(.+)"
)
_PARTED = {"fass": "zusammen", "wert": "aus", "ordn": ("zu", "ein"), "zieh": "heraus"}
_IN_ROLE = pattern(
    r"du bist [^,.]{1,200}, (?:der|die|das) (?:mir |uns |täglich |immer )?(.+?)\s"
    r"(?:übersetzt|zusammenfasst|auswertet|prüft|überprüft|analysiert|klassifiziert|kategorisiert|sortiert|einordnet|"
    r"zuordnet|korrigiert|lektoriert|kürzt|transkribiert|extrahiert|herauszieht)\b"
)
_OUT_OF = pattern(r"\baus\s+(?!(?:dem )?(?:\w+ischen|deutschen)\b)(?=\w+\s*\w)(.+)")
_END = pattern(
    r"[,;:.!?()„“\"]|\s(?:für|in|ins|zu|zum|zur|als|auf|aus|nach|mit|und|oder|so|von|vom|unter|ohne|wenn|zusammen|"
    r"heraus|"
    r"ein|kurz|knapp|danach|um|über|im|am|die|der|das|den|dem|bis|verständlich|vor|einem|einer|eines|diese[mrs]?|"
    r"genau|jeweils|unsere[rs]|"
    r"meine[rs]|ihre[rs]|deren)\b"
)
_THING = pattern(
    r"(?:(diesen|dieses|diese|dies|den|die|das|alle|meinen|meine|mein|unseren|unsere|unser|deren|folgenden|folgende|"
    r"einen|eine|"
    r"ein|jeden|jede|jedes|lange|längere|kurze|neue|eingehende|englische|deutsche|juristische|medizinische|"
    r"technische|alte|"
    r"\w+(?:liche|ische|ige|ende)n?s?)\s+)*([\w-]+)"
)
_FROM = {
    "diesem": ("diesen", "dieses"), "dem": ("den", "das"), "einem": ("einen", "ein"), "meinem": ("meinen", "mein"),
    "unserem": ("unseren", "unser"), "jedem": ("jeden", "jedes"), "dieser": ("diese", "diese"), "der": ("die", "die"),
    "einer": ("eine", "eine"), "meiner": ("meine", "meine"), "unserer": ("unsere", "unsere"), "den": ("die", "die"),
    "diesen": ("diese", "diese"), "meinen": ("meine", "meine"), "unseren": ("unsere", "unsere"),
}  # fmt: skip # many short ones to a line
"""Datives, with their accusatives of masculine and neuter nouns."""
_NEUTER_THINGS = endings(
    """
    angebot buch dokument feedback formular gespräch gutachten paper pdf protokoll skript transkript urteil zeugnis
    ticket gesetz
    """
)
_ONE = endings(
    """
    abrechnung anfrage angebot antrag anzeige artikel aufsatz befund beitrag beleg bericht beschwerde bestellung
    bewerbung bewertung brief buch chat chatverlauf code datei datensatz dokument e-mail email eintrag entwurf essay
    feedback formular gespräch gesetz gutachten kapitel kommentar lebenslauf log mail meldung menü nachricht notiz
    paper pdf post protokoll quittung quelltext rechnung rezension rezept roman satz skript speisekarte studie tabelle
    schreiben text ticket transkript umfrage unterlage urteil vertrag zettel zeugnis vertragstext
    """
)
_MANY = endings(
    """
    abrechnungen anfragen angebote anträge anzeigen artikel aufsätze befunde beiträge belege berichte beschwerden
    bestellungen bewerbungen bewertungen briefe bücher chats chatverläufe dateien daten datensätze dokumente e-mails
    emails einträge entwürfe essays formulare gespräche gesetze gutachten kapitel kommentare lebensläufe logs mails
    meldungen nachrichten notizen papers pdfs posts protokolle quittungen rechnungen rezensionen rezepte romane sätze
    schreiben skripte speisekarten studien tabellen texte tickets transkripte umfragen unterlagen urteile verträge
    zeugnisse kundendaten rückmeldungen reklamationen tweets zettel
    """
)
_ONE_DETERMINER = word_set("diesen dieses den das einen eine ein jeden jede jedes meinen mein unseren unser")
_LONGEST = 400


def people(phrase: str) -> str:
    """Return for whom a role or task is: `blinde Spieler` of `Trainer für blinde Spieler`; else nothing."""
    for found in _FOR.finditer(phrase[: 10 * _LONGEST]):
        if names_people(found[1]) and not _CLIENT.match(found[1]) and not _SUBORDINATE.search(phrase, 0, found.start()):
            more = _AND.match(phrase, found.end())
            whom = found[1].rstrip() + more[0] if more and names_people(more[1]) else found[1].rstrip()
            if able := _ABLE.match(phrase, found.start(1) + len(whom)):
                return whom + able[0].rstrip()
            aged = _AGED.match(phrase, found.start(1) + len(whom))
            return whom + aged[0] if aged else whom
    return ""


def material(task: str) -> Material | None:
    """Return what a task is done with: `Rechnungen` of `Extrahiere Namen und Daten aus Rechnungen`."""
    task = task[:_LONGEST]
    works_on = _IN_ROLE.match(task) or _WORKS_ON.match(task)
    if not works_on or not _has_its_prefix(task):
        return None
    out_of = _OUT_OF.search(works_on[1])
    thing = _until_its_end(out_of[1], skip=1) if out_of else _until_its_end(works_on[1])
    found = _THING.fullmatch(_accusative(thing) if out_of else thing)
    if not found:
        return None
    determined, noun = found[0].split(" ")[0].lower(), found[2].lower()
    one, many = noun.endswith(_ONE), noun.endswith(_MANY)
    if not one and not many:
        return None
    return Material(found[0], many=many and not (one and determined in _ONE_DETERMINER))


def _has_its_prefix(task: str) -> bool:
    """Tell whether a verb that means something else without its prefix has it: `fasse … zusammen`."""
    parted = _PARTED.get(task[:4].lower())
    words = task.rstrip(".! ").split()
    return not parted or any(
        word.rstrip(",.:") in parted if isinstance(parted, tuple) else word.rstrip(",.:") == parted for word in words
    )


def _until_its_end(phrase: str, *, skip: int = 0) -> str:
    """Return a phrase up to what no longer belongs to it; its own article is no end."""
    first, space, rest = phrase.partition(" ")
    end = _END.search(space + rest)
    if not skip and (end_of_first := _END.search(first)):
        return first[: end_of_first.start()]
    kept = (space + rest)[: end.start() if end else None]
    return (first.rstrip(".,;:!?") if not kept.strip() else first) + kept


def _accusative(thing: str) -> str:
    """Return the accusative of a dative: `diesen Vertrag` of `diesem Vertrag`, `Verträge` of `Verträgen`."""
    *before, noun = thing.split() or [""]
    lower = noun.lower()
    plural = noun[:-1] if lower.endswith("n") and lower[:-1].endswith(_MANY) and not lower.endswith(_MANY) else noun
    if before and before[0].lower() in _FROM:
        masculine, neuter = _FROM[before[0].lower()]
        before[0] = neuter if lower.endswith(_NEUTER_THINGS) else masculine
    return " ".join([*before, plural])
