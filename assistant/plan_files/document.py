"""A plan, its costs and its footnotes -> headings, items and tables that every file form can print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.footnotes import Footnotes
from assistant.guidance.cited import Cited
from assistant.guidance.costs import Costs, Item, amount_words, how_often
from assistant.guidance.reading_order import reading_order
from assistant.guidance.schedule import day_words
from assistant.guidance.steps import Dated, Plan
from assistant.types import Citation
from assistant.wording_plan import PlanWording

__all__ = ["Document", "Entry", "Section", "every_cited", "plan_document"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a section."""

    label: str  # "" for none
    text: str  # with [1] marks


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its items."""

    heading: str
    entries: tuple[Entry, ...]
    ticked: bool | None = None  # None: it is no step


@dataclass(frozen=True, slots=True)
class Document:
    """A plan ready to be printed."""

    title: str
    lead: str
    sections: tuple[Section, ...]
    table: tuple[tuple[str, ...], ...]  # costs, its header first; empty without costs
    totals: tuple[str, ...]
    citations: tuple[Citation, ...]


class _Printed:
    """Footnotes with one number a source: on paper a reader looks a source up, not a statement."""

    def __init__(self, notes: Footnotes) -> None:
        self._notes = notes
        first: dict[str, Citation] = {}
        for citation in notes.citations:
            first.setdefault(citation.source.id, citation)
        sources = {id: number for number, id in enumerate(first, start=1)}
        self._numbers = {citation.number: sources[citation.source.id] for citation in notes.citations}
        self.citations = tuple(replace(found, number=sources[id]) for id, found in first.items())

    def marked(self, cited: Cited) -> str:
        """A sentence with its [1] marks, each source once."""
        claim = self._notes.claim(cited)
        numbers = dict.fromkeys(self._numbers[number] for number in claim.citations)
        return f"{claim.text} {''.join(f'[{number}]' for number in numbers)}".strip()


def plan_document(
    planned: Plan, found: Costs, notes: Footnotes, ticked: frozenset[str] = frozenset()
) -> Document:
    """A plan as a document.

    Args:
        planned: the plan.
        found: its costs.
        notes: the footnotes of `every_cited` of both.
        ticked: ids of the steps that are done.
    """
    printed = _Printed(notes)
    steps = (_step(number, dated, printed, ticked) for number, dated in enumerate(planned.steps, start=1))
    known = tuple(Entry("", printed.marked(line.cited)) for line in planned.notes)
    return Document(
        title=planned.title.cited.text,
        lead=" ".join((
            PlanWording.STARTING.format(day=day_words(planned.request.start)),
            *(line.cited.text for line in planned.assumed),
        )),
        sections=(*steps, Section(PlanWording.NOTES, known)),
        table=_table(found, printed),
        totals=tuple(printed.marked(total.cited) for total in (found.first_year, found.each_year)),
        citations=printed.citations,
    )


def every_cited(planned: Plan, found: Costs) -> tuple[Cited, ...]:
    """Everything that a plan's files say, in reading order."""
    lines = [said.line.cited for dated in planned.steps for said in reading_order(dated)]
    titles = [dated.step.title.cited for dated in planned.steps]
    return (
        planned.title.cited, *lines, *titles, *(line.cited for line in planned.notes),
        *(line.cited for line in found.lines()), found.first_year.cited, found.each_year.cited,
    )  # fmt: skip


def _step(number: int, dated: Dated, printed: _Printed, ticked: frozenset[str]) -> Section:
    name = f"{number}. {dated.step.title.cited.text}"
    if dated.step.optional:
        name += f" ({PlanWording.OPTIONAL})"
    entries = tuple(Entry(said.label, printed.marked(said.line.cited)) for said in reading_order(dated))
    return Section(name, entries, dated.step.id in ticked)


def _table(found: Costs, printed: _Printed) -> tuple[tuple[str, ...], ...]:
    header = (PlanWording.COL_ITEM, PlanWording.COL_AMOUNT, PlanWording.COL_OFTEN, PlanWording.COL_SAYS)
    return (header, *_rows((*found.once, *found.again), printed))


def _rows(items: Iterable[Item], printed: _Printed) -> Iterable[tuple[str, ...]]:
    for item in items:
        yield (item.fee.name, amount_words(item), how_often(item), printed.marked(item.fee.line.cited))
