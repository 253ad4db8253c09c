"""A text and the facts asked for -> which were said, and what share of them.

A nugget is one fact, given as its accepted wordings; vital ones must be said, okay ones may be.
"""

from __future__ import annotations

from collections.abc import Sequence

from evals.measures.wordings import says

__all__ = ["Nuggets", "missed", "nugget_recall", "weighted_nugget_recall"]

Nuggets = Sequence[Sequence[str]]  # of each inner list one wording must be said

_OKAY_WEIGHT = 0.5  # of a vital nugget's


def missed(text: str, nuggets: Nuggets) -> tuple[tuple[str, ...], ...]:
    """The nuggets of which no accepted wording is said."""
    return tuple(tuple(group) for group in nuggets if not any(says(text, w) for w in group))


def nugget_recall(text: str, vital: Nuggets) -> float | None:
    """Vital nuggets said / vital nuggets; None when none is asked for.

    The vital-nugget recall of Lin and Demner-Fushman (2005), "Automatically evaluating answers to
    definition questions"; "vital strict" in TREC RAG 2024 (Pradeep et al. 2024).
    """
    return 1.0 - len(missed(text, vital)) / len(vital) if vital else None


def weighted_nugget_recall(text: str, vital: Nuggets, okay: Nuggets) -> float | None:
    """(Vital said + okay said / 2) / (vital + okay / 2); None where no okay nugget is named.

    "Weighted strict" of Pradeep et al. (2024), "Initial nugget evaluation results for the TREC 2024
    RAG track with the AutoNuggetizer framework".
    """
    if not okay:
        return None
    vital_said = len(vital) - len(missed(text, vital))
    okay_said = len(okay) - len(missed(text, okay))
    return (vital_said + _OKAY_WEIGHT * okay_said) / (len(vital) + _OKAY_WEIGHT * len(okay))
