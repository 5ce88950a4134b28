"""Say what the context says: one sentence for each thing that it knows, a plain list of the rest."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from services.conversations.composer.english import pattern, sentence, with_article
from services.conversations.composer.layout import clean, fenced, set_apart
from services.conversations.composer.model import JSON, Origin, Part, Sentence, Source
from shared.aggregates import Invalid

_MAX_DEPTH = 32
_LISTED_DEPTH = 3  # what is nested deeper is written as JSON: nobody reads a list of lists of lists of lists

_LANGUAGES = {
    "ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
    "es": "Spanish", "et": "Estonian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "lt": "Lithuanian",
    "lv": "Latvian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
"""ISO 639-1 codes."""
_NAMES = frozenset(_LANGUAGES.values())
_SENTENCE = pattern(r"(?:use|write|answer|give|keep|be|return|reply|make|always|never|do|don't)\s|.*[.!?]$")
_PLACED = re.compile(r"(?:in|as|with|using|without|under|below|within|between|around|about|at|up|no)\s", re.IGNORECASE)
_ADJECTIVES = re.compile(r"(?:(?:very|rather|quite) )?[^\W\d_][\w-]*(?:(?:, and |, but |, | and | but )[\w-]+)*")
_LENGTHS = pattern(r"(?:(?:very|rather|quite) )?(?:short|brief|concise|long|detailed|terse|crisp|thorough)\b")


class NestedTooDeeply(Invalid):
    """The context nests more than 32 deep; nothing can be made of that."""


def known(context: Mapping[str, JSON]) -> list[Sentence]:
    """Return the sentences of a context; a value that is empty says nothing."""
    _check_depth(context, _MAX_DEPTH)
    said: list[Sentence] = []
    for key, value in context.items():
        if _is_empty(value):
            continue
        origin = Origin(Source.CONTEXT, key)
        texts = _texts(value)
        if key == "examples":
            said += [Sentence(Part.EXAMPLES, example, origin, apart=True) for example in _examples(value)]
        elif key == "constraints" and texts:
            said += [Sentence(Part.LIMITS, sentence(text), origin) for text in texts]
        elif key in _WORDINGS and texts:
            part, wording = _WORDINGS[key]
            text = _joined(texts)
            said.append(Sentence(part, sentence(text if _SENTENCE.match(text) else wording(text)), origin))
        else:
            said.append(Sentence(Part.KNOWN, "\n".join(_listed(key, value, 0)).removeprefix("- "), origin))
    return said


def _check_depth(value: JSON, left: int) -> None:
    if isinstance(value, str) or not isinstance(value, Mapping | Sequence):
        return
    if left == 0:
        raise NestedTooDeeply
    for member in value.values() if isinstance(value, Mapping) else value:
        _check_depth(member, left - 1)


def _is_empty(value: JSON) -> bool:
    if isinstance(value, str):
        return not _plain(value)
    if isinstance(value, Mapping):
        return all(map(_is_empty, value.values()))
    return all(map(_is_empty, value)) if isinstance(value, Sequence) else value is None


def _texts(value: JSON) -> list[str]:
    """Return the texts of one line each that a value consists of; none if it holds anything else."""
    values = value if isinstance(value, Sequence) and not isinstance(value, str) else [value]
    texts = []
    for one in values:
        if isinstance(one, Mapping | Sequence) and not isinstance(one, str):
            return []
        texts.append(_plain(one))
    return [] if any("\n" in text for text in texts) else [text for text in texts if text]


def _plain(value: JSON) -> str:
    match value:
        case str():
            return clean(value.replace("\r\n", "\n")).strip()
        case bool():
            return "yes" if value else "no"
        case _:
            return "" if value is None else str(value)


def _joined(texts: list[str]) -> str:
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} and {texts[-1]}"


def _label(key: str) -> str:
    words = " ".join(clean(key).replace("_", " ").split())
    return f"{words[:1].upper()}{words[1:]}:" if words else "Also:"


def _listed(key: str, value: JSON, depth: int) -> Iterator[str]:
    """Yield the lines of a nested list that says what a value is."""
    indent = "  " * depth
    label = _label(key)
    texts = _texts(value)
    if texts:
        yield f"{indent}- {label} {', '.join(texts)}"
    elif isinstance(value, str):
        yield f"{indent}- {label}"
        yield from (f"{indent}  {line}".rstrip() for line in fenced(_plain(value)).split("\n"))
    elif depth == _LISTED_DEPTH or not isinstance(value, Mapping | Sequence):
        yield f"{indent}- {label} {_as_json(value)}"
    else:
        yield f"{indent}- {label}"
        members = value.items() if isinstance(value, Mapping) else enumerate(value, 1)
        for name, member in members:
            if isinstance(name, int) and (flat := _flat(member)):
                yield f"{indent}  - {flat}"
            elif not _is_empty(member):
                yield from _listed(str(name), member, depth + 1)


def _flat(value: JSON) -> str:
    """Return an object as one line, if it holds nothing but texts of one line."""
    if not isinstance(value, Mapping):
        return ""
    members = {key: _texts(member) for key, member in value.items() if not _is_empty(member)}
    return (
        "; ".join(f"{_label(key)} {', '.join(texts)}" for key, texts in members.items())
        if all(members.values())
        else ""
    )


def _as_json(value: JSON) -> str:
    return clean(json.dumps(value, ensure_ascii=False))


def _examples(value: JSON) -> Iterator[str]:
    """Yield each example as a paragraph: a text as it is, a pair of input and output by its labels."""
    for example in [value] if isinstance(value, str | Mapping) or not isinstance(value, Sequence) else value:
        if _is_empty(example):
            continue
        if isinstance(example, Mapping):
            members = {_label(key): _example(member) for key, member in example.items()}
            said = "\n".join(f"{label} {text}" for label, text in members.items())
            yield fenced(said) if any("\n" in text for text in members.values()) else said
        else:
            yield set_apart(_example(example))


def _example(value: JSON) -> str:
    return _plain(value) if isinstance(value, str) else _as_json(value)


def _audience(text: str) -> str:
    return f"Make every answer work for {text}"


def _tone(text: str) -> str:
    return f"Keep your tone {text}" if _ADJECTIVES.fullmatch(text) else f"Tone: {text}"


def _language(text: str) -> str:
    code = text.casefold().partition("-")[0]
    return f"Answer in {_LANGUAGES.get(code) or (text.capitalize() if text.capitalize() in _NAMES else text)}"


def _format(text: str) -> str:
    return f"Give every answer {text}" if _PLACED.match(text) else f"Give every answer as {with_article(text)}"


def _length(text: str) -> str:
    if text.isdigit():
        return f"Length of an answer: {text}"
    return (
        f"Keep every answer {text}" if _PLACED.match(text) or _LENGTHS.match(text) else f"Keep every answer to {text}"
    )


def _sources(text: str) -> str:
    return f"Work from these sources: {text}"


def _domain(text: str) -> str:
    return f"Your field is {text}"


_WORDINGS: dict[str, tuple[Part, Callable[[str], str]]] = {
    "audience": (Part.AUDIENCE, _audience),
    "tone": (Part.AUDIENCE, _tone),
    "domain": (Part.KNOWN, _domain),
    "sources": (Part.HOW, _sources),
    "language": (Part.OUTPUT, _language),
    "format": (Part.OUTPUT, _format),
    "length": (Part.OUTPUT, _length),
}
