"""Tell a German statement from what has no finite verb, and from a wish."""

import re

from services.conversations.composer.german.asking import is_asked
from services.conversations.composer.german.grammar import of_third
from services.conversations.composer.german.others import of_others
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
_DETERMINED = re.compile(
    r"(?:(?:[Jj]ede[rs]?|[Dd]iese[rs]?|[Mm]ein|[Uu]nser|[Mm]eine|[Uu]nsere|[Dd]er|[Dd]ie|[Dd]as|[Ee]in|[Ee]ine) )"
    r"(?:[a-zäöüß]+e[rs]? )?[A-ZÄÖÜ][\w-]+(?: \([^()]{1,40}\))? (?!(?:ge[a-zäöüß]{2,20}t|aus|fast|meist|jetzt|nicht|"
    r"oft|leicht|dort|laut|samt|selbst|statt|seit|mit|bekannt|erst|sonst|recht|bereit|satt|gut|oder|bitte|[a-zäöüß]*"
    r"(?:haft|iert))\b)(?:[a-zäöüß]{2,20}t|schrieb|rief|gab|kam|schickte|sagte|meinte|erzählte)(?= [\w„\"(]|[.!,:])"
)
"""A noun with its article, and a word that can only be its verb: `Der Chor probt dienstags`."""
_READ_WORDS = 10


def states(words: str) -> bool:
    """Tell whether words have a subject and a verb: `die Fahrer schreiben kurz`, not `Limericks für die Gruppe`."""
    if of_others(words) or is_asked(words) or _DETERMINED.match(words):
        return True
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
