"""Which kind of assistant somebody wants, and the rules that go with it."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from services.conversations.composer.archetype_cues import making as making_cues
from services.conversations.composer.archetype_cues import material as material_cues
from services.conversations.composer.archetype_cues import talking as talking_cues
from services.conversations.composer.archetype_cues.cues import Cues
from services.conversations.composer.archetype_cues.described import LIKELY, SURE
from services.conversations.composer.archetype_cues.told import is_plain, told
from services.conversations.composer.archetype_rules import (
    coaching,
    coding,
    making,
    material,
    talking,
    translating,
    writing,
)
from services.conversations.composer.archetype_rules.rule import Archetype, BothLanguages, Rule, words
from services.conversations.composer.framing import Frame, plain

CUES: Mapping[Archetype, Cues] = {**talking_cues.CUES, **material_cues.CUES, **making_cues.CUES}
RULES: Mapping[Archetype, tuple[BothLanguages, ...]] = {
    **talking.RULES,
    **coaching.RULES,
    **material.RULES,
    **translating.RULES,
    **writing.RULES,
    **coding.RULES,
    **making.RULES,
}

_ALL = tuple(CUES.values())
_MADE = CUES[Archetype.WRITING]

_ROLE = 18  # more than all that is done
_FIELD = 6  # what a role is for: "an assistant for customer support"
_ORDER, _DEED, _LATER_DEED = 8, 6, 2  # an order begins with what is done
_THING, _THING_IN_PASSING = 4, 2  # in passing: behind a preposition, or later
_HINT, _LATER_HINT = 3, 1
_SURE, _LIKELY = 11, 6  # a kind of task that is described instead of named
_ENOUGH = 4  # a hint alone says too little
_MOST_TOLD = 24  # less than who somebody is

_MARKS = re.compile(r"[^\w\s.,;:!?'\u2019/+#-]+|(?<=[#'\u2019-])[#'\u2019-]+|(?<!\S)[#'\u2019/+-]+(?!\S)")
_FRAME = re.compile(
    r"\b(?:your task(?:, in the words of the person who set it)?"
    r"|deine aufgabe(?:, in den worten dessen, der sie gestellt hat)?):\s*[“„]?",
    re.IGNORECASE,
)
"""The composer's own words before a task that it has not turned."""
_BLANKS = re.compile(r"[^\S\n]+")
_READ_CHARS = 600  # what somebody wants is said at the beginning; what follows is material
_READ_CLAUSES = 16
_NAME_CHARS = 200

_ARTICLES = "(a|an|the|my|our|ein|eine|einen|einem|einer|der|die|das|mein|meine|unser|unsere)"
_OPENING = words(
    f"(you are|you're|you act as|act as|be|du bist|sei|du handelst als|handle als)( {_ARTICLES})?", _ARTICLES
)
_BARE = re.compile(
    rf"(?:(?!{_ARTICLES}\b)[^\W\d][\w-]*\s){{0,3}}[^\W\d][\w-]*(?=\s(?:for|für|who|that|of)\b|\s?[.,:;\n]|\s?$)",
    re.IGNORECASE,
)
"""A name without an article, as in "patient chess coach for blind players"."""
_ROLE_ENDS = words(
    "for|who|whom|whose|that|which|with|without|in|of|to|on|from|at|by|about|when|where|named|called|into",
    "für|der|die|das|den|welche*|mit|ohne|im|von|vom|zu|zum|zur|aus|bei|beim|über|an|am|auf|namens|wenn|ins",
)
_RELATIVE = re.compile(r",\s(?:der|die|das|den|dem)\s|\s(?:who|that|which)\s", re.IGNORECASE)
_SIDE_BY_SIDE = words("and|or|und|oder")
_SENTENCE_ENDS = re.compile(r"[.;:!?\n]+(?:\s|$)")
_JOINTS = re.compile(r",\s|\s(?:and|then|und|dann|danach|sowie)\s", re.IGNORECASE)
_GOES_ON_CHARS = 80  # "get names and dates out of mails" is done by what begins in the first clause
_OBJECT_ENDS = words(
    "of|about|for|from|in|into|to|on|with|at|by|out|as|that|who|which",
    "aus|von|vom|für|über|zu|zum|zur|im|ins|auf|mit|bei|beim|an|am|nach|als|der|die|das|den",
)
_TOPIC = words("about|on|regarding|concerning|über|zum thema|of how|describing|in which|in dem|in der")
_HELP = words("(help|helps|assist)( \\w+)? with|(hilf|hilft)( \\w+)? (bei|beim|mit)")
_ORDERS = words(
    "(please )?(write|draft|compose|translate|summari[sz]e|classify|categori[sz]e|extract|analy[sz]e)",
    "(schreib|verfass|formulier|dicht|übersetz|fass|klassifizier|extrahier|analysier)(e|en)?",
)
"""What is done, said so plainly that the rest of the sentence only says to what."""
_NAMED_ORDERS = words(
    "(please )?(translate|summari[sz]e|classify|categori[sz]e|extract|analy[sz]e)",
    "(übersetz|klassifizier|extrahier|analysier)(e|en)?|(fass|fasse) … zusammen",
    "(please )?write (an? )?(\\w+ )?(poem|limerick|haiku|sonnet|toast|speech|eulogy|letter|card|story|song|sermon)s?",
    "schreib(e|en)? (ein|eine|einen) (\\w+ )?(gedicht|limerick|haiku|toast|rede|brief|karte|geschichte|lied|predigt)",
)
"""What is done, whatever is written about it."""
_OR = words("or|oder")
_TAKES_IN = words(
    "(recommend|suggest|pick|choose|sort|read|reads|decide|rate|rank|count|print|send)",
    "(forward|report|find|look|go|check|remind|open|file|archive)",
    "(empfiehl|empfehl|wähl|sortier|lies|liest|zähl|druck|schick|leit)*",
    "(such|prüf|lösch|archivier|öffne|erinner|melde|find)*",
)
"""What is done with texts that are there already."""


