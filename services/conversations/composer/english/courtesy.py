"""What people add out of courtesy or to fill a pause, and what they spell in a hurry."""

import re
from functools import lru_cache

from services.conversations.composer.layout import pattern

_GREETING = pattern(
    r"(?:(?:hi|hello|hey|dear all|good (?:morning|afternoon|evening))(?: there| all| everyone)?|"
    r"(?:(?:a?haha(?:ha)*|lol|hehe|ok(?:ay)?|alright|right|now|anyway|yeah|yes|sure|just kidding|well|so|and|but|also|"
    r"uhm?|umm?|hmm?m*|oh|ah|pls|plz|please|basically|idk|dunno|not sure|i guess|that's it|:-?\)|"
    r";-?\))(?!\w)[,.!?… ]*)+|"
    r"(?:many )?thanks(?: a lot| so much| in advance)?|thank you(?: (?:very|so) much| in advance)?|cheers)[,.!]*"
)
_FILLER = pattern(
    r"(?:(?:(?:ok(?:ay)?|alright|a?haha(?:ha)*|hehe|lol|uhm?|umm?|hmm+|basically|actually|essentially|honestly|anyway|"
    r"just kidding|(?:and |but )?also|oh|hi|hello|hey)\b(?! (?:as|at|for|in|on|with|of|is|are|known|called|"
    r"named)\b)|(?:well|so|"
    r"now|right|yes|yeah),|"
    r"(?:and|but|so)\b(?! (?:that|far|long|many|much|on|not|forth|for|a|an|the|is|are|is)\b))[,.!…:]*\s+)+"
)
_NOISE = re.compile(
    r",\s+like,|,?\s*\b(?:lol|a?haha(?:ha)*|hehe|just kidding|uhm?|umm)\b(?:,(?=\s))?(?=[\s,.!?]|$)", re.IGNORECASE
)
_HEDGE = pattern(
    r"\bbasically,? (?=\w)|,? (?:pls|plz)(?=[ ,.!?]|$)|"
    r"(?<!\bwhat )(?<!\bthis )(?<!\bthat )(?<!\bwhich )(?<!\bany )(?<!\bsome )(?<!\bthe )(?<!\bevery )(?<!\beach )"
    r"(?<!\bsame )(?<!\bone )\b(?:(?<!\ba )kind|sort) of (?=(?:an? )?[a-z])"
)
_SPELLINGS = {
    "w/": "with", "w/o": "without", "u": "you", "ur": "your", "smth": "something", "sth": "something",
    "abt": "about", "bc": "because", "cuz": "because", "b4": "before", "dont": "don't", "doesnt": "doesn't",
    "didnt": "didn't", "cant": "can't", "wont": "won't", "isnt": "isn't", "arent": "aren't", "shouldnt": "shouldn't",
    "im": "I'm", "ive": "I've", "thats": "that's", "theres": "there's", "whats": "what's", "hes": "he's",
    "shes": "she's", "i": "I", "somthing": "something", "n": "and", "!!": "!", "!!!": "!", "??": "?", "???": "?",
}  # fmt: skip # many short ones to a line
_SHORT = re.compile(
    r"(?<![\w/@.])(?:[wW]/o?(?=\s)|(?:u|ur|smth|sth|abt|bc|cuz|b4|[dD]ont|[dD]oesnt|[dD]idnt|[cC]ant|[wW]ont|[iI]snt|"
    r"[aA]rent|[sS]houldnt|[iI]m|[iI]ve|[tT]hats|[tT]heres|[wW]hats|[hH]es|[sS]hes|[sS]omthing)(?![\w'.@/-])|i(?=\s)|"
    r"(?<=[a-z] )n(?= [a-z]{2}))|(?<=\w)!{2,3}(?!\S)|(?<=\w)\?{2,3}(?!\S)"
)
"""What people in a hurry write otherwise; none of it is a word of its own."""
_QUOTES = frozenset('"“”„`')
_POLITE = pattern(
    r"(?:(?:please|pls|plz|kindly|hi|hello|hey)\b[,!]?\s+|"
    r"(?:and|also|so)\s+(?=please\b|never\b|don't\b|do not\b|it should\b))*"
)
_PLEASE = pattern(r",? (?:please|pls|plz|thanks|thank you(?: (?:very|so) much)?)(?=[.!]?$)")
_QUESTION = pattern(r"(?:can|could|would|will) you\s+(?:(?:please|maybe|perhaps|possibly|kindly|also|just)\s+)*")


def is_greeting(words: str) -> bool:
    """Tell whether a sentence only greets."""
    return _GREETING.fullmatch(words) is not None


@lru_cache(maxsize=32)  # each sentence is asked for several times in a row
def plain(words: str) -> str:
    """Return the words without what only fills a pause: `so`, `well,`, `lol`."""
    found = _FILLER.match(words)
    rest = words[found.end() :] if found and found.end() < len(words) else words
    if _QUOTES.intersection(rest):
        return rest
    return _SHORT.sub(_spelled_out, _HEDGE.sub("", _NOISE.sub("", rest))).strip() or rest


def plainly(words: str) -> str:
    """Return the words without courtesy: `plan a party` of `hello, could you please plan a party?`."""
    rest = after(_POLITE, plain(after(_POLITE, words)))
    rest = _PLEASE.sub("", rest) or words
    asked = after(_QUESTION, rest)
    return rest if asked == rest else asked.removesuffix("?") or rest


def after(beginning: re.Pattern[str], words: str) -> str:
    """Return the words without what they may begin with; all of them, if that is all there is."""
    found = beginning.match(words)
    return (words[found.end() :] if found else words) or words


def _spelled_out(found: re.Match[str]) -> str:
    return _SPELLINGS[found[0].casefold()]
