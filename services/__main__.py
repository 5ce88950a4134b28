"""The `sysloom` command: each part of the project registers its own sub-commands here."""

import typer

from deploy.contracts.commands import app as contracts
from deploy.local.commands import app as local
from deploy.local.demo import app as demo
from services.migrate import app as migrate
from services.projections import app as projections
from services.serve import app as serve
from shared.operations import app as operations

app = typer.Typer(name="sysloom", no_args_is_help=True, pretty_exceptions_show_locals=False, help=__doc__)
app.add_typer(local)
app.add_typer(demo)
app.add_typer(contracts)
app.add_typer(serve)
app.add_typer(migrate)
app.add_typer(operations)
app.add_typer(projections)

if __name__ == "__main__":
    app()