class Text:
    """What is read for cues: each is searched for from where it was found last, so that none is looked for twice."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._found: dict[int, tuple[int, re.Match[str] | None]] = {}

    def find(self, cues: re.Pattern[str], start: int) -> re.Match[str] | None:
        since, found = self._found.get(id(cues), (len(self.text), None))
        if since > start or (found and found.start() < start):
            found = cues.search(self.text, start)
            self._found[id(cues)] = start, found
        return found


class Clause:
    """A clause of a text by its place in it; what it means may go on up to `reach`."""

    def __init__(self, text: Text, start: int, end: int, reach: int) -> None:
        self._text = text
        self._start = start
        self._end = end
        self._reach = reach

    def find(self, cues: re.Pattern[str]) -> re.Match[str] | None:
        found = self._text.find(cues, self._start)
        return found if found and found.start() < self._end else None

    def begins(self, cues: re.Pattern[str]) -> bool:
        return cues.match(self._text.text, self._start) is not None

    def opens(self, found: re.Match[str] | None) -> bool:
        return found is not None and found.start() == self._start

    def orders(self, deed: re.Match[str]) -> bool:
        """Whether a deed is plainly ordered, and not one of two that are named."""
        return self.opens(deed) and not _OR.search(self._text.text, self._start, self._reach)

    def is_about(self, found: re.Match[str]) -> bool:
        """Whether something stands only in what a text is to be about."""
        topic = _TOPIC.search(self._text.text, self._start + 1, self._reach)
        return topic is not None and found.start() > topic.start()

    def passes(self, found: re.Match[str]) -> bool:
        """Whether something is only mentioned in passing, behind a preposition."""
        helped = _HELP.match(self._text.text, self._start, self._reach)
        start = helped.end() if helped else self._start + 1
        preposition = _OBJECT_ENDS.search(self._text.text, start, self._reach)
        return preposition is not None and found.start() > preposition.start()


def archetype_of(role: str, task: str, whole: str = "") -> Archetype | None:
    """Return the archetype that a role ("You are a …") and a task speak for; none if two do so alike, or all faintly.

    Either may be empty; `whole` is all that was said, if that is more. A role counts more than what is done, what is
    done first more than what is done later.
    """
    role, task = " ".join(_plain(role).lower().split()), _plain(task).lower()
    being, doing = _being_and_doing(role or task)
    roles = set(_roles(being))
    tells = {} if roles or _NAMED_ORDERS.match(task) else told(whole or f"{role}\n{task}")
    if is_plain(tells):
        return max(tells, key=lambda archetype: tells[archetype])
    said = f"{doing}\n{task}" if role else doing if roles else task
    clauses = list(islice(_clauses(said[:_READ_CHARS]), _READ_CLAUSES))
    first = _first(clauses)
    described = f"{role}\n{task}".strip()[:_READ_CHARS]
    field = _RELATIVE.split(role, maxsplit=1)[0][:_NAME_CHARS]
    scores: dict[Archetype | None, int] = {
        archetype: _score(cues, field, clauses, first)
        + _described(archetype, described)
        + (_ROLE if archetype in roles else 0)
        + min(tells.get(archetype, 0), _MOST_TOLD)
        for archetype, cues in CUES.items()
    }
    scores[None] = tells.get(None, 0)  # for what is only played
    best = max(scores.values())
    winners = [archetype for archetype, score in scores.items() if score == best]
    return winners[0] if best >= _ENOUGH and len(winners) == 1 else None


def rules_for(archetype: Archetype, spoken: str, frame: Frame, language: str, most: int) -> list[tuple[int, Rule]]:
    """Return the first rules whose topic nobody has spoken about, by their numbers from 1; `language` is en or de."""
    said = plain(spoken)

    def is_spoken_of(topic: re.Pattern[str]) -> bool:
        return frame.speaks_of(topic) or topic.search(said) is not None

    rules = enumerate((both[language] for both in RULES[archetype]), 1)
    return list(islice((one for one in rules if one[1].is_for(is_spoken_of)), most))


def _plain(text: str) -> str:
    """Return the beginning of a text without marks that say nothing here, of which there may be many."""
    return _BLANKS.sub(" ", _MARKS.sub(" ", _FRAME.sub("", text[:_READ_CHARS])))


def _being_and_doing(text: str) -> tuple[str, str]:
    """Cut "You are a chess coach for blind players" before what follows; the first is empty if nobody is named."""
    opening = _OPENING.match(text)
    if not opening:
        bare = _BARE.match(text)
        named = bare and any(role.end() == bare.end() for cues in _ALL for role in cues.roles.finditer(bare[0]))
        return (bare[0], text[bare.end() :]) if bare and named else ("", text)
    end = _ROLE_ENDS.search(text, opening.end())
    return (text[: end.start()], text[end.start() :]) if end else (text, "")


def _clauses(text: str) -> Iterator[Clause]:
    """Yield the clauses of a text, each with what follows it in the same sentence; what is said twice counts once."""
    seen: set[str] = set()
    whole = Text(text)
    start = 0
    for stop, following in [*(ends.span() for ends in _SENTENCE_ENDS.finditer(text)), (len(text), len(text))]:
        for end, after in [*(joint.span() for joint in _JOINTS.finditer(text, start, stop)), (stop, following)]:
            clause = text[start:end].lstrip()
            if clause and clause not in seen:
                seen.add(clause)
                yield Clause(whole, end - len(clause), end, min(stop, end + _GOES_ON_CHARS))
            start = after


def _first(clauses: list[Clause]) -> int:
    """Return the number of the clause that says first what is done, or at least what it is about."""
    for number, clause in enumerate(clauses):
        if any(
            clause.find(cues.deeds) or clause.find(cues.hints) or clause.opens(clause.find(cues.things))
            for cues in _ALL
        ):
            return number
    for number, clause in enumerate(clauses):
        if any(clause.find(cues.things) for cues in _ALL):
            return number
    return 0


def _roles(being: str) -> Iterator[Archetype]:
    """Yield the archetype of each name for the role: what stands last in it, and of two that end alike the longer."""
    for name in _SIDE_BY_SIDE.split(being[:_NAME_CHARS]):
        ends = [
            (found.end(), -found.start(), archetype)
            for archetype, cues in CUES.items()
            for found in cues.roles.finditer(name)
        ]
        if ends:
            yield max(ends)[2]


def _described(archetype: Archetype, text: str) -> int:
    """Return how far a text describes a kind of task without a name for it."""
    for patterns, counts in ((SURE, _SURE), (LIKELY, _LIKELY)):
        if archetype not in patterns:
            continue
        found = patterns[archetype].search(text)
        if found and (archetype is Archetype.WRITING or not _is_object(text, found.start())):
            return counts
    return 0


def _is_object(text: str, at: int) -> bool:
    """Whether something stands in a sentence that orders something else to be done about it."""
    ends = [end.end() for end in _SENTENCE_ENDS.finditer(text, 0, at)]
    return bool(_ORDERS.match(text, ends[-1] if ends else 0))


def _score(cues: Cues, field: str, clauses: list[Clause], first: int) -> int:
    deeds = things = hints = 0
    if cues.things.search(field):
        things = _FIELD
    for number, clause in enumerate(clauses):
        matters = number == first
        if found := clause.find(cues.deeds):
            counts = _ORDER if clause.orders(found) else _DEED
            deeds = max(deeds, counts if matters and not clause.is_about(found) else _LATER_DEED)
        if found := clause.find(cues.things):
            plain = matters and not clause.passes(found) and not (cues is _MADE and clause.begins(_TAKES_IN))
            things = max(things, _THING if plain else _THING_IN_PASSING)
        if found := clause.find(cues.hints):
            hints = max(hints, _HINT if matters and not clause.is_about(found) else _LATER_HINT)
    return deeds + max(things, hints)
