"""Turn German sentences that do not begin with their subject: `am Ende soll er …`, `wenn …, soll er …`."""

import re

from services.conversations.composer.german.casing import small
from services.conversations.composer.german.conditions import depends, is_about_the_unknown
from services.conversations.composer.german.grammar import SECOND, is_finite, is_state, of_third, orders
from services.conversations.composer.german.lexicon import SUBORDINATORS
from services.conversations.composer.german.moods import NEGATED, imperative, reflexive, with_zu
from services.conversations.composer.german.notes import ASKS
from services.conversations.composer.german.nouns import is_meant
from services.conversations.composer.german.speaking_to import addressed
from services.conversations.composer.layout import pattern

MODAL = r"(sollst|solltest|sollte|soll|musst|muss|müsste|darfst|darf|kannst|kann|könnte)"
_SHE = pattern(r"^(wenn|falls|sobald) sie ")
_INVERTED = pattern(rf"\s{MODAL}\s+(du|er|es|sie|d(?:er|ie|as) ([\w-]+))\s+")
_ANOTHER = pattern(r"^(?:[a-zäöüß]+ )?(?:ihm|ihn|ihr|ihnen)\b")
"""Of whom the condition speaks: `wenn er traurig klingt, soll er ihm raten`."""
_HUMAN = pattern(
    r"\b(?:traurig|krank|müde|wütend|einsam|unwohl|ängstlich|verzweifelt|hungrig|verletzt|verwirrt|betrunken|schwindlig|"
    r"gestürzt|hingefallen|gefallen|angst|schmerzen|heimweh|hunger|durst|weint|lacht|schläft|jammert|schimpft|schummelt|"
    r"stürzt|hinfällt|aufgeregt|nervös|gelangweilt|genervt|sauer|grantig|erschöpft|vergesslich)\b"
)
"""What no assistant is or does: `wenn er traurig klingt, soll er nachfragen`."""
_SOMEONE = pattern(r"(?:wenn|falls|sobald|sofern) (?:einer|jemand|wer|eine? [\w-]+)\b")
_NOT_SO = pattern(r"^(\S+) nicht sein\b")
_CALMLY = pattern(
    r"(?:immer )?(?:ruhig|höflich|freundlich|sachlich|geduldig|nett|gelassen) (?:bleiben|sein|antworten)\b"
)
_DOES_INVERTED = pattern(r"\s([a-zäöüß]+t)\s+(er|es)\b\s*")
_NEUTER = pattern(r"(?:wenn|falls|sobald) (?:ein|das|jedes) (?:[\w-]+ )?(?:kind|mädchen|baby|tier|mitglied|opfer)\b")
_ITEMS = re.compile(r"[A-ZÄÖÜ][\w-]+(?:, [A-ZÄÖÜ][\w-]+)* und [A-ZÄÖÜ][\w-]+")
_LONGEST_FRONT = 60
_CALLS = pattern(
    r"([^,;:.!?]{1,80} )(rufen|anrufen|holen|verständigen|wecken|hinlegen|hinsetzen|mitnehmen)"
    r"((?: \([^()]{1,40}\))?)[.!]?"
)


def demanded(modal: str, said: str) -> str:
    """Return what is demanded with a modal verb in the imperative, and what is only allowed as `du kannst …`."""
    first = said if _ITEMS.match(said) else said.partition(",")[0]
    negated = NEGATED.search(first) is not None
    permits = (modal.startswith("k") and (not negated or "nur" in first.lower().split())) or (
        modal.startswith("d") and not negated
    )
    need_not = modal.startswith("m") and negated and "nur" not in first.lower().split()
    if not permits and not need_not and (turned := imperative(said, surely=True)):
        return turned
    second = (
        "kannst"
        if modal.startswith("k")
        else "darfst"
        if modal.startswith("d")
        else "musst"
        if modal.startswith("m")
        else "sollst"
    )
    said = _NOT_SO.sub(r"nicht \1 sein", said)
    return f"du {second} {said}"


def fronted(rest: str, known_as: str) -> str:
    """Turn `am Ende soll er …` and `wenn …, soll er …`."""
    found, modal = _INVERTED.search(rest), True
    if not found:
        found, modal = _DOES_INVERTED.search(rest), False
    unsure = "er" if found and is_about_the_unknown(rest) and f" {found[2].lower()} " in rest[: found.start()] else ""
    calls = found and _SOMEONE.match(rest) and _CALLS.fullmatch(rest, found.end())
    if found and (calls or _CALMLY.match(rest, found.end())):
        unsure = "er"
    if not found or not is_meant(found[2].lower(), known_as or unsure):
        return ""
    front = rest[: found.start()]
    opening = front.partition(" ")[0].lower()
    conditional = opening in SUBORDINATORS or (is_finite(opening) and front.endswith(",")) or depends(front)
    if found[2].lower() == "es" and _NEUTER.match(front):
        return ""  # `wenn ein Kind traurig ist, soll es mit seinen Eltern reden`
    if (
        opening in ASKS
        or orders(opening)
        or (not conditional and (("," in front and not _ITEMS.fullmatch(front)) or len(front) > _LONGEST_FRONT))
    ):
        return ""
    said = rest[found.end() :]
    if found[2].lower() == "sie":
        front = _SHE.sub(r"\1 er ", front)
    if conditional:
        of_another = (unsure == "er" and not is_about_the_unknown(rest)) or known_as.endswith("jemand")
        other = known_as.endswith("jemand") or _HUMAN.search(front) or _SOMEONE.match(front)
        if other and (advice := _advised(found[2].lower(), said)):
            turned = advice
        else:
            turned = demanded(found[1].lower(), said) if modal else _finite(found[1], said)
        front += "" if "," in front else ","
        of_another = of_another or _ANOTHER.search(said) is not None or _HUMAN.search(front) is not None
        return f"{front if of_another else addressed(front)} {turned}" if turned else ""
    if modal:
        return demanded(found[1].lower(), f"{small(front)} {addressed(said)}")
    return _finite(found[1], f"{small(front)} {addressed(said)}".rstrip())


def _finite(verb: str, said: str) -> str:
    lower = verb.lower()
    if is_state(lower) or lower not in SECOND:
        return ""
    turned = of_third(lower)
    return f"{turned} {reflexive(said, turned)}".rstrip() if turned else ""


def _advised(who: str, said: str) -> str:
    """Return `rate ihm, sofort mich zu rufen` of `soll er sofort mich rufen`, which no assistant can do."""
    found = _CALLS.fullmatch(said)
    dative = {"er": "ihm", "sie": "ihr", "es": "ihm"}.get(who)
    return f"rate {dative}, {found[1]}{with_zu(found[2])}{found[3]}" if found and dative else ""
