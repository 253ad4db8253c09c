"""Figures for pictures of pay: all of them drawn, each with its year, none mixed up."""

from __future__ import annotations

import pytest

from assistant.guidance.cited import carried
from assistant.guidance.shelf import Shelf
from assistant.guidance.wages import GROUPS, Group, how_to_read, pay, us_means


@pytest.mark.parametrize("group", GROUPS)
def test_every_figure_is_carried_with_its_year(group: Group, shelf: Shelf) -> None:
    for figure in pay(shelf, group):
        assert carried(figure.cited)
        assert f"${figure.amount:,} a year" in figure.cited.text
        assert f"May {figure.year}" in figure.cited.text
        assert figure.cited.support


@pytest.mark.parametrize(
    ("group", "field", "left_out"),
    [("by_industry", "by_industry", 0), ("by_state", "by_state", 1), ("adjacent", "adjacent", 0)],
)
def test_no_statement_with_a_yearly_amount_is_forgotten(
    group: Group, field: str, left_out: int, shelf: Shelf
) -> None:
    """Of the states, one statement speaks of a metro area, which is no state."""
    stated = [
        statement
        for record in shelf.of_kind("wages")
        for statement in record.statements_of(field)
        if isinstance(statement.value, int) and statement.unit == "USD"
    ]
    assert len(pay(shelf, group)) == len(stated) - left_out


def test_the_spread_of_pay_goes_upwards_around_the_middle(shelf: Shelf) -> None:
    figures = [figure for figure in pay(shelf, "national") if not figure.old]
    assert [figure.amount for figure in figures] == [36020, 37850, 45750, 49990, 61040]
    assert len({figure.label for figure in figures}) == 5
    assert {figure.year for figure in figures} == {"2025"}


def test_old_figures_are_marked(shelf: Shelf) -> None:
    by_label = {figure.label: figure for figure in pay(shelf, "by_state")}
    assert (by_label["California"].year, by_label["California"].old) == ("2023", False)
    assert (by_label["Ohio"].year, by_label["Ohio"].old) == ("2019", True)
    assert "Texas" not in by_label, "what is unknown has no bar"
    order = [figure.year for figure in pay(shelf, "by_state")]
    assert order == sorted(order, reverse=True)


def test_a_mean_and_a_median_are_told_apart(shelf: Shelf) -> None:
    hospitals = {f.measure: f.amount for f in pay(shelf, "by_industry") if f.label == "Hospitals"}
    assert hospitals == {"mean": 52420, "median": 49310}


def test_each_year_of_the_states_has_the_us_mean_to_compare_with(shelf: Shelf) -> None:
    means = us_means(shelf)
    assert {figure.year for figure in pay(shelf, "by_state")} == set(means)
    assert means["2023"].amount == 43330
    assert all(carried(mean.cited) for mean in means.values())


def test_how_to_read_the_figures_is_quoted(shelf: Shelf) -> None:
    assert any("median is the middle" in cited.text for cited in how_to_read(shelf))
