from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from assistant_samples import BOARD
from shared_page_samples import SMALL, USUAL, all_the_same, stale
from shared_samples import CERTIFIER, FEES, GUIDE, TODAY, answer, cite, stored

from assistant.conversations.snapshot import freeze
from assistant.types import Block, Claim
from assistant.wording import Wording
from ui import shared_sources
from ui.shared_sources import Mark, Sources
from ui.wording import TIERS
from ui.wording_shared import CONFIDENCE


def test_sources_of_all_turns_are_numbered_once() -> None:
    references = Sources(SMALL, None).references(TODAY)
    assert [(r.number, r.publisher, r.tier) for r in references] == [
        (1, BOARD.publisher, TIERS["law-or-board"]),
        (2, "PTCB", TIERS["certifier"]),
    ]
    assert [[q.label for q in r.quotes] for r in references] == [["1"], ["2"]]


def test_the_quotes_of_one_source_have_letters_and_equal_quotes_one() -> None:
    said = Block("paragraph", (Claim("A.", (1, 2, 3)),))
    citations = [cite(1, FEES, BOARD, 0), cite(2, FEES, BOARD, 1), cite(3, FEES, BOARD, 0)]
    snapshot = freeze([stored(answer("?", [said], citations))], "", [], None, TODAY)
    sources = Sources(snapshot, None)
    assert sources.line(Claim("A.", (1, 2, 3)), 0).marks == (Mark("1a", True), Mark("1b", True))
    (reference,) = sources.references(TODAY)
    assert [(q.label, q.words) for q in reference.quotes] == [
        ("1a", FEES.sentences[0].text),
        ("1b", FEES.sentences[1].text),
    ]


def test_only_the_first_mark_of_a_quote_is_the_one_to_come_back_to() -> None:
    sources = Sources(SMALL, None)
    firsts = [sources.line(Claim("x", (1,)), turn).marks[0].first for turn in (0, 0, 1)]
    assert firsts == [True, False, True]


def test_a_sentence_is_marked_changed_only_when_what_it_says_has_changed() -> None:
    sources = Sources(SMALL, stale(SMALL))
    answers = [shared.turn.answer for shared in SMALL.turns]
    claims = [claim for given in answers[:1] if given for claim in given.claims()]
    assert [sources.line(claim, 0).status for claim in claims] == ["changed", "withdrawn"]
    assert sources.line(Claim("In other words.", (1,)), 0).status == "changed"
    assert sources.line(Claim("Each try costs $129.", (1,)), 1).status == "same"
    assert [q.status for r in sources.references(TODAY) for q in r.quotes] == ["changed", "same"]
    assert sources.line(Claim("No number."), 0).status == "same"


def test_an_address_that_is_none_of_the_web_is_left_out() -> None:
    for url in ("javascript:alert(1)", "data:text/html,x", "//x.example", "ftp://x.example", ""):
        cited = cite(1, GUIDE, replace(CERTIFIER, url=url), 0)
        snapshot = freeze([stored(answer("?", [], [cited]))], "", [], None, TODAY)
        assert [r.url for r in Sources(snapshot, None).references(TODAY)] == [""]


def test_a_review_that_is_overdue_says_whom_to_ask() -> None:
    (first, _) = Sources(SMALL, None).references(date(2030, 1, 1))
    assert Wording.CHECK_WITH.format(who=BOARD.publisher) in first.dates
    assert first.dates.startswith("as of May 2026, checked November 1, 2026.")


def test_a_page_and_a_doubtful_source_are_said() -> None:
    cited = replace(cite(1, GUIDE, CERTIFIER, 0), page=3, confidence="low")
    snapshot = freeze([stored(answer("?", [], [cited]))], "", [], None, TODAY)
    ((quoted,),) = [r.quotes for r in Sources(snapshot, None).references(TODAY)]
    assert quoted.place == "The PTCE › Can I take the PTCE at home? › page 3"
    assert quoted.confidence == CONFIDENCE["low"]


def test_a_citation_that_is_missing_is_passed_over() -> None:
    assert Sources(USUAL, all_the_same(USUAL)).line(Claim("x", (99,)), 0).marks == ()


@pytest.mark.parametrize(("place", "letter"), [(0, "a"), (25, "z"), (26, "aa"), (51, "az"), (52, "ba")])
def test_letters_go_on_after_z(place: int, letter: str) -> None:
    assert shared_sources._letter(place) == letter
