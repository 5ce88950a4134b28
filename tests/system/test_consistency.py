"""Whoever shows the token of a write reads nothing older elsewhere: in another process, or in another service."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from http import HTTPStatus
from itertools import cycle, islice
from secrets import token_hex
from typing import Any

import httpx2
import pytest

from deploy.local.provision import ServiceDatabase
from tests.system.people import Person, known, register
from tests.system.running import ALL, Process, RunningSystem, running_system

TELLERS, WRITES = 5, 200
NEWCOMERS = 20
AT_ONCE = 50


@pytest.fixture(scope="module")
def system(
    tmp_path_factory: pytest.TempPathFactory, databases: dict[str, ServiceDatabase], kafka: str, topics: str
) -> Iterator[RunningSystem]:
    """Run two apis and a worker: what the one is told, the other is asked."""
    directory = tmp_path_factory.mktemp("system")
    with running_system(directory, databases, kafka, topics, IDENTITY_BCRYPT_COST="10") as running:
        other = Process("other api", ALL, "api", running.env, directory)
        running.processes["other"] = other
        try:
            other.start()
            yield running
        finally:
            other.stop()


@pytest.fixture(scope="module")
async def elsewhere(system: RunningSystem) -> AsyncIterator[httpx2.AsyncClient]:
    """Return a client of the other api."""
    async with httpx2.AsyncClient(base_url=system["other"].url, timeout=30, trust_env=False) as client:
        yield client


class Traveller:
    """Somebody who writes here and reads there, and shows there the token of what he has written last."""

    def __init__(self, person: Person, elsewhere: httpx2.AsyncClient) -> None:
        self.here = person
        self._elsewhere = elsewhere
        self.token = ""

    async def write(self, method: str, path: str, expected: int, body: Any = None) -> Any:
        answer = await self.here.ask(method, path, body)
        assert answer.status_code == expected, answer.text
        self.token = answer.headers["Consistency-Token"]
        return answer.json() if answer.content else None

    async def there(self, person: Person, method: str, path: str, expected: int, body: Any = None) -> Any:
        """Ask elsewhere for what was written at once; return the answer, which must have the expected status.

        On a busy machine it may be 504, which is not stale: whoever gets it asks again.
        """
        headers = person.bearer | ({"Wait-For": self.token} if self.token else {})
        answer = await self._elsewhere.request(method, path, json=body, headers=headers)
        while self.token and answer.status_code == HTTPStatus.GATEWAY_TIMEOUT:
            answer = await self._elsewhere.request(method, path, json=body, headers=headers)
        assert answer.status_code == expected, answer.text
        return answer.json() if answer.content else None


class Teller(Traveller):
    """Somebody with a template and a conversation, of which every reading elsewhere must be the newest."""

    def __init__(self, person: Person, elsewhere: httpx2.AsyncClient, stranger: Person, auditor: Person) -> None:
        super().__init__(person, elsewhere)
        self._stranger = stranger
        self._auditor = auditor
        self._uses = 0

    async def begin(self) -> None:
        created = await self.write("POST", "/v1/templates", 201, {"name": "n", "content": "c"})
        self._template, self._at = created["id"], f"/v1/templates/{created['id']}"
        conversation = await self.here.call("POST", "/v1/conversations", 201, {})
        self._conversation = f"/v1/conversations/{conversation['id']}"
        theirs = await self._stranger.call("POST", "/v1/conversations", 201, {})
        self._theirs = f"/v1/conversations/{theirs['id']}/prompts"
        self._asks = {"user_input": "a coach", "template_id": self._template}

    async def tell(self) -> None:
        """Write, and read elsewhere at once, over and over."""
        ways: list[Callable[[], Awaitable[None]]] = [
            self.a_revised_template_is_read,
            self.a_revised_template_is_used,
            self.a_use_is_counted,
            self.a_revision_is_audited,
            self.a_published_template_is_used_by_others,
            self.an_unpublished_template_is_used_by_nobody_else,
            self.a_renamed_conversation_leads_the_list,
            self.a_new_template_leads_the_list,
            self.a_deleted_template_is_not_used,
        ]
        for way in islice(cycle(ways), WRITES):
            await way()

    async def _revise(self) -> str:
        text = token_hex(8)
        revised = await self.write("PATCH", self._at, 200, {"content": text})
        self._version = revised["version"]
        return text

    async def a_revised_template_is_read(self) -> None:
        text = await self._revise()
        assert (await self.there(self.here, "GET", self._at, 200))["content"] == text

    async def a_revised_template_is_used(self) -> None:
        text = await self._revise()
        prompt = await self.there(self.here, "POST", f"{self._conversation}/prompts", 201, self._asks)
        self._uses += 1
        assert text in prompt["content"]

    async def a_use_is_counted(self) -> None:
        await self.write("POST", f"{self._conversation}/prompts", 201, self._asks)
        self._uses += 1
        assert (await self.there(self.here, "GET", self._at, 200))["usage_count"] >= self._uses

    async def a_revision_is_audited(self) -> None:
        await self._revise()
        page = await self.there(self._auditor, "GET", f"/v1/audit-logs?limit=1&entity_id={self._template}", 200)
        assert page["items"][0]["metadata"]["version"] == self._version

    async def a_published_template_is_used_by_others(self) -> None:
        await self.write("POST", f"{self._at}/publication", 200)
        await self.there(self._stranger, "POST", self._theirs, 201, self._asks)

    async def an_unpublished_template_is_used_by_nobody_else(self) -> None:
        await self.write("DELETE", f"{self._at}/publication", 204)
        await self.there(self._stranger, "POST", self._theirs, 404, self._asks)

    async def a_renamed_conversation_leads_the_list(self) -> None:
        title = token_hex(8)
        await self.write("PATCH", self._conversation, 200, {"title": title})
        page = await self.there(self.here, "GET", "/v1/conversations?limit=1", 200)
        assert page["items"][0]["title"] == title

    async def a_new_template_leads_the_list(self) -> None:
        body = {"name": token_hex(8), "content": "c"}
        self._newest = (await self.write("POST", "/v1/templates", 201, body))["id"]
        page = await self.there(self.here, "GET", "/v1/templates?mine=true&sort=-created_at&limit=1", 200)
        assert page["items"][0]["name"] == body["name"]

    async def a_deleted_template_is_not_used(self) -> None:
        asks = {"user_input": "a coach", "template_id": self._newest}
        await self.there(self.here, "POST", f"{self._conversation}/prompts", 201, asks)
        await self.write("DELETE", f"/v1/templates/{self._newest}", 204)
        await self.there(self.here, "POST", f"{self._conversation}/prompts", 404, asks)


async def test_a_thousand_writes_are_each_followed_by_a_reading_that_is_not_older(
    system: RunningSystem, client: httpx2.AsyncClient, elsewhere: httpx2.AsyncClient
) -> None:
    auditor, stranger = await known(client, system.auditor), await register(client, "Ben Example")
    tellers = [Teller(await register(client), elsewhere, stranger, auditor) for _ in range(TELLERS)]
    await asyncio.gather(*(teller.begin() for teller in tellers))
    await asyncio.gather(*(teller.tell() for teller in tellers))


async def test_who_has_just_registered_is_known_everywhere(
    system: RunningSystem, client: httpx2.AsyncClient, elsewhere: httpx2.AsyncClient
) -> None:
    auditor = await known(client, system.auditor)

    async def arrive() -> None:
        newcomer = await register(client)
        traveller = Traveller(newcomer, elsewhere)
        await traveller.write("PATCH", "/v1/users/me", 200, {"full_name": token_hex(8)})
        await traveller.there(newcomer, "POST", "/v1/conversations", 201, {})
        await traveller.there(newcomer, "POST", "/v1/templates", 201, {"name": "n", "content": "c"})
        page = await traveller.there(auditor, "GET", f"/v1/audit-logs?entity_type=user&entity_id={newcomer.id}", 200)
        assert [entry["action"] for entry in page["items"]] == ["update", "create"]

    await asyncio.gather(*(arrive() for _ in range(NEWCOMERS)))


async def test_a_new_template_is_used_at_once_without_any_token(
    client: httpx2.AsyncClient, elsewhere: httpx2.AsyncClient
) -> None:
    author = await register(client)
    traveller = Traveller(author, elsewhere)
    conversation = await author.call("POST", "/v1/conversations", 201, {})
    for _ in range(AT_ONCE):
        text = token_hex(8)
        template = await author.call("POST", "/v1/templates", 201, {"name": "n", "content": text})
        asks = {"user_input": "a coach", "template_id": template["id"]}
        prompt = await traveller.there(author, "POST", f"/v1/conversations/{conversation['id']}/prompts", 201, asks)
        assert text in prompt["content"]
