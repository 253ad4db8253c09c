"""Every state has a card whose facts are cited; what is unknown stays unknown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.footnotes import footnotes
from assistant.guidance.cited import carried
from assistant.guidance.shelf import Shelf
from assistant.retrieval.passages import Passages
from ui.library.state_card import CARD_FIELDS, StateCard, every_cited, state_card
from ui.wording_library import GROUPS


def card_of(shelf: Shelf, code: str) -> StateCard:
    record = shelf.place(code)
    assert record is not None
    return state_card(record)


def test_every_figure_on_every_card_stands_in_what_it_cites(shelf: Shelf, passages: Passages) -> None:
    for record in shelf.of_kind("jurisdiction"):
        lines = list(every_cited(state_card(record)))
        assert [cited.text for cited in lines if not (carried(cited) and cited.support)] == []
        assert footnotes(lines, passages).citations


def test_what_people_ask_for_most_is_shown_even_where_it_is_unknown(shelf: Shelf) -> None:
    asked = {"minimum_age", "diploma", "training", "application_fee", "renewal_cycle", "ce_hours", "ratio"}
    for record in shelf.of_kind("jurisdiction"):
        facts = {fact.field: fact for _, group in state_card(record).groups for fact in group}
        assert asked <= set(facts)
        assert all(bool(facts[field].cell.says) == bool(record.statements_of(field)) for field in asked)


def test_a_field_without_a_statement_has_no_value(shelf: Shelf) -> None:
    record = shelf.place("OH")
    assert record is not None
    left = [statement for statement in record.statements if statement.field != "minimum_age"]
    facts = [
        fact
        for _, group in state_card(record.model_copy(update={"statements": left})).groups
        for fact in group
    ]
    age = next(fact for fact in facts if fact.field == "minimum_age")
    assert (age.cell.says, age.cell.short) == ((), None)


@pytest.mark.parametrize(
    ("says", "site"),
    [
        (
            "The Board's site is www.pharmacy.texas.gov and its e-mail is tech@pharmacy.texas.gov.",
            "www.pharmacy.texas.gov",
        ),
        ("The Guam Board's website is guamhplo.org/gbep.", "guamhplo.org/gbep"),
        ("Write to tech@pharmacy.texas.gov about it.", ""),
        ("No website address was confirmed.", ""),
    ],
)
def test_the_boards_address_is_the_one_that_its_statement_names(says: str, site: str, shelf: Shelf) -> None:
    record = shelf.place("TX")
    assert record is not None
    board = record.statements_of("board")[0].model_copy(update={"says": says})
    others = [statement for statement in record.statements if statement.field != "board"]
    assert state_card(record.model_copy(update={"statements": [*others, board]})).site == site


def test_changes_under_way_stand_on_the_card_of_their_state(shelf: Shelf) -> None:
    record = next(record for record in shelf.of_kind("jurisdiction") if record.statements_of("pending"))
    assert len(state_card(record).pending) == len(record.statements_of("pending"))
    assert replace(state_card(record), pending=()).pending == ()


def test_every_group_has_a_heading() -> None:
    assert set(GROUPS) == set(CARD_FIELDS)
