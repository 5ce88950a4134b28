"""Compose a system prompt from what a person asks for, what is known, a template, and what was said afterwards."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from services.conversations.composer.archetype_cues.told import is_made_up, settles_doubt_abroad, told_abroad_of
from services.conversations.composer.archetype_rules.contrary import GUESSING
from services.conversations.composer.archetype_rules.rule import Archetype, words
from services.conversations.composer.archetypes import archetype_of, rules_for
from services.conversations.composer.context import known
from services.conversations.composer.framing import Frame, frame_of
from services.conversations.composer.hearing import Heard, heard, worded_in
from services.conversations.composer.language import Language
from services.conversations.composer.languages import LANGUAGES, language_of
from services.conversations.composer.layout import clean
from services.conversations.composer.listeners import spoken
from services.conversations.composer.model import (
    JSON,
    Composition,
    Conflict,
    Origin,
    Part,
    Section,
    Sentence,
    Slot,
    Source,
)
from services.conversations.composer.questions import questions
from services.conversations.composer.reading import read
from services.conversations.composer.refining import LONGEST, Refined, refined, without_rules
from services.conversations.composer.settling import MAY_DIFFER, settled
from services.conversations.composer.surroundings import surroundings
from services.conversations.composer.writing import written
from shared.aggregates import Invalid

MODEL = "sysloom-composer/3"
"""What `model_used` says of this composer's prompts; the number rises when the same input gives another text."""

_TERSE_CHARS = 60
_FRAME_CHARS = 400
"""What a template is for is said at its beginning."""
_FEW_RULES, _SOME_RULES, _ALL_RULES = 3, 4, 5
_SAYS_MUCH = 7
"""Who says so many things has said what matters, and needs few rules besides."""
_STOCK_SHARE = 0.4
_DATA_ALONE = re.compile(
    r"\b(?:alone|nothing else|nothing but|(?:only|just) the|json|csv|xml|yaml|sonst nichts|nur (?:das|die|den|mit))\b",
    re.IGNORECASE,
)
"""Where no sentence about what is missing may stand."""
_ONE_WORD = re.compile(
    r"\b(?:(?:one|a single|the|just|only|in one) (?:word|letter|label|digit|character)s? (?:only|alone|each|per|back)"
    r"|(?:just|only|with|in) (?:the |a |an |one |its )?(?:\w+ )?(?:word|letter|label|category|digit|grade|score|yes)\b"
    r"|yes or no|yes/no|(?:nur|mit|als|in|je) (?:ja|nein|(?:ein\w*|dem|das|der|die) (?:\w+ )?"
    r"(?:wort|buchstabe\w*|label|kategorie|ziffer|zahl|note|silbe))|ja oder nein|ja/nein|ein wort)\b",
    re.IGNORECASE,
)
"""Where an answer has no room for such a sentence, wherever that is said."""
_MAY_GUESS = words(GUESSING)
_DATA_KINDS = frozenset({Archetype.CLASSIFICATION, Archetype.EXTRACTION, Archetype.TRANSLATION})
"""Of what is given back here, labels, data and translations, no such sentence can be part."""
_SPARED_FIRST = (Part.UNSURE, Part.AUDIENCE, Part.GIVEN, Part.TEMPLATE)
"""In this order stock phrases go where they would be too much of the text."""


class NothingToCompose(Invalid):
    """Say what the assistant should do: the input is empty."""

    code = "nothing-to-compose"


def compose(
    user_input: str,
    context: Mapping[str, JSON] | None = None,
    template: str | None = None,
    feedback: Sequence[str] = (),
) -> Composition:
    """Return a system prompt in which everything that was said has its place, and little else.

    `feedback` is what the person said about the prompt since, the oldest first; without its last piece the result is
    the former version. The same arguments give the same result. Raises `NothingToCompose` where nothing of the input
    can be seen, and `NestedTooDeeply` for a context that nests more than 32 deep.
    """
    wish = clean(user_input)
    if not any(letter.isprintable() and not letter.isspace() for letter in wish):
        raise NothingToCompose
    frame = frame_of(clean((template or "").replace("\r\n", "\n")).strip())
    language = language_of(wish)
    says, changes = _heard(language, feedback)
    asked, facts = read(wish, language, says), known(context or {}, says)
    state = refined([*asked, *facts], changes, says, beside_template=bool(frame.text))
    stock = surroundings(asked, language, says) if language else []
    said, conflicts = settled([*state.said, *filter(state.leaves, stock)], frame, language or says)
    conflicts += [Conflict(slot, new, old) for slot, new, old in state.replaced]
    archetype = _archetype(asked, frame.text, wish) if language else told_abroad_of(wish)
    terse = not language or len(wish.strip()) < _TERSE_CHARS
    fitting = _rules(archetype, state, frame, terse=terse) if archetype else []
    rules = [] if state.brevity < 0 else fitting
    # a rule that goes to make it shorter is not to be made up for by a stock phrase
    settles = any(one.part is Part.UNSURE for one in fitting) or _is_settled(wish, archetype, language)
    said = spoken(_addressed(said, wish, language) if language else said, archetype)
    if not fitting:
        said = without_rules(said, state)
    differs = any(one.slot is not Slot.RULE for one in conflicts) or any(one.part in MAY_DIFFER for one in said)
    sections = _sections(_with_stock(said, rules, frame.text, state, settles=settles, differs=differs))
    text, provenance = written(sections, says.headings, says.stock.besides)
    return Composition(
        sections,
        text,
        provenance,
        str(archetype) if archetype else None,
        tuple(questions(frame, asked, said, archetype, language, says)),
        tuple(conflicts),
        tuple(state.not_understood),
    )


