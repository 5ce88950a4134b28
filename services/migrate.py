"""`sysloom migrate`: tables, topics and first rows brought up to date, as the owners of the databases."""

import asyncio
import os
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import typer

from services.serve import chosen

if TYPE_CHECKING:
    from shared.main import Service

app = typer.Typer(add_completion=False)


@app.command()
def migrate(names: Annotated[list[str], typer.Argument(metavar="NAME...", help="Services, or `all`.")]) -> None:
    """Bring databases and topics up to date; <SERVICE>_OWNER_DATABASE_URL names the owner of each service's tables."""
    from shared import logs, migrations  # noqa: PLC0415 - takes a second to load, which other commands need not wait for

    services = chosen(names)
    for name in services:
        owner = os.environ.get(variable := f"{name.upper()}_OWNER_DATABASE_URL")
        if not owner:
            raise SystemExit(f"Sysloom cannot migrate: {variable} is not set.")
        migrations.migrate(name, owner)
        typer.echo(f"{name}: tables are up to date")
    built = [import_module(f"services.{name}.main").build() for name in services]
    logs.configure(built[0].settings.log_level)
    asyncio.run(_prepare(built))


async def _prepare(services: "list[Service]") -> None:
    from shared.topics import ensure_topics  # noqa: PLC0415 - as above

    settings = services[0].settings
    await ensure_topics(settings.kafka, [service.name for service in services], prefix=settings.topic_prefix)
    for service in services:
        if service.prepare:
            async with service.open():
                await service.prepare()
