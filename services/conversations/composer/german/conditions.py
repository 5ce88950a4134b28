"""What a German sentence makes depend on something, with or without `wenn`, and whether that is something unknown."""

from services.conversations.composer.german.grammar import is_finite, of_infinitive, orders, third_of_first
from services.conversations.composer.german.lexicon import NOUNS_TOO, word_set
from services.conversations.composer.layout import pattern

_IF = word_set("wenn falls sobald sofern")
_PLURALS = word_set(
    "fehlen passen stimmen reichen haben sind waren kommen stehen können müssen lassen gelten widersprechen gibt"
)
_SUBJECTS = word_set(
    """
    beide dein deine deiner du ein eine einer eines er es etwas ihm ihr jemand jemandem kein keine keiner keines man
    mein meine mehrere nichts niemand sich dir unser unsere viele zwei drei
    """
)
_ARTICLES = word_set("der die das den dem dieser diese dieses")
_ASKED = word_set("kannst könntest würdest willst magst")
_NO_VERBS = NOUNS_TOO | word_set("nicht fast meist jetzt selbst erst zuerst sonst nächst laut seit acht mit rat statt")
_IN_DOUBT = "im zweifel"
_LONGEST = 240
_NEGATED = pattern(r"\b(?:nicht|nichts|niemand\w*|kein(?:e[mnrs]?)?)\b")
_ABOUT_THE_UNKNOWN = pattern(
    r"\b(?:unklar\w*|unsicher\w*|unleserlich\w*|unlesbar\w*|unbekannt\w*|mehrdeutig\w*|im zweifel\w*|zweifelsfall|"
    r"zweifelst|nicht (?:mehr |genau |sicher )?(?:weiterwei(?:ß|ßt)|lesbar|bekannt|klar|eindeutig|verständlich|"
    r"sicher|angegeben|vorhanden|auffindbar|übersetzbar|möglich|machbar|erwähnt|enthalten|im \w+ steht|drin ?steht|"
    r"geht))\b",
    r"\bwei(?:ß|ßt)\b[^,]{0,60}\b(?:nicht|nichts)\b|\b(?:nicht|nichts)\b[^,]{0,40}\bwei(?:ß|ßt)\b",
    r"\b(?:kannst|kann|lässt) (?:du|man|sich)\b[^,]{0,60}\b(?:nicht|nichts|keine?)\b[^,]{0,20}"
    r"\b(?:lesen|finden|entziffern|verstehen|erkennen|zuordnen|beantworten|bestimmen|entscheiden)\b",
    r"\b(?:nicht|nichts|keine?)\b[^,]{0,40}\b(?:lesen|finden|entziffern|verstehen|erkennen|zuordnen|beantworten|"
    r"bestimmen|entscheiden) (?:kannst|kann|lässt)\b",
    r"\bverstehst\b[^,]{0,40}\b(?:nicht|nichts)\b|\b(?:nicht|nichts)\b[^,]{0,20}\bverstehst\b",
    r"\bfindest\b[^,]{0,40}\b(?:nicht|nichts)\b|\b(?:nicht|nichts)\b[^,]{0,40}\bfindest\b|"
    r"\bkeine?n? (?:antwort|angaben?|quelle|lösung|informationen|wert|eintrag|passende\w*)\b",
    r"\b(?:passt|passen|trifft|treffen)\b[^,]{0,20}\b(?:nichts|keine?[rs]?)\b|"
    r"\b(?:nichts|keine?[rs]?)\b[^,]{0,40}\b(?:passt|passen|zutrifft|zutreffen)\b",
)
_MISSING = pattern(r"fehl(?:t|en)\b|[^,]*\bfehl(?:t|en)$")
_WHERE_UNSURE = pattern(r"(?:\S+ )?bei (?:unsicherheit(?:en)?|unklarheiten|zweifeln?|fehlenden \w+|unbekannten \w+)\b")
_ELIDED = pattern(r"[a-zäöüß]+ [^,;:.!?]{2,80}\sund (?:kenne|hab|habe|bin) (?!geduld|verständnis|mut|nachsicht)")
"""`sammle Pilze und kenne die Namen nicht`."""
_THEN = pattern(r", (?:wenn|falls|sobald|sofern) ([^,]{1,200})")
_IS_MISSING = pattern(r"\bfehl(?:t|en)\b")
_WHAT_IS_MISSING = pattern(
    r"\b(?:dir|etwas|was|\w*(?:angaben?|werte?|informationen?|infos?|daten|datum|feld(?:er)?|betrag|beträge|quellen?|"
    r"einträge?|zahlen?|namen?|kontext|details?|einzelheiten))\b"
)


def depends(words: str) -> bool:  # noqa: PLR0911 - the first rule that fits
    """Tell whether the words begin with a condition that has no `wenn`: `Passt kein Gebiet, schreib …`."""
    front, comma, _ = words[:_LONGEST].partition(",")
    said = front.lower().split(maxsplit=2)
    if not comma or len(said) < 2:  # noqa: PLR2004 - a verb and of whom or what
        return False
    verb, subject = said[0], said[1]
    if verb in _ASKED:
        return subject == "du" and _NEGATED.search(front) is not None
    if verb in _NO_VERBS or verb.endswith("iert") or (orders(verb) and not is_finite(verb)):
        return False
    if verb == "gibt":
        return subject in _SUBJECTS
    if verb in _PLURALS:
        return front.split()[1] != "Sie"
    if is_finite(verb):
        return subject in _SUBJECTS or subject in _ARTICLES or subject in ("jede", "jeder", "jedes")
    return subject in _SUBJECTS and verb.isalpha() and verb.endswith("t") and len(verb) > len("ist")


def condition(words: str) -> str:
    """Return the condition with which the words begin, with its comma; nothing where they begin otherwise."""
    front, comma, _ = words[:_LONGEST].partition(",")
    if not comma:
        return ""
    opening, _, rest = front.partition(" ")
    last = rest.rpartition(" ")[2].lower()
    if (
        opening.lower() in _IF
        and (
            is_finite(last)
            or of_infinitive(last)
            or last == "sind"
            or rest.rstrip()[-1:] == "t"
            or (rest[:4] == "ich " and third_of_first(last, surely=True))
        )
    ) or depends(words):
        return front + comma
    return ""


def is_about_the_unknown(words: str) -> bool:
    """Tell whether the words begin with what to do where something is missing, unknown or not to be decided."""
    if words[: len(_IN_DOUBT)].lower() == _IN_DOUBT or _WHERE_UNSURE.match(words):
        return True
    if orders(words.partition(" ")[0]) and (trailing := _THEN.search(words, 0, _LONGEST)):
        return bool(_ABOUT_THE_UNKNOWN.search(trailing[1]) or _IS_MISSING.search(trailing[1]))
    front = words[:_LONGEST].partition(",")[0]
    if front.partition(" ")[0].lower() not in _IF and not depends(words):
        return False
    if _ABOUT_THE_UNKNOWN.search(front):
        return True
    return bool(_MISSING.match(front)) and bool(_WHAT_IS_MISSING.search(front))


def leaves_out_ich(words: str) -> bool:
    """Tell whether somebody tells of himself without saying `ich`: `sammle Pilze und kenne die Namen nicht`."""
    return _ELIDED.match(words) is not None
