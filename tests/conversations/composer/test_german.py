"""German, as people type it: who the assistant is, what it should do, and what they say afterwards."""

import pytest

from services.conversations.composer.german.language import GERMAN
from services.conversations.composer.layout import Span, sentence
from services.conversations.composer.model import Part

KNOWN_AS = "du bist ein mathetrainer"


@pytest.mark.parametrize(
    ("words", "role"),
    [
        (
            "Ein geduldiger Nachhilfelehrer für Mathe, der Aufgaben erklärt und nie die Lösung verrät.",
            "Du bist ein geduldiger Nachhilfelehrer für Mathe, der Aufgaben erklärt und nie die Lösung verrät.",
        ),
        ("Ich brauche einen Bot, der Kundenmails beantwortet", "Du bist ein Bot, der Kundenmails beantwortet."),
        ("ich brauche einen bot der mails liest", "Du bist ein Bot der Mails liest."),
        ("Ich möchte einen geduldigen Trainer", "Du bist ein geduldiger Trainer."),
        (
            "Wir suchen eine freundliche Assistentin für die Praxis",
            "Du bist eine freundliche Assistentin für die Praxis.",
        ),
        ("Ich brauche jemanden, der mir Steuern erklärt", "Du bist jemand, der mir Steuern erklärt."),
        ("Einen Experten für Steuern", "Du bist ein Experte für Steuern."),
        (
            "Ich suche einen persönlichen Ernährungs- und Fitnesscoach",
            "Du bist ein persönlicher Ernährungs- und Fitnesscoach.",
        ),
        ("Sei ein strenger Lektor", "Du bist ein strenger Lektor."),
        ("Spiele einen alten Piraten", "Du bist ein alter Pirat."),
        ("Spiel den Bäcker aus dem Dorf", "Du bist der Bäcker aus dem Dorf."),
        ("Agiere als erfahrener Anwalt", "Du bist erfahrener Anwalt."),
        ("Übernimm die Rolle eines erfahrenen Anwalts", "Du bist ein erfahrener Anwalt."),
        (
            "Erstelle einen Prompt für einen Assistenten, der Mails sortiert",
            "Du bist ein Assistent, der Mails sortiert.",
        ),
        ("Du sollst ein höflicher Butler sein, der Tee serviert", "Du bist ein höflicher Butler, der Tee serviert."),
        ("Ich möchte, dass du ein Reiseführer bist, der Rom kennt", "Du bist ein Reiseführer, der Rom kennt."),
        ("Geduldiger Mathelehrer für Kinder", "Du bist ein geduldiger Mathelehrer für Kinder."),
        ("Nachhilfelehrerin für Latein", "Du bist eine Nachhilfelehrerin für Latein."),
        ("Übersetzer für Verträge", "Du bist ein Übersetzer für Verträge."),
        ("Schreib mir einen Brief an Oma", ""),
        ("Ich brauche eine Zusammenfassung", ""),
        ("Fehler finden", ""),
        ("Mein Bot soll Mails beantworten", ""),
        ("Du bist nicht allein", ""),
        ("Ich bin Krankenschwester", ""),
    ],
)
def test_who_the_assistant_is_is_said_in_the_nominative(words: str, role: str) -> None:
    assert GERMAN.role(words, first=True) == role


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("Er soll freundlich sein", "Sei freundlich."),
        ("Der Bot soll freundlich sein", "Sei freundlich."),
        ("Der Trainer soll Übungen vorschlagen", "Schlage Übungen vor."),
        ("soll Verträge zusammenfassen", "Fasse Verträge zusammen."),
        ("Er muss auf Deutsch antworten", "Antworte auf Deutsch."),
        ("darf keine Rückerstattung versprechen", "Versprich keine Rückerstattung."),
        ("fasst Verträge zusammen", "Fasse Verträge zusammen."),
        ("Er liest Mails vor", "Lies Mails vor."),
        ("Er beantwortet keine Fragen zu Politik", "Beantworte keine Fragen zu Politik."),
        ("Kannst du bitte Verträge zusammenfassen?", "Fasse Verträge zusammen."),
        ("Könnten Sie mir bitte eine Mail schreiben?", "Schreibe mir eine Mail."),
        ("Verträge zusammenfassen", "Fasse Verträge zusammen."),
        ("Die wichtigsten Punkte auflisten", "Liste die wichtigsten Punkte auf."),
        ("Freundlich antworten", "Antworte freundlich."),
        ("Fassen Sie Verträge zusammen", "Fasse Verträge zusammen."),
        ("Seien Sie höflich", "Sei höflich."),
        ("Beschränken Sie sich auf Fakten", "Beschränke dich auf Fakten."),
        ("Bitte fasse Verträge zusammen", "fasse Verträge zusammen."),
        ("Fasse bitte Verträge zusammen", "Fasse Verträge zusammen."),
        ("bitte auf Deutsch", "Antworte auf Deutsch."),
        ("Er soll Fragen beantworten, die Kunden stellen", "Beantworte Fragen, die Kunden stellen."),
        (
            "Er soll Kunden, die sich beschweren, freundlich antworten",
            "Antworte Kunden, die sich beschweren, freundlich.",
        ),
        ("Er soll nachfragen, wenn er unsicher ist", "Frage nach, wenn du unsicher bist."),
        ("Er soll dem Kunden helfen, wenn er wütend ist", "Hilf dem Kunden, wenn er wütend ist."),
        ("Wenn ein Kunde wütend ist, soll er ruhig bleiben", "Wenn ein Kunde wütend ist, bleibe ruhig."),
        ("Am Ende soll er eine Zusammenfassung geben", "Gib am Ende eine Zusammenfassung."),
        ("Zuerst fragt er nach dem Ziel", "Frage zuerst nach dem Ziel."),
        ("Er soll Verträge lesen und zusammenfassen", "Lies und fasse Verträge zusammen."),
        ("Er soll nie fluchen und Kunden beleidigen", "Du sollst nie fluchen und Kunden beleidigen."),
        ("Er soll sich kurz fassen", "Fasse dich kurz."),
        ("Er soll seine Antworten begründen", "Begründe deine Antworten."),
        ("Er soll Texte frobnizieren", "Frobniziere Texte."),
        ("Ich möchte, dass du Verträge zusammenfasst", "Fasse Verträge zusammen."),
        ("Ich will, dass er immer Quellen nennt", "Nenne immer Quellen."),
        ("Er darf duzen", "Du darfst duzen."),
        ("Er muss nicht freundlich sein", "Du musst nicht freundlich sein."),
        ("Er heißt Otto", "Du heißt Otto."),
        ("Er hat 20 Jahre Erfahrung", "Du hast 20 Jahre Erfahrung."),
        ("Es sollen keine Preise genannt werden", "Es sollen keine Preise genannt werden."),
        ("Unsere Kunden sind Leute, die schlecht sehen", "Unsere Kunden sind Leute, die schlecht sehen."),
        ("Die Kunden wollen Rechnungen bezahlen", "Die Kunden wollen Rechnungen bezahlen."),
        ("Unser Hund soll bellen", "Unser Hund soll bellen."),
        ("Fehlt ein Wert, lässt er das Feld leer", "Fehlt ein Wert, lass das Feld leer."),
        ("Fragt jemand nach Preisen, verweise an uns", "Fragt jemand nach Preisen, verweise an uns."),
        ("Fachbegriffe bitte nicht übersetzen", "Übersetze Fachbegriffe nicht."),
        ("Fehlt eine Angabe, setz null", "Fehlt eine Angabe, setz null."),
        ("Passt kein Gebiet, Sonstiges ausgeben", "Passt kein Gebiet, gib Sonstiges aus."),
        ("Wenn ein Kunde wütend ist, ruhig bleiben", "Wenn ein Kunde wütend ist, bleibe ruhig."),
        ("Geht es um Geld, gibt er die Mail weiter", "Geht es um Geld, gib die Mail weiter."),
        (
            "Wenn er nicht weiterweiß, soll er an Frau Demir übergeben",
            "Wenn du nicht weiterweißt, übergib an Frau Demir.",
        ),
        ("Anonyme Briefe nicht strenger behandeln als andere", "Behandle anonyme Briefe nicht strenger als andere."),
        ("Kunden Rabatte anbieten", "Biete Kunden Rabatte an."),
        ("niemanden bloßstellen", "Stelle niemanden bloß."),
        ("Der Ton soll locker, aber nicht anbiedernd sein", "Halte den Ton locker, aber nicht anbiedernd."),
        ("soll er ruhig bleiben", "Bleibe ruhig."),
        ("Jeder Artikel soll kurz sein", "Jeder Artikel soll kurz sein."),
    ],
)
def test_a_wish_becomes_an_imperative(words: str, wish: str) -> None:
    said = sentence(GERMAN.wish(words, KNOWN_AS))
    assert said == sentence(wish)


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("Er soll freundlich sein", "sei freundlich"),
        ("E-Mails beantworten", "beantworte E-Mails"),
        ("Fasse Verträge zusammen", "Fasse Verträge zusammen"),
        ("Ein Haiku über den Herbst", "Schreibe ein Haiku über den Herbst"),
        ("Ein kurzer Brief an Oma", "Schreibe einen kurzen Brief an Oma"),
        ("Eine Geschichte über Mut", "Schreibe eine Geschichte über Mut"),
        ("Liste der Vorteile", ""),
        ("Zusammenfassung von Verträgen", "Schreibe eine Zusammenfassung von Verträgen"),
    ],
)
def test_an_opening_orders_something_or_nothing(words: str, order: str) -> None:
    assert GERMAN.order(words, GERMAN.wish(words, "")) == order


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("E-Mails beantworten, Termine vorschlagen", ["E-Mails beantworten", "Termine vorschlagen"]),
        (
            "Fasse Texte zusammen, nenne Risiken und gib nie Rat",
            ["Fasse Texte zusammen", "nenne Risiken", "gib nie Rat"],
        ),
        ("Ein Bot, der hilft, er soll höflich sein", ["Ein Bot, der hilft", "er soll höflich sein"]),
        ("Ein Bot, der hilft, aber bitte auf Deutsch", ["Ein Bot, der hilft", "auf Deutsch"]),
        ("Schreibe Texte, keine Emojis, maximal 200 Wörter", ["Schreibe Texte", "keine Emojis", "maximal 200 Wörter"]),
        ("Schreibe Texte, aber ohne Fachwörter", ["Schreibe Texte", "ohne Fachwörter"]),
        (
            "Frage nach, wenn etwas unklar ist, und antworte kurz",
            ["Frage nach, wenn etwas unklar ist", "antworte kurz"],
        ),
        ("Er soll höflich sein und darf nie fluchen", ["Er soll höflich sein", "darf nie fluchen"]),
        ("Fassen Sie Texte zusammen und geben Sie Tipps", ["Fassen Sie Texte zusammen", "geben Sie Tipps"]),
        ("fasst Texte zusammen und schlägt Termine vor", ["fasst Texte zusammen", "schlägt Termine vor"]),
        (
            "Ordne Briefe ein und protokolliere jeden Lauf, lösche nie etwas",
            ["Ordne Briefe ein", "protokolliere jeden Lauf", "lösche nie etwas"],
        ),
        (
            "Viele sind verärgert, deshalb soll er ruhig bleiben und sich nie rechtfertigen",
            ["Viele sind verärgert", "soll er ruhig bleiben", "sich nie rechtfertigen"],
        ),
        (
            "Er darf keine Namen nennen und niemanden bloßstellen",
            ["Er darf keine Namen nennen", "niemanden bloßstellen"],
        ),
        ("Passt kein Gebiet, schreib „unklar“ und nenne die zwei wahrscheinlichsten", None),
        ("Berührt ein Schreiben mehrere Gebiete, nimm das erste", None),
        ("Kennst du ein Wort nicht, schlag es nach", None),
        ("Mit kurzer Begründung, höchstens ein Satz", None),
        ("Der Ton soll locker, aber nicht anbiedernd sein", None),
        ("Jeder Artikel soll 300 Wörter lang sein und eine Überschrift haben", None),
        ("Er soll geduldig sein, weil viele wenig Deutsch sprechen", None),
        ("Ein Lehrer, der erklärt und nie die Lösung verrät", None),
        ("Ein Trainer für Spieler, die sehen und nie hören", None),
        ("Wenn ein Kunde wütend ist, bleibe ruhig und verweise an uns", None),
        ("Sei freundlich, aber nicht aufdringlich", None),
        ("Verrate nie die Lösung, sondern gib Hinweise", None),
        ("Unsere App zeigt Daten und hilft Kunden", None),
        ("Er soll nie fluchen und Kunden beleidigen", None),
        ("Prüfe, ob alles stimmt", None),
        ("Fehlt ein Wert, lässt er das Feld leer", None),
        ("Fragt jemand nach Preisen, verweise an uns", None),
        ("Ich habe ein Café und suche neue Gäste", None),
    ],
)
def test_a_sentence_is_cut_where_a_clause_can_stand_alone(text: str, clauses: list[str] | None) -> None:
    assert [text[span.start : span.end].strip(" ,;") for span in GERMAN.cut(text, Span(0, len(text)))] == (
        clauses or [text]
    )


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("Nenne nie Preise.", Part.LIMITS),
        ("Gib keine Rechtsberatung.", Part.LIMITS),
        ("Keine Emojis.", Part.LIMITS),
        ("Ohne Fachwörter.", Part.LIMITS),
        ("Auf keinen Fall duzen.", Part.LIMITS),
        ("Beantworte nur Fragen zu Steuern.", Part.LIMITS),
        ("Antworte auf Deutsch.", Part.OUTPUT),
        ("Maximal 200 Wörter.", Part.OUTPUT),
        ("Nenne höchstens drei Weine.", Part.OUTPUT),
        ("Antworte nicht länger als 200 Wörter.", Part.OUTPUT),
        ("Als Tabelle.", Part.OUTPUT),
        ("Fasse dich kurz.", Part.OUTPUT),
        ("Sei freundlich.", Part.AUDIENCE),
        ("Duze die Gäste.", Part.AUDIENCE),
        ("Der Ton ist locker.", Part.AUDIENCE),
        ("Unsere Kunden sind ältere Leute.", Part.AUDIENCE),
        ("Frage nach, wenn etwas unklar ist.", Part.UNSURE),
        ("Wenn du etwas nicht weißt, sag es.", Part.UNSURE),
        ("Weißt du etwas nicht, sag es.", Part.UNSURE),
        ("Wenn eine Notation nicht lesbar ist, frag nach.", Part.UNSURE),
        ("Fehlt eine Angabe, setz null.", Part.UNSURE),
        ("Passt kein Gebiet, schreib „unklar“.", Part.UNSURE),
        ("Findest du keine Antwort, sag es.", Part.UNSURE),
        ("Im Zweifel frag nach.", Part.UNSURE),
        ("Findest du keinen Fehler, lobe den Text.", Part.HOW),
        ("Berührt ein Schreiben mehrere Gebiete, nimm das erste.", Part.HOW),
        ("Geht es um Geld, gib die Mail weiter.", Part.HOW),
        ("Rückgaben sind möglich, wenn der Kassenbon da ist.", Part.TASK),
        ("Dränge niemanden.", Part.LIMITS),
        ("Bleib unter 80 Wörtern pro Post.", Part.OUTPUT),
        ("Immer mit kurzer Begründung.", Part.OUTPUT),
        ("Jeder Artikel soll 300 Wörter lang sein.", Part.OUTPUT),
        ("Gib pro Schreiben eine Zeile aus.", Part.OUTPUT),
        ("Die Ergebnisse lesen zwei Sekretärinnen.", Part.AUDIENCE),
        ("Viele Kundinnen und Kunden sind verärgert.", Part.AUDIENCE),
        ("Geh mit ihnen Partien durch.", Part.TASK),
        ("Nenne immer Quellen.", Part.HOW),
        ("Prüfe jede Zahl.", Part.HOW),
        ("Zum Beispiel ein Brief.", Part.EXAMPLES),
        ("Beispiel: ein Brief.", Part.EXAMPLES),
        ("Du heißt Otto.", Part.ROLE),
        ("Fasse Verträge zusammen.", Part.TASK),
    ],
)
def test_a_sentence_finds_its_part(said: str, part: Part) -> None:
    assert GERMAN.place(said, Part.TASK) is part
