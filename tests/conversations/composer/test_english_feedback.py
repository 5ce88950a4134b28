"""What English feedback on a prompt is understood to ask for."""

import pytest

from services.conversations.composer.english.language import ENGLISH
from services.conversations.composer.language import Change
from services.conversations.composer.model import Part, Slot


@pytest.mark.parametrize(
    ("feedback", "change"),
    [
        (
            "answer shorter",
            Change("set", "Keep every answer short.", slot=Slot.LENGTH, part=Part.OUTPUT),
        ),
        ("less emojis", Change("add", "Use few emojis")),
        ("add to always greet people", Change("add", "always greet people")),
        ("actually only three", Change("number", "Give only three")),
        ("rather 10 than 20", Change("number", "Give 10")),
        ("it should be much shorter", Change("shorter")),
        ("more detail", Change("longer")),
        ("more examples", Change("add", "Give more examples")),
        ("less jargon", Change("add", "Use little jargon")),
        ("please also mention the opening hours", Change("add", "mention the opening hours")),
        ("I don't need the examples any more", Change("remove", "examples")),
        ("no more emojis", Change("never", "No more emojis.")),
        ("a bit more formal", Change("set", "Keep your tone rather formal.", slot=Slot.TONE, part=Part.AUDIENCE)),
        (
            "only two sentences please",
            Change("set", "Keep every answer to two sentences.", slot=Slot.LENGTH, part=Part.OUTPUT),
        ),
        ("I want it in French", Change("set", "Answer in French.", slot=Slot.LANGUAGE, part=Part.OUTPUT)),
        ("what a lovely day", None),
    ],
)
def test_feedback_is_a_change(feedback: str, change: Change | None) -> None:
    assert ENGLISH.change(feedback) == change
