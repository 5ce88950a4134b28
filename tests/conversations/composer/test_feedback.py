"""Feedback changes what was said first, in its place: members leave lists, and a new length is the only one."""

import pytest

from services.conversations.composer.composing import compose

SORT = "Sort letters to the town hall: parking, taxes, dogs or other."
SORTIEREN = "Briefe ans Rathaus sollen sortiert werden: Parken, Steuern, Hunde oder Sonstiges."


def first_line(text: str, *feedback: str) -> str:
    return compose(text, None, None, feedback).text.partition("\n")[0]


@pytest.mark.parametrize(
    "feedback",
    [
        "we no longer need dogs",
        "dogs are not needed any more",
        "dogs aren't actually needed now",
        "the dogs label is no longer needed",
        "we can do without dogs",
        "we do not really need dogs after all",
        "there is no need for dogs any more",
        "dogs are superfluous",
        "no dogs any more",
        "we no longer have to list the dogs",
    ],
)
def test_what_is_no_longer_needed_leaves_its_list(feedback: str) -> None:
    assert first_line(SORT, feedback) == "Sort letters to the town hall: parking, taxes or other."


@pytest.mark.parametrize(
    "feedback",
    [
        "die Rubrik Hunde benötigen wir doch nicht mehr",
        "Hunde brauchen wir eigentlich nicht mehr",
        "Hunde sind jetzt nicht mehr nötig",
        "wir brauchen Hunde ja nicht mehr",
        "auf Hunde können wir verzichten",
        "Hunde werden nicht mehr gebraucht",
        "die Hunde sind eigentlich überflüssig",
    ],
)
def test_what_is_no_longer_needed_leaves_its_list_in_german(feedback: str) -> None:
    assert first_line(SORTIEREN, feedback) == "Sortiere Briefe ans Rathaus: Parken, Steuern oder Sonstiges."


def test_what_is_no_longer_needed_and_stands_nowhere_is_a_limit() -> None:
    assert "Leave out cats." in compose(SORT, None, None, ["we no longer need cats"]).text


@pytest.mark.parametrize(
    ("text", "feedback", "task", "length"),
    [
        ("Summarise letters in two pages", "half a page will do", "Summarise letters.", "to half a page."),
        (
            "Summarise letters: three sentences, sorted by date.",
            "one sentence is plenty",
            "Summarise letters: sorted by date.",
            "to one sentence.",
        ),
        (
            "Fasse Briefe zusammen: höchstens drei Sätze, sortiert nach Datum.",
            "ein Absatz reicht",
            "Fasse Briefe zusammen: sortiert nach Datum.",
            "Schreibe einen Absatz je Antwort.",
        ),
        (
            "Fasse Briefe auf zwei Seiten zusammen.",
            "eine halbe Seite genügt völlig",
            "Fasse Briefe zusammen.",
            "eine halbe",
        ),
    ],
)
def test_a_new_length_is_the_only_one(text: str, feedback: str, task: str, length: str) -> None:
    assert first_line(text, feedback) == task
    assert length in compose(text, None, None, [feedback]).text


def test_a_new_length_takes_the_place_of_one_in_the_context() -> None:
    composed = compose("Shorten roof surveys", {"length": "two columns"}, None, ["briefer, one column is plenty"])
    assert "two columns" not in composed.text
    assert "Keep every answer to one column." in composed.text


