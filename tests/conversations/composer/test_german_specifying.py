"""German notes about how things are to look become whole sentences in the section where they belong."""

import pytest

from services.conversations.composer.composing import compose


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Datum immer JJJJ-MM-TT", "## Ausgabe\nSchreibe das Datum immer als JJJJ-MM-TT."),
        ("Uhrzeit nur im 24-Stunden-Format", "## Ausgabe\nGib die Uhrzeit nur im 24-Stunden-Format an."),
        ("Beträge immer mit Währung", "Nenne Beträge immer mit Währung."),
        ("jeder Baustein mit Kopfkommentar", "Versieh jeden Baustein mit Kopfkommentar."),
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
        ("Unsere Satzung durchackern und sagen, was veraltet ist", "Durchackere unsere Satzung und sage, was "),
        ("Hilfe beim Schreiben von Bausteinen in SCL", "Hilf beim Schreiben von Bausteinen in SCL."),
        ("Unterstützung bei der Planung von Festen", "Hilf bei der Planung von Festen."),
    ],
)
def test_a_noted_task_is_an_order(wish: str, task: str) -> None:
    assert compose(wish).text.startswith(task)


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("Das soll jetzt einer für mich beantworten.", "Beantworte das für "),
        ("Jemand müsste mal die Mails vorsortieren.", "Sortiere die Mails vor."),
        ("Such wen, dem ich abends erzähl was war.", "Du bist jemand, dem "),
        ("Ich brauch wen, der mich abfragt.", "Du bist jemand, der "),
    ],
)
def test_somebody_who_is_wished_for_is_the_assistant(wish: str, said: str) -> None:
    assert compose(wish).text.startswith(said)


@pytest.mark.parametrize(
    ("said", "understood"),
    [
        (
            "Freie Plätze weiß er nicht, da soll er auf die Tafel verweisen.",
            "Freie Plätze kennst du nicht, verweise auf ",
        ),
        ("Mehr als vier Sätze les ich nicht.", "Schreibe nicht mehr als vier Sätze."),
        (
            "Holländer schreiben auf Holländisch, dann auch so zurück.",
            "Wenn Holländer auf Holländisch schreiben, antwor",
        ),
        ("Wenn ich was vom Geld sag, dann nur zuhören.", "Wenn ich was vom Geld sag, höre nur zu."),
    ],
)
def test_what_is_said_beside_a_task_is_an_order(said: str, understood: str) -> None:
    assert understood in compose(f"Beantworte unsere Mails. {said}").text


def test_elided_verbs_of_the_first_person_are_told_of_the_person() -> None:
    told = compose("Im Service brüll ich, danach geb ich Bier aus und werd müde. Hilf mir, ruhig zu bleiben.").text
    assert "brüllt die Person" in told
    assert "gibt sie Bier aus und wird müde" in told


def test_what_the_person_supplies_is_what_the_assistant_gets() -> None:
    text = compose("Die Daten auswerten", {"constraints": ["bereinigt vergleichen, Messwerte liefere ich mit"]}).text
    assert "Messwerte bekommst du dazu." in text
