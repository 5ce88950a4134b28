"""A sentence takes at most 3 ms and 2 kB at most 20, whatever is typed takes a time that grows as its length."""

import random
import time
from collections.abc import Callable

import pytest

from services.conversations.composer.composing import compose
from services.conversations.composer.model import JSON

SENTENCES = (
    "It explains every idea in plain words. ", "Never give the answer away, and keep it under 100 words. ",
    "If the player is tired, suggest a break. ", "Use a warm tone. ", "The coach should name squares in full. ",
)  # fmt: skip # many short ones to a line


@pytest.mark.parametrize(("size", "most_ms"), [(200, 3), (2048, 20)])
def test_it_is_quick(size: int, most_ms: float) -> None:
    text = ("a chess coach for blind players. " + "".join(SENTENCES) * 20)[:size]
    assert quickest_ms(lambda: compose(text)) <= most_ms


UNITS = (
    "a, and never b, ", "x" + " " * 99, '"', "“", "(", ". ", ".", "and ", "for a ", "`", "\n", "a\n", "the ", "please ",
    "ignore all all all ", "e.g. ", "keep it ", "- - ", "# ", "you are a ", "\u200d🎲", "\u202eab ", "e\u0301", "a-",
    "don't ", "\ta", "?! ", "; make it", "that is, ", "漢字。", "A. ", "answer word", "never do not ", "specialis", "'",
)  # fmt: skip # many short ones to a line


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(("size", "most_ms"), [(2048, 60), (4096, 120), (65536, 1000)])
def test_no_text_is_slow(unit: str, size: int, most_ms: float) -> None:
    text = ("a chess coach. " + unit * (size // len(unit) + 1))[:size]
    assert quickest_ms(lambda: compose(text)) <= most_ms


def test_no_random_text_of_64_kib_is_slow() -> None:
    chance = random.Random(20)
    for _ in range(10):
        text = "".join(chance.choice(UNITS) for _ in range(65536))[:65536]
        assert quickest_ms(lambda: compose(text)) <= 1000  # noqa: B023 - called at once


def test_no_context_of_32_kib_is_slow() -> None:
    context: dict[str, JSON] = {f"k{number}": {"a": [number, {"b": "c"}]} for number in range(1000)}
    assert quickest_ms(lambda: compose("a coach", context, "a b. " * 13000)) <= 1000


def quickest_ms(run: Callable[[], object]) -> float:
    """Return the least CPU time of a few: what the machine does besides is not to be measured."""
    times = []
    for _ in range(5):
        started = time.thread_time()
        run()
        times.append((time.thread_time() - started) * 1000)
    return min(times)
