"""What retrieval gave -> a ranking that can be judged section by section.

A section is named by its document and its headings ("records/jurisdiction/oh > Fees"), so that
judgements outlive a new way of cutting documents into chunks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

__all__ = ["ANSWERS", "HELPS", "Judged", "Ranking", "answering", "first_rank", "section_key"]

Judged = Mapping[str, int]  # section -> grade; a section that is not named has grade 0
Ranking = Sequence[frozenset[str]]  # for each passage, best first, the sections that it shows

ANSWERS = 2  # the section answers the question, or one part that it asks for, by itself
HELPS = 1  # it carries a part of the answer, or repeats it in passing


def section_key(document: str, section: str) -> str:
    """The name of a section: document id and headings, joined by " > "."""
    return f"{document} > {section}" if section else document


def answering(judged: Judged) -> frozenset[str]:
    """The sections that count in the measures with two grades only, recall and reciprocal rank.

    Grade 2 and above, as TREC's Deep Learning tracks binarise their grades (Craswell et al. 2020).
    """
    return frozenset(section for section, grade in judged.items() if grade >= ANSWERS)


def first_rank(ranking: Ranking, wanted: frozenset[str]) -> int | None:
    """The 1-based rank of the first passage that shows one of the sections; None when none does."""
    return next((rank for rank, shown in enumerate(ranking, start=1) if shown & wanted), None)
