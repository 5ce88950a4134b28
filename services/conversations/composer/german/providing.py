"""Say as a whole sentence what a person noted that is to be given, and when: `Pro Idee zwei Sätze`."""

import re

from services.conversations.composer.german.articles import with_article
from services.conversations.composer.german.cases import accusative, gender
from services.conversations.composer.german.conditions import condition
from services.conversations.composer.german.grammar import is_finite, of_infinitive, orders
from services.conversations.composer.german.lexicon import endings, word_set
from services.conversations.composer.german.members import LATER
from services.conversations.composer.layout import pattern

_FRAME = pattern(
    r"(?P<frame>(?:(?:immer|stets|jedes mal|jeweils|dazu|dann|danach|zuerst|zuletzt|zum schluss|am (?:ende|anfang|"
    r"schluss)|"
    r"oben|unten|darunter|darüber|vorn|hinten|vorweg|gleich|nur|auch|außerdem)\s+|"
    r"(?:pro|je|nach|vor|bei|zu|zum|zur|für|unter|über|hinter|neben|in)\s+(?:(?:jede[mnrs]?|alle[mn]?|der|dem|den|"
    r"einer|"
    r"einem|eine|einen|\d+|zwei|drei|fünf|zehn)\s+)?(?:[a-zäöüß]+(?:en|er|em|e)\s+)?[A-ZÄÖÜ\d][\w/-]*\s+){1,3})"
    r"(?P<what>(?:(?:nur|noch|jeweils|immer|auch|höchstens|maximal|mindestens|genau|etwa)\s+)*"
    r"(?:eine?n?|den|die|das|der|[a-zäöüß]{3,}es(?= [A-ZÄÖÜ])|kurze(?= [A-ZÄÖÜ])|zwei|drei|vier|fünf|\d+|alle|"
    r"mindestens|höchstens|kein\w*|ein kurzer)\s.+)"
)
_PLACED = pattern(r"(?P<what>[^,]+)\s(?P<at>dahinter|davor|darunter|darüber|daneben|dazu)(?P<rest>(?:,.*)?)")
_INTO = pattern(
    r"(?P<what>jede[sn]?|alles|eine?n?|die [\w-]+|das [\w-]+|den [\w-]+)\s(?P<where>(?:in (?:eine?n?|die|das|den)|ins|"
    r"an "
    r"den|ans|auf (?:eine|die|den))\s.+)"
)
_PER = pattern(r"(?:eine?n?|zwei|drei|\d+) [\w-]+ (?:pro|je) [\w-]+")
_FREE = pattern(r"(?P<what>.+\sfrei)(?P<rest>(?:,.*)?)")
_WEITER = pattern(r"(?P<how>(?:gleich |sofort |direkt |immer )*)an (?P<whom>[^,:]{2,60}?) weiter(?P<rest>[,:].*|$)")
_TO = pattern(r"(?P<how>(?:gleich |sofort |direkt |immer )*)(?P<whom>an (?:uns|mich|den|die|das)\b[^,]{0,60})")
_CALL = pattern(r"((?:gleich |sofort |direkt )+)(\d[\d /-]{1,20}\d)")
_SAID = endings("satz sätze wort wörter zeile zeilen absatz absätze seite seiten zeichen")
_OR_SO = pattern(r"[\w-]+(?: [\w-]+)? (?:oder|und) (?:so|ähnliches)(?: was)?,\s")
_FIRST_THEN = pattern(r"(?:erst|zuerst|zunächst)\s(?P<first>[^,]{2,120}),\s(?:und\s)?dann\s(?P<then>.{2,200})")
_ALWAYS = pattern(r"(?:immer|stets|jedes mal|jeweils) (?:auch )?(?:die|das|den|der|eine?n?|alle|zwei|drei|nur)\s.+")
_FINITE = word_set(
    "ist sind war hat haben wird werden kann können soll sollen muss müssen darf dürfen gibt bleibt geht"
)
_NO_THING = word_set("möglichst nicht keine kein ohne")
_FOREMOST = pattern(
    r"(?:das|die) (?:wichtigste|wichtigsten|beste|nötigste)\b.{0,80}\b(?:zuerst|oben|vorn|vorweg|fett)\b.*"
)
_SET = pattern(
    r"(?P<what>(?:(?:den|die|das|alle) )?[\w-]+) (?P<how>(?:immer |stets |nie |nur |bitte )*(?:fett|kursiv|groß|klein|"
    r"vierstellig|zweistellig|ausgeschrieben|in großbuchstaben|in kleinbuchstaben|im klartext|in klammern|rot|"
    r"unterstrichen)\b)(?P<rest>.*)"
)
_WHERE = pattern(
    r"(?P<what>(?:(?:den|die|das|alle) )?[\w-]+) (?P<how>(?:immer |stets |nur |erst |gleich |direkt |bitte )*"
    r"(?:am (?:schluss|ende|anfang)|zuerst|zuletzt|oben|unten|ganz vorn|vorweg)\b)(?P<rest>.*)"
)
_AS = pattern(
    r"(?P<what>(?:(?:den|die|das|alle) )?[\w-]+) (?P<how>(?:immer |bitte )*als (?:tabelle|liste|json|csv|aufzählung|"
    r"fließtext|stichpunkte)\b)(?P<rest>.*)"
)
_ORDERED = pattern(r"(?:die )?reihenfolge (wie .+)")
_SHOWN = ((_SET, "schreibe"), (_WHERE, "nenne"), (_AS, "gib"))
_THE = {"m": "den ", "f": "die ", "n": "das "}
_ONLY_WHAT = pattern(r"(?:ausschließlich|nur),? ((?:das|die \w+)?,? ?was [^.!?]{3,200})")
_LONGEST = 240


