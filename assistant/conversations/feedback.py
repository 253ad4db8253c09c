"""A thumb on an answer -> kept with what is needed to mend it; all thumbs -> the maintainers' list."""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import delete, select

from assistant.conversations.database import Database
from assistant.conversations.limits import MOST_REASON, fitting
from assistant.conversations.owned import owned_conversation, owned_turn
from assistant.conversations.stored import Feedback, FeedbackEntry, Thumb, Visitor
from assistant.conversations.tables import ANSWERED, FeedbackRow, TurnRow
from assistant.conversations.transcript import answer_from_text
from assistant.conversations.wording import StorageWording
from assistant.errors import WrongUseError

__all__ = ["Thumbs"]


class Thumbs:
    """What visitors think of their answers. It goes when the conversation is deleted."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def give(self, visitor: Visitor, turn: str, thumb: Thumb, reason: str, now: datetime) -> None:
        """Keep a thumb on one of the visitor's answers, in place of the former one.

        Raises:
            NotYoursError: the turn is not theirs.
            WrongUseError: it has no answer yet, or the reason is too long.
        """
        reason = fitting("The reason", reason, MOST_REASON, needed=False)
        with self._database.writing() as session:
            row = owned_turn(session, visitor, turn, lock=True)
            if row.state != ANSWERED or row.answer is None:
                raise WrongUseError(StorageWording.NO_ANSWER)
            answer = answer_from_text(row.answer)
            chunks = list(dict.fromkeys(citation.chunk for citation in answer.citations))
            session.merge(
                FeedbackRow(
                    turn_id=turn, visitor_id=visitor.id, thumb=thumb, reason=reason, given=now,
                    outcome=answer.outcome, engine=answer.engine, chunks=json.dumps(chunks),
                    generation=row.generation,
                )
            )  # fmt: skip

    def take_back(self, visitor: Visitor, turn: str) -> None:
        """Remove the visitor's thumb from an answer; nothing where there is none."""
        with self._database.writing() as session:
            owned_turn(session, visitor, turn)
            session.execute(
                delete(FeedbackRow).where(FeedbackRow.turn_id == turn, FeedbackRow.visitor_id == visitor.id)
            )
        self._database.forget_traces()

    def of(self, visitor: Visitor, conversation: str) -> dict[str, Feedback]:
        """Turn id -> the visitor's thumb, in one of their conversations."""
        wanted = (
            select(FeedbackRow)
            .join(TurnRow, TurnRow.id == FeedbackRow.turn_id)
            .where(TurnRow.conversation_id == conversation, FeedbackRow.visitor_id == visitor.id)
        )
        with self._database.reading() as session:
            owned_conversation(session, visitor, conversation)
            return {
                row.turn_id: Feedback(row.turn_id, _thumb(row.thumb), row.reason, row.given)
                for row in session.scalars(wanted)
            }

    def all(self, most: int | None = None) -> tuple[FeedbackEntry, ...]:
        """Every thumb with its question, for the maintainers, the newest first; not whose it is."""
        wanted = (
            select(FeedbackRow, TurnRow)
            .join(TurnRow, TurnRow.id == FeedbackRow.turn_id)
            .order_by(FeedbackRow.given.desc(), FeedbackRow.turn_id)
            .limit(most)
        )
        with self._database.reading() as session:
            return tuple(_entry(row, turn) for row, turn in session.execute(wanted))


def _entry(row: FeedbackRow, turn: TurnRow) -> FeedbackEntry:
    standalone = answer_from_text(turn.answer).standalone_question if turn.answer else turn.question
    return FeedbackEntry(
        row.turn_id, _thumb(row.thumb), row.reason, row.given, turn.question, standalone, row.outcome,
        row.engine, tuple(json.loads(row.chunks)), row.generation,
    )  # fmt: skip


def _thumb(text: str) -> Thumb:
    return "up" if text == "up" else "down"
