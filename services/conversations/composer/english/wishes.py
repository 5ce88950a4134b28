"""Turn what a person wishes into what one says to an assistant: who it is, and what it should do, in the imperative."""

import re

from services.conversations.composer.english import wanting
from services.conversations.composer.english.cases import as_you, in_case, orders_after_a_phrase
from services.conversations.composer.english.courtesy import after, plain, plainly
from services.conversations.composer.english.forbidding import with_reason
from services.conversations.composer.english.grammar import (
    THIRD,
    head,
    infinitive,
    is_third_person,
    with_article,
)
from services.conversations.composer.english.lexicon import (
    ALSO_NOUNS,
    DETERMINERS,
    OBJECTS,
    SMALL_WORDS,
    VERBS,
    WRITINGS,
)
from services.conversations.composer.english.noting import noted
from services.conversations.composer.english.permitting import permitted
from services.conversations.composer.english.qualities import as_it_should_be
from services.conversations.composer.english.spoken import spoken
from services.conversations.composer.english.standing import stands
from services.conversations.composer.english.turns import taken_in_turn
from services.conversations.composer.layout import pattern, word_set

_SAID_POLITELY = pattern(r"\b(?:please|pls|plz|kindly)\b|(?:can|could|would|will) you\b")
_ITS = pattern(
    r"\b(?:its|his|her)(?= (?:own )?(?:doubts?|jokes?|hints?|voice|tips|role|opinions?|comments?|verdicts?|reactions?|"
    r"praise|reasoning|thoughts|style|manners|questions?|answers?|repl(?:y|ies)|messages?|tone|sentences|"
    r"advice|suggestions|"
    r"reasons|sources|words|language|explanations?)\b)"
)
_CIRCUMSTANCE = pattern(
    r"(?:if|when|whenever|where|for|in|at|on|under|below|above|after|before|during|with|without|once|each|"
    r"every)\s[^,;:]{1,60}, ([a-z]+)\b"
)
WISH = pattern(
    r"(?:it(?:'d| would) be (?:great|nice|good|lovely|cool|perfect|helpful) if "
    r"(?:it|you|the (?:assistant|bot|ai|tool)) "
    r"(?:could|can|would)|"
    r"(?:i|we)(?:'d like|'d want|'d love| would like| want| need|'d prefer| prefer) "
    r"(?:you|it|him|her|the (?:assistant|bot|chatbot|ai|model|tool|agent|helper)) to|"
    r"(?:you )?(?:should|must|shall|has to|have to|needs? to|is to|are to|ought to))\s+(?:be able to\s+)?"
)
_SOMETHING = pattern(
    rf"{wanting.WANTS} "
    r"(?:something|someone|somebody|a tool|a thing|help) (?:(?:that|which|who)\s+(?:can\s+|will\s+)?|to\s+)",
    r"(?:something|someone|somebody) (?:(?:that|which|who)\s+(?:can\s+|will\s+|could\s+)?|to\s+)",
    r"an? (?:little |small |simple )?(?:app|program|website|site|widget|gadget|thing|service|system) (?:that|which)\s+"
    r"(?:can\s+|will\s+)?(?=[a-z]+ (?:my|me|our|us)\b)",
    r"(?:build|make|create|give|get|find|code|design)(?: me| us)? (?:a (?:little |small |simple )?thing|"
    r"something|someone|"
    r"somebody) (?:(?:that|which|who)\s+(?:can\s+|will\s+)?|to\s+)",
)
_NEEDED = pattern(
    r"(he|she|they|(?:my|our|the) (?:[\w-]+ ){0,2}?[\w-]+) (?:needs?|wants?|could use|"
    r"would like) (?:something|someone|somebody|"
    r"a thing|a tool) (?:(?:that|which|who)\s+(?:can\s+|will\s+)?|to\s+)(?=[a-z-]+ \S)"
)
_DANGLES = pattern(
    r" (?:with|to|for|about|at|on)(?=[.!]?$)| with(?= (?:on|in|at|before|after|when|while|every|each|during|"
    r"and|who|that)\b)"
)
_WHO_ALSO = pattern(r" (?:who|that) ([a-z]+s) (?=(?:me|us|my|our|the|what|when|how|it|them)\b)")
_NICE = pattern(r",? (?:would|'d) be (?:nice|great|good|lovely|perfect|helpful|cool|ideal)(?=[.!]?$)")
_SURELY_IT = pattern(
    r"(?:he|she) (?=shall\s)|"
    r"it (?=(?:should|must|shall|has to|needs to|ought to|never|always)\s|(?:shouldn't|mustn't|doesn't|can't|"
    r"cannot)\s)"
)
ABOUT = pattern(r"(?:it|he|she|the (\w+))\s+")
_IS = pattern(r"is\s+(?!to\b)")
_DOES_NOT = pattern(
    r"(?:does not|doesn't|not|(?:you )?(?:shouldn't|mustn't)|can't|cannot)\s+(?![\"“]|'|too\b|so\b|very\b|about\b|"
    r"only\b|"
    r"an?\b|the\b|just\b|more\b|less\b|more\b|longer\b|than\b|from\b|in\b|for\b|above\b|at\b|on\b|if\b|when\b|"
    r"like (?:an?|the|in)\b|every|all\b|much\b|many\b)",
    r"(?:does not|doesn't) (?=(?:just|only|simply) [a-z])",
)
_NOT_SO = pattern(rf"not (?!(?:{'|'.join(sorted(VERBS))})\b)[a-z-]+$")
_OF_OTHERS = pattern(r"(?:he|she) (?:likes?|loves?|hates?|wants?|lives?|has (?!to\b))")
_YOU_DO_IT = pattern(r"you (?:then |just )?([a-z]+)\s")
_DONE_TO_YOU = word_set("get need know see receive understand work play speak read be have call hold")
_CAN = pattern(r"it (?:can|may) ((?:also )?[a-z]+) ")
_PERMITTED = word_set("assume be change cut drop guess ignore invent leave omit shorten skip use")
_KNOWS = pattern(r"it knows ")
_KNOW = pattern(r"^know (?=(?:our|my|the|all|that)\b)")
_KEEPS = pattern(r"it ((?:always |never )?[a-z]+s)(?= (?:its|his|her) (?:own )?[a-z]+)")
_ASSISTS = pattern(
    r"it (answers|asks|listens|explains|recommends|suggests|translates|replies|summari[sz]es|reminds|praises|quizzes|"
    r"proofreads|advises)\b(?= )"
)
_MAY_NOT = pattern(r"(?:it|he|she) may (not\s+)(?=\w)")
_DOES = pattern(r"((?:(?:never|always|only|also|then)\s+)(?:just\s+|simply\s+|only\s+)?)?([\w-]+)(?=\s+([\w-]+))")
OF_ONESELF = pattern(
    r"\b(?:i|i'm|im|i've|we|we're|we've)\b|\b(?:my|our)(?:\s|$)|"
    r"(?:it|they|he|she)(?:'s|'re| (?:costs?|weighs?|lasts?|is|are|was|were|has|have|lives?|comes?|hates?|likes?|"
    r"loves?|wants?|needs?|can't|cannot))\b|"
    r"(?:guests|students|members|visitors|users|customers|people|clients|patients|parents) "
    r"(?:often |always |sometimes )?(?:ask|write|call|post|send|want|get)\b"
)
_CONDITION = pattern(
    r"((?:if|when|whenever|once|as soon as|where|for|in|on|at|after|before|every|each)\s[^,;:]*,) (?:it|he|she) "
    r"(?:should|must|shall|has to|needs to|ought to)\s+(?=(not\s)?)"
)
_IT_DOES = pattern(
    r"\b((?:if|when|whenever|where|wherever|unless|until|before|after|what|that) )(?:it|he|she) "
    r"(?:(does not|doesn't|cannot|can't|is|isn't)"
    r"(?= (?:know|sure|unsure|not sure|certain|find|answer|understand|read|tell))|"
    r"(names|gives|answers|asks|replies|says|writes|explains|finds|mentions|uses|translates|knows|suggests|quotes|"
    r"refuses))\b"
)
_YOU_DO = {"does not": "do not", "doesn't": "don't", "is": "are", "isn't": "aren't"}

