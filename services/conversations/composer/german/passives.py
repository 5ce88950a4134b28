"""Turn what is to be done, and what `du` does, into what one says to an assistant."""

import re
from itertools import islice

from services.conversations.composer.german.cases import accusative
from services.conversations.composer.german.casing import small
from services.conversations.composer.german.grammar import PARTICIPLES, SECOND, Verb, is_state, of_infinitive, of_second
from services.conversations.composer.german.lexicon import PREFIXES, word_set
from services.conversations.composer.german.moods import NEGATED, imperative, reflexive
from services.conversations.composer.german.nouns import names_people
from services.conversations.composer.layout import pattern

_PASSIVE = pattern(
    r"([^,;:.!?]{2,120}?)\s(?:sollen|sollten|soll|sollte|müssen|muss|dürfen|darf)\s+(?:bitte\s+)?([^;:.!?]{0,200}?)"
    r"([a-zäöüß]{5,30})\s+werden(:\s[^.!?]{2,300})?[.!]?"
)
_LEFT_OUT = pattern(r"(was nicht [^,;:.!?]{2,80}), wird (?:auch |dann )?nicht ([a-zäöüß]{5,30})[.!]?")
"""`Was nicht auf der Karte steht, wird auch nicht empfohlen`."""
_STAYS = pattern(
    r"((?:(?:die|alle|das) )?[\w-]+(?: und [\w-]+)?) (?:bleiben|bleibt) ((?:immer |bitte |so |auch )*(?:unverändert|"
    r"stehen|"
    r"drin|erhalten|gleich|wie (?:sie sind|es ist|gehabt|im original)|im original|(?:auf |in )?[a-zäöü]*(?:isch|"
    r"deutsch)|"
    r"kursiv|fett|groß|klein)(?:,[^.!?]{1,120})?)[.!]?"
)
_HAS_TO_STAY = pattern(
    r"((?:(?:die|alle|das) )?[\w-]+(?: und [\w-]+)?) (?:müssen|muss|sollen|soll) (?:bitte )?"
    r"((?:immer |stets |auch |ganz )*(?:unverändert|gleich|wie im original|identisch|erhalten|exakt|genau|wörtlich|"
    r"genau so|exakt so|buchstabengetreu)) "
    r"(?:dastehen|bleiben|sein|stehen|stehenbleiben|stehen bleiben|drinstehen|(?:übernommen|wiedergegeben) werden)[.!]?"
)
_LITERALLY = word_set("exakt genau wörtlich buchstabengetreu so")
_FROM_YOU = pattern(
    r"von dir (?:kommt|kommen|brauche ich|will ich|möchte ich|hätte ich gern) (?:dann )?([^.!?]{3,300})[.!]?"
)
_CANNOT = pattern(
    r"([^,;:.!?]{2,80} [a-zäöüß]+en) (?:kann|darf|soll) (?:er|sie|es) nicht"
    r"(?:, (?:da|dann|dafür) ([^.!?]{2,120}))?[.!]?"
)
_CANNOT_ANY = pattern(
    r"(?P<front>[\w-]+) (?P<modal>kann|darf|soll) (?:er|sie|es|d(?:er|as|ie) (?:bot|chat|assistent|ki)) "
    r"(?P<none>niemand(?:en|em)?|nichts|keine?n?)(?P<verb>(?: [a-zäöüß]+(?:en|ern|eln))?)(?P<rest>,[^.!?]{2,200}|)[.!]?"
)
_DER = pattern(r"der((?:\s[a-zäöüß-]+e)*)\s(?=[A-ZÄÖÜ])")
_ELSE = word_set(
    "ein jeder kein dieser mein unser dein er es sie man ich wir du was wer wenn falls dass ob weil wo wie"
)
_NEED_NOT = pattern(r"\s(?:müssen|muss)\s[^;:.!?]{0,80}\bnicht\b")
_MORE = pattern(r"((?:,|\sund|\sund dann|,\sdann)\s)([a-zäöüß]+st)\b")
_KEEPS = word_set("bekommst kriegst erhältst hast bist heißt siehst findest lernst wirst")
_IN_FRONT = pattern(r"((?:[^\s,;:]+\s){1,5})([a-zäöüß]+st)\s+du\b\s*")
_WEAK = ("ent", "ant", "ist", "mensch", "Mensch")
_MOST_VERBS = 8


def of_participle(word: str) -> Verb | None:
    """Return the verb of `angegeben`, `vermieden` or `formatiert`."""
    lower = word.lower()
    for prefix in ("", *PREFIXES):
        base = lower.removeprefix(prefix)
        if (not prefix or base != lower) and (infinitive := PARTICIPLES.get(base)):
            verb = of_infinitive(infinitive)
            return Verb(verb.imperative, prefix) if verb else None
    return Verb(lower[:-1] + "e") if lower.endswith("iert") and lower.isalpha() else None


