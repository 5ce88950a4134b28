"""What is computed and not stored: a system prompt by the built-in composer, and a text's first check as Liquid."""

import tracemalloc
from collections.abc import Callable
from statistics import median
from time import perf_counter

from benchmarks.figures import Figure, Goal, percentile
from benchmarks.templates import new_template
from services.conversations.composer.composing import compose
from shared import liquid

TIMES = 300
_SENTENCES = (
    "a patient chess coach for blind players",
    "I need an assistant that reviews Python code for my team, politely, and never rewrites whole files.",
    "Ein Bot, der Kundenmails einer kleinen Bäckerei beantwortet. Er soll höflich sein und nie Rabatte versprechen.",
)
_CONTEXT = {"audience": "beginners", "tone": "warm", "examples": ["What does a rook do?", "How do I castle?"]}
_MORE = (
    "Always show a corrected snippet. If a test is missing, say which one. Never change names that are public, and "
    "keep every answer under 200 words. The readers are new in the team, so explain why, not only what. "
)


def measure() -> list[Figure]:
    """Measure both, each time with a text that was not seen before."""
    asked = [f"{_SENTENCES[at % len(_SENTENCES)]} {_MORE[:100]} No. {at}." for at in range(TIMES)]
    pages = [f"{number}. {_SENTENCES[1]} {_MORE * 10}"[:2048] for number in range(TIMES // 10)]
    framed = new_template(0)["content"]
    composed = _timed(lambda text: compose(text, _CONTEXT, framed, ["shorter"]), asked)
    long = _timed(lambda text: compose(text, _CONTEXT, framed), pages)
    checked = _timed(liquid.check, [f"{framed}{number}" for number in range(TIMES)])
    return [
        Figure("composer", "a prompt from 200 characters, context and template, p50", median(composed), "ms", _most(3)),
        Figure("composer", "the same, p99", percentile(composed, 0.99), "ms"),
        Figure("composer", "a prompt from 2 kB, context and template, p50", median(long), "ms", _most(20)),
        Figure("composer", "memory at its most meanwhile", _peak_kb(pages[0]), "kB"),
        Figure("liquid", "a new text of 1.2 kB checked, p50", median(checked), "ms"),
    ]


def _most(milliseconds: float) -> Goal:
    return Goal(milliseconds, at_most=True)


def _peak_kb(text: str) -> float:
    """Return how many 10^3 bytes are taken at most while a text is composed."""
    tracemalloc.start()
    try:
        compose(text, _CONTEXT)
        return tracemalloc.get_traced_memory()[1] / 1000
    finally:
        tracemalloc.stop()


def _timed(act: Callable[[str], object], texts: list[str]) -> list[float]:
    """Return how many milliseconds it takes for each text."""
    taken = []
    for text in texts:
        began = perf_counter()
        act(text)
        taken.append((perf_counter() - began) * 1000)
    return taken
