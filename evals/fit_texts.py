"""Texts that people may write about themselves -> how well the wishes in them are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from assistant.guidance.wishes import read_wishes

__all__ = ["TextScore", "Told", "load_texts", "score_texts"]

_FILE = Path(__file__).with_name("fit_texts.yaml")


@dataclass(frozen=True, slots=True)
class Told:
    """A text and what it says."""

    text: str
    says: Mapping[str, int]  # scale id -> 1 wants the high end, -1 the low end, 0 either way
    split: str  # dev or test


@dataclass(frozen=True, slots=True)
class TextScore:
    """How well the texts of a split were read."""

    split: str
    texts: int
    exact: float  # share of texts read without a fault
    precision: float  # share of the wishes read that are right, on the right side
    recall: float  # share of the wishes there that were read, on the right side


def load_texts() -> list[Told]:
    """The texts of the file."""
    entries = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return [Told(entry["text"], entry["says"], entry.get("split", "dev")) for entry in entries]


def score_texts(split: str) -> TextScore:
    """Read the texts of a split."""
    texts = [told for told in load_texts() if told.split == split]
    pairs = [(_read(told.text), set(told.says.items())) for told in texts]
    right = sum(len(read & there) for read, there in pairs)
    return TextScore(
        split,
        len(texts),
        sum(read == there for read, there in pairs) / len(texts),
        right / max(sum(len(read) for read, _ in pairs), 1),
        right / max(sum(len(there) for _, there in pairs), 1),
    )


def _read(text: str) -> set[tuple[str, int]]:
    return {(wish.scale, (wish.strength > 0) - (wish.strength < 0)) for wish in read_wishes(text)}
