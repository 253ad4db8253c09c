"""A case -> its steps to a national exam: study, apply, sit, result."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from assistant.guidance.case import Case
from assistant.guidance.case_lines import title
from assistant.guidance.durations import months_of, span_in
from assistant.guidance.fees import ce_fees, fees_of
from assistant.guidance.lines import both_sides, disputes, own, said
from assistant.guidance.spans import assumed, set_or, stated
from assistant.guidance.steps import Aspect, Deadline, Fee, Line, LineKind, Span, Step
from assistant.wording_plan import PlanWording
from assistant.wording_plan_names import CERTIFIERS

__all__ = ["EXAM_BUILDERS"]

_DEPENDS: frozenset[Aspect] = frozenset({"state", "choice"})  # the state may name the exam
_WHY: frozenset[Aspect] = frozenset({"state", "stage", "choice"})
# Path -> words of the statements that are for another path; the list of all paths is for everybody.
_OTHER_PATHS: Mapping[str, tuple[str, ...]] = {
    "program": ("degree", "military branch", "work route", "work hours", "year of work"),
    "work": ("degree", "a student", "military branch", "training program for"),
    "military": ("degree", "a student", "work route", "work hours", "year of work", "training program for"),
    "degree": ("a student", "military branch", "work route", "work hours", "year of work"),
}


def _study(case: Case) -> Step:
    content = _of(case, "exam_content", "what")[:2]  # what follows them is the outline of earlier years
    lines = (
        own("do", PlanWording.STUDY_DO),
        *content,
        *_of(case, "exam_format", "what"),
        *_of(case, "exam_time", "what"),
    )
    return _step(case, "study", PlanWording.STUDY, assumed(case.request, "study"), lines)


def _apply(case: Case) -> Step:
    credential = case.credential
    lines = [*_eligible(case), *_of(case, "application", "do")]
    named = case.value("accepted_exams")
    if isinstance(named, list) and case.exam_name not in named:
        text = PlanWording.EXAM_NOT_NAMED.format(exam=case.exam_name, place=case.where)
        lines.append(own("caution", text, _DEPENDS))
    lines += said(case.shelf.record("employer-training"), ("who_pays",), "payer")
    lines += disputes(credential, ("fee",), _DEPENDS)
    lines += said(credential, ("refund",), "rule", _DEPENDS)
    unknown = own("fee", PlanWording.ASK_FEE.format(whom=CERTIFIERS[case.exam]), _DEPENDS)
    fees = fees_of(credential, "fee", _DEPENDS, unknown=unknown)
    return _step(
        case, "exam-apply", PlanWording.EXAM_APPLY, _found(case, "exam-apply", ("application",)), lines, fees
    )


def _sit(case: Case) -> Step:
    lines = [*_of(case, "delivery", "do"), *said(case.credential, ("accommodations",), "prepare", _DEPENDS)]
    lines += _of(case, "passing_score", "rule")[:1]
    step = _step(case, "exam-sit", PlanWording.EXAM_SIT, assumed(case.request, "exam-sit"), lines)
    return _with_window(case, step)


def _with_window(case: Case, step: Step) -> Step:
    """The certifier's time to take the exam, counted from its approval."""
    for statement in case.credential.statements_of("application"):
        if statement.unit == "days" and isinstance(statement.value, int):
            line = both_sides(case.credential, statement, "deadline", _DEPENDS)[0]
            window = Deadline("exam-apply", 0, statement.value, line)
            return Step(
                step.id, step.title, step.span, lines=step.lines, deadline=window, depends=step.depends
            )
    return step


def _score(case: Case) -> Step:
    lines = [*_of(case, "passing_score", "rule")[1:], *_of(case, "retake", "caution")]
    lines += said(case.credential, ("retake_fee",), "rule", _DEPENDS)
    span = _found(case, "exam-score", ("passing_score",))
    return _step(case, "exam-score", PlanWording.EXAM_SCORE, span, lines)


def _keep(case: Case) -> Step:
    """The credential's own renewal, which is not the state's."""
    credential = case.credential
    lines = [
        own("do", PlanWording.KEEP_DO),
        *said(credential, ("renewal_cycle", "ce_hours", "ce_other"), "rule", _DEPENDS),
    ]
    lines += _of(case, "late_renewal", "caution")
    months = next((m for s in credential.statements_of("renewal_cycle") if (m := months_of(s))), 0)
    unknown = own("fee", PlanWording.ASK_FEE.format(whom=CERTIFIERS[case.exam]), _DEPENDS)
    fees = fees_of(credential, "renewal_fee", _DEPENDS, unknown=unknown, every=months)
    fees = (*fees, *ce_fees(case.shelf, months))
    return _step(case, "keep-cert", PlanWording.KEEP_CERT, assumed(case.request, "work"), lines, fees)


def _step(
    case: Case, id: str, name: str, span: Span, lines: Sequence[Line], fees: tuple[Fee, ...] = ()
) -> Step:
    return Step(
        id, title(name, _DEPENDS, exam=case.exam_name), span, lines=tuple(lines), fees=fees, depends=_WHY
    )


def _eligible(case: Case) -> tuple[Line, ...]:
    """Who may sit the exam: what holds for all, and what holds for the path chosen."""
    others = _OTHER_PATHS[case.path]
    chosen = [
        statement
        for statement in case.credential.statements_of("eligibility", "experience")
        if isinstance(statement.value, list) or not any(word in statement.says.lower() for word in others)
    ]
    return tuple(line for s in chosen for line in both_sides(case.credential, s, "rule", _DEPENDS))


def _of(case: Case, field: str, kind: LineKind) -> tuple[Line, ...]:
    return said(case.credential, (field,), kind, _DEPENDS)


def _found(case: Case, step: str, fields: Sequence[str]) -> Span:
    """A length that the certifier's words give (handled within 24 hours, scores in one to three weeks)."""
    for statement in case.credential.statements_of(*fields):
        days = span_in(statement.says, near="within")
        if days:
            return set_or(case.request, step, stated(case.credential, statement, days, _DEPENDS))
    return assumed(case.request, step)


EXAM_BUILDERS: Mapping[str, Callable[[Case], Step]] = {
    "study": _study,
    "exam-apply": _apply,
    "exam-sit": _sit,
    "exam-score": _score,
    "keep-cert": _keep,
}
