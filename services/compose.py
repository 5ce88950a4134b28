"""`sysloom compose`: a system prompt from one sentence, at once and without any server."""

import json
import sys
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from services.conversations.composer.composing import MODEL, compose
from services.conversations.composer.explaining import explanation, side_by_side
from services.conversations.composer.model import JSON, Composition
from shared.aggregates import Refusal

app = typer.Typer(add_completion=False)
_WIDTH = 120


class Unreadable(Exception):
    """An argument cannot be read; the message says which, and why."""


@app.command(name="compose")
def compose_prompt(
    text: Annotated[
        str | None, typer.Argument(metavar="[INPUT]", help="What the assistant should do; else from stdin.")
    ] = None,
    context: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FILE.json|KEY=VALUE",
            help="What is known: a JSON object in a file, or one key; repeatable, later ones win. "
            "A VALUE that starts with [ or { is JSON.",
        ),
    ] = None,
    template: Annotated[Path | None, typer.Option(metavar="FILE", help="The text of a rendered template.")] = None,
    feedback: Annotated[
        list[str] | None,
        typer.Option(metavar="TEXT", help="What should change: shorter, add …, never …, in German, undo; repeatable."),
    ] = None,
    *,
    explain: Annotated[bool, typer.Option("--explain", help="Show beside each sentence where it came from.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print text, explanation and model_used as JSON.")] = False,
) -> None:
    """Compose a system prompt: deterministic, without a model and without the network."""
    try:
        asked = text if text is not None else _from_stdin()
        composed = compose(asked, _context(context or []), _file(template) if template else None, feedback or ())
    except Unreadable as failure:
        _refuse(str(failure))
    except Refusal as refusal:
        _refuse(refusal.detail)
    if as_json:
        told = {"text": composed.text, "model_used": MODEL, **explanation(composed)}
        answer = json.dumps(told, ensure_ascii=False, indent=2)
    elif explain:
        answer = _explained(composed, asked)
    else:
        answer = composed.text
    typer.echo(answer.encode())  # UTF-8, whatever the locale


def _explained(composed: Composition, asked: str) -> str:
    """Return the prompt and its origins side by side, and below what gave way and what is open."""
    table = Table("prompt", "where it came from", box=SIMPLE_HEAD, show_lines=True)
    for text, origin in side_by_side(composed, asked):
        table.add_row(Text(text), Text(origin))
    console = Console(width=_WIDTH, file=StringIO(), color_system=None, legacy_windows=False)
    with console.capture() as captured:
        console.print(table)
    lines = ["\n".join(line.rstrip() for line in captured.get().strip("\n").split("\n"))]
    lines += [
        f"gave way: {one.given_way.text} ({one.given_way.origin.source}) to: {one.kept.text}"
        for one in composed.conflicts
    ]
    lines += [f"not understood, so kept as it was said: {text}" for text in composed.not_understood]
    lines += [f"open: {question}" for question in composed.questions]
    return "\n".join(lines)


def _from_stdin() -> str:
    if sys.stdin.isatty():
        raise Unreadable("say what the assistant should do, as an argument or on standard input")
    return _decoded(sys.stdin.buffer.read(), "standard input")


def _context(arguments: Sequence[str]) -> dict[str, JSON]:
    known: dict[str, JSON] = {}
    for argument in arguments:
        key, equals, value = argument.partition("=")
        if not equals:
            read = _parsed(_file(Path(argument)), argument)
            if not isinstance(read, dict):
                raise Unreadable(f"{argument} does not hold a JSON object")
            known |= read
        elif key.strip():
            known[key.strip()] = _parsed(value, f"the value of {key}") if value.startswith(("[", "{")) else value
        else:
            raise Unreadable(f"there is no key in {argument}")
    return known


def _parsed(text: str, name: str) -> JSON:
    try:
        parsed: JSON = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"{name} is not JSON: {error}") from None
    return parsed


def _file(path: Path) -> str:
    try:
        return _decoded(path.read_bytes(), str(path))
    except OSError as error:
        raise Unreadable(f"cannot read {path}: {error.strerror}") from None


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable(f"{name} is not UTF-8") from None


def _refuse(why: str) -> NoReturn:
    line = " ".join(f"sysloom compose: {why}".split())
    typer.echo(line.encode(errors="replace"), err=True)
    raise typer.Exit(2)
