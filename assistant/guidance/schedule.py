"""Steps and a start date -> dated steps, each after all that it needs.

Forward scheduling as in the critical path method: a step starts when the last of what it needs has
ended; once with every step as short as it can be, once with every step as long as it may be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from graphlib import CycleError, TopologicalSorter

from assistant.errors import KnowledgeError
from assistant.guidance.cited import Cited
from assistant.guidance.durations import add_months
from assistant.guidance.steps import Aspect, Dated, Line, Step
from assistant.wording_plan import PlanWording

__all__ = ["day_words", "schedule"]

_START: frozenset[Aspect] = frozenset({"start"})


def schedule(steps: Sequence[Step], start: date) -> tuple[Dated, ...]:
    """Steps in an order in which each comes after all that it needs, with their dates.

    Raises:
        KnowledgeError: the steps need one another in a circle, or need a step that is not there.
    """
    by_id = {step.id: _marked(step) for step in _in_order(steps)}
    dated: dict[str, Dated] = {}
    for step in by_id.values():
        dated[step.id] = _dated(step, start, dated)
    ancestors = _ancestors(by_id)
    depends = _depends(by_id)
    return tuple(_in_words(item, dated, ancestors, depends) for item in dated.values())


def day_words(day: date) -> str:
    """A day for people, such as Dec 1, 2026."""
    return f"{day:%b} {day.day}, {day.year}"


def _in_order(steps: Sequence[Step]) -> list[Step]:
    """Topological order; steps that could stand in any order keep the one given."""
    by_id = {step.id: step for step in steps}
    place = {step.id: at for at, step in enumerate(steps)}
    missing = {need for step in steps for need in step.needs} - set(by_id)
    if missing:
        raise KnowledgeError(f"plan: steps need {', '.join(sorted(missing))}, which is no step of it")
    sorter = TopologicalSorter({step.id: step.needs for step in steps})
    try:
        sorter.prepare()
    except CycleError as error:
        raise KnowledgeError(f"plan: steps need one another in a circle: {error.args[1]}") from error
    ready: list[str] = []
    order: list[Step] = []
    while sorter.is_active():
        ready += sorter.get_ready()
        ready.sort(key=place.__getitem__)
        id = ready.pop(0)
        order.append(by_id[id])
        sorter.done(id)
    return order


def _marked(step: Step) -> Step:
    """A step whose lines all depend on what the step itself depends on: without it, they are gone too."""
    why = step.depends
    if not why:
        return step
    return replace(
        step,
        title=_also(step.title, why),
        span=replace(step.span, line=_also(step.span.line, why)),
        lines=tuple(_also(line, why) for line in step.lines),
        fees=tuple(replace(fee, line=_also(fee.line, why)) for fee in step.fees),
        deadline=replace(step.deadline, line=_also(step.deadline.line, why)) if step.deadline else None,
    )


def _also(line: Line, why: frozenset[Aspect]) -> Line:
    return replace(line, depends=line.depends | why)


def _dated(step: Step, start: date, before: Mapping[str, Dated]) -> Dated:
    opens = max(step.opens or start, start)
    early = max([opens, *(before[need].end for need in step.needs)])
    late = max([opens, *(before[need].late_end for need in step.needs)])
    end = early + timedelta(days=step.span.low)
    late_end = late + timedelta(days=step.span.high)
    by = (step.due, step.due) if step.due else _deadline(step, before)
    return Dated(step, early, end, late, late_end, by)


def _deadline(step: Step, before: Mapping[str, Dated]) -> tuple[date, date] | None:
    if step.deadline is None:
        return None
    since, limit = before[step.deadline.after], step.deadline
    days = timedelta(days=limit.days)
    return (add_months(since.end, limit.months) + days, add_months(since.late_end, limit.months) + days)


def _ancestors(steps: Mapping[str, Step]) -> Mapping[str, frozenset[str]]:
    """Step id -> ids of all steps that must come before it."""
    found: dict[str, frozenset[str]] = {}
    for id, step in steps.items():
        found[id] = frozenset(step.needs).union(*(found[need] for need in step.needs))
    return found


def _depends(steps: Mapping[str, Step]) -> Mapping[str, frozenset[Aspect]]:
    """Step id -> what its dates depend on: its own place and length, and those of all before it."""
    found: dict[str, frozenset[Aspect]] = {}
    for id, step in steps.items():
        own = step.placed | step.span.line.depends | _START
        found[id] = own.union(*(found[need] for need in step.needs))
    return found


def _in_words(
    item: Dated,
    dated: Mapping[str, Dated],
    ancestors: Mapping[str, frozenset[str]],
    depends: Mapping[str, frozenset[Aspect]],
) -> Dated:
    id = item.step.id
    beside = [other for other in dated.values() if _can_run_beside(item, other, ancestors)]
    lines = [Line("date", Cited(text, (), True), depends[id]) for text in _sentences(item)]
    if beside:
        titles = [other.step.title for other in beside]
        text = PlanWording.BESIDE.format(titles="; ".join(title.cited.text for title in titles))
        why = depends[id].union(*(depends[other.step.id] for other in beside), *(t.depends for t in titles))
        lines.append(Line("date", Cited(text, (), True), why))
    return replace(item, beside=tuple(other.step.id for other in beside), dates=tuple(lines))


def _can_run_beside(item: Dated, other: Dated, ancestors: Mapping[str, frozenset[str]]) -> bool:
    """Whether neither needs the other and their early dates meet."""
    id, others = item.step.id, other.step.id
    unrelated = id != others and id not in ancestors[others] and others not in ancestors[id]
    return unrelated and other.start < item.end and item.start < other.end


def _sentences(item: Dated) -> list[str]:
    days = {
        "start": day_words(item.start),
        "end": day_words(item.end),
        "late_start": day_words(item.late_start),
        "late_end": day_words(item.late_end),
    }
    sentences = [_span_template(item).format(**days)]
    if item.by:
        by, late_by = (day_words(day) for day in item.by)
        template = PlanWording.BY if by == late_by else PlanWording.BY_RANGE
        sentences.append(template.format(by=by, late_by=late_by))
    if item.late:
        passed = item.by is not None and item.by[0] < item.start
        sentences.append(PlanWording.OVERDUE if passed else PlanWording.TOO_LATE)
    return sentences


def _span_template(item: Dated) -> str:
    if item.step.span.high == 0:
        return PlanWording.ON_DAY if item.end == item.late_end else PlanWording.ON_DAY_RANGE
    if item.start == item.late_start:
        return PlanWording.DATES if item.end == item.late_end else PlanWording.DATES_LATER
    return PlanWording.DATES_RANGE
