"""Whom to answer, where the person only tells who asks what."""

from services.conversations.composer.german.lexicon import PEOPLE
from services.conversations.composer.layout import pattern

_ASK = pattern(
    r"(?:(die|unsere|meine|viele|alle|manche|einige|immer mehr) )?([\w-]+) (fragen|schreiben|mailen|"
    r"wollen(?: [a-zäöü]+)? wissen)\b( [^,:.!?]{1,160})?([,:].{3,})?[.!]?"
)
_DATIVE = {
    "die": "den", "unsere": "unseren", "meine": "meinen", "viele": "vielen", "alle": "allen", "manche": "manchen",
    "einige": "einigen", "immer mehr": "immer mehr",
}  # fmt: skip # many short ones to a line


def answering(words: str) -> str:
    """Return `antworte Eltern, die oft nach dem Weg fragen` of `Eltern fragen oft nach dem Weg`, if anybody asks."""
    found = _ASK.fullmatch(words)
    if not found or not found[2].lower().endswith(PEOPLE):
        return ""
    whom = found[2] if found[2].endswith(("n", "s")) else f"{found[2]}n"
    determiner = f"{_DATIVE[found[1].lower()]} " if found[1] else ""
    asks = found[3].lower()
    if asks.endswith("wissen"):
        asks = f"{asks.removeprefix('wollen').removesuffix('wissen')}wissen wollen".strip()
    return f"antworte {determiner}{whom}, die{found[4] or ''} {asks}{found[5] or ''}"
