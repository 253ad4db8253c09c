"""The classifier of kinds is fitted on examples that no case is made of."""

from typing import get_args

from assistant.answering.kinds import KEPT, Missing
from assistant.text import fold
from evals.cases import load_cases
from evals.fit_kinds import read_kinds


def test_every_kind_has_examples_and_none_stands_twice() -> None:
    kinds = read_kinds()
    assert set(kinds) == {KEPT, *get_args(Missing)}
    assert all(len(texts) >= 30 for texts in kinds.values())
    every = [fold(text) for texts in kinds.values() for text in texts]
    assert len(every) == len(set(every))


def test_no_example_is_an_unanswerable_case() -> None:
    cases = {fold(case.question) for case in load_cases() if case.answerable is False}
    shared = len(cases & {fold(text) for texts in read_kinds().values() for text in texts})
    assert shared == 0  # a number only: nobody reads the test cases
