"""Small values that the tests of kept conversations share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from assistant_samples import ANSWER

from assistant.conversations.archive import Archive
from assistant.conversations.stored import StoredTurn, Visitor
from assistant.types import Answer, Block, Claim, Profile

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
DAY = timedelta(days=1)
NewDatabase = Callable[[], str]  # makes an empty PostgreSQL database and gives its address


def answer_to(question: str, text: str = "The fee is $50.", state: str | None = "OH") -> Answer:
    """The sample answer to another question, in other words."""
    blocks = (Block("paragraph", (Claim(text, (1,)),)),)
    return replace(ANSWER, question=question, blocks=blocks, assumptions=Profile(state=state))


def say(archive: Archive, visitor: Visitor, *questions: str, at: datetime = NOW) -> tuple[StoredTurn, ...]:
    """A new conversation with these questions, each answered at once."""
    waiting = archive.turns.begin(visitor, questions[0], at)
    turns = [archive.turns.answer(visitor, waiting.turn, answer_to(questions[0]), "g1", at)]
    for question in questions[1:]:
        waiting = archive.turns.ask(visitor, waiting.conversation, question, at)
        turns.append(archive.turns.answer(visitor, waiting.turn, answer_to(question), "g1", at))
    return tuple(turns)


def newest(archive: Archive, visitor: Visitor) -> str:
    """The id of the conversation touched last."""
    return archive.conversations.mine(visitor, NOW)[0].id


def shown(archive: Archive, visitor: Visitor, conversation: str) -> list[str]:
    """The questions of the shown branch."""
    return [turn.question for turn in archive.conversations.read(visitor, conversation).turns]


def files_with(folder: Path, text: str) -> list[str]:
    """The names of the files below a folder that hold a text."""
    wanted = text.encode()
    return [path.name for path in sorted(folder.rglob("*")) if path.is_file() and wanted in path.read_bytes()]
