"""What English feedback on a prompt asks for."""

import re
from dataclasses import replace

from services.conversations.composer.english import wordings
from services.conversations.composer.english.lengths import COUNT, length
from services.conversations.composer.english.lexicon import VERBS
from services.conversations.composer.english.readers import audience
from services.conversations.composer.english.removing import instead, removed, swapped
from services.conversations.composer.english.tones import tone as tone_of
from services.conversations.composer.language import Change
from services.conversations.composer.layout import pattern, sentence, word_set
from services.conversations.composer.model import Part, Slot

_POLITE = pattern(
    r"(?:(?:please|pls|and|also|now|but|just|so|well|hi|thanks|great|nice|good|ok(?:ay)?|can you|could you|can we|"
    r"i(?:'d like| would like| want)(?: it(?: to be)?| you to)?|make (?:it|them|the answers?)|"
    r"(?:it|they|the answers?) (?:should|must|could|can) (?:be|get)|keep (?:it|them)|be|sound)\b[,:!.]?\s*)*"
)
_PLEASE = pattern(r",? (?:please|pls|thanks|thank you|obviously|of course|though|instead)$")
_REASON = pattern(
    r",? (?:because|since) .+|"
    r", (?:i|we|they|it|that|this|those|these|he|she|nobody|no one|everyone|everybody|most|half|many|some|"
    r"[\w-]+(?= (?:does|do|is|are|has|have|handles?|can|can't|cannot|will|already)\b))(?:'s|'re|'ve)? .+"
)
"""Why something is to be changed: `facilities does that now`."""
_BECAUSE = pattern(r",? (?:because|since) ")
_SOMEWHAT = r"(?:(?:much|a bit|a little|a tad|even|slightly|far|way|somewhat|still) )*"
_ANSWERS = r"(?:(?:answer|write|reply|respond|the answers?|answers?|it)(?: (?:is|are|should be))? )?"
_SHORTER = pattern(
    _ANSWERS
    + _SOMEWHAT
    + r"(?:shorter(?: please)?|briefer|more concise|less text|shorten(?: it)?|cut it down|too long)"
)
_LONGER = pattern(
    _ANSWERS + _SOMEWHAT + r"(?:longer(?: answers?)?|more detail(?:ed|s)?|expand(?: it)?|too short|go deeper)"
)
_SHORT_ANSWERS = pattern(
    r"(?:(?:answer|reply|respond|write)(?: more)? " + _SOMEWHAT + r"(?:shorter|shortly|briefly|concisely))",
    _SOMEWHAT + r"(?:shorter|briefer) (?:answers|replies|responses|messages)",
    r"not (?:so|that|as|too) (?:long|wordy|verbose|detailed)",
)
_UNDO = pattern(r"undo(?: that| it)?", r"take (?:that|it) back", r"revert(?: that| it)?", r"never ?mind", r"go back")
_NOTHING = pattern(
    r"(?:(?:that(?: was|'s| is) (?:it|all|fine|good|great)|looks (?:good|great|fine)|perfect|thanks?(?: you)?|all good|"
    r"good|great|fine|love it|like it)(?:,? (?:thanks?(?: you)?|so far|for now|now))?)"
)
"""What asks for nothing."""
_ADD = pattern(
    r"(?:add|include|mention in it|also say)(?: that)?[:,]?\s+(.+)",
    r"(?:build|work|put|throw|plan|fit|squeeze) in (.+)",
)
_FIRST = pattern(
    r"(?:put|give|show|list|place|move)\s+(.{2,60}?)\s+"
    r"(?:first|up front|(?:at|to) the (?:very )?(?:top|beginning|start|front))"
)
_BEGIN = pattern(r"(?:(?:lead|start|begin|open|close|end|finish) with|sign(?: off)?(?: as| with)?:?) .+")
_STOP = pattern(r"(?:stop|quit|no more) ([a-z]+ing)\b(.*)")
_PACE = pattern(
    rf"(?:(?:only|just|at most|no more than|not more than|max\.?|up to|at least) )?"
    rf"{COUNT} (?!than\b|of\b)[\w-]+(?: [\w-]+)? (?:per|for each|for every|at a time)\b.*"
)
_RATHER = pattern(
    r"(?!(?:in|as|for|to|with|at|on|h+m+|well|i|we|it|that|this|maybe|perhaps|do|does|please|you)\b)"
    r"([\w-]+(?: [\w-]+){0,2}),? ((?:and |but )?not|instead of|rather than) (.+)"
)
_HARDER = pattern(
    _SOMEWHAT + r"(?:harder|easier|slower|faster|simpler|deeper|tougher|trickier)"
    r"(?: (?:after|from|every|each|over|in|with|towards|later|as) ?.*)?"
)
_INTO = pattern(r"([a-z]+(?: [a-z]+)?) (?:in)?to ([a-z]+)((?:, .+)?)")
_ALSO = pattern(r"(?:please |and )*also[,:]?\s+(?:please )?(?!(?:in|for|as|with)\b)(.+)")
_MORE_OF = pattern(r"(?:(?:give|use|write|add|show|want) )?((?:more|less|fewer) [a-z][\w -]*)")
_OVERDONE = pattern(r"(?:[a-z]+ )?[a-z]{2,}(?:ing|ery|ness|ity|ism|asm)(?: [\w -]+)?")
"""What one does, or shows, too much of: `less grovelling`, `less flattery`."""
_NEVER = pattern(r"((?:never|don't|do not|no more|avoid|no)\s+.+)")
_TONE = pattern(
    r"(?:use |with |in )?(?:an? )?(?:tone|style|voice)[:,]?\s+(?:more |should be )?(.+)",
    r"(?:use |with |in )an? (.+) (?:tone|style|voice)",
)
_MORE = pattern(
    _SOMEWHAT + r"(?:more|less) (\w+)",
    _SOMEWHAT + r"(friendlier|warmer|kinder|stricter|funnier|simpler|calmer|softer|bolder|nicer|politer|livelier)",
)
_TONES = word_set(
    """
    formal informal casual friendly polite playful serious humorous funny professional relaxed warm direct blunt
    empathetic encouraging enthusiastic neutral personal respectful strict gentle calm cheerful patient technical
    """
)
_IS_TONE = pattern(
    r"[a-z]{3,}(?:ive|ful|ous|ish|able)|bossy|cheesy|chatty|cold|corny|dry|dull|flat|harsh|preachy|pushy|rude|salesy|"
    r"stiff|wordy"
)
_POSITIVE = {
    "friendlier": "friendly", "warmer": "warm", "kinder": "kind", "stricter": "strict", "funnier": "funny",
    "simpler": "simple", "calmer": "calm", "softer": "soft", "bolder": "bold", "nicer": "nice", "politer": "polite",
    "livelier": "lively",
}  # fmt: skip # many short ones to a line
_AUDIENCE = pattern(r"(?:(?:write |it's |this is |make it work )?for|audience[:,]?)\s+(.+)")
_FORMAT = pattern(
    r"(?:(?:format(?:ted)?|output|answers?)[:,]?\s+)?((?:as|in)\s+(?:an? |the )?"
    r"(?:json|yaml|csv|xml|html|markdown|tables?|bullet(?: point)?s?|(?:numbered |bulleted )?lists?|prose|"
    r"paragraphs?|essay|emails?|poems?)\b.*)"
)
_LANGUAGE = pattern(r"(?:(?:answers?|write|everything|all)\s+)?in\s+([a-z]+)")
_DEGREES = {"a bit": "rather", "a little": "rather", "a tad": "rather", "slightly": "rather", "somewhat": "rather"}
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|fifty|a hundred)"
_SUFFICES = (
    r",? (?:(?:will|would|should) (?:do|be enough|be plenty|suffice)|"
    r"(?:is|are) (?:enough|plenty|fine|sufficient|all (?:i|we) need)|suffices?|does it)"
)
_ENOUGH = pattern(rf"{_SUFFICES}$")
_LENGTH = pattern(
    r"(?:(?:actually|no|rather|better|let's say|make (?:it|that)),? )*"
    r"(?:(?:answer|write|reply|use|limit (?:it|answers) to) )?(?:(?:with|in) )?(?:(?:only|just)\s+)?"
    rf"((?:(?:at most|no more than|not more than|under|below|within|about|around|up to|exactly|max(?:imum)?\.?)\s+)?"
    rf"(?:{_NUMBER}|an?|half an?)\s+(?:single |short |good )?"
    r"(?:words?|sentences?|lines?|characters|paragraphs?|pages?|columns?|slides?|bullets?(?: points?)?)"
    r"(?: (?:max|maximum|at most|each|per answer))?)"
    rf"(?:{_SUFFICES})?"
)
_NUMBER_ONLY = pattern(
    rf"(?:please |can you |actually,? |no, |rather )*(?:make (?:that|it) |(only |just ))({_NUMBER}(?: [\w-]+){{0,3}})",
    rf"(?:actually,? |no, )?(?:only |just )?({_NUMBER} [\w-]+){_SUFFICES}",
    rf"(?:make (?:that|it) )?(?:rather )?({_NUMBER}(?: [\w-]+)?) (?:rather than|than|instead of|and not) {_NUMBER}",
)
_AND_THEN = pattern(rf", (?=(?:{'|'.join(sorted(VERBS))})\b)")
_LONGEST = 2000
_CODES = {"English": "en", "German": "de"}


