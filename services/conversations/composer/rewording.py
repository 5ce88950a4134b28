"""Rules that put a text into other words: a pattern, and what is said instead of what it matches."""

import re
from collections.abc import Iterable
from typing import TypeAlias

Rule: TypeAlias = tuple[re.Pattern[str], str]
"""A pattern for the whole text, and what is said instead, with its groups as `re.Match.expand` takes them."""


def reworded(text: str, rules: Iterable[Rule]) -> str:
    """Return what the first rule makes of a text that it matches as a whole; nothing where none does."""
    return next((found.expand(said) for rule, said in rules if (found := rule.fullmatch(text))), "")
