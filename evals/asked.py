"""A case -> its turns, each with the id that reports and baselines name it by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evals.cases import Case, Expectation, Split

__all__ = ["Asked", "turns_of"]


@dataclass(frozen=True, slots=True)
class Asked:
    """One turn of a case: what reports say of it before anything is measured."""

    id: str  # the case's id; later turns of a conversation add "#2", "#3" …
    file: str
    kind: str
    group: str
    split: Split
    about: tuple[str, ...]  # "kind/id" of records
    turn: int  # 1-based
    question: str
    expected: tuple[str, ...]  # acceptable outcomes, the usual one first

    @property
    def sealed(self) -> bool:
        """Whether nobody is to read its question or its answer: reports give totals only."""
        return self.split == "test"

    @property
    def named(self) -> str:
        """The id, with the question where it may be read."""
        return self.id if self.sealed else f"{self.id} ({self.question})"


def turns_of(case: Case) -> Iterator[tuple[Asked, Expectation]]:
    """The turns of a case in order, with what is expected of each."""
    for number, wanted in enumerate(case.turns, start=1):
        yield (
            Asked(
                id=case.id if number == 1 else f"{case.id}#{number}",
                file=case.file,
                kind=case.kind,
                group=case.group,
                split=case.split,
                about=case.about,
                turn=number,
                question=wanted.question,
                expected=wanted.outcomes,
            ),
            wanted,
        )
