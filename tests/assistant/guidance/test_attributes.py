"""Where a specialty stands: what a statement says counts, what none says stays unknown."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.guidance.attributes import Attribute, traits_of
from assistant.guidance.records import Record
from assistant.guidance.scales import load_scales
from assistant.guidance.shelf import Shelf

# Values of specialties that say nothing on a scale: what is lifted or how long one stands is no hazard.
SAY_NOTHING = {"standing", "lifting", "VA"}


def record(*statements: dict[str, Any]) -> Record:
    told = [
        {"says": "The work is described in one sentence.", "source": "s", "confidence": "high", **statement}
        for statement in statements
    ]
    return Record.model_validate({
        "id": "x",
        "kind": "specialty",
        "name": "X",
        "reviewed": "2026-01-01",
        "statements": told,
    })


def placed(scale: str, *statements: dict[str, Any]) -> Attribute:
    traits = traits_of(record({"field": "what"}, *statements), load_scales())
    return next(attribute for attribute in traits.attributes if attribute.scale == scale)


def test_what_no_statement_speaks_of_is_unknown_and_counts_for_neither_side() -> None:
    pace = placed("pace")
    assert not pace.known
    assert pace.levels == (1 / 3, 1 / 3, 1 / 3)
    assert pace.mean == 0


def test_a_value_that_is_not_understood_is_unknown() -> None:
    assert not placed("pace", {"field": "pace", "value": "blue"}).known


@pytest.mark.parametrize(
    ("confidence", "share"), [("high", 1.0), ("medium", 0.9), ("low", 0.7)], ids=["high", "medium", "low"]
)
def test_a_statement_moves_as_much_as_its_confidence_allows(confidence: str, share: float) -> None:
    pace = placed("pace", {"field": "pace", "value": "high", "confidence": confidence})
    rest = (1 - share) / 3
    assert pace.levels == pytest.approx((rest, rest, share + rest))
    assert pace.mean == pytest.approx(share)
    assert [support.field for support in pace.support] == ["pace"]


def test_a_disputed_statement_moves_less() -> None:
    other = {"says": "Another source says no.", "source": "t"}
    assert placed("pace", {"field": "pace", "value": "high", "disputed": other}).mean == pytest.approx(0.5)


def test_a_specialty_found_at_both_ends_is_put_on_both() -> None:
    place = placed("hospital", {"field": "settings", "value": ["hospital", "retail"]})
    assert place.levels == pytest.approx((0.5, 0.0, 0.5))


def test_a_sentence_in_the_words_of_a_scale_counts_where_no_value_stands() -> None:
    phone = placed("phone", {"field": "fit", "says": "X may suit people who like phone work."})
    assert phone.mean == pytest.approx(0.7)
    assert phone.support[0].says == "X may suit people who like phone work."


def test_a_value_goes_before_words() -> None:
    said = {"field": "fit", "says": "X may suit people who work with their hands."}
    assert placed("hands_on", said, {"field": "dexterity", "value": "low"}).mean == pytest.approx(-1.0)


def test_every_known_attribute_of_every_specialty_rests_on_a_statement_of_its_record(shelf: Shelf) -> None:
    for specialty in shelf.of_kind("specialty"):
        said = {" ".join(statement.says.split()) for statement in specialty.statements}
        for attribute in traits_of(specialty, load_scales()).attributes:
            assert sum(attribute.levels) == pytest.approx(1.0)
            assert {support.says for support in attribute.support} <= said
            assert {support.record for support in attribute.support} <= {specialty.id}
            assert attribute.known or attribute.mean == 0


def test_every_value_of_the_bundled_specialties_is_understood(shelf: Shelf) -> None:
    for specialty in shelf.of_kind("specialty"):
        for scale in load_scales():
            for statement in specialty.statements_of(*scale.fields):
                value = statement.value
                values = value if isinstance(value, list) else [] if value is None else [str(value).lower()]
                assert set(values) <= set(scale.values) | SAY_NOTHING, (specialty.id, statement.field)


def test_much_is_known_of_the_bundled_specialties(shelf: Shelf) -> None:
    known = [
        attribute.known
        for specialty in shelf.of_kind("specialty")
        for attribute in traits_of(specialty, load_scales()).attributes
    ]
    assert sum(known) > len(known) / 2
