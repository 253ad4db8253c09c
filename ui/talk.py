"""The visitor's open conversation: read from the archive, and a question answered into it.

A turn is stored before it is shown as answered, so that what a visitor has seen is never lost. Only while
a language model writes is it seen before, sentence by sentence.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from assistant.answering.places import place_name
from assistant.build import Assistant
from assistant.conversations.archive import Archive
from assistant.conversations.snapshot_wire import snapshot_from_text
from assistant.conversations.stored import Conversation, Feedback, NewTurn, Pending, StoredTurn, Visitor
from assistant.errors import NotYoursError, WrongUseError
from assistant.generation.events import Done, Said
from assistant.logs import log_event
from assistant.types import Profile
from ui import session
from ui.language import choose_look, look
from ui.moments import now
from ui.patience import with_beats

__all__ = ["Asked", "Talk"]

_log = logging.getLogger("techpath.ui")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that is kept and waits, and the turns that stand before it on the page."""

    pending: Pending
    before: tuple[StoredTurn, ...]


@dataclass(frozen=True, slots=True)
class Talk:
    """One visitor at one archive."""

    archive: Archive
    visitor: Visitor

    def open(self) -> Conversation | None:
        """The conversation on the page; None on an empty page.

        An id of the address that is not the visitor's opens nothing, as if it did not exist.
        """
        id = session.conversation()
        if id is None:
            return None
        try:
            found = self.archive.conversations.read(self.visitor, id)
        except NotYoursError:
            session.open_conversation(None, session.profile())
            return None
        session.open_conversation(id, found.profile)
        return found

    def asked(self, conversation: Conversation | None, question: str) -> Asked | None:
        """What is to be answered in this run, kept; None when nothing was asked.

        Args:
            conversation: the one on the page.
            question: what was typed or chosen; "" when it was not.
        """
        turns = self.archive.turns
        before = conversation.turns if conversation else ()
        if edited := session.take_edited():
            return Asked(turns.edit(self.visitor, *edited, now()), _until(before, edited[0]))
        if turn := session.take_again():
            waiting = conversation.unanswered if conversation else None
            if waiting and waiting.turn == turn:
                return Asked(turns.resume(self.visitor, turn), before)
            pending = turns.regenerate(self.visitor, turn, now(), session.profile())
            return Asked(replace(pending, corrected=True), _until(before, turn))
        if not question:
            return None
        if conversation is None:
            return Asked(turns.begin(self.visitor, question, now(), session.profile()), ())
        return Asked(turns.ask(self.visitor, conversation.id, question, now()), before)

    def answered(
        self, assistant: Assistant, pending: Pending, tell: Callable[[Said | None], None] | None = None
    ) -> StoredTurn:
        """The pending question's turn, answered and stored.

        Args:
            assistant: who answers.
            pending: the question.
            tell: is told of the answer while it is being written, and None now and then while nothing comes.
        """
        index = assistant.index()
        told = assistant.stream(
            pending.question,
            pending.history,
            pending.profile,
            self.visitor.id,
            corrected=pending.corrected,
        )
        for event in with_beats(told) if tell else told:
            if tell and (event is None or isinstance(event, Said)):
                tell(event)
            elif isinstance(event, Done):
                answer = event.answer
        stored = self.archive.turns.answer(self.visitor, pending.turn, answer, index.generation, now())
        session.open_conversation(pending.conversation, answer.assumptions)
        log_event(
            _log,
            "answered",
            turn=stored.id,
            outcome=answer.outcome,
            engine=answer.engine,
            citations=len(answer.citations),
            generation=index.generation,
            ms=round(answer.timings_ms.get("total", 0.0), 1),
            question=pending.question,
        )
        return stored

    def stop(self, pending: Pending) -> None:
        """Take a question back while its answer is being written; one that has its answer keeps it."""
        with suppress(NotYoursError, WrongUseError):
            self.archive.turns.withdraw(self.visitor, pending.turn)
            session.stop(pending.question)
            log_event(_log, "stopped", turn=pending.turn, question=pending.question)

    def change_profile(self, changed: Profile) -> None:
        """Assume something else of the person, and answer the last question once more where that matters.

        A question that names its own state keeps its answer: there the state was asked for, not
        assumed. Later questions lean on no turn that assumed the former state.
        """
        former = session.profile()
        session.assume(changed)
        if changed.state != former.state:
            choose_look(replace(look(), state=changed.state or ""))
        found = self.open_quietly()
        if found is None or changed == former:
            return
        last = found.turns[-1] if found.turns else None
        moved = changed.state != former.state
        leans_after = last.id if moved and last else found.leans_after
        self.archive.conversations.know(self.visitor, found.id, changed, leans_after)
        if last and not (moved and (_names(last, former.state) or _leans(last))):
            session.again(last.id)

    def open_quietly(self) -> Conversation | None:
        """The conversation on the page, the assumptions of the session left as they are."""
        id = session.conversation()
        try:
            return self.archive.conversations.read(self.visitor, id) if id else None
        except NotYoursError:
            return None

    def feedback(self) -> Mapping[str, Feedback]:
        """Turn -> what the visitor has said of its answer, in the conversation on the page."""
        id = session.conversation()
        try:
            return self.archive.thumbs.of(self.visitor, id) if id else {}
        except NotYoursError:
            return {}

    def go_on_from(self, token: str) -> bool:
        """Open a conversation of the visitor's own with the turns of a shared page; whether it opened."""
        opened = self.archive.shares.peek(token, now())
        if opened is None:
            return False
        shared = snapshot_from_text(opened.snapshot).turns
        answered = [item for item in shared if item.turn.answer is not None]
        turns = [
            NewTurn(
                item.turn.question, item.turn.answer, now(), _day(item.answered), place - 1 if place else None
            )
            for place, item in enumerate(answered)
            if item.turn.answer is not None
        ]
        # One answer that nobody vouches for marks all: a mark too many does no harm.
        brought = any(item.brought for item in shared)
        id = self.archive.turns.keep(self.visitor, "", turns, now(), brought)
        session.open_conversation(id, turns[-1].answer.assumptions if turns else None)
        return True


def _day(text: str) -> datetime:
    """The start of a day, YYYY-MM-DD: when a shared answer was given."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _until(turns: tuple[StoredTurn, ...], id: str) -> tuple[StoredTurn, ...]:
    """The turns before the one with this id."""
    ids = [turn.id for turn in turns]
    return turns[: ids.index(id)] if id in ids else turns


def _names(turn: StoredTurn, state: str | None) -> bool:
    return state is not None and place_name(state).lower() in turn.question.lower()


def _leans(turn: StoredTurn) -> bool:
    return turn.question.strip().lower() != turn.answer.standalone_question.strip().lower()
