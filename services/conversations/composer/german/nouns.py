"""Which German nouns name somebody who does something, or for whom it is done, and how they are declined."""

import re

from services.conversations.composer.german.grammar import of_third
from services.conversations.composer.german.lexicon import AGENTS, ASSISTANTS, FEMININE, NEUTER, NO_AGENTS, PEOPLE
from services.conversations.composer.layout import pattern

_BOUNDARY = re.compile(
    r"[;:.!?()]|,|\s[-\u2013]\s|\b(?:für|fuer|mit|ohne|in|im|von|vom|zu|zum|zur|auf|aus|an|am|bei|beim|über|und|oder|"
    r"als|"
    r"wie|"
    r"namens|der|die|das|dem|den|nach|gegen|unter|per|soll|muss|welche[rs]?)\b",
    re.IGNORECASE,
)
_AGENT_ENDING = re.compile(
    r".{2,}(?:[^aeiouäöü]er|uer|ier|erin|istin|orin|entin|antin|ist|ant|ent|or|oge|eur|euse|coach|bot)"
)
_LONGEST_NAME = 6
_LONGEST_PHRASE = 400
_LONGEST_WORD = 60
_SHORTEST = 3


def name(phrase: str) -> str:
    """Return what stands before anything that only describes it: `mathelehrer` of `Mathelehrer für Kinder`."""
    phrase, start = phrase[:_LONGEST_PHRASE], 0
    while boundary := _BOUNDARY.search(phrase, start):
        before = phrase[: boundary.start()].rstrip().rpartition(" ")[2]
        # `ein geduldiger, freundlicher und kluger Lehrer` is one name
        if (
            (boundary[0].lower() in (",", "und") and _describes(before) and boundary.start() < _LONGEST_WORD * 2)
            or start == boundary.start() == 0
            or not phrase[: boundary.start()].strip()
        ):
            start = boundary.end()
        else:
            return phrase[: boundary.start()].strip().lower()
    return phrase.strip().lower()


def _describes(word: str) -> bool:
    return word.endswith("-") or (
        word.islower()
        and bool(re.fullmatch(r".{3,60}e[rsn]?", word))
        and not word.startswith("jemand")
        and not is_agent(word)
    )


def is_agent(noun: str, *, surely: bool = False) -> bool:
    """Tell whether a noun is about somebody who does something for others."""
    word = noun.lower()
    if word.endswith(NO_AGENTS):
        return False
    # `ki` and `gpt` end many words
    if word in AGENTS or any(word.endswith(agent) for agent in AGENTS if len(agent) > 2 and len(word) < _LONGEST_WORD):  # noqa: PLR2004 - not the two above
        return True
    return word.endswith("-ki") or (not surely and len(word) < _LONGEST_WORD and bool(_AGENT_ENDING.fullmatch(word)))


def is_assistant(noun: str) -> bool:
    """Tell whether a noun can only be the assistant: `Bot`, `Support-Bot`, `Chatbot`."""
    lower = noun.lower()
    return lower in ASSISTANTS or lower.endswith(("-ki", "bot", "-tool", "-agent", "dings"))


def is_meant(subject: str, known_as: str) -> bool:
    """Tell whether a subject is the assistant."""
    noun = subject.rpartition(" ")[2]
    if subject in ("du", "das ding"):
        return True
    if subject != noun and is_assistant(noun) and subject.startswith(("der ", "die ", "das ")):
        return True
    if not known_as or subject == "man":
        return False
    if subject in ("er", "es", "sie", "der", "die", "das"):
        return True
    return is_assistant(noun) or any(word.endswith(noun) for word in known_as.split() if len(noun) > 3)  # noqa: PLR2004 - `bot`, not `ki`


def names_an_agent(phrase: str, *, surely: bool = False) -> bool:
    """Tell whether a noun phrase without its article is about somebody who does something."""
    words = name(phrase).replace(",", " ").split()
    if any(of_third(word) for word in words):  # `Bot beantwortet Fragen` says what he does
        return False
    if not words or len(words) > _LONGEST_NAME:
        return False
    return is_agent(words[-1], surely=surely) or is_agent(words[0], surely=True)


