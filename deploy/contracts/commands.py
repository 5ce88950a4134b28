"""`sysloom contracts`: write the published documents, or check that the code still keeps them."""

from pathlib import Path
from typing import Annotated

import orjson
import typer

app = typer.Typer(add_completion=False)
FOLDER = Path(__file__).parent


@app.command()
def contracts(
    *, check: Annotated[bool, typer.Option("--check", help="Write nothing; fail where they differ.")] = False
) -> None:
    """Write event schemas, AsyncAPI and OpenAPI under deploy/contracts/; refuse to break what stands there."""
    problems = list(differences(FOLDER, write=not check))
    for problem in problems:
        typer.echo(problem, err=True)
    if problems:
        raise typer.Exit(1)
    typer.echo("the contracts are kept")


def differences(folder: Path, *, write: bool) -> list[str]:
    """Return what is wrong with the documents in a folder; with `write`, what is only new is written first."""
    # loads every service, which the other commands need not wait for
    from deploy.contracts.compatibility import broken  # noqa: PLC0415
    from deploy.contracts.documents import documents, text  # noqa: PLC0415

    problems: list[str] = []
    made = documents()
    for path, document in made.items():
        file = folder / path
        old = file.read_bytes() if file.exists() else None
        if old == text(document):
            continue
        broken_here = list(broken(path, orjson.loads(old), document)) if old else []
        problems += broken_here
        if write and not broken_here:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text(document))
        elif not broken_here:
            problems.append(f"{path} is not what the code says: run `make contracts`, and commit what it writes")
    types = {path.split("/")[1] for path in made if path.startswith("events/")}
    gone = sorted(entry.name for entry in (folder / "events").glob("*") if entry.name not in types)
    problems += [f"the event {name} is gone: logs hold it for ever, so its class must stay" for name in gone]
    return problems