def change(feedback: str) -> Change | None:
    """Return what feedback asks for, or None where no rule understands it."""
    if len(feedback) > _LONGEST:
        return None
    words = " ".join(feedback.split()).rstrip(" .!?")
    words = _PLEASE.sub("", words) or words
    rest = words[found.end() :] if (found := _POLITE.match(words)) else words
    if _SHORT_ANSWERS.fullmatch(rest):
        return _slot(Slot.LENGTH, Part.OUTPUT, "Keep every answer short")
    if _NOTHING.fullmatch(words):
        return Change("nothing")
    for kind, rule in (("shorter", _SHORTER), ("longer", _LONGER), ("undo", _UNDO)):
        if rule.fullmatch(rest):
            return Change(kind)
    if found := _ADD.fullmatch(rest):
        return Change("add", (found[1] or found[2]).removeprefix("to "))
    return _edit(rest) or _set(rest) or _more(words, rest)


def _edit(rest: str) -> Change | None:
    """Return what is to leave its place, or to change it."""
    reason = _REASON.search(rest)
    if gone := removed(rest[: reason.start()] + rest[reason.end() :] if reason else rest):
        return replace(gone, instead=instead(reason[0])) if reason else gone
    if swap := swapped(rest):
        return swap
    if found := _FIRST.fullmatch(rest):
        return Change("first", found[1])
    if found := _STOP.fullmatch(rest):
        verb = _of_gerund(found[1])
        return Change("never", sentence(f"Do not {verb}{found[2]}" if verb else rest))
    return Change("add", rest, part=Part.OUTPUT) if _BEGIN.fullmatch(rest) else None


