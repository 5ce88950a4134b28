"""What English feedback wants out of a prompt: `skip the prices`, `we don't actually need the dates any more`."""

from services.conversations.composer.language import Change
from services.conversations.composer.layout import pattern
from services.conversations.composer.model import Part

_PARTICLES = pattern(r"\b(?:actually|really|in fact|anyway|i think|i guess|probably|now|then|so),? (?=\S)")
_PART = r"(?:the |any |a )?(?:(?:part|line|rule|sentence|bit) (?:about|on|with)\s+)?"
_TO = r"(?:(?:to )?(?:mention|include|list|name|give|show|state|have|track) )?"
_NOW = r"(?:,? (?:now|any ?more|any longer|after all|anyway|at all|though|actually|really|either))"
_NEEDED = r"(?:needed|wanted|necessary|required|relevant|used)"
_REMOVE = pattern(
    r"(?:remove|delete|drop|take out|get rid of|scrap|cut|strike|ditch|kill|lose)[:,]?\s+(?!down\b|it\b)"
    r"(?:the (?:part|line|rule|sentence|bit) (?:about|on|with)\s+)?(.+)",
    r"(?:leave out|skip|omit)[:,]?\s+the (?:part|line|rule|sentence|bit) (?:about|on|with)\s+(.+)",
    rf"(?:the )?(.{{2,60}}?) (?:can go|must go|(?:is|are) (?:out|gone|no longer {_NEEDED})){_NOW}?",
    rf"(?:i |we )?(?:do not|don't) need {_TO}{_PART}(?!to\b)(.+?){_NOW}?",
    rf"(?:no need for|without) (?:the )?(.+?){_NOW}",
)
_NO_LONGER = pattern(
    rf"(?:i|we) no longer (?:need|want|use|have|track|do) {_TO}{_PART}(?!to\b)(.+?){_NOW}?",
    rf"(?:i|we) (?:do not|don't) (?:want|use|have|track|do) {_PART}(?!to\b)(.+?) (?:any ?more|any longer|after all)",
    rf"(?:(?:i|we)(?: can|'d| could) )?do without {_PART}(.+?){_NOW}?",
    r"no (?:more )?(.{2,60}?) (?:any ?more|any longer|from now on)",
    rf"(?:there is |there's )?no (?:more |longer )?need for {_PART}(.+?){_NOW}?",
    rf"(?:the )?(.{{2,60}}?) (?:is|are) (?:superfluous|unnecessary|obsolete|redundant|not {_NEEDED}){_NOW}?",
    rf"(?:the )?(.{{2,60}}?) (?:isn't|aren't) {_NEEDED}{_NOW}?",
)
_INSTEAD = pattern(
    r",? (?:(?:because|since) )?(?:i|we)(?:'d rather| now| always| only)* (?P<verb>do|use|write|prefer|go with|"
    r"work with|switched to|'re on|are on) (?!it\b|that\b|this\b|them\b|not\b|no\b|enough\b|too\b)"
    r"(?P<what>[\w-]+(?: [\w-]+){0,3}?)(?: now| instead| here)*"
)
"""What one has in its place: `drop Moq, we use hand-written fakes`."""
_NO_THING = pattern(r".*\b(?:ourselves|myself|already|anyway|ourself|that|it|well|fine|elsewhere)$")
_SPLIT = pattern(
    r"(?:split|divide|separate|break)(?: up| down)? (?:the )?(?P<one>.{2,60}?)(?: up| down)? into (?P<others>.+)"
)
_RENAMES = (
    pattern(r"rename (?:the )?(?P<one>.{2,60}?) (?:to|as|into) (?P<others>.+)"),
    pattern(r"call (?:the )?(?P<one>.{2,60}?) (?P<others>\S+(?: \S+)?) instead"),
)
_OF_THE_SAME = pattern(r"(?:for|with|without|about|from|to|of|in) ")
_AND = pattern(r",? and (?=\S)")
_LEAVE_OUT = pattern(r"(?:leave out|skip|omit)[:,]?\s+(.+)", r"leave (.{2,60}?) out")


def swapped(words: str) -> Change | None:
    """Return which members are to stand in a list instead of one: `split praise into praise for us and for others`."""
    if found := _SPLIT.fullmatch(words):
        one = found["one"]
        others = [f"{one} {other}" if _OF_THE_SAME.match(other) else other for other in _AND.split(found["others"])]
        return Change("swap", one, instead=", ".join(others))
    for rule in _RENAMES:
        if found := rule.fullmatch(words):
            return Change("swap", found["one"], instead=found["others"])
    return None


def instead(reason: str) -> str:
    """Return what is to be used in the place of what was removed, where the reason tells: `we use fakes`."""
    found = _INSTEAD.fullmatch(reason)
    return f"Use {found['what']}" if found and not _NO_THING.fullmatch(found["what"]) else ""


def removed(words: str) -> Change | None:
    """Return what is to leave its place, given feedback without its reason; a limit where it has none."""
    plain = _PARTICLES.sub("", words)
    for rule, part in ((_REMOVE, None), (_NO_LONGER, Part.LIMITS), (_LEAVE_OUT, Part.LIMITS)):
        if found := rule.fullmatch(plain):
            return Change("remove", next(filter(None, found.groups())), part=part)
    return None
