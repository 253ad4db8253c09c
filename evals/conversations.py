"""conversations.yaml -> turns of conversations with the sections that answer each; no case is among them."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from assistant.retrieval.context import in_context

__all__ = ["Turn", "conversations"]

_FILE = Path(__file__).with_name("conversations.yaml")
_PARTS = 5  # one of which is kept from the fit of the encoder, for the ranking that builds on it


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
    """The conversations that one fit may see.

    Args:
        kept: those that are kept from the fit of the encoder; else those that it learns from.
    """
    return [list(_turns(pairs)) for pairs in _read() if _is_kept(pairs[0][0]) == kept]


def _is_kept(first: str) -> bool:
    return zlib.crc32(first.encode("utf-8")) % _PARTS == 0


@lru_cache(maxsize=1)
def _read() -> list[list[tuple[str, list[str]]]]:
    data = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return [[(turn["asked"], turn["sections"]) for turn in conversation] for conversation in data]


def _turns(pairs: list[tuple[str, list[str]]]) -> Iterator[Turn]:
    for number, (asked, sections) in enumerate(pairs):
        yield Turn(asked, tuple(earlier for earlier, _ in pairs[:number]), tuple(sections))
