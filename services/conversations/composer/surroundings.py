"""What a task is done with: the stock sentence that follows from what was said."""

from collections.abc import Sequence

from services.conversations.composer.language import Language
from services.conversations.composer.model import Origin, Part, Sentence, Source


def surroundings(said: list[Sentence], language: Language, says: Language) -> list[Sentence]:
    """Return the stock sentence about what the task, or else the role, is done with; for whom it is, they say."""
    for part in (Part.TASK, Part.ROLE):
        for one in said:
            if one.part is part and (material := language.material(_first_line(one))):
                frame = says.stock.given_many if material.many else says.stock.given
                origin = Origin(Source.DEFAULT, start=one.origin.start, end=one.origin.end)
                return [Sentence(Part.GIVEN, frame.format(material.name), origin)]
    return []


def names_people(said: Sequence[Sentence], language: Language) -> bool:
    """Tell whether a role or task says for whom it is."""
    return any(one.part in (Part.ROLE, Part.TASK) and language.people(_first_line(one)) for one in said)


def _first_line(one: Sentence) -> str:
    return one.text.partition("\n")[0]