def names_people(phrase: str) -> bool:
    """Tell whether a noun phrase is about several people, or about somebody of whom there is one: `meine Oma`."""
    words = re.sub(r"[,\d]", " ", phrase).lower().split()
    if not words or words[0] in ("ein", "einen", "eine", "einem", "einer", "den", "das", "kein", "keine"):
        return False
    return any(_is_people(word) for word in words[:4])


def _is_people(word: str) -> bool:
    if word.startswith(("unser", "mein", "dein")):
        return False
    for stem in (word, word.removesuffix("n")):
        known = [one for one in PEOPLE if stem.endswith(one)]
        # `Verkaufsteam` are people, what merely ends in the same letters are none
        if known and (stem in known or len(stem) >= len(max(known, key=len)) + _SHORTEST):
            return True
    is_thing = word.endswith(("bot", "ki", "tool", "system", "programm"))
    return word.endswith("innen") or (not is_thing and is_agent(word))


def article(noun: str) -> str:
    """Return `ein` or `eine`, as the nominative of a noun has it."""
    return "eine" if noun.lower().endswith(FEMININE) and not noun.lower().endswith(NEUTER) else "ein"


_NOMINATIVES = {
    "einen": "ein", "meinen": "mein", "deinen": "dein", "unseren": "unser", "unsern": "unser", "ihren": "ihr",
    "seinen": "sein", "keinen": "kein", "den": "der", "jemanden": "jemand", "diesen": "dieser",
}  # fmt: skip # many short ones to a line
_GENITIVES = {
    "eines": "ein", "meines": "mein", "unseres": "unser", "des": "der", "einer": "eine", "meiner": "meine",
    "unserer": "unsere", "der": "die",
}  # fmt: skip # many short ones to a line
_WEAK = pattern(
    r"(.*(?:ent|ant|ist|at|eut|aph|af|oph|ekt|om|ilot|ot(?<!bot)|et|held|herr|mensch|narr|prinz|bär|fürst))e?n|"
    r"(.*(?:oge|erte|ege|unde|ote|atte|utsche|anzose|hilfe|nge))n"
)


def nominative(phrase: str) -> str:
    """Return a noun phrase in the nominative: `ein geduldiger Lehrer, der …` of `einen geduldigen Lehrer, der …`."""
    first, _, rest = phrase.partition(" ")
    if first.lower().rstrip(",") not in _NOMINATIVES:
        return phrase
    article_ = _NOMINATIVES[first.lower().rstrip(",")]
    if article_ == "jemand":
        return phrase.replace(first, first[:-2] if first[-1] == "n" else f"{first[:-3]},", 1)
    return f"{article_} {_declined(rest, 'e' if article_ in ('der', 'dieser') else _strong_ending(rest))}".rstrip()


def of_genitive(phrase: str) -> str:
    """Return a noun phrase in the nominative: `ein alter Pirat` of `eines alten Piraten`."""
    first, _, rest = phrase.partition(" ")
    if first.lower() not in _GENITIVES:
        return phrase
    article_ = _GENITIVES[first.lower()]
    feminine = first.lower().endswith("r")
    strong = "e" if feminine or article_ == "der" else _strong_ending(rest)
    return f"{article_} {_declined(rest, strong, genitive=not feminine)}".rstrip()


def _strong_ending(rest: str) -> str:
    noun = name(rest).rpartition(" ")[2]
    return "es" if noun.removesuffix("s").endswith(NEUTER) else "er"


def _declined(rest: str, ending: str, *, genitive: bool = False) -> str:
    """Return adjectives with another ending, and their noun as the nominative has it."""
    named = len(name(rest).split())
    words = rest.split(" ")
    for at, word in enumerate(words[:named]):
        core = word.rstrip(",;:.!?")
        tail = word[len(core) :]
        if at == named - 1 or core[:1].isupper():
            words[at] = _noun(core, genitive=genitive) + tail
        elif core.endswith("en") and core.islower():
            words[at] = core[:-2] + ending + tail
    return " ".join(words)


def _noun(noun: str, *, genitive: bool) -> str:
    if found := _WEAK.fullmatch(noun):
        return found[1] or found[2]
    if not genitive or not noun.endswith("s"):
        return noun
    return noun[:-2] if noun.endswith(("tes", "des", "hes", "mes")) else noun[:-1]
