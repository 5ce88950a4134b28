"""Say as a whole sentence what a person noted without a verb."""

import re

from services.conversations.composer.german.bans import banned
from services.conversations.composer.german.grammar import is_finite, of_infinitive, orders
from services.conversations.composer.german.joints import BANS
from services.conversations.composer.german.lexicon import NOUNS_TOO, RELATIVES, SUBORDINATORS, word_set
from services.conversations.composer.german.members import describes, without_tail
from services.conversations.composer.german.providing import provided
from services.conversations.composer.german.shaping import shaped
from services.conversations.composer.german.specifying import specified
from services.conversations.composer.german.toning import toned
from services.conversations.composer.german.writings import to_be_made
from services.conversations.composer.model import Part

_FINITE = word_set(
    """
    bin bist bleiben bleibt brauche brauchen braucht darf dürfen geht gehen gehören gelten gibt habe haben hast hat
    heißt is ist kann kannst kommen kommt konnte können lassen lässt machen mag muss musst müssen möchte möchten sei
    sein sind soll sollen sollst sollte sollten stehen steht tun tut war waren werden will wird wirst wollen wär wäre
    wären würde würden ich wir
    """
)
_HELD = re.compile(r"„[^“\"]*[“\"]|\"[^\"]*\"|\([^()]*\)")
_COMMA = re.compile(r",\s")
_WORD = re.compile(r"[^\s,;:.!?]+")
_ADVERBS = word_set("oben unten innen außen hinten gegen wegen dagegen zwischen allen ihnen neben eben gern")
_LONGEST = 400
_COMPLETED = frozenset({Part.TASK, Part.AUDIENCE, Part.HOW, Part.LIMITS, Part.OUTPUT, Part.UNSURE})


def completed(words: str, part: Part) -> str:
    """Return words without a verb as what to do, given their part: `schreibe kurze Sätze` of `kurze Sätze`."""
    said = words.rstrip(".! ")
    if part not in _COMPLETED or not said or len(said) > _LONGEST or "\n" in said or said.endswith(("?", ":")):
        return words
    if given := provided(said):
        return given
    if not _is_verbless(said):
        return words
    if part in (Part.TASK, Part.HOW) and (made := to_be_made(said)):
        return made
    how = part in (Part.AUDIENCE, Part.HOW)
    return (
        banned(said)
        or specified(said)
        or shaped(said)
        or (toned(said) if how else "")
        or (_described(said) if how else "")
        or words
    )


def _described(said: str) -> str:
    """Return `schreibe barrierefrei` of `barrierefrei`."""
    return f"schreibe {said.lower()}" if describes(said) else ""


def _is_verbless(said: str) -> bool:
    """Tell whether there is no verb in the main clause of what was said."""
    held = _HELD.sub("x", without_tail(said))
    main = held.partition(",")[0] if BANS.match(held) else _main(held)
    found = _WORD.findall(main)
    if not found or (orders(found[0]) and found[0].lower() not in NOUNS_TOO):
        return False
    small = [word for word in found if word.islower()]
    if any(word in _FINITE or is_finite(word) for word in small):
        return False
    last = found[-1]
    if not last.islower() or last in _ADVERBS:
        return True
    before = found[-2].lower() if len(found) > 1 else ""
    if BANS.match(held) and len(found) == 2:  # noqa: PLR2004 - `ohne jahreszahlen`
        return of_infinitive(last) is None
    return of_infinitive(last, surely=True) is None or (last in NOUNS_TOO and before.startswith(("kein", "kurze")))


def _main(said: str) -> str:
    """Return a sentence without the clauses that hang on it."""
    pieces = _COMMA.split(said)
    kept = [pieces[0]]
    for piece in pieces[1:]:
        opening = piece.split(maxsplit=1)[0].lower() if piece.strip() else ""
        if opening in SUBORDINATORS | RELATIVES | {"um", "sonst", "denn"}:
            break
        kept.append(piece)
    return " ".join(kept)
