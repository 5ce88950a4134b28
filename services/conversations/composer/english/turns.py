"""Who does what in turn: `I name a country, you name its capital`."""

import re

from services.conversations.composer.english.grammar import infinitive
from services.conversations.composer.english.telling import told
from services.conversations.composer.english.wanting import WANTS, all_done
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
_IDEA = (
    r"(?:(?:so |well |basically )?(?:what (?:i|we)(?:'d| would)? (?:want|need|like)|(?:here's |this is )?(?:the idea|"
    r"how it works|my idea))(?: is)?: ?)?"
)
_HANDED = (
    r"(?:answer|ask|attach|choose|describe|dictate|draw|drop|enter|explain|feed|forward|give|hum|list|name|paste|"
    r"photograph|pick|play|put|read|record|report|say|scan|send|share|show|sing|speak|talk|tell|throw|type|upload|"
    r"write)"
)
_DOES_TO_ME = (
    r"(?P<does>shows|tells|gives|sends|reads|asks|helps|finds|explains|returns|answers|corrects|warns|names|lists|"
    r"writes|suggests|makes|turns|checks|sorts|marks|teaches|quizzes|reminds|points)\b"
)
_IT_IN_TURN = pattern(
    rf"{_IDEA}(?P<user>(?:i|we) {_HANDED} [^,;:.!?]{{1,80}}?)"
    rf"(?:[,;] (?:and )?(?:then )?| and (?:then )?| then )(?:it|the (?:bot|assistant|ai|tool)) (?:then )?{_DOES_TO_ME}"
    r"(?P<rest>(?=[^.!?\n]*\b(?:me|us|my|our)\b|: | which | what | how | why | where )[^.!?\n]{1,200})"
)
"""What the person does, and what he then gets of it: `I upload the table, and it shows me which vans guzzle`."""
_SOMETHING_I_CAN = pattern(
    rf"(?:{WANTS} )?(?:something|someone|somebody|a (?:place|tool|bot|thing|chat)) "
    r"(?:(?:that|which|who|where) )?(?P<who>i|we) (?:can )?(?P<user>[a-z]+(?: [^,;:.!?]{1,60}?)??)"
    r"(?: (?P<link>to|at|with|by|into|in|on|onto))?(?P<aside>, [^,;:.!?]{2,60})?(?:,? and|,)? (?:it|that|which|who) "
    r"(?:then )?(?P<does>[a-z]{2,}s)\b(?P<rest> [^.!?\n]{1,200})"
)
"""A thing to which the person does something: `something I can send my recipes to, and it helps me write a book`."""
_TO_DO_AND_HAVE = pattern(
    r"(?:what )?(?:i|we)(?:'?d| would)?(?: really| just)? (?:like|love|want|prefer)(?: to do)?(?: is)?:?(?: to)? "
    r"(?P<user>(?!be\b|have\b|get\b|know\b|see\b)[a-z]+(?: (?!and\b)[^,;:.!?]{1,60}?)??),? and (?:then )?(?:to )?"
    r"(?:(?P<get>be|get) (?P<told>told|asked|shown|given|sent|warned|quizzed|corrected|taught|reminded|helped|"
    r"answered|advised) |(?:have|let|get) (?:it|something|somebody|someone|the (?:bot|assistant|ai|tool)) (?:to )?"
    r"(?P<does>[a-z]+) )(?P<rest>[^.!?]{2,400})"
)
"""What the person would do, and what be done for him: `what I'd like is to type it in and be told where the gap is`."""
_TOLD = {
    "told": "tell", "shown": "show", "given": "give", "sent": "send", "taught": "teach", "asked": "ask",
    "warned": "warn",
    "quizzed": "quiz", "corrected": "correct", "reminded": "remind", "helped": "help", "answered": "answer",
    "advised": "advise",
}  # fmt: skip # many short ones to a line
_GIVES_IT = pattern(r"^((?:send|give|show|tell|feed|read|ask|play) )it(?= (?:an?|my|our|the|what|about|some) )")
_TO_YOU = frozenset({"to", "at", "with", "by"})
_USERS = {"the person you work for": "the user", "the people you work for": "the users"}
_NAMED = pattern("|".join(_USERS))


def turn(masked: str, whole: Span) -> Span | None:
    """Return where a clause about whose turn it is stands in a sentence, if there is one."""
    start = whole.start + len(masked[whole.start : whole.end]) - len(masked[whole.start : whole.end].lstrip())
    in_turn = (_IT_IN_TURN, _SOMETHING_I_CAN, _TO_DO_AND_HAVE)
    if found := next(filter(None, (one.match(masked, start, whole.end) for one in in_turn)), None):
        return Span(found.start(), found.end())
    found = _TURNS.search(masked, *whole)
    if not found:
        return None
    before = masked[whole.start : found.start()].rstrip()
    return Span(found.start(), found.end()) if not before or before[-1] in ",;:" else None


def taken_in_turn(words: str) -> str:
    """Return `The user names a country; name its capital` of `I name a country, you name its capital`."""
    if found := _SOMETHING_I_CAN.match(words):
        return _handed_over(found)
    if found := _IT_IN_TURN.match(words):
        return _in_turn(found["user"], all_done(f"{infinitive(found['does'])}{found['rest']}"))
    if found := _TO_DO_AND_HAVE.match(words):
        who = "we" if words.casefold().startswith(("we", "what we")) else "i"
        does = found["does"] or f"{_TOLD[found['told'].casefold()]} {'us' if who == 'we' else 'me'}"
        user = _GIVES_IT.sub(r"\1you", found["user"], count=1)
        return _in_turn(f"{who} {user}", f"{does} {found['rest']}".rstrip(" ,;"))
    found = _TURNS.match(words)
    if not found or words[found.end() :].strip(" ,;.!"):
        return ""
    return _in_turn(found["user"], f"{found['does']}{found['rest']}")


def _handed_over(found: re.Match[str]) -> str:
    link = (found["link"] or "").casefold()
    to_you = f" {link} you" if link in _TO_YOU else ""
    doing = f"{found['who']} {found['user']}{to_you}{found['aside'] or ''}"
    return _in_turn(doing, all_done(f"{infinitive(found['does'])}{found['rest']}"))


def _in_turn(user: str, doing: str) -> str:
    said = _NAMED.sub(lambda named: _USERS[named[0].casefold()], told([user])[0])
    return f"{said[0].upper()}{said[1:]}; {doing}" if said else ""
