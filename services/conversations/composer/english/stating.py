"""Tell an English statement from what has no verb, and from a wish."""

from services.conversations.composer.english.grammar import is_third_person
from services.conversations.composer.english.lexicon import DETERMINERS, OBJECTS, VERBS
from services.conversations.composer.english.standing import stands
from services.conversations.composer.english.wanting import WANTS
from services.conversations.composer.layout import pattern, word_set

WANTED = pattern(rf"(?:(?:so|well|ok(?:ay)?|and|but|basically|anyway|hi|hello)\b[,.]? ){{0,3}}{WANTS}\b")
"""How one begins who says what he wants."""

_FINITE = word_set(
    """
    am are aren't can can't cannot could couldn't did didn't do does doesn't don't had has hasn't have haven't is isn't
    keep may might need was wasn't were weren't will won't would
    """
)
_FINITE_OF_MANY = frozenset({"do", "have", "keep", "need"})
_GOES = word_set("begin belong close come cost end give go last lie live offer open run sell start take work")
"""What is said of things, and seldom ordered; some are nouns as well."""
_COMES = frozenset({"comes", "goes", "belongs", "lives", "lies"})
_SUBJECTS = word_set("he i it she that there these they this those we you")
"""Pronouns with which a statement begins."""
_ENDS = word_set("and because but if or that to unless when where which while who whom whose")
"""Words after which no verb of the main clause stands."""
_AFTER_VERB = OBJECTS | DETERMINERS | {"to", "up", "out", "in", "on", "at", "about", "for", "not", "us", "into", "onto"}
_WISHES = frozenset({"must", "should"})
"""What is not so, but wished."""
_CONTRACTED = pattern(
    r"(?:he|she|it|they|there|that|we|you|i)'(?:s|re|ve|ll|d|m)\b|its (?:all|in|on|not|at|too|very|just|an?)\b"
)
_READ_WORDS = 12


def states(words: str) -> bool:
    """Tell whether words have a subject and a verb: `parcels go out on Tuesdays`, not `board game rules`."""
    return bool(stands(words)) or _states(words)


def _states(words: str) -> bool:
    found = [word.casefold().replace("\u2019", "'") for word in words.split(maxsplit=_READ_WORDS)[:_READ_WORDS]]
    bare = [word.strip(',;:.!?()"') for word in found]
    if not bare or bare[0] in _ENDS or not _WISHES.isdisjoint(bare):
        return False
    if _CONTRACTED.match(" ".join(bare[:2])):
        return True
    if bare[0] in _SUBJECTS and len(bare) > 1:
        return bare[1] in _FINITE or bare[1] not in _AFTER_VERB
    for at, (before, word, after) in enumerate(zip(bare, bare[1:], [*bare[2:], ""], strict=False)):
        if word in _ENDS or found[at][-1] in ",;:":
            return False
        if word in _FINITE_OF_MANY and not before.endswith("s"):
            continue
        if word in _FINITE or (before not in DETERMINERS and _is_verb(before, word, after)):
            return True
    return False


def _is_verb(before: str, word: str, after: str) -> bool:
    if word.endswith("ed"):
        return after in _AFTER_VERB
    if word in _COMES and not before.endswith("s"):
        return True
    if is_third_person(word, after):
        return after in _AFTER_VERB
    if word.removesuffix("es") in _GOES or word.removesuffix("s") in _GOES:
        return word.endswith("s") != before.endswith("s")
    return before.endswith("s") and word in VERBS and after in _AFTER_VERB
