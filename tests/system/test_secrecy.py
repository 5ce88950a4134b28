"""What people say and keep secret is nowhere outside their own rows: not in logs, topics, the audit log or answers."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex
from typing import Any
from urllib.parse import quote

import httpx2
import psycopg
import pytest
from psycopg.errors import UniqueViolation

from deploy.local.provision import ServiceDatabase
from deploy.local.run_file import Account
from tests import servers
from tests.system.haystack import Hay, places, sent, stored
from tests.system.people import Person, completed, known, register
from tests.system.running import Process, RunningSystem

ADDRESS = "2001:db8::c0ff:ee77"
USERS, TEMPLATES, CONVERSATIONS = "identity.public.users.", "templates.public.templates.", "conversations.public."
IN_CONTENT = {f"{CONVERSATIONS}{table}.content" for table in ("prompts", "prompt_versions")}
IN_ANSWER = {
    f"{CONVERSATIONS}{table}.{column}"
    for table in ("prompts", "prompt_versions")
    for column in ("ai_response", "system_prompt")
}
IN_INPUT = {f"{CONVERSATIONS}{table}.user_input" for table in ("prompts", "prompt_versions")}


@dataclass
class Planted:
    """Words that are found nowhere else, each with the places where it belongs."""

    places: dict[str, set[str]] = field(default_factory=dict)

    def word(self, kind: str, *belongs: str) -> str:
        """Return a new word."""
        return self.add(f"{kind}{token_hex(8)}", *belongs)

    def add(self, text: str, *belongs: str) -> str:
        self.places[text] = set(belongs)
        return text


@pytest.fixture(scope="module")
def adjusted() -> dict[str, Any]:
    """Trust a proxy, who tells where people come from."""
    return {"SYSLOOM_TRUSTED_PROXIES": "127.0.0.0/8"}


@pytest.fixture(scope="module")
async def planted(system: RunningSystem) -> Planted:
    """Let somebody say and do everything that he can, well and badly, and wait until audit has heard of it."""
    planted = Planted()
    agent = {"User-Agent": planted.word("agent"), "X-Forwarded-For": planted.add(ADDRESS)}
    async with httpx2.AsyncClient(base_url=system.url, timeout=30, trust_env=False, headers=agent) as client:
        person = await _account(client, planted)
        await _template(person, planted)
        conversation = await _conversation(person, planted)
        await _badly(client, person, conversation, planted)
        await completed(system, client)
    return planted


async def _account(client: httpx2.AsyncClient, planted: Planted) -> Person:
    """Register, log in, fail to, and change the name."""
    email = planted.word("email", f"{USERS}email") + "@example.com"
    account = Account(email=email, password=planted.word("password"))
    person = Person(client, account)
    body = account.model_dump() | {"full_name": planted.word("first name")}
    await person.call("POST", "/v1/users", 201, body)
    await person.call("POST", "/v1/users", 409, body)
    await person.log_in()
    planted.add(person.bearer["Authorization"].removeprefix("Bearer "))
    session = await person.call("POST", "/v1/sessions", 201, account.model_dump())
    planted.add(session["refresh_token"])
    refreshed = await person.call("POST", "/v1/sessions/refresh", 200, {"refresh_token": session["refresh_token"]})
    planted.add(refreshed["refresh_token"])
    wrong = {"email": account.email, "password": planted.word("wrong password")}
    await person.call("POST", "/v1/sessions", 401, wrong)
    unknown = {"email": planted.word("stray") + "@example.com", "password": planted.word("stray password")}
    await person.call("POST", "/v1/sessions", 401, unknown)
    renamed = {"full_name": planted.word("second name", f"{USERS}full_name")}
    await person.call("PATCH", "/v1/users/me", 200, renamed, headers=_key())
    return person


async def _template(person: Person, planted: Planted) -> None:
    """Write a private template, revise it, render it, use it and search for it."""
    text = {name: planted.word(name) for name in ("name", "description", "content", "category")}
    template = await person.call("POST", "/v1/templates", 201, text, headers=_key())
    path = f"/v1/templates/{template['id']}"
    revised = {name: planted.word(name, f"{TEMPLATES}{name}") for name in text}
    revised["content"] += " for {{ who }}"
    answer = await person.ask("PATCH", path, revised, headers=_key())
    await person.call("POST", f"{path}/rendering", 200, {"variables": {"who": planted.word("variable")}})
    await person.call("GET", "/v1/templates", 200, params={"q": revised["name"], "category": revised["category"]})
    conversation = await person.call("POST", "/v1/conversations", 201, {})
    used = planted.word("used", *IN_CONTENT, *IN_ANSWER)
    asked = {"user_input": "a coach", "template_id": template["id"], "variables": {"who": used}}
    wait = {"Wait-For": answer.headers["Consistency-Token"]}
    await person.call("POST", f"/v1/conversations/{conversation['id']}/prompts", 201, asked, headers=_key() | wait)
    for word in (word for word in planted.places if word in revised["content"]):
        planted.places[word] |= IN_CONTENT | IN_ANSWER  # a prompt holds the text that it was made from


async def _conversation(person: Person, planted: Planted) -> str:
    """Hold a conversation and change what is known in it; return its path."""
    started = {"title": planted.word("first title"), "context": {"audience": planted.word("first context")}}
    conversation = await person.call("POST", "/v1/conversations", 201, started, headers=_key())
    path = f"/v1/conversations/{conversation['id']}"
    context = planted.word("second context", f"{CONVERSATIONS}conversations.context", *IN_CONTENT, *IN_ANSWER)
    title = planted.word("second title", f"{CONVERSATIONS}conversations.title")
    await person.call("PATCH", path, 200, {"title": title, "context": {"audience": context}}, headers=_key())
    asked = {"user_input": f"a coach for {planted.word('input', *IN_INPUT, *IN_CONTENT, *IN_ANSWER)}"}
    prompt = await person.call("POST", f"{path}/prompts", 201, asked, headers=_key())
    await person.call("GET", f"/v1/prompts/{prompt['id']}", 200)
    await person.call("GET", f"{path}/prompts", 200)
    return path


async def _badly(client: httpx2.AsyncClient, person: Person, conversation: str, planted: Planted) -> None:
    """Ask for what is refused, with words in every corner of the request."""
    word = planted.word("refused")
    bearer = person.bearer
    json = bearer | {"Content-Type": "application/json"}
    long = {"context": {word: "x" * 40_000}}
    refused = [
        await client.post("/v1/templates", content=f'{{"name": "{word}", '.encode(), headers=json),
        await client.post("/v1/templates", json={"name": "n", "content": f"{{{{ {word} + }}}}"}, headers=bearer),
        await client.post("/v1/templates", json={"name": "n", "content": "c", "more": word}, headers=bearer),
        await client.patch(conversation, json=long, headers=bearer),
        await client.patch(conversation, json={"title": word * 20}, headers=bearer),
        await client.post("/v1/users", json={"email": word, "password": word, "full_name": word}),
        await client.post("/v1/users", json={"email": "a@b.example", "password": word * 9, "full_name": word}),
        await client.post("/v1/sessions/refresh", json={"refresh_token": word}),
        await client.get(f"/v1/conversations/{quote(word)}", headers=bearer),
        await client.get("/v1/conversations", params={"cursor": word}, headers=bearer),
        await client.get(f"/{quote(word)}"),
        await client.get("/v1/users/me", headers={"Authorization": f"Bearer {word}"}),
        await client.get("/v1/users/me", headers=bearer | {"Wait-For": word}),
    ]
    assert all(400 <= answer.status_code < 500 for answer in refused), refused
    assert [answer.text for answer in refused if word in answer.text] == []


def _key() -> dict[str, str]:
    return {"Idempotency-Key": token_hex(16)}


@pytest.fixture(scope="module")
async def hay(
    planted: Planted,
    system: RunningSystem,
    databases: dict[str, ServiceDatabase],
    postgres_url: str,
    kafka: str,
    topics: str,
) -> list[Hay]:
    """Return everything that was stored, sent and logged, an error of PostgreSQL that knows of an address included."""
    del planted
    with closing(psycopg.connect(databases["identity"].owner_url)) as connection, pytest.raises(UniqueViolation):
        connection.execute("UPDATE users SET email = (SELECT max(email) FROM users)")
    found = [*stored(postgres_url, databases), *[one async for one in sent(kafka, topics)]]
    async with httpx2.AsyncClient(base_url=system.url, timeout=30, trust_env=False) as client:
        auditor = await known(client, system.auditor)
        found.append(("the audit log's answer", (await auditor.ask("GET", "/v1/audit-logs?limit=200")).content))
        found += [("metrics", (await client.get(f"{process.url}/metrics")).content) for process in _all(system)]
    found += [(process.log.name, process.log.read_bytes()) for process in _all(system)]
    return found + [(path.name, path.read_bytes()) for path in _server_logs()]


def _all(system: RunningSystem) -> Iterable[Process]:
    return system.processes.values()


def _server_logs() -> list[Path]:
    """Return the logs of PostgreSQL and Kafka, where this run has started them as processes."""
    run = servers.run_directory()  # not below its servers' data, where topics come and go
    return sorted([*run.glob("*.log"), *run.glob("*/*.log")])


def test_the_log_of_the_database_tells_of_an_address_that_is_taken_but_not_which(hay: list[Hay]) -> None:
    logs = [text for place, text in hay if place == "postgres.log"]  # none where the server was given
    assert not logs or any(b'unique constraint "users_email_key"' in log for log in logs)


def test_every_word_is_where_it_belongs_and_nowhere_else(planted: Planted, hay: list[Hay]) -> None:
    assert places(planted.places, hay) == planted.places


async def test_what_is_public_is_found_so_that_the_search_is_known_to_find(
    system: RunningSystem,
    databases: dict[str, ServiceDatabase],
    postgres_url: str,
    kafka: str,
    topics: str,
) -> None:
    word = f"public{token_hex(8)}"
    async with httpx2.AsyncClient(base_url=system.url, timeout=30, trust_env=False) as client:
        author = await register(client)
        template = await author.call("POST", "/v1/templates", 201, {"name": "n", "content": word})
        await author.call("POST", f"/v1/templates/{template['id']}/publication", 200)
        await completed(system, client)
    found = places([word], [*stored(postgres_url, databases), *[one async for one in sent(kafka, topics)]])[word]
    assert found >= {"templates.public.events.body", "templates.events", "audit.public.audit_records.record"}
