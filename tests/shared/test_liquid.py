"""Liquid templates render as Liquid says, name what is wrong with them, and cannot hold up the event loop."""

import gc
from collections.abc import Iterator
from contextlib import suppress
from time import thread_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from liquid import Environment
from liquid.exceptions import LiquidError

from shared.aggregates import Invalid
from shared.liquid import (
    RenderingFailed,
    TemplateSyntax,
    TemplateTooCostly,
    VariablesMissing,
    check,
    render,
    variables_of,
)
from shared.liquid_tokens import tokenize

PROMPT = """You are {{ role }}, speaking to {{ audience | default: "everybody" }}.
{% if tone -%} Use a {{ tone }} tone. {%- endif %}
{% for rule in rules -%}
- {{ rule.text | capitalize }}
{% endfor %}"""
LONG = "x" * 200_000


def test_a_template_is_rendered_with_its_variables() -> None:
    text = render(PROMPT, {"role": "a coach", "rules": [{"text": "be kind"}, {"text": "be brief"}]})
    assert text == "You are a coach, speaking to everybody.\n\n- Be kind\n- Be brief\n"


def test_plain_text_is_its_own_rendering() -> None:
    assert render("{ 100 % } no markup", {"unused": 1}) == "{ 100 % } no markup"
    assert variables_of("no markup") == []


def test_the_variables_of_a_template_are_those_it_reads() -> None:
    assert variables_of(PROMPT) == ["audience", "role", "rules", "tone"]
    assert variables_of("{% assign a = b %}{% for c in (1..d) %}{{ c }}{{ a }}{{ forloop.index }}{% endfor %}") == [
        "b",
        "d",
    ]


@pytest.mark.parametrize(
    ("content", "missing"),
    [
        ("{{ role }} {{ user.name }} {{ role }}", "role, user.name"),
        ("{% for item in items %}{{ item }}{% endfor %}", "items"),
        ("{{ price | plus: 1 }}", "price"),
        ("{{ 'a' | append: suffix }}", "suffix"),
        ("{{ now }} {{ today | date: '%Y' }}", "now, today"),
        ("{{ partial }}", "partial"),
        ("{{ items.size }}", "items.size"),
        ("{% assign a = b %}{{ a | upcase }}", "b"),
    ],
)
def test_variables_without_a_value_are_all_named(content: str, missing: str) -> None:
    with pytest.raises(VariablesMissing) as refused:
        render(content, {"user": {}})
    assert refused.value.detail == f"These variables need a value: {missing}."
    assert refused.value.status == 422


@pytest.mark.parametrize(
    "content",
    [
        "{% if tone %}{{ tone }}{% endif %}",
        "{% unless tone %}{% endunless %}",
        "{{ tone | default: '' }}",
        "{% if tone == 'formal' or user.tone != nil %}{{ tone }}{% endif %}",
        "{% if tone contains 'x' or tone > 1 %}{{ tone }}{% endif %}",
        "{% case tone %}{% when 'x' %}{{ tone }}{% endcase %}",
    ],
)
def test_a_variable_may_be_tested_and_given_a_default(content: str) -> None:
    assert render(content, {"user": {}}) == ""


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("a\nb {{ c", 2),
        ("{% if a %}\nb\n", 3),
        ("\n{% wrong %}", 2),
        ("\n\n{{ a | nothing }}", 3),
        ("\n{{ }}", 2),
        ("\n{% %}", 2),
        ("{{ a }}\n{% raw %}", 2),
        ("\n{% comment %}{% comment %}{% endcomment %}", 2),
        ("\n{% for a in (1..3 %}{% endfor %}", 2),
        ("{% if a %}\n{% endfor %}{% endif %}", 2),
        ("\n{% include 'other' %}", 2),
        ("\n{% render 'other' %}", 2),
        ("\n{{ a b }}", 2),
        ("\n{{ 'a }}", 2),
    ],
)
def test_what_is_no_template_is_refused_with_its_line(content: str, line: int) -> None:
    for use in (check, variables_of, lambda text: render(text, {})):
        with pytest.raises(TemplateSyntax, match=f"^Line {line}: "):
            use(content)


