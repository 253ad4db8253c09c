"""Two to four years of wages -> rows of cited cells, one a figure that one of the years has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.guidance.cited import Cited
from assistant.guidance.comparison import Cell, Comparison, Row, Thing, Verdict, ordered
from assistant.guidance.shelf import Shelf
from assistant.guidance.wages import GROUPS, Pay, pay
from assistant.wording_wages import WageWording

__all__ = ["compare_years", "wage_years"]

_COMPARED = tuple(group for group in GROUPS if group != "adjacent")  # other jobs are known for one year
_Key = tuple[str, str, str]  # group, label, measure


def wage_years(shelf: Shelf) -> tuple[str, ...]:
    """The years (YYYY) with a wage figure, the newest first."""
    years = {figure.year for group in _COMPARED for figure in pay(shelf, group)}
    return tuple(sorted(years, reverse=True))


def compare_years(shelf: Shelf, years: Sequence[str]) -> Comparison:
    """Years side by side; a figure that a year lacks is unknown there."""
    figures = [figure for group in _COMPARED for figure in pay(shelf, group) if figure.year in years]
    known = {(*_key(figure), figure.year): figure for figure in figures}
    keys = dict.fromkeys(_key(figure) for figure in figures)
    rows = [_row(key, [known.get((*key, year)) for year in years]) for key in keys]
    things = (Thing(year, WageWording.ABOUT_YEAR.format(year=year), WageWording.ASK) for year in years)
    return Comparison("wages", tuple(things), ordered(rows))


def _key(figure: Pay) -> _Key:
    return figure.group, figure.label, figure.measure


def _row(key: _Key, figures: Sequence[Pay | None]) -> Row:
    group, label, measure = key
    name = label if group == "national" else WageWording.ROW.format(label=label, measure=measure)
    return Row(group, name, tuple(_cell(figure) for figure in figures), _verdict(figures))


def _cell(figure: Pay | None) -> Cell:
    if figure is None:
        return Cell()
    support = figure.cited.support
    short = Cited(WageWording.AMOUNT.format(amount=f"{figure.amount:,}"), support)
    says = tuple(Cited(item.says, (item,)) for item in support)
    return Cell(says, short, brief=True, value=figure.amount, unit="USD")


def _verdict(figures: Sequence[Pay | None]) -> Verdict:
    amounts: Mapping[int, None] = dict.fromkeys(figure.amount for figure in figures if figure)
    if len(amounts) > 1:
        return "differs"
    return "open" if None in figures else "same"
