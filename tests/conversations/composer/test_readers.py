"""For whom answers are is said in a whole sentence, with a noun for people and in the right case."""

import pytest

from services.conversations.composer.composing import compose
from services.conversations.composer.english.wordings import WORDINGS as ENGLISH
from services.conversations.composer.german.wordings import WORDINGS as GERMAN
from services.conversations.composer.language import Wording


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("mostly over sixty, some very deaf", "Write for people who are mostly over sixty, some of them very deaf"),
        (
            "forty households, some furious, some indifferent, nobody reads 90 pages",
            "Write for forty households, some of them furious, some indifferent; nobody reads 90 pages",
        ),
        ("340 members, retired engineers to students", "Write for 340 members, from retired engineers to students"),
        ("new to the town", "Write for people new to the town"),
        ("nurses, some experience", "Write for nurses with some experience"),
        ("they are mostly farmers", "About the readers: they are mostly farmers"),
    ],
)
def test_english_readers_are_people(value: str, sentence: str) -> None:
    assert ENGLISH["audience"].say(value) == sentence


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (
            "ehrenamtlicher Vorstand, drei Leute, keiner vom Fach",
            "Schreibe für einen ehrenamtlichen Vorstand, drei Leute, keiner vom Fach",
        ),
        ("unser Vorstand", "Schreibe für unseren Vorstand"),
        ("ein neuer Kollege", "Schreibe für einen neuen Kollegen"),
        ("Geschäftsführung", "Schreibe für die Geschäftsführung"),
        ("über sechzig", "Schreibe für Menschen über sechzig"),
        (
            "meist über sechzig, einige schwerhörig",
            "Schreibe für Menschen, die meist über sechzig sind, einige davon schwerhörig",
        ),
        ("erfahrener Segler, hat wenig Zeit", "Schreibe für einen erfahrenen Segler, der wenig Zeit hat"),
        ("Eltern, von denen die Hälfte arbeitet", "Schreibe für Eltern, von denen die Hälfte arbeitet"),
    ],
)
def test_german_readers_stand_in_the_accusative(value: str, sentence: str) -> None:
    assert GERMAN["audience"].say(value) == sentence


@pytest.mark.parametrize(
    ("wordings", "value", "sentence"),
    [
        (ENGLISH, "local planning, England", "The subject is local planning, England"),
        (ENGLISH, "dental practice, two chairs", "This is about a dental practice, two chairs"),
        (GERMAN, "Steuerrecht", "Das Thema ist Steuerrecht"),
        (GERMAN, "Arztpraxis, 3 Ärzte, 2 Orte", "Es geht um eine Arztpraxis, 3 Ärzte und 2 Orte"),
    ],
)
def test_what_it_is_about_may_be_several_things(wordings: dict[str, Wording], value: str, sentence: str) -> None:
    assert wordings["domain"].say(value) == sentence


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("tickets", "£9, children £4", "Tickets: £9, children £4."),
        ("co_op", "Windle Valley", "The co-op is Windle Valley."),
        ("sources", ["rules, 2022", "offer"], "Work from these sources: rules, 2022; offer."),
        (
            "access",
            ["one space per night, ring Brenda", "no loop"],
            "Access: one space per night, ring Brenda; no loop.",
        ),
    ],
)
def test_several_things_stay_apart(key: str, value: str | list[str], sentence: str) -> None:
    assert sentence in compose("plan our shows", {key: value}).text


def test_lines_of_an_example_begin_below_their_label() -> None:
    text = compose("extract the data", {"examples": [{"input": "7 a", "output": "count: 7\nunit: a"}]}).text
    assert "Input: 7 a\nOutput:\ncount: 7\nunit: a" in text
