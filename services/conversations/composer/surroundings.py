"""For whom a role or task is, and what it is done with: the stock sentences that follow from what was said."""

from services.conversations.composer.language import Language
from services.conversations.composer.model import Origin, Part, Sentence, Slot, Source


def surroundings(said: list[Sentence], language: Language, says: Language) -> list[Sentence]:
    """Return the stock sentences about the people for whom the role or task is, and what the task is done with."""
    found: list[Sentence] = []
    roles, tasks = ([one for one in said if one.part is part] for part in (Part.ROLE, Part.TASK))
    for one in (*roles, *tasks):
        if people := language.people(_first_line(one)):
            whom = says.stock.them if one.part is Part.ROLE and not tasks else people
            text = says.stock.audience.format(whom)
            found.append(Sentence(Part.AUDIENCE, text, _stock(one), slots=frozenset({Slot.AUDIENCE})))
            break
    for one in (*tasks, *roles):
        if material := language.material(_first_line(one)):
            frame = says.stock.given_many if material.many else says.stock.given
            found.append(Sentence(Part.GIVEN, frame.format(material.name), _stock(one)))
            break
    return found


def _first_line(one: Sentence) -> str:
    return one.text.partition("\n")[0]


def _stock(one: Sentence) -> Origin:
    return Origin(Source.DEFAULT, start=one.origin.start, end=one.origin.end)
