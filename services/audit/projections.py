"""How the audit log stays whole: events become rows, bytes and links of the chain, many at a time, by binary COPY."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import partial
from struct import Struct
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, insert

from services.audit.audit_log import GENESIS, Entry, Link, entry_of, link
from services.audit.read_model import audit_logs, audit_records, chain_heads, user_refs
from shared.consumers.facts import Received
from shared.database import Rows, Statement

# PostgreSQL's binary COPY: a head, then for each row the count of its fields, and for each field its length and bytes
_HEAD = b"PGCOPY\n\xff\r\n\x00" + bytes(8)
_END = b"\xff\xff"
_NULL = b"\xff\xff\xff\xff"
_count = Struct(">h").pack
_length = Struct(">i").pack
_int2, _int4, _int8 = (Struct(f">i{code}").pack for code in "hiq")
_ZERO = datetime(2000, 1, 1, tzinfo=UTC)


def _uuid(value: str) -> bytes:
    encoded = bytes.fromhex(value.replace("-", ""))
    if len(encoded) != 16:  # noqa: PLR2004 - what came is no UUID, and would shift the fields behind it
        raise ValueError(value)
    return b"\x00\x00\x00\x10" + encoded


def _bytes(value: bytes) -> bytes:
    return _length(len(value)) + value


def _text(value: str) -> bytes:
    encoded = value.encode()
    return _length(len(encoded)) + encoded


def _json(value: bytes) -> bytes:
    return _length(len(value) + 1) + b"\x01" + value


def _time(value: datetime) -> bytes:
    passed = value - _ZERO
    return _int8(8, (passed.days * 86_400 + passed.seconds) * 1_000_000 + passed.microseconds)


Encoder = Callable[[Any], bytes]
_LOGS: dict[str, Encoder] = {
    "id": _uuid,
    "user_id": _uuid,
    "entity_type": _text,
    "entity_id": _uuid,
    "action": _text,
    "old_values": _json,
    "new_values": _json,
    "ip_address": _text,
    "user_agent": _text,
    "created_at": _time,
    "metadata": _json,
}
_RECORDS: dict[str, Encoder] = {
    "id": _uuid,
    "source": _text,
    "epoch": partial(_int4, 4),
    "shard": partial(_int2, 2),
    "position": partial(_int8, 8),
    "number": partial(_int8, 8),
    "record": _bytes,
    "hash": _bytes,
    "chain": _bytes,
}

_ADD_PEOPLE = Statement(
    insert(user_refs)
    .from_select(
        ["id"], sa.select(sa.func.unnest(sa.bindparam("ids", type_=ARRAY(sa.Uuid))).label("id")).order_by("id")
    )
    .on_conflict_do_nothing()
    .returning(user_refs.c.id)
)
_key = (chain_heads.c.source == sa.bindparam("of_source"), chain_heads.c.shard == sa.bindparam("of_shard"))
_BEGIN_CHAIN = Statement(
    insert(chain_heads)
    .values(source=sa.bindparam("source"), shard=sa.bindparam("shard"), epoch=0, position=0, number=0, chain=GENESIS)
    .on_conflict_do_nothing()
)
_CHAIN = Statement(sa.select(chain_heads.c.number, chain_heads.c.chain).where(*_key))
_MOVE_CHAIN = (
    sa.update(chain_heads)
    .where(*_key, chain_heads.c.number == sa.bindparam("before"))
    .values(
        epoch=sa.bindparam("to_epoch"),
        position=sa.bindparam("to_position"),
        number=sa.bindparam("to_number"),
        chain=sa.bindparam("to_chain"),
    )
)
_MOVE = Statement(_MOVE_CHAIN)


def _append_one() -> Statement:
    """Return what moves the chain and writes one event's row and bytes, if the chain ends where it is thought to."""
    moved = _MOVE_CHAIN.returning(chain_heads.c.number).cte("moved")
    row, record = (
        sa.insert(table).from_select(
            list(names), sa.select(*[sa.cast(sa.bindparam(n), table.c[n].type) for n in names]).select_from(moved)
        )
        for table, names in ((audit_logs, _LOGS), (audit_records, _RECORDS))
    )
    return Statement(row.add_cte(record.cte("record_written")))


_APPEND_ONE = _append_one()
_MAKE_MONTH = "SELECT make_audit_month(%s::date) AS made"
_MAKE_AHEAD = "SELECT make_audit_month((now() + make_interval(months => n))::date) FROM generate_series(0, 3) AS n"
_LAST = 253_402_300_799_999
"""The last millisecond that has a date."""
_MOST_PEOPLE = 200_000


