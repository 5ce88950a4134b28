"""Beside a template nothing is said twice: neither what its author said, nor a heading."""

import re

import pytest

from services.conversations.composer.composing import compose
from services.conversations.composer.model import JSON

TEMPLATE = """# Role
You are the guide of Seeblick House.

# Task
Show guests the house.

# Limits
Never name the owner.

# Form
Plan for each day"""


def headings(text: str) -> list[str]:
    return re.findall(r"^#+ (.*)$", text, re.MULTILINE)


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("Never name the owner", {}),
        ("Plan tours", {"format": "plan for each day"}),
        ("Plan tours", {"house": "Seeblick House"}),
        ("Show guests the house", {}),
    ],
)
def test_what_a_template_says_is_not_said_again(text: str, context: dict[str, JSON]) -> None:
    last = str(context.get("format") or context.get("house") or text).casefold()
    below = compose(text, context, TEMPLATE).text.removeprefix(TEMPLATE).casefold()
    assert last not in below


@pytest.mark.parametrize(
    ("template", "text", "kept"),
    [
        (
            "Translate letters from German into English.",
            "Translate letters from English into German",
            "from English into German",
        ),
        ("Never be brief.", "Plan tours. Be brief.", "Be brief."),
        ("If a guest is in a hurry, be brief.", "Plan tours. Be brief.", "Be brief."),
        ("Be kind. Be brief.", "Plan tours. Be kind, brief and exact.", "Be kind, brief and exact."),
    ],
)
def test_what_differs_from_a_template_is_said(template: str, text: str, kept: str) -> None:
    assert kept in compose(text, None, template).text.removeprefix(template)


def test_a_heading_of_a_template_is_not_doubled() -> None:
    composed = compose(
        "Plan tours of the garden. Never leave the path. Be brief. Ask for the weather first.", None, TEMPLATE
    )
    found = [heading for heading in headings(composed.text) if heading != "Task"]
    assert len(found) == len(set(found))
    assert "Limits for this task" in found


@pytest.mark.parametrize("template", ["You are a guide.\n\nBe kind.", TEMPLATE, "# Role\nYou are a guide."])
def test_a_task_has_its_heading_where_the_template_does_not_end_in_one(template: str) -> None:
    composed = compose("Plan tours of the garden. Never leave the path. Be brief.", None, template)
    assert "follow what is below.\n\n## Task\nPlan tours" in composed.text


def test_a_task_goes_on_where_the_template_ends_in_one() -> None:
    template = "# Role\nYou are a guide.\n\n# Task\nShow guests the house."
    composed = compose("Plan tours of the garden. Never leave the path. Be brief.", None, template)
    assert "follow what is below.\n\nPlan tours" in composed.text


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("Never name the owner", False),  # the template says so itself
        ("Plan tours of the garden", False),  # a task narrows the template down
        ("Plan tours of the garden. Ask for the weather first.", False),
        ("Plan tours of the garden. Never leave the path.", True),
        ("Plan tours of the garden. Be brief.", True),
        ("Plan tours of the garden for children, as a table", True),
    ],
)
def test_precedence_is_told_only_where_something_may_differ(text: str, *, differs: bool) -> None:
    assert ("follow what is below" in compose(text, None, TEMPLATE).text) is differs


@pytest.mark.parametrize(
    ("template", "text", "said"),
    [
        ("You are the desk of a club.", "A chat helper for our workshop.", "Act as a chat helper for our workshop."),
        (
            "Du bist der Assistent der Bäckerei Korn.",
            "Du bist ein freundlicher Helfer für unseren Laden.",
            "Handle als freundlicher Helfer für unseren Laden.",
        ),
        ("Answer guests. You are given their mails.", "You are a guide.", "You are a guide."),
    ],
)
def test_who_has_a_role_gets_no_second_one(template: str, text: str, said: str) -> None:
    assert said in compose(text, None, template).text.removeprefix(template)


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("Decide whether a caption is dull or funny", False),
        ("Decide whether a caption is funny or not", False),
        ("Decide whether a caption is funny or rude", True),
    ],
)
def test_what_a_template_decides_already_is_no_task(text: str, *, is_said: bool) -> None:
    template = "You are an editor.\n\nSay whether a caption is FUNNY or DULL."
    assert ("## Task" in compose(text, None, template).text) is is_said
