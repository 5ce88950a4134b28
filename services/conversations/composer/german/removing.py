"""What German feedback wants out of a prompt: `streiche die Preise`, `die Preise brauchen wir doch nicht mehr`."""

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
_PURELY = pattern(
    r"(?:entferne|streich|lösch|wirf|weg mit)|.* (?:entfernen|streichen|löschen)$|"
    r".{0,30}\b(?:satz|sätze|teil|abschnitt|punkt|regel|hinweis|zeile|stelle)\b"
)
_ALWAYS = pattern(r"\b(?:immer|stets|jedes mal|jeweils|wenn|falls|bei)\b")
_ARTICLE = pattern(r"(?:den|die|das|alle|dem|der)\s+(?=\S)")


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
