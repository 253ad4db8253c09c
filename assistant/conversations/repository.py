"""Conversations of a visitor: read, listed, searched, renamed, deleted. turns.py adds to them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from assistant.conversations.branches import children_of, shown_branch
from assistant.conversations.database import Database
from assistant.conversations.limits import MOST_TITLE, fitting
from assistant.conversations.own_copy import answer_without
from assistant.conversations.owned import owned_conversation, owned_turn
from assistant.conversations.reading import answered_nodes, read_turns, read_unanswered
from assistant.conversations.redaction import Redaction, apply
from assistant.conversations.search import excerpt, patterns, plain_text, search_words
from assistant.conversations.stored import Conversation, Match, StoredTurn, Summary, Visitor
from assistant.conversations.tables import ANSWERED, ConversationRow, FeedbackRow, ShareRow, TurnRow
from assistant.conversations.transcript import (
    answer_from_text,
    answer_to_text,
    profile_from_text,
    profile_to_text,
)
from assistant.types import Profile

__all__ = ["Conversations", "opens_at"]

_MOST_LISTED = 200
_MOST_FOUND = 50


class Conversations:
    """What a visitor has asked. Each method touches only what is theirs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def mine(self, visitor: Visitor, now: datetime, most: int = _MOST_LISTED) -> tuple[Summary, ...]:
        """The visitor's conversations, the last touched first."""
        turns = _count(TurnRow.conversation_id, TurnRow.state == ANSWERED)
        links = _count(ShareRow.conversation_id, opens_at(now))
        wanted = (
            select(ConversationRow, turns, links)
            .where(ConversationRow.visitor_id == visitor.id)
            .order_by(ConversationRow.touched.desc(), ConversationRow.id)
            .limit(most)
        )
        with self._database.reading() as session:
            return tuple(
                Summary(row.id, row.title, row.created, row.touched, count, open_links)
                for row, count, open_links in session.execute(wanted)
            )

    def read(self, visitor: Visitor, conversation: str) -> Conversation:
        """The conversation with its shown branch: answered turns only.

        Raises:
            NotYoursError: it is not theirs, or is not there.
            TranscriptError: an answer was kept by a newer TechPath.
        """
        with self._database.reading() as session:
            row = owned_conversation(session, visitor, conversation)
            children = children_of(answered_nodes(session, row.id))
            branch = shown_branch(children)
            turns = read_turns(session, branch, children)
            last = branch[-1].id if branch else None
            return Conversation(
                row.id, row.title, row.created, row.touched, turns,
                read_unanswered(session, row.id, last), profile_from_text(row.profile), row.leans_after,
            )  # fmt: skip

    def whole(self, visitor: Visitor, conversation: str) -> tuple[StoredTurn, ...]:
        """Every answered turn of all branches, in the order of asking."""
        with self._database.reading() as session:
            row = owned_conversation(session, visitor, conversation)
            nodes = answered_nodes(session, row.id)
            return read_turns(session, nodes, children_of(nodes))

    def rename(self, visitor: Visitor, conversation: str, title: str) -> None:
        """Give it another title; WrongUseError when there is none, or it is too long."""
        title = fitting("The title", " ".join(title.split()), MOST_TITLE)
        with self._database.writing() as session:
            row = owned_conversation(session, visitor, conversation, lock=True)
            row.title, row.title_words = title, search_words(title)
        self._database.forget_traces()  # of the former title

    def hide(self, visitor: Visitor, conversation: str, accepted: Sequence[Redaction]) -> None:
        """Take words out of the visitor's own copy: title, questions, answers, reasons; for good.

        Links keep what they show: their own words were hidden, or not, when they were made.
        """
        with self._database.writing() as session:
            row = owned_conversation(session, visitor, conversation, lock=True)
            row.title = apply(row.title, accepted)[:MOST_TITLE]
            row.title_words = search_words(row.title)
            for turn in session.scalars(select(TurnRow).where(TurnRow.conversation_id == row.id)):
                turn.question = apply(turn.question, accepted)
                if turn.answer is not None:
                    answer = answer_without(answer_from_text(turn.answer), accepted)
                    turn.answer = answer_to_text(answer)
                    turn.words = search_words(f"{turn.question} {plain_text(answer)}")
            of_turns = select(TurnRow.id).where(TurnRow.conversation_id == row.id)
            for thumb in session.scalars(select(FeedbackRow).where(FeedbackRow.turn_id.in_(of_turns))):
                thumb.reason = apply(thumb.reason, accepted)
        self._database.forget_traces()

    def know(self, visitor: Visitor, conversation: str, profile: Profile, leans_after: str | None) -> None:
        """Change what the next question starts from.

        Args:
            visitor: whose it is.
            conversation: its id.
            profile: what is known of the person.
            leans_after: a turn of it; the next question leans only on turns after that one.
        """
        with self._database.writing() as session:
            row = owned_conversation(session, visitor, conversation, lock=True)
            if (
                leans_after is not None
                and owned_turn(session, visitor, leans_after).conversation_id != row.id
            ):
                raise ValueError("leans_after is a turn of another conversation")
            row.profile, row.leans_after = profile_to_text(profile), leans_after

    def delete(self, visitor: Visitor, conversation: str) -> None:
        """Delete it with its links and feedback; in the SQLite file its text is overwritten."""
        with self._database.writing() as session:
            session.delete(owned_conversation(session, visitor, conversation, lock=True))
        self._database.forget_traces()

    def delete_untouched(self, before: datetime) -> int:
        """Delete what nobody has asked in since a moment, links included; how many they were."""
        with self._database.writing() as session:
            gone = session.scalars(
                delete(ConversationRow).where(ConversationRow.touched < before).returning(ConversationRow.id)
            ).all()
        if gone:
            self._database.forget_traces()
        return len(gone)

    def search(self, visitor: Visitor, query: str) -> tuple[Match, ...]:
        """Where all words of the query stand together in a turn or a title, the last touched first."""
        wanted = patterns(query)
        if not wanted:
            return ()
        of_visitor = ConversationRow.visitor_id == visitor.id
        titles = select(ConversationRow).where(of_visitor, *_all_of(ConversationRow.title_words, wanted))
        turns = (
            select(TurnRow, ConversationRow)
            .join(ConversationRow, TurnRow.conversation_id == ConversationRow.id)
            .where(of_visitor, TurnRow.state == ANSWERED, *_all_of(TurnRow.words, wanted))
            .order_by(ConversationRow.touched.desc(), TurnRow.number.desc())
        )
        with self._database.reading() as session:
            found = [
                Match(row.id, row.title, turn.id, excerpt(_said(turn), query), row.touched)
                for turn, row in session.execute(turns.limit(_MOST_FOUND))
            ]
            in_turns = {match.conversation for match in found}
            found += [
                Match(row.id, row.title, None, row.title, row.touched)
                for row in session.scalars(titles.order_by(ConversationRow.touched.desc()).limit(_MOST_FOUND))
                if row.id not in in_turns
            ]
        found.sort(key=lambda match: match.touched, reverse=True)
        return tuple(found[:_MOST_FOUND])


def opens_at(now: datetime) -> ColumnElement[bool]:
    """The condition that a link opens at this moment."""
    return ShareRow.revoked.is_(None) & or_(ShareRow.expires.is_(None), ShareRow.expires > now)


def _count(of: InstrumentedAttribute[str], condition: ColumnElement[bool]) -> ColumnElement[int]:
    """How many rows of a conversation meet a condition."""
    return (
        select(func.count())
        .where(of == ConversationRow.id, condition)
        .correlate(ConversationRow)
        .scalar_subquery()
    )


def _all_of(
    column: InstrumentedAttribute[str], wanted: tuple[tuple[str, ...], ...]
) -> list[ColumnElement[bool]]:
    return [or_(*(column.like(pattern) for pattern in forms)) for forms in wanted]


def _said(turn: TurnRow) -> str:
    """Question and answer as one text."""
    return f"{turn.question} {plain_text(answer_from_text(turn.answer))}" if turn.answer else turn.question
