"""Nothing -> visitors, their conversations and turns."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

__all__ = ["branch_labels", "depends_on", "down_revision", "downgrade", "revision", "upgrade"]

revision = "0001"
down_revision: str | None = None
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Make the tables."""
    _visitors()
    _conversations()
    _turns()


def downgrade() -> None:
    """Take them away, with all that they hold."""
    for table in ("turns", "conversations", "device_codes", "visitor_keys", "visitors"):
        op.drop_table(table)


def _visitors() -> None:
    op.create_table(
        "visitors",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen", sa.DateTime(timezone=True), nullable=False),
    )
    for table, hashed, more in (
        ("visitor_keys", "key_hash", ()),
        ("device_codes", "code_hash", (sa.Column("expires", sa.DateTime(timezone=True), nullable=False),)),
    ):
        op.create_table(
            table,
            sa.Column(hashed, sa.Text(), primary_key=True),
            _belongs_to("visitors", "visitor_id"),
            sa.Column("sealed_secret", sa.Text(), nullable=False),
            *more,
        )
        op.create_index(f"ix_{table}_visitor_id", table, ["visitor_id"])


def _conversations() -> None:
    op.create_table(
        "conversations",
        sa.Column("id", sa.Text(), primary_key=True),
        _belongs_to("visitors", "visitor_id"),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_words", sa.Text(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("touched", sa.DateTime(timezone=True), nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("leans_after", sa.Text()),
    )
    op.create_index("ix_conversations_touched", "conversations", ["touched"])
    op.create_index("ix_conversations_of_visitor", "conversations", ["visitor_id", "touched"])


def _turns() -> None:
    op.create_table(
        "turns",
        sa.Column("id", sa.Text(), primary_key=True),
        _belongs_to("conversations", "conversation_id"),
        sa.Column("parent_id", sa.Text(), sa.ForeignKey("turns.id", ondelete="CASCADE")),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("chosen", sa.Boolean(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("asked", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered", sa.DateTime(timezone=True)),
        sa.Column("answer", sa.Text()),
        sa.Column("generation", sa.Text()),
        sa.Column("brought", sa.Boolean(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.UniqueConstraint("conversation_id", "number", name="uq_turns_number"),
    )
    op.create_index("ix_turns_parent_id", "turns", ["parent_id"])


def _belongs_to(table: str, column: str) -> sa.Column[str]:
    return sa.Column(column, sa.Text(), sa.ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False)
