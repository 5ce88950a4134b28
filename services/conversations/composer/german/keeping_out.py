"""What a German sentence keeps out of an answer without forbidding it: `Namen gehören nicht hinein`."""

from services.conversations.composer.layout import pattern, word_set

_STAYS_OUT = pattern(
    r"(?!(?:wenn|falls|sobald|weil|ich|wir)\b)[^;:.!?]{2,160}?,? "
    r"(?:gehört|gehören|kommt|kommen|darf|dürfen|soll|sollen|muss|müssen) "
    r"(?:da |hier |auch |halt |dort |mir )*(?:nicht|nie|niemals|gar nicht|nirgends) "
    r"(?:hinein|rein|hier ?her|da ?rein|hier ?rein|dazu|dort ?hin|da ?hin|mit rein|"
    r"in (?:de[nr]|die|das|eine?n?) [\w-]+)"
    r"(?: gehören| kommen)?[.!]?$",
    r"(?!(?:wenn|falls|sobald|weil|ich|wir)\b)[^;:.!?]{2,160}?,? (?:bleibt|bleiben|soll|sollen|muss|müssen) "
    r"(?:bitte |immer |auch |hier |halt )*(?:draußen|außen vor|unerwähnt|weg|ungenannt)(?: bleiben)?[.!]?$",
)
_SAYS_NOTHING = pattern(
    r"[^;:.!?]{0,200}?\b(?:sage?|verrate?|schreibe?|antworte?|äußere?|kommentiere?|rede?|sprich|gib|diskutiere?) "
    r"(?:(?:dazu|darüber|davon|da|dich|auch|darauf|es|das|bitte|hier) )*(?:gar |überhaupt )?(?:nichts?|nie|keine?n?)\b"
)
_WE_SAY = pattern(
    r"(?P<front>(?:(?:(?:wenn|falls|sobald) |(?:fragt|fragen|will|wollen|kommt|schreibt) )[^;:.!?]{3,160}, )?)"
    r"(?P<about>dazu|darüber|davon|da|darauf|hierzu|dann|(?:über|zu|zum|zur|von|vom) [^,;:.!?]{3,80}?) "
    r"(?P<verb>sagen|reden|sprechen|schreiben|äußern|antworten|verraten|diskutieren|kommentieren|geben|sag|sage|rede|"
    r"schreibe|antworte|gebe|geb) "
    r"(?:wir|ich)(?P<self>(?: uns| mich)?)(?P<rest> (?:[a-zäöüß]+ ){0,3}(?:nichts?|nie|keine?n?\b).{0,80})"
)
_IN_CASE = word_set("wenn falls sobald fragt fragen will wollen kommt schreibt")
_IMPERATIVES = {
    "sag": "sage", "red": "rede", "sprech": "sprich", "schreib": "schreibe", "äußer": "äußere", "antwort": "antworte",
    "verrat": "verrate", "diskutier": "diskutiere", "kommentier": "kommentiere", "geb": "gib",
}  # fmt: skip # many short ones to a line


def stays_out(sentence: str) -> bool:
    """Tell whether a sentence says that something is not to be in an answer, or that nothing is to be said of it."""
    return _STAYS_OUT.match(sentence) is not None or (
        sentence.partition(" ")[0].lower() in _IN_CASE and _SAYS_NOTHING.match(sentence.partition(", ")[2]) is not None
    )


def unsaid(words: str) -> str:
    """Return `sage dazu gar nichts` of `dazu sagen wir gar nichts`, after its condition; else nothing."""
    found = _WE_SAY.fullmatch(words)
    if not found:
        return ""
    verb = next(form for stem, form in _IMPERATIVES.items() if found["verb"].lower().startswith(stem))
    about = "" if found["about"].lower() in ("da", "dann") else f" {found['about'][:1].lower()}{found['about'][1:]}"
    return f"{found['front']}{verb}{' dich' if found['self'] else ''}{about}{found['rest']}"
