"""What a person forbids without a verb: `no jargon`, `nothing about money`, `without tables`."""

import re
from collections.abc import Callable

from services.conversations.composer.english.grammar import name
from services.conversations.composer.english.lexicon import VERBS
from services.conversations.composer.english.things import BAD_MANNERS, TONES, VERB_OF, singular
from services.conversations.composer.english.wanting import base
from services.conversations.composer.english.wordings import joined
from services.conversations.composer.layout import pattern, word_set

_NO = pattern(
    r"no (?!(?:more|less|fewer|longer|later|earlier|matter|doubt|problem|wait|need|idea|worries|thanks|rush|"
    r"hurry|time|chance|choice|clue|"
    r"and|or|but|one|way)\b)(?=['\"“!(\w])"
)
_NO_MORE = pattern(r",? (?:(?:and|or|but) )?(?<=[, ])no (?!(?:more|less|longer|one|matter)\b)(?=\w)")
_WITHOUT = pattern(r"without (?!(?:a )?doubt\b|it\b|that\b|this\b|them\b)(?=\w)")
_NOTHING_ABOUT = pattern(r"nothing (?=(?:about|abt|on|of|regarding|concerning)\b)")
_NOTHING = pattern(
    r"nothing (?!(?:else|but|more|less|about|abt|is|was|to|in|from|can|may|should|must|will|has|that)\b)(?=\w)"
)
_NOTHING_DONE = pattern(
    r"nothing (?P<done>(?!need|indeed)[a-z]+(?:ed|en)|left|lost|put|made up|cut|told|kept|made|said|shown|sold|sent)"
    r"(?P<rest>(?: (?:out|up|away|off|in|over|aside|together|down))?)(?=[.!]?$|[ ,])"
)
"""`nothing left out`: what is to be done with nothing."""
_NEITHER = pattern(r"neither (?=[\w-]+ nor\b)")
_NOT = pattern(r"not (?=(?:an?|the|any|every|all|my|our) )")
_NOT_SAID = pattern(r"not (?=[\"“]|')")
_TOO_LONG = pattern(r"not (?=too (?:long|short|detailed|wordy|complicated)$)")
_TOO = pattern(rf"not (?=too (?:{'|'.join(sorted(TONES))})$)")
_MANNER = "|".join(sorted(TONES | BAD_MANNERS))
_NEVER_SO = pattern(rf"never (?=(?:[a-z]+ing|{_MANNER})$)")
_NOT_SO = pattern(rf"not (?=(?:{_MANNER})$)")
_LIKE = pattern(r"not (?=(?:like|as if)\b)")
_ALLOWED = pattern(r" (?:allowed|permitted|accepted)(?= |$)")
_EMPHASIS = pattern(r" (?:whatsoever|at all|ever|either|anywhere|any ?more)$")
_IN_WHAT_IS_WRITTEN = pattern(
    r"\bin (?:the|your|any|each|every) (?:output|answers?|text|repl(?:y|ies)|list|table|result)\b"
)
_STATES = pattern(
    r"\b(?:is|are|was|were|has|have|had|can|could|will|would|shall|should|must|(?-i:may)|might|cannot|isn't|"
    r"aren't|does|do|"
    r"goes|gets|needs)\b"
)
_DEPENDS = pattern(
    r"\b(?:who|that|which|what|whom|whose|if|when|where|while|because|unless|until|whether|how|as|since)\b|[,;:]"
)
_GERUND = re.compile(r"([a-z-]{2,})ing", re.IGNORECASE)
_VOWEL = re.compile(r"[aeiouy]")
_SPOKEN = re.compile(r"[!?][\"'”]")
"""What ends a quotation of what one says, as `Well done!`."""
_NEVER = pattern(r"(?:never|do not|don't|avoid)\s")
_REASON = pattern(
    r", (?=(?:i|we|he|she|they|it|that|people|there)(?:'\w+)? [^,;.!?]{2,80}\b(?:those|them|it|these|that|one|any|"
    r"enough)[.!]?$)"
)
"""Why something is forbidden: `no lists, I see plenty of those`."""
_NOT_DONE = word_set(
    """
    anything beginning blessing building ceiling clothing drawing ending evening everything feeling filling finding
    heading king meaning meeting morning opening painting parking paving pricing pudding reading recording ring
    rating saying setting shipping something spelling spring string thing training understanding warning wedding
    wiring wording writing
    """
)
"""Words that end like `shouting` and name things."""


