"""An address names a search for schools; miles that are none are replaced with a note."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.guidance.schools import FARTHEST, MILES
from ui.schools_link import LONGEST, read_link, write_link


@pytest.mark.parametrize(
    ("parameters", "near", "miles", "noted"),
    [
        ({"near": "43215", "miles": "25"}, "43215", 25, False),
        ({"near": "  Columbus   OH "}, "Columbus OH", MILES, False),
        ({"near": "43215", "miles": "abc"}, "43215", MILES, True),
        ({"near": "43215", "miles": "0"}, "43215", MILES, True),
        ({"near": "43215", "miles": "-5"}, "43215", MILES, True),
        ({"near": "43215", "miles": "1e9"}, "43215", MILES, True),
        ({"near": "43215", "miles": "٥٠"}, "43215", MILES, True),
        ({"near": "43215", "miles": str(FARTHEST + 1)}, "43215", MILES, True),
        ({}, "", MILES, False),
    ],
    ids=str,
)
def test_an_address_fills_the_page(parameters: dict[str, str], near: str, miles: int, noted: bool) -> None:
    search = read_link(parameters)
    assert (search.near, search.miles, bool(search.notes)) == (near, miles, noted)


def test_a_place_of_endless_length_is_cut() -> None:
    assert len(read_link({"near": "x" * 10_000}).near) == LONGEST


@given(st.text(max_size=LONGEST).map(lambda text: " ".join(text.split())), st.integers(1, FARTHEST))
def test_what_is_written_reads_back(near: str, miles: int) -> None:
    search = read_link(write_link(near, miles))
    assert search.near == near
    assert search.miles == (miles if near else MILES)
    assert search.notes == ()