def _of_gerund(word: str) -> str:
    """Return the infinitive of a known verb: `compare` of `comparing`."""
    stem = word.casefold().removesuffix("ing")
    return next((verb for verb in (stem, f"{stem}e", stem[:-1]) if verb in VERBS), "")


def _more(words: str, rest: str) -> Change | None:
    """Return what is to be heeded besides."""
    if found := _MORE_OF.fullmatch(rest):
        return Change("add", _amount(found[1]), part=Part.AUDIENCE if _overdone(found[1]) else None)
    if found := _NUMBER_ONLY.fullmatch(words):
        return Change("number", f"Give {'only ' if found[1] else ''}{found[2] or found[3] or found[4]}")
    if _PACE.fullmatch(paced := _ENOUGH.sub("", rest)):
        return Change("add", _AND_THEN.sub(", and ", length(paced)), part=Part.OUTPUT)
    if _HARDER.fullmatch(rest):
        return Change("add", f"Make it {rest}", part=Part.HOW)
    return _rather(words, rest)


def _rather(words: str, rest: str) -> Change | None:
    """Return what is to be done instead of something else, or besides."""
    opening = rest.partition(" ")[0].casefold()
    if opening not in VERBS and (found := _RATHER.fullmatch(rest)):
        return Change("add", f"Use {found[1]}{',' if found[2].endswith('not') else ''} {found[2]} {found[3]}")
    if opening not in VERBS and (found := _INTO.fullmatch(rest)):
        return Change("add", f"Convert {rest}", part=Part.HOW)
    if found := _ALSO.fullmatch(words):
        return Change("add", found[1])
    return Change("never", sentence(found[1])) if (found := _NEVER.fullmatch(rest)) else None


