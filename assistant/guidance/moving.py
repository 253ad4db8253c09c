"""Two states and a person -> what comes along, what to do again and in which order, and what to leave.

Rules are quoted from the records of the two states. What a record does not say is named as unknown,
with the board to ask; advice of ours states no fact and cites nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from assistant.errors import WrongUseError
from assistant.guidance.cited import Cited, quoted, support_of
from assistant.guidance.disputes import both_sides
from assistant.guidance.records import Record, Statement
from assistant.guidance.shelf import Shelf
from assistant.types import Profile
from assistant.wording_compare import LABELS
from assistant.wording_moving import HEADINGS, LEADS, PAPERS, MovingWording

__all__ = ["IN_ORDER", "Move", "Part", "every_line", "move"]

IN_ORDER = ("before", "redo")  # parts whose lines are steps, each after the one before

_CHECKED = (
    "minimum_age", "diploma", "national_certification", "accepted_exams", "training", "state_exam",
    "background_check",
)  # fmt: skip
_FEES = ("application_fee", "background_check_fee", "other_fee")
_TASKS = ("immunization", "product_verification")
_LATER = ("renewal_cycle", "renewal_deadline", "ce_hours", "ce_first_renewal")
# Named when they are not known.
_WANTED = (
    "minimum_age", "diploma", "national_certification", "accepted_exams", "training", "background_check",
    "application_fee", "transfer", *_TASKS,
)  # fmt: skip
_EXAMS: Mapping[str, str] = {"ptcb-cpht": "PTCE", "nha-cpht": "ExCPT"}
_PROOF_FEE = re.compile(r"\bverif", re.IGNORECASE)  # of the fees of the old state, the one for its proof
_ADDRESS = re.compile(r"\baddress\b", re.IGNORECASE)  # of the duties to report, the one that a move touches


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and its lines."""

    id: str  # one of HEADINGS
    heading: str
    lead: str  # a sentence below the heading, or ""
    lines: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """A move from one state to another."""

    old: str  # two-letter code
    new: str
    title: str
    parts: tuple[Part, ...]  # in reading order


@dataclass(frozen=True, slots=True)
class _Case:
    shelf: Shelf
    old: Record
    new: Record
    profile: Profile

    def say(self, sentence: str, **more: object) -> str:
        """One of our sentences with the two places in it."""
        places = {"old": _place(self.old), "new": _place(self.new)}
        boards = {"old_board": f"{self.old.name} board", "new_board": f"{self.new.name} board"}
        issued = _valued(self.old, "regulation")
        paper = PAPERS.get(str(issued.value) if issued else "", MovingWording.PAPER)
        return sentence.format(**places, **boards, paper=paper, **more)

    def ours(self, sentence: str, **more: object) -> Cited:
        """The same as a line that states no fact of the field."""
        return Cited(self.say(sentence, **more))


def move(shelf: Shelf, old: str, new: str, profile: Profile) -> Move:
    """A move between two jurisdictions.

    Args:
        shelf: the records.
        old: two-letter code of the state that the person leaves.
        new: code of the state that the person goes to.
        profile: what is known of the person; credential and age make lines of their own.

    Raises:
        WrongUseError: a code that no record has, or twice the same.
    """
    case = _Case(shelf, _jurisdiction(shelf, old), _jurisdiction(shelf, new), profile)
    if case.old is case.new:
        raise WrongUseError(f"moving: {old} twice; name the state you leave and the one you go to")
    parts = tuple(
        Part(id, case.say(HEADINGS[id]), case.say(LEADS.get(id, "")), lines)
        for id, lines in _lines(case).items()
        if lines
    )
    return Move(case.old.code or "", case.new.code or "", case.say(MovingWording.TITLE), parts)


def _lines(case: _Case) -> dict[str, tuple[Cited, ...]]:
    """Part -> its lines, in reading order; a part may be empty."""
    return {
        "about": tuple(both_sides(case.new, "overview")),
        "carries": tuple(_carries(case)),
        "check": tuple(_checks(case)),
        "before": tuple(_before(case)),
        "redo": tuple(_steps(case)),
        "costs": tuple(_costs(case)),
        "meanwhile": tuple(_meanwhile(case)),
        "keep": tuple(_keep(case)),
        "after": tuple(both_sides(case.new, *_LATER)),
        "military": tuple(both_sides(case.new, "military")),
        "boards": (*_board(case.new), *_board(case.old)),
        "unknown": tuple(_unknown(case)),
    }


def every_line(found: Move) -> Iterator[Cited]:
    """All lines in reading order."""
    for part in found.parts:
        yield from part.lines


def _jurisdiction(shelf: Shelf, code: str) -> Record:
    record = shelf.place(code.strip().upper())
    if record is None:
        raise WrongUseError(f"moving: {code!r} is not the two-letter code of a place we know, such as OH")
    return record


