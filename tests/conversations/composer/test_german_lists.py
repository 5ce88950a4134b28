"""A German list falls into members, and each becomes an order of its own, or tells something of others."""

import pytest

from services.conversations.composer.composing import compose
from services.conversations.composer.german.language import GERMAN
from services.conversations.composer.layout import Span


def cut(sentence: str) -> list[str]:
    return [sentence[span.start : span.end].strip(" ,") for span in GERMAN.cut(sentence, Span(0, len(sentence)))]


@pytest.mark.parametrize(
    "members",
    [
        ["Keine Fachwörter", "keine Klammern wenn machbar", "große Zahlen mit Leerzeichen gliedern"],
        ["Keine Namen", "keine Daten falls möglich", "Beschlüsse fett schreiben"],
        ["Mach aus den Angeboten eine Tabelle", "höchstens 5 Zeilen", "Werbung weglassen", "Preis dazuschreiben"],
        ["max 5 zeilen", "reklame weglasen"],
        ["Gib drei Vorschläge", "lange Preise aufrunden", "Rabatte weglassen"],
        ["maximal eine Seite", "Quellen angeben", "Zitate kursiv setzen"],
        ["doppelte Zeilen löschen", "leere Felder füllen"],
        ["Keine Phrasen wie „herzlichst“", "barrierefrei", "maximal 90 Wörter", "zum Schluss Datum und Ort"],
        ["Keine langen Sätze, schwierigen Wörter verwenden"],
        ["keine Namen, Adressen, Telefonnummern nennen"],
        ["gib nicht vor, er wäre Arzt"],
    ],
)
def test_each_member_that_has_its_own_verb_or_none_stands_alone(members: list[str]) -> None:
    assert cut(", ".join(members)) == members


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "Satzungen übertragen. Keine Klammern wenn machbar, große Zahlen gliedern.",
            ("Verwende keine Klammern, wenn machbar.", "Gliedere große Zahlen."),
        ),
        ("Traueranzeigen für unseren Chor schreiben.", ("Schreibe Traueranzeigen für unseren Chor.",)),
        ("Briefe schreiben. Keine Phrasen, barrierefrei.", ("Schreibe barrierefrei.",)),
        ("Briefe schreiben. Keine Phrasen, ehrlich.", ("Sei ehrlich.",)),
        ("Briefe schreiben. Höchstens 90 Wörter, am Ende Datum.", ("Nenne am Ende das Datum.",)),
        ("Angebote vergleichen, reklame weglasen.", ("Lass reklame weg.",)),
        ("Schreib Briefe. Wenn etwas fehlt, frag nach.", ("Schreibe Briefe.", "Wenn etwas fehlt, frage nach.")),
    ],
)
def test_a_member_is_said_in_a_sentence_of_its_own(said: str, lines: tuple[str, ...]) -> None:
    text = compose(said).text
    assert all(line in text for line in lines), text


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "Der Chor probt oft. Noten mitbringen, Vorkenntnisse nicht nötig. Ich hätte gern einen Chat, der hilft.",
            (
                "Du bist ein Chat, der hilft.",
                "- Der Chor probt oft.",
                "- Noten sind mitzubringen, Vorkenntnisse sind nicht nötig.",
            ),
        ),
        (
            "Ich möchte eine App, die Gästen hilft. Anmelden kann sie niemanden. Rabatte kann sie keine geben.",
            ("Du kannst niemanden anmelden.", "Du kannst keine Rabatte geben."),
        ),
        ("Du bist ein Bot. Er soll nicht vorgeben, er wäre Arzt.", ("Gib nicht vor, du wärst Arzt.",)),
        (
            "Wir sind ein Chor. Die Sänger fragen oft: Brauche ich Noten, kann ich meinen Bruder mitnehmen.",
            ("fragen oft: Brauche ich Noten, kann ich meinen Bruder mitnehmen",),
        ),
        ("Ich brauche einen Bot für das Bad. Badekappe mitbringen.", ("- Badekappe mitbringen.",)),
    ],
)
def test_what_notes_tell_of_others_is_no_order(said: str, lines: tuple[str, ...]) -> None:
    text = compose(said).text
    assert all(line in text for line in lines), text