def _addressed(said: list[Sentence], wish: str, language: Language) -> list[Sentence]:
    """Return what was said without the first person; what is set apart stays in the words of whoever wrote it."""
    parts = list(Part)
    own = sorted((one for one in said if not one.apart), key=lambda one: parts.index(one.part))
    asked = [wish, *(one.text for one in own if one.origin.source is Source.INPUT)]
    texts = language.addressed([one.text for one in own], "\n".join(asked))
    named = {id(one): replace(one, text=text) for one, text in zip(own, texts, strict=True)}
    return [named.get(id(one), one) for one in said]


def _is_settled(wish: str, archetype: Archetype | None, language: Language | None) -> bool:
    """Say whether nothing is to be said about what is not known: the person did, or there is no room, or no truth."""
    if not language:
        return settles_doubt_abroad(wish)
    return archetype in _DATA_KINDS or (archetype in {None, Archetype.WRITING} and is_made_up(wish))


def _heard(language: Language | None, feedback: Sequence[str]) -> tuple[Language, list[Heard]]:
    """Return what feedback asks for, and the language of the composer's own words: the input's, or one asked for."""
    own = language or LANGUAGES[0]
    changes = heard(feedback, own)
    says = worded_in(changes) or own
    return says, changes if says is own else heard(feedback, says)


def _archetype(asked: list[Sentence], frame: str, wish: str) -> Archetype | None:
    """Return the kind of task that the person asks for, or else the template."""
    role = " ".join(one.text for one in asked if one.part is Part.ROLE)
    task = " ".join(one.text.partition("\n")[0] for one in asked if one.part is Part.TASK)
    everything = "\n".join(one.text for one in asked if not one.apart)
    return (
        archetype_of(role, task, wish)
        or archetype_of("", everything, wish)
        or archetype_of("", frame.partition("\n")[0], frame[:_FRAME_CHARS])
    )


def _rules(archetype: Archetype, state: Refined, frame: Frame, *, terse: bool) -> list[Sentence]:
    """Return the rules of the archetype about which nobody has spoken yet."""
    # what is pasted is material, and speaks about nothing that the assistant is to do
    told = [one for one in state.said if not (one.part is Part.GIVEN and one.apart)]
    spoken = "\n".join(one.text for one in told)
    own = sum(one.origin.source is not Source.DEFAULT for one in told)
    most = _ALL_RULES if state.brevity >= LONGEST else _FEW_RULES if terse or own >= _SAYS_MUCH else _SOME_RULES
    return [
        one
        for number, rule in rules_for(archetype, spoken, frame, state.says.code, most)
        if state.leaves(one := Sentence(rule.part, rule.text, Origin(Source.ARCHETYPE, str(archetype), number=number)))
    ]


def _with_stock(
    said: list[Sentence], rules: list[Sentence], frame: str, state: Refined, *, settles: bool, differs: bool
) -> list[Sentence]:
    """Return all sentences, with as many stock phrases as are asked for and not too much of the whole."""
    phrases = state.says.stock
    stock = [one for one in said if one.origin.source is Source.DEFAULT]
    own = [one for one in said if one.origin.source is not Source.DEFAULT]
    if frame:
        template = Sentence(Part.TEMPLATE, frame, Origin(Source.TEMPLATE), apart=True)
        if differs:
            stock.append(Sentence(Part.TEMPLATE, phrases.precedence, Origin(Source.DEFAULT)))
        own.insert(0, template)
    spoken = [*own, *rules]
    if not settles and not any(
        one.part is Part.UNSURE
        or state.says.says_when_unsure.search(one.text)
        or (one.part is Part.OUTPUT and one.origin.source is not Source.ARCHETYPE and _DATA_ALONE.search(one.text))
        or _ONE_WORD.search(one.text)
        or _MAY_GUESS.search(one.text.lower())
        for one in spoken
    ):
        stock.append(Sentence(Part.UNSURE, phrases.unsure, Origin(Source.DEFAULT)))
    stock = [one for one in stock if state.leaves(one)]
    if state.brevity < -1:
        stock = [one for one in stock if one.part is Part.TEMPLATE]
    for part in _SPARED_FIRST:
        whole, _ = written(_sections([*spoken, *stock]), state.says.headings, phrases.besides)
        if sum(len(one.text) for one in stock) <= _STOCK_SHARE * len(whole):
            break
        stock = [one for one in stock if one.part is not part]
    return [*spoken, *stock]


def _sections(said: list[Sentence]) -> tuple[Section, ...]:
    # for whom one works, and on what, is said before what is said about them
    first = {Part.AUDIENCE, Part.GIVEN}
    said = sorted(said, key=lambda one: not (one.part in first and one.origin.source is Source.DEFAULT))
    return tuple(
        Section(part, sentences) for part in Part if (sentences := tuple(one for one in said if one.part is part))
    )
