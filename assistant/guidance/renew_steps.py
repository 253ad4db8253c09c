"""A case of renewing -> its steps, for the certification and the state's papers together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.guidance.become import chained
from assistant.guidance.become_order import EXAM_STEPS
from assistant.guidance.case import Case
from assistant.guidance.case_lines import STATE, credential_word, title
from assistant.guidance.cited import Cited, support_of
from assistant.guidance.deadlines import lapses, late_from, next_renewal, opening
from assistant.guidance.durations import months_of
from assistant.guidance.exam_steps import EXAM_BUILDERS
from assistant.guidance.fees import fees_of, side_fees
from assistant.guidance.lines import both_sides, brief, disputes, own, said, said_or_ask
from assistant.guidance.records import Record
from assistant.guidance.renewal import CeLedger, CeRow, ce_ledger, reinstatement_rows
from assistant.guidance.schedule import day_words
from assistant.guidance.spans import assumed
from assistant.guidance.steps import Aspect, Fee, Line, Span, Step
from assistant.wording_plan import PlanWording

__all__ = ["ledger_of", "renew_steps", "renewed"]

_YOU: frozenset[Aspect] = frozenset({"you"})
_SPARE = 14  # days left for filing, once the hours are done
_EXPIRED = re.compile(r"\bexpired\b", re.IGNORECASE)
_WHEN: frozenset[Aspect] = frozenset({"you", "start"})


def renewed(case: Case) -> str:
    """What is renewed, in words: the certification, the state's papers, or both."""
    credential = _credential(case)
    parts = [brief(credential)] if credential else []
    if case.place and case.registers:
        parts.append(f"{credential_word(case)} {PlanWording.IN} {case.where}")
    return f" {PlanWording.AND} ".join(parts) or PlanWording.PAPERS


def ledger_of(case: Case) -> CeLedger:
    """The person's CE against what certifier and state require."""
    request, credential = case.request, _credential(case)
    place = case.place if case.registers else None
    late = late_from(credential, request.expires) if credential and request.expires else None
    state_due = _state_due(case, place)[0] if place else None
    due = late[0] if late else request.expires
    return ce_ledger(credential, place, request.done, due, state_due)


def renew_steps(case: Case) -> tuple[Step, ...]:
    """What to do, by when, for each paper that ends."""
    credential, request = _credential(case), case.request
    steps = [_look_up(case)]
    if credential and request.expires and request.expires < request.start:
        steps += _lapsed(case, credential, request.expires)
    elif credential:
        steps += _current(case, credential)
    if case.place and case.registers:
        steps += _state(case, case.place)
    return tuple(replace(step, placed=step.placed | _WHEN | STATE) for step in steps)


def _credential(case: Case) -> Record | None:
    """The certification that the person holds, or that an exam names; None is unknown."""
    held = case.shelf.record(case.request.credential or "")
    return held or (case.credential if case.request.exam else None)


def _look_up(case: Case) -> Step:
    lines = [own("do", PlanWording.LOOK_UP_DO)]
    if not _credential(case):
        lines.append(own("ask", PlanWording.NO_CREDENTIAL, _YOU))
    if not (case.request.expires and case.request.state_expires):
        lines.append(own("ask", PlanWording.LOOK_UP_WHY, _YOU))
    return Step("look-up", title(PlanWording.LOOK_UP), assumed(case.request, "look-up"), lines=tuple(lines))


def _current(case: Case, credential: Record) -> list[Step]:
    """CE first, then the renewal before the day on which it is late."""
    expires = case.request.expires
    late = late_from(credential, expires) if expires else None
    due = late[0] if late else expires
    rows = ledger_of(case).rows_of(brief(credential))
    ce = Step(
        "ce",
        title(PlanWording.CE, _YOU, name=brief(credential)),
        _until(case, due),
        needs=("look-up",),
        lines=(*_ce_lines(rows, _YOU), *said(credential, ("ce_other",), "rule", _YOU)),
        due=due,
        depends=_YOU,
    )
    lines = [*said(credential, ("renewal_cycle",), "rule", _YOU)]
    if due:
        support = (support_of(credential, late[1]),) if late else ()
        text = PlanWording.FILE_BY.format(by=day_words(due))
        lines.append(Line("deadline", Cited(text, support, True), _YOU))
    lines += said(credential, ("late_renewal", "reinstatement"), "caution", _YOU)
    lines += _after_expiry(credential)
    opens = opening(credential, expires) if expires else None
    file = Step(
        "file",
        title(PlanWording.FILE, _YOU, name=brief(credential)),
        assumed(case.request, "file"),
        needs=("ce",),
        lines=tuple(lines),
        fees=_renewal_fees(credential),
        due=due,
        opens=opens,
        depends=_YOU,
    )
    return [ce, file]


def _after_expiry(credential: Record) -> tuple[Line, ...]:
    """What one may no longer do once it has expired."""
    lines = said(credential, ("not_good_for",), "caution", _YOU)
    return tuple(line for line in lines if _EXPIRED.search(line.cited.text))


