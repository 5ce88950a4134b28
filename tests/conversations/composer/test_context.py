"""What a context holds is said in sentences of the prompt's own voice, each in its section."""

import pytest

from services.conversations.composer.composing import compose
from services.conversations.composer.english import wordings as english
from services.conversations.composer.german import wordings as german
from services.conversations.composer.model import JSON, Composition, Part


def said(composed: Composition, part: Part) -> list[str]:
    return [one.text for one in composed.sentences if one.part is part]


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("tone", "dry", "Keep your tone dry"),
        ("tone", "dry, no jokes", "Keep your tone dry, with no jokes"),
        ("tone", "calm, plain words, no slang", "Keep your tone calm, with plain words and no slang"),
        ("tone", "Warm, but firm", "Keep your tone warm but firm"),
        ("tone", "friendly, not chummy", "Keep your tone friendly, not chummy"),
        ("tone", "patient, never laugh at a mistake", "Keep your tone patient, and never laugh at a mistake"),
        ("tone", "calm, no jargon, never smug", "Keep your tone calm, with no jargon, and never be smug"),
        ("tone", "solemn to the point of parody", "Keep your tone solemn to the point of parody"),
        ("tone", "dry wit", "Write with dry wit"),
        ("tone", "like a ship's cook", "Write like a ship's cook"),
        ("tone", "a grumpy uncle", "Write like a grumpy uncle"),
        ("tone", "Victorian; think Dickens", "Write in this tone: Victorian; think Dickens"),
        ("length", "at most six lines", "Use at most six lines per answer"),
        ("length", "six lines maximum", "Use at most six lines per answer"),
        ("length", "180 words or less", "Write 180 words or less"),
        ("length", "120 words", "Keep every answer to 120 words"),
        ("length", "120", "Keep the length of every answer to 120"),
        ("length", "one clue per message", "Give one clue per message"),
        ("length", "only one question at a time", "Ask only one question at a time"),
        ("length", "two lines per hive, no exceptions", "Write two lines per hive, no exceptions"),
        ("length", "max 40 characters per line", "Keep each line to at most 40 characters"),
        ("length", "not longer than the label, it is glued on", "Make no answer longer than the label; it is glued on"),
        ("length", "fits on one page", "Make sure that every answer fits on one page"),
        ("length", "short answers", "Give short answers"),
        ("length", "whatever it takes", "Keep to this length: whatever it takes"),
        ("format", "first the verdict, then the reasons", "Give first the verdict, then the reasons"),
        ("format", "table: name, date, price", "Give a table with name, date, price"),
        ("format", "just the file, no chatter", "Give just the file, with no chatter"),
        ("format", "plain text, no markdown", "Give plain text, with no markdown"),
        ("format", "Plot / Cast / Verdict", "Structure every answer as: Plot / Cast / Verdict"),
        ("format", "greeting, body, closing", "Structure every answer as: greeting, body, closing"),
        ("format", "date in front, sorted by age", "Put the date in front, and sort by age"),
        (
            "format",
            "same headings as the source, icons as {x}",
            "Keep the same headings as the source, and write icons as {x}",
        ),
        ("format", "one row per case", "Give one row per case"),
        ("format", "yes/no", "Answer yes or no"),
        ("audience", "me, a GP with no time", "Write for the person you work for, a GP with no time"),
        ("audience", "sailors, little experience", "Write for sailors with little experience"),
        ("audience", "HR director and union, who disagree", "Write for the HR director and union, who disagree"),
        ("audience", "beginner", "Write for a beginner"),
        ("audience", "collectors, short of time", "Write for collectors, short of time"),
        ("language", "whatever language the guest writes", "Answer in whatever language the guest writes"),
        ("language", "same as the question", "Answer in the same language as the question"),
        ("language", "en-GB", "Answer in British English"),
        ("language", "American English", "Answer in American English"),
        ("language", "Deutsch, per Du", "Answer in German, per Du"),
        ("domain", "falconry", "The subject is falconry"),
        ("sources", "the manual, which I paste", "Work from this source: the manual, which I paste"),
    ],
)
def test_a_context_is_said_in_english(key: str, value: str, sentence: str) -> None:
    assert english.WORDINGS[key].say(value) == sentence


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("tone", "trocken, norddeutsch", "Halte den Ton trocken und norddeutsch"),
        ("tone", "ruhig, kein Beratersprech", "Halte den Ton ruhig, ohne Beratersprech"),
        ("tone", "locker, per Du", "Halte den Ton locker und duze dein Gegenüber"),
        ("tone", "nüchtern, nie belehrend", "Halte den Ton nüchtern, nie belehrend"),
        ("tone", "sachlich, kurze Sätze", "Halte den Ton sachlich und verwende kurze Sätze"),
        ("tone", "trockener Humor", "Verwende trockenen Humor"),
        ("tone", "kein erhobener Zeigefinger", "Verwende keinen erhobenen Zeigefinger"),
        ("tone", "Wilhelm Busch!", "Schreibe in diesem Ton: Wilhelm Busch!"),
        ("length", "immer nur eine Frage", "Stelle immer nur eine Frage"),
        ("length", "fünf Zeilen maximal", "Schreibe maximal fünf Zeilen je Antwort"),
        ("length", "zwei Zeilen je Patient, ohne Ausnahme", "Schreibe zwei Zeilen je Patient, ohne Ausnahme"),
        ("length", "ein Schritt pro Nachricht", "Gib einen Schritt pro Nachricht"),
        ("length", "nicht länger als das Original", "Mache keine Antwort länger als das Original"),
        ("length", "passt auf eine Seite", "Achte darauf, dass jede Antwort auf eine Seite passt"),
        ("length", "unter 100 Wörter", "Halte jede Antwort unter 100 Wörtern"),
        ("format", "zuerst das Urteil, dann die Gründe", "Gib zuerst das Urteil, dann die Gründe"),
        ("format", "Tabelle: Name, Ort", "Gib eine Tabelle mit den Spalten Name, Ort"),
        ("format", "nur die Datei, kein Text davor", "Gib nur die Datei, ohne Text davor"),
        ("format", "Titel / Text / Aufruf", "Gliedere jede Antwort so: Titel / Text / Aufruf"),
        ("audience", "Sammler, wenig Zeit", "Schreibe für Sammler mit wenig Zeit"),
        ("audience", "Anfänger, keine Vorkenntnisse", "Schreibe für Anfänger ohne Vorkenntnisse"),
        ("audience", "Segler, 61, hat wenig Geduld", "Schreibe für einen Segler, 61, der wenig Geduld hat"),
        ("audience", "der Chef", "Schreibe für den Chef"),
        ("language", "Deutsch, per Du", "Antworte auf Deutsch und duze dein Gegenüber"),
        ("language", "amerikanisches Englisch", "Antworte in amerikanischem Englisch"),
        ("language", "die Sprache der Frage", "Antworte in der Sprache der Frage"),
        ("sources", "das Heft, das ich einfüge", "Arbeite mit dieser Quelle: das Heft, das ich einfüge"),
    ],
)
def test_a_context_is_said_in_german(key: str, value: str, sentence: str) -> None:
    assert german.WORDINGS[key].say(value) == sentence


