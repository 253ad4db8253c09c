"""`techpath programs`, on the index of the bundled knowledge."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from assistant.commands.schools import app
from assistant.errors import WrongUseError


@pytest.fixture
def home(knowledge_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TECHPATH_HOME", str(knowledge_home))
    return knowledge_home


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def test_schools_are_shown_with_what_the_list_is_not(home: Path) -> None:
    shown = run("43215", "--miles", "50").output
    assert shown.startswith("Schools listed within 50 miles of 43215 (Columbus, OH)")
    assert max(len(line) for line in shown.split("Sources")[0].splitlines()) <= 80
    assert shown.index("Columbus State") < shown.index("What the list is not") < shown.index("What to ask")


def test_a_city_needs_no_quotes(home: Path) -> None:
    assert "Fargo, ND" in run("Fargo", "North", "Dakota").output


def test_the_json_is_spelled_out_and_its_numbers_stand_for_citations(home: Path) -> None:
    data = json.loads(run("Fargo", "--json").output)
    assert list(data) == [
        "asked", "place", "place_kind", "problem", "others", "miles", "headline", "schools", "nearest",
        "notes", "citations",
    ]  # fmt: skip
    assert {tuple(school) for school in data["schools"]} == {
        ("name", "city", "state", "zip", "control", "levels", "awards", "website", "miles", "says")
    }
    known = {citation["number"] for citation in data["citations"]}
    assert {number for school in data["schools"] for number in school["says"]["citations"]} <= known
    assert set(data["notes"]) == {"count", "caveats", "directories", "ask"}


def test_a_program_learns_of_a_place_that_is_not_understood(home: Path) -> None:
    data = json.loads(run("Springfield", "--json").output)
    assert (data["place_kind"], data["schools"]) == ("unknown", [])
    assert "Springfield, IL" in data["others"]


def test_a_person_is_asked_which_place_is_meant(home: Path) -> None:
    result = run("Springfield")
    assert isinstance(result.exception, WrongUseError)
    assert "Springfield, IL" in str(result.exception)


@pytest.mark.parametrize("miles", ["0", "251", "many"])
def test_miles_out_of_range_are_refused(miles: str, home: Path) -> None:
    assert run("43215", "--miles", miles).exit_code == 2
