"""What changed lately: each pending rule with its state, and the newest sources that are in use."""

from __future__ import annotations

from assistant.guidance.cited import carried
from assistant.guidance.shelf import Shelf
from ui.library.catalog import Catalog
from ui.library.changes import MOST_NEW, lately


def test_every_change_under_way_is_there_with_its_state(shelf: Shelf, catalog: Catalog) -> None:
    found = lately(shelf, catalog)
    told = [cited for state in found.states for cited in state.changes]
    pending = [s for record in shelf.of_kind("jurisdiction") for s in record.statements_of("pending")]
    assert len(told) >= len(pending) > 0
    assert all(carried(cited) and cited.support for cited in told)
    assert [state.name for state in found.states] == sorted(state.name for state in found.states)


def test_new_sources_are_dated_used_and_in_order(shelf: Shelf, catalog: Catalog) -> None:
    new = lately(shelf, catalog).new
    dates = [item.source.as_of for item in new]
    assert dates == sorted(dates, reverse=True)
    assert 0 < len(new) <= MOST_NEW
    assert all(date[:4].isdecimal() and "-" in date for date in dates)
    assert all(item.source.id in entry.sources for item in new for entry in item.used_in)
    assert all(item.source.tier != "guide" for item in new)


def test_the_last_comparison_is_the_newest_of_all(shelf: Shelf, catalog: Catalog) -> None:
    assert lately(shelf, catalog).reviewed == max(entry.reviewed for entry in catalog.entries.values())
