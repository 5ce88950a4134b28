"""`sysloom compose`: a system prompt from one sentence, at once and without any server."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from services.conversations.composer.composing import MODEL, compose
from services.conversations.composer.model import JSON, Sentence
from shared.aggregates import Refusal

app = typer.Typer(add_completion=False)


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
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print text, provenance and model_used as JSON.")] = False,
) -> None:
    """Compose a system prompt: deterministic, without a model and without the network."""
    try:
        asked = text if text is not None else _from_stdin()
        composed = compose(asked, _context(context or []), _file(template) if template else None)
    except Unreadable as failure:
        _refuse(str(failure))
    except Refusal as refusal:
        _refuse(refusal.detail)
    answer = composed.text
    if as_json:
        provenance = [_said(sentence) for sentence in composed.provenance]
        answer = json.dumps(
            {"text": composed.text, "provenance": provenance, "model_used": MODEL}, ensure_ascii=False, indent=2
        )
    typer.echo(answer.encode())  # UTF-8, whatever the locale


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


def _said(sentence: Sentence) -> dict[str, JSON]:
    origin = {name: value for name, value in asdict(sentence.origin).items() if value is not None}
    return {"section": sentence.part, "text": sentence.text, **origin}


def _refuse(why: str) -> NoReturn:
    line = " ".join(f"sysloom compose: {why}".split())
    typer.echo(line.encode(errors="replace"), err=True)
    raise typer.Exit(2)
