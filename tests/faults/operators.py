"""What an operator types, and what he is told."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from deploy.local.state import PROJECT
from deploy.local.system import SYSLOOM


@dataclass(frozen=True, slots=True)
class Said:
    """How a command ended, and what it said."""

    code: int | None
    output: str
    errors: str


async def sysloom(env: Mapping[str, str], *words: str) -> Said:
    """Run a `sysloom` command to its end."""
    process = await asyncio.create_subprocess_exec(
        *SYSLOOM,
        *words,
        env=env,
        cwd=PROJECT,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    output, errors = await process.communicate()
    return Said(process.returncode, output.decode(), errors.decode())


async def listed(env: Mapping[str, str], *words: str) -> list[dict[str, str]]:
    """Return the rows of the table that a command prints, each cell whole."""
    said = await sysloom(env, *words)
    assert said.code == 0, said.errors
    [names, *rows] = [
        [cell.strip() for cell in line.replace("┃", "│").strip("│").split("│")]
        for line in said.output.splitlines()
        if line[:1] in "│┃"
    ]
    return [dict(zip(names, row, strict=True)) for row in rows]
