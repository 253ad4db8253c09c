"""The fits have an order, and can begin in the middle of it."""

import pytest
from typer.testing import CliRunner

from assistant.errors import WrongUseError
from evals.calibrate import STEPS
from evals.commands import app


def test_what_a_fit_builds_on_comes_before_it() -> None:
    order = list(STEPS)
    for earlier, later in [
        ("likeness", "context"),
        ("context", "ranking"),
        ("ranking", "kinds"),
        ("kinds", "answerability"),
        ("intents", "answerability"),
        ("answerability", "bar"),
    ]:
        assert order.index(earlier) < order.index(later)


@pytest.mark.parametrize("start", ["rankings", ""])
def test_an_unknown_start_is_refused_with_those_that_there_are(start: str) -> None:
    result = CliRunner().invoke(app, ["calibrate", "--start", start])
    assert isinstance(result.exception, WrongUseError)
    assert all(name in str(result.exception) for name in STEPS)
