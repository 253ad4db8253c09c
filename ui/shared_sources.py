"""The citations of all shared turns -> one list of sources, and the marks that lead into it.

Sources are numbered over the whole page, each once; where a source is quoted more than once, its
quotes are told apart by letters, so that a mark leads to the very words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assistant.conversations.cited import repeats
from assistant.conversations.snapshot import Snapshot
from assistant.conversations.staleness import Staleness, StatementState, Status
from assistant.freshness import is_overdue
from assistant.types import Citation, Claim, Source
from assistant.wording import Wording
from ui.answer_text import source_dates
from ui.escaping import clean
from ui.wording import TIERS, PageWording
from ui.wording_shared import CONFIDENCE

__all__ = ["Line", "Mark", "Quoted", "Reference", "Sources"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A citation mark behind a sentence."""

    label: str  # "3", or "3b" for the second quote of source 3
    first: bool  # whether it is the first mark of its quote on the page


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence or a table's cell with its marks."""

    text: str
    marks: tuple[Mark, ...]
    status: Status  # of what it says


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a source that something rests on, and where they stand."""

    label: str
    place: str
    words: str
    status: Status
    confidence: str  # "" where there is nothing to say
    marked: bool  # whether a sentence of the page leads here


@dataclass(frozen=True, slots=True)
class Reference:
    """A source with all that is quoted from it."""

    number: int
    publisher: str
    title: str
    url: str  # http(s), or ""
    tier: str
    dates: str
    quotes: tuple[Quoted, ...]


_Key = tuple[int, int]  # 0-based place of the turn, number of its citation


class Sources:
    """The sources of one page."""

    def __init__(self, snapshot: Snapshot, staleness: Staleness | None) -> None:
        self._states = staleness.states if staleness else ()
        self._cited: dict[_Key, Citation] = {
            (place, citation.number): citation
            for place, shared in enumerate(snapshot.turns)
            for citation in (shared.turn.answer.citations if shared.turn.answer else ())
        }
        self._quotes: dict[Source, dict[str, list[_Key]]] = {}
        for key, citation in self._cited.items():
            self._quotes.setdefault(citation.source, {}).setdefault(citation.quote, []).append(key)
        self._numbers = {source: number for number, source in enumerate(self._quotes, start=1)}
        self._seen: set[str] = set()

    def line(self, claim: Claim, turn: int) -> Line:
        """A claim of a turn, with its marks; to be called in reading order."""
        states = self._states_of((turn, number) for number in claim.citations)
        said = [state for state in states if repeats(claim.text, state.statement.text)]
        marks = tuple(self._mark(label) for label in self.labels(turn, claim.citations))
        return Line(clean(claim.text), marks, _status(said or states))

    def labels(self, turn: int, numbers: Iterable[int]) -> tuple[str, ...]:
        """The labels of some citations of a turn, each once."""
        found = (
            self._label(self._cited[turn, number]) for number in numbers if (turn, number) in self._cited
        )
        return tuple(dict.fromkeys(found))

    def references(self, today: date) -> tuple[Reference, ...]:
        """The list of sources, by number; to be called after the lines."""
        return tuple(self._reference(source, today) for source in self._quotes)

    def _label(self, citation: Citation) -> str:
        quotes = list(self._quotes[citation.source])
        letter = _letter(quotes.index(citation.quote)) if len(quotes) > 1 else ""
        return f"{self._numbers[citation.source]}{letter}"

    def _mark(self, label: str) -> Mark:
        first = label not in self._seen
        self._seen.add(label)
        return Mark(label, first)

    def _states_of(self, keys: Iterable[_Key]) -> list[StatementState]:
        wanted = set(keys)
        return [s for s in self._states if any((s.statement.turn, n) in wanted for n in s.statement.numbers)]

    def _reference(self, source: Source, today: date) -> Reference:
        quotes = self._quotes[source].values()
        citation = self._cited[next(iter(quotes))[0]]
        return Reference(
            number=self._numbers[source],
            publisher=clean(source.publisher or citation.title),
            title=clean(source.title or citation.title),
            url=source.url if source.url.startswith(("https://", "http://")) else "",
            tier=TIERS[source.tier],
            dates=_dates(source, citation, today),
            quotes=tuple(self._quoted(keys) for keys in quotes),
        )

    def _quoted(self, keys: list[_Key]) -> Quoted:
        citation = self._cited[keys[0]]
        page = PageWording.PAGE.format(page=citation.page) if citation.page else ""
        return Quoted(
            label=self._label(citation),
            place=" › ".join(clean(part) for part in (citation.title, citation.section, page) if part),
            words=re.sub(r"\n{2,}", "\n", clean(citation.quote)),
            status=_status(self._states_of(keys)),
            confidence=CONFIDENCE.get(citation.confidence or "", ""),
            marked=self._label(citation) in self._seen,
        )


def _status(states: Iterable[StatementState]) -> Status:
    found = {state.status for state in states}
    if found <= {"same"}:
        return "same"
    return "withdrawn" if found == {"withdrawn"} else "changed"


def _dates(source: Source, citation: Citation, today: date) -> str:
    said = source_dates(citation, PageWording.AS_OF, PageWording.REVIEWED, PageWording.DATE_UNKNOWN)
    if is_overdue(source, today):
        return f"{said}. {Wording.CHECK_WITH.format(who=clean(source.publisher))}"
    return said


def _letter(place: int) -> str:
    """0 -> a, 25 -> z, 26 -> aa."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
