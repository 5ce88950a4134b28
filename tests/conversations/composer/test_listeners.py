"""Where a task is done by talking, its audience is not written for."""

import pytest

from services.conversations.composer.composing import compose


@pytest.mark.parametrize(
    ("text", "audience", "line"),
    [
        ("Teach chess", "adults who failed once", "Your learners are adults who failed once."),
        ("Teach chess", "a nurse with little time", "Speak to a nurse with little time."),
        ("Quiz me on flags", "me, 9 years old", "is 9 years old."),
        ("Coach me before my talk", "shy speakers", "Speak to shy speakers."),
        ("Du bist Tutor für Schach", "Rentner ohne Zeit", "Richte dich an Rentner ohne Zeit."),
        ("Write a letter about our fair", "neighbours", "Write for neighbours."),
    ],
)
def test_who_talks_does_not_write(text: str, audience: str, line: str) -> None:
    assert line in compose(text, {"audience": audience}).text