_SAYS_YOU = pattern(r"(?:you|your)(?:$|')")
_TELLS_YOU = pattern(
    r"(?:you're|you are) (?:only |always |not )?(?:allowed|permitted|supposed|meant) to [^;.!?]{3,}\b(?:i|me|my|we|"
    r"us|our)\b|"
    r"you (?:know|see|get|hear|find|learn),",
    r"you (?:can|may|could) [^;.!?]{3,80}, (?:they say|they tell|people say|it says|but (?:nobody|no one|everyone|i|"
    r"we)\b)",
)
"""What is told of people in general: `you're allowed to write to them, and it's been on me for months`."""
_BARE = pattern(
    rf"(write|draft|create|make|compose|give|produce) ({'|'.join(sorted(WRITINGS - {'text', 'code'}))})"
    r"(?= (?:of|for|about|on)\b|[.!]?$)"
)
PROMPT_FOR = r"(?:an? (?:system )?prompt for\s+)?"
WANTED = pattern(rf"(?:be\s+|(?:{wanting.WANTS}\s+)?{PROMPT_FOR})an?\s+(?=\S)")


def wish(words: str, known_as: str) -> str:
    """Return the words in the imperative where they are a wish in some other mood.

    `known_as` is what the assistant has been called: its nouns, and `it`, are the assistant.
    """
    rest = plainly(words)
    if said := taken_in_turn(rest) or as_it_should_be(rest) or permitted(rest) or spoken(rest):
        return said
    rest = wanting.meant(rest, known_as)
    if known_as:
        rest = as_you(_IT_DOES.sub(_you_do, _CONDITION.sub(_conditional, rest)))
    rest = in_case(with_reason(_NICE.sub("", rest)))
    return _KNOW.sub("You know ", _needed(rest) or _of_you(rest) or _of_it(rest, known_as))


