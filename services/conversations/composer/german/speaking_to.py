"""Say `du` where a German clause speaks of the assistant: `wenn du unsicher bist` of `wenn er unsicher ist`."""

import re

from services.conversations.composer.german.grammar import is_finite, second_of

_ENDS = ".!?"
_HE = re.compile(
    r"\b((?:als ob|wenn|falls|sobald|bevor|nachdem|dass|weil|solange|damit|was|ob|wo)) (?:er|"
    r"(?<!\bwo )(?<!\bob )(?<!\bwas )es) ",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"\b(?:der|dem|den|einem|einen|jede[rmn]|jemand(?:em|en)?) [A-ZÄÖÜ]|\bjemand")
_AS_IF = re.compile(
    r"(?<=, )(als )?(?:(wäre|hätte|könnte|würde|sei) (?:er|es)|(?:er|es) (wäre|hätte|könnte|würde|sei))\b"
)


def addressed(words: str) -> str:
    """Return `wenn du unsicher bist` of `wenn er unsicher ist`, where nobody else is spoken of."""
    pieces: list[str] = []
    at = 0
    other = _SOMEBODY.search(words)
    for found in _HE.finditer(words):
        if found.start() < at or (other and other.start() < found.start()):
            continue
        comma = words.find(",", found.end())
        end = len(words) if comma < 0 else comma
        clause = words[found.end() : end]
        last = clause.rsplit(maxsplit=1)[-1].rstrip(_ENDS) if clause.strip() else ""
        if not last or not is_finite(last) or not (second := second_of(last)):
            continue
        where = found.end() + clause.rindex(last)
        pieces += [words[at : found.start()], f"{found[1]} du ", words[found.end() : where], second]
        at = where + len(last)
    return as_if("".join(pieces) + words[at:])


def as_if(words: str) -> str:
    """Return `gib nicht vor, du wärst Arzt` of `gib nicht vor, er wäre Arzt`; nobody else was spoken of."""
    return _AS_IF.sub(_you_would, words)


def _you_would(found: re.Match[str]) -> str:
    verb = "wärst" if (found[2] or found[3]) == "sei" else second_of(found[2] or found[3])
    return f"{found[1] or ''}{verb} du" if found[2] else f"{found[1] or ''}du {verb}"
