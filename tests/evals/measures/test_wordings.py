"""A wording is said only when it is said whole."""

import pytest

from evals.measures.wordings import forbidden, says


@pytest.mark.parametrize(
    ("text", "wording", "expected"),
    [
        pytest.param("You need 6 hours.", "6 hour", True, id="the figure"),
        pytest.param("You need 16 hours.", "6 hour", False, id="the end of another figure"),
        pytest.param("In 2017 it rose.", "17", False, id="digits inside a year"),
        pytest.param("It costs $1,500.", "500", False, id="behind a thousands comma"),
        pytest.param("It costs $50.25.", "50", False, id="before a decimal point"),
        pytest.param("It costs $50.", "50", True, id="before a full stop"),
        pytest.param("CERTIFIED Técnico", "certified tecnico", True, id="case and accents"),
        pytest.param("not “signed-off”", "signed-off", True, id="quotation marks"),
    ],
)
def test_a_wording_is_said_only_when_its_figures_are_whole(text: str, wording: str, expected: bool) -> None:
    assert says(text, wording) is expected


def test_what_must_not_be_said_is_named() -> None:
    assert forbidden("It is $17 an hour.", ["$17", "$18"]) == ("$17",)
