"""Prompts written by hand, and what the composer makes of the same input: a change shows as a diff, to be judged."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from services.conversations.composer.archetype_rules.rule import Archetype
from services.conversations.composer.composing import compose

_DIRECTORY = Path(__file__).parents[1] / "goldens"
GOLDENS = {str(path.relative_to(_DIRECTORY).with_suffix("")): path for path in sorted(_DIRECTORY.rglob("*.yaml"))}


@pytest.mark.parametrize("name", GOLDENS)
def test_a_prompt_is_as_written_by_hand(name: str) -> None:
    golden: dict[str, Any] = yaml.safe_load(GOLDENS[name].read_text(encoding="utf-8"))
    composed = compose(
        golden["input"], golden.get("context"), golden.get("template"), tuple(golden.get("feedback", ()))
    )
    assert composed.text == golden["prompt"]


@pytest.mark.parametrize("archetype", Archetype)
def test_each_archetype_has_ten(archetype: Archetype) -> None:
    assert sum(name.startswith(f"{archetype}/") for name in GOLDENS) >= 10
