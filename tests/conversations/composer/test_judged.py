"""Sixty inputs written before the rules, judged on ten points each: a change shows as a prompt to be judged anew.

Nobody who made rules has read them, but the kinds of faults in them were told, three times; so they no longer say how
well an input does that is new. That is what thirty others say, judged when the composer had first seen them.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from services.conversations.composer.composing import compose
from services.conversations.composer.layout import word_set

_DIRECTORY = Path(__file__).parents[1]


def _read(name: str) -> dict[str, dict[str, Any]]:
    paths = sorted((_DIRECTORY / name).glob("*.yaml"))
    return {f"{name}/{path.stem}": yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths}


JUDGED = _read("judged")
AT_FIRST_SIGHT = _read("at_first_sight")
"""With the prompts that were judged: what the composer makes of them since has been learnt from them."""
POINTS = word_set(
    "complete nothing_invented no_repeat person_and_mood headings limits format one_voice length archetype"
)
REACHED = 0.9
"""The share of all points that a judgement is to give; the last one gave 0.914."""
REACHED_AT_FIRST_SIGHT = 0.7


@pytest.mark.parametrize("name", JUDGED)
def test_the_prompt_is_the_one_that_was_judged(name: str) -> None:
    judged = JUDGED[name]
    feedback = tuple(judged.get("feedback") or ())
    composed = compose(judged["input"], judged.get("context"), judged.get("template"), feedback)
    assert composed.text == judged["prompt"]


@pytest.mark.parametrize("name", [*JUDGED, *AT_FIRST_SIGHT])
def test_each_point_was_judged(name: str) -> None:
    points = (JUDGED | AT_FIRST_SIGHT)[name]["points"]
    assert points.keys() == POINTS
    assert set(points.values()) <= {0, 0.5, 1}


@pytest.mark.parametrize(
    ("judged", "count", "share"), [(JUDGED, 60, REACHED), (AT_FIRST_SIGHT, 30, REACHED_AT_FIRST_SIGHT)]
)
def test_the_points_are_no_fewer_than_were_reached(judged: dict[str, Any], count: int, share: float) -> None:
    assert len(judged) == count
    assert sum(sum(one["points"].values()) for one in judged.values()) >= share * 10 * count
