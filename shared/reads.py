"""Reads by id that wait together are answered by one query."""

import asyncio
from itertools import islice
from typing import Any
from uuid import UUID

import psycopg
import sqlalchemy as sa
from psycopg.rows import dict_row
from psycopg_pool import PoolTimeout
from sqlalchemy.dialects.postgresql import ARRAY

from shared.database import Database, Statement

_IN_FLIGHT = 2
_MOST = 500

Found = dict[str, Any] | None


class GroupedReads:
    """Rows of one database by their ids. A read never sees less than what was committed before it was asked for."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database
        self._tables: dict[sa.Table, _Lane] = {}

    async def get(self, table: sa.Table, id: UUID) -> Found:  # noqa: A002 - the column's name
        """Return the row with this id, or None; rows are shared between those who ask, so they must not be changed."""
        lane = self._tables.get(table)
        if lane is None:
            lane = self._tables[table] = _Lane(self._database, table)
        return await lane.get(id)


class _Lane:
    """The reads of one table: what comes while two queries are under way waits together for the next one."""

    def __init__(self, database: Database, table: sa.Table) -> None:
        self._database = database
        statement = Statement(
            sa.select(table).where(table.c.id == sa.func.any(sa.bindparam("ids", type_=ARRAY(sa.Uuid))))
        )
        self._query = statement.text.encode()
        self._waiting: dict[UUID, asyncio.Future[Found]] = {}
        self._under_way = 0
        self._tasks: set[asyncio.Task[None]] = set()

    async def get(self, id: UUID) -> Found:  # noqa: A002 - the column's name
        future = self._waiting.get(id)
        if future is None:
            future = self._waiting[id] = asyncio.get_running_loop().create_future()
        if self._under_way < _IN_FLIGHT:
            self._under_way += 1
            task = asyncio.create_task(self._drain())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return await asyncio.shield(future)  # one who gives up must not cancel the others

    async def _drain(self) -> None:
        try:
            while self._waiting:
                asked = dict(islice(self._waiting.items(), _MOST))
                for id_ in asked:
                    del self._waiting[id_]
                await self._answer(asked)
        finally:
            self._under_way -= 1  # at once: a read that comes now must not count on this task, which is over

    async def _answer(self, asked: dict[UUID, asyncio.Future[Found]]) -> None:
        try:
            rows = await self._find(list(asked))
        except Exception as error:  # noqa: BLE001 - every waiter gets it
            for future in asked.values():
                future.set_exception(error)
                future.exception()  # whoever asked may have gone
        else:
            for id_, future in asked.items():
                future.set_result(rows.get(id_))

    async def _find(self, ids: list[UUID]) -> dict[UUID, dict[str, Any]]:
        try:
            return await self._fetch(ids)
        except PoolTimeout:
            raise
        except psycopg.OperationalError:
            return await self._fetch(ids)  # that connection was dead, from before a restart perhaps

    async def _fetch(self, ids: list[UUID]) -> dict[UUID, dict[str, Any]]:
        async with (
            self._database.connection() as connection,
            connection.cursor(binary=True, row_factory=dict_row) as cursor,
        ):
            await cursor.execute(self._query, {"ids": ids})
            return {row["id"]: row for row in await cursor.fetchall()}
