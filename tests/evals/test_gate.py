"""The embedded engine answers no worse than the committed baseline says."""

import pytest

from assistant.settings import Settings
from evals.baseline import compare, read_baseline
from evals.cases import load_cases
from evals.embedded import embedded_engine
from evals.run import run_cases, summarize

BASELINE = read_baseline()


@pytest.mark.slow
@pytest.mark.skipif(
    BASELINE is None,
    reason="no evals/baseline.json; write one with: techpath eval run --write-baseline --reason …",
)
def test_no_measure_falls_below_the_baseline(knowledge_settings: Settings) -> None:
    assert BASELINE is not None
    engine, checks = embedded_engine(knowledge_settings)
    results = run_cases(load_cases(), engine, checks)
    worse, fallen = compare(BASELINE, results, summarize(results))
    numbers = "; ".join(f"{item.name} {item.before:.3f} -> {item.now:.3f}" for item in worse)
    assert not worse, f"{numbers}. Turns that got worse: {', '.join(fallen)}"