@pytest.mark.parametrize(
    ("content", "variables"),
    [
        ("{{ '1e999' | round }}", {}),
        ("{{ 'a' | times: 2 | divided_by: 0 }}", {}),
        ("{{ '/w==' | base64_decode }}", {}),
        ("{{ '%00' | url_decode }}", {}),
        ("{% for a in (1..9) limit: -5 %}{% endfor %}", {}),
        ("{% if a < b %}{% endif %}", {"a": [], "b": 1}),
        ("{{ a | sort }}", {"a": [1, "b", {}]}),
        ("{{ a | append }}", {"a": "b"}),
        ("{{ a | join: environment: 1 }}", {"a": ["b"]}),
        ("{% break %}", {}),
        ("{{ 1 | date: '\ud800' }}", {}),
    ],
)
def test_what_cannot_be_done_with_the_values_is_refused(content: str, variables: dict[str, Any]) -> None:
    with pytest.raises(RenderingFailed):
        render(content, variables)


def test_filters_of_our_own() -> None:
    assert render("{{ a | join: '-' }} {{ a | uniq | join }}", {"a": [1, 2, 1]}) == "1-2-1 1 2"
    assert render("{{ a | uniq: 'k' | map: 'v' | join }}", {"a": [{"k": 1, "v": 1}, {"k": 1, "v": 2}]}) == "1"
    assert render("{{ 'aXbX' | replace: 'X', '--' }}{{ 'ab' | replace: 'b' }}", {}) == "a--b--a"
    assert render("{{ 0 | date: '%Y' }} {{ '2026-03-01T23:30:00-02:00' | date }}", {}) == "1970 2026-03-02"
    assert render("{{ 'soon' | date: '%Y' }} {{ 'now' | date: '%Y' | size }}", {}) == "soon 4"


def _loop(body: str) -> str:
    return f"{{% for i in (1..5000) %}}{body}{{% endfor %}}"


HOSTILE: dict[str, tuple[str, dict[str, Any]]] = {
    "nested loops": ("{% for a in (1..999) %}" * 20 + "x" + "{% endfor %}" * 20, {}),
    "loops one after another": ("{% for a in (1..4000) %}{% endfor %}" * 400, {}),
    "a huge range": ("{% for a in (1..99999999999) reversed %}x{% endfor %}", {}),
    "a huge range by variables": ("{% for a in (b..c) %}x{% endfor %}", {"b": -(10**15), "c": "9" * 18}),
    "a search in a huge range": ("{% if (1..99999999999) contains 'x' %}{% endif %}", {}),
    "a huge range to compare": ("{% case 1 %}{% when (1..99999999999) %}{% endcase %}", {}),
    "a huge range as argument": ("{{ 'a' | append: (1..99999999999) | default: 1, b: (1..99999999999) }}", {}),
    "a huge range assigned": ("{% assign r = (1..99999999999) %}{{ r | join }}", {}),
    "a huge range in turn": ("{% cycle (1..99999999999), 'a' %}", {}),
    "a huge range in elsif": ("{% if a %}{% elsif (1..99999999999) contains 'x' %}{% endif %}", {}),
    "doubling": ("{% assign a = 'x' %}" + _loop("{% assign a = a | append: a %}"), {}),
    "doubling a list": (_loop("{% assign a = a | concat: a %}"), {"a": [1]}),
    "squaring": ("{% assign a = 9 %}" + _loop("{% assign a = a | times: a %}"), {}),
    "a product of texts": ("{{ a | replace: 'x', a }}", {"a": LONG}),
    "a product of gaps": ("{{ a | replace: '', a }}", {"a": LONG}),
    "a product with a list": ("{{ a | join: b }}", {"a": list(range(4000)), "b": LONG}),
    "many characters": ("{{ a | split: '' }}", {"a": LONG}),
    "much output": (_loop("{{ a }}"), {"a": LONG}),
    "much captured": ("{% capture b %}{{ a }}{{ a }}{% endcapture %}", {"a": LONG}),
    "much kept": ("".join(f"{{% assign a{i} = a | append: '.' %}}" for i in range(500)), {"a": LONG}),
    "many values": ("{{ a }}", {"a": list(range(100_000))}),
    "conditions without variables": (_loop("{% if 1 == 2 %}{% endif %}" * 450), {}),
    "long conditions": (_loop("{% if " + " and ".join(["1 == 1"] * 90) + " %}{% endif %}"), {}),
    "long searches": (_loop("{% if " + " or ".join(["a contains 0"] * 60) + " %}{% endif %}"), {"a": [1] * 4990}),
    "long filters": (_loop(("{{ 1" + " | abs" * 150 + " }}") * 30), {}),
    "removing repetitions": (_loop("{{ a | uniq }}"), {"a": list(range(4990))}),
    "sorting": (_loop("{{ a | sort_natural | size }}"), {"a": [str(i) for i in range(4990)]}),
    "stripping": (_loop("{{ a | strip | squish }}"), {"a": " " * 200_000}),
    "deep blocks": ("{% if 1 %}" * 400 + "{% endif %}" * 400, {}),
    "unclosed raws": ("{% raw %}" * 7000, {}),
    "unclosed comments": ("{% comment %}" * 4900, {}),
    "unclosed outputs": ("{{" * 32_000, {}),
    "unclosed tags": ("{%" * 32_000, {}),
    "unclosed outputs in a comment": ("{% comment %}" + "{{ {%" * 13_000, {}),
    "endless whitespace": ("{{" + " " * 65_000, {}),
    "whitespace": (("{{" + " " * 990 + "}}") * 64, {}),
    "parentheses": (("{{" + "(" * 990 + "}}") * 64, {}),
    "brackets": (("{{ a" + "['" * 490 + "}}") * 64, {}),
    "deep paths": ("{{ " + "a[" * 480 + "}}", {}),
    "much markup": (("{{ a" + "|abs" * 240 + "}}") * 64, {}),
}


