"""`techpath moving`, on the index of the bundled knowledge."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from assistant.commands.moving import app
from assistant.errors import WrongUseError


@pytest.fixture
def home(knowledge_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TECHPATH_HOME", str(knowledge_home))
    return knowledge_home


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def test_a_move_is_shown_in_order_with_its_sources_within_80_columns(home: Path) -> None:
    shown = run("TX", "CO").output
    assert shown.startswith("Moving from Texas to Colorado")
    assert max(len(line) for line in shown.split("Sources")[0].splitlines()) <= 80
    assert (
        shown.index("Before you give notice") < shown.index("What to do again") < shown.index("Who decides")
    )
    assert "\n1. Write to the Colorado board" in shown
    assert "\n[1" in shown.split("Sources")[1]


def test_the_json_is_spelled_out_and_its_numbers_stand_for_citations(home: Path) -> None:
    data = json.loads(run("CA", "FL", "--credential", "ptcb-cpht", "--age", "16", "--json").output)
    assert list(data) == ["from", "to", "title", "parts", "citations"]
    assert (data["from"], data["to"]) == ("CA", "FL")
    assert {tuple(part) for part in data["parts"]} == {("id", "heading", "lead", "lines")}
    lines = [line for part in data["parts"] for line in part["lines"]]
    assert {tuple(line) for line in lines} == {("text", "citations")}
    known = {citation["number"] for citation in data["citations"]}
    assert {number for line in lines for number in line["citations"]} == known
    assert any(line["text"].startswith("You told us that you are 16.") for line in lines)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [(("TX", "TX"), "twice"), (("TX", "Atlantis"), "Atlantis"), (("TX", "CO", "--age", "400"), "400")],
)
def test_wrong_use_is_named(arguments: tuple[str, ...], named: str, home: Path) -> None:
    result = run(*arguments)
    assert isinstance(result.exception, WrongUseError)
    assert named in str(result.exception)
