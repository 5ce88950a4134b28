"""What is computed and not stored: a system prompt by the built-in composer, and a text's first check as Liquid."""

from collections.abc import Callable
from statistics import median
from time import perf_counter

from benchmarks.figures import Figure, percentile
from benchmarks.templates import new_template
from services.conversations.composer.composing import compose
from shared import liquid

TIMES = 300
_SENTENCES = (
    "a patient chess coach for blind players",
    "I need an assistant that reviews Python code for my team, politely, and never rewrites whole files.",
    "Help customers of a small bakery to order cakes. Answer in German, keep it short, and ask for the date first.",
)
_CONTEXT = {"audience": "beginners", "tone": "warm", "examples": ["What does a rook do?", "How do I castle?"]}


def measure() -> list[Figure]:
    """Measure both, each time with a text that was not seen before."""
    texts = [f"{_SENTENCES[number % len(_SENTENCES)]} It is number {number}." for number in range(TIMES)]
    framed = new_template(0)["content"]
    composed = _timed(lambda text: compose(text, _CONTEXT, framed), texts)
    checked = _timed(liquid.check, [f"{framed}{number}" for number in range(TIMES)])
    return [
        Figure("composer", "a system prompt from a sentence, context and template, p50", median(composed), "ms"),
        Figure("composer", "the same, p99", percentile(composed, 0.99), "ms"),
        Figure("liquid", "a new text of 1.2 kB checked, p50", median(checked), "ms"),
    ]


def _timed(act: Callable[[str], object], texts: list[str]) -> list[float]:
    """Return how many milliseconds it takes for each text."""
    taken = []
    for text in texts:
        began = perf_counter()
        act(text)
        taken.append((perf_counter() - began) * 1000)
    return taken
