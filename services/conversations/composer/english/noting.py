"""A task noted without a verb: what is to be written, translated, taught or told apart."""

import re

from services.conversations.composer.english.grammar import THIRD, names_people, with_article
from services.conversations.composer.english.lexicon import DETERMINERS, SMALL_WORDS, VERBS, WRITINGS
from services.conversations.composer.english.surroundings import people
from services.conversations.composer.english.things import MASS, MATERIALS, PROGRAMS, SUBJECTS, TEXTS, singular
from services.conversations.composer.english.wordings import NAMES
from services.conversations.composer.layout import pattern, word_set

_LANGUAGE = (
    r"(?:(?:simple|plain|easy|modern|old|british|american|brazilian|swiss|canadian|high|low|standard) )?"
    rf"(?:{'|'.join(sorted(NAMES))}|latin|welsh|irish|icelandic|catalan|persian|farsi|urdu|thai|malay|swahili|serbian|"
    r"flemish|gaelic|bengali|tagalog|scots)"
)
_TRANSLATED = pattern(
    rf"[^.:;!?]{{2,120}}? (?:from {_LANGUAGE} )?(?:into|to) {_LANGUAGE}\b(?! (?:speakers?|learners?|people|"
    rf"class|club))",
    rf"{_LANGUAGE} (?:[\w-]+ ){{1,4}}(?:into|to) {_LANGUAGE}\b",
    rf"from {_LANGUAGE} (?:in)?to {_LANGUAGE}\b",
    rf"{_LANGUAGE} (?:in)?to {_LANGUAGE}\b",
)
_EITHER = re.compile(
    r"(?P<things>[a-z][\w' -]{2,60}: ?)?(?P<values>[\w' -]{2,40}(?:, [\w' -]{2,30}){0,6},? or [\w' -]{2,40})\??",
    re.IGNORECASE,
)
_LONGEST_DECISION = 90
_KINDS = (
    TEXTS
    | WRITINGS
    | MATERIALS
    | word_set(
        "ad advert bill call caller charge claim complaint coin comment customer delivery email headline image "
        "invoice item lead login mail message note offer order page payment photo picture post question "
        "request review site story ticket transaction visitor"
    )
) - {"text", "code"}
"""What is told apart: `hoax call or real`, `fake review or genuine`."""
_NO_VALUE = pattern(
    r"\b(?:i|we|you|it|they|if|when|please|for|with|about|one|so|more|my|our|the|an?|this|that|"
    r"wants?|needs?|has|have|is|are|was|were)\b"
)
_TAUGHT = pattern(r"(?P<subject>(?:[\w-]+ ){0,3}?(?P<noun>[\w-]+)) for (?P<whom>[^,;:.]{2,80})")
_LEARNERS = pattern(
    r"(?:(?:\w+ )?\d+[- ]year[- ]olds?|(?:\w+ )?graders|(?:year|grade|class) \d+|dummies|(?:\w+ )?learners|retirees)\b"
)
_NOUN_AFTER_ALL = pattern(
    r"(?:quiz|report|note|list|guide|sketch|label|draft) (?:for|about) ",
    r"(?:cover|welcome|thank[- ]you|work|report|sales) (?:letters?|speech(?:es)?|notes?|texts?|e-?mails?|cards?)\b",
    r"(?:label|sign) texts\b",
)
"""Nouns that are verbs elsewhere."""
_FROM = pattern(r"[^,;:.]{2,80} from (?:the|my|our|a|all|various|customers|guests|parents)\b")
_AFTER_THE_HEAD = pattern(
    r"[^,;:.!?]{0,80}?(?= (?:for|about|on|to|in|with|of|like|as|at|that|which|who|by|from|under|using|"
    r"based)\b|: (?:what|who|which|how|why|where|when|whether)\b|[,;.!?]|$)"
)
_FINITE = pattern(
    r"\b(?:is|are|was|were|has|have|had|can|could|will|would|shall|should|must|may|might|do|does|did|don't|doesn't|"
    r"i|we|they|he|she)\b|\b(?:wants?|needs?|likes?|loves?|hates?|says?|gets?|comes?|goes|\w{3,}s (?:an?|the|"
    r"my|our|his|her))\b"
)


_LETTERING = pattern(
    r"(?:in |with )?(?:very )?(?:big|large|huge|bold|small|tiny|capital|block) (?:letters?|text|print|type)\b"
)
"""How a text looks, and no text: `big letters on that screen`."""
_OUT_OF_OFFICE = pattern(
    r"out[- ]of[- ]off?ice (?:(?:msg|message|note|mail|email|notice|text|repl(?:y|ie))(?P<many>s)?)\b"
)
_REPLY = pattern(
    r"(?P<how>(?:first|initial|second|final|quick|short|polite|friendly|kind|brief|standard|automatic) )?"
    r"(?P<noun>answer|reply|response|answers|replies|responses) to (?=[^,;:.!?]{3,})"
)
"""What answers somebody: `first answer to families who …`, `polite replies to complaints`."""
_TROUBLED = pattern(
    r"(?P<who>(?:our |my )?[\w-]+(?: [\w-]+)?) (?P<trouble>(?:locked out|stuck|stranded|lost|confused|left|cut off|"
    r"shut out|"
    r"overcharged|double[- ]charged|unable|struggling|affected|hit|worried|waiting|having (?:trouble|problems)|"
    r"with (?:trouble|problems|issues|questions)|in (?:trouble|need|distress))\b[^.:;!?]{0,80})"
)
"""People in trouble, of whom nothing else is said: whoever names them wants them helped."""


