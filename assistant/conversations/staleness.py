"""A Snapshot and the current index -> which of its cited statements still stand as they were sent.

A statement is found again by what it says and where it stood (a record's field, a document's
section), never by its chunk: a new index, other chunks or a renamed file change nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Literal

from assistant.conversations.cited import CitedStatement, plain_form, sentence_mark
from assistant.conversations.snapshot import Snapshot
from assistant.retrieval.passages import Passages
from assistant.text import words
from assistant.types import Sentence
from assistant.wording import REDACTED

__all__ = ["CurrentStatements", "Staleness", "StatementState", "Status"]

Status = Literal["same", "changed", "withdrawn"]
# Share of words that two wordings have in common, in order (difflib's ratio), 0..1.
_SURELY = 0.6  # the same statement in a new wording
_PERHAPS = 0.4  # the same, when its old wording is found nowhere else
_HIDDEN = re.compile("|".join(re.escape(words) for words in sorted(set(REDACTED.values()))))


@dataclass(frozen=True, slots=True)
class StatementState:
    """A cited statement today."""

    statement: CitedStatement
    status: Status
    now: str  # the new wording; "" unless changed


@dataclass(frozen=True, slots=True)
class Staleness:
    """All cited statements of a snapshot today, in its order."""

    states: tuple[StatementState, ...]

    @property
    def different(self) -> tuple[StatementState, ...]:
        """Those that have changed or been withdrawn."""
        return tuple(state for state in self.states if state.status != "same")

    def of(self, turn: int, number: int) -> Status:
        """What has become of a citation: withdrawn when nothing of it is left, changed when some has.

        Args:
            turn: 0-based place of the turn.
            number: the citation's number in that turn.
        """
        found = {s.status for s in self.states if s.statement.turn == turn and number in s.statement.numbers}
        if found <= {"same"}:
            return "same"
        return "withdrawn" if found == {"withdrawn"} else "changed"


class CurrentStatements:
    """The statements of one index. Safe to share between threads; worth keeping per index."""

    def __init__(self, passages: Passages) -> None:
        self._passages = passages

    def compare(self, snapshot: Snapshot) -> Staleness:
        """Every cited statement of a snapshot against this index."""
        return Staleness(tuple(self._state(statement) for statement in snapshot.statements))

    def _state(self, statement: CitedStatement) -> StatementState:
        place = self._place(statement)
        if any(_same(statement.text, sentence.text) for sentence in place):
            return StatementState(statement, "same", "")
        likeness, now = _nearest(statement, place)
        surely = now and (likeness >= _SURELY or statement.field is not None)
        if not surely and self._stands_elsewhere(statement):
            return StatementState(statement, "same", "")
        if now and (surely or likeness >= _PERHAPS):
            return StatementState(statement, "changed", now)
        return StatementState(statement, "withdrawn", "")

    def _place(self, statement: CitedStatement) -> list[Sentence]:
        """What stands now where the statement stood: in its field, else its section, else its document."""
        if statement.record is not None and statement.field is not None:
            rows = self._passages.statements(statement.record, [statement.field])
            return [row.sentence for row in rows]
        chunks = self._passages.chunks_of_document(statement.document)
        section = [chunk for chunk in chunks if chunk.section == statement.section]
        return [s for chunk in section or chunks for s in chunk.sentences if s.kind != "header"]

    def _stands_elsewhere(self, statement: CitedStatement) -> bool:
        """Whether its document still says it, or its source does in another document."""
        owners = self._owners
        found = owners.get(plain_form(statement.text), set())
        if _HIDDEN.search(statement.text):
            found = {o for text, those in owners.items() if _same(statement.text, text) for o in those}
        return bool(found & {statement.document, *statement.sources})

    @cached_property
    def _owners(self) -> dict[str, set[str]]:
        """Sentence in comparable form -> the documents and sources that say it."""
        found: dict[str, set[str]] = {}
        for document, _, _ in self._passages.documents():
            for chunk in self._passages.chunks_of_document(document):
                for sentence in chunk.sentences:
                    owners = found.setdefault(plain_form(sentence.text), set())
                    owners.update((document, *(sentence.sources or (chunk.source,))))
        return found


def _same(then: str, now: str) -> bool:
    """Whether two sentences have one wording; what was hidden in the first may be any words."""
    if not _HIDDEN.search(then):
        return plain_form(then) == plain_form(now)
    shown = (re.escape(plain_form(part)) for part in _HIDDEN.split(then))
    return re.fullmatch(r"\s*.+?\s*".join(shown), plain_form(now)) is not None


def _nearest(statement: CitedStatement, place: Iterable[Sentence]) -> tuple[float, str]:
    """The most similar sentence that was not there before, and how similar it is (0..1)."""
    fresh = [s.text for s in place if sentence_mark(s.text) not in statement.neighbours]
    rated = [(_likeness(words(statement.text), words(text)), text) for text in fresh]
    return max(rated, default=(0.0, ""))


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
