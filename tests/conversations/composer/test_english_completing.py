"""What is noted in English without a verb is said as a whole sentence."""

import pytest

from services.conversations.composer.composing import compose
from services.conversations.composer.english.language import ENGLISH
from services.conversations.composer.model import Part


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("no jargon", "Use no jargon"),
        ("No medical advice.", "Give no medical advice"),
        ("no jokes", "Make no jokes"),
        ("no plate numbers", "Mention no plate numbers"),
        ("no footnotes", "Add no footnotes"),
        ("no follow-up questions", "Ask no follow-up questions"),
        ("no type hints", "Use no type hints"),
        ("no hints", "Give no hints"),
        ("no alcohol", "Include no alcohol"),
        ("no names or dates of birth in the output", "Include no names or dates of birth in the output"),
        ("no guesses about what caused a fire", "Make no guesses about what caused a fire"),
        ("no liberties whatsoever", "Take no liberties whatsoever"),
        ("no dogs allowed", "Allow no dogs"),
        ("no guessing", "Do not guess"),
        ("no swearing", "Avoid swearing"),
        ("no wedding cakes", "Include no wedding cakes"),
        ("no jargon, no jokes, no shouting", "Use no jargon, make no jokes and avoid shouting"),
        ("no lists and no tables", "Use no lists and no tables"),
        ('no "as an AI"', 'Do not write "as an AI"'),
        ("nothing about cargo or routes", "Say nothing about cargo or routes"),
        ("nothing loud at noon", "Include nothing loud at noon"),
        ("without jargon", "Do without jargon"),
        ("without talking down to them", "Do not talk down to them"),
        ("not the whole file again", "Do not give the whole file again"),
        ("never threatening", "Never be threatening"),
        ("no hints unless I ask", "Give no hints unless I ask"),
        ("not too long", "Do not make answers too long"),
        ("not too formal", "Do not be too formal"),
    ],
)
def test_what_is_forbidden_gets_the_verb_that_goes_with_it(note: str, said: str) -> None:
    assert ENGLISH.completed(note, Part.LIMITS) == said


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("max 5 lines", "Use at most 5 lines"),
        ("5 lines tops", "Use at most 5 lines"),
        ("six short lines maximum", "Use at most six short lines"),
        ("at most 200 words", "Use at most 200 words"),
        ("under 100 words", "Keep every answer under 100 words"),
        ("no more than 20 lines of code per answer", "Use no more than 20 lines of code per answer"),
        ("max 3 ingredients", "Keep to at most 3 ingredients"),
        ("max. 30 minutes", "Keep to at most 30 minutes"),
        ("under 30 euros", "Stay under 30 euros"),
        ("budget 900 euros", "Keep to a budget of 900 euros"),
        ("exactly 3 bullet points", "Write exactly 3 bullet points"),
        ("at least three examples", "Give at least three examples"),
        ("two lines per patient", "Write two lines per patient"),
        ("one row per episode", "Give one row per episode"),
        ("one question at a time", "Ask one question at a time"),
        ("few words please", "Use few words"),
        ("very short", "Keep every answer very short"),
    ],
)
def test_how_much_is_wanted_is_said_as_what_to_heed(note: str, said: str) -> None:
    assert ENGLISH.completed(note, Part.OUTPUT) == said


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("in french", "Answer in French"),
        ("In Romanian, obviously.", "Answer in Romanian"),
        ("German only", "Answer in German only"),
        ("as a table", "Give every answer as a table"),
        ("lowercase please", "Write in lowercase"),
        ("JSON only", "Return JSON only"),
        ("British spelling", "Use British spelling"),
        ("short sentences", "Write short sentences"),
        ("simple words, half of them left school early", "Use simple words, half of them left school early"),
        ("friendly but not pushy", "Be friendly but not pushy"),
        ("Cheeky not cruel.", "Be cheeky not cruel"),
        ("a warm, personal tone", "Use a warm, personal tone"),
        ("always the region", "Always include the region"),
        ("always in German", "Always answer in German"),
        ("the composer's dates always", "Always include the composer's dates"),
        ("always polite", "Always be polite"),
        ("only the names", "Give only the names"),
        ("XX where a figure is missing", "Write XX where a figure is missing"),
        ("vital signs only if they changed", "Give vital signs only if they changed"),
        ("buffs and nerfs first", "Put buffs and nerfs first"),
        ("first the verdict, then the reasons", "Give first the verdict, then the reasons"),
        ("dates as DD.MM.YYYY", "Write dates as DD.MM.YYYY"),
        ("feet into metres", "Convert feet into metres"),
        ("explanation in english", "Give the explanation in English"),
        ("euros, not dollars", "Use euros, not dollars"),
        ("absolute risks, not relative ones", "Give absolute risks, not relative ones"),
        ("If there is nothing, one word: milk.", "If there is nothing, write one word: milk"),
        ("If it sounds bad, straight to the clinic", "If it sounds bad, refer straight to the clinic"),
    ],
)
def test_a_note_on_form_or_tone_becomes_an_order(note: str, said: str) -> None:
    assert ENGLISH.completed(note, Part.OUTPUT) == said


@pytest.mark.parametrize(
    "words",
    [
        "no idea is too small",
        "no more, no less",
        "no time to read",
        "Keep doses and times exactly",
        "Put the catch first",
        "safety comes first",
        "She comes first",
        "only answer in rhyme",
        "always apologise",
        "Always say sorry first",
        "the budget is 900 euros",
        "100 words will do",
        "Groups of fewer than 5 are not reported",
        "NO NIGHT SHIFT FOR THE BOY",
    ],
)
def test_what_is_a_sentence_or_not_surely_a_note_stays(words: str) -> None:
    assert ENGLISH.completed(words, Part.LIMITS) == words


def test_what_is_known_is_no_order() -> None:
    assert ENGLISH.completed("no parking", Part.KNOWN) == "no parking"


def test_notes_become_sentences_in_a_prompt() -> None:
    composed = compose("Explain stars.", {"constraints": ["no astrology", "names of stars in italics"]})
    assert {"Include no astrology.", "Put names of stars in italics."} <= {one.text for one in composed.sentences}