def provided(said: str) -> str:
    """Return `gib nach jeder Antwort die Regel` of `nach jeder Antwort die Regel`; else nothing."""
    if len(said) > _LONGEST:
        return ""
    if given := condition(said):
        rest = said[len(given) :].strip()
        if apposed := _OR_SO.match(rest):
            given, rest = f"{given} {apposed[0].strip()}", rest[apposed.end() :]
        turned = _put(rest) or _handed(rest) or (_given(rest) if not _has_verb(rest) else "")
        return f"{given} {turned}" if turned else ""
    if only := _ONLY_WHAT.fullmatch(said):
        return f"verwende nur{' ' if only[1][:3].lower() in ('das', 'die') else ', '}{only[1].strip(', ')}"
    if _has_verb(said):
        return ""
    if _FOREMOST.fullmatch(said):
        return f"{'schreibe' if ' fett' in said else 'nenne'} {_lowered(said)}"
    return _put(said) or _first(said) or _shown(said) or _given(said) or _later(said)


def _has_verb(said: str) -> bool:
    words = re.findall(r"[^\s,;:.!?()„“\"]+", said.partition(", ")[0])
    if not words or orders(words[0]) or any(word.islower() and (word in _FINITE or is_finite(word)) for word in words):
        return True
    return words[-1].islower() and of_infinitive(words[-1]) is not None


def _given(said: str) -> str:
    """Return `gib am Ende die Quelle an` and the like."""
    found = _FRAME.fullmatch(said)
    frame = _lowered(found["frame"]) if found else ""
    what = found["what"] if found else said
    if not found and _PER.fullmatch(said):
        thing = accusative(_lowered(said))
        return f"gib {thing}" if thing else ""
    if not found and not _ALWAYS.fullmatch(said):
        return ""
    if not found:
        first, _, what = said.partition(" ")
        frame = f"{first.lower()} "
    thing = accusative(what)
    if not thing or what.split()[0].lower() in _NO_THING:
        return ""
    if free := _FREE.fullmatch(thing):
        return f"sieh {frame}{free['what']} vor{free['rest']}"
    named = next((word for word in re.findall(r"[A-ZÄÖÜ]?[\w-]+", thing)[1:4] if word.lower().endswith(_SAID)), "")
    asked = re.match(
        r"(?:nur |immer |jeweils )*(?:eine?|zwei|drei|\d+) (?:[a-zäöüß]+ )?[\w-]*fragen?\b", thing, re.IGNORECASE
    )
    verb = (
        "stelle" if asked else "schreibe" if named and not re.search(r"\b(?:in|mit|aus) \w+ " + named, thing) else "gib"
    )
    return f"{verb} {frame}{thing}"


def _later(said: str) -> str:
    """Return `nenne zum Schluss Datum und Ort` of `zum Schluss Datum und Ort`."""
    found = LATER.match(said)
    if not found:
        return ""
    what = found["what"]
    the = "" if " " in what else _THE.get(gender(what), "")
    return f"nenne {_lowered(found['frame'])}{the}{what if the else with_article(what, 'nenne')}"


def _put(said: str) -> str:
    """Return `setze bei Namen einen Stern dahinter`, `setze jede in eine eigene Zeile`."""
    if (found := _PLACED.fullmatch(said)) and not _has_verb(said):
        what = found["what"]
        frame = _FRAME.fullmatch(what)
        thing = accusative(frame["what"] if frame else what)
        if frame and thing:
            verb = "schreibe" if found["at"].lower() == "dazu" else "setze"
            return f"{verb} {_lowered(frame['frame'])}{thing} {found['at']}{found['rest']}"
    if (found := _INTO.fullmatch(said)) and not _has_verb(said):
        return f"setze {_lowered(said)}"
    return ""


def _shown(said: str) -> str:
    """Return `schreibe den Titel fett` of `Titel fett`, `gib das Ergebnis als Tabelle` of `Ergebnis als Tabelle`."""
    if ordered := _ORDERED.fullmatch(said):
        return f"gib alles in der Reihenfolge {ordered[1]}"
    for rule, verb in _SHOWN:
        if (found := rule.fullmatch(said)) and found["what"][:1].isupper():
            what = found["what"] if " " not in found["what"] else _lowered(found["what"])
            the = "" if " " in what else _THE.get(gender(what), "")
            rest = found["rest"]
            rest = accusative(rest) if re.match(r", dann (?:der|ein)\s", rest) else rest
            return f"{verb} {the}{what} {found['how'].replace('bitte ', '')}{rest}"
    return ""


def _handed(said: str) -> str:
    """Return `leite es gleich an uns weiter` of `gleich an uns weiter`, after a condition."""
    if found := _WEITER.fullmatch(said):
        return f"gib das {found['how'].lower()}an {found['whom']} weiter{found['rest']}"
    if found := _CALL.fullmatch(said):
        return f"verweise {found[1].lower()}auf {found[2]}"
    if found := _TO.fullmatch(said):
        return f"verweise {found['how'].lower()}{found['whom']}"
    return ""


def _first(said: str) -> str:
    """Return `gib zuerst den Befund, dann die Gründe`."""
    found = _FIRST_THEN.fullmatch(said)
    if not found or _has_verb(found["then"]):
        return ""
    first, then = accusative(found["first"]), accusative(found["then"])
    opening = said.split(maxsplit=1)[0].lower()
    return f"gib {opening} {first}, dann {then}" if first and then else ""


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]
