"""A Snapshot, and how its statements stand today -> what the shared page shows, ready for its template."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.answering.places import JURISDICTIONS, place_name
from assistant.conversations.snapshot import SharedTurn, Snapshot
from assistant.conversations.staleness import Staleness, StatementState
from assistant.types import Answer, Block
from ui.answer_text import date_words
from ui.difference import Piece, side_by_side
from ui.escaping import clean
from ui.shared_sources import Line, Reference, Sources
from ui.wording import PageWording
from ui.wording_shared import SharedWording

__all__ = ["Difference", "Exchange", "Part", "SharedView", "shared_view"]


@dataclass(frozen=True, slots=True)
class Part:
    """A block of an answer."""

    kind: str  # a BlockKind
    lead_in: str
    lines: tuple[Line, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and its answer."""

    question: str
    facts: tuple[str, ...]  # for which place, on which day, what to know of it
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A cited statement that does not stand as it was sent."""

    labels: tuple[str, ...]
    then: tuple[Piece, ...]
    now: tuple[Piece, ...]  # () when it was withdrawn


@dataclass(frozen=True, slots=True)
class SharedView:
    """The whole page."""

    note: str
    as_of: str
    verdict: str  # how the facts compare with today's sources, when nothing is different
    alarm: str  # the same when something is
    differences: tuple[Difference, ...]
    exchanges: tuple[Exchange, ...]
    references: tuple[Reference, ...]
    mode: tuple[str, ...]  # who wrote the answers
    expires: str


def shared_view(
    snapshot: Snapshot, staleness: Staleness | None, expires: date | None, today: date
) -> SharedView:
    """What the page shows.

    Args:
        snapshot: what was shared.
        staleness: how its statements stand; None when that is not known.
        expires: the link's last day; None: never.
        today: for reviews that are overdue.
    """
    sources = Sources(snapshot, staleness)
    different = staleness.different if staleness else ()
    answers = [shared.turn.answer for shared in snapshot.turns if shared.turn.answer]
    return SharedView(
        note=clean(snapshot.note),
        as_of=_as_of(snapshot),
        verdict="" if different else _verdict(snapshot, staleness),
        alarm=_alarm(different, len(snapshot.statements)) if different else "",
        differences=tuple(_difference(state, sources) for state in different),
        exchanges=tuple(
            _exchange(shared, place, sources, snapshot) for place, shared in enumerate(snapshot.turns)
        ),
        references=sources.references(today),
        mode=tuple(dict.fromkeys(map(_mode, answers))),
        expires=SharedWording.EXPIRES.format(day=date_words(expires.isoformat())) if expires else "",
    )


def _exchange(shared: SharedTurn, place: int, sources: Sources, snapshot: Snapshot) -> Exchange:
    blocks = shared.turn.answer.blocks if shared.turn.answer else ()
    parts = tuple(_part(block, place, sources) for block in blocks)
    return Exchange(clean(shared.turn.question), tuple(_facts(shared, snapshot)), parts)


def _part(block: Block, place: int, sources: Sources) -> Part:
    return Part(
        kind=block.kind,
        lead_in=clean(block.lead_in),
        lines=tuple(sources.line(claim, place) for claim in block.claims),
        header=tuple(clean(name) for name in block.header),
        rows=tuple(tuple(sources.line(cell, place) for cell in row) for row in block.rows),
    )


def _facts(shared: SharedTurn, snapshot: Snapshot) -> Iterator[str]:
    answer = shared.turn.answer
    outcomes = {"not_in_sources": PageWording.NOT_FOUND, "declined": PageWording.DECLINED}
    if answer and answer.outcome in outcomes:
        yield outcomes[answer.outcome]
    state = (answer.assumptions.state or "") if answer and answer.outcome != "declined" else ""
    if state in JURISDICTIONS:
        yield SharedWording.STATE.format(place=place_name(state))
    if len({turn.answered for turn in snapshot.turns}) > 1:
        yield SharedWording.ANSWERED.format(day=date_words(shared.answered))
    if shared.brought:
        yield SharedWording.BROUGHT


def _as_of(snapshot: Snapshot) -> str:
    days = sorted({turn.answered for turn in snapshot.turns} or {snapshot.frozen})
    if len(days) == 1:
        return SharedWording.AS_OF.format(day=date_words(days[0]))
    return SharedWording.AS_OF_RANGE.format(first=date_words(days[0]), last=date_words(days[-1]))


def _verdict(snapshot: Snapshot, staleness: Staleness | None) -> str:
    total = len(snapshot.statements)
    if not total:
        return ""
    if staleness is None:
        return SharedWording.NOT_COMPARED
    return SharedWording.STANDS_ONE if total == 1 else SharedWording.STANDS.format(total=total)


def _alarm(different: tuple[StatementState, ...], total: int) -> str:
    kinds = {state.status for state in different}
    template = SharedWording.BOTH
    if len(kinds) == 1:
        template = SharedWording.CHANGED if kinds == {"changed"} else SharedWording.WITHDRAWN
    have = "has" if len(different) == 1 else "have"
    return template.format(count=len(different), total=total, have=have)


def _difference(state: StatementState, sources: Sources) -> Difference:
    statement = state.statement
    labels = sources.labels(statement.turn, statement.numbers)
    if not state.now:
        return Difference(labels, (Piece(clean(statement.text), True),), ())
    return Difference(labels, *side_by_side(clean(statement.text), clean(state.now)))


def _mode(answer: Answer) -> str:
    if answer.engine == "embedded":
        return PageWording.EMBEDDED
    return PageWording.MODEL.format(engine=clean(answer.engine))
