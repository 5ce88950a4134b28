"""Bad input, on every route of the running system: a clear problem, nothing stored, and no word of what was sent."""

from collections.abc import AsyncIterator, Callable
from secrets import token_hex
from typing import Any
from uuid import uuid4

import httpx2
import orjson
import pytest
from joserfc.jwk import ECKey

from deploy.local.provision import ServiceDatabase
from tests.system.bad_input import FIELDS, MALFORMED, SECRET, TYPES, spliced
from tests.system.forgeries import FORGERIES
from tests.system.harm import PASSWORD
from tests.system.operations import BODIES, Owner, operations, owner
from tests.system.people import Person, completed, known, register
from tests.system.running import RunningSystem
from tests.system.world import World

JSON = {"Content-Type": "application/json"}
OF_PUBLIC = ["DELETE /v1/templates/{template_id}/publication"]
OF_SECRETS = ["/v1/users", "/v1/sessions", "/v1/sessions/refresh"]


@pytest.fixture(scope="module")
def adjusted() -> dict[str, Any]:
    """Hash passwords cheaply."""
    return {"IDENTITY_BCRYPT_COST": "10"}


@pytest.fixture(scope="module")
async def people(system: RunningSystem, client: httpx2.AsyncClient) -> tuple[Owner, Owner, Person]:
    """Return two people with things of their own, and the auditor, when all has been heard everywhere."""
    auditor = await known(client, system.auditor)
    await auditor.call("GET", "/v1/audit-logs", 200)
    ada, ben = await register(client), await register(client, "Ben Example")
    await completed(system, client)
    owners = await owner(ada, auditor), await owner(ben, auditor)
    await completed(system, client)
    return *owners, auditor


@pytest.fixture
async def world(
    system: RunningSystem,
    client: httpx2.AsyncClient,
    databases: dict[str, ServiceDatabase],
    people: tuple[Owner, Owner, Person],
) -> World:
    return World(client, await operations(client), *people, system, databases)


async def test_every_operation_with_a_body_is_tried(world: World) -> None:
    assert {operation.name for operation in world.operations if operation.has_body} == set(BODIES)


@pytest.mark.parametrize("how", MALFORMED)
async def test_what_is_no_proper_json_is_malformed(world: World, how: str) -> None:
    asked = {
        op.name: world.ask(op, content=spliced(op.body or {}, MALFORMED[how]), headers=JSON)
        for op in world.operations
        if op.has_body
    }
    await world.all_refused((400, "malformed-json"), asked)


@pytest.mark.parametrize("type_", TYPES)
async def test_another_content_type_is_not_supported(world: World, type_: str) -> None:
    asked = {
        op.name: world.ask(op, content=orjson.dumps(op.body), headers={"Content-Type": type_})
        for op in world.operations
        if op.has_body
    }
    await world.all_refused((415, "unsupported-media-type"), asked)


async def test_a_body_beyond_256_kib_is_too_large_whether_it_says_so_or_not(world: World) -> None:
    long = b'"x": "' + b"x" * 262_144 + b'"'

    async def chunks(body: bytes) -> AsyncIterator[bytes]:
        for start in range(0, len(body), 65_536):
            yield body[start : start + 65_536]

    ways: dict[str, Callable[[bytes], Any]] = {"whole": bytes, "in chunks": chunks}
    asked = {
        f"{op.name}, {how}": world.ask(op, content=content(spliced(op.body or {}, long)), headers=JSON)
        for op in world.operations
        if op.has_body
        for how, content in ways.items()
    }
    await world.all_refused((413, "too-large"), asked)


@pytest.mark.parametrize("what", ["an unknown member", "no object", "null", "text", "nothing"])
async def test_what_does_not_fit_the_operation_is_invalid(world: World, what: str) -> None:
    others = {"no object": b"[]", "null": b"null", "text": orjson.dumps(PASSWORD), "nothing": b""}
    asked = {
        op.name: world.ask(
            op, content=others.get(what, spliced(op.body or {}, b'"is_admin": "' + SECRET + b'"')), headers=JSON
        )
        for op in world.operations
        if op.has_body
    }
    await world.all_refused((422, "invalid"), asked)


