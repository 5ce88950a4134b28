"""Which German words name something to be written, or a thing rather than an order."""

import re

from services.conversations.composer.german.lexicon import NOUNS_TOO, WRITINGS, word_set
from services.conversations.composer.german.moods import small
from services.conversations.composer.german.nouns import names_an_agent

_AFTER_NOUNS = word_set("der des von vom aller eines einer")
_AFTER_PLAN = word_set("für mit über zu zum zur und")
_MASCULINE = re.compile(r"[Ee]in((?: (?:[a-zäöüß-]+er|sehr|ganz))*) ([\w-]+)")


def is_noun(word: str, following: str) -> bool:
    """Tell whether a word that may be an imperative is none: `Liste der Vorteile`."""
    is_thing = word in ("liste", "plan", "test", "reise") and following in _AFTER_PLAN
    return word in NOUNS_TOO and (is_thing or following in _AFTER_NOUNS)


def to_be_written(wished: str) -> str:
    """Return `Schreibe ein Haiku` of `ein Haiku`; nothing where no such thing is named."""
    article, _, rest = wished.partition(" ")
    if article.lower() not in ("ein", "eine", "einen") or not rest or names_an_agent(rest):
        return ""
    if article.lower() == "ein" and (found := _MASCULINE.match(wished)):
        noun = found[2].lower()
        if noun.endswith(WRITINGS["m"]) and not noun.endswith(WRITINGS["n"]):
            adjectives = "".join(f" {word[:-2]}en" if word.endswith("er") else f" {word}" for word in found[1].split())
            return f"Schreibe einen{adjectives} {found[2]}{wished[found.end() :]}"
        return f"Schreibe {small(wished)}" if noun.endswith(WRITINGS["n"]) or _names_writing(rest, "n") else ""
    gender = "f" if article.lower() == "eine" else "m"
    return f"Schreibe {small(wished)}" if _names_writing(rest, gender) else ""


def _names_writing(rest: str, gender: str) -> bool:
    return any(
        word.strip(",.").lower().endswith(WRITINGS[gender])
        for word in rest.split()[:4]
        if word[:1].isupper() or word.islower()
    )
