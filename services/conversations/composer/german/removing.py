"""What German feedback wants out of a prompt: `streiche die Preise`, `die Preise brauchen wir doch nicht mehr`."""

import re
from dataclasses import replace

from services.conversations.composer.language import Change
from services.conversations.composer.layout import pattern
from services.conversations.composer.model import Part

_PARTICLES = pattern(
    r"\b(?:doch|ja|eigentlich|wirklich|halt|eh|sowieso|jetzt|nun|inzwischen|mittlerweile|übrigens|wohl|auch) (?=\S)"
)
_PART = (
    r"(?:(?:den|die|das|alle|alles) (?:(?:satz|teil|abschnitt|punkt|regel|hinweis|zeile|stelle|sätze)\s+)?"
    r"(?:über|zu|zum|zur|mit|von|vom)\s+(?:den |die |das |dem |der )?)?"
)
_REMOVE = pattern(rf"(?:entferne|streiche?|lösche?|wirf raus|weg mit)[:,]?\s+{_PART}(.+)")
_REMOVE_AROUND = pattern(rf"(?:lass(?:e)?|nimm|wirf|streiche?)\s+{_PART}(.+?)\s+(?:weg|raus|heraus|aus|weglassen)")
_REMOVE_BEFORE = pattern(rf"{_PART}(.+)\s+(?:weglassen|entfernen|streichen|löschen|rausnehmen|raus|weg)")
_NEED = r"(?:brauchen?|braucht|benötigen?|benötigt|wollen|will|möchten?|nutzen?|verwenden?|führen|haben)"
_WE = r"(?:ich|wir|man|es)"
_NO_LONGER = pattern(
    rf"(?:{_WE} )?brauchen?(?: {_WE})? {_PART}(.+) nicht mehr",
    rf"{_WE} {_NEED} {_PART}(.+) nicht mehr",
    rf"{_PART}(.+?) (?:brauchen?|braucht|benötigen?|benötigt) {_WE} nicht(?: mehr)?",
    rf"{_PART}(.+?) {_NEED} {_WE} nicht mehr",
    rf"{_PART}(.+?) (?:wird|werden) nicht(?: mehr)? (?:gebraucht|benötigt|verwendet|genutzt)",
    rf"{_PART}(.+?) (?:ist|sind) (?:nicht(?: mehr)? (?:nötig|notwendig|erforderlich|relevant|wichtig)|überflüssig|"
    r"unnötig|hinfällig|entbehrlich)",
    rf"auf {_PART}(.+?) (?:kann|können) {_WE} (?:gut |gern )?verzichten",
)
_GONE = pattern(
    r"(?:(?:den|die|das|der) )?(.{2,60}?) "
    r"(?:fällt weg|fallen weg|entfällt|entfallen|(?:kann|können) (?:weg|raus)|(?:ist|sind) raus|fliegt raus|"
    r"fliegen raus|gibt es nicht mehr)"
)
_INSTEAD = pattern(
    r",? (?:(?:denn|weil) )?(?:ich|wir) (?:nehmen?|benutzen?|verwenden?|nutzen?|schreiben?|machen?|arbeiten? mit) "
    r"(?:jetzt |inzwischen |lieber |immer |nur |hier )*"
    r"(?!das\b|es\b|sie\b|ihn\b|die\b|nicht|keine|zu\b|viel|selbst|eh\b)"
    r"(?P<what>[\w-]+(?: [\w-]+){0,4})"
)
"""What one has in its place: `Mockito raus, wir nehmen eigene Fakes`."""
_NO_THING = pattern(r".*\b(?:selbst|selber|schon|sowieso|eh|nicht|anders|ohnehin|woanders)$")
_MOVED = pattern(r", (?:und )?(?:kommen|kommt|gehören|gehört|fallen|fällt|zählen|zählt) .+")
"""Where something goes: `kommen zu Sonstiges`."""
_MOVES = pattern(
    r",? (?:die |das |der |und )?(?:kommen|kommt|gehören|gehört|fallen|fällt|zählen|zählt|laufen|läuft) "
    r"(?:jetzt |künftig |ab jetzt |einfach |dann |auch )*(?:zu|zum|zur|unter|in|ins) "
    r"(?P<where>[„“\w][^,.]{1,60}?)(?: rein| dazu)?"
)
"""To which member another one goes: `die kommen zu Sonstiges`."""
_DIVIDE = r"(?:aufteilen|aufspalten|unterteilen|trennen|splitten|auftrennen)"
_SPLITS = (
    pattern(rf"(?P<one>.{{2,60}}?) (?:bitte |noch |jetzt )*(?:{_DIVIDE} in (?P<others>.+))"),
    pattern(rf"(?P<one>.{{2,60}}?) (?:bitte |noch |jetzt )*in (?P<others>.+) {_DIVIDE}"),
    pattern(r"(?:teile?|spalte|trenne|unterteile) (?P<one>.{2,60}?) (?:bitte )?(?:auf )?in (?P<others>.+?)(?: auf)?"),
)
_RENAMES = (
    pattern(r"(?P<one>.{2,60}?) (?:bitte |jetzt )*in (?P<others>.+) umbenennen"),
    pattern(r"(?P<one>.{2,60}?) (?:bitte |jetzt )*umbenennen in (?P<others>.+)"),
    pattern(r"benenne (?P<one>.{2,60}?) in (?P<others>.+) um"),
    pattern(r"(?P<one>[\w-]+) (?:heißt|heißen) (?:jetzt|künftig|ab jetzt|nun) (?P<others>.+)"),
)
_OF_THE_SAME = pattern(r"(?:für|mit|ohne|über|von|vom|an|aus|in) ")
_AND = pattern(r",? und (?=\S)")
_PURELY = pattern(
    r"(?:entferne|streich|lösch|wirf|weg mit)|.* (?:entfernen|streichen|löschen)$|"
    r".{0,30}\b(?:satz|sätze|teil|abschnitt|punkt|regel|hinweis|zeile|stelle)\b"
)
_ALWAYS = pattern(r"\b(?:immer|stets|jedes mal|jeweils|wenn|falls|bei)\b")
_ARTICLE = pattern(r"(?:den|die|das|alle|dem|der)\s+(?=\S)")


