"""Which German words name something to be written or translated, or a thing rather than an order."""

import re

from services.conversations.composer.german.cases import accusative, gender
from services.conversations.composer.german.casing import small
from services.conversations.composer.german.grammar import is_finite, of_infinitive
from services.conversations.composer.german.lexicon import MANY_WRITINGS, MIDFIELD, NOUNS_TOO, WRITINGS, word_set
from services.conversations.composer.german.moods import is_infinitive
from services.conversations.composer.german.nouns import names_an_agent
from services.conversations.composer.german.wordings import NAMES
from services.conversations.composer.layout import pattern

_AFTER_NOUNS = word_set("der des von vom aller eines einer")
_AFTER_PLAN = word_set("für mit über zu zum zur und")
_MASCULINE = re.compile(r"[Ee]in((?: (?:[a-zäöüß-]+er|sehr|ganz))*) ([\w-]+)")
_BARE = re.compile(
    r"(?P<described>(?:[A-ZÄÖÜa-zäöüß][a-zäöüß-]+(?:e|er|es),? ){0,2})(?P<noun>[A-ZÄÖÜ][\w-]+)(?=[\s,.]|$)"
)
_TONGUES = "|".join(sorted(NAMES))
_INTO = pattern(
    rf"(?:ins|in das) (?:[a-zäöüß]+e )?(?:{_TONGUES}|\w+deutsch)e\b|\b(?:von|vom|aus dem) \w+(?:isch|deutsch)(?:en)? "
    rf"(?:ins|in|auf|nach) \w+(?:isch|deutsch)"
)
_IN = pattern(rf"\b(?:auf|in|ins) (?:{_TONGUES}|\w+deutsch|\w+ platt)\b")
_OWNED = pattern(r"(?:(?:die|diese|meine?n?|unsere?n?|alle|den|das)\s)|[\w-]+ (?:von|vom|unsere[rs]|meine[rs])\s")
_ARTICLES = {"m": "einen", "f": "eine", "n": "ein"}
_LONGEST = 300


def is_noun(word: str, following: str) -> bool:
    """Tell whether a word that may be an imperative is none: `Liste der Vorteile`."""
    is_thing = word in ("liste", "plan", "test", "reise") and following in _AFTER_PLAN
    return word in NOUNS_TOO and (is_thing or following in _AFTER_NOUNS)


_LABELLED = re.compile(
    r"([A-ZÄÖÜ][\w-]+(?: [\w-]+){0,6}): ((?:[\w/-]+(?: [\w-]+)?, ){0,8}[\w/-]+(?: [\w-]+)? oder [\w/ -]{2,40})[?.!]?"
)
_EITHER = re.compile(
    r"(?!(?:[Ee]r|[Ss]ie|[Ee]s|[Ii]ch|[Ww]ir|[Mm]an|[Dd]u|[Dd]as) )"
    r"[\w-]+(?: [\w-]+){0,2} oder [\w-]+(?: [\w-]+){0,2}[?.!]?"
)


def to_be_written(wished: str) -> str:
    """Return `Schreibe ein Haiku` of `ein Haiku`; nothing where no such thing is named."""
    article, _, rest = wished.partition(" ")
    if article.lower() not in ("ein", "eine", "einen") or not rest or names_an_agent(rest):
        return ""
    if article.lower() == "ein" and (found := _MASCULINE.match(wished)):
        noun = found[2].lower()
        if noun.endswith(WRITINGS["m"]) and not noun.endswith(WRITINGS["n"]):
            adjectives = "".join(f" {word[:-2]}en" if word.endswith("er") else f" {word}" for word in found[1].split())
            return f"Schreibe einen{adjectives} {found[2]}{wished[found.end() :]}"
        return f"Schreibe {small(wished)}" if noun.endswith(WRITINGS["n"]) or _names_writing(rest, "n") else ""
    gender_ = "f" if article.lower() == "eine" else "m"
    return f"Schreibe {small(wished)}" if _names_writing(rest, gender_) else ""


def to_be_decided(wished: str) -> str:
    """Return `Ordne Funde ein: Ring oder Münze` of `Funde: Ring oder Münze?`, and what of two to decide; or nothing."""
    if found := _LABELLED.fullmatch(wished):
        return f"Ordne {found[1]} ein: {found[2]}"
    return f"Entscheide, was zutrifft: {wished}" if _EITHER.fullmatch(wished) else ""


def to_be_made(wished: str) -> str:
    """Return `Schreibe Slogans` of `Slogans`, and `Übersetze Briefe ins Englische` of `Briefe ins Englische`."""
    if len(wished) > _LONGEST or not wished[:1].isalpha() or _has_verb(wished):
        return ""
    front = re.split(r", (?:sie|er|es|die|der|das|wir|ich)\b", wished, maxsplit=1)[0]
    into = _INTO.search(front)
    if into or (_IN.search(front) and _OWNED.match(front)):
        thing = accusative(front) if front.lower().startswith(("der ", "ein ")) else front
        return f"Übersetze {small(thing)}{wished[len(front) :]}" if thing else ""
    found = _BARE.match(wished)
    if not found or wished[found.end() :].startswith(":") or found["described"].split(" ")[0].lower() in MIDFIELD:
        return ""
    noun, described = found["noun"].lower(), found["described"]
    rest = f"{found['noun']}{wished[found.end() :]}"
    if noun.endswith(MANY_WRITINGS) and not (described and not described.rstrip(", ").endswith("e")):
        return f"Schreibe {described.lower()}{rest}"
    of = gender(noun)
    if not noun.endswith(WRITINGS.get(of, ())) or not of:
        return ""
    if of == "m":
        described = " ".join(f"{word.rstrip(',')[:-2]}en" for word in described.split()) + (" " if described else "")
    return f"Schreibe {_ARTICLES[of]} {described.lower()}{rest}"


def _has_verb(wished: str) -> bool:
    """Tell whether the main clause, up to a comma and a subject, has a verb."""
    main = re.split(r"[,:]\s", wished, maxsplit=1)[0].rstrip(".!").split()
    if is_infinitive(main[-1], main[:-1]):
        return True
    return any(
        word.islower()
        and (
            is_finite(word)
            or of_infinitive(word)
            or word in ("sind", "sollen", "müssen", "haben", "werden", "ich", "wir")
        )
        for word in main
    )


def _names_writing(rest: str, gender_: str) -> bool:
    return any(
        word.strip(",.").lower().endswith(WRITINGS[gender_])
        for word in rest.split()[:4]
        if word[:1].isupper() or word.islower()
    )