def noted(words: str) -> str:
    """Return the task that a note names: `Write limericks for us` of `limericks for us`; nothing where it is none."""
    words = words.rstrip(" .!") or words
    opening = words.partition(" ")[0].casefold()
    following = words.partition(" ")[2].partition(" ")[0].casefold()
    if following in DETERMINERS and opening not in ("half", "all", "both"):
        return ""
    if (opening in VERBS and not _NOUN_AFTER_ALL.match(words)) or opening in SMALL_WORDS - DETERMINERS - {"from"}:
        return ""
    return (
        _first_answer(words)
        or _away(words)
        or _in_trouble(words)
        or _translation(words)
        or _decision(words)
        or _lesson(words)
        or _text(words)
    )


def _first_answer(words: str) -> str:
    """Return `Give the first answer to families who …` of `first answer to families who …`."""
    found = _REPLY.match(words)
    if not found or _FINITE.search(found[0]):
        return ""
    ordinal = found["how"] and found["how"].casefold().split()[0] in ("first", "initial", "second", "final", "last")
    if found["noun"].casefold().endswith(("s", "ies")):
        return f"Write {lowered(words)}"
    return f"Give {'the ' + lowered(words) if ordinal else with_article('a ' + lowered(words))}"


def _away(words: str) -> str:
    """Return `Write an out of office message for …` of `out of office message for …`."""
    away = _OUT_OF_OFFICE.match(words)
    if not away:
        return ""
    return f"Write {lowered(words) if away['many'] else with_article('a ' + lowered(words))}"


def _in_trouble(words: str) -> str:
    """Return `Help members locked out of our gym` of `members locked out of our gym`."""
    found = _TROUBLED.fullmatch(words)
    return f"Help {lowered(words)}" if found and names_people(found["who"]) else ""


def _translation(words: str) -> str:
    found = _TRANSLATED.match(words)
    return f"Translate {lowered(words)}" if found and not _FINITE.search(found[0]) else ""


def _decision(words: str) -> str:
    """Return `Decide whether each item is urgent or can wait` of `urgent or can wait`."""
    found = _EITHER.fullmatch(words.rstrip(".!"))
    if not found or _NO_VALUE.search(found["values"]) or _does(found["values"]) or len(words) > _LONGEST_DECISION:
        return ""
    things, values = (found["things"] or "").rstrip(": "), found["values"]
    if not things:
        first, *others = re.split(r", | or ", values)
        *kind, noun = first.casefold().split()
        if kind and noun in _KINDS and any(noun not in one for one in others):
            return f"Decide whether each {noun} is {with_article('a ' + lowered(values))}"
        return f"Decide whether each item is {lowered(values)}"
    if not things.endswith("s") or _FINITE.search(things):
        return ""
    return f"Decide whether {lowered(things)} are {lowered(values)}"


def _lesson(words: str) -> str:
    found = _TAUGHT.match(words)
    if not found or (found["noun"].casefold() not in SUBJECTS and found["noun"].capitalize() not in NAMES):
        return ""
    if not people(f"for {found['whom']}") and not _LEARNERS.match(found["whom"]):
        return ""
    subject = " ".join(
        word.capitalize() if word.capitalize() in NAMES else word for word in lowered(found["subject"]).split()
    )
    return f"Teach {subject} to {words[found.start('whom') :]}"


def _text(words: str) -> str:
    """Return `Write a monthly circular for our club` of `monthly circular for our club`."""
    named = None if _LETTERING.match(words) else _AFTER_THE_HEAD.match(words)
    if not named or not named[0] or _does(named[0]) or _FINITE.search(named[0]) or words[named.end() :].startswith("?"):
        return ""
    noun = named[0].split()[-1].casefold()
    one = singular(noun.rpartition("-")[2])
    if one not in TEXTS | WRITINGS | PROGRAMS and noun not in TEXTS | MASS:
        return ""
    rest = words[named.end() :].strip(" .!")
    if one in MATERIALS and (not rest or _FROM.match(words)):
        return ""
    if noun == "gist":
        return f"Give the {lowered(words).removeprefix('the ')}"
    many = noun in MASS or noun != one
    first = named[0].partition(" ")[0].casefold()
    if many or first in DETERMINERS or first in ("one", "half", "both") or first[0].isdigit():
        return f"Write {lowered(words)}"
    return f"Write {with_article('a ' + lowered(words))}"


def _does(words: str) -> bool:
    """Tell whether words say what somebody does: `referral covers letters`."""
    return not THIRD.keys().isdisjoint(words.casefold().split()[1:-1])


def lowered(words: str) -> str:
    """Return the words as they stand within a sentence: with a capital only where a name has one."""
    known = words.partition(" ")[0].capitalize() in NAMES
    first = words.partition(" ")[0]
    return words[0].lower() + words[1:] if first[1:].islower() and not known else words
