"""Statements as lines, and what is unknown as a question."""

from __future__ import annotations

import pytest

from assistant.guidance.lines import address_of, ask, brief, disputes, said, said_or_ask, short_name
from assistant.guidance.records import Record
from assistant.guidance.shelf import Shelf


def place(shelf: Shelf, code: str) -> Record:
    found = shelf.place(code)
    assert found is not None
    return found


def test_statements_are_said_word_for_word_with_their_other_side(shelf: Shelf) -> None:
    record = place(shelf, "CA")
    statement, other = said(record, ("application_fee",), "fee", {"state"})
    assert statement.cited.text == " ".join(record.statements_of("application_fee")[0].says.split())
    assert (other.kind, "$120" in other.cited.text) == ("also", True)
    assert disputes(record, ("application_fee",), {"state"}) == (other,)
    assert {line.depends for line in (statement, other)} == {frozenset({"state"})}


def test_what_is_unknown_names_the_board_and_its_address(shelf: Shelf) -> None:
    (line,) = said_or_ask(place(shelf, "TX"), "minimum_age", "rule")
    assert line.kind == "ask"
    assert "pharmacy.texas.gov" in line.cited.text
    assert line.cited.support


def test_a_sentence_beside_the_point_does_not_hide_that_a_field_is_unknown(shelf: Shelf) -> None:
    beside, question = said_or_ask(place(shelf, "HI"), "training", "rule")
    assert "apprenticeship" in beside.cited.text
    assert question.kind == "ask"


def test_a_sentence_that_sends_to_the_board_is_not_followed_by_another_question(shelf: Shelf) -> None:
    (line,) = said_or_ask(place(shelf, "AR"), "minimum_age", "rule")
    assert "ask the Arkansas Board" in line.cited.text


def test_without_a_place_the_person_is_asked_for_it() -> None:
    assert "Tell us your state" in ask(None, "minimum_age").cited.text


@pytest.mark.parametrize(
    ("code", "address"), [("TX", "www.pharmacy.texas.gov"), ("PR", "787-765-2929"), ("NV", "bop.nv.gov")]
)
def test_a_board_is_reached_by_web_or_by_telephone(shelf: Shelf, code: str, address: str) -> None:
    found = address_of(place(shelf, code))
    assert found is not None
    assert found.text == address


def test_every_board_has_an_address(shelf: Shelf) -> None:
    assert [r.code for r in shelf.of_kind("jurisdiction") if address_of(r) is None] == []


def test_names_are_short(shelf: Shelf) -> None:
    assert short_name(place(shelf, "DC")) == "D.C."
    assert [brief(shelf.records[id]) for id in ("ptcb-cpht", "cspt")] == ["PTCB certification (CPhT)", "CSPT"]
