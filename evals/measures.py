"""Answers and expectations -> numbers. Pure: no engine, no store, no file.

A measure that has nothing to say for a turn gives None, and that turn does not count. A statement
is one claim, or one row of a table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from assistant.text import fold, words
from assistant.types import Answer, Citation

__all__ = [
    "Interval",
    "Statement",
    "Supports",
    "bootstrap",
    "citation_precision",
    "citation_recall",
    "confusion",
    "forbidden",
    "length",
    "mean",
    "misquoted",
    "missed",
    "nugget_recall",
    "percentile",
    "said",
    "says",
    "statements",
    "uncited",
    "unsupported",
]

_RESAMPLES = 1_000
_SEED = 7

Supports = Callable[[str, str], bool]  # statement, evidence -> whether the evidence carries it


@dataclass(frozen=True, slots=True)
class Statement:
    """A factual unit of an answer with the citations that carry it."""

    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean and its 95 % bootstrap interval."""

    value: float
    low: float
    high: float
    n: int  # how many turns had something to say


def said(answer: Answer) -> str:
    """Everything that the answer says, without citation marks and follow-up suggestions."""
    parts = []
    for block in answer.blocks:
        parts += [block.lead_in, *block.header, *(claim.text for claim in block.every_claim())]
    return "\n".join(part for part in parts if part)


def says(text: str, wording: str) -> bool:
    """Whether a text holds a wording, letter case and accents aside.

    A figure at either end must be the whole figure: "16 hours" does not say "6 hour".
    """
    return _pattern(wording).search(fold(text)) is not None


def missed(text: str, must: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """The nuggets of which no accepted wording is said."""
    return tuple(tuple(group) for group in must if not any(says(text, w) for w in group))


def nugget_recall(text: str, must: Sequence[Sequence[str]]) -> float | None:
    """Nuggets said / nuggets asked for; None when none is asked for.

    The vital-nugget recall of Lin and Demner-Fushman (2005), "Automatically evaluating answers to
    definition questions", as TREC RAG 2024 uses it; a nugget is matched by its accepted wordings.
    """
    return 1.0 - len(missed(text, must)) / len(must) if must else None


def forbidden(text: str, must_not: Sequence[str]) -> tuple[str, ...]:
    """The fragments said that must not be."""
    return tuple(wording for wording in must_not if says(text, wording))


def statements(answer: Answer) -> list[Statement]:
    """The factual statements; `ask` and `notice` blocks speak of TechPath itself and have none."""
    cited = {citation.number: citation for citation in answer.citations}
    units = []
    for block in answer.blocks:
        if block.kind in ("ask", "notice"):
            continue
        units += [(claim.text, claim.citations) for claim in block.claims]
        for row in block.rows:
            marks = dict.fromkeys(number for cell in row for number in cell.citations)
            units.append((" | ".join(cell.text for cell in row), tuple(marks)))
    return [
        Statement(text, tuple(cited[number] for number in numbers if number in cited))
        for text, numbers in units
    ]


def uncited(found: Sequence[Statement]) -> tuple[str, ...]:
    """The statements that name no source."""
    return tuple(statement.text for statement in found if not statement.citations)


def unsupported(found: Sequence[Statement], supports: Supports) -> tuple[str, ...]:
    """The cited statements with a figure, credential or place that what they cite does not hold."""
    return tuple(
        statement.text
        for statement in found
        if statement.citations and not supports(statement.text, _evidence(statement.citations))
    )


def citation_recall(found: Sequence[Statement], supports: Supports) -> float | None:
    """Statements that their citations together support / statements; None without statements.

    Citation recall of Gao et al. (2023), "Enabling large language models to generate text with
    citations" (ALCE), section 3. Support is judged by the grounding rules (figures, credentials,
    places), not by an entailment model.
    """
    if not found:
        return None
    return sum(_carried(statement, supports) for statement in found) / len(found)


def citation_precision(found: Sequence[Statement], supports: Supports) -> float | None:
    """Citations that are relevant / citations; None without citations.

    ALCE, section 3: a citation is relevant when its statement is supported, and it supports the
    statement by itself or the others fail to support it without it.
    """
    judged = [
        _carried(statement, supports) and _relevant(statement, citation, supports)
        for statement in found
        for citation in statement.citations
    ]
    return sum(judged) / len(judged) if judged else None


def misquoted(citations: Sequence[Citation], stored: Callable[[str], str | None]) -> tuple[str, ...]:
    """The quotes that do not occur verbatim in the stored chunk; `stored` gives its text by id."""
    return tuple(c.quote for c in citations if not c.quote or c.quote not in (stored(c.chunk) or ""))


def length(answer: Answer) -> int:
    """Words said."""
    return len(words(said(answer)))


def mean(values: Sequence[float]) -> float:
    """The arithmetic mean; 0 for no values, where a report shows n = 0."""
    return sum(values) / len(values) if values else 0.0


def percentile(values: Sequence[float], share: float) -> float:
    """The value that a share (0..1) lies at or below, interpolated (Hyndman and Fan's type 7)."""
    return float(np.quantile(values, share)) if values else 0.0


def bootstrap(values: Sequence[float]) -> Interval:
    """The mean with its percentile bootstrap interval (Efron 1979), 1,000 resamples, fixed seed."""
    if not values:
        return Interval(0.0, 0.0, 0.0, 0)
    sample = np.asarray(values, dtype=np.float64)
    picks = np.random.default_rng(_SEED).integers(0, len(sample), (_RESAMPLES, len(sample)))
    means = sample[picks].mean(axis=1)
    low, high = np.quantile(means, [0.025, 0.975])
    return Interval(float(sample.mean()), float(low), float(high), len(sample))


def confusion(pairs: Sequence[tuple[str, str]]) -> Mapping[tuple[str, str], int]:
    """(wanted outcome, outcome) -> how often, most frequent first."""
    counts: dict[tuple[str, str], int] = {}
    for pair in pairs:
        counts[pair] = counts.get(pair, 0) + 1
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _carried(statement: Statement, supports: Supports) -> bool:
    return bool(statement.citations) and supports(statement.text, _evidence(statement.citations))


def _relevant(statement: Statement, citation: Citation, supports: Supports) -> bool:
    if supports(statement.text, _evidence([citation])):
        return True
    others = [other for other in statement.citations if other.number != citation.number]
    return not supports(statement.text, _evidence(others))


def _evidence(citations: Sequence[Citation]) -> str:
    """What citations show a reader: document title, heading and quote."""
    return "\n".join(f"{c.title}\n{c.section}\n{c.quote}" for c in citations)


@lru_cache(maxsize=8_192)
def _pattern(wording: str) -> re.Pattern[str]:
    plain = fold(wording)
    before = r"(?<!\d)(?<!\d[.,])" if plain[:1].isdigit() else ""
    after = r"(?!\d)(?![.,]\d)" if plain[-1:].isdigit() else ""
    return re.compile(before + re.escape(plain) + after)