def _amount(words: str) -> str:
    """Return `Use fewer emojis` of `less emojis`."""
    how, _, what = words.partition(" ")
    if how.casefold() == "more":
        return f"Give {words}"
    if _overdone(words):
        return f"Go easy on the {what.removeprefix('the ')}"
    many = what.endswith("s") and not what.endswith("ss")
    return f"Use {'few' if many else 'little'} {what}"


def _overdone(words: str) -> bool:
    how, _, what = words.partition(" ")
    return how.casefold() != "more" and _OVERDONE.fullmatch(what) is not None


def _set(words: str) -> Change | None:
    """Return the slot that is to be set, and the sentence to stand there."""
    if language := _language(words):
        return language
    if found := _FORMAT.fullmatch(words):
        return _slot(Slot.FORMAT, Part.OUTPUT, f"Give every answer {found[1]}")
    if found := _LENGTH.fullmatch(words):
        return _slot(Slot.LENGTH, Part.OUTPUT, length(found[1]))
    if tone := _tone(words):
        return _slot(Slot.TONE, Part.AUDIENCE, tone_of(tone))
    if found := _AUDIENCE.fullmatch(words):
        return _slot(Slot.AUDIENCE, Part.AUDIENCE, audience(found[1]))
    return None


def _language(words: str) -> Change | None:
    """Return the language that is to be set: of answers alone, where the reason is that their readers need it."""
    reason = _REASON.search(words)
    found = _LANGUAGE.fullmatch(words[: reason.start()] if reason else words)
    if not found or (name := found[1].capitalize()) not in wordings.NAMES:
        return None
    if not reason:
        return _slot(Slot.LANGUAGE, Part.OUTPUT, wordings.language(name), _CODES.get(name))
    because = reason[0] if _BECAUSE.match(reason[0]) else f", because {reason[0].lstrip(', ')}"
    return _slot(Slot.LANGUAGE, Part.OUTPUT, wordings.language(name) + because)


def _tone(words: str) -> str:
    if found := _TONE.fullmatch(words):
        return found[1] or found[2]
    more = _MORE.fullmatch(words)
    if not more or not (more[2] or more[1].casefold() in _TONES or _IS_TONE.fullmatch(more[1])):
        return words if words.casefold() in _TONES else ""
    manner = _POSITIVE[more[2].casefold()] if more[2] else more[1]
    if re.search(r"\bless \w+$", words, re.IGNORECASE):
        return f"not too {manner}"
    degree = next((said for how, said in _DEGREES.items() if words.casefold().startswith(how)), "")
    return f"{degree} {manner}".strip()


def _slot(slot: Slot, part: Part, text: str, language: str | None = None) -> Change:
    return Change("set", sentence(text), slot=slot, part=part, language=language)
