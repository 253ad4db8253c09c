from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from shared_page_samples import SMALL, all_the_same, stale
from shared_samples import EXAM_ANSWER, NOW, TODAY, TURNS, stored

from assistant.conversations.snapshot import freeze
from assistant.conversations.staleness import Staleness
from ui.shared_view import SharedView, shared_view
from ui.wording import PageWording
from ui.wording_shared import SharedWording


def view(staleness: Staleness | None = None, expires: date | None = None) -> SharedView:
    return shared_view(SMALL, staleness, expires, TODAY)


def test_facts_of_one_day_say_it_once() -> None:
    assert view().as_of == "These facts are as of November 22, 2026."
    assert [exchange.facts for exchange in view().exchanges] == [("Answered for Ohio",)] * 2


def test_facts_of_several_days_say_each() -> None:
    later = stored(EXAM_ANSWER, NOW + timedelta(days=3))
    shown = shared_view(freeze([TURNS[0], later], "", [], None, TODAY), None, None, TODAY)
    assert "November 22, 2026 to November 25, 2026" in shown.as_of
    assert shown.exchanges[1].facts == ("Answered for Ohio", "Answered on November 25, 2026")


def test_facts_that_still_stand_say_so() -> None:
    shown = view(all_the_same(SMALL))
    assert shown.verdict == SharedWording.STANDS.format(total=4)
    assert (shown.alarm, shown.differences) == ("", ())


def test_facts_that_could_not_be_compared_say_so() -> None:
    assert view(None).verdict == SharedWording.NOT_COMPARED


def test_facts_that_have_changed_are_counted_and_shown_side_by_side() -> None:
    shown = view(stale(SMALL))
    assert shown.alarm == "2 of 4 cited statements have changed or been withdrawn since this was sent"
    assert shown.verdict == ""
    changed, withdrawn = shown.differences
    assert [piece.text for piece in changed.then if not piece.common] == ["$50 "]
    assert "".join(piece.text for piece in changed.now) == "Ohio asks $65 <b>now</b> when you apply."
    assert (changed.labels, withdrawn.now) == (("1",), ())


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        (0, "1 of 4 cited statements has changed since this was sent"),
        (1, "1 of 4 cited statements has been withdrawn since this was sent"),
    ],
)
def test_one_kind_of_change_is_named_alone(kept: int, said: str) -> None:
    same, other = all_the_same(SMALL).states, stale(SMALL).states
    states = tuple(other[place] if place == kept else same[place] for place in range(4))
    assert view(Staleness(states)).alarm == said


def test_an_answer_from_a_file_says_that_nobody_checked_it() -> None:
    shown = shared_view(freeze([stored(EXAM_ANSWER, brought=True)], "", [], None, TODAY), None, None, TODAY)
    assert SharedWording.BROUGHT in shown.exchanges[0].facts


def test_an_answer_that_was_declined_says_so_and_names_no_place() -> None:
    declined = replace(EXAM_ANSWER, outcome="declined")
    shown = shared_view(freeze([stored(declined)], "", [], None, TODAY), None, None, TODAY)
    assert shown.exchanges[0].facts == (PageWording.DECLINED,)


def test_the_page_says_how_long_it_opens_and_who_wrote_it() -> None:
    assert view(expires=date(2026, 12, 22)).expires == "This link works until December 22, 2026."
    assert view().expires == ""
    assert view().mode == (PageWording.EMBEDDED,)


def test_a_page_without_statements_has_no_verdict() -> None:
    assert shared_view(freeze([], "", [], None, TODAY), None, None, TODAY).verdict == ""
