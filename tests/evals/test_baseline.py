"""The baseline is read as it was written, and a broken one is named."""

from pathlib import Path

import pytest

from assistant.errors import KnowledgeError
from evals.baseline import Baseline, compare, read_baseline, write_baseline
from evals.run import Measure


def measure(name: str, value: float, better: str = "higher") -> Measure:
    return Measure(name, value, value, value, 10, "share", better)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    latency = Measure("latency p50", 20.0, 20.0, 20.0, 10, "ms", "lower")
    write_baseline([], [measure("nugget recall", 2 / 3), latency], "start", "2026-01-02", file)
    assert read_baseline(file) == Baseline("start", "2026-01-02", {"nugget recall": 0.6667}, {})


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
    baseline = Baseline("r", "2026-01-01", {} if before is None else {name: before}, {})
    worse, _ = compare(baseline, [], [measure(name, now, better)])
    assert bool(worse) is falls