@pytest.mark.parametrize("name", FIELDS)
async def test_a_value_that_is_too_long_or_of_another_kind_is_invalid(world: World, name: str) -> None:
    (operation,) = (op for op in world.operations if op.name == name)
    asked = {
        f"{field} {number}": world.ask(operation, json=(operation.body or {}) | {field: value})
        for field, values in FIELDS[name].items()
        for number, value in enumerate(values)
    }
    await world.all_refused((422, "invalid"), asked)


async def test_a_bad_id_is_invalid(world: World) -> None:
    asked = {
        f"{op.name} {number}": world.ask(op, world.ada.path(op, **{name: bad}), json=op.body)
        for op in world.operations
        for name in op.ids()
        for number, bad in enumerate(["x", "0" * 31, str(uuid4()) + "0", "%F0%9F%94%91", "x" * 5_000])
    }
    await world.all_refused((422, "invalid"), asked)


async def test_nul_in_an_address_is_a_bad_request(world: World) -> None:
    asked = {
        f"{op.name} {number}": world.ask(op, path, json=op.body)
        for op in world.operations
        for number, path in enumerate([f"{world.ada.path(op)}%00", f"{world.ada.path(op)}?x=%00"])
    }
    await world.all_refused((400, "bad-request"), asked)


async def test_a_cursor_of_another_query_or_person_or_of_nobody_is_a_bad_request(world: World) -> None:
    lists = [op for op in world.operations if op.takes("query", "cursor")]
    await world.ada.person.call("POST", "/v1/templates", 201, {"name": "another", "content": "c"})
    page = await world.ada.person.call("GET", "/v1/templates?limit=1", 200)
    cursor = page["next_cursor"]
    bad = [PASSWORD, "", "🔑", cursor[:-4] + "AAAA", cursor]
    asked = {
        f"{op.name} {number}": world.ask(op, params={"cursor": one, "limit": "2", "x": "another query"})
        for op in lists
        for number, one in enumerate(bad)
    }
    asked["another person"] = world.ask(lists[0], f"/v1/templates?cursor={cursor}", headers=world.ben.person.bearer)
    await world.all_refused((400, "bad-request"), asked)


@pytest.mark.parametrize("query", ["limit=0", "limit=201", "limit=many", f"cursor={'x' * 2049}"])
async def test_a_page_of_no_proper_length_is_invalid(world: World, query: str) -> None:
    lists = [op for op in world.operations if op.takes("query", "cursor")]
    await world.all_refused((422, "invalid"), {op.name: world.ask(op, f"{world.ada.path(op)}?{query}") for op in lists})


@pytest.mark.parametrize(
    ("tag", "wanted"), [('"999"', (412, "stale")), ('"other"', (412, "stale")), ("no tag", (400, "bad-request"))]
)
async def test_another_version_than_the_one_in_if_match_is_not_changed(
    world: World, tag: str, wanted: tuple[int, str]
) -> None:
    public = await world.public()
    asked = {
        op.name: world.ask(op, path, json=op.body, headers={"If-Match": tag})
        for op in world.operations
        if op.takes("header", "if-match")
        for path in [world.ada.path(op, **({"template_id": public} if op.name in OF_PUBLIC else {}))]
    }
    await world.all_refused(wanted, asked)


@pytest.mark.parametrize("key", ["", "x y", "é", "x" * 256])
async def test_an_odd_idempotency_key_is_a_bad_request(world: World, key: str) -> None:
    asked = {
        op.name: world.ask(
            op, json=op.body, headers={"Idempotency-Key": key.encode()}
        )  # httpx2 takes bytes as they are
        for op in world.operations
        if op.writes
    }
    await world.all_refused((400, "bad-request"), asked)


