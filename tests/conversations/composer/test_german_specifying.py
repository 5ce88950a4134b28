"""German notes about how things are to look become whole sentences in the section where they belong."""

import pytest

from services.conversations.composer.composing import compose


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Datum immer JJJJ-MM-TT", "## Ausgabe\nSchreibe das Datum immer als JJJJ-MM-TT."),
        ("Uhrzeit nur im 24-Stunden-Format", "## Ausgabe\nGib die Uhrzeit nur im 24-Stunden-Format an."),
        ("Beträge immer mit Währung", "## Ausgabe\nNenne Beträge immer mit Währung."),
        ("jeder Baustein mit Kopfkommentar", "## Ausgabe\nVersieh jeden Baustein mit Kopfkommentar."),
        ("bitte im Konjunktiv", "## Ausgabe\nSchreibe im Konjunktiv."),
        ("nur das, was im Handbuch steht", "## Grenzen\n- Verwende nur das, was im Handbuch steht."),
        ("Wer was gesagt hat, gehört nicht hinein", "## Grenzen\n- Wer was gesagt hat, gehört nicht hinein."),
        (
            "wenn einer nach dem Unfall fragt, dazu sagen wir gar nichts",
            "## Grenzen\n- Wenn einer nach dem Unfall fragt, sage dazu gar nichts.",
        ),
        ("über den Streit reden wir nicht", "## Grenzen\n- Rede über den Streit nicht."),
        ("keine Schleife ohne Obergrenze", "## Grenzen\n- Verwende keine Schleife ohne Obergrenze."),
    ],
)
def test_a_note_is_a_whole_sentence_in_its_section(note: str, said: str) -> None:
    assert said in compose("Kundenmails beantworten, bitte auf Deutsch", {"constraints": [note]}).text.replace(
        "## Ausgabe\n- Antworte auf Deutsch.\n- ", "## Ausgabe\n"
    )


@pytest.mark.parametrize(
    ("wish", "task"),
    [
        ("Die Notizen der Sitzungen eindampfen: Beschlüsse, offene Punkte", "Dampfe die Notizen der Sitzungen ein: "),
        ("Unsere Satzung durchackern und sagen, was veraltet ist", "Ackere unsere Satzung durch und sage, was "),
        ("Hilfe beim Schreiben von Bausteinen in SCL", "Hilf beim Schreiben von Bausteinen in SCL."),
        ("Unterstützung bei der Planung von Festen", "Hilf bei der Planung von Festen."),
    ],
)
def test_a_noted_task_is_an_order(wish: str, task: str) -> None:
    assert compose(wish).text.startswith(task)
