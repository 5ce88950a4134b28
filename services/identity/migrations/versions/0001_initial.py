"""People and their sessions."""

import sqlalchemy as sa
from alembic import op

from shared.migrations import create_plumbing, grant

revision = "0001"
down_revision = None

_time = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables, and let the service read, add and change rows, but remove none."""
    create_plumbing(op, "identity")
    op.create_table(
        "users",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("email", sa.Text, nullable=False),
        sa.Column("password_hash", sa.Text, comment="bcrypt; NULL for people of outside issuers"),
        sa.Column("full_name", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("is_active", sa.Boolean, nullable=False),
        sa.Column("email_verified", sa.Boolean, nullable=False),
        sa.Column("last_login_at", _time),
        sa.Column("created_at", _time, nullable=False),
        sa.Column("updated_at", _time, nullable=False),
        sa.Column("deleted_at", _time),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.CheckConstraint("char_length(email) <= 254", name="users_email_check"),
        sa.CheckConstraint("char_length(full_name) <= 200", name="users_full_name_check"),
        sa.CheckConstraint("role IN ('user', 'admin', 'auditor')", name="users_role_check"),
    )
    op.create_index("users_email_key", "users", [sa.text("lower(email)")], unique=True)
    for column in ("last_login_at", "created_at", "updated_at", "deleted_at"):
        op.create_index(f"users_{column}_idx", "users", [column])
    op.create_table(
        "sessions",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("user_id", sa.Uuid, nullable=False),
        sa.Column(
            "session_hash",
            sa.Text,
            nullable=False,
            server_default="",
            comment="SHA-256 of the secret that all its refresh tokens share",
        ),
        sa.Column(
            "token_hash",
            sa.Text,
            nullable=False,
            server_default="",
            comment="SHA-256 of the secret of the newest refresh token",
        ),
        sa.Column("expires_at", _time, nullable=False),
        sa.Column("created_at", _time, nullable=False),
        sa.Column("updated_at", _time, nullable=False),
        sa.Column("deleted_at", _time, comment="when it ended"),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="sessions_user_id_fkey", ondelete="CASCADE"),
    )
    for column in ("user_id", "expires_at", "created_at", "updated_at", "deleted_at"):
        op.create_index(f"sessions_{column}_idx", "sessions", [column])
    grant(op, "SELECT, INSERT, UPDATE", "users", "identity")
    grant(op, "SELECT, INSERT, UPDATE", "sessions", "identity")
