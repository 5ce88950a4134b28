"""Say as a whole sentence what a person noted that he does not want: `Keine langen Sätze`, `Ohne Anrede`."""

import re

from services.conversations.composer.german.cases import accusative, gender
from services.conversations.composer.german.lexicon import endings
from services.conversations.composer.layout import pattern

_ASKED = endings("frage fragen diagnose diagnosen forderung forderungen bedingung bedingungen")
_GIVEN = endings(
    """
    anleitung anleitungen antwort antworten auskunft auskünfte beispiel beispiele beratung bewertung bewertungen
    empfehlung empfehlungen erklärung erklärungen erläuterung erläuterungen feedback garantie garantien hinweis hinweise
    kommentar kommentare lösung lösungen meinung meinungen noten prognose prognosen rabatt rabatte rat ratschlag
    ratschläge tipp tipps tips urteil urteile zusicherung zusicherungen einschätzung einschätzungen befehl befehle
    """
)
_MADE = endings(
    """
    andeutung andeutungen annahme annahmen anspielung anspielungen ausnahme ausnahmen komplimente scherze späße
    versprechen versprechungen vorschlag vorschläge vorwürfe witz witze zusage zusagen vorhaltungen vorschriften
    hoffnungen
    """
)
_NAMED = endings(
    """
    adresse adressen anbieter beträge details einzelheiten firmen gehälter klarnamen konkurrenten kosten marke marken
    name namen nummer nummern orte personen preis preise quellen telefonnummern termine uhrzeiten zahl zahlen
    """
)
_WRITTEN = endings(
    """
    absatz absätze anrede anreden briefe einleitung einleitungen fließtext gedichte grußformel grußformeln listen
    nachwort romane satz sätze schlusssatz seiten text texte überschrift überschriften vorrede vorwort zeilen
    zwischenüberschriften
    """
)
_USED = endings(
    """
    schleife variable klasse methode funktion schnittstelle abfrage bibliothek schrift farbe
    abkürzung abkürzungen adjektive aktien anglizismen anglizismus aufzählungen ausrufezeichen begriffe bibliotheken
    bilder dialekt emoji emojis fachbegriffe fachjargon fachsprache fachwort fachwörter floskeln formeln frameworks
    fremdwort fremdwörter füllwörter gedankenstriche großbuchstaben hashtags jargon jugendsprache klammer klammern
    kraftausdrücke markdown metaphern modewörter modul module passiv phrasen pronomen slang smileys sonderzeichen
    sprache superlative symbole tabellen umgangssprache worte wörter
    """
)
_OCCASIONS = endings("seminar vorlesung verhör theater drama predigt lehrbuch doktorarbeit wissenschaft show")
"""What an answer is not to become."""
_VERBS = (
    ("stelle", _ASKED),
    ("gib", _GIVEN),
    ("mache", _MADE),
    ("nenne", _NAMED),
    ("schreibe", _WRITTEN),
    ("verwende", _USED),
)
_NONE = re.compile(
    r"(?P<none>[Kk]eine?n?)\s+(?!(?i:mehr|bisschen|sorge|ahnung|frage|problem|wunder|zeit|lust|geld|angst|ende|chance|"
    r"angabe)\b)"
    r"(?P<described>(?:[a-zäöüß]+(?:en|e|es|er)(?:,|\s(?:und|oder))?\s){0,3})"
    r"(?P<noun>(?!(?:von|für|mit|über|zu|auf|an|in|und|oder|aus|bei|nach|der|die|das|im|am|zum|zur)\b)[^\s,;:.!?]+)"
)
_AGAIN = re.compile(r"(?<=\s)keine?n?\s", re.IGNORECASE)
_WITHOUT = pattern(r"(?P<rather>(?:(?:möglichst|bitte|immer|stets|aber)\s)*)ohne\s+(?!dass\b|weiteres\b|es\b)(?=\S)")
_TO = re.compile(r"\szu [a-zäöüß]+n\b|[a-zäöüß]zu[a-zäöüß]+n$")
_BUT_WITH = pattern(r"\b(?:aber|sondern|dafür|nur) mit\b")
_NOTHING = pattern(r"nichts\s+(?P<about>über|zu|zum|zur|von|vom|mit|aus|[A-ZÄÖÜ]\w+es\b)")
_ANY = re.compile(r"[A-ZÄÖÜ]\w+es\b")
_NEVER = pattern(
    r"(?P<never>nie|niemals|nicht|auf keinen fall|bloß nicht)\s+(?P<how>(?:(?:zu|so|allzu|viel|mehr als|länger als|"
    r"kürzer als)\s)?)(?P<rest>\S.*)"
)
_SIZED = re.compile(r"(?:mehr|länger|kürzer) als", re.IGNORECASE)
_BARE_TAIL = pattern(
    r"(?<!,) ((?:wenn|falls|sofern|soweit) (?:(?:es|irgend) )*(?:möglich|machbar|nötig|vermeidbar|geht))$"
)
_LONG = pattern(r"(?:lang|kurz|knapp|ausführlich|detailliert|technisch|kompliziert|umständlich|verschachtelt|blumig)\b")
_MANNERS = endings(
    """
    lich isch ig sam haft los frech laut streng hart steif cool derb grob platt pampig locker flapsig schnippisch lustig
    schnell schwer
    """
)


