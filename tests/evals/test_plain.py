"""A piece of a plain document is credited with the sections that it shows."""

import pytest

from evals.plain import PlainDocument, Span, sections_within

# "a" is 100 characters long, "b" 20, "c" 400
DOCUMENT = PlainDocument("d", "", (Span("a", 0, 100), Span("b", 102, 122), Span("c", 124, 524)))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(0, 122, {"a", "b"}, id="two whole sections"),
        pytest.param(0, 50, {"a"}, id="half of a section"),
        pytest.param(60, 122, {"a", "b"}, id="most of the piece lies in the first"),
        pytest.param(90, 300, {"b", "c"}, id="a tenth of a section is not shown"),
        pytest.param(200, 260, {"c"}, id="a small part that is nothing but the section"),
        pytest.param(122, 124, set(), id="between sections"),
    ],
)
def test_half_of_the_section_or_half_of_the_piece_shows_it(start: int, end: int, expected: set[str]) -> None:
    assert sections_within(DOCUMENT, start, end) == expected
