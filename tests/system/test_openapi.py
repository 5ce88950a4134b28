"""The running system answers as its OpenAPI document says, and the page that shows it needs no internet."""

import random
import re
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings, strategies
from hypothesis import seed as seeded
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import (
    allow_header_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.system.operations import Owner, owner
from tests.system.people import Person, known, register
from tests.system.running import RunningSystem

CHECKS: list[Any] = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    allow_header_conformance,
]
EXAMPLES = 20
HASHING = 8
"""So many where a password is hashed."""
TIMEOUT_S = 10
OFTEN = strategies.sampled_from([True, True, True, False])
DOCUMENTED = {"code": "not-found", "event": "DataRead", "version": "1"}
"""What `/problems` and the `/schemas` of each service know of."""
UNMISTAKABLE = ("/.well-known", "/health", "/problems")
"""What takes nothing, or any text."""
AnyCase = Case[Any]
AnyOperation = APIOperation[Any, Any, Any, Any]


@pytest.fixture(scope="module")
def adjusted() -> dict[str, Any]:
    """Hash passwords cheaply."""
    return {"IDENTITY_BCRYPT_COST": "10"}


@pytest.fixture(scope="module")
async def document(client: httpx2.AsyncClient) -> dict[str, Any]:
    """Return the document that the running system gives."""
    answer = await client.get("/openapi.json")
    found: dict[str, Any] = answer.raise_for_status().json()
    return found


@pytest.fixture(scope="module")
async def auditor(system: RunningSystem, client: httpx2.AsyncClient) -> Person:
    """Return the auditor, who has left an entry in the audit log."""
    auditor = await known(client, system.auditor)
    answer = await auditor.ask("POST", "/v1/conversations", {})
    wait = {"Wait-For": answer.headers["Consistency-Token"]}
    await auditor.call("GET", "/v1/audit-logs", 200, headers=wait)
    return auditor


@pytest.fixture(scope="module")
async def owners(client: httpx2.AsyncClient, auditor: Person, document: dict[str, Any]) -> dict[str, Owner]:
    """Return for each operation somebody with things of her own, as some operations delete."""
    ada = await register(client)
    labels = [f"{method.upper()} {path}" for path, methods in document["paths"].items() for method in methods]
    found = {label: await owner(ada, auditor) for label in labels}
    public = found["DELETE /v1/templates/{template_id}/publication"].ids["template_id"]
    await ada.call("POST", f"/v1/templates/{public}/publication", 200)
    return found


@pytest.mark.parametrize("mode", list(GenerationMode), ids=[mode.value for mode in GenerationMode])
def test_whatever_is_asked_the_answer_is_one_that_the_document_tells(
    system: RunningSystem, document: dict[str, Any], owners: dict[str, Owner], auditor: Person, mode: GenerationMode
) -> None:
    seed = random.randrange(10**9)
    print(f"seed {seed}")  # noqa: T201 - a failure is told with it
    asked: dict[str, set[int]] = {}
    with requests.Session() as session:
        for operation in operations_of(document, mode):
            hers = owners[operation.label]
            person = auditor if operation.path.startswith("/v1/audit") else hers.person
            ask = Asking(system.url, session)
            fuzz(operation, mode, seed, ask, known_by=(DOCUMENTED | hers.ids, person.bearer))
            asked[operation.label] = ask.statuses
    if mode is GenerationMode.POSITIVE:
        succeeded = {label for label, statuses in asked.items() if any(status < 300 for status in statuses)}
        assert set(asked) == set(owners)
        with_body = {operation.label for operation in operations_of(document, mode) if operation.body}
        assert set(asked) - succeeded <= with_body  # whose texts have rules that guesses may all break
        assert len(succeeded) > len(asked) * 3 // 4


def operations_of(document: dict[str, Any], mode: GenerationMode) -> Iterator[AnyOperation]:
    """Yield all operations; some cannot be asked wrongly."""
    for found in schemathesis.openapi.from_dict(document).get_all_operations():
        assert isinstance(found, Ok)
        operation = found.ok()
        if mode is GenerationMode.POSITIVE or not operation.path.startswith(UNMISTAKABLE):
            yield operation


class Asking:
    """Asks the running system, and checks each answer; `statuses` are those that came."""

    def __init__(self, url: str, session: requests.Session) -> None:
        self._url = url
        self._session = session
        self.statuses: set[int] = set()

    def __call__(self, case: AnyCase) -> None:
        answer = case.call(base_url=self._url, session=self._session, timeout=TIMEOUT_S)
        self.statuses.add(answer.status_code)
        case.validate_response(answer, checks=CHECKS)


def fuzz(
    operation: AnyOperation,
    mode: GenerationMode,
    seed: int,
    ask: Asking,
    known_by: tuple[dict[str, str], dict[str, str]],
) -> None:
    """Ask an operation for what Hypothesis makes up, most often as somebody known and of what is there."""
    ids, bearer = known_by

    @seeded(seed)
    @settings(
        max_examples=HASHING if operation.label in {"POST /v1/users", "POST /v1/sessions"} else EXAMPLES,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(mode), is_known=OFTEN, is_there=OFTEN, is_plain=OFTEN)
    def run(*, case: AnyCase, is_known: bool, is_there: bool, is_plain: bool) -> None:
        if is_plain:
            for name in ("Wait-For", "Idempotency-Key", "if-match"):
                case.headers.pop(name, None)
        if is_known:
            case.headers.update(bearer)
        if is_there:
            case.path_parameters.update({name: ids[name] for name in case.path_parameters if name in ids})
        ask(case)

    run()


async def test_the_page_and_all_that_it_loads_come_from_here(client: httpx2.AsyncClient) -> None:
    page = (await client.get("/docs")).raise_for_status().text
    loaded = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert len(loaded) == 3
    assert "//" not in re.sub(r"(?m)^\s*//.*$", "", page)
    assert re.findall(r"url: '(.+)'", page) == ["openapi.json"]
    assert '"layout": "BaseLayout"' in page  # another one shows the badge of an online validator
    for address in [*loaded, "openapi.json"]:
        asset = await client.get(f"/{address}")
        assert asset.status_code == 200, address
        if address.endswith(".css"):
            assert "@import" not in asset.text
            assert {place.split(":")[0].strip("'\"") for place in re.findall(r"url\(([^)]+)\)", asset.text)} <= {"data"}
        if address.endswith(".js"):
            assert not re.findall(r"""(?:import\(|importScripts\(|\.src\s*=)\s*["'`](?:https?:)?//""", asset.text)


async def test_the_page_shows_the_document_of_all_four_services(document: dict[str, Any]) -> None:
    tags = {tag for methods in document["paths"].values() for told in methods.values() for tag in told["tags"]}
    assert {"users", "sessions", "templates", "conversations", "prompts", "audit", "health"} <= tags
    for methods in document["paths"].values():
        for told in methods.values():
            assert told["summary"]
            assert told["description"]
