"""The plumbing tables that every service's database has beside its own."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB, UUID

plumbing = sa.MetaData()

_now = sa.text("now()")
_time = sa.DateTime(timezone=True)

events = sa.Table(
    "events",
    plumbing,
    sa.Column("originator_id", UUID, primary_key=True),
    sa.Column("originator_version", sa.BigInteger, primary_key=True),
    sa.Column("topic", sa.Text, nullable=False, comment="the type name, as <service>.<Class>"),
    sa.Column("body", sa.LargeBinary, nullable=False, comment="the envelope without its place and recorded time"),
    sa.Column("event_id", UUID, nullable=False, unique=True),
    sa.Column("epoch", sa.Integer, nullable=False),
    sa.Column("shard", sa.SmallInteger, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
    sa.Column("recorded_at", _time, nullable=False),
    # the two columns by which the eventsourcing library's own recorder reads the table; they take no room
    sa.Column("state", sa.LargeBinary, sa.Computed("body", persisted=False)),
    sa.Column("notification_id", sa.BigInteger, sa.Computed("(position - 1) * 12 + shard + 1", persisted=False)),
    sa.UniqueConstraint("shard", "position"),
)

log_head = sa.Table(
    "log_head",
    plumbing,
    sa.Column("shard", sa.SmallInteger, primary_key=True, autoincrement=False),
    sa.Column("epoch", sa.Integer, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
    sa.Column("recorded_at", _time, nullable=False),
    sa.Column("halted", sa.Text, comment="why the service takes no writes, or NULL"),
)

log_epochs = sa.Table(
    "log_epochs",
    plumbing,
    sa.Column("epoch", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("shard", sa.SmallInteger, primary_key=True, autoincrement=False),
    sa.Column("after", sa.BigInteger, nullable=False, comment="the position after which the epoch starts"),
)

person_keys = sa.Table(
    "keys",
    plumbing,
    sa.Column("person", UUID, primary_key=True),
    sa.Column("kid", UUID, nullable=False, unique=True),
    sa.Column("wrapped", sa.LargeBinary, comment="wrapped by the service's master key (RFC 3394); NULL once destroyed"),
    sa.Column("created_at", _time, nullable=False, server_default=_now),
    sa.Column("destroyed_at", _time),
    schema="person_keys",
)

idempotency = sa.Table(
    "idempotency",
    plumbing,
    sa.Column("caller", UUID, primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("digest", sa.LargeBinary, nullable=False, comment="HMAC-SHA-256 of the request"),
    sa.Column("event_id", UUID, nullable=False, comment="what the answer is sealed for"),
    sa.Column("answer", sa.Text, nullable=False, comment="the whole answer, sealed under the caller's key"),
    sa.Column("created_at", _time, nullable=False, server_default=_now, index=True),
)

relay_state = sa.Table(
    "relay_state",
    plumbing,
    sa.Column("id", sa.SmallInteger, sa.CheckConstraint("id = 1"), primary_key=True, autoincrement=False),
    sa.Column("fence", sa.BigInteger, nullable=False, comment="raised by each new leader"),
)

relay_cursor = sa.Table(
    "relay_cursor",
    plumbing,
    sa.Column("shard", sa.SmallInteger, primary_key=True, autoincrement=False),
    sa.Column("position", sa.BigInteger, nullable=False),
    sa.Column("fence", sa.BigInteger, nullable=False),
)

consumer_positions = sa.Table(
    "consumer_positions",
    plumbing,
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("shard", sa.SmallInteger, primary_key=True, autoincrement=False),
    sa.Column("epoch", sa.Integer, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
)

dead_letters = sa.Table(
    "dead_letters",
    plumbing,
    sa.Column("id", UUID, primary_key=True),
    sa.Column("status", sa.Text, sa.CheckConstraint("status IN ('dead', 'parked', 'unknown')"), nullable=False),
    sa.Column("topic", sa.Text, nullable=False),
    sa.Column("partition", sa.Integer, nullable=False),
    sa.Column("offset", sa.BigInteger),
    sa.Column("source", sa.Text),
    sa.Column("epoch", sa.Integer),
    sa.Column("shard", sa.SmallInteger),
    sa.Column("position", sa.BigInteger),
    sa.Column("event_id", UUID),
    sa.Column("stream", sa.Text),
    sa.Column("type", sa.Text),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("cause", sa.Text),
    sa.Column("key", sa.LargeBinary),
    sa.Column("record", sa.LargeBinary),
    sa.Column("created_at", _time, nullable=False, server_default=_now, index=True),
)

parked_streams = sa.Table(
    "parked_streams",
    plumbing,
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("stream", sa.Text, primary_key=True),
    sa.Column("since", _time, nullable=False, server_default=_now),
)

jobs = sa.Table(
    "jobs",
    plumbing,
    sa.Column("id", UUID, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("payload", JSONB, nullable=False),
    sa.Column("cause", JSONB, nullable=False, comment="correlation, causation, trace and person of what asked for it"),
    sa.Column("run_at", _time, nullable=False, server_default=_now, index=True),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("locked_until", _time),
    sa.Column("last_error", sa.Text),
    sa.Column("created_at", _time, nullable=False, server_default=_now),
)

erased = sa.Table(
    "erased",
    plumbing,
    sa.Column("id", UUID, primary_key=True),
    sa.Column("erased_at", _time, nullable=False, server_default=_now),
)