class Ledger:
    """Appends to the audit log. What it remembers of the tables is only a hint, and each use of it is checked."""

    def __init__(self) -> None:
        """Begin without knowledge."""
        self._people: set[str] = set()
        self._times: set[str] = set()
        self._chains: dict[tuple[str, int], tuple[int, bytes]] = {}

    async def append(self, records: Sequence[Received], rows: Rows) -> None:
        """Write records of one shard, in order: their rows, bytes and links, and the people and months they need."""
        entries = [entry_of(record.envelope) for record in records]
        await self._ensure_months({entry.id[:6] for entry in entries}, rows)
        await self._ensure_people({entry.user_id for entry in entries if entry.user_id}, rows)
        source, shard = key = (records[0].source, records[0].shard)
        number, chain = self._chains.get(key) or await self._chain(key, rows)
        while True:
            links = _links(chain, records)
            received = [
                (entry.id, of.source, of.epoch, of.shard, of.position, n, of.value, made.hash, made.chain)
                for n, (entry, of, made) in enumerate(zip(entries, records, links, strict=True), number + 1)
            ]
            last, end = records[-1], (number + len(links), links[-1].chain)
            move = {
                "of_source": source,
                "of_shard": shard,
                "before": number,
                "to_epoch": last.epoch,
                "to_position": last.position,
                "to_number": end[0],
                "to_chain": end[1],
            }
            if await _write(entries, received, move, rows):
                self._chains[key] = end
                return
            number, chain = await self._chain(key, rows)

    async def _ensure_people(self, people: set[str], rows: Rows) -> None:
        """Insert the references that are missing; those that were there before this transaction are remembered."""
        if unknown := people - self._people:
            added = await rows.fetch(_ADD_PEOPLE, {"ids": list(unknown)})
            if len(self._people) > _MOST_PEOPLE:
                self._people.clear()
            self._people |= unknown - {str(row["id"]) for row in added}

    async def _ensure_months(self, times: set[str], rows: Rows) -> None:
        """Make the partitions that are missing; a time is the first digits of an id, which change each 4.7 hours."""
        for time in times - self._times:
            days = {
                datetime.fromtimestamp(min(int(time + rest, 16), _LAST) / 1000, UTC) for rest in ("000000", "ffffff")
            }
            made = [(await rows.fetch(_MAKE_MONTH, [day]))[0]["made"] for day in days]
            if not any(made):
                self._times.add(time)

    async def _chain(self, key: tuple[str, int], rows: Rows) -> tuple[int, bytes]:
        """Return how many links a chain has, and the last one."""
        source, shard = key
        await rows.execute(_BEGIN_CHAIN, {"source": source, "shard": shard})
        found = await rows.fetch(_CHAIN, {"of_source": source, "of_shard": shard})
        return found[0]["number"], bytes(found[0]["chain"])


async def make_partitions_ahead(rows: Rows) -> None:
    """Make the partitions from this month to the third from now."""
    await rows.execute(_MAKE_AHEAD)


def _links(chain: bytes, records: Sequence[Received]) -> list[Link]:
    links = []
    for record in records:
        made = link(chain, record.value)
        links.append(made)
        chain = made.chain
    return links


async def _write(entries: list[Entry], received: list[Any], move: dict[str, Any], rows: Rows) -> bool:
    """Write rows and bytes, and move the chain over them; do nothing and return False if it ends somewhere else.

    One event alone takes one statement, for COPY would wait for the server four times.
    """
    if len(entries) == 1:
        [entry], [record] = entries, received
        texts = {name: value.decode() if isinstance(value, bytes) else value for name, value in entry._asdict().items()}
        return bool(await rows.execute(_APPEND_ONE, {**move, **texts, **dict(zip(_RECORDS, record, strict=True))}))
    if not await rows.execute(_MOVE, move):
        return False
    await _copy("audit_logs", _LOGS, entries, rows)
    await _copy("audit_records", _RECORDS, received, rows)
    return True


async def _copy(table: str, encoders: dict[str, Encoder], values: Iterable[Sequence[Any]], rows: Rows) -> None:
    """Insert rows whose values stand in the order of the encoders."""
    count, encode = _count(len(encoders)), tuple(encoders.values())
    parts = [_HEAD]
    for row in values:
        parts.append(count)
        parts += [_NULL if value is None else encoder(value) for value, encoder in zip(row, encode, strict=True)]
    parts.append(_END)
    statement = f"COPY {table} ({', '.join(encoders)}) FROM STDIN (FORMAT binary)"
    async with rows.connection.cursor() as cursor, cursor.copy(statement.encode()) as copy:
        await copy.write(b"".join(parts))
