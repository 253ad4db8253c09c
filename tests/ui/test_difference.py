from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.difference import Piece, side_by_side

WORDS = st.lists(st.sampled_from("The fee in Ohio is $50. $65. not due".split()), max_size=8).map(" ".join)


def test_only_the_new_figure_stands_out() -> None:
    then, now = side_by_side("The fee is $50 a year.", "The fee is $65 a year.")
    assert then == (Piece("The fee is ", True), Piece("$50 ", False), Piece("a year.", True))
    assert now == (Piece("The fee is ", True), Piece("$65 ", False), Piece("a year.", True))


@given(WORDS, WORDS)
def test_the_pieces_are_the_wordings_and_the_common_ones_agree(one: str, other: str) -> None:
    then, now = side_by_side(one, other)
    assert "".join(piece.text for piece in then) == one
    assert "".join(piece.text for piece in now) == other
    common = [[p.text.split() for p in pieces if p.common] for pieces in (then, now)]
    assert common[0] == common[1]
