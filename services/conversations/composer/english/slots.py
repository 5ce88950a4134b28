"""By what an English sentence is known to speak about language, length, format, tone or audience, and what it says."""

import re

from services.conversations.composer.english.wordings import NAMES
from services.conversations.composer.layout import pattern
from services.conversations.composer.model import Slot


def _words(*words: str) -> re.Pattern[str]:
    return pattern(rf"\b(?:{'|'.join(words)})\b")


_ANSWERS = r"(?:answer|reply|respond|write|speak|talk|responses?|replies|answers|output)"

VALUES = {
    Slot.LANGUAGE: {
        name: pattern(rf"\b{_ANSWERS}\b[^.!?\n]{{0,40}}\b(?:in|only) (?:plain |simple |formal )?{name}\b")
        for name in sorted(NAMES)
    },
    Slot.LENGTH: {
        "short": _words("short", "brief", "briefly", "concise", "terse", "one sentence", "one line", "succinct"),
        "long": _words("long", "detailed", "in detail", "thorough", "in depth", "extensive", "lengthy"),
    },
    Slot.FORMAT: {
        "JSON": _words("json"),
        "a table": _words("tables?"),
        "bullet points": _words("bullets?", "bullet points", "bulleted"),
        "CSV": _words("csv"),
        "XML": _words("xml"),
        "YAML": _words("yaml"),
        "prose": _words("prose", "running text", "full sentences"),
    },
    Slot.TONE: {
        "formal": _words("formal", "formally"),
        "casual": _words("casual", "informal", "casually"),
        "serious": _words("serious", "seriously"),
        "funny": _words("funny", "humorous", "jokes?"),
    },
    Slot.AUDIENCE: {
        "beginners": _words("beginners?", "novices?", "laymen", "laypeople"),
        "experts": _words("experts?", "professionals", "specialists"),
        "children": _words("children", "kids"),
    },
}
SLOTS = {
    Slot.LANGUAGE: pattern(
        rf"\b{_ANSWERS}\b[^.!?\n]{{0,40}}\b(?:in|only) (?:plain |simple |formal )?(?:{'|'.join(sorted(NAMES))})\b"
    ),
    Slot.LENGTH: pattern(
        r"\b(?:\d+|one|two|three|four|five|ten) (?:words|sentences?|lines?|characters|paragraphs?|pages?|bullets?)\b",
        r"\b(?:keep|be|stay|answers?|replies|write|make)\b[^.!?\n]{0,30}\b"
        r"(?:short|brief|concise|terse|long|detail|detailed|thorough)\b",
    ),
    Slot.FORMAT: _words(
        "json",
        "yaml",
        "csv",
        "xml",
        "html",
        "markdown",
        "tables?",
        "bullets?",
        "numbered list",
        "running text",
        "prose",
    ),
    Slot.TONE: pattern(
        r"\b(?:tone|voice|style)\b",
        r"\b(?:be|stay|sound|remain)\s+(?!sure\b|ready\b|able\b|brief\b|concise\b|short\b)\w+",
    ),
    Slot.AUDIENCE: _words("audience", "readers", "listeners"),
}
