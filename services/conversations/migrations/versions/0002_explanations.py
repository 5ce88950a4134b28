"""Where each sentence of a prompt came from, beside the prompt."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the column to prompts and their versions."""
    for table in ("prompts", "prompt_versions"):
        op.add_column(table, sa.Column("explanation", JSONB, comment="provenance, conflicts and questions"))
