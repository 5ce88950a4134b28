"""What the benchmarks compute and report."""

from dataclasses import replace
from math import nan
from pathlib import Path

import pytest

from benchmarks.figures import TIMES, Figure, Goal, Rate, number, percentile, ratio
from benchmarks.load import Request, difference
from benchmarks.report import BY_HAND, document, written_by_hand

RATE = Rate("write", "Sysloom", 2000, 15, 40, 300, 100, 25)


@pytest.mark.parametrize(("share", "expected"), [(0.5, 2), (0.99, 4), (0.75, 3), (0.0, 1), (1.0, 4)], ids=str)
def test_a_percentile_is_the_value_that_a_share_does_not_exceed(share: float, expected: float) -> None:
    assert percentile([3, 1, 4, 2], share) == expected


def test_nothing_has_no_percentile() -> None:
    with pytest.raises(ValueError, match="no values"):
        percentile([], 0.5)


def test_a_ratio_compares_what_was_measured_in_the_same_round() -> None:
    slow, fast, ordinary = {"a": 30.0, "b": 10.0}, {"a": 300.0, "b": 100.0}, {"a": 50.0, "b": 10.0}
    assert ratio([slow, fast, ordinary], "a", "b") == 3


def test_rates_of_rounds_are_their_medians() -> None:
    rounds = [RATE, replace(RATE, per_s=1000, p99_ms=90), replace(RATE, per_s=2500)]
    assert Rate.of(rounds) == RATE


@pytest.mark.parametrize(
    ("goal", "value", "verdict"),
    [
        (Goal(3), 3.0, "reached"),
        (Goal(3), 2.99, "missed"),
        (Goal(1.2, at_most=True), 1.2, "reached"),
        (Goal(1.2, at_most=True), 1.21, "missed"),
        (None, 0.0, ""),
    ],
)
def test_a_figure_reaches_its_goal_or_misses_it(goal: Goal | None, value: float, verdict: str) -> None:
    assert Figure("write", "x", value, TIMES, goal).verdict == verdict


@pytest.mark.parametrize(("value", "text"), [(12345.6, "12,346"), (45.67, "45.7"), (0.456, "0.46"), (nan, "-")])
def test_figures_have_as_many_digits_as_mean_anything(value: float, text: str) -> None:
    assert number(value) == text


def test_the_report_says_which_goals_are_missed_and_keeps_what_was_written_by_hand() -> None:
    figures = [
        Figure("write", "against (b)", 2.5, TIMES, Goal(3)),
        Figure("write", "against (a)", 0.4, TIMES, Goal(0.35)),
    ]
    text = document([RATE], figures, ["one machine"], "\nIn PostgreSQL.")
    assert "**1 of 2 goals missed.**" in text
    assert f"| write | against (b) | 2.50 {TIMES} | ≥ 3.00 | missed |" in text
    assert "| write | Sysloom | 2,000 | 15.0 | 40.0 | 300 | 100 | 25.0 |" in text
    assert text.endswith(f"{BY_HAND}\n\nIn PostgreSQL.\n")


def test_what_was_written_by_hand_survives_the_next_run(tmp_path: Path) -> None:
    results = tmp_path / "RESULTS.md"
    assert written_by_hand(results) == ""
    results.write_text(document([RATE], [], [], "\nFirst line.\n\nSecond one."), encoding="utf-8")
    again = document([RATE], [], [], written_by_hand(results))
    assert again == results.read_text(encoding="utf-8")


def test_a_request_is_rendered_whole() -> None:
    request = Request.of("POST", "/v1/templates", "t.o.k", {"name": "ä"}, 201, name="ä")
    head, _, body = request.data.partition(b"\r\n\r\n")
    assert head.startswith(b"POST /v1/templates HTTP/1.1\r\nhost: ")
    assert b"\r\nauthorization: Bearer t.o.k\r\n" in head
    assert head.endswith(b"content-length: %d" % len(body))
    assert body == '{"name":"ä"}'.encode()


def test_an_answer_without_what_was_expected_is_told_apart() -> None:
    assert difference(b'{"name":"x","id":1}', {"name": "x"}) is None
    assert difference(b'{"name":"y"}', {"name": "x"}) == "name was expected to be 'x' in {'name': 'y'}"
    assert difference(b'{"id":1}', {"name": None}) is not None
