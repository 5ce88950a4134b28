"""`sysloom serve`: one service or several in one process, as API, as worker or as both."""

import pkgutil
from collections.abc import Sequence
from enum import StrEnum
from importlib import import_module
from typing import Annotated

import typer

import services

app = typer.Typer(add_completion=False)


class Role(StrEnum):
    """What a process does: answer HTTP, or relay, consume and run jobs."""

    api = "api"
    worker = "worker"
    both = "both"


@app.command()
def serve(
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="Services, or `all`.")],
    role: Annotated[Role, typer.Option(help="What the process does.")] = Role.both,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int | None, typer.Option(help="Port to listen on, 8000 for an API; a worker answers health there, if given.")
    ] = None,
) -> None:
    """Serve services in this process until SIGTERM or SIGINT."""
    wanted = chosen(names)
    from shared import serving  # noqa: PLC0415 - takes a second to load, which the other commands need not wait for

    built = [import_module(f"services.{name}.main").build() for name in wanted]
    serving.serve(built, role, host, port)


def chosen(names: Sequence[str]) -> list[str]:
    """Return the services that are named, all of them for `all`; raise `typer.BadParameter`."""
    known = sorted(module.name for module in pkgutil.iter_modules(services.__path__) if module.ispkg)
    if list(names) == ["all"]:
        return known
    for name in names:
        if name not in known:
            raise typer.BadParameter(f"there is no service {name}; there are {', '.join(known)}, or all of them: all")
    return list(names)
