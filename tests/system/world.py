"""Who asks the running system badly, for what, and how it must answer."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx2

from deploy.local.provision import ServiceDatabase
from tests.system.harm import harmless, told
from tests.system.operations import Operation, Owner
from tests.system.people import Person
from tests.system.running import RunningSystem

AT_ONCE = 16


@dataclass
class World:
    """Who asks, of what, and what it must not do."""

    client: httpx2.AsyncClient
    operations: list[Operation]
    ada: Owner
    ben: Owner
    auditor: Person
    system: RunningSystem
    databases: Mapping[str, ServiceDatabase]

    def bearer(self, operation: Operation) -> dict[str, str]:
        """Return the token of somebody who may call it."""
        return (self.auditor if operation.path.startswith("/v1/audit") else self.ada.person).bearer

    async def ask(self, operation: Operation, path: str | None = None, **request: Any) -> httpx2.Response:
        """Ask as somebody who may, of Ada's things, unless told otherwise."""
        headers = self.bearer(operation) | request.pop("headers", {})
        return await self.client.request(operation.method, path or self.ada.path(operation), headers=headers, **request)

    async def public(self) -> str:
        """Return the id of a new public template of Ada's."""
        template = await self.ada.person.call("POST", "/v1/templates", 201, {"name": "public", "content": "c"})
        await self.ada.person.call("POST", f"/v1/templates/{template['id']}/publication", 200)
        return str(template["id"])

    async def all_refused(self, wanted: tuple[int, str], asked: dict[str, Any]) -> None:
        """Ask all of these, some at once; each must be answered with this problem, and nothing may come of any."""
        assert asked
        some = asyncio.Semaphore(AT_ONCE)

        async def one(question: Any) -> tuple[int, str]:
            async with some:
                return told(await question)

        async with harmless(self.system, self.databases):
            answers = await asyncio.gather(*(one(question) for question in asked.values()))
        assert {name: answer for name, answer in zip(asked, answers, strict=True) if answer != wanted} == {}
