"""Whoever shows a consistency token waits until what it names is applied, and learns when it can't be."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import httpx2
import pytest

from shared.api import consistency
from shared.api.consistency import ConsistencyTokens, Waiting
from shared.api.problems import Problem
from shared.positions import Position

AT = datetime(2026, 1, 1, tzinfo=UTC)
TOKENS = ConsistencyTokens(b"i" * 32)


def written(position: int, *, source: str = "identity", epoch: int = 1) -> str:
    return TOKENS.write([Position(source, epoch, 3, position, AT)])


class _Database:
    """Answers each question for the applied position with the next of its rows, and for parked ones with `parked`."""

    def __init__(self, *applied: tuple[int, int], parked: bool = False) -> None:
        self.applied = list(applied)
        self.parked = parked

    async def fetch_one(self, _statement: Any, params: dict[str, Any]) -> dict[str, Any] | None:
        if "at" in params:
            return {"id": 1} if self.parked else None
        epoch, position = self.applied.pop(0) if len(self.applied) > 1 else self.applied[0]
        return {"epoch": epoch, "position": position}


def waiting(database: Any) -> Waiting:
    return Waiting(TOKENS, database, ["identity"])


def test_a_token_tells_nothing_and_is_read_by_every_service() -> None:
    token = written(41)
    assert ConsistencyTokens(b"i" * 32).read(f" {token} , {token}") == [("identity", 1, 3, 41)] * 2
    assert "identity" not in token
    assert written(41) != token


@pytest.mark.parametrize("header", ["", ",", "x", "é", "A" * 60, ",".join(["A"] * 17)])
def test_nonsense_for_a_token_is_refused(header: str) -> None:
    with pytest.raises(Problem) as refused:
        TOKENS.read(header)
    assert refused.value.kind.status == 400


async def test_waiting_ends_when_the_position_is_applied() -> None:
    database = _Database((1, 39), (1, 40), (1, 41))
    await waiting(database).until_applied(written(41))
    assert database.applied == [(1, 41)]


async def test_a_later_epoch_is_later() -> None:
    await waiting(_Database((2, 5))).until_applied(written(41))


async def test_what_a_service_does_not_listen_to_does_not_concern_it() -> None:
    await waiting(_Database((1, 0))).until_applied(written(41, source="templates"))


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(consistency, "WAIT_S", 0.05)


@pytest.mark.usefixtures("impatient")
async def test_waiting_is_bounded() -> None:
    with pytest.raises(Problem) as late:
        await waiting(_Database((1, 40))).until_applied(written(41))
    assert late.value.kind.status == 504


async def test_a_parked_event_is_told() -> None:
    with pytest.raises(Problem) as parked:
        await waiting(_Database((1, 41), parked=True)).until_applied(written(41))
    assert (parked.value.kind.status, "Retry-After" in parked.value.headers) == (503, True)


async def test_a_malformed_header_is_refused_on_every_route(client: httpx2.AsyncClient) -> None:
    assert (await client.get("/v1/context", headers={"Wait-For": "x"})).status_code == 400
    assert (await client.get("/v1/context", headers={"Wait-For": written(1)})).status_code == 200


async def test_the_token_of_a_write_can_be_shown_at_once(client: httpx2.AsyncClient, token: Callable[..., str]) -> None:
    headers = {"Authorization": f"Bearer {token()}"}
    shown = (await client.post("/v1/things", json={"name": "x"}, headers=headers)).headers["consistency-token"]
    assert (await client.get("/v1/things", headers=headers | {"Wait-For": shown})).status_code == 200
