"""A case of moving into a specialty, or up -> its steps, from becoming a technician to the job."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from assistant.guidance.become import become_steps
from assistant.guidance.case import Case, needed
from assistant.guidance.case_lines import STATE, title
from assistant.guidance.cited import Cited
from assistant.guidance.durations import days_of
from assistant.guidance.fees import fees_of, training_fees
from assistant.guidance.lines import ask_board, brief, own, said, said_or_ask
from assistant.guidance.records import Record
from assistant.guidance.request import SPECIALTY
from assistant.guidance.schedule import schedule
from assistant.guidance.spans import assumed, in_words, set_or, stated
from assistant.guidance.steps import Aspect, Line, Span, Step
from assistant.wording_plan import PlanWording

__all__ = ["specialty_of", "specialty_steps"]

_CHOICE: frozenset[Aspect] = frozenset({"choice"})
# Goals with a name of their own -> the specialty that they lead to.
_GOALS: Mapping[str, str] = {
    "lead": "management-lead", "educator": "education-training", "informatics": "informatics-automation",
}  # fmt: skip
# Specialty -> the field in which a place says whether technicians may do the work.
_PLACE_FIELDS: Mapping[str, str] = {
    "immunization": "immunization", "technician-product-verification": "product_verification",
}  # fmt: skip
_FIRST_CREDENTIALS = ("ptcb-cpht", "nha-cpht")  # these belong to becoming a technician


def specialty_of(case: Case) -> Record:
    """The specialty that a goal leads to."""
    goal = case.request.goal
    return needed(case.shelf, _GOALS.get(goal, goal.removeprefix(SPECIALTY)))


def specialty_steps(case: Case) -> tuple[Step, ...]:
    """First the basis, then what the specialty asks for, then the job."""
    steps = list(_chain(case, specialty_of(case)))
    return tuple(
        replace(
            step, needs=(before.id,) if before else (), placed=frozenset({"state", "stage", "choice", "you"})
        )
        for before, step in zip([None, *steps], steps, strict=False)
    )


def _chain(case: Case, specialty: Record) -> Iterator[Step]:
    if case.standing != "certified":
        yield _base(case)
    yield _look(case, specialty)
    if specialty.statements_of("limits") or specialty.id in _PLACE_FIELDS:
        yield _rules(case, specialty)
    yield _experience(case, specialty)
    if specialty.statements_of("training"):
        yield _course(case, specialty)
    for credential in _credentials(case, specialty):
        yield _credential(case, credential)
    yield _job(case, specialty)


def _base(case: Case) -> Step:
    """The whole way to becoming a technician as one step, as long as that plan is."""
    way = schedule(become_steps(case), case.request.start)
    needed = [dated for dated in way if not dated.step.optional]
    start = case.request.start
    low = (max(dated.end for dated in needed) - start).days
    high = (max(dated.late_end for dated in needed) - start).days
    text = PlanWording.BASE_SPAN.format(span=in_words(low, high))
    span = Span(
        low,
        high,
        "computed",
        Line("length", Cited(text, (), True), frozenset({"state", "stage", "choice", "you"})),
    )
    lines = (own("do", PlanWording.BASE_DO), *said(case.place, ("overview",), "what", STATE))
    return Step("base", title(PlanWording.BASE), span, lines=lines, depends=frozenset({"stage"}))


def _look(case: Case, specialty: Record) -> Step:
    fields = ("what", "day", "fit", "likes", "dislikes", "settings", "schedule", "exposure")
    lines = said(specialty, fields, "what", _CHOICE)
    name = title(PlanWording.LOOK, _CHOICE, specialty, name=specialty.name)
    return Step("look", name, assumed(case.request, "look"), lines=(own("do", PlanWording.LOOK_DO), *lines))


def _rules(case: Case, specialty: Record) -> Step:
    field = _PLACE_FIELDS.get(specialty.id)
    lines = [*said(specialty, ("limits",), "rule", _CHOICE)]
    if field:
        lines += said_or_ask(case.place, field, "rule", {"state", "choice"})
    elif case.place:
        lines.append(Line("ask", ask_board(case.place), STATE))
    return Step(
        "state-rule",
        title(PlanWording.STATE_RULE, place=case.where),
        assumed(case.request, "state-rule"),
        lines=tuple(lines),
        depends=_CHOICE,
    )


def _experience(case: Case, specialty: Record) -> Step:
    lines = said(specialty, ("entry_experience",), "rule", _CHOICE)
    if not lines:
        lines = (own("ask", PlanWording.EXPERIENCE_UNKNOWN, _CHOICE),)
    return Step(
        "experience",
        title(PlanWording.EXPERIENCE),
        _experience_span(case, specialty),
        lines=(*lines, own("do", PlanWording.EXPERIENCE_DO)),
    )


def _experience_span(case: Case, specialty: Record) -> Span:
    """The first length that the specialty's record gives for work; hours of work count as full time."""
    for statement in specialty.statements_of("entry_experience"):
        days = days_of(statement) if statement.unit in ("months", "years", "days") else None
        if days:
            return set_or(case.request, "experience", stated(specialty, statement, days, _CHOICE))
    return assumed(case.request, "experience", depends=_CHOICE)


def _course(case: Case, specialty: Record) -> Step:
    lines = said(specialty, ("training",), "what", _CHOICE)
    return Step(
        "course",
        title(PlanWording.COURSE),
        assumed(case.request, "course"),
        lines=lines,
        fees=training_fees(specialty, _CHOICE),
        depends=_CHOICE,
        optional=True,
    )


def _credentials(case: Case, specialty: Record) -> tuple[Record, ...]:
    """The records of the credentials that a specialty names, each once."""
    names = [
        str(name).lower()
        for statement in specialty.statements_of("credential")
        if isinstance(statement.value, list)
        for name in statement.value
    ]
    found = [_named(case, name) for name in names]
    return tuple({r.id: r for r in found if r and r.id not in _FIRST_CREDENTIALS}.values())


def _named(case: Case, name: str) -> Record | None:
    for record in case.shelf.of_kind("credential"):
        known = [record.name.lower().removeprefix("ptcb "), *record.aliases]
        if name in known or f"({name})" in record.name.lower():
            return record
    return None


def _credential(case: Case, credential: Record) -> Step:
    fields = ("eligibility", "experience", "application", "exam_format", "exam_time", "delivery")
    lines = [
        *said(credential, fields, "rule", _CHOICE),
        *said(credential, ("not_good_for",), "caution", _CHOICE),
    ]
    unknown = own("fee", PlanWording.ASK_FEE.format(whom=PlanWording.CERTIFIER), _CHOICE)
    id = f"credential-{credential.id}"
    return Step(
        id,
        title(PlanWording.CREDENTIAL_STEP, _CHOICE, credential, name=brief(credential)),
        assumed(case.request, "credential"),
        lines=(own("what", PlanWording.CREDENTIAL_WHY), *lines),
        fees=fees_of(credential, "fee", _CHOICE, unknown=unknown),
        depends=_CHOICE,
        optional=True,
    )


def _job(case: Case, specialty: Record) -> Step:
    lines = said(specialty, ("entry", "demand", "pay"), "what", _CHOICE)
    return Step(
        "job",
        title(PlanWording.JOB),
        assumed(case.request, "job"),
        lines=(own("do", PlanWording.JOB_DO), *lines),
    )
