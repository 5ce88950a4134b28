"""Feedback edits what stands there: a member leaves its list, a number becomes another, an order its contrary."""

import pytest

from services.conversations.composer.composing import compose
from services.conversations.composer.editing import with_first, without_member, words_of
from services.conversations.composer.model import JSON, Composition, Part, Slot


def said(composed: Composition, part: Part) -> list[str]:
    return [one.text for one in composed.sentences if one.part is part]


@pytest.mark.parametrize(
    ("text", "member", "left"),
    [
        ("Sort: hat, coat, other.", "hat", "Sort: coat, other."),
        ("Sort: hat, coat, other.", "coat", "Sort: hat, other."),
        ("Sort: hat, coat, other.", "other", "Sort: hat, coat."),
        ("Give: Plot / Cast / Verdict.", "Plot", "Give: Cast / Verdict."),
        ("Say yes/no/maybe.", "maybe", "Say yes/no."),
        (
            "Help when the till, the scale or the label printer breaks down.",
            "label printer",
            "Help when the till or the scale breaks down.",
        ),
        ("Help when the till or the scale breaks down.", "till", "Help when the scale breaks down."),
        ("Sort in hats (all sizes), coats (wool), gloves.", "coats", "Sort in hats (all sizes), gloves."),
        ("Sort in lost coats, gloves and hats.", "coats", ""),
        ("Sort the coats by size.", "coats", ""),
    ],
)
def test_a_member_leaves_its_list(text: str, member: str, left: str) -> None:
    if left or member != "coats":
        assert without_member(text, words_of(member)) == left


def test_a_member_goes_to_the_front_of_its_list() -> None:
    assert (
        with_first("Structure it as: plot / cast / verdict.", words_of("verdict"))
        == "Structure it as: verdict / plot / cast."
    )
    assert with_first("Structure it as: plot / cast.", words_of("plot")) == ""
    assert with_first("The verdict, the plot.", words_of("plot")) == ""


FORMAT: dict[str, JSON] = {"format": "Plot / Cast / Verdict", "length": "300 words"}


@pytest.mark.parametrize(
    ("feedback", "output"),
    [
        ("scrap the Cast line", ["Structure every answer as: Plot / Verdict.", "Keep every answer to 300 words."]),
        (
            "drop the cast, nobody reads that",
            ["Structure every answer as: Plot / Verdict.", "Keep every answer to 300 words."],
        ),
        (
            "put the Verdict first",
            ["Structure every answer as: Verdict / Plot / Cast.", "Keep every answer to 300 words."],
        ),
        ("100 words will do", ["Structure every answer as: Plot / Cast / Verdict.", "Keep every answer to 100 words."]),
        ("make it 200", ["Structure every answer as: Plot / Cast / Verdict.", "Keep every answer to 200 words."]),
    ],
)
def test_an_edit_leaves_the_rest_as_it_was(feedback: str, output: list[str]) -> None:
    composed = compose("review operas", FORMAT, None, [feedback])
    assert said(composed, Part.OUTPUT)[:2] == output
    assert not composed.not_understood


def test_a_label_set_loses_what_falls_away_in_german_too() -> None:
    text = "Ordne jede Flasche ein: Wein, Sekt, Saft, Rest."
    for feedback in ("das Etikett Sekt fällt weg", "Sekt kann weg, den führen wir nicht mehr", "streich Sekt"):
        assert "Ordne jede Flasche ein: Wein, Saft, Rest." in compose(text, None, None, [feedback]).text


def test_a_number_is_replaced_where_only_one_can_be_meant() -> None:
    text = "Plan tours of the harbour. Give five tips for each tour."
    assert "Give three tips for each tour." in compose(text, None, None, ["make it three"]).text
    assert "Give three tips for each tour." in compose(text, None, None, ["only three tips"]).text
    two = compose(f"{text} Use two colours.", None, None, ["make it three"])
    assert "Give five tips for each tour." in two.text
    assert "Give three." in two.text


def test_a_new_length_is_told_to_have_taken_the_place_of_the_old() -> None:
    [conflict] = compose("review operas", FORMAT, None, ["make it 200"]).conflicts
    assert (conflict.slot, conflict.given_way.text) == (Slot.LENGTH, "Keep every answer to 300 words.")


