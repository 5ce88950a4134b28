"""What feedback says later counts: it takes the place of earlier feedback about the same thing."""

import pytest

from services.conversations.composer.composing import compose
from services.conversations.composer.model import Slot

ENGLISH, GERMAN = "Answer mails of guests of our inn.", "Fasse Protokolle zusammen: Beschlüsse, Termine, Aufgaben."


@pytest.mark.parametrize(
    ("wish", "earlier", "later", "kept", "gone"),
    [
        (
            ENGLISH,
            "prices only if they ask, and then just the range 2,900 to 5,400",
            "actually don't mention prices at all",
            "Don't mention prices at all.",
            "2,900",
        ),
        (ENGLISH, "swearing: soften it, grandad's watching", "leave the swearing", "Leave the swearing.", "soften"),
        (ENGLISH, "dogs: say they cost 5 euros", "dogs: say they are free", "Dogs: say they are free.", "5 euros"),
        (ENGLISH, "sign with Rosa", "actually sign with Team Rosa", "Sign with Team Rosa.", "Sign with Rosa."),
        (ENGLISH, "write in the present tense", "no, past tense", "Write in the past tense.", "present"),
        (ENGLISH, "third person please", "first person instead", "Write in the first person.", "third"),
        (GERMAN, "bitte im Präsens", "doch im Präteritum", "Schreibe im Präteritum.", "Präsens"),
        (GERMAN, "nenne Preise nur auf Nachfrage", "doch keine Preise nennen", "Nenne keine Preise.", "Nachfrage"),
    ],
)
def test_the_newest_word_about_a_thing_counts(wish: str, earlier: str, later: str, kept: str, gone: str) -> None:
    composed = compose(wish, feedback=[earlier, later])
    assert kept in composed.text
    assert gone not in composed.text
    [conflict] = composed.conflicts
    assert conflict.slot is Slot.RULE
    assert gone in conflict.given_way.text


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("give prices in euros", "give prices first to members"),
        ("no emojis", "no prices"),
        ("mention the garage", "do not mention the dog fee"),
        ("give prices only if they ask", "never round prices"),
    ],
)
def test_what_speaks_of_something_else_stays(earlier: str, later: str) -> None:
    assert not compose(ENGLISH, feedback=[earlier, later]).conflicts


@pytest.mark.parametrize(
    ("wish", "feedback", "said"),
    [
        ("Write unit tests.", ["use Moq", "drop Moq, we do hand-written fakes"], "- Use hand-written fakes.\n"),
        (
            "Summarise minutes: decisions, votes, open points.",
            ["split open points into open points for us and for others"],
            "decisions, votes, open points for us, open points for others.",
        ),
        (
            "Summarise minutes: decisions, votes, open points.",
            ["rename votes to ballots"],
            "decisions, ballots, open points.",
        ),
        (GERMAN, ["Termine brauchen wir nicht mehr, kommen zu Aufgaben"], "- Ordne Termine unter Aufgaben ein.\n"),
        (GERMAN, ["Aufgaben bitte aufteilen in offene und erledigte"], "Termine, offene Aufgaben, erledigte Aufgaben."),
        (GERMAN, ["Beschlüsse umbenennen in Entscheidungen"], "zusammen: Entscheidungen, Termine, Aufgaben."),
    ],
)
def test_something_else_takes_the_place_of_a_member(wish: str, feedback: list[str], said: str) -> None:
    assert said in compose(wish, feedback=feedback).text


def test_a_member_goes_in_its_singular_and_its_plural() -> None:
    text = compose("Sortiere Briefe: Lob, Gedicht, Sonstiges.", feedback=["Gedichte brauchen wir nicht mehr"]).text
    assert "Lob, Sonstiges." in text


@pytest.mark.parametrize(
    ("wish", "feedback", "said"),
    [
        (ENGLISH, "timecodes stay as they are", "Keep timecodes as they are."),
        (ENGLISH, "test names as sentences with underscores", "Write test names as sentences with underscores."),
        (ENGLISH, "given/when/then in the names", "Use given/when/then in the names."),
        (ENGLISH, "do not mention the dog fee", "Do not mention the dog fee."),
        (GERMAN, "Zuständige nur mit Kürzel", "Nenne Zuständige nur mit Kürzel."),
        (GERMAN, "Personalien immer nur als „vertraulich“", "Gib Personalien immer nur als „vertraulich“ wieder."),
        (GERMAN, "Namen bleiben unverändert", "Lass Namen unverändert."),
        (GERMAN, "Datum immer JJJJ-MM-TT", "Schreibe das Datum immer als JJJJ-MM-TT."),
    ],
)
def test_a_fragment_becomes_an_order(wish: str, feedback: str, said: str) -> None:
    assert said in compose(wish, feedback=[feedback]).text
