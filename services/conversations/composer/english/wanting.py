"""What a person says in the first person, or asks as a question, and means as an order."""

import re

from services.conversations.composer.english.grammar import THIRD, infinitive, is_third_person, name
from services.conversations.composer.english.lexicon import (
    DELIVERABLES,
    DETERMINERS,
    PARTICIPLES,
    SMALL_WORDS,
    THINGS_SAID,
    VERBS,
    WRITINGS,
)
from services.conversations.composer.layout import pattern

WANTS = (
    r"(?:(?:(?:what|all|the thing) )?(?:i|we)(?:(?:'?d| would)(?: really| just| also| only)? "
    r"(?:like|love|want|need|prefer)|"
    r"(?: really| just| also| only| basically| actually)? (?:want|need|prefer|could use)|"
    r"(?:'m| am|'re| are|m) (?:(?:looking|searching|hoping) for|after))(?: is| would be)?(?: to have)?|"
    r"(?:looking|searching) for|(?:want|need)(?= (?:an?|some(?:thing|one|body)) )|"
    r"(?:is it|would it be) possible to (?:have|get)|can (?:i|we) (?:have|get)|"
    r"(?:could|can) there be)"
)
"""The beginning of a wish for something, or for somebody."""
_NEEDED = pattern(
    r"((?:from|for|out of|per|of) [^,:]{1,40}?,? )?(?:i|we)(?: just| only)? (?:need|want)"
    r"(?: to (?:have|know|see))?(:)? (?!to\b|you\b|it\b|this\b|that\b|more\b|help\b|(?:some|an?)\b)"
)
_LISTED = pattern(
    r"(?:the |their |its )?[\w-]+(?: [\w-]+){0,4}, (?:the |their |its )?[\w-]+(?: [\w-]+){0,4}(?:,| and )"
)
_REFUSES = pattern(
    r"(?:i|we)(?: really| just| also)? (?:do not|don't|never|wouldn't|would not) (?:want|need|like)\s+"
    r"((?:you|it|him|her|the \w+) to\s+|to (?:see|have|get|read|hear)\s+)?(?:any\s+)?(?=\S)"
)
_TO_KNOW = pattern(
    rf"{WANTS} to (?:know|see|understand|find out|learn|hear) (which|what|why|how|whether|if|who|where|when)\b"
)
_ON_SOMETHING = pattern(r"(?:about|of)\b")
_NO_NOUN = pattern(
    r"(?:it|them|this|that|these|those|him|her|you|to|the|my|our|your|anyone|anything|for|me|"
    r"us|more)\b"
)
_ASKS = pattern(
    r"(?:can|could|would) (?:it|he|she|(?P<some>some(?:thing|one|body)|any(?:thing|one|body)))\s+(?:please\s+|"
    r"also\s+|maybe\s+)*(?:be able to\s+)?(?!be (?:that|true)\b)(?P<does>\w+)"
)
_WHETHER = pattern(
    r"(is|are|was|were|does|do|has|have) ((?:this|these|those|that|the|an?|my|our) [\w-]+) "
    r"(?!(?:in|of|on|for|from|about|with|at|to|by|that|which|who|and|or)\b)([^?]+)\??"
)
_SAID_OF_IT = pattern(
    r"[\w-]+$|[\w-]+,? (?:and|or|but|enough|for|to|in|with|than|of|on|at|from|as|about)\b|"
    r"(?:an?|the|not|too|very|really|more|less|still|so)\s"
)
_OR_IS = pattern(r"\bor (?:is|are|was|were|does|do) ")
_POSSIBLE = pattern(r"is it possible (?:that|for) (?:it|you) (?:to |can )?([a-z]+)\b")
_WANTED_THAT = pattern(
    r"(?:what )?(?:i|we)(?:'d like|'d love| would like| want| need| wish)(?: is)? that (?:it|he|she|you) "
    r"(?:can |will |could |should |must )?([a-z]+)\b(?= )"
)
_TELLS_ME = pattern(r"it (?=(?:also |only |just )?(\w+s) (?:me|us|my|our|people|customers|users)\b)")
_ASKING = frozenset({"be", "do", "have", "know", "see", "need"})
_NEED_NOT = pattern(r"(?:(?:does not|doesn't|don't|do not) (?:need|have) to|need not)\s+")
_PASSIVE = pattern(
    r"((?:[\w-]+ ){1,5})(?:should|must|has to|have to|needs to|need to|shall) (?:(not|never|always|only) )?be "
    r"([a-z]+)\b(?! by\b)"
)
_PHRASAL = pattern(
    r"([a-z]{2,}) (?:up|out|down|through|off|over|away|apart|together|back)(?: (?:with|of|to|on|for))? "
    r"(?!of\b|is\b|are\b|was\b|and\b|or\b|for\b|in\b)(?:\w+)"
)
_AND_DOES = pattern(
    r"((?:,|\band|\bor|\bbut|&)(?: (?:then|also|never|always))? )"
    r"(?:(?:doesn't|does not) (?P<not>[a-z]+)\b|([a-z]+s) (?=([\w-]+)))"
)
_OBJECT_PRONOUNS = frozenset({"it", "them", "him", "me", "us"})
_WISHES = pattern(rf"{WANTS}\s+(?:just |only |simply )?(?=\S)")
_ONLY = pattern(r"\b(?:only|just)\b")
_STARTS_ELSE = pattern(r"(?:to|you|it|him|her|them|that|this|what|more|less|some(?:one|body|thing)|nothing|me|us)\b")
_WHO = pattern(r" (?:who|that|which) ")
_SENTENCE = pattern(r"\bto\b|\b(?:is|are|was|were)\b")


