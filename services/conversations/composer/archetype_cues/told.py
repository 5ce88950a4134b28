"""What the whole of somebody's words says for each archetype: its phrases, and the form of what is pasted."""

import re

from services.conversations.composer.archetype_cues import (
    told_abroad,
    told_guiding,
    told_making,
    told_material,
    told_stories,
    told_talking,
)
from services.conversations.composer.archetype_cues.evidence import LIKELY, SURE, evidence, table
from services.conversations.composer.archetype_rules.rule import DOES_NOT_KNOW_ABROAD, Archetype, words

_TABLE = table(told_talking.TOLD, told_guiding.TOLD, told_material.TOLD, told_making.TOLD, told_stories.TOLD)
_TABLE_ABROAD = table(told_abroad.TOLD)
_READ_CHARS = 1600
_LINE_ENDS = re.compile(r"\s*\n(?!\s*(?:\n|[-*•\d]))\s*")
_QUOTED = re.compile(r'```[^`]{0,1600}(?:```)?|"[^"\n]{0,300}"|„[^“”\n]{0,300}[“”]|“[^”\n]{0,300}”')
_BROKEN_PROGRAM = re.compile(
    r"Traceback \(most recent call|File \"[^\"\n]{1,80}\", line \d|\w\.\w{1,6}:\d+(?::\d+)?:|\b\w+(?:Error|Exception):"
    r"|\b[A-Z][a-z]\w{1,40}(?:Error|Exception|Warning)\b"
    r"|\bat [\w.$]{3,80}\(\w+\.\w+:\d+\)|\b(?:fatal )?error(?:\[\w+\])?: |Exception in thread|exit status \d"
    r"|core dumped|undefined reference|npm ERR!|SQLSTATE|\bORA-\d{4}|```(?:python|js|java|sql|bash|sh|ts|go|rust)\b"
)
_DOTLESS_I = "\u0131"
_DOES_NOT_KNOW = words(DOES_NOT_KNOW_ABROAD)
_LABELLED = re.compile(r"[\"”“]\s?(?:=>?|->|→|:)\s?[\w-]+(?: [\w-]+)?\s*$", re.MULTILINE)
"""A sample of text and its label, as in `"my parcel is late" = delivery`."""
_NUMBERED = re.compile(
    r"[\"”“] (?:is|are|=|counts as|goes (?:to|under|in)|ist|gehört zu|zählt als) (?:an? |eine? )?\d\b"
)
_HEADS_A_LIST = re.compile(
    r"\b(?:under|into|one of|these|following|as|unter|in|als|zu|folgende|diese|kategorien|labels)\W?\s?:[ \t]*\n\s*"
    r"(?:[-*•]|\(?\w[.)])[ \t]+\S[^\n]{0,60}\n\s*(?:[-*•]|\(?\w[.)])[ \t]+\S",
    re.IGNORECASE,
)
"""What begins a list of labels, as in `put each one under:`."""
_RECORD = re.compile(r"^(?:[ \t]+|- )\"?[a-z][a-z_]*\"?: ?\S", re.MULTILINE)
_MANY = 2
_FICTION = words(
    "(fairy|bedtime|short|ghost|horror|love|crime) (tales?|story|stories)|fairytales?|haikus?|limericks?|poems?",
    "sonnets?|novels?|fiction|riddles?|märchen|gutenachtgeschichte*|kurzgeschichte*|gedichte?|krimis?|romane?|rätsel|limericks",
)

_PRACTISED = words(
    "practi[sc](e|es|ing)|rehears*|correct (me|my)|learn*|so (that )?i can|üb(e|en|t|st)|prob(e|en)|lern*|korrigier*"
)
"""What makes a lesson of a scene."""


def told(text: str) -> dict[Archetype | None, int]:
    """Return how much somebody's words speak for each archetype; None is for what is only played."""
    text = text[:_READ_CHARS]
    scores = evidence(_LINE_ENDS.sub(" ", _QUOTED.sub('""', text)).lower(), _TABLE)
    for archetype, counts, is_so in (
        (Archetype.CODE, SURE, _BROKEN_PROGRAM.search(text)),
        (Archetype.CLASSIFICATION, SURE, len(_LABELLED.findall(text)) >= _MANY),
        (Archetype.CLASSIFICATION, SURE, len(_NUMBERED.findall(text)) >= _MANY),
        (Archetype.CLASSIFICATION, LIKELY, _HEADS_A_LIST.search(text)),
        (Archetype.EXTRACTION, LIKELY, len(_RECORD.findall(text)) > _MANY),
    ):
        if is_so:
            scores[archetype] = scores.get(archetype, 0) + counts
    if None in scores and _PRACTISED.search(text.lower()):
        del scores[None]
    return scores


def is_plain(scores: dict[Archetype | None, int]) -> bool:
    """Say whether scores speak for one alone, so that nothing else need be weighed."""
    first, *others = sorted(scores.values(), reverse=True) or [0]
    return first >= 2 * SURE and first - max(others, default=0) >= SURE + LIKELY


def is_made_up(text: str) -> bool:
    """Say whether words ask for a game, a story or a poem, in which nothing has to be true."""
    return bool(_FICTION.search(text[:_READ_CHARS].lower())) or told(text).get(None, 0) >= SURE


def settles_doubt_abroad(text: str) -> bool:
    """Say whether words in another language tell what is done where something is not known."""
    return _DOES_NOT_KNOW.search(text[:_READ_CHARS].lower()) is not None


def told_abroad_of(text: str) -> Archetype | None:
    """Return the archetype that words in another language than English and German speak for, where that is sure."""
    scores = sorted(
        evidence(_QUOTED.sub('""', text[:_READ_CHARS]).replace(_DOTLESS_I, "i").lower(), _TABLE_ABROAD).items(),
        key=lambda one: -one[1],
    )
    if not scores or scores[0][1] < SURE or (len(scores) > 1 and scores[0][1] - scores[1][1] < LIKELY - 1):
        return None
    return scores[0][0]
