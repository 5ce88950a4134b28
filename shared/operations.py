"""What an operator asks on the command line: dead letters, and where a log ends."""

import asyncio
import os
from collections.abc import Awaitable, Callable, Sequence
from typing import Annotated, Any, TypeVar
from uuid import UUID

import orjson
import psycopg
import sqlalchemy as sa
import typer
from aiokafka.errors import KafkaError
from rich.console import Console
from rich.table import Table

from shared.database import Database, Statement
from shared.log.epochs import begin_epoch
from shared.relay.partitions import last_positions
from shared.tables import dead_letters, log_head
from shared.topics import events_topic

R = TypeVar("R")

app = typer.Typer()
dead = typer.Typer(name="dead", no_args_is_help=True, help="What consumers could not apply.")
log = typer.Typer(name="log", no_args_is_help=True, help="The logs of the services.")
app.add_typer(dead)
app.add_typer(log)

Service = Annotated[str, typer.Argument(help="The service, whose <SERVICE>_DATABASE_URL is set.")]
# A table takes what it needs: an id that is cut short is of no use to who must type it. What a forged record says of
# itself is no markup.
_console = Console(width=500, markup=False, emoji=False)

_SHOWN = ("id", "status", "source", "shard", "position", "type", "stream", "reason", "created_at")
_LIST = Statement(
    sa.select(*(dead_letters.c[name] for name in _SHOWN))
    .order_by(dead_letters.c.created_at.desc(), dead_letters.c.id.desc())
    .limit(sa.bindparam("most"))
)
_SHOW = Statement(sa.select(dead_letters).where(dead_letters.c.id == sa.bindparam("of")))
_HEADS = Statement(sa.select(log_head).order_by(log_head.c.shard))


@dead.command("list")
def list_letters(service: Service, limit: Annotated[int, typer.Option(min=1, max=10_000)] = 50) -> None:
    """List the newest dead letters of a service's consumers."""
    rows = _ask(service, _LIST, {"most": limit})
    _print_table(_SHOWN, rows)


@dead.command("show")
def show_letter(service: Service, letter: UUID) -> None:
    """Show one dead letter whole, its record as it came; what is sealed in it stays sealed."""
    rows = _ask(service, _SHOW, {"of": letter})
    if not rows:
        typer.echo(f"{service} has no dead letter {letter}", err=True)
        raise typer.Exit(1)
    shown = {name: _readable(value) for name, value in rows[0].items()}
    typer.echo(orjson.dumps(shown, option=orjson.OPT_INDENT_2).decode())


@log.command("heads")
def show_heads(service: Service) -> None:
    """Show the last position of each shard of a service's log, and whether it takes writes."""
    _print_table([column.name for column in log_head.columns], _ask(service, _HEADS, {}))


@log.command("new-epoch")
def new_epoch(
    service: Service,
    kafka: Annotated[str, typer.Option(envvar="SYSLOOM_KAFKA", help="Bootstrap servers.")],
    topic_prefix: Annotated[str, typer.Option(envvar="SYSLOOM_TOPIC_PREFIX", help="As the service has it.")] = "",
) -> None:
    """Let a service write again whose log has lost its end: numbering goes on after what is on Kafka."""
    epoch = _run(service, lambda database: _begin_epoch(service, database, kafka, topic_prefix))
    typer.echo(f"{service} writes again, in epoch {epoch}")


async def _begin_epoch(service: str, database: Database, kafka: str, prefix: str) -> int:
    return await begin_epoch(database, await last_positions(kafka, events_topic(service, prefix), service))


def _ask(service: str, statement: Statement, params: dict[str, Any]) -> list[dict[str, Any]]:
    return _run(service, lambda database: database.fetch(statement, params))


def _run(service: str, work: Callable[[Database], Awaitable[R]]) -> R:
    """Do something with a service's database; end with one line where that fails."""
    name = f"{service.upper()}_DATABASE_URL"
    url = os.environ.get(name)
    if not url:
        typer.echo(f"{name} is not set", err=True)
        raise typer.Exit(2)
    try:
        return asyncio.run(_with_database(url, work))
    except (psycopg.Error, KafkaError) as error:
        typer.echo(f"{service}: its database or Kafka does not answer: {type(error).__name__}", err=True)
        raise typer.Exit(1) from None


async def _with_database(url: str, work: Callable[[Database], Awaitable[R]]) -> R:
    database = Database(url)
    await database.open()
    try:
        return await work(database)
    finally:
        await database.close()


def _print_table(names: Sequence[str], rows: list[dict[str, Any]]) -> None:
    table = Table(*names)
    for row in rows:
        table.add_row(*("" if row[name] is None else _printable(str(row[name])) for name in names))
    _console.print(table)


def _printable(text: str) -> str:
    """Return a text without what a terminal would obey."""
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text)


def _readable(value: Any) -> Any:
    """Return bytes as JSON where they are JSON, else as text."""
    if not isinstance(value, bytes):
        return value
    try:
        return orjson.loads(value)
    except orjson.JSONDecodeError:
        return value.decode("utf-8", "backslashreplace")
