"""A request and the shelf -> the records that a plan rests on, and what they say about its shape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.errors import KnowledgeError
from assistant.guidance.board_order import BoardStep, Kind, board_steps
from assistant.guidance.durations import months_of
from assistant.guidance.lines import short_name
from assistant.guidance.records import Record, Statement
from assistant.guidance.request import Request
from assistant.guidance.shelf import Shelf
from assistant.wording_plan import PlanWording
from assistant.wording_plan_names import EXAMS, PATHS

__all__ = ["Case", "Standing", "case_of", "learnt_at_work", "needed"]

# What a person still has to do: everything, the rest of a traineeship, or only the state's papers.
Standing = Literal["new", "trainee", "certified"]
_STANDING: dict[str | None, Standing] = {
    "trainee": "trainee", "certified": "certified", "experienced": "certified",
}  # fmt: skip
_CREDENTIALS = {"ptce": "ptcb-cpht", "excpt": "nha-cpht"}
_DEFAULT_ROUTE = "certificate-program"
_MILITARY = "military-training"


@dataclass(frozen=True, slots=True)
class Case:
    """What a plan rests on. The place is None while the person has not said where."""

    request: Request
    shelf: Shelf
    place: Record | None
    route: Record
    exam: str  # ptce or excpt
    credential: Record  # what that exam leads to
    board: tuple[BoardStep, ...]
    order: tuple[Kind, ...]  # the kinds of step in the board's order, repeats kept

    @property
    def standing(self) -> Standing:
        """How much is still to be done."""
        return _STANDING.get(self.request.stage, "new")

    @property
    def where(self) -> str:
        """The place's name inside a sentence."""
        return short_name(self.place) if self.place else PlanWording.SOMEWHERE

    @property
    def exam_name(self) -> str:
        """PTCE or ExCPT."""
        return EXAMS[self.exam]

    @property
    def at_work(self) -> bool:
        """Whether the route is learnt at work."""
        return learnt_at_work(self.route)

    @property
    def military(self) -> bool:
        """Whether the armed forces train: then no state registers the trainee."""
        return self.route.id == _MILITARY

    @property
    def path(self) -> str:
        """How the person becomes eligible for the exam."""
        if self.request.path in PATHS:
            return str(self.request.path)
        if self.at_work or (self.standing == "trainee" and not self.request.route):
            return "work"
        return "military" if self.military and self.exam == "excpt" else "program"

    @property
    def has_trainee(self) -> bool:
        """Whether the board registers people while they learn."""
        return "trainee" in self.order and not self.military

    @property
    def registers(self) -> bool:
        """Whether the place registers technicians, as far as is known."""
        return self.value("regulation") != "none"

    @property
    def state_exam(self) -> bool:
        """Whether the board gives an exam of its own."""
        return self.value("state_exam") is True

    @property
    def exam_needed(self) -> bool:
        """Whether the place asks for a national exam on the ordinary way."""
        wanted = self.value("national_certification")
        if self.state_exam or wanted == "not-required":
            return False
        return wanted == "required" or "exam" in self.order

    @property
    def checked(self) -> bool:
        """Whether there is a background check."""
        return "check" in self.order or self.value("background_check") is True

    def value(self, field: str) -> object:
        """The first value that the place's record has for a field; None is unknown."""
        statements = self.place.statements_of(field) if self.place else []
        return next((s.value for s in statements if s.value is not None), None)

    def says(self, *kinds: Kind) -> list[Statement]:
        """The board's sentences whose steps are of these kinds, in its order."""
        return [step.statement for step in self.board if set(kinds) & set(step.kinds)]

    def position(self, kind: Kind, last: bool = False) -> int:
        """Where a kind stands in the board's order; -1 when it names none."""
        found = [at for at, other in enumerate(self.order) if other == kind]
        return (found[-1] if last else found[0]) if found else -1

    def months(self, field: str) -> tuple[int, Statement] | None:
        """The months that a field's first fitting statement gives, and that statement."""
        for statement in self.place.statements_of(field) if self.place else []:
            months = months_of(statement)
            if months is not None:
                return months, statement
        return None


def case_of(request: Request, shelf: Shelf) -> Case:
    """The records that a request is about."""
    place = shelf.place(request.state) if request.state else None
    route = needed(shelf, request.route or _DEFAULT_ROUTE)
    exam = request.exam or _named_exam(place)
    board = board_steps(place) if place else ()
    order = tuple(kind for step in board for kind in step.kinds if kind != "other")
    credential = needed(shelf, _CREDENTIALS[exam])
    return Case(request, shelf, place, route, exam, credential, _attached(board), order)


def needed(shelf: Shelf, id: str) -> Record:
    """A record that no plan can do without; KnowledgeError where an index does not hold it."""
    record = shelf.record(id)
    if record is None:
        raise KnowledgeError(
            f"{id}: this record is not in the index, and plans need it. Run: techpath ingest"
        )
    return record


def learnt_at_work(route: Record) -> bool:
    """Whether a route is paid work whose hours lead to the exam, as its record says."""
    return any(statement.unit == "hours" for statement in route.statements_of("leads_to"))


def _named_exam(place: Record | None) -> str:
    """The first exam that a place's record names, PTCE where it names none."""
    statements = place.statements_of("accepted_exams") if place else []
    named = [str(name).lower() for s in statements if isinstance(s.value, list) for name in s.value]
    return next((exam for exam in EXAMS if exam in named), next(iter(EXAMS)))


def _attached(steps: Sequence[BoardStep]) -> tuple[BoardStep, ...]:
    """Sentences that name no kind of step stay with the step before them, or with the first to come."""
    first: tuple[Kind, ...] = next(
        ((kind,) for step in steps for kind in step.kinds if kind in ("trainee", "apply")), ("apply",)
    )
    attached, kinds = [], first
    for step in steps:
        if step.kinds == ("other",):
            attached.append(BoardStep(step.statement, kinds[-1:]))
            continue
        if step.kinds != ("certified",):
            kinds = step.kinds
        attached.append(step)
    return tuple(attached)