def is_question(words: str) -> bool:
    """Tell whether a wish is asked for: `is it possible to have a bot?`."""
    return words.endswith("?") and _WISHES.match(words) is not None


def meant(words: str, known_as: str) -> str:
    """Return the words as an order where they are one in another mood; else as they are."""
    return (
        _refused(words)
        or _wanted_that(words)
        or _to_be_known(words)
        or _asked(words, known_as)
        or _passive(words)
        or _needed(words)
        or _thing_wanted(words)
        or words
    )


def _refused(words: str) -> str:
    """Return what the person does not want as what not to do; else nothing."""
    found = _REFUSES.match(words)
    if not found:
        return ""
    rest = words[found.end() :]
    if found[1] and _ON_SOMETHING.match(rest):
        return f"Do not talk {rest}"
    if found[1]:
        return f"No {rest}" if found[1].casefold().startswith("to ") else f"Do not {rest}"
    if _NO_NOUN.match(rest) or rest.casefold() == "any":
        return ""
    rest = rest[2:] if rest[:2].casefold() == "a " else rest.removeprefix("an ")
    return f"No {rest}"


def _to_be_known(words: str) -> str:
    """Return `Find out which month was worst` of `I'd like to know which month was worst`; else nothing."""
    found = _TO_KNOW.match(words)
    if not found:
        return ""
    verb = "Explain" if found[1].casefold() in ("how", "why") else "Find out"
    return f"{verb} {words[found.start(1) :]}"


def _asked(words: str, known_as: str) -> str:
    """Return what is asked of the assistant, or to be found out, as an order; else nothing."""
    asking, asks = words.endswith("?"), _ASKS.match(words)
    if asks and _is_asked(asks, known_as, surely=not asking):
        return words[asks.start("does") :].rstrip("? ")
    if found := _WHETHER.fullmatch(words):
        return _decided(found)
    if asking and (possible := _POSSIBLE.match(words)):
        return infinitive(possible[1]) + words[possible.end() :].rstrip("? ")
    if asking and words.partition(" ")[0].casefold() in VERBS - _ASKING:
        return words.rstrip("? ")
    if not known_as and (tells := _TELLS_ME.match(words)) and tells[1].casefold() in THIRD:
        return words[tells.end() :]
    return ""


def _is_asked(asks: re.Match[str], known_as: str, *, surely: bool) -> bool:
    """Tell whether something is asked of the assistant; `surely` where no question mark says so."""
    is_order = asks["does"].casefold() in VERBS
    if surely:
        return is_order and (bool(asks["some"]) or ":" in asks.string)
    return bool(known_as) or is_order


def _wanted_that(words: str) -> str:
    """Return `read my mail` of `what I want is that it reads my mail`; else nothing."""
    found = _WANTED_THAT.match(words)
    return all_done(infinitive(found[1]) + words[found.end() :]) if found else ""


