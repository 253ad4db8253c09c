from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, is_dataclass, replace

import pytest
from assistant_samples import ANSWER, CITATION

import assistant.types
from assistant.types import Block, Claim

NOUNS = [value for value in vars(assistant.types).values() if isinstance(value, type) and is_dataclass(value)]


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_a_noun_is_frozen_slotted_and_documented(noun: type) -> None:
    assert noun.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert not hasattr(noun, "__dict__") or "__slots__" in vars(noun)
    assert noun.__doc__


@pytest.mark.parametrize(
    "value", [ANSWER, CITATION, ANSWER.blocks[0]], ids=lambda value: type(value).__name__
)
def test_a_value_cannot_be_changed(value: object) -> None:
    name = fields(value)[0].name  # type: ignore[arg-type]
    with pytest.raises(FrozenInstanceError):
        setattr(value, name, "other")


def test_claims_come_in_reading_order_table_cells_row_by_row() -> None:
    a, b, c, d, e = (Claim(letter) for letter in "abcde")
    table = Block("table", header=("one", "two"), rows=((b, c), (d, e)))
    answer = replace(ANSWER, blocks=(Block("paragraph", (a,)), table))
    assert answer.claims() == (a, b, c, d, e)


def test_an_answer_without_blocks_has_no_claims() -> None:
    assert replace(ANSWER, blocks=()).claims() == ()