def done(words: str) -> str:
    """Return `gib Mengen in Gramm an` of `Mengen sollen in Gramm angegeben werden`; else nothing."""
    if (left := _LEFT_OUT.fullmatch(words)) and (verb := of_participle(left[2])):
        nothing = f"{verb.imperative} nichts {verb.prefix}".rstrip()
        return f"{nothing}, {left[1][:1].lower()}{left[1][1:]}"
    found = _PASSIVE.fullmatch(words)
    if not found or found[1].split()[0].lower() in _ELSE or not (verb := of_participle(found[3])):
        return ""
    if found[1].lower() in ("die", "der", "das") or _NEED_NOT.search(words):
        return ""
    subject = small(found[1])
    if subject.startswith("der ") and (masculine := _DER.match(subject)):
        noun, space, more = subject[masculine.end() :].partition(" ")
        noun += "n" if noun.endswith("e") and noun != "Käse" else "en" if noun.endswith(_WEAK) else ""
        subject = f"den{''.join(f' {word}n' for word in masculine[1].split())} {noun}{space}{more}"
    permits = " dürfen " in words or " darf " in words
    if permits and not NEGATED.search(words):
        return ""
    middle = found[2].strip()
    return " ".join(piece for piece in (verb.imperative, subject, middle, verb.prefix) if piece) + (found[4] or "")


def of_du(words: str) -> str:
    """Return `liefere drei Zeilen` of `du lieferst drei Zeilen`; nothing where the words say how somebody is."""
    verb, _, rest = words.partition(" ")
    turned = _turned(verb.rstrip(","))
    comma = "," if verb.endswith(",") else ""
    return f"{turned}{comma} {_others(reflexive(rest, turned))}".rstrip() if turned and rest else ""


def of_du_later(words: str) -> str:
    """Return `achte dabei auf Fehler` of `dabei achtest du auf Fehler`."""
    found = _IN_FRONT.match(words)
    if not found or not (turned := _turned(found[2])):
        return ""
    front = found[1].strip()
    if front.split()[0].lower() in _ELSE or front.split()[0].lower().startswith(("w", "zu welch")):
        return ""
    return f"{turned} {small(front)} {_others(words[found.end() :])}".rstrip()


def _turned(verb: str) -> str:
    lower = verb.lower()
    return "" if lower in _KEEPS or is_state(lower) else of_second(lower)


def _others(rest: str) -> str:
    """Return further verbs of `du` in the imperative as well: `und fasse` for `und fasst`."""
    pieces, at = [], 0
    for found in islice(_MORE.finditer(rest), _MOST_VERBS):
        if turned := _turned(found[2]):
            pieces += [rest[at : found.start()], found[1], turned]
            at = found.end()
    return "".join(pieces) + rest[at:]


def impossible(words: str, *, known: bool) -> str:
    """Return `nenne Preise nicht, sondern verweise auf uns` of `Preise nennen kann er nicht, da auf uns verweisen`.

    Where it is `known` who `er` is, also `du kannst niemanden anmelden` of `Anmelden kann er niemanden`.
    """
    if known and (nobody := _CANNOT_ANY.fullmatch(words)):
        return _of_nothing(nobody)
    found = _CANNOT.fullmatch(words)
    turned = imperative(found[1]) if found else ""
    if not found or not turned or not found[2]:
        return f"{turned} nicht" if turned else ""
    more = imperative(found[2])
    return f"{turned} nicht, sondern {more}" if more else ""


def _of_nothing(found: re.Match[str]) -> str:
    """Return `du kannst keine Rabatte geben` of `Rabatte kann er keine geben`."""
    second = SECOND[found["modal"].lower()]
    front, none, verb, rest = found["front"], found["none"].lower(), found["verb"], found["rest"]
    if none.startswith("kein"):
        return f"du {second} {none} {front} {verb.strip()}{rest}" if verb and front[:1].isupper() else ""
    if verb or not (of_infinitive(front) and " " not in front):
        return ""
    return f"du {second} {none} {front[:1].lower()}{front[1:]}{rest}"


def staying(words: str) -> str:
    """Return `lass Zitate auf Englisch` of `Zitate bleiben auf Englisch`; nothing of people, who may stay as well."""
    if (kept := _HAS_TO_STAY.fullmatch(words)) and not names_people(kept[1]):
        if kept[2].lower().endswith("erhalten"):
            return f"erhalte {small(kept[1])}"
        return f"{'übernimm' if kept[2].split()[-1] in _LITERALLY else 'lass'} {small(kept[1])} {kept[2]}"
    found = _STAYS.fullmatch(words)
    return f"lass {small(found[1])} {found[2]}" if found and not names_people(found[1]) else ""


def supplied(words: str) -> str:
    """Return `liefere den Text` of `von dir kommt der Text`; else nothing."""
    found = _FROM_YOU.fullmatch(words)
    thing = accusative(found[1]) if found else ""
    return f"liefere {thing}" if thing else ""
