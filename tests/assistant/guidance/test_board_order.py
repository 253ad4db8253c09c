"""The kinds of step in a board's own sentences."""

from __future__ import annotations

import pytest

from assistant.guidance.board_order import board_steps, kinds_of
from assistant.guidance.shelf import Shelf

SENTENCES = {
    "First, give your fingerprints for the FBI check.": ("check",),
    "Next, apply online for a trainee registration with your diploma.": ("trainee",),
    "Then finish a training program that the Board approved.": ("train",),
    "Last, apply as a registered technician with the fee.": ("apply",),
    "If you have not passed an exam yet, apply to the Board as a trainee first.": ("trainee",),
    "Then pass a national exam within your trainee time, and apply as a technician.": ("exam", "apply"),
    "Step 1: get a job at a pharmacy and register as a technician-in-training.": ("hire", "trainee"),
    "Step 1 in Nowhere: once a pharmacy hires you, you count as an applicant.": ("hire",),
    "Finish high school or pass an equivalency exam.": ("school",),
    "If you are certified, send the proof with your application.": ("certified",),
    "Later, to become State Certified, send the Board your diploma.": ("certified",),
    "Send the form, the fee and proof of your training to the Board with the application.": (
        "apply",
        "proof",
    ),
    "Have a photo ready to upload.": ("other",),
}


@pytest.mark.parametrize(("says", "kinds"), SENTENCES.items(), ids=SENTENCES)
def test_the_verbs_of_a_sentence_tell_its_kinds(says: str, kinds: tuple[str, ...]) -> None:
    assert kinds_of(says) == kinds


@pytest.mark.parametrize(
    ("code", "kinds"),
    [
        ("TX", ["trainee", "check", "wait", "exam", "apply"]),
        ("FL", ["train", "apply"]),
        ("KS", ["apply", "exam", "apply"]),
        ("OK", ["hire", "train", "apply", "apply", "wait", "train"]),
        ("OH", ["check", "trainee", "train", "apply"]),
        ("DC", ["other", "trainee", "apply"]),
    ],
)
def test_a_board_s_order_is_kept(shelf: Shelf, code: str, kinds: list[str]) -> None:
    record = shelf.place(code)
    assert record is not None
    assert [kind for step in board_steps(record) for kind in step.kinds] == kinds


def test_no_sentence_of_any_board_is_lost(shelf: Shelf) -> None:
    for record in shelf.of_kind("jurisdiction"):
        assert [step.statement for step in board_steps(record)] == record.statements_of("how_to_apply")


def test_every_place_that_registers_names_an_application(shelf: Shelf) -> None:
    for record in shelf.of_kind("jurisdiction"):
        kinds = {kind for step in board_steps(record) for kind in step.kinds}
        assert kinds & {"apply", "trainee", "hire"}, record.code
