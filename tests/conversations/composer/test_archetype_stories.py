"""Kinds of tasks of which only the trouble, a list or a scene is told, and rules that the wish goes against."""

import pytest

from services.conversations.composer.archetype_rules.rule import Archetype
from services.conversations.composer.composing import compose

STORIES = {
    Archetype.SUPPORT: """
        tenants without hot water at weekends
        verärgerte Abonnenten unserer Regionalzeitung
        Mieter stehen vor der verschlossenen Waschküche
        users who can't log in to our library app
        From April I'm drowning in emails. Can we bring the cat, is there a pump-out. Somebody to answer them for me.
        Im Januar komm ich mit den Anfragen nicht mehr hinterher. Das soll mal wer für mich beantworten.
    """,
    Archetype.EXTRACTION: """
        i paste job adverts, want from each: title, pay, hours, closing date
        Aus jedem Inserat: Marke, Baujahr, Mängel, Preis, Ort. Keine Bewertung.
        I collect old cameras. From each: maker, model, shutter ok or not, price, where to pick up.
    """,
    Archetype.ANALYSIS: """
        Baker, and flour goes missing. I have the deliveries and what was sold. Tell me where the loss is.
        Wo bei uns das Geld versickert
        I type in the meter readings every Sunday and want to be told where it goes.
    """,
    Archetype.COACHING: """
        Somebody I can tell after my shift what happened on the ward, and who asks me what I wanted.
        Jemand, dem ich abends erzähle, wie die Chorprobe war
    """,
    Archetype.TRANSLATION: """
        Polish subtitles for our training videos
        subtitle my grandmother's interviews, Greek to English
    """,
    Archetype.QUESTION_ANSWERING: """
        Residents of our housing association have questions about the heating bill
        Mitglieder unserer Genossenschaft haben Fragen zu Anteilen und Dividende
        passengers can type questions at the ferry pier
    """,
}
PLAYED = """
    You're a submarine cook in 1943 and I'm your sister, we write letters, you know nothing about the end of the war.
    du bist ein Mönch im Jahr 1200 und ich bin der Novize, wenn ich STOP schreibe reden wir normal
    You are a tavern keeper in a fantasy city, stay in character. Don't decide what I do.
"""
PRACTISED = """
    You are a French waiter and I'm the guest, we practise ordering, correct my mistakes, stay in character | tutoring
    You are my boss and I'm asking for a raise, stay in character, so I can practise | coaching
    du bist ein Kunde und ich bin der Verkäufer, wir üben, bleib in der Rolle | tutoring
    Sort messages from customers waiting for parcels into late, lost, damaged | classification
"""
LISTS = (
    "We get postcards for our quiz. Put each one under:\n\n1) right\n2) wrong\n3) unreadable",
    "Was die Leute zur Einladung schreiben, in diese Kategorien:\n- kommt\n- kommt nicht\n- weiß nicht",
    'What people write: "too loud" is 2, "lovely staff" is 1, "meh" is 3.',
)
NOT_BESIDE = """
    Sort mails into: praise, complaint, other. Threats: just write EDITOR. | Use only the labels
    Sort replies into: coming, not coming. Label and the name. | label alone
    Write a card to my aunt. Talk with me first, one question at a time. | text alone
    Answer passengers from the timetable. One line on a screen. | then explain
    Answer visitors' questions from the handbook in 20 words. | rests on
    Write a python function. Yes or no first: can it be done, then the code. | you assume
    Fix my python script, no refactoring. | edge cases
    Find out why our sales fell. Guessing is allowed. | correlation
    Find out why our sales fell. Guessing is allowed. | guessing
    Werte unsere Verbrauchsdaten aus und nenne mögliche Ursachen. | keine Ursache
    Be my running coach. Push back when I am in the wrong. | judge
    Accordion lessons for a beginner, tell me which fingers | solutions
    Write a chapter of my fantasy novel. | facts
"""


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


@pytest.mark.parametrize(
    ("said", "archetype"), [(said, archetype) for archetype, block in STORIES.items() for said in lines(block)]
)
def test_a_story_leads_to_its_archetype(said: str, archetype: Archetype) -> None:
    assert compose(said).archetype == archetype


@pytest.mark.parametrize("said", LISTS)
def test_a_list_of_labels_is_classified_by(said: str) -> None:
    assert compose(said).archetype == Archetype.CLASSIFICATION


@pytest.mark.parametrize("said", lines(PLAYED))
def test_a_scene_that_is_played_has_no_archetype(said: str) -> None:
    assert compose(said).archetype is None


@pytest.mark.parametrize(("said", "archetype"), [tuple(line.split(" | ")) for line in lines(PRACTISED)])
def test_what_is_done_counts_more_than_the_scene_and_the_trouble(said: str, archetype: str) -> None:
    assert compose(said).archetype == archetype


@pytest.mark.parametrize(("said", "words"), [tuple(line.split(" | ")) for line in lines(NOT_BESIDE)])
def test_no_rule_goes_against_what_was_said(said: str, words: str) -> None:
    own = [
        one.sentence.text for one in compose(said).provenance if one.sentence.origin.source in ("archetype", "default")
    ]
    assert not [text for text in own if words in text]
