"""The `sysloom` command: each part of the project brings its own sub-commands, loaded when they are called."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

COMMANDS = {
    "up": "deploy.local.commands",
    "down": "deploy.local.commands",
    "clean-data": "deploy.local.commands",
    "demo": "deploy.local.demo",
    "compose": "services.compose",
    "serve": "services.serve",
    "migrate": "services.migrate",
    "projections": "services.projections",
    "dead": "shared.operations",
    "log": "shared.operations",
    "contracts": "deploy.contracts.commands",
}
"""In which module's `app` a command is found: loading all of them takes seconds."""


class Commands(TyperGroup):
    """The commands by their names."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return all names, in the order of the table above."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Load and return a command; None if there is none of this name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        found = typer.main.get_command(import_module(COMMANDS[cmd_name]).app)
        return found.commands[cmd_name] if isinstance(found, TyperGroup) and cmd_name in found.commands else found


app = typer.Typer(name="sysloom", cls=Commands, no_args_is_help=True, pretty_exceptions_show_locals=False)


@app.callback()
def sysloom() -> None:
    """Weave descriptions, templates and conversations into system prompts, and prove who did what."""


if __name__ == "__main__":
    app()
