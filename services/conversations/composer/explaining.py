"""Saying where each sentence of a prompt came from, what gave way and what is still open, as JSON or side by side."""

from collections.abc import Iterator

from services.conversations.composer.model import JSON, Composition, Conflict, Origin, Placed, Source


def explanation(composed: Composition) -> dict[str, JSON]:
    """Return what is told beside a prompt.

    `provenance` has each sentence by its characters in the prompt (`start`, `end`), with its section and source:
    `from_start` and `from_end` count characters of the input (or of the feedback with this `number`), `key` is one of
    the context or names the archetype. `conflicts` say what counted before what; `questions` are open.
    """
    return {
        "archetype": composed.archetype,
        "provenance": [_provenance(one) for one in composed.provenance],
        "conflicts": [_conflict(one) for one in composed.conflicts],
        "questions": list(composed.questions),
        "not_understood": list(composed.not_understood),
    }


def side_by_side(composed: Composition, user_input: str) -> Iterator[tuple[str, str]]:
    """Yield each sentence of the prompt with words that say where it came from."""
    for one in composed.provenance:
        yield one.sentence.text, _told(one.sentence.origin, user_input)


def _told(origin: Origin, user_input: str) -> str:
    match origin:
        case Origin(source=Source.INPUT, start=int() as start, end=int() as end):
            return f"input {start}-{end}: {' '.join(user_input[start:end].split())}"
        case Origin(source=Source.DEFAULT, start=int() as start, end=int() as end):
            return f"stock phrase for input {start}-{end}: {' '.join(user_input[start:end].split())}"
        case Origin(source=Source.CONTEXT, key=key):
            return f"context: {key}"
        case Origin(source=Source.ARCHETYPE, key=key, number=number):
            return f"rule {number} of {key}"
        case Origin(source=Source.FEEDBACK, number=number):
            return f"feedback {number}"
        case _:
            return "stock phrase" if origin.source is Source.DEFAULT else str(origin.source)


def _provenance(one: Placed) -> dict[str, JSON]:
    return {"start": one.start, "end": one.end, "section": str(one.sentence.part), **_origin(one.sentence.origin)}


def _origin(origin: Origin) -> dict[str, JSON]:
    told = {"key": origin.key, "number": origin.number, "from_start": origin.start, "from_end": origin.end}
    return {"source": str(origin.source), **{name: value for name, value in told.items() if value is not None}}


def _conflict(one: Conflict) -> dict[str, JSON]:
    return {
        "about": str(one.slot),
        "kept": {"text": one.kept.text, **_origin(one.kept.origin)},
        "given_way": {"text": one.given_way.text, **_origin(one.given_way.origin)},
    }
