"""The people of a story on the running system, each with a client that carries his token."""

from typing import Any
from uuid import uuid4

import httpx2

from deploy.local.run_file import Account
from tests.system.running import RunningSystem
from tests.waiting import eventually

PASSWORD = "correct horse battery"


class Person:
    """Somebody who is logged in."""

    def __init__(self, client: httpx2.AsyncClient, account: Account) -> None:
        self.account = account
        self.id = ""
        self._client = client
        self._headers: dict[str, str] = {}

    async def log_in(self) -> None:
        session = await self.call("POST", "/v1/sessions", 201, self.account.model_dump())
        self._headers["Authorization"] = f"Bearer {session['access_token']}"
        self.id = (await self.call("GET", "/v1/users/me", 200))["id"]

    @property
    def bearer(self) -> dict[str, str]:
        """The header by which he is known."""
        return dict(self._headers)

    async def ask(self, method: str, path: str, body: Any = None, **options: Any) -> httpx2.Response:
        """Return the answer, whatever it is."""
        headers = self._headers | options.pop("headers", {})
        return await self._client.request(method, path, json=body, headers=headers, **options)

    async def call(self, method: str, path: str, expected: int, body: Any = None, **options: Any) -> Any:
        """Return the JSON of an answer, which must have the expected status."""
        answer = await self.ask(method, path, body, **options)
        assert answer.status_code == expected, f"{method} {path}: {answer.status_code} {answer.text[:500]}"
        return answer.json() if answer.content else None


async def register(client: httpx2.AsyncClient, name: str = "Ada Example", email: str | None = None) -> Person:
    """Return a new person, logged in."""
    account = Account(email=email or f"{uuid4().hex}@example.com", password=PASSWORD)
    person = Person(client, account)
    await person.call("POST", "/v1/users", 201, account.model_dump() | {"full_name": name})
    await person.log_in()
    return person


async def known(client: httpx2.AsyncClient, account: Account) -> Person:
    """Return somebody who has an account already, logged in."""
    person = Person(client, account)
    await person.log_in()
    return person


async def completed(system: RunningSystem, client: httpx2.AsyncClient, *, timeout_s: float = 60) -> dict[str, Any]:
    """Wait until audit has everything that is committed; return what it tells of its completeness."""
    auditor = await known(client, system.auditor)

    async def complete() -> dict[str, Any] | None:
        told: dict[str, Any] = await auditor.call("GET", "/v1/audit/completeness", 200)
        return told if told["complete"] else None

    told = await eventually(complete, timeout_s=timeout_s)
    assert told
    return told
