"""A run, the baseline and the knowledge -> what got worse, in words; nothing when nothing did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from evals.baseline import Baseline, compare, fallen
from evals.cases import Case
from evals.evaluation import Evaluation, measures_of
from evals.support import lost_support

__all__ = ["lost", "worse"]


def worse(baseline: Baseline, evaluation: Evaluation) -> str:
    """The measures that fell beyond their margin and the questions whose score fell; "" if none fell.

    A question kept for testing is named by its id alone.
    """
    measures = compare(baseline, measures_of(evaluation))
    if not measures:
        return ""
    questions = ", ".join(asked.named for asked in fallen(baseline, evaluation.results))
    return f"Fell: {'; '.join(map(str, measures))}. Questions that got worse: {questions or 'none'}."


def lost(cases: Sequence[Case], texts: Mapping[str, str]) -> str:
    """The questions whose guarded answer the knowledge no longer carries; "" when it carries all.

    Args:
        cases: those with judged sections are guarded.
        texts: section -> text, as `evals.support.section_texts` gives it.
    """
    found = lost_support(cases, texts)
    return f"{len(found)} lost their support: {'; '.join(map(str, found))}." if found else ""
