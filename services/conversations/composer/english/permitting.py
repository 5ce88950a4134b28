"""What a person allows and forbids at once, or calls none of the assistant's business."""

from services.conversations.composer.english.forbidding import done
from services.conversations.composer.layout import pattern

_THING = (
    r"(?!(?:it|that|this|these|those|everything|which|what|who|if|when|he|she|they|i|we|you|and|but|so)\b)"
    r"['\w]['\w -]{1,50}?"
)
_FINE = r"(?:fine|ok|okay|allowed|welcome|all right|alright|acceptable|permitted|great)"
_BUT = r"(?:,? but|,? and|[,;]) "
_IS_NOT = r"(?:isn't|aren't|is not|are not)"
_FIRST_ALLOWED = pattern(
    rf"(?P<yes>{_THING}) (?:is|are) {_FINE}{_BUT}(?P<no>{_THING}) {_IS_NOT}(?: {_FINE})?",
    rf"(?P<other_no>{_THING}) {_IS_NOT}(?: {_FINE})?{_BUT}(?P<other>{_THING}) (?:is|are)(?: {_FINE})?",
)
_ITS = r"(?:its|your|his|her|the (?:bot|assistant|tool|chatbot|ai)'s)"
_JOB = r"(?:job|concern|business|task|role|place|affair|department|call|problem)"
_NOT_ITS_JOB = pattern(rf"(?P<thing>{_THING}) (?:{_IS_NOT}|(?:is|are) none of) {_ITS} {_JOB}")
_NOT_TO_DO = pattern(rf"(?:it's not|it {_IS_NOT}) {_ITS} {_JOB} to (?P<doing>.+)")


_NEGATIONS = (" not", "n't", "n\u2019t", "snt", "arent", " none ")


def permitted(words: str) -> str:
    """Return `Allow irony, but do not allow insults` of `irony is fine, insults aren't`; else nothing.

    And `Do not deal with rents of others` of `rents of others are not its concern`.
    """
    note = words.rstrip(" .!")
    if not any(negation in note for negation in _NEGATIONS):
        return ""
    if found := _FIRST_ALLOWED.fullmatch(note):
        yes, no = found["yes"] or found["other"], found["no"] or found["other_no"]
        return f"Allow {_lowered(yes)}, but do not allow {_lowered(no)}"
    if found := _NOT_TO_DO.fullmatch(note):
        return f"Do not {found['doing']}"
    if found := _NOT_ITS_JOB.fullmatch(note):
        return done(_lowered(found["thing"])) or f"Do not deal with {_lowered(found['thing'])}"
    return ""


def _lowered(thing: str) -> str:
    first = thing.partition(" ")[0]
    return thing[0].lower() + thing[1:] if first[1:].islower() else thing
