"""Statements -> the share that their citations carry, and those that they do not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from evals.measures.statements import Statement, evidence

__all__ = ["Supports", "carried", "citation_recall", "unsupported"]

Supports = Callable[[str, str], bool]  # statement, evidence -> whether the evidence carries it


def citation_recall(found: Sequence[Statement], supports: Supports) -> float | None:
    """Statements that their citations together support / statements; None without statements.

    Citation recall of Gao et al. (2023), "Enabling large language models to generate text with
    citations" (ALCE), section 3. Support is judged by the grounding rules (figures, credentials,
    places), not by an entailment model.
    """
    if not found:
        return None
    return sum(carried(statement, supports) for statement in found) / len(found)


def carried(statement: Statement, supports: Supports) -> bool:
    """Whether a statement has citations and they support it together."""
    return bool(statement.citations) and supports(statement.text, evidence(statement.citations))


def unsupported(found: Sequence[Statement], supports: Supports) -> tuple[str, ...]:
    """The cited statements with a figure, credential or place that what they cite does not hold."""
    return tuple(s.text for s in found if s.citations and not carried(s, supports))
