"""The sections of a question about a place -> whether its record or a guide answers, and how surely."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.by_section import W_RANKING, SectionScore
from assistant.answering.evidence import Draft, Relevance
from assistant.answering.runner_up import runner_up

__all__ = ["lead_of", "shares_of", "with_guide"]


def lead_of(ranked: Sequence[SectionScore], state: str) -> float:
    """By how much the best section of a place's record is above the best that is of no place.

    Args:
        ranked: the sections, with scores as of `by_section.py`.
        state: the place's code.
    """
    best = max((item.score for item in _own(ranked, state)), default=-math.inf)
    return best - max((item.score for item in _general(ranked)), default=-math.inf)


def shares_of(ranked: Sequence[SectionScore], state: str) -> dict[str, float]:
    """How probably each section of a place's record is the one that answers, by its name; they add up to 1.

    The ranking is a conditional logit, so that e^score, scaled to the sum 1, is its estimate.
    """
    own = _own(ranked, state)
    best = max((item.score for item in own), default=0.0)
    odds = {item.section: math.exp((item.score - best) / W_RANKING) for item in own}
    return {section: value / sum(odds.values()) for section, value in odds.items()}


def with_guide(draft: Draft, state: str, ranked: Sequence[SectionScore], relevance: Relevance) -> Draft:
    """A place's answer, and the beginning of a guide's section that may have been meant."""
    own = _own(ranked, state)
    if not own:
        return draft
    said = [item for block in draft.blocks for item in block.items]
    second = runner_up(_general(ranked), own[0], said, relevance)
    return replace(draft, blocks=(*draft.blocks, second)) if second else draft


def _own(ranked: Sequence[SectionScore], state: str) -> list[SectionScore]:
    return [item for item in ranked if item.document == f"records/jurisdiction/{state.lower()}"]


def _general(ranked: Sequence[SectionScore]) -> list[SectionScore]:
    return [item for item in ranked if item.chunk.jurisdiction is None]