def _decided(asked: re.Match[str]) -> str:
    """Return what is to be decided, where it is plain where the subject ends, as in `is this review fake?`."""
    verb = asked[1].casefold()
    if verb in ("do", "does") or not _SAID_OF_IT.match(asked[3]) or _OR_IS.search(asked[3]):
        return ""
    return f"Decide whether {asked[2]} {verb} {asked[3]}"


def need_not(words: str) -> str:
    """Return `You do not need to …` where somebody need not do something; else nothing."""
    found = _NEED_NOT.match(words)
    return f"You do not need to {words[found.end() :]}" if found else ""


def _passive(words: str) -> str:
    """Return `Write dates in full` of `dates should be written in full`; else nothing."""
    found = _PASSIVE.match(words)
    if not found or not (verb := base(found[3].casefold())):
        return ""
    first, _, more = found[1].strip().partition(" ")
    opening = first.casefold()
    if opening not in DETERMINERS | THINGS_SAID | {"no", "all"} or opening in ("that", "this") or _clausal(more):
        return ""
    rest = words[found.end() :]
    if opening == "no":
        return f"Do not {verb} {more}{rest}"
    thing = f"{opening} {more}".strip()
    how = (found[2] or "").casefold()
    if how in ("not", "never"):
        return f"{'Do not' if how == 'not' else 'Never'} {verb} {thing}{rest}"
    return f"{how} {verb} {thing}{rest}".strip()


def _clausal(words: str) -> bool:
    return bool({"who", "that", "which", "i", "we", "if", "when", "what"}.intersection(words.casefold().split()))


def base(participle: str) -> str:
    """Return `write` of `written`; nothing where the verb is not known."""
    if participle in PARTICIPLES:
        return PARTICIPLES[participle]
    stem = participle.removesuffix("ed")
    if stem == participle:
        return ""
    forms = (stem, stem + "e", stem[:-1] + "y" if stem.endswith("i") else stem, stem[:-1])
    return next((form for form in forms if form in VERBS), "")


def _needed(words: str) -> str:
    """Return `for each one, give the date and the price` of `for each one I need the date and the price`."""
    found = _NEEDED.match(words)
    rest = words[found.end() :] if found else ""
    if not found or not (found[2] or _LISTED.match(rest)):
        return ""
    return f"{found[1].strip(' ,')}, give: {rest}" if found[1] else f"Give {rest}"


def _thing_wanted(words: str) -> str:
    """Return what the person wishes to have as an order: `write short poems` of `what I want is short poems`."""
    found = _WISHES.match(words)
    rest = words[found.end() :] if found else ""
    if rest.casefold().startswith("no "):
        return rest
    if not rest or _STARTS_ELSE.match(rest) or rest.casefold().startswith(("a ", "an ")):
        return ""
    noun = (name(rest).partition(",")[0].split() or [""])[-1]
    if noun in WRITINGS:  # `I need the report by noon` tells something
        return ""
    if noun not in DELIVERABLES and noun.removesuffix("s") not in WRITINGS:
        return ""
    only = _ONLY.search(found[0]) if found else None
    if only:
        return f"Give {only[0].casefold()} {rest}"
    verb = "Write" if noun.removesuffix("s") in WRITINGS or noun == "texts" else "Give"
    return "" if _SENTENCE.search(_WHO.split(rest.partition(",")[0], maxsplit=1)[0]) else f"{verb} {rest}"


def all_done(words: str) -> str:
    """Return further verbs in the infinitive too: `read mails and sort them` of `read mails and sorts them`."""
    return _AND_DOES.sub(_done, words)


def _done(found: re.Match[str]) -> str:
    if found["not"]:
        return f"{found[1]}do not {found['not']}"
    verb, following = found[3], found[4]
    if is_third_person(verb, following) or following.casefold() in _OBJECT_PRONOUNS:
        return f"{found[1]}{infinitive(verb)} "
    return found[0]


def is_unknown_order(words: str) -> bool:
    """Tell whether words begin with a phrasal verb and its object: `boil down the text`."""
    found = _PHRASAL.match(words)
    verb = found[1].casefold() if found else "s"
    return not verb.endswith("s") and verb not in DETERMINERS | SMALL_WORDS | DELIVERABLES