@pytest.mark.parametrize(
    ("text", "feedback", "line"),
    [
        (
            "Fasse Protokolle zusammen: je Thema drei Zeilen, sortiert nach Datum.",
            "doch lieber nur eine Zeile je Thema",
            "Fasse Protokolle zusammen: je Thema nur eine Zeile, sortiert nach Datum.",
        ),
        (
            "Fasse Protokolle zusammen: drei Zeilen je Thema.",
            "eine Zeile pro Thema reicht",
            "Fasse Protokolle zusammen: eine Zeile je Thema.",
        ),
        (
            "Summarise minutes: three lines per topic, sorted by date.",
            "actually just one line per topic",
            "Summarise minutes: only one line per topic, sorted by date.",
        ),
        (
            "Summarise minutes with three lines per topic",
            "one line for each topic",
            "Summarise minutes with one line per topic.",
        ),
        (
            "Summarise minutes: three lines per topic.",
            "no more than two lines per topic",
            "Summarise minutes: no more than two lines per topic.",
        ),
        (
            "Plane Ausflüge, je Ausflug drei Vorschläge.",
            "nur noch zwei Vorschläge je Ausflug",
            "Plane Ausflüge, je Ausflug zwei Vorschläge.",
        ),
        (
            "Write a newsletter: intro, three events, recipe.",
            "two events are enough",
            "Write a newsletter: intro, two events, recipe.",
        ),
        (
            "Schreib einen Newsletter: Einleitung, drei Termine, Rezept.",
            "zwei Termine reichen",
            "Schreibe einen Newsletter: Einleitung, zwei Termine, Rezept.",
        ),
        (
            "Summarise minutes: three lines per topic.",
            "one line per speaker",
            "Summarise minutes: three lines per topic.",
        ),
    ],
)
def test_as_much_for_each_changes_in_its_place(text: str, feedback: str, line: str) -> None:
    assert first_line(text, feedback) == line


@pytest.mark.parametrize(
    ("text", "feedback", "line"),
    [
        ("Schreibe Mails", "auch Einwände, wenn sie schwer wogen", "Nimm Einwände auf, wenn sie schwer wogen."),
        ("Schreibe Mails", "auch Quellen, die alt sind", "Nimm Quellen auf, die alt sind."),
        ("Schreibe Mails", "Namen, Orte und Zahlen ergänzen", "Nimm Namen, Orte und Zahlen auf."),
        ("Write mails", "also objections, if they mattered", "Include objections, if they mattered."),
    ],
)
def test_the_verb_is_whole_before_its_case(text: str, feedback: str, line: str) -> None:
    assert line in compose(text, None, None, [feedback]).text


@pytest.mark.parametrize(
    ("feedback", "heading", "line"),
    [
        ("less flattery", "Audience and tone", "Go easy on the flattery."),
        ("less grovelling", "Audience and tone", "Go easy on the grovelling."),
        ("less jargon", "How to work", "Use little jargon."),
        ("less pushy", "Audience and tone", "Keep your tone not too pushy."),
        ("not so long", "Output", "Keep every answer short."),
        ("close with 'Yours, Moira'", "Output", "Close with 'Yours, Moira'."),
        ("sign as Moira", "Output", "Sign as Moira."),
        (
            "write URGENT beside it please if they mention fire",
            "Output",
            "Write URGENT beside it if they mention fire.",
        ),
    ],
)
def test_feedback_stands_in_its_section(feedback: str, heading: str, line: str) -> None:
    text = compose("reply to angry app reviews, and keep calm. Name the ship.", None, None, [feedback]).text
    section = text.partition(f"## {heading}\n")[2].partition("\n\n")[0]
    assert line in section


@pytest.mark.parametrize(
    ("feedback", "heading", "line"),
    [
        ("weniger schleimen", "Publikum und Ton", "Schleime weniger."),
        ("weniger Entschuldigungen", "Publikum und Ton", "Verwende wenige Entschuldigungen."),
        ("unterschreibe mit „Moira“", "Ausgabe", "Unterschreibe mit „Moira“."),
        ("mit „Dein Team“ unterschreiben", "Ausgabe", "Unterschreibe mit „Dein Team“."),
        (
            "bei Schmerzen (Brust) bitte auch SOFORT daneben schreiben",
            "Ausgabe",
            "Schmerzen (Brust) auch SOFORT daneben.",
        ),
    ],
)
def test_german_feedback_stands_in_its_section(feedback: str, heading: str, line: str) -> None:
    text = compose("Beantworte böse Bewertungen und bleib ruhig. Nenne das Schiff.", None, None, [feedback]).text
    section = text.partition(f"## {heading}\n")[2].partition("\n\n")[0]
    assert line in section


@pytest.mark.parametrize("feedback", ["that was it", "looks good, thanks", "perfect", "das war's", "passt so"])
def test_who_is_content_changes_nothing(feedback: str) -> None:
    composed = compose(SORT, None, None, [feedback])
    assert composed.text == compose(SORT).text
    assert not composed.not_understood


def test_who_is_not_sure_asks_for_nothing_yet_and_that_is_told() -> None:
    assert compose(SORT, None, None, ["not sure about the tone yet"]).not_understood == ("not sure about the tone yet",)
