"""The lines of a step, as a person reads them."""

from __future__ import annotations

from plan_samples import plan_for, step_of

from assistant.guidance.reading_order import reading_order
from assistant.guidance.shelf import Shelf


def test_dates_and_what_to_do_come_before_rules_and_money(shelf: Shelf) -> None:
    kinds = [
        said.kind
        for said in reading_order(step_of(plan_for(shelf, "TX", route="employer-training"), "apply"))
    ]
    first = {kind: kinds.index(kind) for kind in ("date", "deadline", "do", "rule", "ask", "length")}
    assert list(first.values()) == sorted(first.values())


def test_the_other_side_of_a_conflict_stays_behind_its_line(shelf: Shelf) -> None:
    lines = reading_order(step_of(plan_for(shelf, "TX", route="employer-training"), "exam-sit"))
    (at,) = [number for number, said in enumerate(lines) if said.line.kind == "also"]
    assert "Pearson VUE" in lines[at - 1].line.cited.text
    assert lines[at].kind == "do"


def test_nothing_is_said_twice_in_one_step(shelf: Shelf) -> None:
    for state in ("TX", "OH", "UT", "CA"):
        for dated in plan_for(shelf, state).steps:
            texts = [said.line.cited.text for said in reading_order(dated)]
            assert len(texts) == len(set(texts))
