"""The order of the steps follows what the board itself says."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.guidance.become_order import groups_of, registers_first
from assistant.guidance.case import case_of
from assistant.guidance.request import Request
from assistant.guidance.shelf import Shelf

EXAM = "study > exam-apply > exam-sit > exam-score"


def order(shelf: Shelf, state: str, route: str, stage: str | None = None) -> str:
    request = Request("become", date(2026, 12, 1), state, stage, route)
    return " > ".join("+".join(group) for group in groups_of(case_of(request, shelf)))


@pytest.mark.parametrize(
    ("state", "route", "expected"),
    [
        # first a trainee, then hours of work, then the exam, then registered
        ("TX", "employer-training", f"trainee+check > train+hours > {EXAM} > apply > work > keep+keep-cert"),
        # fingerprints before the trainee registration; no exam
        ("OH", "employer-training", "check > trainee > train > apply > work > keep"),
        # training first, always
        ("FL", "diploma-program", "train > apply+hire > work > keep"),
        # registered at once, the exam before the first renewal
        ("KS", "employer-training", f"apply > train+hours > {EXAM} > upgrade > work > keep+keep-cert"),
        # a second part of the training after the permit
        ("OK", "employer-training", "train > apply > more-training > work > keep"),
        # a course after the exam
        ("WV", "employer-training", f"trainee+check > train+hours > {EXAM} > more-training > apply > work > keep+keep-cert"),
        # a job is needed to register
        ("TN", "certificate-program", "train > hire > apply+check > work > keep"),
        # the board's own exam
        ("PR", "certificate-program", "trainee+train > state-exam > apply+hire > work > keep"),
        # no state papers
        ("DE", "employer-training", "train > work > keep"),
        # no license, no training
        ("ME", "employer-training", "apply > train > work > keep"),
        # both applications go in together
        ("IN", "employer-training", "trainee+apply+check > train > work > keep"),
        # the armed forces train, so no state registers the trainee
        ("TX", "military-training", f"train > {EXAM} > check > apply+hire > work > keep+keep-cert"),
    ],
)  # fmt: skip
def test_a_beginner_s_way(shelf: Shelf, state: str, route: str, expected: str) -> None:
    assert order(shelf, state, route) == f"entry > fits > find > {expected}"


def test_a_trainee_goes_on_from_the_training(shelf: Shelf) -> None:
    expected = f"entry > train+hours > {EXAM} > check > apply > work > keep+keep-cert"
    assert order(shelf, "TX", "employer-training", "trainee") == expected


def test_who_is_certified_files_papers_only(shelf: Shelf) -> None:
    expected = "entry > proof > apply+check > work > keep+keep-cert"
    assert order(shelf, "CO", "employer-training", "certified") == expected


@pytest.mark.parametrize(
    ("state", "first"),
    [("AL", True), ("KS", True), ("NM", True), ("FL", False), ("MD", False), ("TX", False)],
)
def test_some_boards_register_before_the_training(shelf: Shelf, state: str, first: bool) -> None:
    case = case_of(Request("become", date(2026, 12, 1), state, None, "employer-training"), shelf)
    assert registers_first(case) is first
