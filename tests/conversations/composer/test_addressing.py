"""Who speaks in the first person is named: a prompt is read by one who knows nothing of whoever wrote it."""

import pytest

from services.conversations.composer.composing import compose
from services.conversations.composer.english.addressing import addressed
from services.conversations.composer.german.addressing import addressed as addressed_in_german


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Tell me which stamp to sell.", "Tell the user which stamp to sell."),
        ("Ask me what I think, then tell me.", "Ask the user what they think, then tell them."),
        ("Sort my stamps for me.", "Sort the user's stamps for them."),
        ("When I paste a list, sort it.", "When the user pastes a list, sort it."),
        ("Check whether I have it and don't need it.", "Check whether the user has it and don't need it."),
        ("I can wait, I am retired.", "The user can wait, they are retired."),
        ('Write "I love you" on it for me.', 'Write "I love you" on it for the user.'),
        ("Prices are in our shop.", "Prices are in our shop."),
        ("The person you work for sells stamps.", "The user sells stamps."),
    ],
)
def test_who_talks_with_the_assistant_is_its_user(said: str, meant: str) -> None:
    assert addressed([said], "help me, I paste lists") == [meant]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Refer complaints to me.", "Refer complaints to me."),
        ("Answer questions about my shop.", "Answer questions about my shop."),
        ("Say that I am on holiday.", "Say that the person you work for is on holiday."),
    ],
)
def test_of_others_the_user_may_be_one(said: str, meant: str) -> None:
    assert addressed([said], "answer customers and refer complaints to me") == [meant]


def test_what_is_set_apart_keeps_its_words() -> None:
    composed = compose("Translate my letter for me.\n\n```\nI miss you.\n```")
    assert composed.text.startswith("Translate the user's letter for them.")
    assert "I miss you." in composed.text


@pytest.mark.parametrize(
    ("said", "first", "later"),
    [
        ("Hilf mir.", "Hilf der Person, für die du arbeitest.", "Hilf ihr."),
        ("Frag mich bald ab.", "Frage die Person, für die du arbeitest, bald ab.", "Frage sie bald ab."),
        (
            "Ordne meine alten Fotos und zeig sie mir.",
            "Ordne die alten Fotos der Person, für die du arbeitest, und zeig sie ihr.",
            "Ordne ihre alten Fotos und zeig sie ihr.",
        ),
        (
            "Wenn ich etwas einfüge, erklär es mir.",
            "Wenn die Person, für die du arbeitest, etwas einfügt, erkläre es ihr.",
            "Wenn sie etwas einfügt, erkläre es ihr.",
        ),
        ("Korrigiere mein Referat.", "Korrigiere mein Referat.", "Korrigiere ihr Referat."),
        ("Schreib „ruf mich an“.", "Schreibe „ruf mich an“.", "Schreibe „ruf mich an“."),
    ],
)
def test_in_german_the_person_is_named_first_and_then_spoken_of(said: str, first: str, later: str) -> None:
    assert addressed_in_german([said], "hilf mir") == [first]
    assert addressed_in_german(["Hilf mir.", said], "hilf mir")[1] == later


def test_in_german_whom_others_are_sent_to_is_not_the_one_they_are() -> None:
    assert addressed_in_german(["Verweise an mich."], "verweise Kunden an mich") == ["Verweise an mich."]
