"""Find out who the assistant is, where a German sentence says so."""

import re

from services.conversations.composer.german.courtesy import plainly
from services.conversations.composer.german.grammar import of_infinitive, orders
from services.conversations.composer.german.lexicon import NOUNS_TOO, SERVICES, word_set
from services.conversations.composer.german.nouns import (
    article,
    is_agent,
    is_assistant,
    name,
    names_an_agent,
    nominative,
    of_genitive,
)
from services.conversations.composer.german.somebody import by_somebody, named_somebody
from services.conversations.composer.german.wanting import WANTING
from services.conversations.composer.layout import pattern, sentence

_DETERMINED = r"(?=(?:eine?|einen|einer?s?|der|die|das|den|meine?[nrs]?|unsere?[nrs]?|jemand)\s)"
_YOU_ARE = pattern(r"du bist\s+(?!(?:nicht|nie|niemals|da|dazu|dafür|verpflichtet|gefragt|gebeten|dabei)\b)(?=\S)")
_FORMALLY = pattern(rf"sie sind\s+{_DETERMINED}")
_BE = pattern(rf"(?:sei|seien sie)\s+{_DETERMINED}")
_LIKE = pattern(
    r"(?:(?:agiere?|handle|handele|fungiere?|arbeite|antworte|verhalte? dich|benimm dich|tritt auf|du (?:agierst|"
    r"fungierst|"
    r"arbeitest|handelst))|(?:agieren|handeln|fungieren) sie)\s+(?:wie|als)\s+"
)
_PART = pattern(
    r"(?:(?:spiele?|übernimm|schlüpfe? in|versetze? dich in|nimm)\s+)(?:bitte\s+)?die rolle\s+(?:von\s+(einer?m?)\s+)?"
)
_PLAY = pattern(rf"(?:spiele?|mime?|gib)\s+{_DETERMINED}")
_SHOULD_BE = pattern(
    r"(?:(?:du|er|sie|es|d(?:er|ie|as) [\w-]+)\s+)?(?:sollst|solltest|soll|sollte|musst|muss)\s+(?=(?:eine?|meine?|"
    r"unsere?|wie eine?)\s)"
)
_THAT_IS = pattern(
    r"(?:ich|wir) (?:möchten?|wollen|will|hätten? gerne?),? dass du\s+(?=(?:eine?|meine?|unsere?|der|die|das)\s)"
)
_WITH_BE = re.compile(r"\s(?:sein|bist)(?=[,.!?]|\s*$)", re.IGNORECASE)
_PROMPT_FOR = r"(?:einen (?:system-?)?prompt für\s+)?"
_ONE = r"(?=(?:eine?|einen|jemanden|meinen|unseren)\s|jemanden,|einen?,|jemand\b)"
_WANTED = pattern(rf"(?:(?:{WANTING}|gesucht(?: wird)?:?\s+)?{_PROMPT_FOR}){_ONE}")
_WANTS = pattern(
    rf"(?:{WANTING}|(?:brauche?|suche?|möchte|will|hätte gerne?|gesucht(?: wird)?:?)\s+(?:noch\s+)?){_ONE}"
)
_ENDS_IN_VERB = re.compile(r"(?:t|kann|soll|muss|darf|wird)[.! ]*$")
_WHO_DOES = pattern(r",? (?:der|die|das)\s")
_ONE_WHO = pattern(r"(einen|eine),? (?=(?:der|die|das)\s)")
_MADE = pattern(
    rf"(?:erstelle?|mache?|baue?|bastle?|entwickle?|entwirf|generiere?|gib|schreibe?|erzeuge?)\s+(?:(?:mir|uns|bitte|"
    rf"mal)\s+)*"
    rf"{_PROMPT_FOR}{_ONE}"
)
_TO_WHOM = pattern(r"jemanden, (?:(?:mit|bei|zu|von|an) )?(?:der|dem|den)\s")
_IMAGINE = pattern(r"stelle? dir (?:mal )?vor,? (?=du bist\b)")
_SOMEBODY = pattern(r"jemand(?:en)?,? der\s")
_PROMPTED = pattern(r"einen (?:system-?)?prompt für\s")
_SHOULD = pattern(
    r"^[^,;:.!?]*?\s(?:soll(?:te|ten|en)?|muss|müssen|darf|dürfen|kann|können|ist|sind|hat|haben|wird|werden)\s"
)
_LONGEST_NAME = 80
_NOBODY = word_set(
    "jede jeder jedes jeden alle pro etwas was bin sind war habe hab komme mehr weniger so nur genau ich wir du er "
    "sie es ihr man das dies hier"
)
_STRONG = re.compile(r"[^\W\d_]{2,40}(er|es|e)")
_ARTICLE = re.compile(r"(?:ein|eine|einen|mein|meine|meinen|unser|unsere|unseren|jemand|jemanden)\b", re.IGNORECASE)


def role(words: str, *, first: bool) -> str:
    """Return `Du bist …` where the words say who the assistant is, else nothing; the `first` ones may just name it."""
    rest = plainly(words)
    rest = named_somebody(rest[found.end() :] if (found := _IMAGINE.match(rest)) else rest)
    if by_somebody(rest):
        return ""
    return _being(rest) or (_named(rest) if first else "") or _wanted_later(rest)


