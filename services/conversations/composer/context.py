"""Say what the context says: one sentence for each thing that it knows, a plain list of the rest."""

import json
from collections.abc import Iterator, Mapping, Sequence

from services.conversations.composer.constraining import constraint
from services.conversations.composer.language import Language, Wording
from services.conversations.composer.layout import clean, fenced, pattern, sentence, set_apart, word_set
from services.conversations.composer.model import JSON, Origin, Part, Sentence, Slot, Source
from shared.aggregates import Invalid

_MAX_DEPTH = 32
_SLOTS = {slot.value: slot for slot in Slot}
_LISTED_DEPTH = 3  # what is nested deeper is written as JSON: nobody reads a list of lists of lists of lists


_SAME_AS = {
    "target_audience": "audience", "readers": "audience", "zielgruppe": "audience", "publikum": "audience",
    "voice": "tone", "style": "tone", "ton": "tone", "tonfall": "tone", "stil": "tone",
    "output_format": "format", "max_length": "length", "länge": "length", "sprache": "language", "rules": "constraints",
    "limits": "constraints", "regeln": "constraints", "grenzen": "constraints", "fields": "columns",
    "spalten": "columns", "felder": "columns", "topic": "domain", "thema": "domain", "quellen": "sources",
}  # fmt: skip # many short ones to a line
"""What a key is also called."""
_EXAMPLE_LABELS = {"de": {"input": "Eingabe:", "output": "Ausgabe:"}}
_PROGRAMMING = word_set(
    "bash c c# c++ cobol css dart fortran go golang haskell html java javascript kotlin matlab perl php powershell "
    "python r ruby rust scala sql swift typescript vba"
)


_IS_FORM = pattern(
    r"(?-i:[A-Z][A-Z\d-]{1,6})|json|csv|xml|html|yaml|markdown|latex|plain text|prose|(?:an? )?(?:table|list|email)|"
    r"bullet points|(?:eine )?(?:tabelle|liste|aufzählung)|fließtext|stichpunkte"
)
"""What is a form for itself, so that what follows it tells something else."""
_IS_ONESELF = pattern(r"(?:i|we|i'm|i am|we're|we are|ich|wir)\b")


_PREFIXED = pattern(r"\b(co|e|ex|non|post|pre|self|semi) (?=[a-z])")


class NestedTooDeeply(Invalid):
    """The context nests more than 32 deep; nothing can be made of that."""


def known(context: Mapping[str, JSON], says: Language) -> list[Sentence]:
    """Return the sentences of a context, in a language; a value that is empty says nothing."""
    _check_depth(context, _MAX_DEPTH)
    writer = _Writer(says)
    return [one for key, value in context.items() if not _is_empty(value) for one in writer.sentences(key, value)]


