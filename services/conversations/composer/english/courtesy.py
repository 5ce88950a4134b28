"""What people add out of courtesy or to fill a pause, and what they spell in a hurry."""

import re
from functools import lru_cache

from services.conversations.composer.english.grammar import with_article
from services.conversations.composer.english.lexicon import VERBS
from services.conversations.composer.layout import pattern

_GREETING = pattern(
    r"(?:(?:hi|hello|hey|dear all|good (?:morning|afternoon|evening))(?: there| all| everyone)?|"
    r"(?:(?:a?haha(?:ha)*|lol|hehe|ok(?:ay)?|alright|right|now|anyway|yeah|yes|sure|jk|(?:just |only )?(?:kidding|"
    r"joking)|well|so|and|but|also|"
    r"uhm?|umm?|hmm?m*|oh|ah|pls|plz|please|basically|idk|dunno|i (?:really )?(?:don't|do not) know|no joke|"
    r"seriously|honestly|"
    r"mind you|you know|(?:the )?(?:thing|truth|point) is|i mean|whatever|not sure|i guess|that's it|:-?\)|"
    r";-?\))(?!\w)[,.!?… ]*)+|"
    r"(?:(?:ok(?:ay)?|alright|so|well|right|anyway|hi|hello|hey)[,.!]? ){0,3}(?:(?:here's|here is|heres|this is) "
    r"(?:the|my) (?:deal|thing|situation|story|plan|idea|background|context|gist|problem)|long story short|"
    r"bear with me|let me explain|where (?:do|should|to) i (?:start|begin)|here goes|here we go)[,.!:\u2026]*|"
    r"(?:many )?thanks(?: a lot| so much| in advance)?|thank you(?: (?:very|so) much| in advance)?|cheers)[,.!]*"
)
_FILLER = pattern(
    r"(?:(?:so )?(?:here's|here is|this is) my (?:deal|situation|story|plan|idea|problem): |(?:(?:ok(?:ay)?|alright|"
    r"a?haha(?:ha)*|hehe|lol|uhm?|umm?|hmm+|basically|actually|essentially|honestly|anyway|"
    r"(?:just|only) (?:kidding|joking)|(?:and |but )?also|oh|hi|hello|hey)\b(?! (?:as|at|for|in|on|with|of|is|are|"
    r"known|called|"
    r"named)\b)|(?:well|so|"
    r"now|right|yes|yeah|look|listen|see|mind you|you know|you see|i mean|no joke|seriously|truth is|thing is),|"
    r"(?:please )?(?:bear|keep) in mind(?: that)?[:,]?(?= (?:(?:the|an?|my|our|i|we|it|they|that|there|he|she|most|"
    r"some|"
    r"all|line)\b|(?:[\w-]+ ){1,6}?(?:is|are|was|has|have|can|eats?|takes?|costs?)\b))|"
    r"(?:well(?= (?:i|we|i'm|im|we're|i've|we've|i'd|my|our)\b)|(?:look|listen)(?= (?:i|we|i'm|im|we're|i've|we've|"
    r"i'd)\b))|"
    r"(?:and|but|so)\b(?! (?:that|far|long|many|much|on|not|forth|for|a|an|the|is|are|is)\b))[,.!…:]*\s+(?::-?\)\s+)?)+"
)
_NOISE = re.compile(
    r",\s+like,|(?:,\s+(?:no joke|no kidding|seriously|you know|i mean|mind you)|"
    r"(?<=[a-z])\s+right(?=,\s+(?:like|so|n)\b))(?=[,.!?:]|$)|,?\s*\b(?:lol|a?haha(?:ha)*|hehe|(?:just|only) "
    r"(?:kidding|joking)|"
    r"uhm?|umm)\b(?:,(?=\s))?(?=[\s,.!?]|"
    r"$)",
    re.IGNORECASE,
)
_HEDGE = pattern(
    r"(?:(?<=, )|(?<=, and ))please (?=(?:do not|don't|never)\b)|(?<=[a-z]) please(?=, )|\bbasically,? (?=\w)|"
    r",? (?:pls|"
    r"plz)(?=[ ,.!?]|$)|"
    r"(?<!\bwhat )(?<!\bthis )(?<!\bthat )(?<!\bwhich )(?<!\bany )(?<!\bsome )(?<!\bthe )(?<!\bevery )(?<!\beach )"
    r"(?<!\bsame )(?<!\bone )\b(?:(?<!\ba )kind|sort) of (?=(?:an? )?[a-z])"
)
_SPELLINGS = {
    "w/": "with", "w/o": "without", "u": "you", "ur": "your", "smth": "something", "sth": "something",
    "abt": "about", "bc": "because", "cuz": "because", "b4": "before", "dont": "don't", "doesnt": "doesn't",
    "didnt": "didn't", "cant": "can't", "wont": "won't", "isnt": "isn't", "arent": "aren't", "shouldnt": "shouldn't",
    "im": "I'm", "ive": "I've", "thats": "that's", "theres": "there's", "whats": "what's", "hes": "he's",
    "youre": "you're", "theyre": "they're", "weve": "we've",
    "shes": "she's", "i": "I", "somthing": "something", "n": "and", "incl.": "including", "incl": "including",
    "!!": "!", "!!!": "!", "??": "?", "???": "?",
}  # fmt: skip # many short ones to a line
_SHORT = re.compile(
    r"(?<![\w/@.])(?:[wW]/o?(?=\s)|incl\.?(?= "
    r"(?:what|who|which|how|why|where|when|whether)\b)|"
    r"(?:u|ur|smth|sth|abt|bc|cuz|b4|[dD]ont|[dD]oesnt|[dD]idnt|[cC]ant|"
    r"[wW]ont|[iI]snt|"
    r"[aA]rent|[sS]houldnt|[iI]m|[iI]ve|[tT]hats|[tT]heres|[wW]hats|[hH]es|[yY]oure|[tT]heyre|[wW]eve|[sS]hes|[sS]omthing)(?![\w'.@/-])|i(?=\s)|"
    r"(?<=[a-z] )n(?= [a-z]{2}))|(?<=\w)!{2,3}(?!\S)|(?<=\w)\?{2,3}(?!\S)"
)
"""What people in a hurry write otherwise; none of it is a word of its own."""
INTRODUCES_ONESELF = pattern(
    r"\s*(?P<article>an? )?(?P<who>(?:(?!i\b|we\b|my\b|for\b|write\b|in\b|at\b)[a-z-]+ ){0,3}[a-z-]+(?<![a-rt-z]s)), "
    r"(?:for )?(?:(?:\d{1,2}|[a-z]+(?:-[a-z]+)?) years?(?: (?:old|in|now|on the job))?|\d\d|(?:twenty|thirty|forty|"
    r"fifty|"
    r"sixty|seventy|eighty|ninety)(?:-[a-z]+)?),? and (?:i|i'm|i've)\b"
)
"""Who speaks, without a verb: `pub landlord, twenty-two years, and I lose beer`."""
_NOT_BUT = pattern(r"not (?P<one>[a-z]+) (?P<it>it|them|him|her)[,;:] (?P<other>[a-z]+) (?P=it)[.!]*")
"""What is not so, and what is, of what was told before: `not drink it, lose it`."""
_YOU_AND_ME = pattern(r"\bwe (?:both )?([a-z]+(?: [\w-]+){0,4}?),? (?:just )?you and (?:me|i)(?=$|[.,;!?])")
"""Who both are that do something: `we write letters you and me`."""
_QUOTES = frozenset('"“”„`')
_POLITE = pattern(
    r"(?:(?:please|pls|plz|kindly|hi|hello|hey)\b[,!]?\s+|"
    r"(?:and|also|so)\s+(?=please\b|never\b|don't\b|do not\b|it should\b))*"
)
_PLEASE = pattern(r",? (?:please|pls|plz|thanks|thank you(?: (?:very|so) much)?)(?=[.!]?$)")
_QUESTION = pattern(r"(?:can|could|would|will) you\s+(?:(?:please|maybe|perhaps|possibly|kindly|also|just)\s+)*")


