"""Nothing is fitted on a case that is kept for testing."""

from dataclasses import replace
from typing import cast

import pytest
from typer.testing import CliRunner

from assistant.answering.chain import Chain
from assistant.errors import WrongUseError
from evals.calibrate import fit_answerable
from evals.cases import load_cases
from evals.commands import app

UNUSED = cast(Chain, None)  # the refusal comes before anything is asked


def test_a_test_case_is_refused_by_name() -> None:
    case = replace(load_cases("dev")[0], id="kept", split="test")
    with pytest.raises(WrongUseError, match="1 of these are kept for testing, the first is kept"):
        fit_answerable(UNUSED, [*load_cases("dev")[:3], case])


@pytest.mark.parametrize("split", ["test", "both", ""])
def test_the_command_takes_no_other_split(split: str) -> None:
    result = CliRunner().invoke(app, ["calibrate", "--split", split])
    assert isinstance(result.exception, WrongUseError)
