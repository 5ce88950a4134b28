"""A task noted in English without a verb is said with the one that it lacks."""

import pytest

from services.conversations.composer.composing import compose


@pytest.mark.parametrize(
    ("note", "task"),
    [
        ("monthly circular for our rowing club", "Write a monthly circular for our rowing club."),
        ("Limericks for our team", "Write limericks for our team."),
        ("press releases for the fire brigade", "Write press releases for the fire brigade."),
        ("cover letter for a job as a nurse", "Write a cover letter for a job as a nurse."),
        ("my wedding speech for Tom", "Write the user's wedding speech for Tom."),
        ("three haikus about rain", "Write three haikus about rain."),
        ("obituaries for a village paper", "Write obituaries for a village paper."),
        ("SQL queries for our warehouse", "Write SQL queries for our warehouse."),
        ("Board game rules from Japanese to English", "Translate board game rules from Japanese to English."),
        ("menu texts into French", "Translate menu texts into French."),
        ("urgent or can wait", "Decide whether each item is urgent or can wait."),
        ("reviews: good, bad or mixed", "Decide whether reviews are good, bad or mixed."),
        ("spanish for absolute beginners", "Teach Spanish to absolute beginners."),
        ("fractions for fourth graders", "Teach fractions to fourth graders."),
        ("maths for my son", "Teach maths to my son."),
        ("help desk for hearing aid customers", "You are the help desk for hearing aid customers."),
        ("First line for cashiers in our stations", "You are the first line for cashiers in our stations."),
    ],
)
def test_a_note_of_a_task_gets_its_verb(note: str, task: str) -> None:
    assert compose(note).sentences[0].text == task


@pytest.mark.parametrize(
    "words", ["customer reviews", "emails from guests", "tea or coffee for guests", "notes: short"]
)
def test_what_may_be_material_stays_as_it_is(words: str) -> None:
    assert compose(words).sentences[0].text == f"Your task: {words}."


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("what I want is a rival who plays chess by post", "You are a rival who plays chess by post."),
        ("It's a library bot.", "You are a library bot."),
    ],
)
def test_somebody_who_does_something_is_a_role(words: str, role: str) -> None:
    assert compose(words).sentences[0].text == role


@pytest.mark.parametrize("words", ["report on each hive", "condense the handover notes", "label emails by topic"])
def test_an_order_stays_one(words: str) -> None:
    assert compose(words).sentences[0].text == f"{words[0].upper()}{words[1:]}."


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("My boss wants a report or a table.", "My boss wants a report or a table."),
        ("About 30 people come each week.", "About 30 people come each week."),
        ("Not everyone is polite.", "Not everyone is polite."),
        ("Only members can borrow.", "Only members can borrow."),
        ("Urgent means pain, fever or bleeding.", "Urgent means pain, fever or bleeding."),
    ],
)
def test_what_only_tells_something_becomes_no_order(words: str, kept: str) -> None:
    assert kept in compose(f"Answer letters from readers. {words}").text
