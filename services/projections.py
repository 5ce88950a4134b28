"""`sysloom projections`: prove that the state rows of a service are what its log says, or make them so."""

import asyncio
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import typer

from services.serve import chosen

if TYPE_CHECKING:
    from shared.main import Service

app = typer.Typer()
projections = typer.Typer(name="projections", no_args_is_help=True, help="State rows against the log.")
app.add_typer(projections)
Names = Annotated[
    list[str], typer.Argument(metavar="NAME...", help="Services whose settings are in the environment, or `all`.")
]


@projections.command()
def verify(names: Names) -> None:
    """Fold every stream again and compare: nothing differs, or each difference is named and the exit code is 1."""
    differing = 0
    for name in chosen(names):
        found, streams = asyncio.run(_run(_built(name), mend=False))
        typer.echo(f"{name}: {streams} streams, {found} differences")
        differing += found
    if differing:
        raise typer.Exit(1)


@projections.command()
def rebuild(names: Names) -> None:
    """Write every state row that differs as its stream says."""
    for name in chosen(names):
        differing, streams = asyncio.run(_run(_built(name), mend=True))
        typer.echo(f"{name}: {streams} streams, {differing} rows made anew")


def _built(name: str) -> "Service":
    service: Service = import_module(f"services.{name}.main").build()
    return service


async def _run(service: "Service", *, mend: bool) -> tuple[int, int]:
    from shared.verification import Verifier  # noqa: PLC0415 - other commands need not wait for it

    verifier = Verifier(service.plumbing, service.application.projections.values())
    differing = 0
    async with service.open():
        async for difference in verifier.rebuild() if mend else verifier.differences():
            typer.echo(str(difference))
            differing += 1
    return differing, verifier.streams
