"""How English says the format of answers: `Give first the verdict, then the reasons`."""

from services.conversations.composer.english.grammar import with_article
from services.conversations.composer.english.lengths import COUNT
from services.conversations.composer.english.lexicon import VERBS
from services.conversations.composer.layout import pattern
from services.conversations.composer.rewording import Rule, reworded

_JUST = pattern(r"(?:just|only|nothing but) .*")
_GIVING = pattern(
    rf"(?:first|then|last|finally|next|{COUNT}|the|your|some|any|short|brief|plain|numbered|bulleted|bullets|"
    r"bullet points|json|csv|yaml|xml|html|markdown|prose)\b"
)
_TABLE = pattern(
    r"((?:an? |the )?(?:[\w-]+ )?(?:table|csv|json|yaml|xml|list|e-?mail|letter|form|spreadsheet))(?: with)?"
    r"(?: columns| fields| keys)?: (?!one\b|each\b|every\b|\d|sorted\b)(.+)"
)
_PIECES = pattern(r"\s*[,;]\s+(?:and (?!then\b))?")
_WHERE = r"(in front|first|last|at the (?:top|bottom|end|start|beginning)|on top|in brackets|in bold)"
PLACED_PIECES: tuple[Rule, ...] = (
    (pattern(r"(?:each|every|all) .{1,60}? (?:on|at|under|below|next to|behind) .*"), r"put \g<0>"),
    (pattern(rf"((?:the|an?|your|each|every|all|\d+) .{{1,60}}?|[^,]{{0,60}}?s) {_WHERE}"), r"put \1 \2"),
    (pattern(rf"(.{{1,60}}?) {_WHERE}"), r"put the \1 \2"),
)
"""What stands where."""
_PIECE: tuple[Rule, ...] = (
    (pattern(r"(sort|order|group)(?:e?d|ped) by (.+)"), r"\1 by \2"),
    (pattern(r"same .+"), r"keep the \g<0>"),
    *PLACED_PIECES,
    (pattern(rf"(?!(?:just|only|no|{'|'.join(sorted(VERBS))})\b)[\w-]+(?: [\w-]+){{0,2}} as \S.*"), r"write \g<0>"),
    (pattern(r"no .*"), r"with \g<0>"),
    (_JUST, r"give \g<0>"),
)
_PARTED = pattern(r"[,;/:\n|+]|->|\u2192| then | followed by | or ")
_PLACED = pattern(r"(?:in|as|with|using|without|under|below|within|between|around|about|at|up|no)\s")
_WITHOUT_ARTICLE = pattern(
    r"(?-i:[A-Z]{2,}\d*)$",
    r"(?:an?|the|one|two|three|\d+|your|its) |.*\b(?:json|csv|xml|html|yaml|markdown|latex|prose|text|code|bullets|"
    r"points|sentences|paragraphs|lines|words|lists|tables)$",
)
_COUNTABLE = pattern(
    r"(?:[\w-]+ ){0,2}?(?:table|list|e-?mail|letter|form|spreadsheet|report|paragraph|summary|checklist|file|array|"
    r"object|block|document|diagram|answer|line|sentence|verdict|heading)\b"
)
_DETERMINED = pattern(
    r"(?:an?|the|one|two|three|\d+|your|its|each|every|any|some|no|first|then|last|next|finally) |"
    r"(?:[\w-]+ )?(?:json|csv|xml|html|yaml|markdown)\b"
    r"(?! (?:file|array|object|list|table|block|document)\b)"
)
_COUNTED = pattern(rf"(?:{COUNT}|the|your|its|one|some) (?:[\w-]+ ){{0,2}}[\w-]+$")
_IN_TURN = pattern(r",? (?:and )?then |, (?:and )?finally ")
_BARE = pattern(
    r"(?!(?:an?|the|one|two|three|your|its|each|every|any|some|no|yes|first|short|brief)\b)[a-z-]+(?: [a-z-]+){0,2}"
)
_ALONE = (
    (pattern(r"yes ?(?:/|or) ?no"), "Answer yes or no"),
    (_JUST, r"Give \g<0>"),
    (pattern(r"no .*"), r"Use \g<0>"),
    (pattern(rf"{_PLACED.pattern}.*"), r"Give every answer \g<0>"),
    (pattern(rf"(?!an?\b){COUNT}\b.*"), r"Give \g<0>"),
)
_A_FEW = 3


def answer_format(text: str) -> str:
    """Say a format."""
    if found := _TABLE.fullmatch(text):
        return f"Give {_countable(found[1])} with {found[2]}"
    pieces = _PIECES.split(text)
    alone = _ALONE[: 4 if _PARTED.search(text) else 5]
    return _ordered(text, pieces) or _in_turn(text) or reworded(text, alone) or _given(text, pieces)


def _given(text: str, pieces: list[str]) -> str:
    """Return a format as what to give, or as its parts."""
    if not _PARTED.search(text):
        return f"Give every answer as {with_article(text if _WITHOUT_ARTICLE.match(text) else f'a {text}')}"
    is_list = len(pieces) >= _A_FEW and all(len(piece.split()) <= _A_FEW for piece in pieces)
    if not _COUNTABLE.match(text) and (not _GIVING.match(text) or is_list or "/" in text):
        return f"Structure every answer as: {text}"
    things = _IN_TURN.split(text)
    return f"Give {', then '.join(map(_countable, things)) if len(things) > 1 else _countable(text)}"


def _ordered(text: str, pieces: list[str]) -> str:
    """Return what the pieces of a format tell to do, or the only one."""
    if len(pieces) > 1:
        return _told(pieces)
    said = reworded(text, _PIECE[:5])
    return said and said[0].upper() + said[1:]


def _in_turn(text: str) -> str:
    """Return `First give the verdict, then the reasons` of `verdict, then reasons`."""
    first, *others = _IN_TURN.split(text)
    if (
        not others
        or not _BARE.fullmatch(first)
        or not all(_BARE.fullmatch(one) or _COUNTED.match(one) for one in others)
    ):
        return ""
    if any(" " in one and one.split()[0] in VERBS for one in (first, *others)):
        return ""
    return f"First give the {first}" + "".join(f", then {'' if _COUNTED.match(one) else 'the '}{one}" for one in others)


def _told(pieces: list[str]) -> str:
    """Return what all pieces tell to do; nothing where that is not plain."""
    told = [reworded(piece, _PIECE) for piece in pieces]
    if not told[0] and all(piece.startswith("with ") for piece in told[1:]):
        told[0] = f"give {_countable(pieces[0])}"
    if not all(told) or told[0].startswith("with "):
        return ""
    said = told[0] + "".join(f", {piece}" if piece.startswith("with ") else f", and {piece}" for piece in told[1:])
    return said[0].upper() + said[1:]


def _countable(thing: str) -> str:
    return with_article(f"a {thing}") if _COUNTABLE.match(thing) and not _DETERMINED.match(thing) else thing
