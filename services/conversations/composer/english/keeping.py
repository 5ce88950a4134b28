"""What stays in one piece, as its parts mean nothing alone."""

import re

from services.conversations.composer.english.courtesy import INTRODUCES_ONESELF
from services.conversations.composer.layout import Span, pattern

_REASON_FIRST = pattern(
    r"\s*(?:and |but )?(?:you (?:can't|cannot|don't|do not) [^,;:.!?]{2,60}|(?:the |my |our )?[\w-]+(?: [\w-]+){0,3} "
    r"(?:change|vary|differ|is|are|has|have|[a-z]+s?)(?: [^,;:.!?]{1,40})?),? so (?:please )?(?:don't|do not|never) "
    r"[a-z-]+ "
    r"(?:it|them|those|these|that|him|her|me|us)\b"
)
"""Why something is forbidden belongs to it: `guest ales change so don't compare those`."""
_MORE_THAN = pattern(r"\s*(?:never|no|not) (?:more|less|fewer|longer) than \S")
_AND_SO_MANY = pattern(r" and (?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|half) [\w-]+(?: [\w-]+){0,2}")


def is_one(masked: str, whole: Span) -> bool:
    """Tell whether a sentence is no more than who speaks, or a ban with its reason before it."""
    return bool(_REASON_FIRST.match(masked, *whole) or INTRODUCES_ONESELF.match(masked, *whole))


def is_one_measure(masked: str, joint: re.Match[str], before: Span, clause: Span) -> bool:
    """Tell whether one bound has two measures: `never more than 32 characters a line and two lines a screen`."""
    return (
        _MORE_THAN.match(masked, *before) is not None
        and _AND_SO_MANY.match(masked, joint.start(), clause.end) is not None
    )
