"""Headings stand where they help: a few short sentences are paragraphs, a list and many sentences have sections."""

import pytest

from services.conversations.composer.composing import compose


@pytest.mark.parametrize(
    ("text", "headed"),
    [
        ("answer guest complaints", False),
        ("Beschwerde oder Lob", False),
        ("Watch our boat. Never leave it. We sail in May.", False),
        ("Watch our boat. Never leave it. Never paint it.", True),
        ("Watch our boat.\n\nExample: rope -> tied", True),
        ("Answer guest complaints about our harbour. Never name the owner. Be brief and kind to all of them.", True),
    ],
)
def test_a_prompt_has_headings_where_paragraphs_would_not_show_its_parts(text: str, *, headed: bool) -> None:
    assert ("## " in compose(text).text) is headed


def test_one_fact_without_a_heading_is_no_list() -> None:
    assert "- " not in compose("Watch our boat. I sail in May.").text
