"""Things side by side: what differs comes first, and nothing is claimed that no source says."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import WrongUseError
from assistant.guidance.cited import carried
from assistant.guidance.compare import KINDS, choices, compare, find_thing
from assistant.guidance.comparison import Comparison, Row, every_cited, is_repeated, rows_of, shown
from assistant.guidance.fields import FIELDS
from assistant.guidance.shelf import Shelf
from assistant.wording_compare import LABELS, VERDICTS

FIGURE = re.compile(r"\d")
kinds = st.sampled_from(sorted(KINDS))
reads_records = settings(max_examples=60, deadline=None)


def row_of(found: Comparison, field: str) -> Row:
    return next(row for row in found.rows if row.field == field)


@pytest.mark.parametrize("kind", KINDS)
def test_a_thing_does_not_differ_from_itself(kind: str, shelf: Shelf) -> None:
    for id in choices(shelf, kind):
        found = compare(shelf, kind, [id, id])
        assert {row.verdict for row in found.rows} <= {"same", "unknown"}, id
        assert not any(row.differs for row in found.rows)


@reads_records
@given(kind=kinds, data=st.data())
def test_the_order_of_the_columns_does_not_change_what_differs(
    shelf: Shelf, kind: str, data: st.DataObject
) -> None:
    known = sorted(choices(shelf, kind))
    ids = data.draw(st.lists(st.sampled_from(known), min_size=2, max_size=4, unique=True))
    verdicts = {row.field + row.label: row.verdict for row in compare(shelf, kind, ids).rows}
    turned = {row.field + row.label: row.verdict for row in compare(shelf, kind, ids[::-1]).rows}
    assert verdicts == turned


@reads_records
@given(kind=kinds, data=st.data())
def test_one_more_of_the_same_thing_changes_no_verdict(shelf: Shelf, kind: str, data: st.DataObject) -> None:
    known = sorted(choices(shelf, kind))
    ids = data.draw(st.lists(st.sampled_from(known), min_size=2, max_size=3, unique=True))
    verdicts = {row.field + row.label: row.verdict for row in compare(shelf, kind, ids).rows}
    again = {row.field + row.label: row.verdict for row in compare(shelf, kind, [*ids, ids[0]]).rows}
    assert verdicts == again


@pytest.mark.parametrize("kind", KINDS)
def test_every_cell_is_carried_by_what_it_cites(kind: str, shelf: Shelf) -> None:
    for pair in pairwise(choices(shelf, kind)):
        for full in (True, False):
            cited = list(every_cited(compare(shelf, kind, pair), full=full))
            assert [one for one in cited if not carried(one)] == [], pair


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_unknown_is_never_a_number_nor_a_no(kind: str, shelf: Shelf) -> None:
    seen = 0
    for pair in pairwise(choices(shelf, kind)):
        found = compare(shelf, kind, pair)
        for row in found.rows:
            for thing, cell in zip(found.things, row.cells, strict=True):
                if cell.says:
                    continue
                seen += 1
                (told,) = shown(thing, cell)
                assert told.support == ()
                assert told.text.startswith("Not in our sources. Ask ")
                assert not FIGURE.search(told.text.removesuffix(f"{thing.ask}."))
                assert (cell.short, cell.value, cell.up_to) == (None, None, None)
    assert seen


@pytest.mark.parametrize("kind", KINDS)
def test_rows_that_differ_come_first(kind: str, shelf: Shelf) -> None:
    order = list(VERDICTS)
    for pair in pairwise(choices(shelf, kind)):
        places = [order.index(row.verdict) for row in compare(shelf, kind, pair).rows]
        assert places == sorted(places)


def test_a_cell_with_support_states_what_a_record_says(shelf: Shelf) -> None:
    for code in choices(shelf, "state"):
        for row in compare(shelf, "state", [code, "TX"]).rows:
            for cited in row.cells[0].says:
                (support,) = cited.support
                assert cited.text == support.says
                assert support.field == row.field


def test_a_conflict_is_shown_with_both_sides(shelf: Shelf) -> None:
    found = compare(shelf, "state", ["CA", "NY"])
    fee = row_of(found, "application_fee").cells[0]
    told = [cited.text for cited in shown(found.things[0], fee)]
    assert told[0] == "$195"
    assert any(text.startswith("Another source says: ") and "$120" in text for text in told)


def test_texas_california_and_new_york(shelf: Shelf) -> None:
    found = compare(shelf, "state", ["TX", "CA", "NY"])
    assert [thing.name for thing in found.things] == ["Texas", "California", "New York"]
    assert row_of(found, "renewal_cycle").verdict == "differs"
    assert [cell.value for cell in row_of(found, "renewal_cycle").cells] == [2, 2, 3]
    assert row_of(found, "diploma").verdict == "same"
    assert row_of(found, "how_to_apply").verdict == "worded"
    assert all(thing.contact for thing in found.things)


def test_the_two_exams(shelf: Shelf) -> None:
    found = compare(shelf, "exam", ["ptcb-cpht", "nha-cpht"])
    assert [thing.name for thing in found.things] == ["PTCE", "ExCPT"]
    assert [cell.value for cell in row_of(found, "exam_time").cells] == [110, 130]
    assert "renewal_fee" not in {row.field for row in found.rows}, "an exam is not renewed"


def test_years_of_pay_are_compared_figure_by_figure(shelf: Shelf) -> None:
    found = compare(shelf, "wages", ["2025", "2024"])
    first = found.rows[0]
    assert first.verdict == "differs"
    assert [cell.value for cell in first.cells] == [45750, 43460]
    assert {row.verdict for row in found.rows[1:]} == {"open"}


def test_hours_a_year_and_hours_a_renewal_are_left_to_the_reader(shelf: Shelf) -> None:
    units = {
        row.cells[0].unit: code
        for code in choices(shelf, "state")
        for row in compare(shelf, "state", [code, "TX"]).rows
        if row.field == "ce_hours"
    }
    other = next((code for unit, code in units.items() if unit and unit != "hours"), None)
    if other is None:
        pytest.skip("all bundled states count by renewal")
    assert row_of(compare(shelf, "state", [other, "TX"]), "ce_hours").verdict == "worded"


def test_the_short_text_is_not_marked_twice(shelf: Shelf) -> None:
    found = compare(shelf, "state", ["TX", "CA"])
    cell = row_of(found, "renewal_cycle").cells[0]
    assert cell.brief
    assert cell.short is not None
    assert not is_repeated(cell, cell.short)
    assert is_repeated(cell, cell.short, full=True)
    assert [cited.text for cited in shown(found.things[0], cell)] == ["2 years"]
    assert len(shown(found.things[0], cell, full=True)) == 2


def test_rows_that_are_the_same_can_be_left_out(shelf: Shelf) -> None:
    found = compare(shelf, "state", ["TX", "CA"])
    left = {row.verdict for row in rows_of(found, differing=True)}
    assert "same" not in left
    assert "open" in left, "what is known of one only may differ"


@pytest.mark.parametrize(
    ("kind", "asked", "id"),
    [
        ("state", "tx", "TX"),
        ("state", " Texas ", "TX"),
        ("exam", "PTCE", "ptcb-cpht"),
        ("exam", "ExCPT", "nha-cpht"),
        ("setting", "drugstore", "retail-chain"),
        ("education", "on-the-job training", "employer-training"),
        ("wages", "2025", "2025"),
        ("wages", "1999", None),
        ("state", "XX", None),
        ("state", "", None),
    ],
)
def test_things_are_found_by_id_code_name_or_alias(
    kind: str, asked: str, id: str | None, shelf: Shelf
) -> None:
    assert find_thing(shelf, kind, asked) == id


@pytest.mark.parametrize(
    ("kind", "ids", "named"),
    [
        ("planet", ["TX", "CA"], "'planet'"),
        ("state", ["TX", "XX"], "'XX'"),
        ("state", ["TX"], "1 given"),
        ("state", ["TX", "CA", "NY", "OH", "FL"], "5 given"),
    ],
)
def test_wrong_use_is_named(kind: str, ids: list[str], named: str, shelf: Shelf) -> None:
    with pytest.raises(WrongUseError, match=re.escape(named)):
        compare(shelf, kind, ids)


def test_every_compared_field_has_a_label() -> None:
    outside = {"overview", "what", "board"}
    for kind in ("jurisdiction", "credential", "specialty", "setting", "education"):
        assert set(FIELDS[kind]) - set(LABELS[kind]) <= outside  # type: ignore[index]
        assert set(LABELS[kind]) <= set(FIELDS[kind])  # type: ignore[index]