def _needed(words: str) -> str:
    """Return `write menus for my choir` of `my choir needs someone to write menus`; else nothing."""
    found = _NEEDED.match(words)
    if not found:
        return ""
    verb, _, more = words[found.end() :].partition(" ")
    doing = wanting.all_done(f"{THIRD.get(verb.casefold(), verb)} {more}").strip(" .!")
    whom = found[1].casefold()
    return doing if whom in ("he", "she", "they") else f"{doing} for {whom}"


def _of_you(rest: str) -> str:
    """Return what is surely said of the assistant, whatever it is called, or surely of somebody else; else nothing."""
    if _OF_OTHERS.match(rest):
        return rest
    if (you := _YOU_DO_IT.match(rest)) and you[1].casefold() in VERBS - _DONE_TO_YOU:
        return rest[you.start(1) :]
    if (can := _CAN.match(rest)) and can[1].casefold() in VERBS - {"be"}:
        may = can[1].casefold() in _PERMITTED or "may" in rest[: can.start(1)].casefold().split()
        return as_you(f"You {'may' if may else 'can'} {rest[can.start(1) :]}")
    for saying, yours in ((_MAY_NOT, "You may not"), (_KNOWS, "You know")):
        if found := saying.match(rest):
            return f"{yours} {rest[found.end() :]}"
    if assists := _ASSISTS.match(rest) or (_KEEPS.match(rest) if _ITS.search(rest) else None):
        return wanting.all_done(infinitive(assists[1]) + _ITS.sub("your", rest[assists.end() :]))
    return ""


