"""German notes without a verb: each becomes an order of its own, as far as their cases and verbs are sure."""

import pytest

from services.conversations.composer.german.language import GERMAN
from services.conversations.composer.model import Part


def completed(words: str) -> str:
    return GERMAN.completed(words, GERMAN.place(words, Part.HOW))


@pytest.mark.parametrize(
    ("noted", "order"),
    [
        ("Keine langen Sätze", "schreibe keine langen Sätze"),
        ("Keine Preise", "nenne keine Preise"),
        ("Keine Namen von Kindern", "nenne keine Namen von Kindern"),
        ("Keine medizinischen Ratschläge", "gib keine medizinischen Ratschläge"),
        ("keine Steuer- und keine Erbrechtsauskunft", "gib keine Steuer- und keine Erbrechtsauskunft"),
        ("keine emojis", "verwende keine Emojis"),
        ("Kein Fachjargon", "verwende keinen Fachjargon"),
        ("Keine bunten Luftballons", "verzichte auf bunte Luftballons"),
        ("Kein Alkohol", "verzichte auf Alkohol"),
        ("Keine Hektik und keine Eile", "verzichte auf Hektik und Eile"),
        ("Kein Wort über die Scheidung", "sage kein Wort über die Scheidung"),
        ("Kein „Liebe Gäste“", "schreibe kein „Liebe Gäste“"),
        ("Ohne Astrologie", "verzichte auf Astrologie"),
        ("Ohne Anrede", "verzichte auf eine Anrede"),
        ("möglichst ohne Fremdwörter", "verzichte möglichst auf Fremdwörter"),
        ("Ohne Fisch, aber mit Fleisch", "schreibe ohne Fisch, aber mit Fleisch"),
        ("Nichts über Politik", "sage nichts über Politik"),
        ("Nichts mit Nüssen", "schlage nichts mit Nüssen vor"),
        ("Nichts Erfundenes", "schreibe nichts Erfundenes"),
        ("Nie ironisch", "sei nie ironisch"),
        ("Nicht zu lang", "schreibe nicht zu lang"),
        ("Nie länger als eine halbe Seite", "schreibe nie länger als eine halbe Seite"),
    ],
)
def test_what_is_not_wanted_is_forbidden_in_a_sentence(noted: str, order: str) -> None:
    assert completed(noted) == order


@pytest.mark.parametrize(
    ("noted", "order"),
    [
        ("Höchstens 5 Zeilen", "schreibe höchstens 5 Zeilen"),
        ("maximal ein Satz", "schreibe maximal einen Satz"),
        ("Unter 200 Wörtern", "bleibe unter 200 Wörtern"),
        ("max. 3 Tipps", "gib max. 3 Tipps"),
        ("höchstens drei Tage", "bleibe bei höchstens drei Tagen"),
        ("Zwei bis drei Sätze", "schreibe zwei bis drei Sätze"),
        ("Immer nur eine Frage", "stelle immer nur eine Frage"),
        ("nur ein Tipp", "gib nur einen Tipp"),
        ("Jeweils eine Kategorie", "gib jeweils eine Kategorie"),
        ("Immer mit Quelle", "antworte immer mit Quelle"),
        ("Kurze Sätze", "schreibe kurze Sätze"),
        ("Einfache Sprache", "verwende einfache Sprache"),
        ("Kurz und knapp", "antworte kurz und knapp"),
        ("Auf Isländisch", "Auf Isländisch"),
        ("Als Tabelle", "gib jede Antwort als Tabelle"),
        ("höchstens 60 wörter pro lied", "schreibe höchstens 60 Wörter pro lied"),
        ("Jedes Kapitel höchstens zwei Seiten", "beschränke jedes Kapitel auf höchstens zwei Seiten"),
        ("Höchstens 8 km", "bleibe bei höchstens 8 km"),
        ("Nur JSON", "gib nur JSON"),
        ("Nur Rundwege", "nimm nur Rundwege"),
        ("zwei kurze Sätze", "schreibe zwei kurze Sätze"),
        ("In Stichpunkten", "antworte in Stichpunkten"),
        ("Alle Mengen in Gramm", "gib alle Mengen in Gramm an"),
    ],
)
def test_how_answers_look_is_said_in_a_sentence(noted: str, order: str) -> None:
    assert completed(noted) == order