@pytest.fixture(scope="module")
def settled() -> Iterator[None]:
    """Let the collector look at what templates leave behind only, as when serving: not at all of the test run."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize(("content", "variables"), HOSTILE.values(), ids=HOSTILE)
def test_no_template_takes_long(content: str, variables: dict[str, Any]) -> None:
    started = thread_time()
    with pytest.raises((TemplateTooCostly, TemplateSyntax)):
        render(content[: 64 * 1024], variables)
    assert thread_time() - started < 0.25  # 0.05 s each for parsing and rendering, on a machine that is not slow


def test_what_a_large_prompt_needs_is_within_the_limits() -> None:
    shots = [{"question": f"What is {i}?", "answer": "It is a number. " * 10} for i in range(500)]
    content = "Be exact.\n" * 2000 + "{% for shot in shots %}Q: {{ shot.question }}\nA: {{ shot.answer }}\n{% endfor %}"
    assert render(content, {"shots": shots}).count("Q: ") == 500


_PIECES = ["{{ a }}", "{{- a -}}", "{{a -}}", "{% if a %}", "{%- endif -%}", "{%endif%}", "{% raw %}", "{%- endraw %}"]
_PIECES += ["{% comment %}", "{%- endcomment -%}", "{% assign b = a -%}", "{{ b", "}}", "%}", " ", "\n", "x", "{", "-"]


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))
def test_templates_are_cut_as_the_library_cuts_them(content: str) -> None:
    try:
        expected: str | None = Environment().from_string(content).render(a="A", b="B")
    except LiquidError:
        expected = None
    with suppress(Invalid):  # ours is the stricter one: what is not closed is refused wherever it stands
        assert render(content, {"a": "A", "b": "B"}) == expected


@given(st.text(alphabet="{}%-ab|'\"[]().: \n", max_size=60), st.dictionaries(st.sampled_from("ab"), st.integers()))
def test_whatever_is_written_is_rendered_or_refused(content: str, variables: dict[str, Any]) -> None:
    with suppress(Invalid):
        render(content, variables)


def test_tokens_know_their_place() -> None:
    source = "a{{  b }}{%- if  c -%}"
    assert [(t.kind, t.value, source[t.start_index]) for t in tokenize(source)] == [
        ("content", "a", "a"),
        ("output", "{{", "{"),
        ("expression", "b", "b"),
        ("tag", "if", "i"),
        ("expression", "c", "c"),
    ]
