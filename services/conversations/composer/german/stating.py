"""Tell a German statement from what has no finite verb, and from a wish."""

import re

from services.conversations.composer.german.grammar import of_third
from services.conversations.composer.german.wanting import WANTING
from services.conversations.composer.layout import pattern, word_set

WANTED = pattern(WANTING, r"[^.!?]{1,80}\b(?:wär|wäre) (?:recht|gut|schön|toll|super|fein|prima|nett|klasse)\b")
"""How one says what he wants."""

_FINITE = word_set(
    """
    bin bleibt bleiben braucht brauchen darf dürfen fehlt fehlen geht gehen gibt gehört gehören gilt gelten habe haben
    hat hatte hatten heißt is ist kann kommen kommt kosten kostet können liegen liegt mag muss müssen sind
    steht stehen war waren weiß werden wird will wollen
    """
)
_SUBJECTS = word_set("das der die dies es er ich man sie wir")
_ENDS = word_set("als dass falls ob um weil wenn wie zu")
_VERB = re.compile(r"[a-zäöüß]{2,30}(?:t|en|te|ten|st)")
_NO_VERB = word_set(
    """
    aus bekannt bisherigen bitte dort eben einen erst fast für gut ganzen gegen gegenüber genannt halten hinten in jetzt
    keinen laut leicht meinen mit neuen nicht oben oft recht samt seinen seit selbst selten sonst sowieso statt unseren
    unten unter vielleicht von vorhin zusammen zwischen
    """
)
_READ_WORDS = 10


def states(words: str) -> bool:
    """Tell whether words have a subject and a verb: `die Fahrer schreiben kurz`, not `Limericks für die Gruppe`."""
    found = words.split(maxsplit=_READ_WORDS)[:_READ_WORDS]
    for before, word, after in zip(found, found[1:], [*found[2:], ""], strict=False):
        if before[-1] in ",;:" and not word[:1].isupper():
            return False
        bare = word.strip(',;:.!?()"').casefold()
        if bare in _ENDS:
            return False
        if bare in _FINITE:
            return True
        follows = before[:1].isupper() or before.casefold() in _SUBJECTS
        if follows and word[:1].islower() and bare not in _NO_VERB and _VERB.fullmatch(bare):
            is_plural = bare.endswith("en") and word == bare and after[:1].isalnum()
            return bool(of_third(bare)) or is_plural or before.casefold() in _SUBJECTS
    return False
