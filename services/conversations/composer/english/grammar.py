"""The English that the composer knows: articles, verb forms, and which nouns name somebody who does something."""

import re

from services.conversations.composer.english.lexicon import (
    AGENTS,
    DETERMINERS,
    NO_AGENTS,
    NO_OBJECT,
    PEOPLE,
    PREPOSITIONAL,
    VERBS,
    WRITINGS,
)

_SOUNDS_VOWEL = re.compile(
    r"hono|hour|heir|honest|8|11(?:\D|$)|18(?:\D|$)|(?!one\b|once\b|eu|ewe)[aeio]|"
    r"u(?!ni(?![nm])|s[eua]|k\b|r[ou]|til|biq)"
)
_SPELLED = re.compile(r"(?:[A-Z]{1,3}|[B-DF-HJ-NP-TV-XZ]+)\b")  # HR, SEO and HTML, but not NASA
_LETTERS_SOUND_VOWEL = "AEFHILMNORSX"
_BOUNDARY = re.compile(
    r"[;:.!?()]|\b(?:for|who|whom|that|which|with|without|in|of|to|on|from|at|by|about|and|or|like|as|named|called|"
    r"under|using|when|where|whose|specialis\w+|specializ\w+)\b",
    re.IGNORECASE,
)
_AGENT_ENDING = re.compile(r".{2,}(?:er|or|ian|ologist|[^l]ist|ant|eer)")
_PREPOSITIONS = frozenset({"about", "at", "for", "from", "in", "on", "through", "to", "with"})
_LONGEST_NAME = 6


def with_article(phrase: str) -> str:
    """Return the phrase with the right one of `a` and `an`, if it begins with one of them."""
    first, _, rest = phrase.partition(" ")
    if first.casefold() not in ("a", "an") or not rest:
        return phrase
    spelled = _SPELLED.match(rest)
    vowel = rest[0] in _LETTERS_SOUND_VOWEL if spelled else _SOUNDS_VOWEL.match(rest.casefold())
    return f"{'an' if vowel else 'a'} {rest}"


def third_person(verb: str) -> str:
    """Return a verb as one says it of somebody else: `carries` of `carry`."""
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in "aeou":
        return verb[:-1] + "ies"
    return verb + "s"


THIRD = {third_person(verb): verb for verb in VERBS} | {"has": "have", "does": "do", "is": "be", "quizzes": "quiz"}
"""Verbs in the third person, with their infinitives."""


def is_third_person(verb: str, following: str) -> bool:
    """Tell whether two words say what somebody does: `reports sales` and `links to pages`, not `reports on sales`."""
    base, after = THIRD.get(verb.casefold()), following.casefold()
    return base is not None and (after not in NO_OBJECT or (base in PREPOSITIONAL and after in _PREPOSITIONS))


def infinitive(verb: str) -> str:
    """Return the infinitive of a verb that may stand in the third person."""
    lower = verb.casefold()
    if lower in THIRD:
        return THIRD[lower]
    if not re.fullmatch(r"[a-z]{3,}s", lower) or lower.endswith(("ss", "us", "is", "always")):
        return verb
    if re.fullmatch(r"[a-z]{2,}ies", lower):
        return lower[:-3] + "y"
    return lower[:-2] if lower.endswith(("sses", "xes", "ches", "shes", "zzes", "oes")) else lower[:-1]


def name(phrase: str) -> str:
    """Return what stands before anything that only describes it: `chess coach` of `chess coach for beginners`."""
    boundary = _BOUNDARY.search(phrase)
    return phrase[: boundary.start() if boundary else None].casefold()


def head(phrase: str) -> str:
    """Return the last word of what a phrase names: `coach` of `chess coach for beginners`."""
    return (name(phrase).partition(",")[0].split() or [""])[-1]


def names_an_agent(phrase: str, *, surely: bool = False) -> bool:
    """Tell whether a noun phrase without its article is about somebody who does something."""
    named = name(phrase)
    words = named.split()
    if not words or len(words) > _LONGEST_NAME or "/" in named or DETERMINERS.intersection(words):
        return False
    # each piece may be the name, as in `honest, patient coach` and `coach, patient and honest`
    return any(_is_agent(piece.split()[-1], surely=surely) for piece in named.split(",") if piece.strip())


def _is_agent(noun: str, *, surely: bool) -> bool:
    word = noun.rpartition("-")[2]
    if surely or word in AGENTS:
        return word in AGENTS
    return word not in NO_AGENTS and word not in WRITINGS and bool(_AGENT_ENDING.fullmatch(word))


def names_people(phrase: str) -> bool:
    """Tell whether a noun phrase is about several people."""
    word = head(phrase)
    return word in PEOPLE or (word.endswith("s") and word[:-1] not in NO_AGENTS and names_an_agent(word[:-1]))
