"""Prompts written by hand, and what the composer makes of the same input: a change shows as a diff, to be judged."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from services.conversations.composer.composing import compose

GOLDENS = {path.stem: path for path in sorted((Path(__file__).parent / "goldens").glob("*.yaml"))}


@pytest.mark.parametrize("name", GOLDENS)
def test_a_prompt_is_as_written_by_hand(name: str) -> None:
    golden: dict[str, Any] = yaml.safe_load(GOLDENS[name].read_text(encoding="utf-8"))
    assert compose(golden["input"], golden.get("context"), golden.get("template")).text == golden["prompt"]
