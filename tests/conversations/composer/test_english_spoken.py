"""English as it is typed in a chat: who does what, what should be how, what is asked, and what only fills a pause."""

import pytest

from services.conversations.composer.composing import compose
from services.conversations.composer.english.language import ENGLISH
from services.conversations.composer.model import Part


def said(text: str) -> list[tuple[Part, str]]:
    return [(one.part, one.text) for one in compose(text).sentences if one.origin.source == "input"]


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("I name a country, you name its capital", "The user names a country; name its capital"),
        ("i say a chord, u give the fingering", "The user says a chord; give the fingering"),
        (
            "every sunday i send you my bills, you tell me what was silly",
            "Every sunday the user sends you their bills; tell me what was silly",
        ),
        ("the toast shouldn't be too long", "Do not make the toast too long"),
        ("it should be short", "Keep it short"),
        ("Its tone is dry", "Keep your tone dry"),
        ("it keeps its answers short", "keep your answers short"),
        ("it can skip the intro", "You may skip the intro"),
        ("it may use slang", "You may use slang"),
        ("are these coins genuine", "Decide whether these coins are genuine"),
        ("can something look at my export", "look at my export"),
        ("could it play a landlord: refuse twice", "play a landlord: refuse twice"),
        ("build me a thing that reads mails & sorts them", "read mails & sort them"),
        ("somebody to practise Greek with who corrects me", "practise Greek with me and correct me"),
        ("someone to think it through with before she comes", "think it through with me before she comes"),
        ("somebody who listens to my pitch and tears it apart", "listen to my pitch and tear it apart"),
        ("Only answers about birds", "Only answers about birds"),
        ("quotes only if word for word", "quotes only if word for word"),
        ("my choir needs someone to write notes", "write notes for my choir"),
        (
            "he needs something that quizzes him, says the word and never marks it down",
            "quiz him, say the word and never mark it down",
        ),
        ("I'd like to know which month was worst", "Find out which month was worst"),
        ("we want to see how it works", "Explain how it works"),
        ("I don't want to hear about her mother", "Do not talk about her mother"),
    ],
)
def test_what_is_said_of_the_assistant_or_its_work_is_an_order(words: str, wish: str) -> None:
    assert ENGLISH.wish(words, "") == wish


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("an umpire that counts but doesn't coach", ["You are an umpire that counts.", "Do not coach."]),
        ("write a rule booklet, no dice, four pages", ["Write a rule booklet.", "Use no dice.", "Write four pages."]),
        (
            "Recipe for soup, max 200 words, no emojis, friendly",
            ["Write a recipe for soup.", "Be friendly.", "Use no emojis.", "Use at most 200 words."],
        ),
        (
            "Limericks for us. nothing about weight, last line must land",
            ["Write limericks for us.", "Last line must land.", "Say nothing about weight."],
        ),
        (
            "If a stamp is torn, set it aside, please don't glue it",
            ["If a stamp is torn, set it aside.", "Don't glue it."],
        ),
        (
            "formulas for my shop, i say what i need, u give the formula, no scripts",
            [
                "Write formulas for the user's shop.",
                "The user says what they need; give the formula.",
                "Use no scripts.",
            ],
        ),
        (
            "use the new names no addons im scared of those",
            ["Use the new names.", "The user is scared of those.", "Use no addons."],
        ),
    ],
)
def test_what_is_of_another_kind_stands_apart(text: str, clauses: list[str]) -> None:
    assert [words for _, words in said(text)] == clauses


@pytest.mark.parametrize(
    "text",
    [
        "Report on each hive: how strong it is, what it eats, and whether the queen was seen.",
        "Tell us who to look at, in which order, and which number made you say so.",
        "Answer mails for a shop that sells tea but doesn't ship it.",
        "Send lost keys that always end up with the porter back.",
    ],
)
def test_what_belongs_together_stays_together(text: str) -> None:
    assert [words for _, words in said(text)] == [text]


@pytest.mark.parametrize("filler", ["hmm ok so.", "Right, so.", "lol", "pls", "idk", "well..."])
def test_what_only_fills_a_pause_is_left_out(filler: str) -> None:
    assert ENGLISH.is_greeting(filler)


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("puzzles w/ a twist!! pls", "puzzles with a twist!"),
        ("use sort of a dry style", "use a dry style"),
        ("explain what kind of tree it is", "explain what kind of tree it is"),
        ("take my notes n sort them", "take my notes and sort them"),
        ("no !! anywhere", "no !! anywhere"),
        ('write "u r late pls"', 'write "u r late pls"'),
    ],
)
def test_what_is_spelled_in_a_hurry_is_spelled_out(words: str, plain: str) -> None:
    assert ENGLISH.wish(words, "") == plain
