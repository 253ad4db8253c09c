"""The cases are well formed, and a broken one is named."""

from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from assistant.errors import KnowledgeError
from assistant.types import Outcome
from evals.cases import load_cases


def test_ids_are_unique() -> None:
    counts = Counter(case.id for case in load_cases())
    assert [id for id, count in counts.items() if count > 1] == []


def test_outcomes_are_outcomes() -> None:
    wanted = {outcome for case in load_cases() for turn in case.turns for outcome in turn.outcomes}
    assert wanted <= set(get_args(Outcome))


def test_no_wording_is_empty() -> None:
    wordings = [
        wording
        for case in load_cases()
        for turn in case.turns
        for wording in (*turn.must_not, *(word for group in turn.must for word in group))
    ]
    assert all(wording.strip() for wording in wordings)


def test_every_nugget_has_a_wording() -> None:
    assert all(group for case in load_cases() for turn in case.turns for group in turn.must)


def test_the_set_has_its_size() -> None:
    counts = Counter(case.file for case in load_cases())
    assert counts["answers"] >= 350
    assert counts["conversations"] >= 60
    assert counts["unanswerable"] >= 60
    assert counts["ask_back"] >= 40
    assert Counter(case.kind for case in load_cases())["hostile"] >= 60


def test_about_a_third_is_kept_for_testing() -> None:
    assert 0.28 <= len(load_cases("test")) / len(load_cases()) <= 0.40


def test_no_question_stands_in_both_splits() -> None:
    dev, test = (
        {turn.question.casefold().strip() for case in load_cases(split) for turn in case.turns[:1]}
        for split in ("dev", "test")
    )
    assert not dev & test


def test_a_case_without_a_question_is_named_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "odd.yaml").write_text("- id: one\n  split: dev\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"odd\.yaml: case one: 'question'"):
        load_cases(folder=tmp_path)


def test_the_readme_counts_the_cases_as_they_are() -> None:
    readme = Path(__file__).parents[2].joinpath("evals", "README.md").read_text(encoding="utf-8")
    cases = load_cases()
    total, test = Counter(case.file for case in cases), Counter(c.file for c in load_cases("test"))
    for file in total:
        assert f"| {file} | {total[file]} | {test[file]} |" in readme
    turns = sum(len(case.turns) for case in cases)
    assert f"{len(cases)} cases with {turns} turns" in readme
