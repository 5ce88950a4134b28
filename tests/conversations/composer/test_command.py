"""`sysloom compose` as typed: a prompt on standard output, or one line that says what is wrong."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from services.conversations.composer.composing import compose
from services.conversations.composer.model import JSON

INPUT = "a patient chess coach for blind players"
SERVERS = {"psycopg", "aiokafka", "fastapi", "sqlalchemy", "faststream", "httpx2"}


def sysloom_compose(*arguments: str | bytes, given: bytes = b"", **environment: str) -> tuple[int, str, str]:
    """Return the exit code, standard output and standard error of the command."""
    command = [sys.executable, "-m", "services", "compose", *arguments]
    environment = {"PATH": "", "COLUMNS": "80", **environment}
    done = subprocess.run(command, input=given, capture_output=True, check=False, env=environment, timeout=60)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_an_argument_is_composed() -> None:
    assert sysloom_compose(INPUT) == (0, compose(INPUT).text + "\n", "")


def test_without_an_argument_standard_input_is_composed() -> None:
    assert sysloom_compose(given=f"{INPUT}\n".encode()) == (0, compose(INPUT).text + "\n", "")


def test_a_prompt_is_printed_whatever_the_locale() -> None:
    assert sysloom_compose("🎲 é", PYTHONIOENCODING="ascii") == (0, compose("🎲 é").text + "\n", "")


def test_context_comes_from_files_and_keys_and_the_later_one_wins(tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    file.write_text('{"tone": "dry", "audience": "kids", "board": {"size": 8}}', encoding="utf-8")
    options = ["--context", str(file), "--context", "tone=warm", "--context", 'constraints=["No slang", "No ads"]']
    constraints = ["No slang", "No ads"]
    context: dict[str, JSON] = {"tone": "warm", "audience": "kids", "board": {"size": 8}, "constraints": constraints}
    assert sysloom_compose(INPUT, *options) == (0, compose(INPUT, context).text + "\n", "")


def test_a_value_that_is_as_long_as_no_file_name_is_a_value() -> None:
    value = "long " * 200
    assert sysloom_compose(INPUT, "--context", f"note={value}")[1] == compose(INPUT, {"note": value}).text + "\n"


def test_a_template_comes_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "template.txt"
    file.write_text("Be warm-hearted.\n", encoding="utf-8")
    answer = sysloom_compose(INPUT, "--template", str(file))
    assert answer == (0, compose(INPUT, None, "Be warm-hearted.").text + "\n", "")


def test_json_tells_where_each_sentence_came_from() -> None:
    code, output, _ = sysloom_compose(
        "a tutor", "--context", "tone=warm", "--feedback", "add name your sources", "--json"
    )
    composed = compose("a tutor", {"tone": "warm"}, None, ["add name your sources"])
    told = json.loads(output)
    assert code == 0
    assert (told["text"], told["model_used"], told["archetype"]) == (composed.text, "sysloom-composer/3", "tutoring")
    origins = [
        {name: value for name, value in one.items() if name not in ("start", "end")} for one in told["provenance"]
    ]
    assert origins[:4] == [
        {"section": "role", "source": "input", "from_start": 0, "from_end": 7},
        {"section": "audience", "source": "context", "key": "tone"},
        {"section": "how", "source": "feedback", "number": 1, "from_start": 0, "from_end": 21},
        {"section": "how", "source": "archetype", "key": "tutoring", "number": 1},
    ]
    texts = [told["text"][one["start"] : one["end"]] for one in told["provenance"]]
    assert texts[:3] == ["You are a tutor.", "Keep your tone warm.", "Name your sources."]
    assert (told["conflicts"], told["not_understood"]) == ([], [])
    assert told["questions"] == list(composed.questions)


def test_feedback_is_heeded_in_its_order() -> None:
    answer = sysloom_compose(INPUT, "--feedback", "shorter", "--feedback", "never use jargon", "--feedback", "undo")
    assert answer == (0, compose(INPUT, None, None, ["shorter"]).text + "\n", "")


def test_explained_each_sentence_stands_beside_its_origin() -> None:
    options = ["--context", "language=fr", "--feedback", "the chair is old", "--explain"]
    code, output, _ = sysloom_compose("a maths tutor for kids. Write in German", *options)
    assert code == 0
    lines = output.split("\n")
    assert any(
        "You are a maths tutor for kids." in line and "input 0-23: a maths tutor for kids." in line for line in lines
    )
    assert any("rule 1 of tutoring" in line for line in lines)
    assert "gave way: Answer in French. (context) to: Write in German." in lines
    assert "not understood, so kept as it was said: the chair is old" in lines
    assert any(line.startswith("open: ") for line in lines)
    assert max(map(len, lines)) <= 120


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ([""], "Say what the assistant should do"),
        ([" \n"], "Say what the assistant should do"),
        ([INPUT, "--context", "missing.json"], "cannot read missing.json"),
        ([INPUT, "--context", "=value"], "there is no key in =value"),
        ([INPUT, "--context", "a=[1"], "the value of a is not JSON"),
        ([INPUT, "--context", "a=" + "[" * 100_000], "the value of a is not JSON"),
        ([INPUT, "--context", "a=" + "[" * 100 + "1" + "]" * 100], "The context nests more than 32 deep"),
        ([INPUT, "--template", "missing.txt"], "cannot read missing.txt"),
        ([INPUT, "--template", "/"], "cannot read /"),
    ],
)
def test_bad_arguments_are_refused_in_one_line(arguments: list[str], why: str) -> None:
    code, output, error = sysloom_compose(*arguments)
    assert (code, output, error.count("\n")) == (2, "", 1)
    assert error.startswith(f"sysloom compose: {why}")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\xff{}", "is not UTF-8"),
        (b"[1]", "does not hold a JSON object"),
        (b"{1}", "is not JSON"),
        (b"", "is not JSON"),
    ],
)
def test_a_bad_context_file_is_refused_in_one_line(tmp_path: Path, content: bytes, why: str) -> None:
    file = tmp_path / "known.json"
    file.write_bytes(content)
    code, output, error = sysloom_compose(INPUT, "--context", str(file))
    assert (code, output, error.count("\n")) == (2, "", 1)
    assert why in error


def test_standard_input_that_is_no_text_is_refused_in_one_line() -> None:
    assert sysloom_compose(given=b"\xff") == (2, "", "sysloom compose: standard input is not UTF-8\n")


def test_an_argument_that_is_no_utf8_is_composed_all_the_same() -> None:
    assert sysloom_compose(b"a \xff coach")[0] == 0


def test_the_command_loads_nothing_of_the_servers() -> None:
    code = f"import sys, services.__main__, services.compose; print(*{SERVERS!r} & sys.modules.keys())"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert loaded.stdout.split() == []
