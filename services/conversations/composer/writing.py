"""Writing a prompt down: sections become text, and each sentence is known by its place in it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from services.conversations.composer.model import Part, Placed, Section, Sentence

_LISTED = frozenset({Part.KNOWN, Part.HOW, Part.LIMITS, Part.OUTPUT})
_LEADING = frozenset({Part.TEMPLATE, Part.ROLE, Part.TASK})
"""What needs no heading where it stands first."""
_ALSO_CALLED = {
    Part.ROLE: frozenset(("role", "your role", "the role", "persona", "rolle", "deine rolle")),
    Part.TASK: frozenset(
        ("task", "your task", "the task", "job", "your job", "assignment", "aufgabe", "deine aufgabe", "auftrag")
    ),
}
"""What a template may call them; what is said besides then goes on without a heading of its own."""
_HEADING = re.compile(r"^#{1,6}[ \t]+(\S[^\n]*?)[ \t:]*$", re.MULTILINE)
_SHORT = 3  # sections that need no headings, if each is one paragraph

Piece = tuple[str, Sentence | None]
"""A stretch of the text, and the sentence that it is."""


def written(sections: Sequence[Section], headings: Mapping[Part, str], besides: str) -> tuple[str, tuple[Placed, ...]]:
    """Return the prompt; headings stand only where paragraphs alone would not show its parts.

    `besides` makes another heading of one that a template has already.
    """
    bodies = [list(_body(section)) for section in sections]
    # examples are not known for ones without
    headed = len(bodies) > _SHORT or any(section.part is Part.EXAMPLES for section in sections)
    headed = headed or any("\n" in text or text.startswith("- ") for body in bodies for text, _ in body)
    named = _named_in(sections)
    text, placed = "", []
    for section, body in zip(sections, bodies, strict=True):
        heading = headings[section.part] if section.part is not Part.TEMPLATE else ""
        has_none = section.part in _LEADING and (not text or _ALSO_CALLED.get(section.part, frozenset()) & named)
        if headed and not has_none:
            heading = besides.format(heading) if heading.casefold() in named else heading
            text += f"\n\n## {heading}\n" if text else f"## {heading}\n"
        elif text:
            text += "\n\n"
        for piece, sentence in body:
            if sentence:
                placed.append(Placed(len(text), len(text) + len(piece), sentence))
            text += piece
    return text, tuple(placed)


def _named_in(sections: Sequence[Section]) -> set[str]:
    """Return the headings that a template has."""
    frames = (one.text for section in sections if section.part is Part.TEMPLATE for one in section.sentences)
    return {heading.casefold() for frame in frames for heading in _HEADING.findall(frame)}


def _body(section: Section) -> Iterator[Piece]:
    """Yield sentences running on, or as a list; what is set apart stands in paragraphs of its own."""
    joint = ""
    for apart, group in groupby(section.sentences, key=lambda one: one.apart):
        sentences = list(group)
        listed = not apart and (section.part is Part.KNOWN or (section.part in _LISTED and len(sentences) > 1))
        for one in sentences:
            if joint:
                yield joint, None
            if listed:
                yield "- ", None
            yield one.text, one
            joint = "\n\n" if apart else "\n" if listed else " "
        joint = "\n\n"
