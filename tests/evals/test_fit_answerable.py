"""Nothing is fitted on a case that is kept for testing."""

from dataclasses import replace
from typing import cast

import pytest
from typer.testing import CliRunner

from assistant.answering.chain import Chain
from assistant.errors import WrongUseError
from assistant.text import fold
from evals.cases import load_cases
from evals.commands import app
from evals.fit_answerable import fit_answerable, read_answerable

UNUSED = cast(Chain, None)  # the refusal comes before anything is asked


def test_a_test_case_is_refused_by_name() -> None:
    case = replace(load_cases("dev")[0], id="kept", split="test")
    with pytest.raises(WrongUseError, match="1 of these are kept for testing, the first is kept"):
        fit_answerable(UNUSED, [*load_cases("dev")[:3], case])


@pytest.mark.parametrize("split", ["test", "both", ""])
def test_the_command_takes_no_other_split(split: str) -> None:
    result = CliRunner().invoke(app, ["calibrate", "--split", split])
    assert isinstance(result.exception, WrongUseError)


def test_there_are_examples_of_each_and_none_stands_twice() -> None:
    examples = read_answerable()
    assert {name: len(texts) >= 40 for name, texts in examples.items()} == {
        "held": True, "unheld": True, "declined": True,
    }  # fmt: skip
    every = [fold(text) for texts in examples.values() for text in texts]
    assert len(every) == len(set(every))


def test_no_example_is_a_case() -> None:
    cases = {fold(turn.question) for case in load_cases() for turn in case.turns}
    shared = len(cases & {fold(text) for texts in read_answerable().values() for text in texts})
    assert shared == 0  # a number only: nobody reads the test cases
