"""A question is kept, then its answer: each in one transaction. Editing a question makes a branch.

A turn is PENDING until its whole answer is stored, and pending turns are never shown as turns. So a
crash at any moment leaves either a whole turn or a question that waits.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy import delete, select

from assistant.conversations.branches import children_of, shown_branch
from assistant.conversations.database import Database
from assistant.conversations.limits import MOST_QUESTION, MOST_TITLE, fitting
from assistant.conversations.owned import owned_conversation, owned_turn
from assistant.conversations.reading import answered_nodes, read_turns
from assistant.conversations.search import plain_text, search_words
from assistant.conversations.stored import NewTurn, Pending, StoredTurn, Visitor
from assistant.conversations.tables import ANSWERED, PENDING, TurnRow
from assistant.conversations.transcript import (
    answer_from_text,
    answer_to_text,
    profile_from_text,
    profile_to_text,
)
from assistant.conversations.wording import StorageWording
from assistant.conversations.writing import (
    add_conversation,
    add_question,
    pending_of,
    row_of,
    show_branch,
    title_of,
    waiting_turn,
)
from assistant.types import Answer, Profile

__all__ = ["Turns"]

# A question that has waited so long was left behind by a process that has ended.
_ABANDONED = timedelta(minutes=10)


class Turns:
    """Adds to a visitor's conversations. Each method touches only what is theirs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(
        self, visitor: Visitor, question: str, now: datetime, profile: Profile | None = None
    ) -> Pending:
        """Keep the first question of a new conversation.

        Raises:
            WrongUseError: the question is empty or too long.
        """
        question = fitting("The question", question, MOST_QUESTION)
        with self._database.writing() as session:
            conversation = add_conversation(session, visitor, title_of(question), now, profile or Profile())
            return add_question(session, conversation, None, question, now, profile or Profile())

    def ask(self, visitor: Visitor, conversation: str, question: str, now: datetime) -> Pending:
        """Keep a question after the last turn of the shown branch."""
        question = fitting("The question", question, MOST_QUESTION)
        with self._database.writing() as session:
            row = owned_conversation(session, visitor, conversation, lock=True)
            branch = shown_branch(children_of(answered_nodes(session, row.id)))
            last = branch[-1].id if branch else None
            return add_question(session, row, last, question, now, profile_from_text(row.profile))

    def edit(self, visitor: Visitor, turn: str, question: str, now: datetime) -> Pending:
        """Keep another question in the place of a turn, which stays as a branch beside it."""
        return self._beside(visitor, turn, fitting("The question", question, MOST_QUESTION), now, None)

    def regenerate(
        self, visitor: Visitor, turn: str, now: datetime, profile: Profile | None = None
    ) -> Pending:
        """Ask the question of a turn once more; its answer stays as a branch beside the new one.

        Args:
            visitor: whose it is.
            turn: the turn.
            now: the moment.
            profile: what is known of the person; None: as when it was first asked.
        """
        return self._beside(visitor, turn, None, now, profile)

    def resume(self, visitor: Visitor, turn: str) -> Pending:
        """A question that still waits, to be answered now; WrongUseError when it has its answer."""
        with self._database.reading() as session:
            row = waiting_turn(session, visitor, turn)
            conversation = owned_conversation(session, visitor, row.conversation_id)
            return pending_of(session, conversation, row)

    def answer(
        self, visitor: Visitor, turn: str, answer: Answer, generation: str | None, now: datetime
    ) -> StoredTurn:
        """Keep the whole answer of a waiting question, and show its branch; then it may be shown.

        Args:
            visitor: whose it is.
            turn: the waiting turn.
            answer: what the chain gave.
            generation: of the index that it was answered from.
            now: the moment.

        Raises:
            NotYoursError: the conversation was deleted meanwhile, or the question withdrawn.
            WrongUseError: it has its answer already.
        """
        with self._database.writing() as session:
            row = waiting_turn(session, visitor, turn, lock=True)
            row.state, row.answered = ANSWERED, now
            row.answer, row.generation = answer_to_text(answer), generation
            row.words = search_words(f"{row.question} {plain_text(answer)}")
            conversation = owned_conversation(session, visitor, row.conversation_id)
            conversation.touched = now
            conversation.profile = profile_to_text(answer.assumptions)
            session.flush()
            session.execute(
                delete(TurnRow).where(
                    TurnRow.conversation_id == conversation.id,
                    TurnRow.state == PENDING,
                    TurnRow.asked < now - _ABANDONED,
                )
            )
            show_branch(session, conversation.id, row.id)
            nodes = answered_nodes(session, conversation.id)
            mine = [node for node in nodes if node.id == row.id]
            return read_turns(session, mine, children_of(nodes))[0]

    def withdraw(self, visitor: Visitor, turn: str) -> None:
        """Take back a question that was stopped; a conversation without any turn goes with it."""
        with self._database.writing() as session:
            row = waiting_turn(session, visitor, turn, lock=True)
            conversation = row.conversation_id
            session.delete(row)
            session.flush()
            if (
                session.scalar(select(TurnRow.id).where(TurnRow.conversation_id == conversation).limit(1))
                is None
            ):
                session.delete(owned_conversation(session, visitor, conversation))
        self._database.forget_traces()

    def choose(self, visitor: Visitor, turn: str) -> None:
        """Show the branch in which this turn stands."""
        with self._database.writing() as session:
            row = owned_turn(session, visitor, turn, lock=True)
            conversation = owned_conversation(session, visitor, row.conversation_id)
            show_branch(session, conversation.id, row.id)
            branch = shown_branch(children_of(answered_nodes(session, conversation.id)))
            last = session.get(TurnRow, branch[-1].id) if branch else None
            if last is not None and last.answer is not None:
                conversation.profile = profile_to_text(answer_from_text(last.answer).assumptions)

    def keep(
        self, visitor: Visitor, title: str, turns: Sequence[NewTurn], now: datetime, brought: bool
    ) -> str:
        """A whole conversation from elsewhere -> the id of a new one of the visitor's own.

        Args:
            visitor: whose it becomes.
            title: "" takes the first question.
            turns: answered turns, each after its parent.
            now: the moment.
            brought: whether they come from a file, so that nobody vouches for them.
        """
        title = fitting("The title", title, MOST_TITLE, needed=False)
        title = title or (title_of(turns[0].question) if turns else StorageWording.UNTITLED)
        last = turns[-1].answer.assumptions if turns else Profile()
        ids = [uuid4().hex for _ in turns]
        with self._database.writing() as session:
            row = add_conversation(session, visitor, title, now, last)
            for number, turn in enumerate(turns, start=1):
                parent = None if turn.parent is None else ids[turn.parent]
                session.add(row_of(turn, ids[number - 1], row.id, parent, number, brought))
                session.flush()  # a parent before its children
            return row.id

    def _beside(
        self, visitor: Visitor, turn: str, question: str | None, now: datetime, profile: Profile | None
    ) -> Pending:
        with self._database.writing() as session:
            row = owned_turn(session, visitor, turn, lock=True)
            conversation = owned_conversation(session, visitor, row.conversation_id)
            known = profile or profile_from_text(row.profile)
            return add_question(session, conversation, row.parent_id, question or row.question, now, known)
