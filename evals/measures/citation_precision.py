"""Statements -> the share of their citations that are needed, or carry by themselves."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.types import Citation
from evals.measures.citation_recall import Supports, carried
from evals.measures.statements import Statement, evidence

__all__ = ["citation_precision"]


def citation_precision(found: Sequence[Statement], supports: Supports) -> float | None:
    """Citations that are relevant / citations; None without citations.

    Gao et al. (2023), ALCE, section 3: a citation is relevant when its statement is supported, and
    it supports the statement by itself or the others fail to support it without it.
    """
    judged = [
        carried(statement, supports) and _relevant(statement, citation, supports)
        for statement in found
        for citation in statement.citations
    ]
    return sum(judged) / len(judged) if judged else None


def _relevant(statement: Statement, citation: Citation, supports: Supports) -> bool:
    if supports(statement.text, evidence([citation])):
        return True
    others = [other for other in statement.citations if other.number != citation.number]
    return not supports(statement.text, evidence(others))