_AND_IF = pattern(
    r"(\b(?:what|who|whom|which|whose|how|why|where|when|whether)\b[^.;:!?]{2,200}?(?:,? and|,? or|,)) if "
    r"(?=(?!then\b|please\b)['\w-]+(?: (?!then\b|please\b)['\w-]+){1,15}[.!?]?$)"
)
"""The last of some questions that are asked indirectly: `what was sung, and if any guest came`."""
_ORDERS = pattern(
    r"\b(?:it|you) (?:should|must|can|may)\b|(?<!\bmay )(?<!\bcan )(?<!\bto )(?<!\bshould )(?<!\bmust )(?<!\bcould )"
    r"(?<!\bwill )(?<!\bi )(?<!\bwe )(?<!\bthey )\b(?:do not|don't|never|be|say|tell|ask|give|use|write|put|keep|"
    r"stay)\b"
)


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
    rest = _with_subject(rest)
    rest = _SHORT.sub(_spelled_out, _HEDGE.sub("", _NOISE.sub("", rest))).strip() or rest
    return _AND_IF.sub(_whether, rest, count=1) if " if " in rest else rest


def _with_subject(words: str) -> str:
    """Return `I am a landlord, twenty years, and I lose beer` of what leaves out `I am`."""
    if found := INTRODUCES_ONESELF.match(words):
        return f"I am {with_article('a ' + _lowered(found['who']))}{words[found.end('who') :]}"
    if (found := _NOT_BUT.fullmatch(words)) and VERBS.isdisjoint((found["one"].casefold(), found["other"].casefold())):
        return f"I do not {found['one']} {found['it']}, I {found['other']} {found['it']}"
    return _YOU_AND_ME.sub(r"you and I \1", words, count=1) if "you and" in words else words


def _lowered(words: str) -> str:
    return words[0].lower() + words[1:] if words[1:2].islower() else words


def is_asked(clause: str) -> bool:
    """Tell whether `if any guest came` asks something; else it is a case in which something is to be done."""
    return "," not in clause and not _ORDERS.search(clause)


def _whether(found: re.Match[str]) -> str:
    """Return `and whether` for `and if`, unless what follows on the case is to be done."""
    return found[0] if _ORDERS.search(found.string, found.end()) else f"{found[1]} whether "


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
