"""`techpath fit`, on the index of the bundled knowledge; and its questionnaire in a terminal."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from assistant.commands.fit import app
from assistant.commands.fit_asked import ask_items
from assistant.errors import IndexMissingError, WrongUseError
from assistant.guidance.choices import read_choice
from assistant.guidance.questionnaire import MOST
from assistant.guidance.reasons import Answers
from assistant.guidance.records import load_records
from assistant.guidance.shelf import shelf_of
from assistant.guidance.standing import Field, field_of
from assistant.wording_fit import FitTerminal, FitWording

KNOWLEDGE = Path(__file__).resolve().parents[3] / "knowledge"
TEXT = "I hate angry customers, love careful hands-on work, nights are fine, 3 years retail"


@pytest.fixture
def home(knowledge_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TECHPATH_HOME", str(knowledge_home))
    return knowledge_home


@pytest.fixture(scope="module")
def field() -> Field:
    records = load_records(KNOWLEDGE / "records")
    return field_of(shelf_of((record.model_dump_json(exclude_defaults=True) for record in records), {}))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def ran(*arguments: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(run(*arguments, "--json").output)
    return data


def test_a_text_is_read_back_and_ranked_with_its_sources_within_80_columns(home: Path) -> None:
    shown = run("--text", TEXT).output
    assert max(len(line) for line in shown.split("\nSources")[0].splitlines()) <= 80
    assert "A lot of contact with patients: not at all" in shown
    assert "Sterile compounding" in shown
    assert FitTerminal.FOR in shown
    assert FitTerminal.UNKNOWN in shown
    assert "\n[1" in shown
    assert shown.index(FitTerminal.HOW_SURE) < shown.index(FitTerminal.RANKING) < shown.index("Sources")


def test_the_json_is_spelled_out_and_its_numbers_stand_for_citations(home: Path) -> None:
    data = ran("--text", TEXT, "-n", "2")
    assert list(data) == [
        "answers", "profile", "sureness", "settled", "certainty", "swaps", "leanings", "ranking",
        "next_item", "method", "citations",
    ]  # fmt: skip
    assert data["profile"] == {"settings": ["retail-chain"], "years": 3, "schedule": "nights"}
    first, second, third, *_ = data["ranking"]
    short = ["rank", "id", "name", "score", "low", "high", "among_best", "among_best_open", "unknown"]
    assert list(third) == short
    assert list(first) == list(second) == [*short, "what", "for", "against", "way_in"]
    assert {tuple(reason) for reason in first["for"]} == {("scale", "points", "because", "text", "citations")}
    assert all(reason["citations"] for reason in first["for"] + first["against"])
    used = {n for reason in first["for"] + second["for"] for n in reason["citations"]}
    assert used <= {citation["number"] for citation in data["citations"]}


def test_a_program_can_ask_item_after_item(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    given: dict[str, Any] = {"choices": [], "text": "I love math"}
    for _ in range(3):
        file.write_text(json.dumps(given), encoding="utf-8")
        item = ran("--answers", str(file))["next_item"]
        assert len(item["cards"]) == 4
        given["choices"].append(item["choice"].replace("-xx", "-03"))
    assert len({choice.split("-")[0] for choice in given["choices"]}) == 3
    assert all(read_choice(choice) for choice in given["choices"])


def test_a_wish_of_the_file_stands_over_the_text(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    file.write_text(
        json.dumps({"wishes": {"calculation": -2}, "profile": {"stage": "student"}}), encoding="utf-8"
    )
    data = ran("--text", "I love math and phones", "--answers", str(file))
    assert {wish["scale"]: wish["strength"] for wish in data["answers"]["wishes"]} == {
        "phone": 2,
        "calculation": -2,
    }
    assert data["ranking"][0]["way_in"]["stand"][0]["text"] == FitWording.FIRST_TECHNICIAN


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("{", "not JSON"),
        ("[]", "not an object"),
        ('{"choice": []}', "'choice'"),
        ('{"choices": ["nonsense"]}', "'nonsense'"),
        ('{"choices": "x"}', '"choices" is not a list'),
        ('{"wishes": {"planet": 1}}', "'planet'"),
        ('{"wishes": {"pace": 3}}', "pace"),
        ('{"wishes": {"pace": true}}', "pace"),
        ('{"wishes": []}', '"wishes" is not an object'),
        ('{"text": 3}', '"text"'),
        ('{"profile": {"state": "ZZ"}}', "state"),
    ],
)
def test_a_file_that_cannot_be_used_is_wrong_use(
    content: str, named: str, home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "answers.json"
    file.write_text(content, encoding="utf-8")
    result = run("--answers", str(file))
    assert isinstance(result.exception, WrongUseError)
    assert named in str(result.exception)


def test_a_file_that_is_not_there_is_wrong_use(home: Path, tmp_path: Path) -> None:
    assert isinstance(run("--answers", str(tmp_path / "none.json")).exception, WrongUseError)


def test_without_anything_given_and_no_terminal_it_says_what_to_give() -> None:
    result = run()
    assert isinstance(result.exception, WrongUseError)
    assert "--text" in str(result.exception)


def test_without_an_index_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TECHPATH_HOME", str(tmp_path))
    assert isinstance(run("--text", TEXT).exception, IndexMissingError)


def asked(field: Field, typed: Sequence[str]) -> tuple[Answers, str]:
    lines, shown = iter(typed), io.StringIO()
    answers = ask_items(field, Answers(), Console(file=shown, width=80), lambda: next(lines))
    return answers, shown.getvalue()


def test_the_terminal_asks_for_most_and_least(field: Field) -> None:
    answers, shown = asked(field, ["1", "4", "q"])
    (choice,) = answers.choices
    assert (choice.most, choice.least) == (choice.item[0], choice.item[3])
    assert FitWording.MOST in shown
    assert FitWording.LEAST in shown


def test_the_terminal_skips_goes_back_and_asks_again_for_what_it_does_not_understand(field: Field) -> None:
    answers, shown = asked(field, ["s", "b", "nine", "2", "2", "3", "1", "s", "q"])
    first, second = answers.choices
    assert (first.most, first.least) == (first.item[1], first.item[2])
    assert (second.most, second.least) == (second.item[0], None)
    assert "Please type one of" in shown
    assert FitTerminal.SAME in shown


def test_the_terminal_stops_by_itself(field: Field) -> None:
    answers, _ = asked(field, ["1", "2"] * MOST)
    assert answers.answered <= MOST
