"""What a person tells of himself in English stands in the third person."""

import pytest

from services.conversations.composer.composing import compose
from services.conversations.composer.english.language import ENGLISH


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("I'm a ward nurse", "The person you work for is a ward nurse"),
        ("im 15 and dont like maths", "The person you work for is 15 and doesn't like maths"),
        ("We're four people", "The people you work for are four people"),
        ("we hire out tents", "The people you work for hire out tents"),
        (
            "I walk my hives and talk into my phone",
            "The person you work for walks their hives and talks into their phone",
        ),
        ("I drove buses and I'm no writer", "The person you work for drove buses and is no writer"),
        ("I usually carry a bag", "The person you work for usually carries a bag"),
        (
            "I teach maths, coach teams and write reports",
            "The person you work for teaches maths, coaches teams and writes reports",
        ),
        ("I have stock and order lists", "The person you work for has stock and order lists"),
        ("I'd like to sell more", "The person you work for would like to sell more"),
        (
            "When I drop a file, we check it ourselves",
            "When the person you work for drops a file, they check it themselves",
        ),
        ("My wife and I run a farm", "The person you work for and their wife run a farm"),
        ("My daughter's nine and I'm a baker", "The daughter of the person you work for is nine and they are a baker"),
        ("because I can't draw", "because the person you work for can't draw"),
        ("My son is 13 and dyslexic", "My son is 13 and dyslexic"),
        ("Customers keep asking about prices", "Customers keep asking about prices"),
        ("Am I right?", ""),
        ("I mean it", ""),
        ("I'd say “I'm late”", ""),
    ],
)
def test_a_sentence_names_whom_the_assistant_works_for(said: str, told: str) -> None:
    assert ENGLISH.told([said]) == [told]


def test_who_is_named_is_they_from_then_on() -> None:
    assert ENGLISH.told(["I was a baker", "I've sold our shop", "My knees hurt"]) == [
        "The person you work for was a baker",
        "They have sold their shop",
        "Their knees hurt",
    ]


def test_what_one_tells_is_known_and_nobody_is_quoted() -> None:
    text = compose("We hire out telescopes on a hill. Write the welcome sheet.").text
    assert "- The people you work for hire out telescopes on a hill." in text
    assert "“" not in text
