"""`techpath plan` and `techpath costs`, on the index of the bundled knowledge."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from assistant.commands.costs import app as costs_app
from assistant.commands.plan import app as plan_app
from assistant.errors import IndexMissingError, WrongUseError

TEXAS = ("--state", "TX", "--route", "employer-training", "--start", "2026-12-01")


@pytest.fixture
def home(knowledge_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TECHPATH_HOME", str(knowledge_home))
    return knowledge_home


def run_plan(*arguments: str) -> Result:
    return CliRunner().invoke(plan_app, arguments)


def run_costs(*arguments: str) -> Result:
    return CliRunner().invoke(costs_app, arguments)


def test_a_plan_is_shown_with_its_sources_within_80_columns(home: Path) -> None:
    shown = run_plan(*TEXAS).output
    assert max(len(line) for line in shown.split("\nSources")[0].splitlines()) <= 80
    assert shown.index("1. Check that you can start") < shown.index("4. Register as a trainee in Texas")
    assert "at least $129" in shown
    assert "\n[1" in shown.split("\nSources")[1]


def test_every_line_can_be_asked_for(home: Path) -> None:
    assert "Who may pay" not in run_plan(*TEXAS).output
    assert "Who may pay" in run_plan(*TEXAS, "--full").output


def test_the_numbers_of_a_plan_s_json_stand_for_citations(home: Path) -> None:
    data = json.loads(run_plan(*TEXAS, "--json").output)
    assert list(data) == ["asked", "title", "steps", "notes", "costs", "citations"]
    numbers = {n for step in data["steps"] for line in step["lines"] for n in line["citations"]}
    assert numbers <= {citation["number"] for citation in data["citations"]}
    assert data["steps"][0]["start"] == "2026-12-01"


def test_a_renewal_s_json_has_the_ce_hours(home: Path) -> None:
    given = ("--goal", "renew", "--credential", "ptcb-cpht", "--expires", "2027-05-31", "--done", "8,1,0,2")
    rows = json.loads(run_plan(*given, "--json").output)["ce"]["rows"]
    assert {row["kind"]: row["missing_hours"] for row in rows} == {"total": 20 - 9, "law": 0, "safety": 1}


def test_files_are_written_where_they_are_asked_for(home: Path, tmp_path: Path) -> None:
    files = {name: tmp_path / f"plan.{name}" for name in ("ics", "markdown", "pdf")}
    options = [part for name, path in files.items() for part in (f"--{name}", str(path))]
    assert run_plan(*TEXAS, *options).exit_code == 0
    assert files["ics"].read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert files["markdown"].read_text(encoding="utf-8").startswith("# Become a pharmacy technician in Texas")
    assert files["pdf"].read_bytes().startswith(b"%PDF")


def test_a_file_that_cannot_be_written_is_wrong_use(home: Path, tmp_path: Path) -> None:
    result = run_plan(*TEXAS, "--ics", str(tmp_path / "no" / "plan.ics"))
    assert isinstance(result.exception, WrongUseError)
    assert "cannot be written" in str(result.exception)


@pytest.mark.parametrize("run", [run_plan, run_costs])
@pytest.mark.parametrize(
    ("arguments", "named"), [(("--state", "XX"), "state=XX"), (("--goal", "fly"), "goal=fly")]
)
def test_wrong_use_is_named_with_what_is_accepted(
    home: Path, run: Callable[..., Result], arguments: tuple[str, ...], named: str
) -> None:
    result = run(*arguments)
    assert isinstance(result.exception, WrongUseError)
    assert named in str(result.exception)
    assert "Accepted" in str(result.exception)


def test_costs_are_listed_with_totals_and_sources(home: Path) -> None:
    shown = run_costs("--state", "AL", "--route", "employer-training").output
    assert "To get started: at least $104. 1 item is not known." in shown
    assert "not known" in shown
    assert max(len(line) for line in shown.split("\nSources")[0].splitlines()) <= 80


def test_the_json_of_costs_has_items_and_totals(home: Path) -> None:
    data = json.loads(run_costs("--state", "AL", "--route", "employer-training", "--json").output)
    assert list(data) == ["asked", "title", "first_year", "each_year", "once", "again", "citations"]
    assert data["first_year"]["low"] == sum(item["low"] for item in data["once"] if item["counted"])


def test_without_an_index_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TECHPATH_HOME", str(tmp_path))
    assert isinstance(run_plan(*TEXAS).exception, IndexMissingError)
    assert isinstance(run_costs("--state", "TX").exception, IndexMissingError)