class _Writer:
    """Says what a context holds in one language."""

    def __init__(self, says: Language) -> None:
        self._says = says

    def sentences(self, key: str, value: JSON) -> Iterator[Sentence]:
        """Yield what one key says."""
        origin = Origin(Source.CONTEXT, key)
        texts = self._texts(value)
        known_as = _SAME_AS.get(key, key)
        if key == "examples":
            for example in self._examples(value):
                yield Sentence(Part.EXAMPLES, example, origin, apart=True)
        elif known_as == "constraints" and texts:
            for text in texts:
                yield constraint(text, origin, self._says)
        elif known_as == "language" and texts and all(map(_is_for_programs, texts)):
            text = self._says.stock.programming.format(self._says.joined(texts))
            yield Sentence(Part.KNOWN, sentence(text), origin)
        elif texts and (wording := self._says.wordings.get(known_as)):
            yield from self._worded(known_as, texts, wording, origin)
        elif len(texts) == 1 and (said := self._says.guide(_in_words(key), texts[0])):
            yield Sentence(Part.HOW, sentence(said), origin)
        elif isinstance(value, str | int) and not isinstance(value, bool) and (said := self._fact(key, texts)):
            yield Sentence(Part.KNOWN, sentence(said), origin)
        else:
            yield Sentence(Part.KNOWN, "\n".join(self._listed(key, value, 0)).removeprefix("- "), origin)

    def _worded(self, key: str, texts: list[str], wording: Wording, origin: Origin) -> Iterator[Sentence]:
        """Yield what a known key says, and beside it what the person tells of himself in it."""
        whole = self._enumerated(texts)
        slots = frozenset({_SLOTS[key]}) if key in _SLOTS else frozenset()
        if self._says.is_sentence.match(whole):
            yield Sentence(wording.part, sentence(whole), origin, slots=slots)
            return
        if key == "format" and (more := list(self._besides(whole, origin))):
            yield Sentence(wording.part, sentence(wording.say(whole.partition(", ")[0])), origin, slots=slots)
            yield from more
            return
        text, oneself = self._without_oneself(whole.rstrip(" .;,") or whole)
        said = wording.say(text)
        if oneself and key == "tone":
            because = self._says.stock.because.format(said, f"{oneself[0].lower()}{oneself[1:]}".rstrip("."))
            yield Sentence(wording.part, sentence(because), origin, slots=slots)
            return
        yield Sentence(wording.part, sentence(said), origin, slots=slots)
        if oneself:
            yield Sentence(Part.KNOWN, sentence(oneself), origin)

    def _enumerated(self, texts: list[str]) -> str:
        """Return texts one after another, parted by semicolons where one of them has commas itself."""
        return "; ".join(texts) if _have_commas(texts) else self._says.joined(texts)

    def _besides(self, text: str, origin: Origin) -> Iterator[Sentence]:
        """Yield what a format tells to do besides: `leave cues alone` of `VTT, leave cues alone`."""
        form, _, rest = text.partition(", ")
        told = self._says.wish(rest, "") if " " in rest and ", " not in rest and _IS_FORM.fullmatch(form) else ""
        if told and self._says.order(rest, told):
            yield Sentence(Part.OUTPUT, sentence(told), origin)

    def _without_oneself(self, text: str) -> tuple[str, str]:
        """Return a text without what the person tells of himself at its end, and that in the third person."""
        before, comma, last = text.rpartition(", ")
        if comma and _IS_ONESELF.match(last) and (told := self._says.told([last])[0]):
            return before, told
        return text, ""

    def _fact(self, key: str, texts: list[str]) -> str:
        return self._says.fact(_in_words(key), texts[0]) if len(texts) == 1 else ""

    def _texts(self, value: JSON) -> list[str]:
        """Return the texts of one line each that a value consists of; none if it holds anything else."""
        values = value if isinstance(value, Sequence) and not isinstance(value, str) else [value]
        texts = []
        for one in values:
            if isinstance(one, Mapping | Sequence) and not isinstance(one, str):
                return []
            texts.append(self._plain(one))
        return [] if any("\n" in text for text in texts) else [text for text in texts if text]

    def _plain(self, value: JSON) -> str:
        match value:
            case str():
                return _clean(value)
            case bool():
                return self._says.truth[value]
            case _:
                return "" if value is None else str(value)

    def _label(self, key: str) -> str:
        words = _in_words(clean(key))
        return f"{words[:1].upper()}{words[1:]}:" if words else self._says.also

    def _listed(self, key: str, value: JSON, depth: int) -> Iterator[str]:
        """Yield the lines of a nested list that says what a value is."""
        indent = "  " * depth
        label = self._label(key)
        texts = self._texts(value)
        if texts:
            listed = f"{label} {('; ' if _have_commas(texts) else ', ').join(texts)}"
            yield f"{indent}- {listed if depth else sentence(listed)}"
        elif isinstance(value, str):
            yield f"{indent}- {label}"
            yield from (f"{indent}  {line}".rstrip() for line in fenced(self._plain(value)).split("\n"))
        elif depth == _LISTED_DEPTH or not isinstance(value, Mapping | Sequence):
            yield f"{indent}- {label} {_as_json(value)}"
        else:
            yield f"{indent}- {label}"
            members = value.items() if isinstance(value, Mapping) else enumerate(value, 1)
            for name, member in members:
                if isinstance(name, int) and (flat := self._flat(member)):
                    yield f"{indent}  - {flat}"
                elif not _is_empty(member):
                    yield from self._listed(str(name), member, depth + 1)

    def _flat(self, value: JSON) -> str:
        """Return an object as one line, if it holds nothing but texts of one line."""
        if not isinstance(value, Mapping):
            return ""
        members = {key: self._texts(member) for key, member in value.items() if not _is_empty(member)}
        return (
            "; ".join(f"{self._label(key)} {', '.join(texts)}" for key, texts in members.items())
            if all(members.values())
            else ""
        )

    def _examples(self, value: JSON) -> Iterator[str]:
        """Yield each example as a paragraph: a text as it is, a pair of input and output by its labels."""
        for example in [value] if isinstance(value, str | Mapping) or not isinstance(value, Sequence) else value:
            if _is_empty(example):
                continue
            if isinstance(example, Mapping):
                labels = _EXAMPLE_LABELS.get(self._says.code, {})
                members = {labels.get(key) or self._label(key): self._example(of) for key, of in example.items()}
                said = "\n".join(f"{label}{_gap(text)}{text}" for label, text in members.items())
                yield fenced(said) if any("\n" in text for text in members.values()) else said
            else:
                yield set_apart(self._example(example))

    def _example(self, value: JSON) -> str:
        return self._plain(value) if isinstance(value, str) else _as_json(value)


def _in_words(key: str) -> str:
    """Return a key as words: `opening hours`, but `co-op` of `co_op`."""
    return _PREFIXED.sub(r"\1-", " ".join(key.replace("_", " ").split()))


def _have_commas(texts: list[str]) -> bool:
    return len(texts) > 1 and any(", " in text for text in texts)


def _gap(text: str) -> str:
    """Return what parts a label from its text: lines stay below one another, as YAML or code must."""
    return "\n" if "\n" in text else " "


def _is_for_programs(text: str) -> bool:
    """Say whether a `language` is not one to answer in: `Kotlin 2.0`."""
    name, _, version = text.casefold().partition(" ")
    return name.rstrip(",;") in _PROGRAMMING and (not version or not version[0].isalpha() or name.endswith(","))


def _check_depth(value: JSON, left: int) -> None:
    if isinstance(value, str) or not isinstance(value, Mapping | Sequence):
        return
    if left == 0:
        raise NestedTooDeeply
    for member in value.values() if isinstance(value, Mapping) else value:
        _check_depth(member, left - 1)


def _is_empty(value: JSON) -> bool:
    if isinstance(value, str):
        return not _clean(value)
    if isinstance(value, Mapping):
        return all(map(_is_empty, value.values()))
    return all(map(_is_empty, value)) if isinstance(value, Sequence) else value is None


def _clean(text: str) -> str:
    return clean(text.replace("\r\n", "\n")).strip()


def _as_json(value: JSON) -> str:
    return clean(json.dumps(value, ensure_ascii=False))
