"""The tables of baseline (b): columns, constraints and indexes of Sysloom's own, mapped for the ORM."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from shared.ids import uuid7

_time = sa.DateTime(timezone=True)


class Base(DeclarativeBase):
    metadata = sa.MetaData(naming_convention={"ix": "%(table_name)s_%(column_0_N_name)s_idx"})


class User(Base):
    __tablename__ = "users"

    id: Mapped[UUID] = mapped_column(primary_key=True)


class Template(Base):
    __tablename__ = "templates"
    __table_args__ = (
        sa.CheckConstraint("char_length(name) <= 200"),
        sa.CheckConstraint("char_length(description) <= 2000"),
        sa.CheckConstraint("octet_length(content) <= 65536"),
        sa.CheckConstraint("char_length(category) <= 100"),
        sa.Index(None, "is_public", "category", "usage_count", "id", postgresql_where=sa.text("deleted_at IS NULL")),
        sa.Index(None, "created_by", "updated_at", "id", postgresql_where=sa.text("deleted_at IS NULL")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(sa.BigInteger)
    name: Mapped[str] = mapped_column(sa.Text)
    description: Mapped[str | None] = mapped_column(sa.Text)
    content: Mapped[str] = mapped_column(sa.Text)
    category: Mapped[str | None] = mapped_column(sa.Text)
    is_public: Mapped[bool]
    usage_count: Mapped[int] = mapped_column(sa.BigInteger)
    created_by: Mapped[UUID | None] = mapped_column(sa.ForeignKey("users.id", ondelete="SET NULL"), index=True)
    created_at: Mapped[datetime] = mapped_column(_time, index=True)
    updated_at: Mapped[datetime] = mapped_column(_time, index=True)
    deleted_at: Mapped[datetime | None] = mapped_column(_time, index=True)

    def __init__(self, **values: Any) -> None:
        """Set here what the database would have to be asked for otherwise."""
        now = datetime.now(UTC)
        given = {
            "id": uuid7(),
            "version": 1,
            "is_public": False,
            "usage_count": 0,
            "created_at": now,
            "updated_at": now,
        }
        super().__init__(**(given | values))


class AuditLog(Base):
    __tablename__ = "audit_logs"
    __table_args__ = (
        sa.Index(None, "entity_type", "entity_id", "id"),
        sa.Index(None, "user_id", "id"),
        sa.Index(None, "action", "id"),
        sa.Index(
            "audit_logs_outcome_id_idx",
            sa.text("(metadata ->> 'outcome')"),
            "id",
            postgresql_where=sa.text("metadata ->> 'outcome' <> 'success'"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("users.id", ondelete="RESTRICT"))
    entity_type: Mapped[str] = mapped_column(sa.Text)
    entity_id: Mapped[UUID | None]
    action: Mapped[str] = mapped_column(sa.Text)
    old_values: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    new_values: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    ip_address: Mapped[str | None] = mapped_column(sa.Text)
    user_agent: Mapped[str | None] = mapped_column(sa.Text)
    created_at: Mapped[datetime] = mapped_column(_time, index=True)
    details: Mapped[dict[str, Any]] = mapped_column("metadata", JSONB)

    def __init__(self, **values: Any) -> None:
        """Set here what the database would have to be asked for otherwise."""
        super().__init__(**({"id": uuid7(), "created_at": datetime.now(UTC)} | values))
