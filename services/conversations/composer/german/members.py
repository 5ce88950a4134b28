"""What a member of a German list is: an object with its own verb, an adjective, or what stands at the end."""

import re

from services.conversations.composer.german.grammar import is_finite, of_infinitive
from services.conversations.composer.german.lexicon import MIDFIELD, RELATIVES, SUBORDINATORS, endings, word_set
from services.conversations.composer.german.moods import NEGATED
from services.conversations.composer.layout import pattern

_TAIL = pattern(
    r",? (?:wenn|falls|sofern|soweit) (?:(?:es|das|irgend|immer) )*"
    r"(?:geht|möglich|machbar|nötig|vermeidbar|vorhanden)(?=[\s,.!]|$)"
)
"""`keine Klammern wenn machbar`."""
LATER = pattern(
    r"(?P<frame>(?:zum schluss|am (?:ende|schluss|anfang)|ganz (?:oben|unten)|zuletzt|danach|darunter|davor|dahinter) "
    r"(?:immer )?)(?P<what>(?-i:[A-ZÄÖÜ])[\w-]+(?:(?:,| und| oder) (?-i:[A-ZÄÖÜ])[\w-]+)*)[.!]?$"
)
"""`zum Schluss Datum und Ort`."""
BOUNDED = pattern(
    r"(?P<what>(?:die )?(?-i:[A-ZÄÖÜ])[\w-]+) "
    r"(?P<how>(?:unter|bis|bis zu|höchstens|maximal|max\.?|um die|etwa|rund) \d[^,;]{0,40})"
)
"""`Kosten unter 60 Euro`."""
_DESCRIBES = endings("arm bar fest frei gerecht haft isch lich ig los nah reich sam treu voll")
_NO_WISH = word_set("fertig richtig wichtig nötig übrig ständig einzig vorrätig zuständig nämlich ziemlich endlich")
_STRONG = re.compile(r"[a-zäöüß]{3,30}e")
_MOST_ADJECTIVES = 2


def without_tail(words: str) -> str:
    """Return words without a clause that only says `if possible`."""
    return _TAIL.sub("", words)


def is_verb(word: str) -> bool:
    """Tell whether a word is an infinitive and nothing else."""
    return word.islower() and of_infinitive(word) is not None and not is_finite(word)


def describes(words: str) -> bool:
    """Tell whether words are adjectives that say how to write: `barrierefrei`, `klar und gendergerecht`."""
    found = re.split(r", | und ", words.rstrip(".!").lower())
    return all(word.isalpha() and word.endswith(_DESCRIBES) and word not in _NO_WISH | MIDFIELD for word in found)


def has_its_object(words: str, *, small: bool) -> bool:
    """Tell whether words are an object and its verb: `große Zahlen gliedern`; who writes `small` has no capitals."""
    found = words.rstrip(".!").split()
    if len(found) < 2 or not is_verb(found[-1]) or found[-2] == "zu" or NEGATED.search(words):  # noqa: PLR2004 - an object and a verb
        return False
    if small:
        return found[0] not in MIDFIELD | RELATIVES | SUBORDINATORS and not is_finite(found[0])
    nouns = found[:-1]
    while len(nouns) > 1 and _STRONG.fullmatch(nouns[0]) and nouns[0] not in MIDFIELD:
        nouns = nouns[1:]
    return nouns[0][:1].isupper() and len(found) - 1 - len(nouns) <= _MOST_ADJECTIVES


def words_until(end: str, words: str) -> list[str]:
    """Return the words up to where `end` matches, without their stops."""
    return [word.rstrip(".!?") for word in re.split(end, words, maxsplit=1)[0].split()]
