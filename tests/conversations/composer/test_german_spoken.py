"""German as people explain what they need: described rather than ordered, with remarks, bans and wishes mixed."""

import pytest

from services.conversations.composer.german.changes import change
from services.conversations.composer.german.language import GERMAN
from services.conversations.composer.layout import Span
from services.conversations.composer.model import Part


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("Ich hätte gern etwas, das mir Mails schreibt", "schreibe mir Mails"),
        ("Etwas, das Code reviewt", "reviewe Code"),
        ("Kann es eine Liste sein?", "es kann eine Liste sein"),
        ("Kann das Ding auch Rezensionen sortieren?", "sortiere Rezensionen"),
        ("kannst du mir helfen meine Ausgaben zu ordnen?", "hilf mir meine Ausgaben zu ordnen"),
        ("Ich gebe dir Stichpunkte", "du bekommst Stichpunkte"),
        ("Er bekommt PDF-Text", "du bekommst PDF-Text"),
        ("Er sagt mir, wo es langweilig wird", "sage mir, wo es langweilig wird"),
        ("Es geht um eine Stelle", "Es geht um eine Stelle"),
        ("Es soll später ein Buch werden", "Es soll später ein Buch werden"),
        ("Wenn etwas fehlt, fragen statt raten", "Wenn etwas fehlt, frage, statt zu raten"),
        ("Keine Weine die nicht auf der Karte stehen", "Keine Weine die nicht auf der Karte stehen"),
        (
            "Wenn ein Kind traurig ist, soll es mit seinen Eltern reden",
            "Wenn ein Kind traurig ist, soll es mit seinen Eltern reden",
        ),
        ("Alter und Herkunft darf er nicht nennen", "nenne Alter und Herkunft nicht"),
        ("Politische Fragen ablehnen", "lehne politische Fragen ab"),
        ("nein, doch lieber zehn Folien", "lieber zehn Folien"),
        ("zwei Seiten sind okay, ach nein doch nicht, eine", "eine"),
        ("Die müssen nicht ausgeschrieben werden", "Die müssen nicht ausgeschrieben werden"),
    ],
)
def test_what_is_described_is_turned_only_where_it_is_the_assistants(words: str, wish: str) -> None:
    assert GERMAN.wish(words, "du bist ein bot") == wish


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Kein Alkohol vor 17 Uhr, aber Kaffee ab 14 Uhr", ["Kein Alkohol vor 17 Uhr", "Kaffee ab 14 Uhr"]),
        ("Keine langen Texte, nur kurze Sätze", ["Keine langen Texte", "nur kurze Sätze"]),
        ("Keine Formeln, nur wenn ich frage", ["Keine Formeln, nur wenn ich frage"]),
        ("Viele rufen an, deshalb keine Anglizismen", ["Viele rufen an", "keine Anglizismen"]),
        ("Gib die Nummer an, fehlt eine, einen Strich", ["Gib die Nummer an", "fehlt eine, einen Strich"]),
        ("Das Datum bitte als TT.MM.JJJJ", ["Das Datum bitte als TT.MM.JJJJ"]),
        ("Ich habe Java und möchte ein kleines Skript", ["Ich habe Java", "möchte ein kleines Skript"]),
        ("Keine Reime, ich will nach Mexiko", ["Keine Reime", "ich will nach Mexiko"]),
    ],
)
def test_a_ban_ends_where_something_else_begins(text: str, clauses: list[str]) -> None:
    assert [text[span.start : span.end].strip(" ,;") for span in GERMAN.cut(text, Span(0, len(text)))] == clauses


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("Die Antworten stehen im Handbuch.", Part.KNOWN),
        ("Es kommen ungefähr 80 Leute.", Part.KNOWN),
        ("Die Zahlen kriegst du von mir.", Part.GIVEN),
        ("Die Karte steht unten.", Part.GIVEN),
        ("Eine Zeile pro Bewertung.", Part.OUTPUT),
        ("Datum als JJJJ-MM-TT.", Part.OUTPUT),
        ("Leere Felder null.", Part.OUTPUT),
        ("Antworten nicht länger als vier Sätze.", Part.OUTPUT),
        ("Dringend heißt: das Auto fährt nicht.", Part.HOW),
        ("Sie-Form.", Part.AUDIENCE),
    ],
)
def test_what_is_said_in_passing_finds_its_part(said: str, part: Part) -> None:
    assert GERMAN.place(said, Part.TASK) is part


@pytest.mark.parametrize(
    ("feedback", "text"),
    [
        ("doch nur drei", "gib nur drei"),
        ("mach fünf draus", "gib fünf"),
        ("lieber 10 als 20", "gib 10"),
        ("ergänze: Allergene nennen", "nenne Allergene"),
        ("antworte kürzer", "Halte jede Antwort kurz."),
    ],
)
def test_feedback_about_numbers_and_length_is_whole(feedback: str, text: str) -> None:
    found = change(feedback)
    assert found is not None
    assert found.text == text
