"""evals/cases/*.yaml -> cases: a question, or a conversation, and what a good answer holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

from assistant.errors import KnowledgeError
from assistant.types import Profile

__all__ = ["Case", "Expectation", "load_cases"]

_FOLDER = Path(__file__).with_name("cases")
_UNANSWERABLE = "unanswerable"


@dataclass(frozen=True, slots=True)
class Expectation:
    """What one turn's answer must look like."""

    question: str
    must: tuple[tuple[str, ...], ...]  # of each inner list at least one must be said
    must_not: tuple[str, ...]
    outcomes: tuple[str, ...]  # the acceptable ones


@dataclass(frozen=True, slots=True)
class Case:
    """One question, or one conversation of several turns."""

    id: str
    file: str  # the name of the file it stands in
    kind: str
    group: str
    split: Literal["dev", "test"]
    turns: tuple[Expectation, ...]
    profile: Profile | None = None

    @property
    def question(self) -> str:
        """The first question."""
        return self.turns[0].question

    @property
    def answerable(self) -> bool | None:
        """Whether the sources answer it; None where the case does not say."""
        if self.file == _UNANSWERABLE:
            return False
        return True if self.file == "answers" else None


def load_cases(split: str | None = None, folder: Path = _FOLDER) -> list[Case]:
    """All cases, of one split or of both, in file order; KnowledgeError names file and case."""
    cases = []
    for path in sorted(folder.glob("*.yaml")):
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        items = data if isinstance(data, list) else [i for group in data.values() for i in group]
        cases += [_case(item, path) for item in items]
    return [case for case in cases if split in (None, case.split)]


def _case(item: Mapping[str, Any], path: Path) -> Case:
    try:
        turns = item.get("turns") or [item]
        profile = item.get("profile")
        return Case(
            id=item["id"],
            file=path.stem,
            kind=item.get("kind", path.stem),
            group=item.get("group", ""),
            split=item["split"],
            turns=tuple(_expectation(turn, item) for turn in turns),
            profile=Profile(**profile) if profile else None,
        )
    except (KeyError, TypeError) as error:
        raise KnowledgeError(f"{path}: case {item.get('id', '?')}: {error}") from error


def _expectation(turn: Mapping[str, Any], item: Mapping[str, Any]) -> Expectation:
    return Expectation(
        question=turn["question"],
        must=tuple(
            tuple(str(word) for word in (group if isinstance(group, list) else [group]))
            for group in turn.get("must") or ()
        ),
        must_not=tuple(str(word) for word in turn.get("must_not") or ()),
        outcomes=tuple(turn.get("expect") or item.get("expect") or ("answered",)),
    )
