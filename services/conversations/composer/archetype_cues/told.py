"""What the whole of somebody's words says for each archetype: its phrases, and the form of what is pasted."""

import re

from services.conversations.composer.archetype_cues import told_making, told_material, told_talking
from services.conversations.composer.archetype_cues.evidence import LIKELY, SURE, evidence, table
from services.conversations.composer.archetype_rules.rule import Archetype

_TABLE = table(told_talking.TOLD, told_material.TOLD, told_making.TOLD)
_READ_CHARS = 1600
_LINE_ENDS = re.compile(r"\s*\n(?!\s*(?:\n|[-*•\d]))\s*")
_QUOTED = re.compile(r'```[^`]{0,1600}(?:```)?|"[^"\n]{0,300}"|„[^“”\n]{0,300}[“”]|“[^”\n]{0,300}”')
_BROKEN_PROGRAM = re.compile(
    r"Traceback \(most recent call|File \"[^\"\n]{1,80}\", line \d|\w\.\w{1,6}:\d+(?::\d+)?:|\bat [\w.$]{3,80}\(\w+\.\w+:\d+\)"
    r"|\b(?:fatal )?error(?:\[\w+\])?: |\b\w+(?:Error|Exception):|Exception in thread|exit status \d|core dumped"
    r"|undefined reference|npm ERR!|SQLSTATE|\bORA-\d{4}|```(?:python|js|java|sql|bash|sh|ts|go|rust|c|cpp)\b"
)
_LABELLED = re.compile(r"[\"”“]\s?(?:=>?|->|→|:)\s?[\w-]+(?: [\w-]+)?\s*$", re.MULTILINE)
"""A sample of text and its label, as in `"my parcel is late" = delivery`."""
_RECORD = re.compile(r"^(?:[ \t]+|- )\"?[a-z][a-z_]*\"?: ?\S", re.MULTILINE)
_MANY = 2


def told(text: str) -> dict[Archetype | None, int]:
    """Return how much somebody's words speak for each archetype; None is for what is only played."""
    text = text[:_READ_CHARS]
    scores = evidence(_LINE_ENDS.sub(" ", _QUOTED.sub('""', text)), _TABLE)
    for archetype, counts, is_so in (
        (Archetype.CODE, SURE, _BROKEN_PROGRAM.search(text)),
        (Archetype.CLASSIFICATION, SURE, len(_LABELLED.findall(text)) >= _MANY),
        (Archetype.EXTRACTION, LIKELY, len(_RECORD.findall(text)) > _MANY),
    ):
        if is_so:
            scores[archetype] = scores.get(archetype, 0) + counts
    return scores