@pytest.mark.parametrize(
    ("text", "key", "value", "sentence"),
    [
        ("plan tours", "vessel", "MV Nordic", "The vessel is MV Nordic."),
        ("plan tours", "opening_hours", "the gate is shut at 6", "Opening hours: the gate is shut at 6."),
        ("plan tours", "species", ["dogs", "cats"], "Species: dogs, cats."),
        ("plan tours", "dogs_allowed", True, "Dogs allowed: yes."),
        ("plan tours", "group_size", 12, "The group size is 12."),
        ("plan tours", "language", "Kotlin 2.0", "The programming language is Kotlin 2.0."),
        ("Bitte plane unsere Ausflüge", "haus", "Jugendhof Seeblick", "Das Haus ist Jugendhof Seeblick."),
        ("Bitte plane unsere Ausflüge", "stichwort", "Ebbe", "Das Stichwort ist Ebbe."),
        ("Bitte plane unsere Ausflüge", "krümmung", "zwei Grad", "Krümmung: zwei Grad."),
    ],
)
def test_what_has_no_wording_is_a_fact_where_that_can_be_said(text: str, key: str, value: JSON, sentence: str) -> None:
    assert said(compose(text, {key: value}), Part.KNOWN) == [sentence]


@pytest.mark.parametrize(
    ("constraint", "part"),
    [
        ("XX where a figure is missing", Part.HOW),
        ("groups of fewer than 5 are not reported", Part.LIMITS),
        ("never suggest a rewrite", Part.LIMITS),
        ("say who paid for it", Part.HOW),
        ("one row per episode", Part.OUTPUT),
    ],
)
def test_a_constraint_is_a_limit_only_where_it_excludes_something(constraint: str, part: Part) -> None:
    [one] = [
        one
        for one in compose("grade reports", {"constraints": [constraint]}).sentences
        if one.origin.key == "constraints"
    ]
    assert one.part is part


def test_a_key_may_be_called_otherwise() -> None:
    composed = compose("plan tours", {"target_audience": "families", "style": "dry", "rules": ["never by car"]})
    assert said(composed, Part.AUDIENCE) == ["Write for families.", "Keep your tone dry."]
    assert said(composed, Part.LIMITS)[0] == "Never by car."


def test_for_whom_a_task_is_that_says_so_itself_is_not_said_again() -> None:
    composed = compose("Plan tours for families with toddlers")
    assert said(composed, Part.AUDIENCE) == []
    assert "For whom are the answers?" not in composed.questions
    assert said(compose("Plan tours for families", {"audience": "families"}), Part.AUDIENCE) == []
