"""A move to another state: rules are quoted, their order kept, and what is unknown is named."""

from __future__ import annotations

import re

import pytest

from assistant.errors import WrongUseError
from assistant.guidance.cited import carried
from assistant.guidance.moving import IN_ORDER, Move, Part, every_line, move
from assistant.guidance.shelf import Shelf
from assistant.types import Profile
from assistant.wording_compare import LABELS
from assistant.wording_moving import HEADINGS

NOBODY = Profile()
PEOPLE = [NOBODY, Profile(credential="ptcb-cpht", age=30), Profile(credential="nha-cpht", age=15)]


def every_move(shelf: Shelf, profile: Profile) -> list[Move]:
    """From each place to the next one, so that each is left once and reached once."""
    codes = [record.code or "" for record in shelf.of_kind("jurisdiction")]
    return [move(shelf, old, new, profile) for old, new in zip(codes, codes[1:] + codes[:1], strict=True)]


def part_of(found: Move, id: str) -> Part:
    return next(part for part in found.parts if part.id == id)


def texts(found: Move, id: str) -> list[str]:
    return [cited.text for part in found.parts if part.id == id for cited in part.lines]


@pytest.mark.parametrize("profile", PEOPLE, ids=lambda profile: profile.credential or "nobody")
def test_every_line_of_every_move_is_carried_by_what_it_cites(profile: Profile, shelf: Shelf) -> None:
    lines = [cited for found in every_move(shelf, profile) for cited in every_line(found)]
    assert len(lines) > 1000
    assert [cited.text for cited in lines if not carried(cited)] == []


def test_a_line_without_a_source_states_no_figure(shelf: Shelf) -> None:
    for found in every_move(shelf, NOBODY):
        for cited in every_line(found):
            assert cited.support or not re.search(r"\d", cited.text)


def test_every_move_says_the_same_things_in_the_same_order(shelf: Shelf) -> None:
    for found in every_move(shelf, NOBODY):
        ids = [part.id for part in found.parts]
        assert ids == [id for id in HEADINGS if id in ids]
        assert {"carries", "before", "redo", "costs", "meanwhile", "keep", "boards"} <= set(ids)
        assert all(part.lines for part in found.parts)


def test_the_steps_of_the_new_state_keep_their_order(shelf: Shelf) -> None:
    for found in every_move(shelf, NOBODY):
        record = shelf.place(found.new)
        assert record is not None
        steps = [" ".join(s.says.split()) for s in record.statements_of("how_to_apply")]
        told = [text for text in texts(found, "redo") if text in steps]
        assert told == steps
    assert "redo" in IN_ORDER


def test_what_the_records_do_not_say_is_named_and_never_guessed(shelf: Shelf) -> None:
    labels = LABELS["jurisdiction"]
    for found in every_move(shelf, NOBODY):
        record = shelf.place(found.new)
        assert record is not None
        known = {statement.field for statement in record.statements}
        unknown = texts(found, "unknown")
        assert [field for field in known if labels.get(field) in unknown] == []
        assert ("transfer" in known) != (labels["transfer"] in unknown)
        assert all(cited.support == () for cited in (part_of(found, "unknown").lines if unknown else ()))


def test_texas_to_colorado(shelf: Shelf) -> None:
    found = move(shelf, "tx", "CO", NOBODY)
    assert (found.old, found.new, found.title) == ("TX", "CO", "Moving from Texas to Colorado")
    assert any("national certification in good standing" in text for text in texts(found, "check"))
    assert any("18 months" in text for text in texts(found, "meanwhile"))
    assert any("within 10 days" in text for text in texts(found, "keep")), "Texas wants the new address"
    assert any("DORA" in text for text in texts(found, "boards"))
    assert any("Texas State Board" in text for text in texts(found, "boards"))


def test_ohio_to_guam_is_honest_about_what_guam_does_not_say(shelf: Shelf) -> None:
    found = move(shelf, "OH", "GU", NOBODY)
    assert LABELS["jurisdiction"]["application_fee"] in texts(found, "unknown")
    assert any("not in our sources" in text for text in texts(found, "costs"))
    assert "after" not in {part.id for part in found.parts}, "nothing is known of renewal in Guam"


def test_who_comes_from_a_state_without_registration_is_not_asked_for_one(shelf: Shelf) -> None:
    found = move(shelf, "DE", "MD", NOBODY)
    assert not any("good standing" in text for text in texts(found, "before"))
    assert any("No Delaware license" in text for text in texts(found, "carries"))
    assert not any(
        "from Delaware" in text and text.startswith("If you hold") for text in texts(found, "keep")
    )


def test_only_the_certification_that_the_person_holds_is_spoken_of(shelf: Shelf) -> None:
    mine = texts(move(shelf, "TX", "CO", Profile(credential="ptcb-cpht")), "carries")
    assert any(text.startswith("PTCB says its CPhT") for text in mine)
    assert not any(text.startswith("NHA reports") for text in mine)
    both = texts(move(shelf, "TX", "CO", NOBODY), "carries")
    assert any(text.startswith("NHA reports") for text in both)


def test_an_exam_that_the_new_state_does_not_name_is_warned_of(shelf: Shelf) -> None:
    warned = texts(move(shelf, "TX", "LA", Profile(credential="nha-cpht")), "check")
    assert any(text.startswith("Your exam, the ExCPT") for text in warned)
    fine = texts(move(shelf, "TX", "LA", Profile(credential="ptcb-cpht")), "check")
    assert not any(text.startswith("Your exam") for text in fine)


@pytest.mark.parametrize(("age", "warned"), [(16, True), (17, False), (None, False)])
def test_who_is_too_young_is_told_so(age: int | None, warned: bool, shelf: Shelf) -> None:
    told = part_of(move(shelf, "CA", "FL", Profile(age=age)), "check").lines
    warning = [cited for cited in told if cited.text.startswith("You told us that you are")]
    assert bool(warning) is warned
    assert all(cited.computed and cited.support for cited in warning)


def test_a_fee_for_leaving_the_new_state_is_no_cost_of_coming(shelf: Shelf) -> None:
    assert not any("verification" in text for text in texts(move(shelf, "NY", "NJ", NOBODY), "costs"))
    assert any("verification" in text for text in texts(move(shelf, "NJ", "NY", NOBODY), "before"))


@pytest.mark.parametrize(
    ("old", "new", "named"), [("TX", "TX", "twice"), ("ZZ", "TX", "'ZZ'"), ("TX", "", "''")]
)
def test_wrong_use_is_named(old: str, new: str, named: str, shelf: Shelf) -> None:
    with pytest.raises(WrongUseError, match=re.escape(named)):
        move(shelf, old, new, NOBODY)
