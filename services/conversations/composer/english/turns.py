"""Who does what in turn: `I name a country, you name its capital`."""

from services.conversations.composer.english.telling import told
from services.conversations.composer.layout import Span, pattern

_WANTS_OR_IS = (
    r"want|need|like|love|would|am|have|had|know|think|can|can't|cannot|could|was|were|are|do|don't|wish|"
    r"prefer|hope|mean|"
    r"guess|will|should|must"
)
_HANDS_OVER = r"paste|upload|attach|send|dictate|provide|supply|forward"
_TURNS = pattern(
    rf"\b(?P<user>(?:(?:every|each) [\w-]+ (?:i|we) (?!(?:{_WANTS_OR_IS})\b)|(?:i|we) (?!(?:{_WANTS_OR_IS}|"
    rf"{_HANDS_OVER})\b))"
    r"[a-z]+ [^,;:.!?]{1,80}?)(?:[,;] (?:and )?(?:then )?| and (?:then )?| then )(?:you|u) (?:then )?"
    r"(?P<does>(?!(?:should|must|can|could|may|will|would|have|need|are|know|get|do|don't|might|want|were|had)\b)"
    r"[a-z]+)\b(?P<rest>[^,;.!?\n]{0,160})"
)
"""What is handed over without a word on when is material, and no turn."""
_USERS = {"the person you work for": "the user", "the people you work for": "the users"}
_NAMED = pattern("|".join(_USERS))


def turn(masked: str, whole: Span) -> Span | None:
    """Return where a clause about whose turn it is stands in a sentence, if there is one."""
    found = _TURNS.search(masked, *whole)
    if not found:
        return None
    before = masked[whole.start : found.start()].rstrip()
    return Span(found.start(), found.end()) if not before or before[-1] in ",;:" else None


def taken_in_turn(words: str) -> str:
    """Return `The user names a country; name its capital` of `I name a country, you name its capital`."""
    found = _TURNS.match(words)
    if not found or words[found.end() :].strip(" ,;.!"):
        return ""
    user = _NAMED.sub(lambda named: _USERS[named[0].casefold()], told([found["user"]])[0])
    user = user[0].upper() + user[1:] if user else ""
    return f"{user}; {found['does']}{found['rest']}" if user else ""
