"""`techpath compare`, on the index of the bundled knowledge."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from assistant.commands.compare import app
from assistant.errors import IndexMissingError, WrongUseError


@pytest.fixture
def home(knowledge_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TECHPATH_HOME", str(knowledge_home))
    return knowledge_home


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def test_a_comparison_is_shown_with_its_sources_within_80_columns(home: Path) -> None:
    shown = run("state", "TX", "California").output
    assert max(len(line) for line in shown.split("Sources")[0].splitlines()) <= 80
    assert shown.index("Different") < shown.index("The same") < shown.index("Sources")
    assert "Not in our sources. Ask the Texas board." in shown
    assert "\n[1" in shown.split("Sources")[1]


def test_rows_that_are_the_same_can_be_left_out(home: Path) -> None:
    assert "The same" not in run("state", "TX", "CA", "--differing").output


def test_every_sentence_can_be_asked_for(home: Path) -> None:
    sentence = "Texas technicians renew every 2 years."
    assert sentence not in run("state", "TX", "CA").output
    assert sentence in run("state", "TX", "CA", "--full").output


def test_the_json_is_spelled_out_and_its_numbers_stand_for_citations(home: Path) -> None:
    data = json.loads(run("exam", "PTCE", "ExCPT", "--json").output)
    assert list(data) == ["kind", "things", "rows", "citations"]
    assert [list(thing) for thing in data["things"]] == [["id", "name", "about", "contact"]] * 2
    assert {tuple(row) for row in data["rows"]} == {("field", "label", "verdict", "differs", "cells")}
    cells = [cell for row in data["rows"] for cell in row["cells"]]
    assert {tuple(cell) for cell in cells} == {
        ("known", "short", "value", "up_to", "unit", "says", "otherwise")
    }
    assert all(cell["says"] for cell in cells if cell["known"])
    assert all(cell["short"] is None and cell["value"] is None for cell in cells if not cell["known"])
    numbers = {
        n for cell in cells for claim in (*cell["says"], *cell["otherwise"]) for n in claim["citations"]
    }
    assert numbers <= {citation["number"] for citation in data["citations"]}
    assert all(claim["citations"] for cell in cells for claim in cell["says"])


def test_a_kind_alone_lists_what_can_be_compared(home: Path) -> None:
    listed = run("education").output.splitlines()
    assert "employer-training: Employer training (on the job)" in listed


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("state", "TX"), "1 given"),
        (("state", "TX", "Atlantis"), "Atlantis"),
        (("planet", "TX", "CA"), "planet"),
    ],
)
def test_wrong_use_is_named(arguments: tuple[str, ...], named: str, home: Path) -> None:
    result = run(*arguments)
    assert isinstance(result.exception, WrongUseError)
    assert named in str(result.exception)


def test_without_an_index_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TECHPATH_HOME", str(tmp_path))
    assert isinstance(run("state", "TX", "CA").exception, IndexMissingError)
