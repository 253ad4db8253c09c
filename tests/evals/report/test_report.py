"""A report shows the worst turns of dev with their reasons, and totals only of test."""

import json

import pytest
from evals_samples import ask, case, results, says, turn
from rich.console import Console

from evals.baseline import Baseline
from evals.cases import Expectation
from evals.evaluation import Evaluation
from evals.report.page import as_html
from evals.report.tables import Table, tables_of, worst_first
from evals.report.wire import as_json
from evals.report.words import show
from evals.retrieval import Found, search_cases

DEV = Evaluation("fake", results())
# Its questions are "first", "second", "pay?" and "obey"; its answers "It is 10." and "arr".
TEST = Evaluation("fake", results("test"))


def found(section: str) -> list[Found]:
    wanted = Expectation("?", judged={"a": 2})
    return search_cases([case(wanted)], lambda question, earlier, k, profile: [frozenset([section])])


def table(evaluation: Evaluation, title: str) -> Table:
    return next(table for table in tables_of(evaluation, None) if table.title == title)


def words(evaluation: Evaluation) -> str:
    console = Console(record=True, width=160)
    show(console, evaluation, None)
    return console.export_text()


def test_the_worst_turn_comes_first() -> None:
    assert [result.asked.id for result in worst_first(DEV.results)] == ["ho", "one#2", "un"]


def test_the_words_name_the_worst_turn_and_why() -> None:
    text = words(DEV)
    assert "3 of 4 turns of dev have a fault" in text
    assert "outcome answered, wanted not_in_sources" in text


def test_the_confusion_table_has_a_row_for_each_wanted_outcome() -> None:
    outcomes = table(DEV, "Outcomes on dev")
    assert outcomes.header == ("wanted", "answered", "clarify", "not_in_sources", "declined")
    assert ("not_in_sources", "1", "0", "0", "0") in outcomes.rows


def test_every_measure_has_n_an_interval_and_the_difference_to_the_baseline() -> None:
    baseline = Baseline("r", "2026-01-01", {"dev": {"nugget recall": 0.4}}, {})
    (measures, *_) = tables_of(DEV, baseline)
    assert measures.rows[0][0] == "nugget recall"
    assert measures.rows[0][3:] == ("2", "+0.100")


def test_another_pipeline_stands_beside_ours_with_the_difference() -> None:
    evaluation = Evaluation("fake", [], found("a"), {"tutorial": found("b")})
    rows = table(evaluation, "Retrieval on dev, all judged turns").rows
    assert ("recall@5", "1.000", "0.000", "+1.000", "+1.000 - +1.000", "1") in rows


def test_the_json_report_holds_measures_outcomes_slices_and_reasons() -> None:
    data = json.loads(json.dumps(as_json(DEV, None)))
    assert set(data) == {"engine", "splits", "slices", "worse_than_baseline", "turns", "searches"}
    assert {"wanted": "not_in_sources", "got": "answered", "turns": 1} in data["splits"]["dev"]["outcomes"]
    assert data["turns"][1]["reasons"] == ["not said: June"]
    assert data["slices"]["jurisdiction"][0]["value"] == "oh"


def test_the_page_needs_nothing_from_outside_and_escapes_what_was_said() -> None:
    spoiled = ask(case(turn("<script>alert(1)</script>", ["June"])), says("<b>10</b>"))
    page = as_html(Evaluation("fake", spoiled), None, "Answers")
    assert "<script" not in page
    assert "&lt;b&gt;10&lt;/b&gt;" in page
    assert "http" not in page
    assert "src=" not in page


@pytest.mark.parametrize(
    "report",
    [words, lambda run: json.dumps(as_json(run, None)), lambda run: as_html(run, None, "Answers")],
    ids=["words", "json", "page"],
)
def test_no_report_shows_a_question_or_an_answer_of_the_test_split(report: object) -> None:
    assert callable(report)
    shown = report(TEST)
    assert "nugget recall" in shown
    for secret in ("first", "second", "pay?", "obey", "It is 10", "arr"):
        assert f'"{secret}' not in shown
        assert f">{secret}" not in shown
        assert f": {secret}" not in shown
