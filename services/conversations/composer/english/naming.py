"""Name in the task whom only what was told before names: `fill in forms with my brother` for `with him`."""

from services.conversations.composer.layout import pattern

_TOLD_OF = pattern(
    r"(?:(?:so|ok|well|hi|hello),? )?(?P<whom>(?:my|our) (?:(?:older|younger|little|big|old|elderly|deaf|blind|poor|"
    r"new) )?"
    r"(?:(?P<he>brother|son|dad|father|grandpa|grandad|grandfather|uncle|husband|nephew|boyfriend|grandson)|"
    r"(?P<she>sister|daughter|mum|mom|mother|gran|granny|grandma|grandmother|aunt|wife|niece|girlfriend|granddaughter)|"
    r"friend|neighbou?r|boss|child|kid|student|pupil|cousin|colleague|flatmate|trainee|apprentice)) "
    r"(?:is|was|has|can't|cannot|can|doesn't|never|always|keeps|just|[a-z]+s)\b"
)
"""Somebody of whom a text tells first."""
_NO_NOUN = (
    r"(?=$|[.,;:!?]|\s(?:an?|the|in|with|to|for|on|about|at|and|every|each|how|what|when|by|from|some|his|her|this)\b)"
)
_HIM = pattern(rf"\bhim\b|\bher\b{_NO_NOUN}")
_HIS = pattern(rf"\bhis\b|\bher\b(?!{_NO_NOUN})")


def with_names(task: str, asked: str) -> str:
    """Return a task in which the first pronoun is who was told of at the beginning of what was asked."""
    told = _TOLD_OF.match(asked)
    if not told or told["whom"].rpartition(" ")[2].casefold() in task.casefold():
        return task
    found = min(filter(None, (_HIM.search(task), _HIS.search(task))), key=lambda one: one.start(), default=None)
    if not found or (told["he"] and found[0] == "her") or (told["she"] and found[0] in ("him", "his")):
        return task
    whom = told["whom"][0].lower() + told["whom"][1:]
    owns = "'s" if _HIS.match(task, found.start()) else ""
    return f"{task[: found.start()]}{whom}{owns}{task[found.end() :]}"
