"""Compose a system prompt from what a person asks for, what is known, and a template."""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from services.conversations.composer.context import known
from services.conversations.composer.english import pattern
from services.conversations.composer.layout import clean
from services.conversations.composer.model import JSON, Composition, Origin, Part, Section, Sentence, Source
from services.conversations.composer.reading import read, served
from shared.aggregates import Invalid

MODEL = "sysloom-composer/1"
"""What `model_used` says of this composer's prompts; the number rises when the same input gives another text."""

_HEADINGS = {
    Part.ROLE: "Role",
    Part.TASK: "Task",
    Part.AUDIENCE: "Audience and tone",
    Part.KNOWN: "What is known",
    Part.HOW: "How to work",
    Part.LIMITS: "Limits",
    Part.OUTPUT: "Output",
    Part.EXAMPLES: "Examples",
    Part.UNSURE: "When unsure",
}
_LISTED = frozenset({Part.KNOWN, Part.HOW, Part.LIMITS, Part.OUTPUT})
_SHORT = 3  # sections that need no headings, if each is one paragraph

_DEFAULT = Origin(Source.DEFAULT)
_PRECEDENCE = "Where anything below differs from what stands above, follow what is below."
_UNSURE = "If something you need is missing, or you do not know a fact, say so instead of guessing."
_SAYS_WHEN_UNSURE = pattern(
    r"(?:do not|don't) know|\b(?:unsure|unclear|uncertain|not sure|guess\w*|invent\w*|mak(?:e|es|ing) (?:\w+ )?up)\b"
)
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?…])\s+|\n")


class NothingToCompose(Invalid):
    """Say what the assistant should do: the input is empty."""

    code = "nothing-to-compose"


def compose(user_input: str, context: Mapping[str, JSON] | None = None, template: str | None = None) -> Composition:
    """Return a system prompt in which everything that was said has its place, and nothing else but a few defaults.

    The same arguments give the same text. Raises `NothingToCompose` where nothing of the input can be seen, and
    `NestedTooDeeply` for a context that nests more than 32 deep.
    """
    wish = clean(user_input)
    if not any(letter.isprintable() and not letter.isspace() for letter in wish):
        raise NothingToCompose
    frame = clean((template or "").replace("\r\n", "\n")).strip()
    asked, facts = read(wish), known(context or {})
    if not any(one.origin.key == "audience" for one in facts):
        facts += served(asked)
    said = _framed(frame, _without_repeats([*asked, *facts], frame))
    if not any(_SAYS_WHEN_UNSURE.search(one.text) for one in said):
        said.append(Sentence(Part.UNSURE, _UNSURE, _DEFAULT))
    sections = tuple(
        Section(part, sentences) for part in Part if (sentences := tuple(one for one in said if one.part is part))
    )
    return Composition(sections, _text(sections))


def _framed(frame: str, said: list[Sentence]) -> list[Sentence]:
    """Return what was said behind the template, which stands as its author set it and gives way to what was said."""
    if not frame:
        return said
    template = Sentence(Part.TEMPLATE, frame, Origin(Source.TEMPLATE), apart=True)
    return [template, Sentence(Part.TEMPLATE, _PRECEDENCE, _DEFAULT), *said] if said else [template]


def _without_repeats(said: list[Sentence], frame: str) -> list[Sentence]:
    """Leave out what was said before, or stands in the template."""
    framed = {text.casefold() for text in (frame, *_BETWEEN_SENTENCES.split(frame))}
    first: dict[str, Sentence] = {}
    for one in said:
        first.setdefault(one.text.casefold(), one)
    return [one for words, one in first.items() if words not in framed]


def _text(sections: Sequence[Section]) -> str:
    """Return the prompt; headings stand only where paragraphs alone would not show its parts."""
    bodies = [_body(section) for section in sections]
    headed = len(bodies) > _SHORT or any("\n" in body or body.startswith("- ") for body in bodies)
    return "\n\n".join(
        f"## {_HEADINGS[section.part]}\n{body}" if headed and place > 0 else body
        for place, (section, body) in enumerate(zip(sections, bodies, strict=True))
    )


def _body(section: Section) -> str:
    """Return sentences running on, or as a list; what is set apart stands in paragraphs of its own."""
    paragraphs: list[str] = []
    for apart, group in groupby(section.sentences, key=lambda one: one.apart):
        texts = [one.text for one in group]
        if apart:
            paragraphs += texts
        elif section.part is Part.KNOWN or (section.part in _LISTED and len(texts) > 1):
            paragraphs.append("\n".join(f"- {text}" for text in texts))
        else:
            paragraphs.append(" ".join(texts))
    return "\n\n".join(paragraphs)