def _place(record: Record) -> str:
    return f"the {record.name}" if record.name.startswith("District") else record.name


def _carries(case: _Case) -> Iterator[Cited]:
    yield from _of(case, "state-boards", "does", "does_not")
    transfer = tuple(both_sides(case.new, "transfer"))
    yield from transfer or (case.ours(MovingWording.NO_TRANSFER),)
    if _is_unregulated(case.old):
        yield from both_sides(case.old, "regulation")
    held = (case.profile.credential,) if case.profile.credential in _EXAMS else tuple(_EXAMS)
    for credential in held:
        yield from _of(case, credential, "acceptance", most=2)  # with its other side


def _of(case: _Case, id: str | None, *fields: str, most: int = 1) -> Iterator[Cited]:
    """The first statements of each field of a record, `most` sentences of each."""
    record = case.shelf.record(id or "")
    if record is not None:
        for field in fields:
            yield from islice(both_sides(record, field), most)


def _checks(case: _Case) -> Iterator[Cited]:
    yield from both_sides(case.new, *_CHECKED)
    yield from _too_young(case)
    yield from _exam_not_named(case)


def _too_young(case: _Case) -> Iterator[Cited]:
    age, asked = case.profile.age, _valued(case.new, "minimum_age")
    if age is None or asked is None or not isinstance(asked.value, int) or age >= asked.value:
        return
    text = case.say(MovingWording.TOO_YOUNG, age=age)
    yield Cited(text, (support_of(case.new, asked),), computed=True)


def _exam_not_named(case: _Case) -> Iterator[Cited]:
    exam, named = _EXAMS.get(case.profile.credential or ""), _valued(case.new, "accepted_exams")
    if exam and named and isinstance(named.value, list) and exam not in named.value:
        yield Cited(case.say(MovingWording.EXAM_NOT_NAMED, exam=exam), (support_of(case.new, named),))


def _valued(record: Record, field: str) -> Statement | None:
    return next((item for item in record.statements_of(field) if item.value is not None), None)


def _before(case: _Case) -> Iterator[Cited]:
    yield case.ours(MovingWording.ASK_FIRST)
    if _is_unregulated(case.old):
        yield case.ours(MovingWording.PROOF_FROM_NOWHERE)
        return
    yield case.ours(MovingWording.PROOF)
    yield from _matching(case.old, ("other_fee",), _PROOF_FEE)


def _steps(case: _Case) -> Iterator[Cited]:
    yield from tuple(both_sides(case.new, "how_to_apply")) or (case.ours(MovingWording.HOW_UNKNOWN),)


def _costs(case: _Case) -> Iterator[Cited]:
    """The fees of the new state, without the one that people pay who leave it."""
    leaving = tuple(_matching(case.new, ("other_fee",), _PROOF_FEE))
    told = tuple(cited for cited in both_sides(case.new, *_FEES) if cited not in leaving)
    yield from told or (case.ours(MovingWording.FEE_UNKNOWN),)


def _matching(record: Record, fields: Iterable[str], form: re.Pattern[str]) -> Iterator[Cited]:
    found = (item for item in record.statements_of(*fields) if form.search(item.says))
    yield from (quoted(record, statement) for statement in found)


def _meanwhile(case: _Case) -> Iterator[Cited]:
    yield from both_sides(case.new, "regulation")
    if not _is_unregulated(case.new):
        yield case.ours(MovingWording.WAIT)
    yield from both_sides(case.new, "trainee")
    for field in _TASKS:
        task = LABELS["jurisdiction"][field].lower()
        told = tuple(both_sides(case.new, field))
        yield from told or (case.ours(MovingWording.TASK_UNKNOWN, task=task),)


def _keep(case: _Case) -> Iterator[Cited]:
    if not _is_unregulated(case.old):
        yield case.ours(MovingWording.KEEP)
    yield case.ours(MovingWording.TELL)
    yield from _matching(case.old, ("discipline",), _ADDRESS)
    yield from _of(case, case.profile.credential, "renewal_cycle")


def _board(record: Record) -> tuple[Cited, ...]:
    unknown = Cited(MovingWording.BOARD_UNKNOWN.format(board=f"{record.name} board"))
    return tuple(both_sides(record, "board")) or (unknown,)


def _unknown(case: _Case) -> Iterator[Cited]:
    for field in _WANTED:
        if not case.new.statements_of(field):
            yield Cited(LABELS["jurisdiction"][field])


def _is_unregulated(record: Record) -> bool:
    """Whether our sources found no state credential there; unknown is not unregulated."""
    return any(item.value == "none" for item in record.statements_of("regulation"))
