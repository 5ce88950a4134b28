"""What can be asked of conversations and prompts: their tables, and the lists of them."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from shared.database import Database, Statement

metadata = sa.MetaData()

KIB = 1024
PROMPT_STATUSES = ("pending", "generating", "completed", "failed", "cancelled", "interrupted")

# what the context takes without the blanks that PostgreSQL writes between its members
_CONTEXT_BYTES = "octet_length(replace(replace(context::text, ', ', ','), ': ', ':'))"


def _time(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _one_of(column: str, *values: str) -> str:
    return f"{column} IN ({', '.join(repr(value) for value in values)})"


def _at_most(column: str, octets: int) -> str:
    return f"octet_length({column}) <= {octets}"


def _reference(column: str, to: str, name: str, ondelete: str, *, initially: str | None = None) -> sa.Column[Any]:
    deferrable = True if initially else None
    key = sa.ForeignKey(to, name=name, ondelete=ondelete, deferrable=deferrable, initially=initially)
    return sa.Column(column, sa.Uuid, key, nullable=ondelete == "SET NULL")


def _indexes(table: str, *columns: str) -> list[sa.Index]:
    return [sa.Index(f"{table}_{column}_idx", column) for column in columns]


def _index_of_the_living(table: str, *columns: str) -> sa.Index:
    return sa.Index(f"{table}_{'_'.join(columns)}_idx", *columns, postgresql_where=sa.text("deleted_at IS NULL"))


user_refs = sa.Table(
    "user_refs",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("status", sa.Text, nullable=False, server_default="active"),
    _time("not_before", nullable=True),
    sa.CheckConstraint(_one_of("status", "active", "deactivated", "deleted", "erased"), name="user_refs_status_check"),
)

template_refs = sa.Table(
    "template_refs",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False, comment="the template's version that it stands at"),
    sa.Column("created_by", sa.Uuid),
    sa.Column("is_public", sa.Boolean, nullable=False),
    sa.Column("name", sa.Text, comment="of a public template"),
    sa.Column("content", sa.Text, comment="of a public template"),
    sa.Column("sealed", sa.Text, comment="of a private template: the JWE that holds its content"),
    sa.Column("sealed_in", sa.Uuid, comment="the event that the JWE is sealed for"),
    sa.Column("person", sa.Uuid, comment="under whose key"),
    sa.CheckConstraint(_one_of("status", "active", "deleted"), name="template_refs_status_check"),
    sa.CheckConstraint("is_public OR (name IS NULL AND content IS NULL)", name="template_refs_private_check"),
)

conversations = sa.Table(
    "conversations",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("version", sa.BigInteger, nullable=False),
    _reference("user_id", "user_refs.id", "conversations_user_id_fkey", "CASCADE"),
    sa.Column("title", sa.Text),
    sa.Column("context", JSONB, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("total_messages", sa.Integer, nullable=False, server_default="0"),
    _time("created_at"),
    _time("updated_at"),
    _time("deleted_at", nullable=True),
    sa.CheckConstraint("char_length(title) <= 200", name="conversations_title_check"),
    sa.CheckConstraint(
        f"jsonb_typeof(context) = 'object' AND {_CONTEXT_BYTES} <= {32 * KIB}", name="conversations_context_check"
    ),
    sa.CheckConstraint(_one_of("status", "active", "archived"), name="conversations_status_check"),
    *_indexes("conversations", "user_id", "created_at", "updated_at", "deleted_at"),
    _index_of_the_living("conversations", "user_id", "status", "updated_at", "id"),
)


def _exchange() -> list[sa.Column[Any]]:
    """Return what a prompt and each of its versions have in common."""
    return [
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("system_prompt", sa.Text),
        sa.Column("user_input", sa.Text, nullable=False),
        sa.Column("ai_response", sa.Text),
        sa.Column("response_time", sa.Integer, comment="milliseconds"),
        sa.Column("token_count", sa.Integer),
        sa.Column("model_used", sa.Text),
        sa.Column("explanation", JSONB, comment="provenance, conflicts and questions"),
        sa.Column("status", sa.Text, nullable=False),
        _time("created_at"),
        _time("updated_at"),
    ]


def _limits(table: str) -> list[sa.CheckConstraint]:
    return [
        sa.CheckConstraint(_at_most("user_input", 64 * KIB), name=f"{table}_user_input_check"),
        sa.CheckConstraint(_at_most("ai_response", 1024 * KIB), name=f"{table}_ai_response_check"),
        sa.CheckConstraint(_one_of("status", *PROMPT_STATUSES), name=f"{table}_status_check"),
    ]


prompts = sa.Table(
    "prompts",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    _reference("conversation_id", "conversations.id", "prompts_conversation_id_fkey", "CASCADE"),
    sa.Column("user_id", sa.Uuid, nullable=False, comment="the conversation's owner, whose key seals the events"),
    _reference("template_id", "template_refs.id", "prompts_template_id_fkey", "SET NULL"),
    sa.Column("version", sa.Integer, nullable=False, comment="counts revisions"),
    sa.Column("stream_version", sa.BigInteger, nullable=False, comment="counts events"),
    sa.Column("mode", sa.Text, nullable=False),
    *_exchange(),
    _time("deleted_at", nullable=True),
    sa.CheckConstraint(_one_of("mode", "compose", "answer"), name="prompts_mode_check"),
    *_limits("prompts"),
    *_indexes("prompts", "conversation_id", "template_id", "created_at", "updated_at", "deleted_at"),
    _index_of_the_living("prompts", "conversation_id", "created_at", "id"),
    _index_of_the_living("prompts", "template_id", "created_at"),
    _index_of_the_living("prompts", "model_used", "created_at"),
)

prompt_versions = sa.Table(
    "prompt_versions",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True, comment="follows from prompt_id and version"),
    # a batch writes the tables in the order of their names, and this one before prompts
    _reference("prompt_id", "prompts.id", "prompt_versions_prompt_id_fkey", "CASCADE", initially="DEFERRED"),
    sa.Column("version", sa.Integer, nullable=False),
    *_exchange(),
    sa.UniqueConstraint("prompt_id", "version", name="prompt_versions_prompt_id_version_key"),
    *_limits("prompt_versions"),
    *_indexes("prompt_versions", "created_at", "updated_at"),
)

Key = tuple[Any, ...] | None
_FIRST, _LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
_LOWEST, _HIGHEST = UUID(int=0), UUID(int=2**128 - 1)


def _beyond(time: sa.Column[Any], id_: sa.Column[Any]) -> tuple[Any, Any]:
    """Return the sort values of a row and those of the last row seen, to be compared."""
    last = (sa.bindparam("at", type_=time.type), sa.bindparam("last", type_=sa.Uuid))
    return sa.tuple_(time, id_), sa.tuple_(*last)


def _conversations_of() -> Statement:
    row, last = _beyond(conversations.c.updated_at, conversations.c.id)
    return Statement(
        sa.select(conversations)
        .where(
            conversations.c.user_id == sa.bindparam("person"),
            conversations.c.status == sa.bindparam("in_status"),
            conversations.c.deleted_at.is_(None),
            row < last,
        )
        .order_by(conversations.c.updated_at.desc(), conversations.c.id.desc())
        .limit(sa.bindparam("most"))
    )


# a prompt as its aggregate names its fields
_as_told = (
    *(column for column in prompts.c if column.name not in {"version", "stream_version"}),
    prompts.c.version.label("revision"),
    prompts.c.stream_version.label("version"),
)
_living = (prompts.c.conversation_id == sa.bindparam("of"), prompts.c.deleted_at.is_(None))


def _prompts_of() -> Statement:
    row, last = _beyond(prompts.c.created_at, prompts.c.id)
    return Statement(
        sa.select(*_as_told)
        .where(*_living, row > last)
        .order_by(prompts.c.created_at, prompts.c.id)
        .limit(sa.bindparam("most"))
    )


_CONVERSATIONS = _conversations_of()
_PROMPTS = _prompts_of()
_PROMPT_IDS = Statement(
    sa.select(prompts.c.id).where(*_living).order_by(prompts.c.created_at, prompts.c.id).limit(sa.bindparam("most"))
)


def _newest_turns() -> Statement:
    newest = (prompts.c.created_at.desc(), prompts.c.id.desc())
    size = sa.func.octet_length(prompts.c.user_input) + sa.func.octet_length(prompts.c.ai_response)
    turns = (
        sa.select(prompts.c.user_input, prompts.c.ai_response, sa.func.sum(size).over(order_by=newest).label("bytes"))
        .where(*_living, prompts.c.status == "completed")
        .order_by(*newest)
        .limit(sa.bindparam("most"))
        .subquery("turns")
    )
    return Statement(
        sa.select(turns.c.user_input, turns.c.ai_response)
        .where(turns.c.bytes <= sa.bindparam("most_bytes"))
        .order_by(turns.c.bytes.desc())
    )


_TURNS = _newest_turns()


async def conversations_of(
    database: Database, person: UUID, *, status: str, after: Key, most: int
) -> list[dict[str, Any]]:
    """Return a person's conversations, the last changed first, beyond (`updated_at`, `id`) of the last one seen."""
    at, last = after or (_LAST, _HIGHEST)
    params = {"person": person, "in_status": status, "at": at, "last": last, "most": most}
    return await database.fetch(_CONVERSATIONS, params)


async def prompts_of(database: Database, conversation_id: UUID, *, after: Key, most: int) -> list[dict[str, Any]]:
    """Return a conversation's prompts, the oldest first, beyond (`created_at`, `id`) of the last one seen.

    As in the aggregate, `revision` counts revisions and `version` events.
    """
    at, last = after or (_FIRST, _LOWEST)
    return await database.fetch(_PROMPTS, {"of": conversation_id, "at": at, "last": last, "most": most})


async def prompt_ids_of(database: Database, conversation_id: UUID, *, most: int) -> list[UUID]:
    """Return the ids of a conversation's first undeleted prompts."""
    return [row["id"] for row in await database.fetch(_PROMPT_IDS, {"of": conversation_id, "most": most})]


async def newest_turns(
    database: Database, conversation_id: UUID, *, most: int, most_bytes: int
) -> list[tuple[str, str]]:
    """Return what was asked and answered last in a conversation, in its order; no turn is cut."""
    rows = await database.fetch(_TURNS, {"of": conversation_id, "most": most, "most_bytes": most_bytes})
    return [(row["user_input"], row["ai_response"]) for row in rows]
