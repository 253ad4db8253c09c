"""A case of getting certified -> its steps, by the path on which the person becomes eligible."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from assistant.guidance.become import chained
from assistant.guidance.become_order import EXAM_STEPS, Group
from assistant.guidance.case import Case
from assistant.guidance.case_lines import STATE, title
from assistant.guidance.durations import span_in
from assistant.guidance.entry_steps import ENTRY_STEPS
from assistant.guidance.exam_steps import EXAM_BUILDERS
from assistant.guidance.lines import own, said, said_or_ask
from assistant.guidance.spans import assumed, set_or, stated
from assistant.guidance.steps import Aspect, Span, Step
from assistant.guidance.training_steps import TRAINING_STEPS
from assistant.wording_plan import PlanWording

__all__ = ["certify_steps"]

_CHOICE: frozenset[Aspect] = frozenset({"state", "choice"})
# Path -> the steps by which a person becomes eligible.
_PATHS: Mapping[str, tuple[Group, ...]] = {
    "program": (("find",), ("train",)),
    "work": (("hours",),),
    "military": (("service",),),
    "degree": (("degree",),),
}


def certify_steps(case: Case) -> tuple[Step, ...]:
    """From choosing the exam to keeping the credential."""
    done = case.path == "program" and case.standing == "trainee"
    path = (("train",),) if done else _PATHS[case.path]
    return chained((("choose",), *path, *EXAM_STEPS, ("keep-cert",)), lambda id: _BUILDERS[id](case))


def _choose(case: Case) -> Step:
    place, credential = case.place, case.credential
    lines = [own("do", PlanWording.EXAM_CHOICE)]
    lines += said_or_ask(place, "national_certification", "rule", STATE)
    lines += said_or_ask(place, "accepted_exams", "rule", STATE)
    lines += said(credential, ("what", "acceptance", "good_for"), "what", _CHOICE)
    lines += said(credential, ("conduct",), "rule", _CHOICE)
    name = title(PlanWording.CHOOSE, _CHOICE, exam=case.exam_name)
    return Step("choose", name, assumed(case.request, "choose"), lines=tuple(lines))


def _service(case: Case) -> Step:
    training = case.shelf.record("military-training")
    lines = [
        *said(training, ("accreditation", "limits"), "rule"),
        *said(training, ("leads_to", "check"), "ask"),
    ]
    lines += said(training, ("who_pays",), "payer")
    return Step(
        "service",
        title(PlanWording.SERVICE),
        assumed(case.request, "service"),
        lines=tuple(lines),
        depends=_CHOICE,
    )


def _degree(case: Case) -> Step:
    lines = said(case.credential, ("eligibility",), "rule", _CHOICE)
    chosen = tuple(line for line in lines if "degree" in line.cited.text)
    return Step("degree", title(PlanWording.DEGREE), _decision(case), lines=chosen or lines, depends=_CHOICE)


def _decision(case: Case) -> Span:
    for statement in case.credential.statements_of("eligibility"):
        days = span_in(statement.says, near="decision")
        if days:
            return set_or(case.request, "degree", stated(case.credential, statement, days, _CHOICE))
    return assumed(case.request, "degree")


_BUILDERS: Mapping[str, Callable[[Case], Step]] = {
    **ENTRY_STEPS, **TRAINING_STEPS, **EXAM_BUILDERS,
    "choose": _choose, "service": _service, "degree": _degree,
}  # fmt: skip
