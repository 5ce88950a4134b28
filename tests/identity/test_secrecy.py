"""What people say and keep secret is nowhere outside their own rows: not in events, answers kept, or jobs."""

from collections.abc import Awaitable, Callable
from uuid import uuid4

import httpx2
import orjson

from services.identity.tokens import RefreshToken
from shared.main import Service
from tests.identity.conftest import PASSWORD, Person


async def test_planted_words_are_found_in_the_persons_own_row_only(
    nobody: httpx2.AsyncClient, somebody: Callable[..., Awaitable[Person]], admin: Person, service: Service
) -> None:
    email, names = f"planted{uuid4().hex}@example.com", (f"Planted {uuid4().hex}", f"Replanted {uuid4().hex}")
    stray = f"stray{uuid4().hex}@example.com"
    person = await somebody(email, full_name=names[0])
    headers = {"Idempotency-Key": str(uuid4())}
    await person.client.patch("/v1/users/me", json={"full_name": names[1]}, headers=headers)
    await admin.client.get(person.path)
    for address in (email, stray):
        refused = await nobody.post("/v1/sessions", json={"email": address, "password": "wrong horse"})
        assert refused.status_code == 401
    await nobody.post("/v1/sessions/refresh", json={"refresh_token": person.grant["refresh_token"]})
    await nobody.post("/v1/sessions/refresh", json={"refresh_token": person.grant["refresh_token"]})
    assert await tables_with(service, email, *names) == {"users"}
    assert await tables_with(service, stray) == set()
    assert await tables_with(service, str(person.id)) >= {"events", "users", "sessions"}


async def test_passwords_and_tokens_are_nowhere_and_their_hashes_in_one_place(person: Person, service: Service) -> None:
    database = service.plumbing.database
    token = RefreshToken.read(person.grant["refresh_token"])
    user = await database.fetch_one("SELECT * FROM users WHERE id = %s", [person.id])
    assert user
    secrets = [PASSWORD, person.grant["refresh_token"], person.grant["access_token"]]
    secrets += [token.secret.hex(), token.session_secret.hex()]
    assert await tables_with(service, *secrets) == set()
    assert user["password_hash"].startswith("$2b$10$")
    assert await tables_with(service, user["password_hash"]) == {"users"}
    assert await tables_with(service, token.hashes().token, token.hashes().session) == {"sessions"}


async def test_not_even_the_sealed_part_of_an_event_holds_the_hash_of_a_password(
    person: Person, service: Service
) -> None:
    database = service.plumbing.database
    user = await database.fetch_one("SELECT password_hash FROM users WHERE id = %s", [person.id])
    key = await service.plumbing.keys.of(person.id)
    rows = await database.fetch("SELECT event_id, body FROM events WHERE originator_id = %s", [person.id])
    opened = [
        key.open(row["event_id"], "values", orjson.loads(row["body"])["data"]["sealed"][str(person.id)]) for row in rows
    ]
    assert len(opened) == 1
    assert user
    assert person.email.encode() in opened[0]
    assert b"password" not in opened[0]
    assert user["password_hash"].encode() not in opened[0]


async def tables_with(service: Service, *words: str) -> set[str]:
    """Return the tables that hold one of the words, in text or in bytes, in whatever case."""
    database = service.plumbing.database
    tables = await database.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    forms = [form for word in words for form in (word, word.encode().hex())]
    found = set()
    for table in (row["tablename"] for row in tables):
        row = await database.fetch_one(
            f"SELECT count(*) AS n FROM {table} AS t WHERE t::text ILIKE ANY (%s)",  # noqa: S608
            [[f"%{form}%" for form in forms]],
        )
        if row and row["n"]:
            found.add(table)
    return found
