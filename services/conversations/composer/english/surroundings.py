"""For whom an English role or task is, and what it is done with."""

from services.conversations.composer.english.grammar import names_people
from services.conversations.composer.language import Material
from services.conversations.composer.layout import pattern, word_set

_FOR = pattern(
    r"\bfor\s+([^,;:.!?()]+?(?:\s+who\s[^,;:.!?()]+)?)"
    r"(?=\s+(?:that|which|in|at|by|and|about|from)\b|[,;:.!?()]|$)"
)
_ASIDE = pattern(
    r"(?:,|\()\s*(?:which|who|whose|where)\b|\b(?:because|since|as|although|while|if|when|whenever|unless|until|"
    r"so that)\s+"
    r"(?:\w+ ){1,4}?(?:is|are|was|were|has|have|does|do|asks?|wants?|needs?|works?|looks?|comes?)\b"
)
_AND = pattern(
    r"\s+and\s+(?:an?\s+|the\s+)?([^,;:.!?()]+?)(?=\s+(?:that|which|in|at|by|and|with|about|from)\b|[,;:.!?()]|$)"
)
_LONGEST_NAME = 5
_WORKS_ON = pattern(
    r"(?:\b(?:that|who|which)\s+|^)(?:(?:always|carefully|please|your task:)\s+)?"
    r"(?:(extract|pull)|summari[sz]e|sum up|classify|classifie|categori[sz]e|label|translate|review|analy[sz]e|"
    r"proofread|sort|tag|triage|transcribe|condense|shorten|rewrite|edit|correct|check)s?\s+(?!each\b|every\b|it\b|"
    r"them\b)(.+)"
)
_FROM = pattern(r"\b(?:from|out of)\s+(?!(?:the\s+)?(?:beginning|start|scratch)\b)(.+)")
_END = pattern(
    r"[,;:.!?()“”\"]",
    r"\s(?:for|into|in|to|as|by|and|with|so|from|under|within|using|that|which|who|about|without|if|when|"
    r"after|before|on|of|below|"
    r"above|"
    r"attached)\b",
)
_DETERMINER = pattern(r"^(?:the|my|our|your|their|some|all)\s+")
_PLAIN = pattern(r"[a-z][a-z -]*")
_MATERIALS = word_set(
    """
    abstract answer application article chapter chat code comment complaint contract conversation cv data dataset
    description diff document draft email e-mail essay feedback figure file form function interview invoice issue
    lease letter log lyrics mail manual meeting menu message minute note notice order page paper paragraph pdf poem
    policy post reading receipt recipe report request response resume review ruling script sentence snippet
    spreadsheet statement story table text thread ticket transcript tweet
    """
)


def people(phrase: str) -> str:
    """Return for whom a role or task is, if anybody: `blind players` of `a chess coach for blind players`."""
    aside = _ASIDE.search(phrase)
    for found in _FOR.finditer(phrase, 0, aside.start() if aside else len(phrase)):
        if _are_people(found[1]):
            also = _AND.match(phrase, found.end())
            return found[1] + also[0] if also and _are_people(also[1]) else found[1]
    return ""


def _are_people(phrase: str) -> bool:
    words = phrase.split()
    return any(names_people(" ".join(words[:count])) for count in range(1, min(len(words), _LONGEST_NAME) + 1))


def material(task: str) -> Material | None:
    """Return what a task is done with: `invoices` of `extract names and dates from invoices`."""
    works_on = _WORKS_ON.search(task)
    if not works_on:
        return None
    out_of = _FROM.search(works_on[2]) if works_on[1] else None
    thing = _DETERMINER.sub("", _until_its_end(out_of[1] if out_of else works_on[2]))
    words = thing.casefold().split()
    if not words or len(words) > _LONGEST_NAME or not _PLAIN.fullmatch(thing):
        return None
    noun = words[-1]
    singular = noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
    if noun not in _MATERIALS and singular not in _MATERIALS:
        return None
    return Material(thing, many=noun == "lyrics" or noun not in _MATERIALS)


def _until_its_end(phrase: str) -> str:
    end = _END.search(phrase)
    return phrase[: end.start() if end else None].strip()
