"""German wishes in other moods, fragments and run-ons, as people type them."""

import time

import pytest

from services.conversations.composer.composing import compose
from services.conversations.composer.german.changes import change
from services.conversations.composer.german.language import GERMAN
from services.conversations.composer.layout import Span, sentence
from services.conversations.composer.model import Part


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("Ich will keine langen Antworten", "Keine langen Antworten."),
        ("Ich möchte nicht, dass du mich siezt", "Sieze mich nicht."),
        ("Ich will nicht belehrt werden", "Belehre mich nicht."),
        ("Was ich nicht will sind lange Listen", "Vermeide lange Listen."),
        ("Ich suche Ideen für Spiele", "Gib mir Ideen für Spiele."),
        ("Was ich will ist ein klarer Plan", "Gib mir einen klaren Plan."),
        ("Ich brauche Hilfe bei der Steuer", "Hilf mir bei der Steuer."),
        ("Ich will einen Text über Brot", "Schreibe einen Text über Brot."),
        ("Ich brauche mehr Schlaf", "Ich brauche mehr Schlaf."),
        ("Mengen sollen in Gramm angegeben werden", "Gib Mengen in Gramm an."),
        ("Der Kunde soll begrüßt werden", "Begrüße den Kunden."),
        ("Daten dürfen nicht gespeichert werden", "Speichere Daten nicht."),
        ("Rabatte dürfen genannt werden", "Rabatte dürfen genannt werden."),
        ("Du liest Texte und fasst sie zusammen", "Lies Texte und fasse sie zusammen."),
        ("Am Ende gibst du eine Empfehlung", "Gib am Ende eine Empfehlung."),
        ("Ist der Kommentar beleidigend?", "Entscheide, ob der Kommentar beleidigend ist."),
        ("Kann er auf Englisch antworten?", "Antworte auf Englisch."),
        ("Nichts dazudichten", "Dichte nichts dazu."),
        ("Nicht herumdrucksen", "Druckse nicht herum."),
        ("Genau so formulieren wie im Original", "Formuliere genau so wie im Original."),
        ("Und halt mal nicht so förmlich", "Nicht so förmlich."),
        (
            "Nie belehrend werden, sondern immer freundlich bleiben",
            "Werde nie belehrend, sondern bleibe immer freundlich.",
        ),
        ("Notizen aufdrusseln und sortieren", "Drussle auf und sortiere Notizen."),
    ],
)
def test_a_wish_becomes_an_order_or_stays(words: str, wish: str) -> None:
    assert sentence(GERMAN.wish(words, "")) == wish


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("Nichts mit Fisch.", Part.LIMITS),
        ("Lass Rabatte weg.", Part.LIMITS),
        ("Nur das Label.", Part.OUTPUT),
        ("Beträge in Euro.", Part.OUTPUT),
        ("Kurze Sätze.", Part.OUTPUT),
        ("Gib für jede ein Datum an.", Part.OUTPUT),
        ("Du-Form.", Part.AUDIENCE),
        ("Frech, jung.", Part.AUDIENCE),
        ("Lass Zahlen wie sie sind.", Part.HOW),
        ("Wenn niemand antwortet, erinnere mich.", Part.HOW),
        ("Verweise bei Unsicherheit auf den Chef.", Part.UNSURE),
        ("Schreibe ein Fragezeichen, wenn Angaben fehlen.", Part.UNSURE),
        ("Die Antworten stehen im Handbuch.", Part.KNOWN),
        ('"Hallo" -> "Guten Tag"', Part.EXAMPLES),
    ],
)
def test_a_fragment_finds_its_part(words: str, part: Part) -> None:
    assert GERMAN.place(words, Part.TASK) is part


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "fasse meetings zusammen mach es kurz keine floskeln",
            ["fasse meetings zusammen", "mach es kurz", "keine floskeln"],
        ),
        ("Wandle Rezepte um und rechne Mengen hoch", ["Wandle Rezepte um und rechne Mengen hoch"]),
        ("Fasse Texte zusammen und antworte auf Deutsch", ["Fasse Texte zusammen", "antworte auf Deutsch"]),
        (
            "Ich habe ein Café und suche jemanden, der Texte schreibt",
            ["Ich habe ein Café", "suche jemanden, der Texte schreibt"],
        ),
        ("Er darf aber nicht lügen", ["Er darf aber nicht lügen"]),
    ],
)
def test_a_clause_is_cut_where_it_begins(text: str, clauses: list[str]) -> None:
    assert [text[one.start : one.end] for one in GERMAN.cut(text, Span(0, len(text)))] == clauses


@pytest.mark.parametrize(
    ("feedback", "kind"),
    [
        ("mehr Beispiele", "add"),
        ("weniger Fachbegriffe", "add"),
        ("bitte auch Quellen nennen", "add"),
        ("du statt Sie", "set"),
        ("die Tabelle brauche ich nicht mehr", "remove"),
        ("antworte kürzer", "set"),
    ],
)
def test_more_feedback_is_understood(feedback: str, kind: str) -> None:
    found = change(feedback)
    assert found is not None
    assert found.kind == kind


def test_people_are_no_client_and_keep_what_they_can() -> None:
    assert GERMAN.people("Schreib Texte für unser Team in Wien") == ""
    assert GERMAN.people("Ein Bot, der Fragen für unser Geschäft beantwortet") == ""
    assert GERMAN.people("Texte für Senioren ohne Vorkenntnisse") == "Senioren ohne Vorkenntnisse"


def test_somebody_who_is_wanted_later_is_the_role() -> None:
    made = compose("Wir haben einen Laden. Wir brauchen einen Bot, der Fragen beantwortet.").text
    assert "Du bist ein Bot, der Fragen beantwortet." in made


@pytest.mark.parametrize(
    "unit",
    [
        "ach ja ",
        "und also ",
        "was ich will ist ",
        "suche jemanden, der ",
        "a soll b soll ",
        "du liest und fasst ",
        "mal bitte ",
        "a -> ",
    ],
)
def test_no_long_text_is_slow(unit: str) -> None:
    text = (unit * 4096)[:4090]
    started = time.thread_time()
    compose(text)
    GERMAN.wish(text, "")
    GERMAN.role(text, first=True)
    GERMAN.place(text, Part.TASK)
    assert time.thread_time() - started < 2
