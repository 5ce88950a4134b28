"""What a context notes in few words is said as what to do, in the section where it belongs."""

import pytest

from services.conversations.composer.context import known
from services.conversations.composer.language import Language
from services.conversations.composer.languages import LANGUAGES
from services.conversations.composer.model import JSON, Part

ENGLISH, GERMAN = LANGUAGES


def said(key: str, value: JSON, language: Language) -> list[tuple[Part, str]]:
    return [(one.part, one.text) for one in known({key: value}, language)]


@pytest.mark.parametrize(
    ("rule", "part", "sentence"),
    [
        ("blank cell if missing", Part.OUTPUT, "Leave the cell blank if the value is missing."),
        ("empty field when unknown", Part.OUTPUT, "Leave the field empty if the value is unknown."),
        ("question mark if illegible", Part.OUTPUT, "Write a question mark if the value is illegible."),
        ("n/a if unknown", Part.OUTPUT, "Write n/a if the value is unknown."),
        ("total at the bottom", Part.OUTPUT, "Put the total at the bottom."),
        ("only signs from the booklet", Part.LIMITS, "Use only signs from the booklet."),
        ("must fit in one suitcase", Part.LIMITS, "It must fit in one suitcase."),
        ("under 3 points say Low", Part.HOW, "Under 3 points, say Low."),
        ("above 80 use High", Part.HOW, "Above 80, use High."),
        ("an incident always goes to Legal", Part.HOW, "An incident always goes to Legal."),
        ("city permits with deadlines", Part.HOW, "Include city permits with deadlines."),
        ("pupils with asthma", Part.HOW, "Pupils with asthma."),
        ("names unchanged", Part.HOW, "Keep names unchanged."),
        ("dates stay as they are", Part.HOW, "Keep dates as they are."),
        ('mark dropped rooms with "gone": 1', Part.HOW, 'Mark dropped rooms with "gone": 1.'),
    ],
)
def test_a_rule_says_what_to_do(rule: str, part: Part, sentence: str) -> None:
    assert said("constraints", [rule], ENGLISH) == [(part, sentence)]


@pytest.mark.parametrize(
    ("rule", "part", "sentence"),
    [
        ("leere Zelle, wenn etwas fehlt", Part.OUTPUT, "Lass die Zelle leer, wenn der Wert fehlt."),
        ("leeres Feld wenn unbekannt", Part.OUTPUT, "Lass das Feld leer, wenn der Wert unbekannt ist."),
        ("Strich, wenn nicht lesbar", Part.OUTPUT, "Schreibe einen Strich, wenn der Wert nicht lesbar ist."),
        ("nur Schilder aus dem Heft", Part.LIMITS, "Verwende nur Schilder aus dem Heft."),
        ("Genehmigungen der Stadt mit Fristen", Part.HOW, "Nenne Genehmigungen der Stadt mit Fristen."),
        ("Kinder mit Allergien", Part.HOW, "Kinder mit Allergien."),
        ("Fläche unverändert übernehmen", Part.HOW, "Übernimm die Fläche unverändert."),
        ("Betrag und Datum unverändert übernehmen", Part.HOW, "Übernimm Betrag und Datum unverändert."),
        ('entfallene Räume mit "weg": 1 markieren', Part.HOW, 'Markiere entfallene Räume mit "weg": 1.'),
    ],
)
def test_a_german_rule_says_what_to_do(rule: str, part: Part, sentence: str) -> None:
    assert said("constraints", [rule], GERMAN) == [(part, sentence)]


@pytest.mark.parametrize(
    ("key", "value", "part", "sentence"),
    [
        ("style_guide", "Google", Part.HOW, "Follow the Google style guide."),
        ("house_manual", "Blue Book", Part.HOW, "Follow the house manual, Blue Book."),
        ("handbook", "the Chicago Manual of Style", Part.HOW, "Follow the Chicago Manual of Style."),
        ("template", "docs/mail.md", Part.HOW, "Follow the template in docs/mail.md."),
        ("guide", "our tone guide", Part.HOW, "Follow our tone guide."),
        ("repo", "billing-core", Part.KNOWN, "The repository is billing-core."),
        ("project", "blue whale", Part.KNOWN, "The project is blue whale."),
        ("mood", "blue whale", Part.KNOWN, "Mood: blue whale."),
        ("audience", "radio fans, UK", Part.AUDIENCE, "Write for radio fans in the UK."),
        ("audience", "nurses, Germany", Part.AUDIENCE, "Write for nurses in Germany."),
        (
            "sources",
            "booklet handed out before the talk",
            Part.GIVEN,
            "Work from the booklet handed out before the talk.",
        ),
        ("format", "CSV file with columns a, b", Part.OUTPUT, "Give a CSV file with columns a, b."),
        ("format", "verdict, then reasons", Part.OUTPUT, "First give the verdict, then the reasons."),
        ("format", "headline, then three bullets", Part.OUTPUT, "First give the headline, then three bullets."),
        ("format", "short answer, then table", Part.OUTPUT, "Give a short answer, then a table."),
    ],
)
def test_a_value_is_said_in_a_sentence(key: str, value: str, part: Part, sentence: str) -> None:
    assert said(key, value, ENGLISH) == [(part, sentence)]


@pytest.mark.parametrize(
    ("key", "value", "part", "sentence"),
    [
        ("handbuch", "Blaues Buch", Part.HOW, "Halte dich an das Handbuch Blaues Buch."),
        ("leitfaden", "unser Tonleitfaden", Part.HOW, "Halte dich an unseren Tonleitfaden."),
        ("repo", "billing-core", Part.KNOWN, "Das Repository ist billing-core."),
        ("audience", "Radiohörer, Schweiz", Part.AUDIENCE, "Schreibe für Radiohörer in der Schweiz."),
        (
            "format",
            "CSV-Datei mit den Spalten raum, etage",
            Part.OUTPUT,
            "Gib eine CSV-Datei mit den Spalten raum, etage.",
        ),
        ("format", "Überschrift, dann drei Sätze", Part.OUTPUT, "Gib zuerst die Überschrift, dann drei Sätze."),
        ("format", "Urteil, dann Gründe", Part.OUTPUT, "Gliedere jede Antwort so: Urteil, dann Gründe."),
        ("format", "Tabelle, neueste zuerst", Part.OUTPUT, "Gib eine Tabelle, neueste zuerst."),
    ],
)
def test_a_value_is_said_in_a_german_sentence(key: str, value: str, part: Part, sentence: str) -> None:
    assert said(key, value, GERMAN) == [(part, sentence)]


@pytest.mark.parametrize(
    ("value", "language", "sentences"),
    [
        ("VTT, leave cues alone", ENGLISH, ["Give every answer as VTT.", "Leave cues alone."]),
        ("CSV, quote every field", ENGLISH, ["Give every answer as CSV.", "Quote every field."]),
        ("VTT, Zeitmarken nicht ändern", GERMAN, ["Gib jede Antwort als VTT.", "Ändere Zeitmarken nicht."]),
        ("Gruß, Text, Schluss", GERMAN, ["Gliedere jede Antwort so: Gruß, Text, Schluss."]),
        ("date, call notes", ENGLISH, ["Structure every answer as: date, call notes."]),
    ],
)
def test_what_a_format_tells_to_do_besides_is_a_sentence_of_its_own(
    value: str, language: Language, sentences: list[str]
) -> None:
    assert [text for _, text in said("format", value, language)] == sentences
