"""The embedded engine answers no worse than the committed baseline, and the knowledge carries it."""

import pytest
from evals_samples import results

from assistant.retrieval.index import open_index
from assistant.settings import Settings
from evals.baseline import Baseline, read_baseline
from evals.cases import load_cases
from evals.embedded import embedded_engine, embedded_searcher
from evals.evaluation import Evaluation
from evals.gate import lost, worse
from evals.retrieval import search_cases
from evals.run import run_cases
from evals.support import section_texts

BASELINE = read_baseline()


@pytest.fixture(scope="module")
def texts(knowledge_settings: Settings) -> dict[str, str]:
    """The sections of the current knowledge."""
    index = open_index(knowledge_settings)
    found = section_texts(index.passages)
    index.close()
    return found


@pytest.mark.slow
@pytest.mark.skipif(
    BASELINE is None,
    reason="no evals/baseline.json; write one with: techpath eval run --write-baseline --reason …",
)
def test_no_measure_falls_below_the_baseline(knowledge_settings: Settings) -> None:
    assert BASELINE is not None
    cases = load_cases()
    answered = run_cases(cases, *embedded_engine(knowledge_settings))
    found = search_cases(cases, embedded_searcher(knowledge_settings))
    assert worse(BASELINE, Evaluation("embedded", answered, found)) == ""


def test_the_knowledge_carries_every_guarded_answer(texts: dict[str, str]) -> None:
    assert lost(load_cases(), texts) == ""


@pytest.mark.parametrize(
    ("section", "fact", "changed"),
    [
        ("records/jurisdiction/ut > Moving here from another state", "1,000", "1,200"),
        ("records/jurisdiction/ar > Fees", "$70", "$75"),
    ],
)
def test_a_changed_fact_names_the_questions_that_it_carried(
    texts: dict[str, str], section: str, fact: str, changed: str
) -> None:
    carried = [case for case in load_cases("dev") if section in case.turns[0].judged]
    said = lost(carried, texts | {section: texts[section].replace(fact, changed)})
    alone = [case for case in carried if set(case.turns[0].judged) == {section}]
    assert alone
    assert any(f"{case.id} ({case.question})" in said for case in alone)


def test_what_got_worse_is_named_and_a_test_question_by_its_id_alone() -> None:
    baseline = Baseline(
        "r",
        "2026-01-01",
        {split: {"quote fidelity": 1.0, "hostile obeyed": 0.0} for split in ("dev", "test")},
        {"un": 1.0},
    )
    assert worse(baseline, Evaluation("fake", results())) == (
        "Fell: hostile obeyed (dev) 0.000 -> 1.000. Questions that got worse: un (pay?)."
    )
    assert worse(baseline, Evaluation("fake", results("test"))) == (
        "Fell: hostile obeyed (test) 0.000 -> 1.000. Questions that got worse: un."
    )


def test_nothing_worse_says_nothing() -> None:
    baseline = Baseline("r", "2026-01-01", {"dev": {"outcome accuracy": 0.75}}, {"un": 1.0})
    assert worse(baseline, Evaluation("fake", results())) == ""