@pytest.mark.parametrize(
    ("noted", "order"),
    [
        ("Freundlich, aber nicht aufdringlich", "sei freundlich, aber nicht aufdringlich"),
        ("Freundlich aber nicht kumpelhaft", "sei freundlich, aber nicht kumpelhaft"),
        ("Streng, aber fair", "sei streng, aber fair"),
        ("Für Kinder ab 8", "schreibe für Kinder ab 8"),
        ("Per Du", "schreibe per Du"),
        ("Duzen oder Siezen: Siezen", "sieze, statt zu duzen"),
        ("Ton: trocken, norddeutsch", "halte den Ton trocken, norddeutsch"),
    ],
)
def test_a_tone_is_said_in_a_sentence(noted: str, order: str) -> None:
    assert GERMAN.completed(noted, Part.AUDIENCE) == order


@pytest.mark.parametrize(
    ("noted", "order"),
    [
        ("Pro Tag zwei Stunden frei", "sieh pro Tag zwei Stunden frei vor"),
        ("Pro Gericht eine Zeile", "schreibe pro Gericht eine Zeile"),
        (
            "Nach jeder falschen Antwort die Regel in einem Satz",
            "gib nach jeder falschen Antwort die Regel in einem Satz",
        ),
        ("bei Zahlen ein Ausrufezeichen dahinter", "setze bei Zahlen ein Ausrufezeichen dahinter"),
        (
            "wenn zwei Namen da sind, jeden in eine eigene Spalte",
            "wenn zwei Namen da sind, setze jeden in eine eigene Spalte",
        ),
        (
            "Wenn einer krank ist, gleich an uns weiter: 0871",
            "Wenn einer krank ist, gib das gleich an uns weiter: 0871",
        ),
        ("Erst der Befund, dann die Gründe", "gib erst den Befund, dann die Gründe"),
        ("Am Ende eine Frage", "stelle am Ende eine Frage"),
        ("am Schluss ein kurzer Hinweis auf Fristen", "gib am Schluss einen kurzen Hinweis auf Fristen"),
        ("Das Wichtigste zuerst", "nenne das Wichtigste zuerst"),
        ("Beschlüsse zuerst, dann offene Punkte", "nenne Beschlüsse zuerst, dann offene Punkte"),
        ("Lösung erst am Schluss", "nenne die Lösung erst am Schluss"),
        ("Titel fett", "schreibe den Titel fett"),
        ("Ergebnis als Tabelle", "gib das Ergebnis als Tabelle"),
        ("Ein Foto pro Tour", "gib ein Foto pro Tour"),
        ("Wenn der Strom ausfällt, sofort 112", "Wenn der Strom ausfällt, verweise sofort auf 112"),
        ("Nur was in den Protokollen steht", "verwende nur, was in den Protokollen steht"),
        ("Danach kurzes Feedback", "gib danach kurzes Feedback"),
        ("Reihenfolge wie im Video", "gib alles in der Reihenfolge wie im Video"),
    ],
)
def test_what_is_to_be_given_is_said_in_a_sentence(noted: str, order: str) -> None:
    assert completed(noted) == order


@pytest.mark.parametrize(
    "said",
    [
        "Die Kinder sind müde",
        "Wer nicht zahlt, bekommt keinen Schlüssel",
        "Ohne lange zu fragen",
        "Keine Zeit",
        "Am Ende ein Dings",
        "Nenne keine Preise",
        "Regieanweisungen bleiben hochdeutsch",
    ],
)
def test_what_has_a_verb_or_a_gender_that_nobody_knows_stays(said: str) -> None:
    assert completed(said) == said
