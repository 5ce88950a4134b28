"""The task is chosen when all is read; what introduces a sample stays with it, and notes are no orders."""

import pytest

from services.conversations.composer.composing import compose
from services.conversations.composer.english.stating import states
from services.conversations.composer.german.stating import states as states_in_german
from services.conversations.composer.model import Composition, Part


def said(composed: Composition, part: Part) -> list[str]:
    return [one.text for one in composed.sentences if one.part is part]


@pytest.mark.parametrize(
    ("text", "task", "known"),
    [
        (
            "The museum closes at five. Draw up a tour of one hour.",
            "Draw up a tour of one hour.",
            "The museum closes at five.",
        ),
        (
            "Pilgrims ask for the way to the organ. Explain the way in one sentence.",
            "Explain the way in one sentence.",
            "Pilgrims ask for the way to the organ.",
        ),
        (
            "Die Orgel ist von 1720. Erkläre Besuchern ihre Register.",
            "Erkläre Besuchern ihre Register.",
            "Die Orgel ist von 1720.",
        ),
    ],
)
def test_a_statement_before_the_first_order_is_known_and_no_task(text: str, task: str, known: str) -> None:
    composed = compose(text)
    assert said(composed, Part.TASK) == [task]
    assert known in said(composed, Part.KNOWN)


def test_notes_before_what_is_wanted_are_known() -> None:
    composed = compose("Old lanterns, 40 of them. I need a catalogue entry for each lantern.")
    assert said(composed, Part.KNOWN) == ["Old lanterns, 40 of them."]
    assert "catalogue entry" in said(composed, Part.TASK)[0]


def test_an_order_that_comes_first_is_the_task_whatever_is_wanted_later() -> None:
    composed = compose("Describe lanterns. I want a price for each one.")
    assert said(composed, Part.TASK)[0] == "Describe lanterns."


def test_of_statements_alone_the_task_is_quoted() -> None:
    composed = compose("The lanterns on board are old.")
    assert said(composed, Part.TASK) == [
        "Your task, in the words of the person who set it: “The lanterns on board are old.”"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "parcels go out on Tuesdays", "the museum closes at five", "my son is nine", "there is a garden",
        "they've got a queue", "listeners text our show", "she collected the keys",
    ],
)  # fmt: skip # many short ones to a line
def test_a_subject_and_its_verb_state_something(text: str) -> None:
    assert states(text)


@pytest.mark.parametrize(
    "text",
    [
        "board game rules from Japanese to English", "limericks for our team", "a list of the songs that are sad",
        "two columns, the left one is for names", "the answers should be short", "press releases for the brigade",
        "why",
    ],
)  # fmt: skip # many short ones to a line
def test_what_has_no_main_verb_states_nothing(text: str) -> None:
    assert not states(text)


@pytest.mark.parametrize(
    "text",
    [
        "Die Fahrer schreiben kurze Meldungen", "mein Sohn ist neun", "Zum Mietrecht gehören auch Briefe",
        "es regnet oft", "Scheidung, Sorgerecht und Unterhalt gehören zum Familienrecht",
    ],
)  # fmt: skip # many short ones to a line
def test_a_german_subject_and_its_verb_state_something(text: str) -> None:
    assert states_in_german(text)


@pytest.mark.parametrize(
    "text",
    [
        "Limericks für die Gruppe",
        "Termine in unserer Praxis auswerten (Export)",
        "kurz und knapp",
        "ein Bot, der hilft",
        "Ruhe",
    ],
)
def test_a_german_note_states_nothing(text: str) -> None:
    assert not states_in_german(text)


def test_a_list_that_nothing_ends_before_belongs_to_what_introduces_it() -> None:
    composed = compose("Sort each find into one of\n\n* coin\n* key\n* ring\n\nUse lower case.")
    assert said(composed, Part.TASK) == ["Sort each find into one of:\n* coin\n* key\n* ring"]


def test_a_list_of_notes_is_known_and_its_order_is_the_task() -> None:
    composed = compose("- the hall is booked\n- chairs: 40\n- plan the evening for me\n- no speeches")
    assert said(composed, Part.TASK) == ["Plan the evening for the user."]
    assert said(composed, Part.KNOWN) == ["The hall is booked.", "Chairs: 40."]


def test_lines_of_pairs_are_examples_with_what_introduces_them() -> None:
    composed = compose('Label each note.\n\nthese go wrong:\n"ring me" = phone\n"ring lost" = find')
    assert said(composed, Part.EXAMPLES) == ['These go wrong:\n"ring me" = phone\n"ring lost" = find']