def _renewal_fees(credential: Record) -> tuple[Fee, ...]:
    months = next((m for s in credential.statements_of("renewal_cycle") if (m := months_of(s))), 0)
    unknown = own("fee", PlanWording.ASK_FEE.format(whom=PlanWording.CERTIFIER), _YOU)
    return fees_of(credential, "renewal_fee", _YOU, unknown=unknown, every=months)


def _lapsed(case: Case, credential: Record, expires: date) -> list[Step]:
    """Bring it back while that is possible; take the exam again when it is not."""
    limit = lapses(credential, expires)
    again = limit is not None and case.request.start > limit[0]
    name = PlanWording.AGAIN if again else PlanWording.REINSTATE
    due = None if again or not limit else limit[0]
    hours = () if again else _ce_lines(reinstatement_rows(credential, case.request.done, due), _YOU)
    step = Step(
        "reinstate",
        title(name, _WHEN, name=brief(credential)),
        assumed(case.request, "reinstate"),
        needs=("look-up",),
        lines=(*_lapse_rules(case, credential, expires, again), *hours),
        fees=() if again else _reinstatement_fees(credential),
        due=due,
        depends=_WHEN,
    )
    if not again:
        return [step]
    exam = replace(case, credential=credential, exam="excpt" if credential.id.startswith("nha") else "ptce")
    chain = chained(EXAM_STEPS, lambda id: EXAM_BUILDERS[id](exam))
    return [step, *(s if s.needs else replace(s, needs=("reinstate",)) for s in chain)]


def _lapse_rules(case: Case, credential: Record, expires: date, again: bool) -> tuple[Line, ...]:
    """What holds once it has expired; what is told with the fee is not told twice."""
    text = PlanWording.EXPIRED_ON.format(day=day_words(expires))
    untold = [s for s in credential.statements_of("reinstatement") if s.unit != "USD" or again]
    return (
        Line("caution", Cited(text, (), True), _YOU),
        *(line for s in untold for line in both_sides(credential, s, "rule", _WHEN)),
        *_after_expiry(credential),
        *said(case.place, ("national_certification",), "rule", STATE),
    )


def _reinstatement_fees(credential: Record) -> tuple[Fee, ...]:
    unknown = own("fee", PlanWording.ASK_FEE.format(whom=PlanWording.CERTIFIER), _WHEN)
    return fees_of(credential, "reinstatement", _WHEN, unknown=unknown)


def _state(case: Case, place: Record) -> list[Step]:
    """The state's own CE and renewal."""
    due, said_so = _state_due(case, place)
    rules = said(place, ("ce_other", "ce_first_renewal"), "rule", STATE)
    rows = ledger_of(case).rows_of(case.where)
    ce = Step(
        "state-ce",
        title(PlanWording.STATE_CE, place=case.where),
        _until(case, due),
        needs=("look-up",),
        lines=(*_ce_lines(rows, STATE | _YOU), *rules, own("ask", PlanWording.CE_BOTH)),
        due=due,
        depends=STATE,
    )
    lines = [*said_so, *said_or_ask(place, "renewal_cycle", "rule", STATE)]
    lines += said_or_ask(place, "renewal_deadline", "rule", STATE)
    lines += said(place, ("late_renewal", "reinstatement"), "caution", STATE)
    lines += disputes(place, ("renewal_fee",), STATE)
    cycle = case.months("renewal_cycle")
    fees = fees_of(place, "renewal_fee", STATE, every=cycle[0] if cycle else 0)
    name = title(PlanWording.STATE_FILE, credential=credential_word(case), place=case.where)
    file = Step(
        "state-file",
        name,
        assumed(case.request, "file"),
        needs=("state-ce",),
        lines=tuple(lines),
        fees=(*fees, *side_fees(place, STATE, "late_fee", counted=False)),
        due=due,
        depends=STATE,
    )
    return [ce, file]


def _state_due(case: Case, place: Record) -> tuple[date | None, tuple[Line, ...]]:
    """The day on which the state's papers end: as the person says, or as the place's own sentence says."""
    if case.request.state_expires:
        return case.request.state_expires, ()
    found = next_renewal(place, case.request.start)
    if found is None:
        return None, ()
    day, statement = found
    text = PlanWording.NEXT_DAY.format(by=day_words(day))
    return day, (Line("deadline", Cited(text, (support_of(place, statement),), True), STATE | _WHEN),)


def _ce_lines(rows: Sequence[CeRow], depends: frozenset[Aspect]) -> tuple[Line, ...]:
    """Each requirement as a sentence with what is done and what is missing."""
    return tuple(Line("ask" if row.needed is None else "rule", row.line(), depends) for row in rows)


def _until(case: Case, due: date | None) -> Span:
    """The time that is left for CE: until its day, or what we assume where no day is known."""
    span = assumed(case.request, "ce")
    if due is None or any(id == "ce" for id, _, _ in case.request.assume):
        return span
    left = max(1, (due - case.request.start).days - _SPARE)
    text = PlanWording.CE_UNTIL.format(day=day_words(due))
    return Span(1, left, "computed", Line("length", Cited(text, (), True), STATE | _WHEN))
