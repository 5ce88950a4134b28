"""What a person says something should be like: the answers, the tone, what is to be written."""

from services.conversations.composer.english.grammar import names_people
from services.conversations.composer.layout import pattern

_SIZE = (
    r"(?:short|long|brief|concise|detailed|simple|complicated|easy|hard|difficult|clear|expensive|cheap|technical|"
    r"boring|readable|spicy|sweet|loud|big|small|wordy|dense|vague)"
)
_THING = pattern(
    r"(?P<thing>(?:the|my|our|every|each|all) (?:[\w-]+ ){0,2}?[\w-]+) (?:(?P<not>shouldn't|mustn't|"
    r"should not|must not|"
    rf"should never|must never)|should|must|has to|have to|needs? to) be (?P<how>(?:too |very |really |"
    rf"as )?{_SIZE}\b.{{0,80}})"
)
_IT = pattern(
    r"it (?:(?P<not>shouldn't|mustn't|should not|must not|should never|must never)|should|must|has to|needs to) be "
    rf"(?P<how>(?:too |very |really |as )?{_SIZE}\b.{{0,80}})"
)
_YOURS = pattern(
    r"(?:its|his|her) (?P<what>tone|voice|style|manner|language|answers|replies|messages|questions|jokes|"
    r"hints|sentences) "
    r"(?:is|are|should be|must be|stays?|should stay) (?P<how>(?:(?:very|rather|always|never|quite) )?[\w-]+"
    r"(?:(?: and|,| but) (?:not )?[\w-]+){0,3})"
)


def as_it_should_be(words: str) -> str:
    """Return what something should be like as an order: `Make the toast short` of `the toast should be short`."""
    if (found := _THING.fullmatch(words)) and not names_people(found["thing"].partition(" ")[2]):
        return _made(found["thing"], found["how"], negated=bool(found["not"]))
    if found := _IT.fullmatch(words):
        return _made("it", found["how"], negated=bool(found["not"]))
    if found := _YOURS.fullmatch(words):
        return f"Keep your {found['what']} {found['how']}"
    return ""


def _made(thing: str, how: str, *, negated: bool) -> str:
    lowered = thing[0].lower() + thing[1:]
    if negated:
        return f"Do not make {lowered} {how}"
    return f"{'Keep' if thing == 'it' else 'Make'} {lowered} {how}"
