"""The rows of people and sessions are what the log says, and are made so again where they are not."""

import httpx2
import psycopg

from deploy.local.provision import ServiceDatabase
from services.identity.projections import STATE
from services.identity.tokens import RefreshToken
from shared.main import Service
from shared.verification import Verifier
from tests.identity.conftest import LogIn, Person


async def test_rows_follow_from_the_log_whatever_happened(
    nobody: httpx2.AsyncClient, person: Person, admin: Person, service: Service
) -> None:
    await person.client.patch("/v1/users/me", json={"full_name": "Ada King"})
    await admin.client.get(person.path)
    await person.client.get(admin.path)
    for email in (person.email, "nobody-has-this@example.com"):
        await nobody.post("/v1/sessions", json={"email": email, "password": "wrong horse"})
    for _ in range(2):
        await nobody.post("/v1/sessions/refresh", json={"refresh_token": person.grant["refresh_token"]})
    verifier = Verifier(service.plumbing, STATE)
    assert [str(difference) async for difference in verifier.differences()] == []
    assert verifier.streams >= 5  # the first people and this one, and a session of each of the two here


async def test_a_row_made_again_keeps_what_the_log_does_not_hold(
    nobody: httpx2.AsyncClient, person: Person, service: Service, log_in: LogIn
) -> None:
    database, verifier = service.plumbing.database, Verifier(service.plumbing, STATE)
    both = "SELECT u::text AS one, s::text AS other FROM users u JOIN sessions s ON s.user_id = u.id WHERE u.id = %s"
    before = await database.fetch(both, [person.id])
    await database.execute("UPDATE users SET full_name = 'Eve', role = 'admin' WHERE id = %s", [person.id])
    await database.execute("UPDATE sessions SET version = 7 WHERE user_id = %s", [person.id])
    made_again = {str(one) async for one in verifier.rebuild()}
    session_id = RefreshToken.read(person.grant["refresh_token"]).session_id
    assert made_again == {f"users {person.id}: full_name, role", f"sessions {session_id}: version"}
    assert await database.fetch(both, [person.id]) == before
    refreshed = await nobody.post("/v1/sessions/refresh", json={"refresh_token": person.grant["refresh_token"]})
    assert refreshed.status_code == 200
    assert (await log_in(person.email)).id == person.id


async def test_a_session_made_from_the_log_alone_lets_nobody_in(
    nobody: httpx2.AsyncClient, person: Person, service: Service, databases: dict[str, ServiceDatabase]
) -> None:
    async with await psycopg.AsyncConnection.connect(databases["identity"].owner_url) as owner:
        await owner.execute("DELETE FROM sessions WHERE user_id = %s", [person.id])
    [made] = [one async for one in Verifier(service.plumbing, STATE).rebuild()]
    assert (made.table, made.fields) == ("sessions", ("it has no row",))
    refused = await nobody.post("/v1/sessions/refresh", json={"refresh_token": person.grant["refresh_token"]})
    assert refused.status_code == 401
