"""Read what the person asked for: each sentence finds its section; what no rule understands stays as it was said."""

from itertools import islice

from services.conversations.composer.english import is_english, name, names_people, pattern, sentence, with_article
from services.conversations.composer.layout import Span, clauses, fenced, prose_and_rest, set_apart
from services.conversations.composer.model import Origin, Part, Sentence, Source
from services.conversations.composer.placing import place
from services.conversations.composer.wishes import (
    is_greeting,
    is_of_oneself,
    is_order,
    is_writing,
    role,
    role_in_passing,
    wish,
)

_IN_OWN_WORDS = "Your task, in the words of the person who set it:"
_MOST_SENTENCES = 100  # more are no wish, but material: it is kept in one piece

# What is about the prompt itself is quoted: it is something that the person said, not something to be done.
_ABOUT_THE_PROMPT = pattern(
    r"\b(?:ignore|disregard|forget|override|bypass|reveal|repeat|print|show|leak)\b[^.!?\n]{0,40}?"
    r"\b(?:previous|prior|above|earlier|preceding|system|your|these|all)\b[^.!?\n]{0,40}?"
    r"\b(?:instructions?|prompts?|rules|guidelines)\b"
)
_FOR = pattern(r"\bfor\s+([^,;:.!?()]+?)(?=\s+(?:who|that|which|in|on|at|by|and|with|to|about)\b|[,;:.!?()]|$)")


def read(text: str) -> list[Sentence]:
    """Return the sentences of the person's input; each knows its section and its place in the input."""
    prose, rest = prose_and_rest(text)
    spans = list(islice(clauses(text, prose), _MOST_SENTENCES + 1))
    if not is_english(text[prose.start : prose.end]) or len(spans) > _MOST_SENTENCES:
        spans = []
    said: list[Sentence] = []
    known_as = ""
    for span in spans:
        words = " ".join(text[span.start : span.end].split()).strip(" ,;")
        if not words or is_greeting(words):
            continue
        if not known_as and (being := role_in_passing(words)):
            said.append(Sentence(Part.ROLE, sentence(being), _at(span)))
            known_as = name(being)
        said.append(_read_one(words, _at(span), said, known_as))
        known_as = known_as or (name(said[-1].text) if said[-1].part is Part.ROLE else "")
    if not said:
        whole = text[prose.start : rest.end]
        return [Sentence(Part.TASK, f"{_IN_OWN_WORDS}\n\n{_kept(whole)}", _at(Span(prose.start, rest.end)), apart=True)]
    if rest.start < rest.end:
        said.append(Sentence(Part.TASK, _kept(text[rest.start : rest.end]), _at(rest), apart=True))
    return said


def served(said: list[Sentence]) -> list[Sentence]:
    """Return the sentence about the people for whom the role is there, if the role names them."""
    being = next((one for one in said if one.part is Part.ROLE), None)
    people = _FOR.search(being.text) if being else None
    if not being or not people or not names_people(people[1]):
        return []
    whom = people[1] if any(one.part is Part.TASK for one in said) else "them"
    return [Sentence(Part.AUDIENCE, f"Make every answer work for {whom}.", being.origin)]


def _at(span: Span) -> Origin:
    return Origin(Source.INPUT, start=span.start, end=span.end)


def _read_one(words: str, origin: Origin, said: list[Sentence], known_as: str) -> Sentence:
    if _ABOUT_THE_PROMPT.search(words):
        also = "also " if said else ""
        return Sentence(Part.TASK, f"The person who set your task {also}said: {_quoted(words)}", origin)
    if being := role(words, first=not said):
        return Sentence(Part.ROLE, being, origin)
    wished = wish(words, known_as)
    part = place(wished, said[-1].part if said else Part.ROLE)
    if said or part is Part.LIMITS:
        return Sentence(part, sentence(wished), origin)
    return Sentence(Part.TASK, sentence(_opening(words, wished)), origin)


def _opening(words: str, wished: str) -> str:
    """Return the task with which a person begins who names no role."""
    if wished != words or is_order(wished):
        return wished
    if is_writing(wished):
        return f"Write {with_article(wished)}"
    return f"{_IN_OWN_WORDS} {_quoted(wished)}" if is_of_oneself(wished) else f"Your task: {wished}"


def _kept(text: str) -> str:
    """Return what is not read as it was said, between fences where it could be taken for another part of the prompt."""
    words = "\n".join(line.rstrip() for line in text.split("\n"))
    return fenced(words) if _ABOUT_THE_PROMPT.search(words) else set_apart(words)


def _quoted(words: str) -> str:
    return "“" + words.replace("“", '"').replace("”", '"') + "”"
