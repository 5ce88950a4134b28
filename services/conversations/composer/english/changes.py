"""What English feedback on a prompt asks for."""

from services.conversations.composer.english import wordings
from services.conversations.composer.english.lengths import length
from services.conversations.composer.english.tones import tone as tone_of
from services.conversations.composer.language import Change
from services.conversations.composer.layout import pattern, sentence, word_set
from services.conversations.composer.model import Part, Slot

_POLITE = pattern(
    r"(?:(?:please|pls|and|also|now|but|just|so|well|hi|thanks|great|nice|good|ok(?:ay)?|can you|could you|can we|"
    r"i(?:'d like| would like| want)(?: it(?: to be)?| you to)?|make (?:it|them|the answers?)|"
    r"(?:it|they|the answers?) (?:should|must|could|can) (?:be|get)|keep (?:it|them)|be|sound)\b[,:!.]?\s*)*"
)
_PLEASE = pattern(r",? (?:please|pls|thanks|thank you)$")
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
)
_UNDO = pattern(r"undo(?: that| it)?", r"take (?:that|it) back", r"revert(?: that| it)?", r"never ?mind", r"go back")
_ADD = pattern(r"(?:add|include|mention in it|also say)(?: that)?[:,]?\s+(.+)")
_REMOVE = pattern(
    r"(?:remove|delete|drop|leave out|take out|get rid of|skip)[:,]?\s+"
    r"(?:the (?:part|line|rule|sentence|bit) (?:about|on|with)\s+)?(.+)",
    r"(?:i |we )?(?:do not|don't) need (?:the |any |a )?(?:(?:part|line|rule|sentence|bit) (?:about|on|with)\s+)?(.+?)"
    r"(?: any ?more| any longer| after all)?",
    r"(?:no need for|without) (?:the )?(.+?) (?:any ?more|after all)",
)
_ALSO = pattern(r"(?:please |and )*also[,:]?\s+(?:please )?(?!(?:in|for|as|with)\b)(.+)")
_MORE_OF = pattern(r"(?:(?:give|use|write|add|show|want) )?((?:more|less|fewer) [a-z][\w -]*)")
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
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|fifty|a hundred)"
_LENGTH = pattern(
    r"(?:(?:answer|write|reply|use|limit (?:it|answers) to) )?(?:(?:with|in) )?(?:(?:only|just)\s+)?"
    rf"((?:(?:at most|no more than|not more than|under|below|within|about|around|up to|exactly|max(?:imum)?\.?)\s+)?"
    rf"{_NUMBER}\s+(?:short )?(?:words?|sentences?|lines?|characters|paragraphs?|pages?|bullets?(?: points)?)"
    r"(?: (?:max|maximum|at most|each|per answer))?)"
)
_NUMBER_ONLY = pattern(
    rf"(?:actually |no, |rather )*(?:make (?:that|it) |(only |just ))({_NUMBER}(?: [\w-]+){{0,3}})",
    rf"(?:make (?:that|it) )?(?:rather )?({_NUMBER}) (?:rather than|than|instead of|and not) {_NUMBER}",
)
_CODES = {"English": "en", "German": "de"}


def change(feedback: str) -> Change | None:
    """Return what feedback asks for, or None where no rule understands it."""
    words = " ".join(feedback.split()).rstrip(" .!?")
    words = _PLEASE.sub("", words) or words
    rest = words[found.end() :] if (found := _POLITE.match(words)) else words
    if _SHORT_ANSWERS.fullmatch(rest):
        return _slot(Slot.LENGTH, Part.OUTPUT, "Keep every answer short")
    for kind, rule in (("shorter", _SHORTER), ("longer", _LONGER), ("undo", _UNDO)):
        if rule.fullmatch(rest):
            return Change(kind)
    if found := _ADD.fullmatch(rest):
        return Change("add", found[1].removeprefix("to "))
    if found := _REMOVE.fullmatch(rest):
        return Change("remove", next(filter(None, found.groups())))
    return _set(rest) or _more(words, rest)


def _more(words: str, rest: str) -> Change | None:
    """Return what is to be heeded besides."""
    if found := _MORE_OF.fullmatch(rest):
        return Change("add", _amount(found[1]))
    if found := _NUMBER_ONLY.fullmatch(rest):
        return Change("add", f"Give {'only ' if found[1] else ''}{found[2] or found[3]}")
    if found := _ALSO.fullmatch(words):
        return Change("add", found[1])
    return Change("never", sentence(found[1])) if (found := _NEVER.fullmatch(rest)) else None


def _amount(words: str) -> str:
    """Return `Use fewer emojis` of `less emojis`."""
    how, _, what = words.partition(" ")
    if how.casefold() == "more":
        return f"Give {words}"
    many = what.endswith("s") and not what.endswith("ss")
    return f"Use {'fewer' if many else how.casefold()} {what}"


def _set(words: str) -> Change | None:
    """Return the slot that is to be set, and the sentence to stand there."""
    if (found := _LANGUAGE.fullmatch(words)) and (name := found[1].capitalize()) in wordings.NAMES:
        return _slot(Slot.LANGUAGE, Part.OUTPUT, wordings.language(name), _CODES.get(name))
    if found := _FORMAT.fullmatch(words):
        return _slot(Slot.FORMAT, Part.OUTPUT, f"Give every answer {found[1]}")
    if found := _LENGTH.fullmatch(words):
        return _slot(Slot.LENGTH, Part.OUTPUT, length(found[1]))
    if tone := _tone(words):
        return _slot(Slot.TONE, Part.AUDIENCE, tone_of(tone))
    if found := _AUDIENCE.fullmatch(words):
        return _slot(Slot.AUDIENCE, Part.AUDIENCE, wordings.audience(found[1]))
    return None


def _tone(words: str) -> str:
    if found := _TONE.fullmatch(words):
        return found[1] or found[2]
    more = _MORE.fullmatch(words)
    named = more and (more[2] or more[1].casefold() in _TONES)
    return _POSITIVE.get(words.casefold(), words) if named or words.casefold() in _TONES else ""


def _slot(slot: Slot, part: Part, text: str, language: str | None = None) -> Change:
    return Change("set", sentence(text), slot=slot, part=part, language=language)
