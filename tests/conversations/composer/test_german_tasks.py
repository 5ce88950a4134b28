"""German tasks that name no order: infinitives, things to be written, wishes, and what is said of others."""

import pytest

from services.conversations.composer.composing import compose
from services.conversations.composer.german.language import GERMAN
from services.conversations.composer.layout import Span
from services.conversations.composer.model import Part


def ordered(words: str) -> str:
    return GERMAN.order(words, GERMAN.wish(words, ""))


@pytest.mark.parametrize(
    ("noted", "order"),
    [
        (
            "Ausgefallene Termine auswerten (rund 1.900 Zeilen): wann, warum",
            "werte ausgefallene Termine aus (rund 1.900 Zeilen): wann, warum",
        ),
        ("Pilzfunde einordnen in: essbar, giftig", "ordne Pilzfunde ein in: essbar, giftig"),
        ("bitte mit mir würfeln und mitzählen", "würfle und zähle mit mir mit"),
        ("Briefe lesen und sagen, ob sie gut sind", "lies Briefe und sage, ob sie gut sind"),
        ("Antworten auf Rezensionen: bedanken", "Schreibe Antworten auf Rezensionen: bedanken"),
        ("Rezepte umschreiben", "schreibe Rezepte um"),
        (
            "Witze, die auf Platt nicht gehen, bitte markieren statt totübersetzen",
            "markiere Witze, die auf Platt nicht gehen, statt totzuübersetzen",
        ),
        ("Texte für unsere Käsetheke", "Schreibe Texte für unsere Käsetheke"),
        ("Geburtstagsgedicht für meine Oma", "Schreibe ein Geburtstagsgedicht für meine Oma"),
        ("Kurzer Text über Dackel", "Schreibe einen kurzen Text über Dackel"),
        ("Lustige Kurzgeschichte über Dackel", "Schreibe eine lustige Kurzgeschichte über Dackel"),
        (
            "Briefe von meiner Tante aus dem Ungarischen ins Deutsche",
            "Übersetze Briefe von meiner Tante aus dem Ungarischen ins Deutsche",
        ),
        ("Postkarten vom Segelclub auf Dänisch", "Übersetze Postkarten vom Segelclub auf Dänisch"),
        ("Gedicht auf Dänisch", "Schreibe ein Gedicht auf Dänisch"),
        ("Ein Rezeptvorschlag für jeden Tag wäre schön", "gib mir einen Rezeptvorschlag für jeden Tag"),
        ("Ich hätt gern so ein Quiz für die Feier", "Schreibe ein Quiz für die Feier"),
        (
            "Ich möchte unsere Lotsen mit den Karten vertraut machen",
            "hilf mir, unsere Lotsen mit den Karten vertraut zu machen",
        ),
        ("Ich will abends nur wissen, was ansteht", "sage mir abends nur, was ansteht"),
        ("Die Dias sollen datiert werden: Jahr, Monat", "datiere die Dias: Jahr, Monat"),
        (
            "Was nicht auf der Karte steht, wird auch nicht empfohlen",
            "empfiehl nichts, was nicht auf der Karte steht",
        ),
        ("Wenn ein Gast schimpft, soll er ruhig bleiben", "Wenn ein Gast schimpft, bleibe ruhig"),
        (
            "Preise nennen kann er nicht, da auf die Karte verweisen",
            "nenne Preise nicht, sondern verweise auf die Karte",
        ),
        (
            "Familien sollen sich mit der KI auf ein Gespräch vorbereiten, bevor alle da sind",
            "hilf Familien, sich auf ein Gespräch vorzubereiten, bevor alle da sind",
        ),
        ("Unsere neuen Gäste sollen die Regeln verstehen", "hilf unseren neuen Gästen, die Regeln zu verstehen"),
        ("Zitate bleiben auf Englisch", "lass Zitate auf Englisch"),
        ("Von dir kommt ein Text", "liefere einen Text"),
        ("Wenn was faul ist, Foto schicken an den Hof", "Wenn was faul ist, schicke Foto an den Hof"),
        ("Kunden sollen bei Problemen anrufen", ""),
        ("Die Gäste bleiben auf Deutsch", ""),
        ("Wenn ein Gast zu spät kommt, soll er anrufen", ""),
        ("sammle pilze und kenne die namen nicht", ""),
        ("Ich möchte nicht lange warten", ""),
    ],
)
def test_what_is_wanted_becomes_an_order(noted: str, order: str) -> None:
    assert ordered(noted).casefold() == order.casefold()


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("So ein Antwortdings für WhatsApp wär recht", "Du bist ein Antwortdings für WhatsApp."),
        ("Fragen unserer Gäste zur Anleitung beantworten.", ""),
    ],
)
def test_an_infinitive_is_no_name(said: str, role: str) -> None:
    assert GERMAN.role(said, first=True) == role