def swapped(words: str) -> Change | None:
    """Return which members are to stand in a list instead of one: `Lob aufteilen in Lob für uns und Lob für andere`."""
    for rules, parts in ((_SPLITS, True), (_RENAMES, False)):
        for rule in rules:
            if found := rule.fullmatch(words):
                one = _ARTICLE.sub("", found["one"], count=1)
                others = _AND.split(found["others"]) if parts else [found["others"]]
                return Change("swap", one, instead=", ".join(_whole(other, one) for other in others))
    return None


def _whole(other: str, one: str) -> str:
    """Return a part with the name of the whole: `offene Punkte` of `offene`, `Lob für andere` of `für andere`."""
    if _OF_THE_SAME.match(other):
        return f"{one} {other}"
    return f"{other} {one}" if other.isalpha() and other.islower() else other


def instead(reason: str, gone: str) -> str:
    """Return what is to be done with what was removed, or used in its place, where the reason tells."""
    if moves := _MOVES.fullmatch(reason):
        return f"Ordne {gone} unter {moves['where']} ein"
    found = _INSTEAD.fullmatch(reason)
    return f"Verwende {found['what']}" if found and not _NO_THING.fullmatch(found["what"]) else ""


def displaced(words: str, reason: re.Pattern[str]) -> Change | None:
    """Return what is to leave its place, and what comes there instead."""
    why = reason.search(words) or _MOVED.search(words)
    gone = removed(words[: why.start()] + words[why.end() :] if why else words, words)
    if gone and why:
        return replace(gone, instead=instead(why[0], gone.text))
    return gone or swapped(words)


def removed(words: str, whole: str) -> Change | None:
    """Return what is to leave its place, given feedback without its reason, and as it was said."""
    plain = _PARTICLES.sub("", words)
    if _ALWAYS.search(plain):
        return None
    for rule in (_GONE, _REMOVE, _REMOVE_AROUND, _REMOVE_BEFORE, _NO_LONGER):
        if found := rule.fullmatch(plain):
            what = next(group for group in found.groups() if group)
            is_edit = rule in (_GONE, _REMOVE) or _PURELY.match(whole)
            article = _ARTICLE.match(what) if is_edit else None
            return Change("remove", what[article.end() :] if article else what, part=None if is_edit else Part.LIMITS)
    return None
