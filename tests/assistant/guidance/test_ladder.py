from __future__ import annotations

import pytest

from assistant.guidance.cited import carried
from assistant.guidance.ladder import Rung, every_line, ladder
from assistant.guidance.request import goals_of
from assistant.guidance.shelf import Shelf


@pytest.fixture(scope="module")
def rungs(shelf: Shelf) -> tuple[Rung, ...]:
    return ladder(shelf, "OH")


def test_each_rung_stands_above_the_one_from_which_it_is_reached(rungs: tuple[Rung, ...]) -> None:
    ids = [rung.id for rung in rungs]
    assert rungs[0].below is None
    for place, rung in enumerate(rungs[1:], start=1):
        assert rung.below in ids[:place]
        assert rung.days is not None and 0 < rung.days[0] <= rung.days[1]


def test_every_rung_says_with_a_source_what_it_asks_for(rungs: tuple[Rung, ...]) -> None:
    assert all(rung.says and all(cited.support for cited in rung.says) for rung in rungs)
    assert all(carried(cited) for cited in every_line(rungs))


def test_every_goal_of_a_rung_is_a_plan(rungs: tuple[Rung, ...], shelf: Shelf) -> None:
    assert {rung.goal for rung in rungs if rung.goal} <= goals_of(shelf).keys()


def test_where_somebody_lives_changes_only_the_way_to_becoming_a_technician(shelf: Shelf) -> None:
    here, there = ladder(shelf, "TX"), ladder(shelf, "FL")
    changed = {one.id for one, other in zip(here, there, strict=True) if one.days != other.days}
    assert changed <= {"technician", "certified"}