def _of_it(rest: str, known_as: str) -> str:
    about = ABOUT.match(rest)
    if not known_as and (surely := _SURELY_IT.match(rest)):
        rest = as_you(_ITS.sub("your", rest[surely.end() :]))
    if about and known_as and (not about[1] or about[1].casefold() in known_as.split()):
        rest = _ITS.sub("your", rest[about.end() :])
        if being := _IS.match(rest):
            return f"You are {rest[being.end() :]}"
    rest = after(WISH, _of_somebody(rest))
    wanted = WANTED.match(rest)
    if wanted and not rest.casefold().startswith(("a ", "an ", "be ")):
        thing = with_article("a " + rest[wanted.end() :])
        rest = thing if head(thing) in WRITINGS else f"give {thing}"  # `I would like a poem`
    if need_not := wanting.need_not(rest):
        return need_not
    if (negated := _DOES_NOT.match(rest)) and not _NOT_SO.match(rest):
        return f"Do not {rest[negated.end() :].rstrip('?')}"
    does = _DOES.match(rest)
    if does and not about and _is_thing(does):
        return rest
    if does and not rest.endswith("?") and (does[1] or is_third_person(does[2], does[3])):
        doing = rest[does.end() :]
        return wanting.all_done(
            (does[1] or "") + infinitive(does[2]) + (_ITS.sub("your", doing) if known_as else doing)
        )
    return rest


def _is_thing(does: re.Match[str]) -> bool:
    """Tell whether words are no verb: `only answers about birds`, `quotes only if …`, not `only answers the phone`."""
    plural = does[2].casefold() not in THIRD
    noun = plural or (
        infinitive(does[2]) in ALSO_NOUNS | {"name", "text"} and does[3].casefold() not in OBJECTS - {"only"}
    )
    return noun and "only" in ((does[1] or "").casefold().strip(), does[3].casefold())


def _of_somebody(words: str) -> str:
    """Return `go through letters` of `I need somebody who goes through letters`."""
    doing = after(_SOMETHING, words)
    if doing == words:
        return words
    # `someone to practise with who corrects me`
    doing = _DANGLES.sub(lambda found: f"{found[0]} me", doing, count=1)
    doing = _WHO_ALSO.sub(lambda found: f" and {infinitive(found[1])} ", doing, count=1)
    verb, _, more = doing.partition(" ")
    return wanting.all_done(f"{THIRD.get(verb.casefold(), verb)} {more}".rstrip("? "))


def _conditional(found: re.Match[str]) -> str:
    return f"{found[1]} do " if found[2] else f"{found[1]} "


def _you_do(found: re.Match[str]) -> str:
    doing = (found[2] or "").replace("\u2019", "'").casefold()
    return f"{found[1]}you {_YOU_DO.get(doing, doing) if doing else infinitive(found[3])}"


def order(words: str, wished: str) -> str:
    """Return what the words order: what was a wish, what says what to do, or something to be written; else nothing."""
    return "" if stands(wished) else _order(words, wished)


def _order(words: str, wished: str) -> str:
    if wished.casefold().startswith(("a ", "an ")) and head(wished) in WRITINGS:
        return f"Write {with_article(wished)}"
    if bare := _BARE.match(wished):
        return f"{bare[1]} {with_article('a ' + bare[2])}{wished[bare.end() :]}"
    if _TELLS_YOU.match(wished):
        return ""
    opening = wished.partition(" ")[0].casefold()
    if wished != plain(words) or _SAYS_YOU.match(opening) or wanting.is_unknown_order(wished):
        return wished
    if named := noted(wished):
        return named
    circumstance = _CIRCUMSTANCE.match(wished)
    orders = (
        opening in VERBS
        or _SAID_POLITELY.search(words)
        or _looks_like_an_order(wished)
        or (circumstance and circumstance[1].casefold() in VERBS)
        or orders_after_a_phrase(wished)
    )
    return wished if orders else ""


def _looks_like_an_order(words: str) -> bool:
    """Tell whether words begin with what must be a verb: `praise every run`, `don't change its name`."""
    first, _, rest = words.casefold().replace("\u2019", "'").partition(" ")
    if first in ("always", "never", "don't"):
        return True
    following = rest.partition(" ")[0]
    is_doing = first.endswith("ing") and first not in VERBS
    return (
        following in OBJECTS and first.isalpha() and not is_doing and first not in OBJECTS | DETERMINERS | SMALL_WORDS
    )


def is_of_oneself(words: str) -> bool:
    """Tell whether the person speaks in the first person."""
    return OF_ONESELF.search(words) is not None
