"""Turn what a person wishes into what one says to an assistant: who it is, and what it should do, in the imperative."""

import re

from services.conversations.composer.english import (
    head,
    infinitive,
    is_third_person,
    names_an_agent,
    pattern,
    sentence,
    with_article,
)
from services.conversations.composer.lexicon import AGENTS, ASSISTANTS, COMMON, VERBS, WRITINGS

_GREETING = pattern(r"(?:hi|hello|hey)(?: there)?[,.!]*")
_POLITE = pattern(r"(?:(?:please|kindly|hi|hello|hey)\b[,!]?\s+)*")
_QUESTION = pattern(r"(?:can|could|would|will) you\s+(?:please\s+)?")
_WISH = pattern(
    r"(?:(?:i|we)(?:'d like| would like| want| need) (?:you|it) to|"
    r"(?:you )?(?:should|must|shall|has to|have to|needs? to|is to|are to|ought to))\s+(?:be able to\s+)?"
)
_ABOUT = pattern(r"(?:it|he|she|the (\w+))\s+")
_IS = pattern(r"is\s+(?!to\b)")
_DOES_NOT = pattern(r"(?:does not|doesn't|not)\s+")
_DOES = pattern(r"((?:never|always)\s+)?([\w-]+)(?=\s+([\w-]+))")
_OF_ONESELF = pattern(r"\b(?:i|i'm|i've|we|we're|we've)\b")

_BEING = pattern(
    r"(?:(?:act as|behave as|pretend to be|play the role of)\s+(?=(?:an?|the|my|our)\s)|"
    r"(?:you are|you're)\s+(?!(?:given|going|asked|provided|to|not|allowed|expected)\b))(?=\S)"
)
_PROMPT_FOR = r"(?:an? (?:system )?prompt for\s+)?"
_WANTED = pattern(rf"(?:be\s+|(?:(?:i|we)(?:'d like| would like| want| need)\s+)?{_PROMPT_FOR})an?\s+(?=\S)")
_MADE = pattern(rf"(?:create|make|build|design|develop|generate|give me|write)(?: me| us)?\s+{_PROMPT_FOR}an?\s+(?=\S)")


def is_greeting(words: str) -> bool:
    """Tell whether a sentence only greets."""
    return _GREETING.fullmatch(words) is not None


def role(words: str, *, first: bool) -> str:
    """Return `You are …` where the words say who the assistant is, else nothing; the `first` ones may just name it."""
    words = _after(_WISH, _plainly(words))
    if being := _BEING.match(words):
        return sentence("You are " + with_article(words[being.end() :]))
    if not first:
        return ""
    wanted = _WANTED.match(words)
    if found := wanted or _MADE.match(words):
        name = words[found.end() :]
        named = names_an_agent(name, surely=wanted is None)
    else:
        opening = words.partition(" ")[0].casefold()
        name = words[0].lower() + words[1:] if opening in COMMON | AGENTS else words
        is_order = opening in VERBS and opening not in AGENTS
        named = names_an_agent(words) and not is_order
    return sentence("You are " + with_article(f"a {name}")) if named else ""


def role_in_passing(words: str) -> str:
    """Return `You are a bot` where the words say what the bot does, as if it were known; else nothing."""
    about = _ABOUT.match(_plainly(words))
    return f"You are {with_article('a ' + about[1])}" if about and (about[1] or "").casefold() in ASSISTANTS else ""


def wish(words: str, known_as: str) -> str:
    """Return the words in the imperative where they are a wish in some other mood.

    `known_as` is what the assistant has been called: its nouns, and `it`, are the assistant.
    """
    rest = _plainly(words)
    about = _ABOUT.match(rest)
    if about and known_as and (not about[1] or about[1].casefold() in known_as.split()):
        rest = rest[about.end() :]
        if being := _IS.match(rest):
            return f"You are {rest[being.end() :]}"
    rest = _after(_WISH, rest)
    if negated := _DOES_NOT.match(rest):
        return f"Do not {rest[negated.end() :]}"
    does = _DOES.match(rest)
    if does and (does[1] or is_third_person(does[2], does[3])):
        return (does[1] or "") + infinitive(does[2]) + rest[does.end() :]
    return rest


def is_order(words: str) -> bool:
    """Tell whether the words already say what to do, to whom they are said."""
    opening = words.partition(" ")[0].casefold()
    return opening in VERBS or opening.startswith("you")


def is_writing(words: str) -> bool:
    """Tell whether the words name one thing to be written, such as `a haiku about rain`."""
    return words.casefold().startswith(("a ", "an ")) and head(words) in WRITINGS


def is_of_oneself(words: str) -> bool:
    """Tell whether the person speaks in the first person."""
    return _OF_ONESELF.search(words) is not None


def _plainly(words: str) -> str:
    """Return the words without courtesy: `plan a party` of `hello, could you please plan a party?`."""
    rest = _after(_POLITE, words)
    asked = _after(_QUESTION, rest)
    return rest if asked == rest else asked.removesuffix("?") or rest


def _after(beginning: re.Pattern[str], words: str) -> str:
    """Return the words without what they may begin with; all of them, if that is all there is."""
    found = beginning.match(words)
    return (words[found.end() :] if found else words) or words
