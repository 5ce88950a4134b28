"""What people say in passing, without a verb or of themselves, is a whole sentence in the section where it belongs."""

import pytest

from services.conversations.composer.composing import compose


def sections(text: str) -> dict[str, list[str]]:
    composed = compose(text)
    return {section.part.value: [one.text for one in section.sentences] for section in composed.sections}


def told(text: str) -> list[str]:
    return [one.text for one in compose(text).sentences]


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("what I'd like to do is type my sums in and be told where I err", "The user types their sums in; tell them"),
        ("I'd want to talk and have it help me find the words", "The user talks; help them find the words."),
        ("I want to dictate my dreams and have it turn them into poems", "The user dictates their dreams; turn them"),
        ("I like tea. Just want: is it green, does it cost much", "Tell the user: is it green, does it cost much?"),
        ("We pay rent. I just need to know: has he paid, is it much", "Tell the user: has he paid, is it much?"),
        ("I buy bikes. Want out of each: model, year", "Out of each, give: model, year."),
        ("I sell bikes. Need from every ad: price, town", "From every ad, give: price, town."),
        ("first answer to families who write to us", "Give the first answer to families who write to us."),
        ("Members of our club have questions about fees", "Answer members of our club who have questions about fees."),
        ("We've got a screen where passengers can type questions", "Answer passengers who type questions."),
        ("members locked out of our gym", "Help members locked out of our gym."),
        ("hoax call or real", "Decide whether each call is a hoax call or real."),
        ("genuine invoice or scam", "Decide whether each invoice is a genuine invoice or scam."),
        (
            "I sing. Put each mail under: coming, not coming, no idea",
            "Put each mail under: coming, not coming, no idea.",
        ),
        ("just need to know whether the lease ends", "Find out whether the lease ends."),
        ("out of office message for my week off", "Write an out of office message for the user's week off."),
        ("urgent or can wait", "Decide whether each item is urgent or can wait."),
    ],
)
def test_what_is_wished_in_passing_is_the_task(text: str, task: str) -> None:
    assert sections(text)["task"][0].startswith(task)


@pytest.mark.parametrize(
    ("note", "part", "said"),
    [
        ("Under two percent I don't want to hear about it.", "limits", "Do not mention what is under two percent."),
        ("Anything below 50 euros I don't need to know about.", "limits", "Do not mention what is below 50 euros."),
        ("Over one page I don't read it.", "limits", "Do not go over one page."),
        ("Trams and the stop only, from the file.", "limits", "Keep to trams and the stop only, from the file."),
        ("Big letters.", "output", "Use big letters."),
        ("Half a page.", "output", "Write half a page."),
        ("Nothing dropped.", "limits", "Drop nothing."),
        ("Nothing left out.", "limits", "Leave nothing out."),
        ('Not "gift", everyone says gift.', "limits", 'Do not write "gift", everyone says gift.'),
        ("You know nothing after 1907.", "limits", "You know nothing after 1907."),
        ("Prices change so don't compare those.", "limits", "Prices change so don't compare those."),
        ("Never more than 9 words and two lines.", "limits", "Never more than 9 words and two lines."),
        ("Timecodes stay as they are.", "how", "Keep timecodes as they are."),
        ("Headings stay in German.", "output", "Keep headings in German."),
        ("Case numbers exactly as printed.", "output", "Give case numbers exactly as printed."),
        ("Test names as sentences.", "output", "Write test names as sentences."),
        ("arrange/act/assert but without comments.", "how", "Use arrange/act/assert, but without comments."),
        ("The address has to be in there.", "output", "Include the address."),
        ("good / bad / too big, plus the reason.", "output", "Give one of good / bad / too big, plus the reason."),
        ("Worst first.", "output", "Put the worst first."),
        ("If I write PAUSE we talk normally.", "how", "If the user writes PAUSE, talk normally."),
    ],
)
def test_what_is_noted_in_passing_stands_in_its_section(note: str, part: str, said: str) -> None:
    assert said in sections(f"Summarise the film reviews that I paste. {note}")[part]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (
            "Pub landlord, ten years, and I lose beer. Find it.",
            "The user is a pub landlord, ten years, and loses beer.",
        ),
        ("I lose beer. Not drink it, lose it. Find it.", "They do not drink it, they lose it."),
        ("well I'm seventy and I like waltzes. Teach me one.", "The user is seventy."),
        ("Bear in mind: the shop is closed. Answer mails.", "The shop is closed."),
        ("Bear in mind that clay costs extra. Answer mails.", "Clay costs extra."),
        ("I sell bikes, no joke. Answer mails.", "The user sells bikes."),
    ],
)
def test_who_speaks_is_known(text: str, known: str) -> None:
    assert known in sections(f"{text} Use short words. Never shout. Write in German.")["known"]


def test_what_people_may_do_is_no_task() -> None:
    text = "You're allowed to write to them, and it's been on me for months. Write a letter for me."
    assert sections(text)["task"][0].startswith("Write a letter")


def test_who_play_together_are_the_assistant_and_the_user() -> None:
    assert "You and the user write letters." in told("you're a cook in 1850 and we write letters you and me")


@pytest.mark.parametrize("text", ["Once three answers in a row were right, move on.", "Say what is right, and why."])
def test_what_is_no_filler_stays(text: str) -> None:
    assert any("right" in one for one in told(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("See my notes and turn them into a report.", "See the user's notes and turn them into a report."),
        ("Plan a day. The dog stays in bed.", "The dog stays in bed."),
        ("Thing is, we sell tea. Answer mails.", "The people you work for sell tea."),
    ],
)
def test_what_only_looks_so_stays_as_it_is(text: str, said: str) -> None:
    assert said in told(text)
    assert "Thing is." not in told(text)
