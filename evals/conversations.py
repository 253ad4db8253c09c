"""conversations.yaml, first_questions.yaml -> turns and which sections answer each; no case is among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from assistant.retrieval.context import in_context
from evals.shares import is_kept

__all__ = ["Turn", "conversations"]

_CONVERSATIONS, _FIRST = (
    Path(__file__).with_name(name) for name in ("conversations.yaml", "first_questions.yaml")
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn with those before it."""

    question: str
    earlier: tuple[str, ...]  # as asked, oldest first
    sections: tuple[str, ...]  # "document > heading" of each that answers

    @property
    def text(self) -> str:
        """What the encoder reads."""
        return in_context(self.question, self.earlier)


def conversations(kept: bool) -> list[list[Turn]]:
    """The conversations that one fit may see; a first question without more is one of a single turn.

    Args:
        kept: those that are kept from the fit of the encoder; else those that it learns from.
    """
    return [list(_turns(pairs)) for pairs in _read() if is_kept(pairs[0][0]) == kept]


@lru_cache(maxsize=1)
def _read() -> list[list[tuple[str, list[str]]]]:
    talks, first = (
        yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        for path in (_CONVERSATIONS, _FIRST)
    )
    return [
        [(turn["asked"], turn["sections"]) for turn in talk] for talk in [*talks, *([turn] for turn in first)]
    ]


def _turns(pairs: list[tuple[str, list[str]]]) -> Iterator[Turn]:
    for number, (asked, sections) in enumerate(pairs):
        yield Turn(asked, tuple(earlier for earlier, _ in pairs[:number]), tuple(sections))