def forbidden(words: str) -> str:
    """Return what is forbidden as what not to do: `Use no jargon` of `no jargon`; nothing where it is no such note."""
    if (reason := _REASON.search(words)) and (ban := forbidden(words[: reason.start()])):
        return f"{ban}, because {words[reason.end() :]}"
    if states(words):
        return ""
    return next((say(words, found.end()) for rule, say in _NOTES if (found := rule.match(words))), "")


def with_reason(words: str) -> str:
    """Return `never use tables, because I hate those` of what leaves out `because`."""
    reason = _REASON.search(words) if _NEVER.match(words) else None
    return f"{words[: reason.start()]}, because {words[reason.end() :]}" if reason else words


def states(words: str) -> bool:
    """Tell whether words say something of something, as `no idea is too small` does and `no idea that costs` not."""
    finite = _STATES.search(words)
    depends = _DEPENDS.search(words)
    return finite is not None and (depends is None or finite.start() < depends.start())


def verb_for(phrase: str, otherwise: str) -> str:
    """Return the verb that goes with what a phrase names: `give` with `medical advice`."""
    named = _DEPENDS.split(_EMPHASIS.sub("", phrase), maxsplit=1)[0]
    *before, noun = name(named).split() or [""]
    one = singular(noun)
    return VERB_OF.get(f"{before[-1]}-{one}" if before else one) or VERB_OF.get(one, otherwise)


def _no(things: str) -> str:
    """Return `Use no jargon, make no jokes and do not shout` of `jargon, no jokes, no shouting`."""
    clauses, last = [], ""
    for thing in _NO_MORE.split(things):
        doing = done(thing)
        verb = "" if doing else _verb(thing)
        clauses.append(doing or (f"{verb} no {_ALLOWED.sub('', thing)}" if verb != last else f"no {thing}"))
        last = verb
    first, *more = clauses
    return joined([first[0].upper() + first[1:], *map(_lowered, more)])


def _verb(thing: str) -> str:
    if _ALLOWED.search(thing):
        return "allow"
    if not thing[0].isalnum():
        return "use"
    return "include" if _IN_WHAT_IS_WRITTEN.search(thing) else verb_for(thing, "include")


def done(words: str) -> str:
    """Return `Do not guess` of `guessing`; nothing where that names a thing."""
    if words[0] in "\"'“":
        return f"{'Never say' if _SPOKEN.search(words) else 'Do not write'} {words}"
    first, _, rest = words.partition(" ")
    doing = _GERUND.fullmatch(first)
    if not doing or first.casefold() in _NOT_DONE or not _VOWEL.search(doing[1].casefold()):
        return ""
    stem = doing[1].casefold()
    verb = next((form for form in (stem, stem + "e", stem[:-1]) if form in VERBS), "")
    return f"Do not {verb} {rest}".strip() if verb else f"Avoid {_lowered(words)}"


def _undone(words: str, end: int) -> str:
    """Return `Drop nothing` of `nothing dropped`, `Leave nothing out` of `nothing left out`."""
    found = _NOTHING_DONE.match(words)
    if not found:
        return ""
    participle, _, up = found["done"].casefold().partition(" ")
    verb = base(participle)
    aside = f" {up}" if up else found["rest"]
    if verb:
        return f"{verb.capitalize()} nothing{aside}{words[end:]}"
    return f"Let nothing be {participle}{aside}{words[end:]}"


def _lowered(words: str) -> str:
    return words[0].lower() + words[1:] if words.partition(" ")[0][1:].islower() else words


def _without(words: str, end: int) -> str:
    return done(words[end:]) or f"Do {_lowered(words)}"


_NOTES: tuple[tuple[re.Pattern[str], Callable[[str, int], str]], ...] = (
    (_NO, lambda words, end: _no(words[end:])),
    (_NOTHING_ABOUT, lambda words, _: f"Say {_lowered(words)}"),
    (_NOTHING_DONE, _undone),
    (_NOTHING, lambda words, _: f"Include {_lowered(words)}"),
    (_NEITHER, lambda words, _: f"Include {_lowered(words)}"),
    (_WITHOUT, _without),
    (_NOT_SAID, lambda words, end: f"Do not write {words[end:]}"),
    (_LIKE, lambda words, end: f"Do not sound {words[end:]}"),
    (_TOO_LONG, lambda words, end: f"Do not make answers {words[end:]}"),
    (_TOO, lambda words, end: f"Do not be {words[end:]}"),
    (_NEVER_SO, lambda words, end: f"Never be {words[end:]}"),
    (_NOT_SO, lambda words, end: f"Do not be {words[end:]}"),
    (_NOT, lambda words, end: f"Do not give {words[end:]}"),
)
"""How a note begins, and what is said instead, given where its beginning ends."""
