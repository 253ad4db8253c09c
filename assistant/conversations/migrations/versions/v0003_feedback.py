"""Conversations and links -> with feedback on answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

__all__ = ["branch_labels", "depends_on", "down_revision", "downgrade", "revision", "upgrade"]

revision = "0003"
down_revision: str | None = "0002"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "feedback",
        sa.Column("turn_id", sa.Text(), sa.ForeignKey("turns.id", ondelete="CASCADE"), primary_key=True),
        sa.Column(
            "visitor_id", sa.Text(), sa.ForeignKey("visitors.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("thumb", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("engine", sa.Text(), nullable=False),
        sa.Column("chunks", sa.Text(), nullable=False),
        sa.Column("generation", sa.Text()),
        sa.Column("given", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_feedback_visitor_id", "feedback", ["visitor_id"])
    op.create_index("ix_feedback_given", "feedback", ["given"])


def downgrade() -> None:
    """Take it away."""
    op.drop_table("feedback")