def _wanted_later(rest: str) -> str:
    """Return `Du bist …` where somebody who does something is wanted after a person has told about himself."""
    if _SOMEBODY.match(rest):
        return _you_are(nominative(rest))
    if not (found := _WANTS.match(rest)):
        return ""
    phrase = rest[found.end() :]
    if one := _ONE_WHO.match(phrase):
        return _you_are(f"eine{'r' if one[1].lower() == 'einen' else ''}, {phrase[one.end() :]}")
    named = name(_without_article(phrase)).rpartition(" ")[2]
    does = _WHO_DOES.search(phrase, 0, _LONGEST_NAME) is not None and _ENDS_IN_VERB.search(phrase) is not None
    is_one = names_an_agent(_without_article(phrase)) or phrase.lower().startswith("jemand")
    is_one = is_one or (does and named.endswith(SERVICES))
    does = does or _TO_WHOM.match(phrase) is not None
    return _you_are(nominative(phrase)) if is_one and (does or is_assistant(named)) else ""


def _you_are(phrase: str) -> str:
    """Return a sentence about a phrase in the nominative."""
    return sentence(f"Du bist {_small_article(phrase)}") if phrase.strip() else ""


def _small_article(phrase: str) -> str:
    first, space, rest = phrase.partition(" ")
    return first.lower() + space + rest if first[1:].islower() and _ARTICLE.match(first) else phrase


def _being(rest: str) -> str:
    for rule in (_YOU_ARE, _FORMALLY, _BE):
        if found := rule.match(rest):
            return _you_are(rest[found.end() :])
    if found := _LIKE.match(rest):
        phrase = rest[found.end() :]
        return _you_are(phrase) if _ARTICLE.match(phrase) or names_an_agent(phrase) else ""
    if found := _PART.match(rest):
        phrase = rest[found.end() :]
        return _you_are(
            of_genitive(f"{'einer' if found[1].lower() == 'einer' else 'eines'} {phrase}" if found[1] else phrase)
        )
    if (found := _PLAY.match(rest)) and (names_an_agent(_without_article(rest[found.end() :])) or rest[:1] in "Ss"):
        phrase = rest[found.end() :]
        return "" if _is_a_game(phrase) else _you_are(nominative(phrase))
    for rule in (_SHOULD_BE, _THAT_IS):
        if (found := rule.match(rest)) and (be := _WITH_BE.search(rest, found.end())):
            return _you_are((rest[found.end() : be.start()] + rest[be.end() :]).removeprefix("wie "))
    return ""


def _is_a_game(phrase: str) -> bool:
    words = name(phrase).split()
    return bool(words) and words[-1].endswith(("spiel", "quiz", "runde", "lied", "szene", "musik", "partie"))


def _named(rest: str) -> str:
    made = None
    if found := _WANTED.match(rest) or (made := _MADE.match(rest)):
        phrase = nominative(rest[found.end() :])
        if found.end() and (one := _ONE_WHO.match(rest, found.end())):
            return _you_are(f"eine{'r' if one[1].lower() == 'einen' else ''}, {rest[one.end() :]}")
        surely = made is not None and not _PROMPTED.search(made[0])
        bare = _without_article(phrase)
        is_one = names_an_agent(bare, surely=surely) or (not surely and bool(_PROMPTED.search(found[0])))
        return _you_are(phrase) if is_one or phrase.lower().startswith("jemand") else ""
    if _SHOULD.search(rest, 0, _LONGEST_NAME):
        return ""
    if _ARTICLE.match(rest):
        return _you_are(rest) if names_an_agent(_without_article(rest)) else ""
    opening = rest.partition(" ")[0].rstrip(",:")
    if (
        opening.lower() in _NOBODY
        or rest[len(opening) :].startswith(" als ")
        or (orders(opening) and opening.lower() not in NOUNS_TOO)
        or not rest[:1].isalpha()
        or not names_an_agent(rest)
        or _is_note(rest)
    ):
        return ""
    return _you_are(_with_article(rest, opening))


def _is_note(rest: str) -> bool:
    """Tell whether the words are a note of what to do: `Kundenbriefe beantworten, aber kurz`."""
    last = re.split(r"[,;:]", rest[: 2 * _LONGEST_NAME], maxsplit=1)[0].split()[-1:]
    verb = last[0].rstrip(".!") if last else ""
    return verb.islower() and of_infinitive(verb) is not None


def _with_article(phrase: str, opening: str) -> str:
    named = name(phrase).replace(",", " ").split()
    if (
        len(named) > 1
        and not is_agent(opening, surely=True)
        and (strong := _STRONG.fullmatch(opening))
        and not opening[1:].isupper()
    ):
        return f"{'eine' if strong[1].lower() == 'e' else 'ein'} {phrase[0].lower()}{phrase[1:]}"
    return f"{article(named[-1])} {phrase}"


def _without_article(phrase: str) -> str:
    return phrase.partition(" ")[2] if " " in phrase else phrase
