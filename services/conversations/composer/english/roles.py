"""Who the assistant is, as a person says it."""

from services.conversations.composer.english import wanting
from services.conversations.composer.english.courtesy import after, plainly
from services.conversations.composer.english.grammar import names_an_agent, with_article
from services.conversations.composer.english.lexicon import AGENTS, ASSISTANTS, COMMON, VERBS
from services.conversations.composer.english.noting import lowered
from services.conversations.composer.english.wishes import ABOUT, OF_ONESELF, PROMPT_FOR, WANTED, WISH
from services.conversations.composer.layout import pattern, sentence

_BEING = pattern(
    r"(?:(?:act as|behave as|pretend to be|play the role of)\s+(?=(?:an?|the|my|our)\s)|"
    r"(?:it's|it is|this is) (?=an? (?:[\w-]+ ){0,2}?(?:bot|assistant|chatbot|helper|agent|tutor|coach|"
    r"game master)\b)|"
    r"(?:you are|you're|u are|u r|ur)\s+(?!(?:given|going|asked|provided|to|not|allowed|expected)\b))(?=\S)"
)
_CAST = pattern(
    r"(?:can|could|would|might) (?:it|you|this) (?:please |maybe |perhaps )*(?=be (?:an?|the|my|"
    r"(?:something )?like an?)\s)"
)
_LIKE = pattern(r"^be (?:something )?like (?=an?\s)")
_KIND_OF = pattern(r"(?<=\b)(an? )(?:kind|sort) of (?:an? )?(?=\S)")
_DOES = pattern(r"[^.!?\n]{2,60}?(?:: ?[a-z]| (?:who|that) [a-z]+s )")
"""Whatever it is that may be asked to do things, as in `can it be a diary: ask me about my day?`, it is a role."""
_BE_THE = pattern(r"be (?=(?:the|my|our)\s[^.!?]{3,})")
_MET = pattern(
    r"['\w -]{2,40}? (?:(?:that|who|which|whom) )?(?:i|we) (?:can |could )?(?:meet|talk to|talk with|chat with|"
    r"report to|"
    r"check in with|ring|call|write to|practi[sc]e with|confide in|answer to|turn to|see every|argue with|"
    r"play against)\b"
)
"""Whom one meets is somebody, whatever he is called: `a watchdog that I meet on Sundays`."""
_SERVICE = pattern(
    r"(?:an? |the |our )?((?:[\w-]+ ){0,2}?(?:help ?desk|help-desk|service desk|front desk|"
    r"info(?:rmation)? desk|first line(?: of "
    r"(?:support|help|contact|defence))?|first[- ]line support|first (?:point of )?contact|point of contact|"
    r"hotline|helpline|"
    r"reception(?: desk)?|answering service|switchboard|customer (?:service|support|care)|tech(?:nical)? support|"
    r"support (?:line|desk|chat)|emergency line)) (?:for|of|at|in)\b"
)
_ACTING = pattern(r"(?:speaking |acting )?as (?=an?\s[^,;:]{3,80}$)")
_SOMEBODY_WHO = pattern(
    r"(?!(?:\w+ )?(?:for|to|of|about|from|on|in|with)\b)[\w-]+(?: (?!for |to |of |about |"
    r"from )[\w-]+)? who [a-z]+s "
)
"""Whatever somebody is called who does something, he is no thing."""
_WISHES_FOR = pattern(wanting.WANTS)
_MADE = pattern(
    rf"(?:create|make|build|design|develop|generate|give me|write)(?: me|"
    rf" us)?\s+{PROMPT_FOR}an?\s+(?=\S)"
)


def role(words: str, *, first: bool) -> str:
    """Return `You are …` where the words say who the assistant is, else nothing; the `first` ones may just name it."""
    words = after(WISH, plainly(words))
    asked = after(_CAST, words)
    is_cast = asked != words
    if is_cast or wanting.is_question(words):
        words = _LIKE.sub("be ", asked.rstrip("? "), count=1)
    words = _KIND_OF.sub(r"\1", words, count=1) if " of " in words else words
    if first and (service := _SERVICE.match(words)):
        return sentence(f"You are the {lowered(service[1])}{words[service.end(1) :]}")
    if being := _being(words, first=first):
        return sentence(f"You are {with_article(being)}")
    wanted = WANTED.match(words)
    if not first:
        wishes = is_cast or _WISHES_FOR.match(words)
        named = (
            wanted
            and wishes
            and (names_an_agent(words[wanted.end() :], surely=True) or (is_cast and _DOES.match(words, wanted.end())))
        )
        return sentence("You are " + with_article(f"a {words[wanted.end() :]}")) if wanted and named else ""
    if found := wanted or _MADE.match(words):
        name = words[found.end() :]
        named = names_an_agent(name, surely=wanted is None) or any(
            somebody.match(name) for somebody in (_SOMEBODY_WHO, _MET, *([_DOES] if is_cast else []))
        )
    elif OF_ONESELF.match(words):
        return ""
    else:
        opening = words.partition(" ")[0].casefold()
        name = words[0].lower() + words[1:] if opening in COMMON | AGENTS else words
        is_order = opening in VERBS and opening not in AGENTS
        named = names_an_agent(words) and not is_order
    return sentence("You are " + with_article(f"a {name}")) if named else ""


def _being(words: str, *, first: bool) -> str:
    """Return `a coach` of `act as a coach`, and `the judge` of `be the judge`; else nothing."""
    if being := _BEING.match(words):
        return words[being.end() :]
    found = _ACTING.match(words) or (_BE_THE.match(words) if first else None)
    return words[found.end() :] if found and names_an_agent(words[found.end() :].partition(" ")[2]) else ""


def role_in_passing(words: str) -> str:
    """Return `You are a bot` where the words say what the bot does, as if it were known; else nothing."""
    about = ABOUT.match(plainly(words))
    return f"You are {with_article('a ' + about[1])}" if about and (about[1] or "").casefold() in ASSISTANTS else ""