def banned(words: str) -> str:
    """Return `verzichte auf Werbung` of `keine Werbung` and of `ohne Werbung`; else nothing."""
    turned = _none(words) or _without(words) or _nothing(words) or _never(words)
    return _BARE_TAIL.sub(r", \1", turned)


def _none(words: str) -> str:
    found = _NONE.match(words)
    if not found:
        return ""
    if found["noun"][0] in "„\"“»'":
        return f"schreibe {words[:1].lower()}{words[1:]}"
    noun = found["noun"]
    rest = words[found.end("noun") :]
    if noun.endswith("-") and (whole := re.match(r"\s(?:und|oder)(?:\skeine?n?)?\s(\S+)", rest)):
        of = whole[1].rstrip(",")
    else:
        of = noun
    kept = f"{found['none'].lower()} {found['described']}{_large(noun)}{rest}"
    if found["none"].lower() == "kein" and gender(of) == "n" and noun != of:
        return f"verwende {kept}"
    if of.lower() == "wort" or of.lower().endswith(_OCCASIONS):
        return f"{'sage' if of.lower() == 'wort' else 'mache daraus'} {kept}"
    verb = next((verb for verb, nouns in _VERBS if of.lower().endswith(nouns)), "")
    if verb and (whole_phrase := kept if found["none"].lower() != "kein" else accusative(kept)):
        return f"{verb} {whole_phrase}"
    described = _strong(found["described"], one=found["none"].lower() != "keine")
    return f"verzichte auf {described}{_large(noun)}{_AGAIN.sub('', rest)}" if described is not None else ""


def _large(noun: str) -> str:
    """Return a noun with its capital, where it is one that is known."""
    known = noun.islower() and any(noun.endswith(nouns) for _, nouns in _VERBS)
    return noun[:1].upper() + noun[1:] if known else noun


def _strong(described: str, *, one: bool) -> str | None:
    """Return adjectives as they stand without `keine`: `lange ` of `langen `; None where that is not known."""
    words = []
    for word in described.split():
        core = word.rstrip(",")
        if core in ("und", "oder"):
            words.append(word)
        elif one:
            words.append((f"{core[:-2]}en" if core.endswith("er") else core) + word[len(core) :])
        elif core.endswith("en"):
            words.append(core[:-1] + word[len(core) :])
        else:
            words.append(word)
    return " ".join([*words, ""]) if words else ""


def _without(words: str) -> str:
    found = _WITHOUT.match(words)
    if not found or _TO.search(words):
        return ""
    what = words[found.end() :]
    rather = found["rather"].lower().replace("bitte ", "").replace("aber ", "")
    if _BUT_WITH.search(what):
        return f"schreibe {rather}ohne {what}"
    first = what.partition(" ")[0].rstrip(",.")
    article = "eine " if first.lower().endswith(_WRITTEN) and gender(first) == "f" else ""
    return f"verzichte {rather}auf {article}{_large(first)}{what[len(first) :]}"


def _nothing(words: str) -> str:
    found = _NOTHING.match(words)
    if not found:
        return ""
    rest = words[found.start("about") :]
    about = found["about"]
    if about.lower() in ("über", "zu", "zum", "zur", "von", "vom"):
        return f"sage nichts {rest}"
    if _ANY.fullmatch(about):
        return f"schreibe nichts {rest}"
    head, comma, more = rest.partition(",")
    return f"schlage nichts {head} vor{comma}{more}" if about.lower() in ("mit", "aus") else ""


def _never(words: str) -> str:
    found = _NEVER.match(words)
    if not found:
        return ""
    never, how, rest = found["never"].lower(), found["how"].lower(), found["rest"]
    first = rest.partition(" ")[0].rstrip(",")
    if _SIZED.match(how):
        return f"schreibe {never} {how}{rest}"
    if how in ("", "zu ", "so ", "allzu ") and _LONG.match(rest):
        return f"schreibe {never} {how}{rest}"
    alone = rest.partition(",")[0]
    if first.islower() and first.endswith(_MANNERS) and (how or first == alone or re.match(r"\S+ (?:und|oder) ", rest)):
        return f"sei {never} {how}{rest}"
    return ""