def test_what_introduces_a_text_that_is_given_stays_with_it() -> None:
    composed = compose(
        'I dictate my finds, this is what comes out:\n\n"coin um silver\nring gold"\n\nmake a list of them'
    )
    assert said(composed, Part.GIVEN) == [
        'I dictate my finds, this is what comes out:\n\n```\n"coin um silver\nring gold"\n```'
    ]
    assert said(composed, Part.TASK) == ["Make a list of them."]


def test_an_answer_as_it_should_be_is_an_example() -> None:
    composed = compose(
        "Turn finds into records.\n\nthis is what I want\n\n- find: ring\n  metal: gold\n\nLeave out the rest."
    )
    assert said(composed, Part.EXAMPLES) == ["This is what I want:\n```\n- find: ring\n  metal: gold\n```"]


def test_steps_that_are_counted_in_a_sentence_stay_together() -> None:
    composed = compose("Show finds. For each one do it like this: a) name it b) date it c) ask me, then price it.")
    assert "For each one do it like this: a) name it b) date it c) ask the user, then price it." in composed.text


def test_an_error_message_is_material() -> None:
    composed = compose(
        "Explain what it wants.\n\n/tmp/a/dig.ino: In function 'void loop()':\n/tmp/a/dig.ino:23:5: error: no pump"
    )
    assert said(composed, Part.GIVEN)[0].startswith("```\n/tmp/a/dig.ino: In function")


def test_who_shouts_is_heard_in_small_letters() -> None:
    composed = compose("PLAN THE DIG FOR ME. WRITE THE LIST AS JSON. NO SHIFTS ON FRIDAY NIGHT FOR THE CREW.")
    assert composed.text.startswith("Plan the dig for the user.")
    assert "as JSON" in composed.text
    assert "on Friday night" in composed.text


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("Guests ask for the key.", "Answer guests who ask for the key."),
        ("Some tenants write about noise.", "Answer some tenants who write about noise."),
        ("Unsere Gäste fragen oft nach dem Weg.", "Antworte unseren Gästen, die oft nach dem Weg fragen."),
        ("Kunden wollen wissen, ob offen ist.", "Antworte Kunden, die wissen wollen, ob offen ist."),
    ],
)
def test_where_only_those_who_ask_are_told_of_to_answer_them_is_the_task(text: str, task: str) -> None:
    assert said(compose(text), Part.TASK) == [task]


def test_a_quoted_paragraph_and_a_block_after_it_are_an_example() -> None:
    memo = '"two crates got wet, and send\nthe truck to gate 9 please, now"'
    record = '{\n  "gate": 9\n}'
    composed = compose(f"Turn memos like this into JSON.\n\n{memo}\n\n{record}\n\nNo prose.")
    assert said(composed, Part.EXAMPLES) == [f"Input:\n```\n{memo}\n```\n\nOutput:\n```\n{record}\n```"]
    assert said(composed, Part.TASK) == ["Turn memos like this into JSON."]


def test_a_sentence_that_introduces_nothing_is_none_of_what_follows() -> None:
    composed = compose("Explain such warnings to me. I use Java 17\n\nTraceback (most recent call last):\n  boom")
    assert said(composed, Part.KNOWN) == ["The user uses Java 17."]
    assert said(composed, Part.GIVEN) == ["```\nTraceback (most recent call last):\n  boom\n```"]


def test_steps_that_are_numbered_in_a_sentence_stay_together() -> None:
    composed = compose("Explain logs. always: 1. the cause 2. the fix 3. the changed line. There are 5. Be kind.")
    assert "Always: 1. the cause 2. the fix 3. the changed line." in composed.text
    assert said(composed, Part.KNOWN) == ["There are 5."]


def test_an_order_behind_what_is_shown_is_none_of_it() -> None:
    after = "So: one line. The shop is shut. The key is lost. The door is red. The bell is old. Never round it."
    text = f"We get finds like these:\n\nring, gold\ncoin, silver\n\n{after}"
    composed = compose(text)
    assert said(composed, Part.LIMITS) == ["Never round it."]
    assert all("Never round" not in one for one in said(composed, Part.GIVEN))


def test_what_is_set_out_as_it_is_wanted_is_an_example() -> None:
    composed = compose("Turn my finds into rows.\n\nI need it like this\n\nNO | FIND | METAL\n1 | ring | gold")
    assert said(composed, Part.EXAMPLES) == ["I need it like this:\n\n```\nNO | FIND | METAL\n1 | ring | gold\n```"]


def test_labels_that_read_like_bans_stay_with_what_is_sorted_into_them() -> None:
    composed = compose("Put each answer under:\n\n1) coming\n2) not coming\n3) no idea what they mean")
    assert said(composed, Part.TASK) == ["Put each answer under:\n1) coming\n2) not coming\n3) no idea what they mean"]
    assert "Not coming." not in said(composed, Part.LIMITS)
