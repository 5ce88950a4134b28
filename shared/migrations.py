"""Creating the plumbing tables, their functions and grants, and running one service's Alembic history."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from shared.ids import SHARDS
from shared.tables import log_epochs, log_head, plumbing, relay_state

if TYPE_CHECKING:
    from alembic.config import Config

_FUNCTIONS = (
    # head rows are locked in shard order, so that two processes cannot deadlock
    """
    CREATE FUNCTION hold_heads(shards smallint[]) RETURNS void LANGUAGE plpgsql AS $$
    DECLARE reason text;
    BEGIN
        SELECT max(held.halted) INTO reason
        FROM (SELECT halted FROM log_head WHERE shard = ANY (shards) ORDER BY shard FOR UPDATE) AS held;
        IF reason IS NOT NULL THEN
            RAISE EXCEPTION 'the log is halted: %', reason USING ERRCODE = 'SY001';
        END IF;
    END $$
    """,
    # a key destroyed since it was cached must not seal anything any more
    """
    CREATE FUNCTION hold_keys(kids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
    DECLARE living bigint;
    BEGIN
        SELECT count(*) INTO living
        FROM (
            SELECT 1 FROM person_keys.keys
            WHERE kid = ANY (kids) AND wrapped IS NOT NULL
            ORDER BY person FOR KEY SHARE
        ) AS held;
        IF living <> cardinality(kids) THEN
            RAISE EXCEPTION 'a key has been destroyed' USING ERRCODE = 'SY002';
        END IF;
    END $$
    """,
)

_GRANTS = {
    "events": "SELECT, INSERT",
    "log_head": "SELECT, UPDATE",
    "log_epochs": "SELECT, INSERT",
    "person_keys.keys": "SELECT, INSERT, UPDATE",
    "idempotency": "SELECT, INSERT, DELETE",
    "relay_state": "SELECT, UPDATE",
    "relay_cursor": "SELECT, INSERT, UPDATE",
    "consumer_positions": "SELECT, INSERT, UPDATE",
    "dead_letters": "SELECT, INSERT",
    "parked_streams": "SELECT, INSERT",
    "jobs": "SELECT, INSERT, UPDATE, DELETE",
    "erased": "SELECT, INSERT",
    "alembic_version": "SELECT",
}


def create_plumbing(op: Any, role: str) -> None:
    """Create all plumbing tables with their first rows, and grant the service's role no more than it needs.

    `op` is `alembic.op`, a module that stands for the operations of the running migration.
    """
    op.execute("CREATE SCHEMA person_keys")
    plumbing.create_all(op.get_bind())
    for function in _FUNCTIONS:
        op.execute(function)
    op.execute("ALTER TABLE log_head SET (fillfactor = 20)")
    op.execute("ALTER TABLE person_keys.keys SET (fillfactor = 70)")
    heads = [{"shard": shard, "epoch": 1, "position": 0, "recorded_at": sa.func.now()} for shard in range(SHARDS)]
    op.execute(log_head.insert().values(heads))
    op.execute(log_epochs.insert().values([{"epoch": 1, "shard": shard, "after": 0} for shard in range(SHARDS)]))
    op.execute(relay_state.insert().values(id=1, fence=0))
    op.execute(f"GRANT USAGE ON SCHEMA public, person_keys TO {role}")
    for table, rights in _GRANTS.items():
        grant(op, rights, table, role)


def grant(op: Any, rights: str, table: str, role: str) -> None:
    """Grant rights on one table to the service's role."""
    op.execute(f"GRANT {rights} ON {table} TO {role}")


def migrate(service: str, owner_url: str) -> None:
    """Bring one service's database to the head of its Alembic history.

    Concurrent runs wait for each other. Raises `sqlalchemy.exc.OperationalError` where the server cannot be reached.
    """
    from alembic import command  # noqa: PLC0415 - only migrating needs Alembic in memory

    engine = sa.create_engine(sqlalchemy_url(owner_url))
    try:
        with engine.connect() as connection:
            connection.execute(sa.text("SELECT pg_advisory_lock(hashtext('sysloom.migrate'))"))
            connection.commit()
            config = _config(service)
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    finally:
        engine.dispose()


def head_revision(service: str) -> str:
    """Return the newest revision of a service's history, which its `alembic_version` must hold.

    The number with which a revision's file begins is its name: Alembic itself would cost each process 9 MB.
    """
    return max(file.name.partition("_")[0] for file in (_folder(service) / "versions").glob("[0-9]*_*.py"))


def sqlalchemy_url(url: str) -> str:
    """Return the URL of a PostgreSQL database as SQLAlchemy names it for psycopg."""
    return "postgresql+psycopg://" + url.split("://", 1)[1]


def run_env() -> None:
    """Run the migrations from a service's `env.py`, on the connection that `migrate` opened."""
    from alembic import context  # noqa: PLC0415 - is only filled while Alembic runs env.py

    context.configure(connection=context.config.attributes["connection"], transaction_per_migration=True)
    with context.begin_transaction():
        context.run_migrations()


def _config(service: str) -> "Config":
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(_folder(service)).replace("%", "%%"))
    return config


def _folder(service: str) -> Path:
    return Path(__file__).parents[1] / "services" / service / "migrations"
