"""A case of becoming a technician -> its steps in order, each with what it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from assistant.guidance.become_order import EXAM_STEPS, Group, groups_of, registers_first
from assistant.guidance.become_steps import BOARD_STEPS
from assistant.guidance.case import Case
from assistant.guidance.entry_steps import ENTRY_STEPS, age_step, exception_below
from assistant.guidance.exam_steps import EXAM_BUILDERS
from assistant.guidance.lines import both_sides, own
from assistant.guidance.steps import Aspect, Deadline, Step
from assistant.guidance.training_steps import TRAINING_STEPS
from assistant.wording_plan import PlanWording

__all__ = ["become_steps", "chained"]

_BUILDERS: Mapping[str, Callable[[Case], Step]] = {
    **ENTRY_STEPS, **TRAINING_STEPS, **EXAM_BUILDERS, **BOARD_STEPS,
}  # fmt: skip
_PLACED: frozenset[Aspect] = frozenset({"state", "stage", "choice", "you"})
_FIRST = ("entry", "record")  # what stands before them differs for nobody


def become_steps(case: Case) -> tuple[Step, ...]:
    """Every step from where the person stands to working as a technician."""
    groups = groups_of(case)
    steps = chained(groups, lambda id: _BUILDERS[id](case))
    steps = _with_clock(case, steps)
    steps = _with_choice(case, groups, steps)
    return _with_age(case, steps)


def chained(groups: Iterable[Group], build: Callable[[str], Step]) -> tuple[Step, ...]:
    """Steps of which each needs all steps of the group before its own."""
    steps: list[Step] = []
    before: Group = ()
    for group in groups:
        for id in group:
            placed = frozenset[Aspect]() if id in _FIRST else _PLACED
            steps.append(replace(build(id), needs=before, placed=placed))
        before = group
    return tuple(steps)


def _with_clock(case: Case, steps: Sequence[Step]) -> tuple[Step, ...]:
    """The time that a place gives to learners, as the deadline of the last thing to be done in it."""
    clock = case.months("trainee")
    if clock is None or case.place is None:
        return tuple(steps)
    months, statement = clock
    line = both_sides(case.place, statement, "deadline", {"state"})[0]
    ids = [step.id for step in steps]
    if case.standing == "trainee":
        caution = own("caution", PlanWording.TRAINEE_CLOCK, {"stage", "state"})
        return _changed(steps, "train", lambda s: replace(s, lines=(*s.lines, line, caution)))
    if "train" not in ids:
        return tuple(steps)
    since, until = _clock_ends(case, ids)
    if since not in ids or until not in ids or ids.index(until) <= ids.index(since):
        return tuple(steps)
    return _changed(steps, until, lambda s: replace(s, deadline=Deadline(since, months, 0, line)))


def _clock_ends(case: Case, ids: Sequence[str]) -> tuple[str, str]:
    """The step that starts a learner's clock, and the step that must be done before it runs out."""
    last = next((id for id in ("upgrade", "exam-score", "train") if id in ids), "train")
    if case.has_trainee:
        filed_early = "apply" in ids and ids.index("apply") < ids.index("train")
        return "trainee", last if filed_early else "apply"
    return ("apply", last) if registers_first(case) else ("find", "apply")


def _with_choice(case: Case, groups: Iterable[Group], steps: Sequence[Step]) -> tuple[Step, ...]:
    """The exam that a person wants although the place does not ask for it, beside the rest."""
    ids = [step.id for step in steps]
    if case.request.exam is None or "exam-sit" in ids or case.standing == "certified":
        return tuple(steps)
    learnt: Group = next(group for group in groups if "train" in group)
    worked: tuple[Group, ...] = (("hours",),) if case.path == "work" else ()
    note = own("what", PlanWording.EXAM_OPTIONAL.format(place=case.where), {"state"})

    def build(id: str) -> Step:
        step = _BUILDERS[id](case)
        return replace(step, optional=True, lines=(note, *step.lines) if id == "exam-apply" else step.lines)

    chain = chained((*worked, *EXAM_STEPS, ("keep-cert",)), build)
    return (*steps, *(step if step.needs else replace(step, needs=learnt) for step in chain))


def _with_age(case: Case, steps: Sequence[Step]) -> tuple[Step, ...]:
    """A wait for whoever is too young, before the first thing that a board would refuse."""
    wait = age_step(case)
    if wait is None:
        return tuple(steps)
    ids = [step.id for step in steps]
    gates = ("apply",) if case.has_trainee and exception_below(case) else ("trainee", "apply", "work")
    gate = next((id for id in gates if id in ids), "work")
    waited = _changed(steps, gate, lambda s: replace(s, needs=(*s.needs, wait.id)))
    return (waited[0], wait, *waited[1:])


def _changed(steps: Sequence[Step], id: str, change: Callable[[Step], Step]) -> tuple[Step, ...]:
    return tuple(change(step) if step.id == id else step for step in steps)
