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
"""What a template may call the section that it ends in; what is said besides then goes on under its heading."""
_HEADING = re.compile(r"^#{1,6}[ \t]+(\S[^\n]*?)[ \t:]*$", re.MULTILINE)
_MANY = 5  # sentences that are not taken in without headings, even where each stands for itself

Piece = tuple[str, Sentence | None]
"""A stretch of the text, and the sentence that it is."""


def written(sections: Sequence[Section], headings: Mapping[Part, str], besides: str) -> tuple[str, tuple[Placed, ...]]:
    """Return the prompt; headings stand only where paragraphs alone would not show its parts.

    `besides` makes another heading of one that a template has already.
    """
    headed = _needs_headings(sections)
    bodies = [list(_body(section, headed=headed)) for section in sections]
    named = _named_in(sections)
    last = {called.casefold() for called in named[-1:]}
    text, placed = "", []
    for section, body in zip(sections, bodies, strict=True):
        heading = headings[section.part] if section.part is not Part.TEMPLATE else ""
        goes_on = _ALSO_CALLED.get(section.part, frozenset()) & last
        if headed and not (section.part in _LEADING and (not text or goes_on)):
            is_besides = section.part not in _LEADING and heading.casefold() in named
            heading = besides.format(heading) if is_besides else heading
            text += f"\n\n## {heading}\n" if text else f"## {heading}\n"
        elif text:
            text += "\n\n"
        for piece, sentence in body:
            if sentence:
                placed.append(Placed(len(text), len(text) + len(piece), sentence))
            text += piece
    return text, tuple(placed)


def _needs_headings(sections: Sequence[Section]) -> bool:
    """Say whether parts are to be told apart: where one has a list or lines, or there are many sentences in all."""
    sentences = [one for section in sections for one in section.sentences]
    return (
        len(sentences) >= _MANY
        # examples are not known for ones without
        or any(one.part is Part.EXAMPLES or "\n" in one.text for one in sentences)
        or any(section.part in _LISTED and len(section.sentences) > 1 for section in sections)
    )


def _named_in(sections: Sequence[Section]) -> list[str]:
    """Return the headings that a template has, in small letters."""
    frames = (one.text for section in sections if section.part is Part.TEMPLATE for one in section.sentences)
    return [heading.casefold() for frame in frames for heading in _HEADING.findall(frame)]


def _body(section: Section, *, headed: bool) -> Iterator[Piece]:
    """Yield sentences running on, or as a list; what is set apart stands in paragraphs of its own."""
    joint = ""
    for apart, group in groupby(section.sentences, key=lambda one: one.apart):
        sentences = list(group)
        is_list = len(sentences) > 1 or (headed and section.part is Part.KNOWN)
        listed = not apart and section.part in _LISTED and is_list
        for one in sentences:
            if joint:
                yield joint, None
            if listed:
                yield "- ", None
            yield one.text, one
            joint = "\n\n" if apart else "\n" if listed else " "
        joint = "\n\n"
