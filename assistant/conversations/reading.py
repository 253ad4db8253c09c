"""Rows of a conversation -> its branches and turns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.conversations.branches import Node, path_to
from assistant.conversations.stored import StoredTurn, Unanswered
from assistant.conversations.tables import ANSWERED, PENDING, ConversationRow, TurnRow
from assistant.conversations.transcript import answer_from_text
from assistant.types import Turn

__all__ = ["answered_nodes", "history_of", "read_turns", "read_unanswered"]


def answered_nodes(session: Session, conversation: str) -> tuple[Node, ...]:
    """Where each answered turn stands, in the order of asking."""
    rows = session.execute(
        select(TurnRow.id, TurnRow.parent_id, TurnRow.number, TurnRow.chosen)
        .where(TurnRow.conversation_id == conversation, TurnRow.state == ANSWERED)
        .order_by(TurnRow.number)
    )
    return tuple(Node(*row) for row in rows)


def read_turns(
    session: Session, nodes: Iterable[Node], children: Mapping[str | None, Sequence[Node]]
) -> tuple[StoredTurn, ...]:
    """The answered turns of these nodes, in their order, each with the branches of its parent."""
    wanted = list(nodes)
    rows = _rows(session, [node.id for node in wanted])
    return tuple(
        _stored(rows[node.id], tuple(sibling.id for sibling in children[node.parent])) for node in wanted
    )


def read_unanswered(session: Session, conversation: str, last: str | None) -> Unanswered | None:
    """The newest question after the last shown turn that has no answer."""
    row = session.scalars(
        select(TurnRow)
        .where(
            TurnRow.conversation_id == conversation,
            TurnRow.state == PENDING,
            TurnRow.parent_id.is_(None) if last is None else TurnRow.parent_id == last,
        )
        .order_by(TurnRow.number.desc())
        .limit(1)
    ).one_or_none()
    return Unanswered(row.id, row.question, row.asked) if row else None


def history_of(session: Session, conversation: ConversationRow, parent: str | None) -> tuple[Turn, ...]:
    """What a question asked after `parent` may lean on: its branch, from where the conversation says."""
    path = path_to(parent, answered_nodes(session, conversation.id))
    if conversation.leans_after in path:
        path = path[path.index(conversation.leans_after) + 1 :]
    rows = _rows(session, path)
    return tuple(_stored(rows[id], ()).turn for id in path)


def _rows(session: Session, ids: Sequence[str]) -> dict[str, TurnRow]:
    return {row.id: row for row in session.scalars(select(TurnRow).where(TurnRow.id.in_(ids)))}


def _stored(row: TurnRow, branches: tuple[str, ...]) -> StoredTurn:
    assert row.answer is not None
    assert row.answered is not None
    answer = answer_from_text(row.answer)
    return StoredTurn(
        row.id, row.parent_id, row.question, answer, row.asked, row.answered, row.generation, row.brought,
        branches,
    )  # fmt: skip
