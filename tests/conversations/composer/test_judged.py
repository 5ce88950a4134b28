"""Sixty inputs written before the rules, judged on ten points each: a change shows as a prompt to be judged anew."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from services.conversations.composer.composing import compose
from services.conversations.composer.layout import word_set

_DIRECTORY = Path(__file__).parents[1] / "judged"
JUDGED: dict[str, dict[str, Any]] = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(_DIRECTORY.glob("*.yaml"))
}
POINTS = word_set(
    "complete nothing_invented no_repeat person_and_mood headings limits format one_voice length archetype"
)
REACHED = 0.9
"""The share of all points that a judgement is to give; the last one gave 0.914."""


@pytest.mark.parametrize("name", JUDGED)
def test_the_prompt_is_the_one_that_was_judged(name: str) -> None:
    judged = JUDGED[name]
    feedback = tuple(judged.get("feedback") or ())
    composed = compose(judged["input"], judged.get("context"), judged.get("template"), feedback)
    assert composed.text == judged["prompt"]


@pytest.mark.parametrize("name", JUDGED)
def test_each_point_was_judged(name: str) -> None:
    points = JUDGED[name]["points"]
    assert points.keys() == POINTS
    assert set(points.values()) <= {0, 0.5, 1}


def test_the_points_are_no_fewer_than_were_reached() -> None:
    assert len(JUDGED) == 60
    assert sum(sum(judged["points"].values()) for judged in JUDGED.values()) >= REACHED * 600
