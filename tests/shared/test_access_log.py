"""Accesses are recorded, floods and one's own reads as counts, and none is lost, at shutdown or without a database."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID, uuid4

import orjson
import psycopg
import pytest

from deploy.local.provision import ServiceDatabase
from shared import access_log
from shared.access_log import SINGLE, AccessLog, Summed
from shared.context import Context, Idempotency, acting
from tests.shared.conftest import Owner
from tests.shared.log.proxy import Proxy
from tests.shared.log.things import DataRead, ThingsApplication, running, settings
from tests.waiting import eventually

ROUTE = {"method": "GET", "route": "/v1/things/{thing_id}", "status": 404}


@pytest.fixture(autouse=True)
async def _empty(owner: Owner) -> None:
    """Begin each test with an empty log."""
    await owner.execute("DELETE FROM events; UPDATE log_head SET position = 0")


def person() -> Context:
    return Context(actor="user:x", user_id=uuid4(), correlation_id=str(uuid4()), ip_address="203.0.113.9")


async def recorded(owner: Owner, name: str) -> list[dict[str, Any]]:
    """Return the values of the access events of a type, as one who counts on them adds them up."""
    found = await owner.execute(
        "SELECT convert_from(body, 'UTF8') FROM events WHERE topic = %s ORDER BY event_id", [f"things.{name}"]
    )
    envelopes = [orjson.loads(str(body)) async for (body,) in found]
    return [
        {"subject": e["subject"], **e["data"]["entity"], **e["data"]["new_values"], **e["data"].get("payload", {})}
        for e in envelopes
    ]


def counts(events: list[dict[str, Any]]) -> list[int]:
    return [event.get("count", 1) for event in events]


async def refuse(application: ThingsApplication, times: int, **changed: Any) -> None:
    about: dict[str, Any] = {"entity": "thing", "entity_id": uuid4(), **ROUTE, **changed}
    for _ in range(times):
        await application.record_refusal(**about)


async def test_a_read_of_another_persons_data_is_recorded_before_the_answer(
    application: ThingsApplication, owner: Owner
) -> None:
    thing, other = uuid4(), uuid4()
    with acting(person()) as context:
        await application.record_read("thing", owner=other, entity_id=thing)
        (event,) = await recorded(owner, "DataRead")
    assert (event["type"], event["id"], event["owner"]) == ("thing", str(thing), str(other))
    assert len(context.recorded) == 1


async def test_reads_of_ones_own_data_are_recorded_as_a_sum_per_person_and_kind(
    things_database: ServiceDatabase, owner: Owner
) -> None:
    one, another = person(), person()
    async with running(settings(things_database.url)) as application:
        for context, kind, times in ((one, "thing", 7), (one, "things", 2), (another, "thing", 1)):
            with acting(context):
                for _ in range(times):
                    await application.record_read(kind, owner=context.user_id, entity_id=uuid4())
        assert await recorded(owner, "DataRead") == []
    found = {(event["owner"], event["kind"]): event["count"] for event in await recorded(owner, "DataRead")}
    assert found == {
        (str(one.user_id), "thing"): 7,
        (str(one.user_id), "things"): 2,
        (str(another.user_id), "thing"): 1,
    }


async def test_a_sum_is_recorded_in_the_circumstances_of_its_first_event_and_keeps_no_answer(
    things_database: ServiceDatabase, owner: Owner
) -> None:
    context = person()
    context.idempotency = Idempotency("a key", b"digest", lambda _: b"answer")
    async with running(settings(things_database.url)) as application:
        with acting(context):
            await application.record_read("thing", owner=context.user_id)
    (row,) = await (await owner.execute("SELECT convert_from(body, 'UTF8') FROM events")).fetchall()
    envelope = orjson.loads(str(row[0]))
    assert (envelope["actor"], envelope["correlationid"]) == (context.actor, context.correlation_id)
    assert envelope["partitionkey"] == str(context.user_id)
    assert set(envelope["data"]["request"]) == {"ip_address"}
    assert await (await owner.execute("SELECT count(*) FROM idempotency")).fetchone() == (0,)
    assert context.recorded == []


async def test_of_a_flood_of_refusals_the_first_ten_stand_alone_and_the_rest_are_a_count(
    things_database: ServiceDatabase, owner: Owner
) -> None:
    async with running(settings(things_database.url)) as application:
        with acting(person()):
            await refuse(application, 35)
            assert counts(await recorded(owner, "AccessRefused")) == [1] * SINGLE
            await refuse(application, 3, method="DELETE")
            assert counts(await recorded(owner, "AccessRefused")) == [1] * (SINGLE + 3)
        with acting(person()):
            await refuse(application, 2)
    events = await recorded(owner, "AccessRefused")
    assert counts(events) == [1] * (SINGLE + 5) + [25]
    assert all(event["id"] and event["type"] == "thing" for event in events[:-1])
    assert (events[-1]["id"], events[-1]["type"], events[-1]["route"]) == (None, "route", ROUTE["route"])


async def test_callers_without_a_name_are_told_apart_by_their_addresses(
    things_database: ServiceDatabase, owner: Owner
) -> None:
    async with running(settings(things_database.url)) as application:
        for address, times in (("198.51.100.1", 12), ("198.51.100.2", 11), ("198.51.100.3", 3)):
            with acting(Context(correlation_id="x", ip_address=address)):
                await refuse(application, times)
    assert sorted(counts(await recorded(owner, "AccessRefused"))) == [1] * 23 + [1, 2]


async def test_after_a_minute_the_first_ten_stand_alone_again(
    application: ThingsApplication, owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access_log, "WINDOW_S", 0.2)
    with acting(person()):
        await refuse(application, SINGLE + 2)

        async def has_sum() -> bool:
            return counts(await recorded(owner, "AccessRefused")) == [1] * SINGLE + [2]

        await eventually(has_sum)
        monkeypatch.setattr(access_log, "WINDOW_S", 60)
        await refuse(application, 1)
        assert len(await recorded(owner, "AccessRefused")) == SINGLE + 2


class Recorder:
    """Records sums in memory, slowly: each waits for the gate; `fails` breaks it."""

    def __init__(self) -> None:
        self.found: dict[UUID | None, int] = {}
        self.began = asyncio.Event()
        self.gate = asyncio.Event()
        self.fails = False

    async def record(self, event: Summed, context: Context) -> None:
        self.began.set()
        await self.gate.wait()
        if self.fails:
            raise psycopg.OperationalError
        self.found[context.user_id] = self.found.get(context.user_id, 0) + event.count


def count(log: AccessLog, context: Context, *, single: int = 0) -> bool:
    with acting(context):
        return log.count(DataRead(kind="thing"), "thing", single=single)


async def test_an_end_amid_the_recording_of_a_minute_loses_no_sum(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access_log, "WINDOW_S", 0.01)
    recorder, people = Recorder(), [person() for _ in range(5)]
    log = AccessLog(recorder.record)
    for context in people:
        count(log, context)
    await recorder.began.wait()
    count(log, people[0])
    closing = asyncio.create_task(log.close())
    await asyncio.sleep(0)  # so that it has begun to close
    recorder.gate.set()
    await closing
    assert recorder.found == {context.user_id: 1 for context in people} | {people[0].user_id: 2}


async def test_what_could_not_be_recorded_is_counted_on() -> None:
    recorder, context = Recorder(), person()
    log = AccessLog(recorder.record)
    assert [count(log, context, single=2) for _ in range(5)] == [True, True, False, False, False]
    recorder.fails = True
    flushing = asyncio.create_task(log.flush())
    await recorder.began.wait()
    assert count(log, context, single=2)  # a minute of its own has begun
    recorder.gate.set()
    await flushing
    assert not count(log, context, single=2)
    recorder.fails = False
    await log.close()
    assert recorder.found == {context.user_id: 4}


async def test_a_flood_of_callers_costs_no_memory_and_none_is_lost(
    things_database: ServiceDatabase, owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access_log, "_MOST", 3)
    people = [person() for _ in range(5)]
    async with running(settings(things_database.url)) as application:
        for context in people:
            with acting(context):
                await application.record_read("thing", owner=context.user_id)
                await application.record_read("thing", owner=context.user_id)
        assert counts(await recorded(owner, "DataRead")) == [1] * 4
    assert sorted(counts(await recorded(owner, "DataRead"))) == [1, 1, 1, 1, 2, 2, 2]


@pytest.fixture
async def proxy(things_database: ServiceDatabase) -> AsyncIterator[Proxy]:
    async with Proxy(things_database.url) as proxy:
        yield proxy


async def test_sums_wait_for_a_database_that_is_away(
    proxy: Proxy, owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [person() for _ in range(20)]
    monkeypatch.setattr(access_log, "WINDOW_S", 0.1)
    async with running(settings(proxy.url)) as application:
        await proxy.go_away()
        for context in people:
            with acting(context):
                await application.record_read("thing", owner=context.user_id)
                await application.record_read("thing", owner=context.user_id)
        accesses = application._accesses
        await eventually(lambda: are_being_recorded(accesses))
        await eventually(lambda: are_counted_again(accesses, 20))
        await proxy.come_back()
    assert counts(await recorded(owner, "DataRead")) == [2] * 20


async def are_being_recorded(log: AccessLog) -> bool:
    return not log._sums


async def are_counted_again(log: AccessLog, number: int) -> bool:
    return len(log._sums) == number
