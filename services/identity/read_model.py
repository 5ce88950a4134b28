"""What identity can be asked: people and their sessions."""

import sqlalchemy as sa

from shared.database import Statement

metadata = sa.MetaData()

_time = sa.DateTime(timezone=True)

users = sa.Table(
    "users",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column(
        "email", sa.Text, sa.CheckConstraint("char_length(email) <= 254", name="users_email_check"), nullable=False
    ),
    sa.Column("password_hash", sa.Text, comment="bcrypt; NULL for people of outside issuers"),
    sa.Column(
        "full_name",
        sa.Text,
        sa.CheckConstraint("char_length(full_name) <= 200", name="users_full_name_check"),
        nullable=False,
    ),
    sa.Column(
        "role",
        sa.Text,
        sa.CheckConstraint("role IN ('user', 'admin', 'auditor')", name="users_role_check"),
        nullable=False,
    ),
    sa.Column("is_active", sa.Boolean, nullable=False),
    sa.Column("email_verified", sa.Boolean, nullable=False),
    sa.Column("last_login_at", _time),
    sa.Column("created_at", _time, nullable=False),
    sa.Column("updated_at", _time, nullable=False),
    sa.Column("deleted_at", _time),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Index("users_last_login_at_idx", "last_login_at"),
    sa.Index("users_created_at_idx", "created_at"),
    sa.Index("users_updated_at_idx", "updated_at"),
    sa.Index("users_deleted_at_idx", "deleted_at"),
)
# whoever was deleted keeps his address
sa.Index("users_email_key", sa.func.lower(users.c.email), unique=True)

sessions = sa.Table(
    "sessions",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column(
        "user_id",
        sa.Uuid,
        sa.ForeignKey("users.id", name="sessions_user_id_fkey", ondelete="CASCADE"),
        nullable=False,
    ),
    # no event holds the hashes: without them, as after a rebuild from the log, no refresh token is good
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
    sa.Index("sessions_user_id_idx", "user_id"),
    sa.Index("sessions_expires_at_idx", "expires_at"),
    sa.Index("sessions_created_at_idx", "created_at"),
    sa.Index("sessions_updated_at_idx", "updated_at"),
    sa.Index("sessions_deleted_at_idx", "deleted_at"),
)

USER_BY_EMAIL = Statement(sa.select(users).where(sa.func.lower(users.c.email) == sa.func.lower(sa.bindparam("email"))))
"""The account with an address, written in whatever case."""
