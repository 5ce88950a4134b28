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
    found = headings(composed.text)
    assert len(found) == len(set(found))
    assert "Limits for this task" in found
    assert "follow what is below.\n\nPlan tours of the garden." in composed.text


def test_a_task_has_its_heading_where_the_template_names_none() -> None:
    composed = compose("Plan tours of the garden. Never leave the path. Be brief.", None, "You are a guide.")
    assert "follow what is below.\n\n## Task\nPlan tours" in composed.text


def test_precedence_is_told_only_where_something_of_the_person_follows() -> None:
    assert "follow what is below" not in compose("Never name the owner", None, TEMPLATE).text