def test_somebody_who_is_described_later_is_the_assistant() -> None:
    words = "Jemand, der ihn daran erinnert und ihn lobt"
    assert GERMAN.role(words, first=False) == "Du bist jemand, der ihn daran erinnert und ihn lobt."


@pytest.mark.parametrize(
    ("said", "part", "text"),
    [
        ("Mein Sohn hat Angst vor Mathe, erklär ihm Brüche.", Part.KNOWN, "Mein Sohn hat Angst vor Mathe."),
        (
            "sammle pilze und kenne die namen nicht, bestimme sie",
            Part.KNOWN,
            "Die Person, für die du arbeitest, sammelt Pilze und kennt die Namen nicht.",
        ),
        (
            "bin neu im chor und treffe das hohe c nicht, bau mir eine übung dafür",
            Part.TASK,
            "Bau der Person, für die du arbeitest, eine Übung dafür.",
        ),
        (
            "bin neu im chor und treffe das hohe c nicht, bau mir eine übung dafür",
            Part.KNOWN,
            "Die Person, für die du arbeitest, ist neu im Chor und trifft das hohe c nicht.",
        ),
    ],
)
def test_what_somebody_tells_is_known_and_what_he_asks_for_is_the_task(said: str, part: Part, text: str) -> None:
    assert [one.text for one in compose(said).sentences if one.part is part] == [text]


@pytest.mark.parametrize(
    ("said", "clauses"),
    [
        ("keine Preise, freundlich", ["keine Preise", "freundlich"]),
        ("maximal 200 Wörter, keine Emojis", ["maximal 200 Wörter", "keine Emojis"]),
        ("keine Klammern, Zahlen ausschreiben", ["keine Klammern", "Zahlen ausschreiben"]),
        ("keine Namen, Adressen nennen", ["keine Namen, Adressen nennen"]),
        ("Nie länger als eine Seite, das Wichtigste oben", ["Nie länger als eine Seite", "das Wichtigste oben"]),
        ("höchstens ein Absatz, kein „Liebe Gäste“", ["höchstens ein Absatz", "kein „Liebe Gäste“"]),
        ("Ich sage, was gelten soll, von dir kommt der Text", ["Ich sage, was gelten soll, von dir kommt der Text"]),
        ("Übersetz den Text, Maße umrechnen, Titel groß", ["Übersetz den Text", "Maße umrechnen", "Titel groß"]),
        ("keine Fristen zusagen, immer mit Datum", ["keine Fristen zusagen", "immer mit Datum"]),
        ("ohne Superlative, Ton warm", ["ohne Superlative", "Ton warm"]),
        ("prüfe das: stimmt es, fehlt etwas?", ["prüfe das: stimmt es, fehlt etwas?"]),
        ("sammle pilze und kenne die namen nicht", ["sammle pilze und kenne die namen nicht"]),
        ("Mein Mann ist krank und soll ruhen", ["Mein Mann ist krank und soll ruhen"]),
        ("Witze, die nicht gehen, bitte markieren", ["Witze, die nicht gehen, bitte markieren"]),
        (
            "wie schwer sie ist, was drin ist und ob sie dicht ist",
            ["wie schwer sie ist, was drin ist und ob sie dicht ist"],
        ),
    ],
)
def test_notes_of_different_kinds_are_parted_and_nothing_else(said: str, clauses: list[str]) -> None:
    spans = GERMAN.cut(said, Span(0, len(said)))
    assert [said[span.start : span.end].strip(" ,") for span in spans] == clauses