@pytest.mark.parametrize(
    ("feedback", "part", "text"),
    [
        ("add the opening hours", Part.HOW, "Include the opening hours."),
        ("add number needed to treat if they report it", Part.HOW, "Include number needed to treat if they report it."),
        ("build in one day of rest", Part.HOW, "Include one day of rest."),
        (
            "one step per message, wait for the answer",
            Part.OUTPUT,
            "Give one step per message, and wait for the answer.",
        ),
        ("one checklist per trade", Part.OUTPUT, "Give one checklist per trade."),
        ("lead with the verdict", Part.OUTPUT, "Lead with the verdict."),
        ("put the prices first", Part.OUTPUT, "Put the prices first."),
        ("a bit harder after two weeks", Part.HOW, "Make it a bit harder after two weeks."),
        ("euros, not dollars", Part.HOW, "Use euros, not dollars."),
        ("feet into metres", Part.HOW, "Convert feet into metres."),
        ("stop comparing with last year", Part.LIMITS, "Do not compare with last year."),
        ("leave out the lighting, that's sorted", Part.LIMITS, "Leave out the lighting."),
        ("less slang", Part.HOW, "Use little slang."),
        ("less formal", Part.AUDIENCE, "Keep your tone not too formal."),
        ("in French, most can't read English", Part.OUTPUT, "Answer in French, because most can't read English."),
    ],
)
def test_feedback_becomes_a_sentence_in_its_part(feedback: str, part: Part, text: str) -> None:
    composed = compose("Plan tours of our harbour. Be brief.", None, None, [feedback])
    assert text in said(composed, part)
    assert not composed.not_understood


@pytest.mark.parametrize(
    ("feedback", "part", "text"),
    [
        ("doch lieber 900 Zeichen", Part.OUTPUT, "Schreibe 900 Zeichen je Antwort."),
        ("100 Wörter reichen", Part.OUTPUT, "Schreibe 100 Wörter je Antwort."),
        ("eine Frage pro Nachricht", Part.OUTPUT, "Stelle eine Frage pro Nachricht."),
        ("mit dem Urteil anfangen", Part.OUTPUT, "Fange mit dem Urteil an."),
        ("die Preise zuerst", Part.OUTPUT, "Stelle die Preise an den Anfang."),
        ("Euro, nicht Dollar", Part.HOW, "Verwende Euro, nicht Dollar."),
        ("nach zwei Wochen etwas schwerer", Part.HOW, "Mache es nach zwei Wochen etwas schwerer."),
        ("bau einen Ruhetag ein", Part.HOW, "Nimm einen Ruhetag auf."),
        ("lass die Beleuchtung weg, die ist fertig", Part.LIMITS, "Lass die Beleuchtung weg."),
        ("weniger Emojis", Part.HOW, "Verwende wenige Emojis."),
        (
            "auf Englisch, viele können kein Deutsch",
            Part.OUTPUT,
            "Antworte auf Englisch, denn viele können kein Deutsch.",
        ),
    ],
)
def test_german_feedback_becomes_a_sentence_in_its_part(feedback: str, part: Part, text: str) -> None:
    composed = compose("Plane Rundgänge durch unseren Hafen. Fasse dich kurz.", None, None, [feedback])
    assert text in said(composed, part)
    assert not composed.not_understood


def test_a_language_that_the_task_names_is_not_said_again() -> None:
    composed = compose("Translate menus from Greek into Swiss German.", None, None, ["in German, obviously"])
    assert "Answer in German" not in composed.text
    assert not composed.not_understood


def test_an_order_gives_way_to_its_contrary() -> None:
    composed = compose("Plan tours. Use emojis. Give names, prices and dates.", None, None, ["no emojis", "no prices"])
    assert "Use emojis." not in composed.text
    assert "names and dates" in composed.text
    assert "emojis" in " ".join(said(composed, Part.LIMITS))


def test_shorter_is_said_where_a_template_says_how_to_answer() -> None:
    template = "You are a guide. Explain each place with care."
    assert "Keep every answer short." in compose("tours of our harbour", None, template, ["shorter"]).text
    assert "Keep every answer short." not in compose("plan tours of our harbour", None, None, ["shorter"]).text


def test_shorter_is_said_where_no_rule_can_be_left_out() -> None:
    assert "Keep every answer short." in compose("Watch our boat", None, None, ["shorter"]).text
    kept = compose("Watch our boat in ten words", None, None, ["shorter", "longer"]).text
    assert "Keep every answer short." not in kept
