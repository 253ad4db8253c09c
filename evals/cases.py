"""evals/cases/{dev,test}/*.yaml -> cases: a question, or a conversation, and what a good answer holds.

The folder is the split. Nothing is tuned or fitted on `test`, and nobody reads it: reports give its
totals only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from assistant.errors import KnowledgeError, WrongUseError
from assistant.types import Outcome, Profile
from evals.case_file import LINE, read_items
from evals.measures.rankings import ANSWERS, HELPS, Judged

__all__ = ["SPLITS", "Case", "Expectation", "Split", "cases_of", "load_cases", "refuse_test_cases"]

Split = Literal["dev", "test"]
SPLITS: tuple[Split, ...] = get_args(Split)

_FOLDER = Path(__file__).with_name("cases")
_UNANSWERABLE = "unanswerable"
_OUTCOMES = get_args(Outcome)
_GROUPS = ("", "student", "technician", "counselor")
_OF_A_TURN = {"question", "expect", "must", "okay", "must_not", "facts", "sections", "standalone_hint"}
_OF_A_CASE = _OF_A_TURN | {"id", "kind", "group", "about", "profile", "turns", "why"}


@dataclass(frozen=True, slots=True)
class Expectation:
    """What one turn's answer must look like."""

    question: str
    must: tuple[tuple[str, ...], ...] = ()  # vital nuggets: of each inner list one must be said
    must_not: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ("answered",)  # the acceptable ones, the usual one first
    okay: tuple[tuple[str, ...], ...] = ()  # nuggets that a good answer may hold
    judged: Judged = field(default_factory=dict)  # section -> grade; what must be found and cited
    facts: tuple[str, ...] = ()  # records, or facts that were gathered, behind the nuggets


@dataclass(frozen=True, slots=True)
class Case:
    """One question, or one conversation of several turns."""

    id: str
    file: str  # the name of the file it stands in
    kind: str
    group: str  # student, technician, counselor, or "" where it does not matter
    split: Split
    turns: tuple[Expectation, ...]
    profile: Profile | None = None
    about: tuple[str, ...] = ()  # "kind/id" of the records that it asks about

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
    """All cases, of one split or of both, in file order; KnowledgeError names file, line and case."""
    return [
        case
        for name in SPLITS
        if split in (None, name)
        for path in sorted((folder / name).glob("*.yaml"))
        for case in cases_of(path, name)
    ]


def refuse_test_cases(cases: Iterable[Case]) -> None:
    """Raise a WrongUseError when one is of the test split: a measure on what was fitted says nothing."""
    kept = [case.id for case in cases if case.split != "dev"]
    if kept:
        raise WrongUseError(
            f"Development cases only; {len(kept)} of these are kept for testing, the first is {kept[0]}. "
            "Use --split dev."
        )


def cases_of(path: Path, split: Split) -> Iterator[Case]:
    """The cases of one file."""
    for item in read_items(path):
        try:
            yield _case(item, path.stem, split)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            reason = f"{error} is missing" if isinstance(error, KeyError) else str(error)
            name = item.get("id", "without id")
            raise KnowledgeError(f"{path}:{item[LINE]}: case {name}: {reason}") from error


def _case(item: Mapping[str, Any], file: str, split: Split) -> Case:
    _only(item, _OF_A_CASE)
    group = item.get("group", "")
    if group not in _GROUPS:
        raise ValueError(f"group is {group!r}; it must be one of: {', '.join(_GROUPS[1:])}")
    turns = item.get("turns") or [item]
    for turn in turns:
        _only(turn, _OF_A_TURN if turn is not item else _OF_A_CASE)
    return Case(
        id=str(item["id"]),
        file=file,
        kind=item.get("kind", file),
        group=group,
        split=split,
        turns=tuple(_expectation(turn, item) for turn in turns),
        profile=Profile(**_plain(item["profile"])) if item.get("profile") else None,
        about=tuple(item.get("about") or ()),
    )


def _expectation(turn: Mapping[str, Any], item: Mapping[str, Any]) -> Expectation:
    question = turn["question"]
    if not isinstance(question, str) or not question.strip():
        raise ValueError("question must be text; put it in quotes")
    return Expectation(
        question=question,
        must=_nuggets(turn, "must"),
        must_not=tuple(str(word) for word in turn.get("must_not") or ()),
        outcomes=_outcomes(turn.get("expect") or item.get("expect") or ["answered"]),
        okay=_nuggets(turn, "okay"),
        judged=_judged(turn.get("sections") or {}),
        facts=tuple(str(fact) for fact in turn.get("facts") or ()),
    )


def _outcomes(found: list[str]) -> tuple[str, ...]:
    wrong = [outcome for outcome in found if outcome not in _OUTCOMES]
    if wrong:
        raise ValueError(f"expect names {wrong[0]!r}; it must be one of: {', '.join(_OUTCOMES)}")
    return tuple(found)


def _nuggets(turn: Mapping[str, Any], key: str) -> tuple[tuple[str, ...], ...]:
    groups = tuple(
        tuple(str(word) for word in (group if isinstance(group, list) else [group]))
        for group in turn.get(key) or ()
    )
    if not all(group and all(word.strip() for word in group) for group in groups):
        raise ValueError(f"{key} holds an empty wording")
    return groups


def _judged(found: Mapping[str, Any]) -> Judged:
    grades = _plain(found)
    wrong = [section for section, grade in grades.items() if grade not in (HELPS, ANSWERS)]
    if wrong:
        raise ValueError(f"section {wrong[0]!r} must have grade {ANSWERS} (answers) or {HELPS} (helps)")
    return grades


def _plain(item: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if key != LINE}


def _only(item: Mapping[str, Any], known: set[str]) -> None:
    unknown = sorted(_plain(item).keys() - known)
    if unknown:
        raise ValueError(f"{unknown[0]!r} is not a key; keys are: {', '.join(sorted(known))}")
