"""`sysloom demo`: one story through all four services, played over HTTP like any client would."""

import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Annotated, Any

import httpx2
import typer
from rich.console import Console
from rich.markup import escape
from rich.panel import Panel
from rich.table import Table

from deploy.local.commands import start_detached, stop_detached
from deploy.local.run_file import Account, Run, read_run

app = typer.Typer(add_completion=False)
console = Console(highlight=False)

SENTENCE = "a patient chess coach for blind players who never gives the answer away at once"
CONTEXT = {
    "audience": "blind players who use a screen reader",
    "tone": "warm and unhurried",
    "constraints": ["Describe every position in words, never as a diagram.", "Name squares in full, such as e4."],
}
TEMPLATE = {
    "name": "A coach for {{ subject }}",
    "description": "The frame of a coach for one subject.",
    "content": "You coach people in {{ subject }}. One idea at a time; ask before you explain.",
    "category": "coaching",
}
COMPLETE_TIMEOUT_S = 60
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Unexpected(Exception):
    """The system did not answer as the story needs it."""


@app.command()
def demo(
    sentence: Annotated[
        str | None,
        typer.Argument(help="What the assistant should do.", metavar="INPUT", envvar="SYSLOOM_INPUT"),
    ] = None,
) -> None:
    """Play the story: two people, a template, a conversation, a system prompt, and who did what."""
    running = read_run()
    if running is None:
        start_detached()
    run = read_run()
    if run is None:
        raise typer.Exit(1)
    try:
        Story(run).play(sentence or SENTENCE)
    except (Unexpected, httpx2.TransportError) as failure:
        console.print(f"[red]✗[/] {escape(str(failure))}")
        raise typer.Exit(1) from None
    finally:
        if running is None:
            stop_detached()
            console.print("[dim]Stopped; the data stay. `make up` starts it all to stay.[/]")


class Person:
    """Somebody with an account, and a client that carries his token."""

    def __init__(self, url: str, name: str, account: Account) -> None:
        self.name = name
        self.account = account
        self.id = ""
        self._http = httpx2.Client(base_url=url, timeout=30, trust_env=False)

    def call(self, method: str, path: str, expected: int, body: Any = None, **params: str | int) -> Any:
        """Return the JSON of an answer with the expected status; raise Unexpected for another."""
        answer = self._http.request(method, path, json=body, params=params)
        if answer.status_code != expected:
            raise Unexpected(f"{method} {path}: {answer.status_code} instead of {expected}: {answer.text[:500]}")
        return answer.json() if answer.content else None

    def register(self) -> None:
        self.id = self.call("POST", "/v1/users", 201, self.account.model_dump() | {"full_name": self.name})["id"]

    def log_in(self) -> None:
        session = self.call("POST", "/v1/sessions", 201, self.account.model_dump())
        self._http.headers["Authorization"] = f"Bearer {session['access_token']}"


class Story:
    """The story on a running system; everything in it is new each time."""

    def __init__(self, run: Run) -> None:
        tag = secrets.token_hex(3)
        self._ada = Person(run.url, "Ada Example", _account(f"ada.{tag}"))
        self._ben = Person(run.url, "Ben Example", _account(f"ben.{tag}"))
        self._auditor = Person(run.url, "The auditor", run.auditor)
        self._began = datetime.now(UTC)

    def play(self, sentence: str) -> None:
        ada, ben = self._ada, self._ben
        with _step(f"{ada.name} and {ben.name} register"):
            ada.register()
            ben.register()
        with _step("both log in"):
            ada.log_in()
            ben.log_in()
        with _step("Ada creates a template with a variable, and publishes it"):
            template = ada.call("POST", "/v1/templates", 201, TEMPLATE)["id"]
            ada.call("POST", f"/v1/templates/{template}/publication", 200)
        with _step("Ada starts a conversation with what is known"):
            conversation = ada.call("POST", "/v1/conversations", 201, {"title": "My assistant", "context": CONTEXT})[
                "id"
            ]
        with _step(f"Ada asks for a system prompt: “{escape(sentence)}”"):
            asked = {"user_input": sentence, "template_id": template, "variables": {"subject": "chess"}}
            prompt = ada.call("POST", f"/v1/conversations/{conversation}/prompts", 201, asked)
        with _step("Ben reads the public template"):
            ben.call("GET", f"/v1/templates/{template}", 200)
        with _step("Ben asks for Ada's conversation, and is told that there is none (404)"):
            ben.call("GET", f"/v1/conversations/{conversation}", 404)
        console.print(Panel(escape(prompt["system_prompt"]), title=f"The system prompt, by {prompt['model_used']}"))
        self._show_trail()

    def _show_trail(self) -> None:
        """Print who did what, once audit has heard everything, and that nothing is missing."""
        auditor = self._auditor
        auditor.log_in()
        auditor.id = auditor.call("GET", "/v1/users/me", 200)["id"]
        sources = self._complete()
        table = Table("time", "who", "action", "entity", "what changed", title="The audit trail of this story")
        since: dict[str, str | int] = {"from": self._began.isoformat(), "limit": 200}
        for entry in reversed(auditor.call("GET", "/v1/audit-logs", 200, **since)["items"]):
            table.add_row(*(escape(cell) for cell in self._row(entry)))
        console.print(table)
        committed = sum(source["committed"] for source in sources)
        audited = sum(source["audited"] for source in sources)
        missing = sum(len(source["missing"]) for source in sources)
        names = {source["source"] for source in sources}
        console.print(f"complete: {len(names)} sources, {committed} committed, {audited} audited, {missing} missing")

    def _complete(self) -> list[dict[str, Any]]:
        deadline = time.monotonic() + COMPLETE_TIMEOUT_S
        while True:
            answer = self._auditor.call("GET", "/v1/audit/completeness", 200)
            sources: list[dict[str, Any]] = answer["sources"]
            if answer["complete"]:
                return sources
            if time.monotonic() > deadline:
                raise Unexpected(f"the audit log is not complete after {COMPLETE_TIMEOUT_S} s")
            time.sleep(0.1)

    def _row(self, entry: dict[str, Any]) -> tuple[str, ...]:
        people = {person.id: person.name for person in (self._ada, self._ben, self._auditor)}
        who = people.get(entry["user_id"] or "") or entry["metadata"].get("actor") or "nobody known"
        fields = sorted({**entry["old_values"], **entry["new_values"]})
        changed = ", ".join(change for name in fields if (change := _change(entry, name)))
        outcome = entry["metadata"].get("outcome")
        action = entry["action"] if outcome in ("success", "refused") else f"{entry['action']} ({outcome})"
        return entry["created_at"][11:23], who, action, entry["entity_type"], changed


def _account(name: str) -> Account:
    return Account(email=f"{name}@example.com", password=secrets.token_urlsafe(15))


def _change(entry: dict[str, Any], name: str) -> str:
    """Return what became of one field; nothing where it began empty."""
    old, new = entry["old_values"].get(name), entry["new_values"].get(name)
    if {"sealed": True} in (old, new):
        return f"{name} (sealed)"
    if old is None:
        return f"{name}: {_short(new)}" if new is not None else ""
    return f"{name}: {_short(old)} → {_short(new)}"


def _short(value: Any) -> str:
    text = str(value)
    return text[:8] + "…" if _ID.fullmatch(text) else text[:40]


@contextmanager
def _step(what: str) -> Iterator[None]:
    began = time.monotonic()
    yield
    console.print(f"[green]✓[/] {what} [dim]{(time.monotonic() - began) * 1000:.0f} ms[/]")
