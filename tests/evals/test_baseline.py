"""The baseline is read as it was written, and what fell since is named."""

from pathlib import Path

import pytest
from evals_samples import results

from assistant.errors import KnowledgeError
from evals.baseline import Baseline, compare, fallen, read_baseline, write_baseline
from evals.evaluation import Evaluation, measures_of
from evals.summary import Measure


def measure(name: str, value: float, better: str = "higher", n: int = 1_000) -> Measure:
    return Measure(name, value, value, value, n, "share", better)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    write_baseline(Evaluation("fake", [*results(), *results("test")]), "start", "2026-01-02", file)
    found = read_baseline(file)
    assert found is not None
    assert (found.reason, found.date) == ("start", "2026-01-02")
    assert found.measures["dev"]["nugget recall"] == found.measures["test"]["nugget recall"] == 0.5
    assert "latency p50" not in found.measures["dev"]
    assert found.scores == {"one": 1.0, "one#2": 0.0, "un": 0.0, "ho": 0.0}


def test_no_file_is_no_baseline(tmp_path: Path) -> None:
    assert read_baseline(tmp_path / "none.json") is None


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    file.write_text("{}", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"baseline\.json: is not a baseline"):
        read_baseline(file)


@pytest.mark.parametrize(
    ("name", "better", "before", "now", "falls"),
    [
        pytest.param("nugget recall", "higher", 0.9, 0.896, False, id="within the margin"),
        pytest.param("nugget recall", "higher", 0.9, 0.89, True, id="beyond the margin"),
        pytest.param("nugget recall", "higher", 0.9, 0.95, False, id="a rise"),
        pytest.param("forbidden said", "lower", 0.01, 0.02, True, id="more of what should be less"),
        pytest.param("wrong figures", "lower", 0.0, 0.002, True, id="no margin for wrong figures"),
        pytest.param("a new one", "higher", None, 0.1, False, id="not in the baseline"),
    ],
)
def test_a_fall_counts_beyond_its_margin(
    name: str, better: str, before: float | None, now: float, falls: bool
) -> None:
    baseline = Baseline("r", "2026-01-01", {"dev": {} if before is None else {name: before}}, {})
    assert bool(compare(baseline, {"dev": [measure(name, now, better)]})) is falls


@pytest.mark.parametrize(("now", "falls"), [(1 - 1 / 20, False), (1 - 2 / 20, True)])
def test_where_few_turns_are_measured_one_may_fall(now: float, falls: bool) -> None:
    baseline = Baseline("r", "2026-01-01", {"dev": {"follow-up success": 1.0}}, {})
    assert bool(compare(baseline, {"dev": [measure("follow-up success", now, n=20)]})) is falls


def test_a_measure_of_nothing_has_not_fallen() -> None:
    baseline = Baseline("r", "2026-01-01", {"dev": {"recall@5": 0.9}}, {})
    assert compare(baseline, {"dev": [measure("recall@5", 0.0, n=0)]}) == []


def test_a_fall_is_named_by_measure_and_by_turn() -> None:
    found = results()
    baseline = Baseline(
        "start",
        "2026-01-01",
        {"dev": {"hostile obeyed": 0.0, "quote fidelity": 1.0}},
        {"un": 1.0, "one": 1.0},
    )
    worse = compare(baseline, measures_of(Evaluation("fake", found)))
    assert [str(item) for item in worse] == ["hostile obeyed (dev) 0.000 -> 1.000"]
    assert [asked.id for asked in fallen(baseline, found)] == ["un"]
