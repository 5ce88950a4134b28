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
_ASKS = pattern(
    r"\s*(?:(?:so|well|and|but|ok|basically),? )*(?:(?:what |all )?(?:i|we)(?:'?d)?(?: (?:just|only|really|also|"
    r"mainly))?"
    r" (?:want|need|like)|(?:just |only )?(?:want|need|tell me|tell us))(?: to (?:know|see|hear))?(?: is)?(?::|,)? "
    r"(?:is|are|was|were|does|do|did|has|have|had|can|could|will|would|should) (?:i|we|you|he|she|it|they|there|"
    r"this|that|"
    r"these|those|the|an?|my|our|his|her|their|any)\b(?![^.!?]*,? (?:but|and) (?:don't|no|never|keep|use)\b)"
)
"""Several questions in a row: `I just want to know: does he owe us money, has he given notice`."""
_SORTS = pattern(
    r"\s*(?:please )?(?:put|sort|file|label|mark|tag|classify|group|divide|assign|choose|pick|split|decide|answer)\b"
    r"[^:.!?]{2,80}: [^:.!?,]{2,30}(?:, [^:.!?,]{2,30}){2,12}[.!]?\s*$"
)
"""Something is sorted, and the names of the heaps follow: `put each one under: coming, not coming, no idea`."""
_MORE_THAN = pattern(r"\s*(?:never|no|not) (?:more|less|fewer|longer) than \S")
_AND_SO_MANY = pattern(r" and (?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|half) [\w-]+(?: [\w-]+){0,2}")


def is_one(masked: str, whole: Span) -> bool:
    """Tell whether a sentence names who speaks, several questions, what to sort into, or a reason before its ban."""
    return any(one.match(masked, *whole) for one in (_REASON_FIRST, INTRODUCES_ONESELF, _ASKS, _SORTS))


def is_one_measure(masked: str, joint: re.Match[str], before: Span, clause: Span) -> bool:
    """Tell whether one bound has two measures: `never more than 32 characters a line and two lines a screen`."""
    return (
        _MORE_THAN.match(masked, *before) is not None
        and _AND_SO_MANY.match(masked, joint.start(), clause.end) is not None
    )
