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
Name = Annotated[str, typer.Argument(help="The service, whose settings are in the environment.")]


@projections.command()
def verify(service: Name) -> None:
    """Fold every stream again and compare: nothing differs, or each difference is named and the exit code is 1."""
    differing, streams = asyncio.run(_run(_built(service), mend=False))
    typer.echo(f"{service}: {streams} streams, {differing} differences")
    if differing:
        raise typer.Exit(1)


@projections.command()
def rebuild(service: Name) -> None:
    """Write every state row that differs as its stream says."""
    differing, streams = asyncio.run(_run(_built(service), mend=True))
    typer.echo(f"{service}: {streams} streams, {differing} rows made anew")


def _built(name: str) -> "Service":
    service: Service = import_module(f"services.{chosen([name])[0]}.main").build()
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
