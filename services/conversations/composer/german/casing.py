"""How the first word of German words is written where they stand within a sentence."""

import re

from services.conversations.composer.german.lexicon import MIDFIELD, endings
from services.conversations.composer.german.wordings import NAMES

_ADJECTIVE = re.compile(
    r"\w+(?:lich|ig|isch|sam|bar|haft|los|reich|voll)(?P<ending>e[rsnm]?)?|Kurz|Klar|Ehrlich|Locker", re.IGNORECASE
)
_NOUNS = endings(
    """
    anzeige anzeigen bereich bereiche botschaft fisch fische fleisch geige geigen honig käfig käfige könig könige
    nachbar reich schaft schaften steig steige teig teige tisch tische vergleich österreich
    """
)
"""How nouns end that end like adjectives."""
_MOST_ADJECTIVES = 5
"""So many words are looked at until the noun comes that an adjective describes."""
_DESCRIBES = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{3,}e [A-ZÄÖÜ][a-zäöüß]")
_IS_THING = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+(?:ig|lich|isch)es(?: (?!und )[a-zäöüß]|$)")


def small(words: str) -> str:
    """Return words as they stand within a sentence: their first is written small unless it may be a noun."""
    first = words.partition(" ")[0]
    core = first.rstrip(",.:;!?")
    is_small = core.lower() in MIDFIELD or _is_adjective(core, words[len(first) :].split()[:_MOST_ADJECTIVES])
    # `Anonyme Briefe`: no dative in the plural, which might stand before another noun, ends so
    is_small = is_small or bool(_DESCRIBES.match(words))
    is_small = is_small and core[1:].islower() and core not in NAMES and not _IS_THING.match(words)
    return words[:1].lower() + words[1:] if is_small else words


def _is_adjective(core: str, following: list[str]) -> bool:
    """Tell whether a word describes: `Wichtige Termine`, `Freundlich antworten`, but not `Traueranzeigen für …`."""
    found = _ADJECTIVE.fullmatch(core)
    if not found or core.lower().endswith(_NOUNS):
        return False
    if not found["ending"]:
        return True
    for word in following:
        if word[:1].isupper():
            return True
        bare = word.rstrip(",")
        if bare not in ("und", "oder", "aber") and (
            bare in MIDFIELD or not bare.endswith(("e", "er", "es", "en", "em"))
        ):
            return False
    return False
