"""Who does what in turn: `I name a country, you name its capital`."""

from services.conversations.composer.english.telling import told
from services.conversations.composer.layout import Span, pattern

_TURNS = pattern(
    r"\b(?P<user>(?:i|we) (?!(?:want|need|like|love|would|am|have|had|know|think|can|can't|cannot|could|was|"
    r"were|are|do|"
    r"don't|wish|prefer|hope|mean|guess|will|should|must|"
    r"paste|upload|attach|send|dictate|provide|supply|forward)\b)[a-z]+ [^,;:.!?]{1,80}?)"
    r"(?:[,;] (?:and )?(?:then )?| and (?:then )?| then )(?:you|u) (?:then )?"
    r"(?P<does>(?!(?:should|must|can|could|may|will|would|have|need|are|know|get|do|don't|might|want|were|"
    r"had)\b)[a-z]+)\b"
    r"(?P<rest>[^,;.!?\n]{0,160})"
)


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
    user = told([found["user"]])[0]
    named, _, does = user.partition(" you work for ")
    return (
        f"{'The user' if named == 'The person' else 'The users'} {does}; {found['does']}{found['rest']}" if does else ""
    )
