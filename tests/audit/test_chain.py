"""Each source and shard has a chain over the bytes as received, from the first record on; a flipped byte breaks it."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any

import orjson
import psycopg
import pytest

from services.audit.audit_log import entry_of
from services.audit.projections import Ledger
from services.identity.events import UserProfileChanged
from services.templates.events import TemplateDeleted
from shared.consumers.facts import Received
from shared.database import Rows
from shared.main import Service
from tests.audit.conftest import Hear
from tests.audit.sent import Sent
from tests.examples import ADA, BEN, EXAMPLES

EVENT = UserProfileChanged(full_name="Ada")
SOURCES = ("identity", "templates", "conversations", "audit")


def numbered(shard: int, first: int, last: int) -> list[Received]:
    return [Sent(shard=shard, position=position).of(EVENT) for position in range(first, last + 1)]


async def chain_of(service: Service, source: str, shard: int) -> list[dict[str, Any]]:
    return await service.plumbing.database.fetch(
        "SELECT * FROM audit_records WHERE source = %s AND shard = %s ORDER BY number", [source, shard]
    )


async def head_of(service: Service, source: str, shard: int) -> dict[str, Any] | None:
    return await service.plumbing.database.fetch_one(
        "SELECT epoch, position, number, chain FROM chain_heads WHERE source = %s AND shard = %s", [source, shard]
    )


def first_broken(rows: Sequence[dict[str, Any]]) -> int | None:
    """Return the number of the first record that does not follow from the bytes before and in it; None if all do."""
    chain = bytes(32)
    for number, row in enumerate(rows, 1):
        chain = sha256(chain + sha256(row["record"]).digest()).digest()
        if (row["number"], row["hash"], row["chain"]) != (number, sha256(row["record"]).digest(), chain):
            return number
    return None


async def append(service: Service, ledger: Ledger, *events: Received) -> None:
    async with service.plumbing.database.transaction() as rows:
        await ledger.append(events, rows)


async def test_every_source_and_shard_has_its_own_chain_of_all_that_came(service: Service, hear: Hear) -> None:
    events = [Sent(shard=number % 2, position=number // 2 + 1).of(event) for number, event in enumerate(EXAMPLES)]
    told = sorted(events, key=lambda event: (event.source, event.shard))
    await hear(*told)
    for source in SOURCES:
        for shard in (0, 1):
            rows = await chain_of(service, source, shard)
            expected = [event for event in told if (event.source, event.shard) == (source, shard)]
            assert [bytes(row["record"]) for row in rows] == [event.value for event in expected]
            assert first_broken(rows) is None
            last = expected[-1]
            assert await head_of(service, source, shard) == {
                "epoch": 1,
                "position": last.position,
                "number": len(rows),
                "chain": rows[-1]["chain"],
            }


async def test_every_column_follows_from_the_stored_bytes(service: Service) -> None:
    rows = await service.plumbing.database.fetch(
        "SELECT l.*, r.record FROM audit_logs l JOIN audit_records r USING (id)"
    )
    assert len(rows) == len(EXAMPLES)
    for row in rows:
        entry = entry_of(orjson.loads(row["record"]))
        same = ("entity_type", "action", "ip_address", "user_agent", "created_at")
        assert [row[name] for name in same] == [getattr(entry, name) for name in same]
        assert [row[name] and str(row[name]) for name in ("id", "user_id", "entity_id")] == [
            entry.id,
            entry.user_id,
            entry.entity_id,
        ]
        assert [row[name] for name in ("old_values", "new_values", "metadata")] == [
            orjson.loads(value) for value in (entry.old_values, entry.new_values, entry.metadata)
        ]


async def test_one_flipped_bit_anywhere_in_a_copy_breaks_the_chain_there(service: Service, hear: Hear) -> None:
    await hear(*numbered(2, 1, 5))
    rows = await chain_of(service, "identity", 2)
    assert first_broken(rows) is None
    for number in (1, 3, 5):
        for column in ("record", "hash", "chain"):
            at = len(rows[number - 1][column]) // 2
            changed = [dict(row) for row in rows]
            flipped = bytearray(changed[number - 1][column])
            flipped[at] ^= 1
            changed[number - 1][column] = bytes(flipped)
            assert first_broken(changed) == number
    assert first_broken([*rows[:2], *rows[3:]]) == 3
    assert first_broken([rows[0], rows[2], rows[1], *rows[3:]]) == 2


async def test_two_processes_continue_the_same_chain(service: Service) -> None:
    ledgers = Ledger(), Ledger()
    for position in range(1, 8):
        await append(service, ledgers[position % 3 % 2], *numbered(3, position, position))
    rows = await chain_of(service, "identity", 3)
    assert [row["position"] for row in rows] == list(range(1, 8))
    assert first_broken(rows) is None


async def test_what_is_rolled_back_is_no_link_although_it_was_remembered(service: Service) -> None:
    ledger = Ledger()
    await append(service, ledger, *numbered(4, 1, 2))

    async with service.plumbing.database.connection() as connection, connection.transaction(force_rollback=True):
        await ledger.append(numbered(4, 3, 4), Rows(connection))
    await append(service, ledger, *numbered(4, 3, 5))
    rows = await chain_of(service, "identity", 4)
    assert [row["position"] for row in rows] == [1, 2, 3, 4, 5]
    assert first_broken(rows) is None


async def test_a_person_whose_reference_was_rolled_back_is_added_again(service: Service) -> None:
    ledger = Ledger()
    [event] = numbered(5, 1, 1)
    event.envelope["actor"] = f"user:{BEN}"
    async with service.plumbing.database.connection() as connection, connection.transaction(force_rollback=True):
        await ledger.append([event], Rows(connection))
    await append(service, ledger, event)
    assert await service.plumbing.database.fetch("SELECT status FROM user_refs WHERE id = %s", [BEN]) == [
        {"status": "active"}
    ]


async def test_a_gap_in_the_positions_is_none_in_the_chain(service: Service, hear: Hear) -> None:
    await hear(*numbered(6, 1, 2))
    await hear(*(replace(event, epoch=2) for event in numbered(6, 9, 10)))
    rows = await chain_of(service, "identity", 6)
    assert [(row["epoch"], row["position"], row["number"]) for row in rows] == [
        (1, 1, 1),
        (1, 2, 2),
        (2, 9, 3),
        (2, 10, 4),
    ]
    assert first_broken(rows) is None


async def test_a_place_can_be_taken_once(hear: Hear) -> None:
    await hear(*numbered(7, 1, 1))
    with pytest.raises(psycopg.errors.UniqueViolation):
        await hear(*numbered(7, 1, 1))


@pytest.mark.parametrize(
    "change",
    [
        {"actor": f"user:{str(ADA)[:-2]}"},
        {"actor": f"user:{ADA}ff"},
        {"actor": "user:nobody"},
        {"action": "\0"},
        {"recordedtime": "2026-05-04T10:00:01"},
        {"recordedtime": "yesterday"},
        {"id": f"urn:uuid:{ADA}"},
    ],
    ids=str,
)
async def test_an_event_that_fits_no_row_is_refused_and_takes_no_other_with_it(
    service: Service, hear: Hear, change: dict[str, str]
) -> None:
    before = await head_of(service, "templates", 8)
    good, bad = (Sent(shard=8, position=position).of(TemplateDeleted()) for position in (1, 2))
    bad.envelope.update(change)
    bad.envelope["data"]["entity"].update(change)
    with pytest.raises((ValueError, TypeError, psycopg.DataError)):
        await hear(good, bad)
    assert await head_of(service, "templates", 8) == before
    assert await chain_of(service, "templates", 8) == []
