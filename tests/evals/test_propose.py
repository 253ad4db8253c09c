"""A thumb down that says why becomes a draft, once, and only when no case asks it yet."""

from pathlib import Path

import pytest
import yaml
from evals_samples import case, turn
from typer.testing import CliRunner

from assistant.errors import WrongUseError
from evals.cases import cases_of
from evals.commands import app
from evals.propose import Complaint, complaints, drafts, in_yaml, read_feedback

LINE = (
    '{"turn": "t1", "thumb": "down", "reason": "the fee is old", "given": "2026-11-01T10:00:00+00:00", '
    '"question": "and the fee?", "standalone_question": "What is the Ohio fee?", "outcome": "answered", '
    '"engine": "embedded", "chunks": ["c1"], "generation": null}'
)


def down(question: str, reason: str = "wrong") -> Complaint:
    return Complaint("down", question, reason, "answered")


def test_a_line_gives_the_question_that_stands_alone() -> None:
    assert list(read_feedback([LINE, "\n"], "f.jsonl")) == [
        Complaint("down", "What is the Ohio fee?", "the fee is old", "answered")
    ]


@pytest.mark.parametrize("line", ["not json", '{"thumb": "down"}', "[1]"])
def test_a_line_that_is_none_is_named(line: str) -> None:
    with pytest.raises(WrongUseError, match=r"f\.jsonl:2: is not a line of feedback"):
        list(read_feedback([LINE, line], "f.jsonl"))


def test_praise_and_silence_are_no_complaints_and_a_question_counts_once() -> None:
    up, silent = Complaint("up", "a", "thanks", "answered"), down("b", reason=" ")
    assert complaints([up, silent, down("What is it?"), down("what is it")]) == [down("What is it?")]


def test_a_question_that_a_case_asks_makes_no_draft() -> None:
    made = drafts([down("Known one?"), down("New one?")], [case(turn("known one"))])
    assert [draft["question"] for draft in made] == ["New one?"]


def test_a_draft_is_read_as_a_case(tmp_path: Path) -> None:
    file = tmp_path / "drafts.yaml"
    file.write_text(in_yaml(drafts([down("¿Cuánto cuesta?", "the fee: is old")], [])), encoding="utf-8")
    (read,) = cases_of(file, "dev")
    assert (read.id, read.question, read.turns[0].must) == ("draft-001", "¿Cuánto cuesta?", ())


def test_the_command_prints_drafts_of_an_exported_file(tmp_path: Path) -> None:
    file = tmp_path / "feedback.jsonl"
    file.write_text(LINE + "\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["propose", str(file)])
    assert result.exit_code == 0
    (draft,) = yaml.safe_load(result.output)
    assert draft["why"] == "the fee is old"


def test_no_complaint_gives_an_empty_list() -> None:
    assert yaml.safe_load(in_yaml([])) == []
