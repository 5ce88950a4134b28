"""Conversations, their prompts, and what this service knows of people and templates."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from shared.migrations import create_plumbing, grant

revision = "0001"
down_revision = None

_time = sa.DateTime(timezone=True)
_living = sa.text("deleted_at IS NULL")
_prompt_status = "status IN ('pending', 'generating', 'completed', 'failed', 'cancelled', 'interrupted')"


def upgrade() -> None:
    """Create the tables, and let the service read, add and change rows, but remove none."""
    create_plumbing(op, "conversations")
    _create_references()
    _create_conversations()
    _create_prompts()
    _create_prompt_versions()
    for table in ("user_refs", "template_refs", "conversations", "prompts", "prompt_versions"):
        grant(op, "SELECT, INSERT, UPDATE", table, "conversations")


def _create_references() -> None:
    op.create_table(
        "user_refs",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("status", sa.Text, nullable=False, server_default="active"),
        sa.Column("not_before", _time),
        sa.CheckConstraint("status IN ('active', 'deactivated', 'deleted', 'erased')", name="user_refs_status_check"),
    )
    op.create_table(
        "template_refs",
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
        sa.CheckConstraint("status IN ('active', 'deleted')", name="template_refs_status_check"),
        sa.CheckConstraint("is_public OR (name IS NULL AND content IS NULL)", name="template_refs_private_check"),
    )


def _create_conversations() -> None:
    op.create_table(
        "conversations",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("context", JSONB, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("total_messages", sa.Integer, nullable=False, server_default="0"),
        sa.Column("created_at", _time, nullable=False),
        sa.Column("updated_at", _time, nullable=False),
        sa.Column("deleted_at", _time),
        sa.ForeignKeyConstraint(["user_id"], ["user_refs.id"], name="conversations_user_id_fkey", ondelete="CASCADE"),
        sa.CheckConstraint("char_length(title) <= 200", name="conversations_title_check"),
        # measured without the blanks that PostgreSQL writes between members
        sa.CheckConstraint(
            "jsonb_typeof(context) = 'object' "
            "AND octet_length(replace(replace(context::text, ', ', ','), ': ', ':')) <= 32768",
            name="conversations_context_check",
        ),
        sa.CheckConstraint("status IN ('active', 'archived')", name="conversations_status_check"),
    )
    for column in ("user_id", "created_at", "updated_at", "deleted_at"):
        op.create_index(f"conversations_{column}_idx", "conversations", [column])
    _create_index_of_the_living("conversations", "user_id", "status", "updated_at", "id")


def _create_prompts() -> None:
    op.create_table(
        "prompts",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("conversation_id", sa.Uuid, nullable=False),
        sa.Column("user_id", sa.Uuid, nullable=False, comment="the conversation's owner, whose key seals the events"),
        sa.Column("template_id", sa.Uuid),
        sa.Column("version", sa.Integer, nullable=False, comment="counts revisions"),
        sa.Column("stream_version", sa.BigInteger, nullable=False, comment="counts events"),
        sa.Column("mode", sa.Text, nullable=False),
        *_exchange(),
        sa.Column("deleted_at", _time),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name="prompts_conversation_id_fkey", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["template_id"], ["template_refs.id"], name="prompts_template_id_fkey", ondelete="SET NULL"
        ),
        sa.CheckConstraint("mode IN ('compose', 'answer')", name="prompts_mode_check"),
        *_limits("prompts"),
    )
    for column in ("conversation_id", "template_id", "created_at", "updated_at", "deleted_at"):
        op.create_index(f"prompts_{column}_idx", "prompts", [column])
    _create_index_of_the_living("prompts", "conversation_id", "created_at", "id")
    _create_index_of_the_living("prompts", "template_id", "created_at")
    _create_index_of_the_living("prompts", "model_used", "created_at")


def _create_prompt_versions() -> None:
    op.create_table(
        "prompt_versions",
        sa.Column("id", sa.Uuid, primary_key=True, comment="follows from prompt_id and version"),
        sa.Column("prompt_id", sa.Uuid, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        *_exchange(),
        # a batch writes the tables in the order of their names, and this one before prompts
        sa.ForeignKeyConstraint(
            ["prompt_id"],
            ["prompts.id"],
            name="prompt_versions_prompt_id_fkey",
            ondelete="CASCADE",
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.UniqueConstraint("prompt_id", "version", name="prompt_versions_prompt_id_version_key"),
        *_limits("prompt_versions"),
    )
    for column in ("created_at", "updated_at"):
        op.create_index(f"prompt_versions_{column}_idx", "prompt_versions", [column])


def _exchange() -> list[sa.Column[object]]:
    """Return what a prompt and each of its versions have in common."""
    return [
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("system_prompt", sa.Text),
        sa.Column("user_input", sa.Text, nullable=False),
        sa.Column("ai_response", sa.Text),
        sa.Column("response_time", sa.Integer, comment="milliseconds"),
        sa.Column("token_count", sa.Integer),
        sa.Column("model_used", sa.Text),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("created_at", _time, nullable=False),
        sa.Column("updated_at", _time, nullable=False),
    ]


def _limits(table: str) -> list[sa.CheckConstraint]:
    return [
        sa.CheckConstraint("octet_length(user_input) <= 65536", name=f"{table}_user_input_check"),
        sa.CheckConstraint("octet_length(ai_response) <= 1048576", name=f"{table}_ai_response_check"),
        sa.CheckConstraint(_prompt_status, name=f"{table}_status_check"),
    ]


def _create_index_of_the_living(table: str, *columns: str) -> None:
    op.create_index(f"{table}_{'_'.join(columns)}_idx", table, list(columns), postgresql_where=_living)
