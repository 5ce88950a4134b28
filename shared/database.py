"""One service's PostgreSQL: an asynchronous psycopg pool that runs SQLAlchemy Core statements."""

import asyncio
import re
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

import orjson
import psycopg
import sqlalchemy as sa
from psycopg import AsyncConnection, AsyncCursor
from psycopg.rows import dict_row
from psycopg.types.json import JsonbDumper, set_json_dumps, set_json_loads
from psycopg_pool import AsyncConnectionPool
from sqlalchemy.dialects.postgresql.psycopg import PGDialectAsync_psycopg

_DIALECT = PGDialectAsync_psycopg()  # type: ignore[no-untyped-call]
_POOL_TIMEOUT_S = 5.0
# A process that is frozen inside of a transaction must not hold its locks for longer than others can wait. Where it was
# amid a pipeline the server does not take it for idle: hence the limit of the whole transaction. Amid a COPY the server
# looks at no limit before the client goes on: housekeeping ends such a transaction.
_OPTIONS = "-c lock_timeout=1s -c idle_in_transaction_session_timeout=10s -c transaction_timeout=15s -c TimeZone=UTC"
# Escaping the bytes of events inside of a text array took psycopg 40 times as long as handing them over as they are.
_IN_BINARY = re.compile(r"%\((\w+)\)s(?=::(?:UUID|BYTEA)\[\])")
UNLIMITED = "SET LOCAL transaction_timeout = 0"
"""For a transaction that reads for long and holds no lock that others wait for."""

set_json_dumps(lambda value: orjson.dumps(value, default=str))
set_json_loads(orjson.loads)


LOST = (
    psycopg.OperationalError,  # connections, locks, serialisation, deadlocks, a full disk, a pool without connections
    psycopg.InterfaceError,
    psycopg.errors.IdleInTransactionSessionTimeout,
    psycopg.errors.TransactionTimeout,
)
"""What fails through no fault of the statement, and may succeed when it is tried again."""


class Statement:
    """A SQLAlchemy Core statement compiled once. Run it with the names of its bind parameters."""

    __slots__ = ("defaults", "text")

    def __init__(self, statement: sa.ClauseElement) -> None:
        """Compile for psycopg."""
        compiled = statement.compile(dialect=_DIALECT, compile_kwargs={"render_postcompile": True})
        self.text = _IN_BINARY.sub(r"%(\1)b", str(compiled))
        self.defaults = dict(compiled.params)

    def parameters(self, given: Mapping[str, Any] | None) -> dict[str, Any]:
        """Return all parameters: the statement's own constants and what is given."""
        return {**self.defaults, **given} if given else self.defaults


Query = Statement | sa.ClauseElement | str


async def run(cursor: AsyncCursor[Any], query: Query, params: Mapping[str, Any] | Sequence[Any] | None = None) -> None:
    """Execute a compiled statement, a SQLAlchemy one (compiled now) or plain SQL text on a cursor."""
    if isinstance(query, sa.ClauseElement):
        query = Statement(query)
    if isinstance(query, Statement):
        if params is not None and not isinstance(params, Mapping):
            msg = "a compiled statement takes its parameters by name"
            raise TypeError(msg)
        await cursor.execute(query.text.encode(), query.parameters(params))
    else:
        await cursor.execute(query.encode(), params)


class Rows:
    """A transaction that is open: statements run in it commit or vanish together."""

    def __init__(self, connection: AsyncConnection[Any]) -> None:
        """Wrap the connection on which the transaction is open."""
        self.connection = connection

    async def fetch(
        self, query: Query, params: Mapping[str, Any] | Sequence[Any] | None = None
    ) -> list[dict[str, Any]]:
        """Return the rows of a query as dicts."""
        async with self.connection.cursor(row_factory=dict_row) as cursor:
            await run(cursor, query, params)
            return await cursor.fetchall()

    async def execute(self, query: Query, params: Mapping[str, Any] | Sequence[Any] | None = None) -> int:
        """Run a statement; return the number of rows it touched."""
        async with self.connection.cursor() as cursor:
            await run(cursor, query, params)
            return cursor.rowcount


class Database:
    """A pool on one database. Connections autocommit; `transaction()` opens a transaction."""

    def __init__(self, url: str, *, min_size: int = 1, max_size: int = 8) -> None:
        """Describe the pool; nothing is opened yet."""
        self.url = url
        self._pool = AsyncConnectionPool(
            url,
            min_size=min_size,
            max_size=max_size,
            open=False,
            timeout=_POOL_TIMEOUT_S,
            reconnect_timeout=float("inf"),
            configure=_configure,
            # 0: statements are prepared at once. One that psycopg would prepare later, and that stands in a pipeline
            # behind one that fails, it takes for prepared ever after.
            kwargs={"autocommit": True, "prepare_threshold": 0, "options": _OPTIONS},
        )

    async def open(self) -> None:
        """Start connecting in the background: a server that is down makes queries fail, not the process."""
        await self._pool.open(wait=False)

    async def close(self) -> None:
        """Close all connections."""
        await self._pool.close()

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[AsyncConnection[Any]]:
        """Lend a connection; raises `psycopg_pool.PoolTimeout` (an `OperationalError`) when none comes in 5 s."""
        broken, asked_to_end = False, _asked_to_end()
        try:
            async with self._pool.connection() as connection:
                if _asked_to_end() > asked_to_end:
                    raise asyncio.CancelledError  # the pool swallows it where a connection comes at the same moment
                try:
                    yield connection
                finally:
                    broken = connection.broken
        finally:
            if broken:
                await self._pool.check()  # where the server was restarted, those that wait in the pool are dead as well

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Rows]:
        """Open a transaction that commits at the end of the block."""
        async with self.connection() as connection, connection.transaction():
            yield Rows(connection)

    async def fetch(
        self, query: Query, params: Mapping[str, Any] | Sequence[Any] | None = None
    ) -> list[dict[str, Any]]:
        """Return the rows of one query as dicts."""
        async with self.connection() as connection:
            return await Rows(connection).fetch(query, params)

    async def fetch_one(
        self, query: Query, params: Mapping[str, Any] | Sequence[Any] | None = None
    ) -> dict[str, Any] | None:
        """Return the first row of one query, or None."""
        rows = await self.fetch(query, params)
        return rows[0] if rows else None

    async def execute(self, query: Query, params: Mapping[str, Any] | Sequence[Any] | None = None) -> int:
        """Run one statement in a transaction of its own; return the number of rows it touched."""
        async with self.connection() as connection:
            return await Rows(connection).execute(query, params)

    async def direct(self) -> AsyncConnection[Any]:
        """Return a connection outside the pool, for advisory locks, LISTEN and NOTIFY; the caller closes it."""
        connection = await psycopg.AsyncConnection.connect(self.url, autocommit=True, prepare_threshold=None)
        await _configure(connection)
        return connection


def _asked_to_end() -> int:
    """Return how often the running task has been cancelled."""
    task = asyncio.current_task()
    return task.cancelling() if task else 0


async def _configure(connection: AsyncConnection[Any]) -> None:
    connection.adapters.register_dumper(dict, JsonbDumper)
