"""Feedback as `techpath feedback export` prints it -> draft cases for a person to review.

Only a thumb down that says why becomes a draft. A draft is no case yet: whoever accepts it writes
what must be said, from the knowledge, takes out what names a person, and puts it into a file of
cases/dev. The test split takes none, because its questions are to be fresh.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import yaml

from assistant.errors import WrongUseError
from assistant.text import words
from evals.cases import Case

__all__ = ["Complaint", "Feedback", "complaints", "drafts", "in_yaml", "read_feedback"]

_HEAD = (
    "# Drafts from feedback, to be reviewed: say in `must` what a good answer holds, as the knowledge\n"
    "# has it, correct `expect`, take out names, and move what is accepted into a file of cases/dev.\n"
)


class Feedback(Protocol):
    """What is needed of one thumb."""

    @property
    def thumb(self) -> str:
        """Either up or down."""

    @property
    def question(self) -> str:
        """The question, complete without its conversation."""

    @property
    def reason(self) -> str:
        """What the person said about the answer; may be empty."""

    @property
    def outcome(self) -> str:
        """The outcome of the answer."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thumb as it was exported."""

    thumb: str
    question: str
    reason: str
    outcome: str


def read_feedback(lines: Iterable[str], where: str) -> Iterator[Complaint]:
    """JSON lines -> feedback; a WrongUseError names the line that cannot be read.

    Args:
        lines: objects with `thumb`, `question` and, where there are, `standalone_question`, `reason`
            and `outcome`; other keys are left alone.
        where: the name of the file, for errors.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _read(line, f"{where}:{number}")


def _read(line: str, where: str) -> Complaint:
    try:
        data: Mapping[str, Any] = json.loads(line)
        question = str(data.get("standalone_question") or data["question"])
        return Complaint(
            str(data["thumb"]), question, str(data.get("reason") or ""), str(data.get("outcome") or "")
        )
    except (ValueError, KeyError, AttributeError) as error:
        raise WrongUseError(
            f"{where}: is not a line of feedback ({error}); make the file with: techpath feedback export"
        ) from error


def complaints(feedback: Iterable[Feedback]) -> list[Feedback]:
    """The thumbs down that say why, each question once."""
    found: dict[str, Feedback] = {}
    for item in feedback:
        if item.thumb == "down" and item.reason.strip():
            found.setdefault(_folded(item.question), item)
    return list(found.values())


def drafts(found: Sequence[Feedback], cases: Sequence[Case]) -> list[dict[str, Any]]:
    """A draft for each question that no case asks yet."""
    asked = {_folded(turn.question) for case in cases for turn in case.turns}
    new = [item for item in found if _folded(item.question) not in asked]
    return [_draft(number, item) for number, item in enumerate(new, start=1)]


def in_yaml(made: Sequence[Mapping[str, Any]]) -> str:
    """The drafts as a file of cases has them."""
    body = yaml.safe_dump(list(made), allow_unicode=True, sort_keys=False, width=110) if made else "[]\n"
    return _HEAD + body


def _draft(number: int, item: Feedback) -> dict[str, Any]:
    return {
        "id": f"draft-{number:03d}",
        "question": item.question,
        "kind": "feedback",
        "expect": [item.outcome or "answered"],
        "must": [],
        "why": item.reason.strip(),
    }


def _folded(question: str) -> str:
    return " ".join(words(question))
