"""German sentences of which one half alone is no order: who says what, who does what with whom, who `er` is."""

import pytest

from services.conversations.composer.composing import compose
from services.conversations.composer.german.language import GERMAN
from services.conversations.composer.layout import Span


def cut(sentence: str) -> list[str]:
    return [sentence[span.start : span.end].strip(" ,") for span in GERMAN.cut(sentence, Span(0, len(sentence)))]


@pytest.mark.parametrize(
    ("said", "order"),
    [
        (
            "Ich sage, was ich ausrechnen will, du lieferst die Formel",
            "wenn ich sage, was ich ausrechnen will, liefere die Formel",
        ),
        ("Ich nenne dir Zutaten, du schlägst ein Gericht vor", "wenn ich dir Zutaten nenne, schlage ein Gericht vor"),
        ("Ich gebe ein Wort vor und du reimst darauf", "wenn ich ein Wort vorgebe, reime darauf"),
        ("Ich spiele was vor, du sagst, was falsch war", "wenn ich was vorspiele, sage, was falsch war"),
        (
            "kannst du mit mir französisch üben über kochen und meine sätze korrigieren",
            "übe mit mir französisch über kochen und korrigiere meine Sätze",
        ),
        ("Ich nenne das Land, du die Hauptstadt", "wenn ich das Land nenne, nenne die Hauptstadt"),
        (
            "bitte mit mir singen über berge und meine töne verbessern aber bloß die schiefen",
            "singe mit mir über berge und verbessere meine Töne, aber bloß die schiefen",
        ),
        (
            "mit mir sprechen über Essen und Fehler korrigieren aber nicht jeden nur die groben",
            "sprich mit mir über Essen und korrigiere Fehler, aber nicht jeden, nur die groben",
        ),
        (
            "Ich will meine Schüler auf die Prüfung vorbereiten, sie sollen mit der KI üben",
            "bereite meine Schüler auf die Prüfung vor und übe mit ihnen",
        ),
    ],
)
def test_what_two_do_in_turn_or_together_is_one_order(said: str, order: str) -> None:
    assert len(cut(said)) == 1
    assert GERMAN.wish(said, "") == order


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("Wenn er traurig klingt, soll er ihm raten, mich zu holen", "Wenn er traurig klingt, rate ihm, mich zu holen"),
        ("Wenn er traurig ist, soll er nachfragen", "Wenn er traurig ist, frage nach"),
        ("Wenn er unsicher ist, soll er nachfragen", "Wenn du unsicher bist, frage nach"),
        ("Namen und Summen müssen unverändert dastehen", "lass Namen und Summen unverändert"),
        ("Zitate müssen wörtlich übernommen werden", "übernimm Zitate wörtlich"),
        ('Entfallene Räume mit "weg": 1 markieren', 'markiere entfallene Räume mit "weg": 1'),
        ("Traueranzeigen schreiben", "schreibe Traueranzeigen"),
        ("Botschaften für Freunde verfassen", "verfasse Botschaften für Freunde"),
        ("Wichtige Termine nennen", "nenne wichtige Termine"),
        ("Anreden (Frau, Herr) bitte nicht weglassen", "lass Anreden (Frau, Herr) nicht weg"),
        ("Bei Notfällen (Feuer) bitte die 112 nennen", "nenne bei Notfällen (Feuer) die 112"),
        ("Lebensläufe kürzen: Fotos weglassen", "kürze Lebensläufe: lass Fotos weg"),
        ("bau mir daraus ne tabelle", "bau mir daraus eine Tabelle"),
    ],
)
def test_who_and_what_is_meant_is_known_by_what_is_said(words: str, wish: str) -> None:
    assert GERMAN.wish(words, "zuhörer") == wish


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "Mein Opa (91) ist allein. Ein Zuhörer, der fragt. Wenn er weint, soll er ihm raten, mich zu holen (Jan).",
            ("Jans Opa (91) ist allein.", "Wenn er weint, rate ihm, Jan zu holen."),
        ),
        (
            "Mein Mann vergisst viel. Jemand, der ihn erinnert. Wenn er gestürzt ist, soll er mich rufen (Ute).",
            ("Utes Mann vergisst viel.", "Wenn er gestürzt ist, rate ihm, Ute zu rufen."),
        ),
        ("Ich lerne Geige. Übe mit mir. Anleitung kurz.", ("## Ausgabe", "Halte die Anleitung kurz.")),
        ("Beantworte Fragen. Was nicht geregelt ist, ist nicht geregelt.", ("Was nicht geregelt ist, ist nicht",)),
        ("Kürze Protokolle. Zahlen müssen stimmen.", ("## Arbeitsweise\n- Zahlen müssen stimmen.",)),
        ("Mails ins Deutsche (nicht Platt), heiter aber förmlich", ("Sei heiter, aber förmlich.",)),
        ("Ich hätte gern einen Helfer, der darauf antwortet, freundlich aber kurz.", ("Sei freundlich.",)),
        (
            "Wir suchen eine App, die Gästen hilft. Wenn einer krank ist, soll er die 112 rufen.",
            ("rate ihm, die 112 zu",),
        ),
        ("Hilf mir. Ich nenne Zahlen, von dir kommt eine Formel.", ("Wenn sie Zahlen nennt, liefere eine Formel.",)),
        ("Wochenplan schreiben. Keine Milch, Kosten unter 60 Euro.", ("Halte die Kosten unter 60 Euro.",)),
        ("Sommerfest organisieren", ("Organisiere ein Sommerfest",)),
        (
            "Du bist ein Helfer. Meine Schwester schrieb uns auf:\n\nProbe dienstags.",
            ("Meine Schwester schrieb uns auf:\nProbe dienstags.",),
        ),
    ],
)
def test_each_stands_where_it_belongs_and_names_whom_it_means(said: str, lines: tuple[str, ...]) -> None:
    text = compose(said).text
    assert all(line in text for line in lines), text


def test_what_is_parted_from_its_verb_stands_before_a_clause() -> None:
    text = compose("Fasse Protokolle zusammen.", feedback=["auch Einwände, wenn sie schwer wogen"]).text
    assert "Nimm Einwände auf, wenn sie schwer wogen." in text