async def test_a_key_that_came_with_another_request_is_refused(world: World) -> None:
    asked = {}
    for op in world.operations:
        if op.writes and op.path not in OF_SECRETS:
            thing = await owner(world.ada.person, world.auditor)
            path = thing.path(op, **({"template_id": await world.public()} if op.name in OF_PUBLIC else {}))
            key = {"Idempotency-Key": token_hex(16)}
            made = await world.ask(op, path, json=op.body, headers=key)
            assert made.is_success, made.text
            changed = {"json": BODIES[op.name][1]} if op.has_body else {"headers": {"If-Match": '"7"'}}
            asked[op.name] = world.ask(op, path, **changed | {"headers": key | changed.get("headers", {})})
    await world.all_refused((422, "key-reused"), asked)


async def test_a_key_of_an_answer_with_a_secret_is_used_once(world: World) -> None:
    account = {"email": f"{token_hex(8)}@example.com", "password": PASSWORD}
    bodies = {"/v1/users": account | {"full_name": "Ada"}, "/v1/sessions": account}
    asked = {}
    for path, body in bodies.items():
        key = {"Idempotency-Key": token_hex(16)}
        assert (await world.client.post(path, json=body, headers=key)).status_code == 201
        asked[path] = world.client.post(path, json=body, headers=key)
    await world.all_refused((409, "key-used"), asked)


@pytest.mark.parametrize("how", FORGERIES)
async def test_a_token_that_proves_nothing_is_refused(world: World, how: str) -> None:
    key_set = (await world.client.get("/.well-known/jwks.json")).json()
    signing_key = ECKey.import_key(orjson.loads(world.system.env["IDENTITY_SIGNING_KEY"]))
    asked = {}
    for op in world.operations:
        if op.needs_token:
            token = FORGERIES[how](world.bearer(op)["Authorization"].removeprefix("Bearer "), key_set, signing_key)
            asked[op.name] = world.ask(op, json=op.body, headers={"Authorization": f"Bearer {token}"})
    await world.all_refused((401, "unauthenticated"), asked)


async def test_without_a_token_nothing_is_told(world: World) -> None:
    asked = {
        op.name: world.client.request(op.method, world.ada.path(op), json=op.body)
        for op in world.operations
        if op.needs_token
    }
    await world.all_refused((401, "unauthenticated"), asked)


async def test_what_is_somebody_elses_does_not_exist(world: World) -> None:
    asked = {}
    for op in world.operations:
        if op.ids() and "entry_id" not in op.ids():
            nothing = {name: str(uuid4()) for name in op.ids()}
            for whose, path in {"hers": world.ada.path(op), "nothing": world.ada.path(op, **nothing)}.items():
                question = world.ask(op, path, json=op.body, headers=world.ben.person.bearer)
                asked[f"{op.name}, {whose}"] = question
    body = {"user_input": "a coach", "template_id": world.ada.ids["template_id"]}
    prompts = f"/v1/conversations/{world.ben.ids['conversation_id']}/prompts"
    asked["her template in his prompt"] = world.client.post(prompts, json=body, headers=world.ben.person.bearer)
    await world.all_refused((404, "not-found"), asked)


async def test_what_is_public_is_changed_by_its_author_only(world: World) -> None:
    public = await world.public()
    asked = {
        op.name: world.ask(op, world.ada.path(op, template_id=public), json=op.body, headers=world.ben.person.bearer)
        for op in world.operations
        if "template_id" in op.ids() and op.takes("header", "if-match")
    }
    await world.all_refused((403, "forbidden"), asked)


async def test_the_audit_log_is_for_auditors(world: World) -> None:
    asked = {
        op.name: world.ask(op, headers=world.ada.person.bearer)
        for op in world.operations
        if op.path.startswith("/v1/audit")
    }
    await world.all_refused((403, "forbidden"), asked)
