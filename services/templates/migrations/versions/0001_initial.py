"""Templates, and the people whom they refer to."""

import sqlalchemy as sa
from alembic import op

from shared.migrations import create_plumbing, grant

revision = "0001"
down_revision = None

_time = sa.DateTime(timezone=True)
_living = sa.text("deleted_at IS NULL")


def upgrade() -> None:
    """Create the tables, and let the service read, add and change rows, but remove none."""
    create_plumbing(op, "templates")
    op.create_table(
        "user_refs",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("status", sa.Text, nullable=False, server_default="active"),
        sa.Column("not_before", _time),
        sa.CheckConstraint("status IN ('active', 'deactivated', 'deleted', 'erased')", name="user_refs_status_check"),
    )
    op.create_table(
        "templates",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("description", sa.Text),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("category", sa.Text),
        sa.Column("is_public", sa.Boolean, nullable=False),
        sa.Column("usage_count", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("created_by", sa.Uuid),
        sa.Column("created_at", _time, nullable=False),
        sa.Column("updated_at", _time, nullable=False),
        sa.Column("deleted_at", _time),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.ForeignKeyConstraint(
            ["created_by"], ["user_refs.id"], name="templates_created_by_fkey", ondelete="SET NULL"
        ),
        sa.CheckConstraint("char_length(name) <= 200", name="templates_name_check"),
        sa.CheckConstraint("char_length(description) <= 2000", name="templates_description_check"),
        sa.CheckConstraint("octet_length(content) <= 65536", name="templates_content_check"),
        sa.CheckConstraint("char_length(category) <= 100", name="templates_category_check"),
    )
    for column in ("created_by", "created_at", "updated_at", "deleted_at"):
        op.create_index(f"templates_{column}_idx", "templates", [column])
    for columns in (["is_public", "category", "usage_count", "id"], ["created_by", "updated_at", "id"]):
        op.create_index(f"templates_{'_'.join(columns)}_idx", "templates", columns, postgresql_where=_living)
    for table in ("user_refs", "templates"):
        grant(op, "SELECT, INSERT, UPDATE", table, "templates")
