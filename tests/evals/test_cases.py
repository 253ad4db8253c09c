"""The cases are well formed, and a broken one is named."""

from collections import Counter
from pathlib import Path

import pytest

from assistant.errors import KnowledgeError
from evals.cases import load_cases


def test_ids_are_unique() -> None:
    counts = Counter(case.id for case in load_cases())
    assert [id for id, count in counts.items() if count > 1] == []


def test_no_question_stands_in_both_splits() -> None:
    dev, test = (
        {turn.question.casefold().strip() for case in load_cases(split) for turn in case.turns[:1]}
        for split in ("dev", "test")
    )
    assert not dev & test


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("- id: one\n", r"odd\.yaml:1: case one: 'question' is missing", id="no question"),
        pytest.param(
            "- id: a\n  question: b\n- id: two\n  question: c\n  expect: [solved]\n",
            r"odd\.yaml:3: case two: expect names 'solved'; it must be one of: answered",
            id="no outcome",
        ),
        pytest.param(
            "- id: one\n  question: b\n  mst: [a]\n", r":1: case one: 'mst' is not a key", id="typo"
        ),
        pytest.param(
            "- id: one\n  question: b\n  must: [[a, '']]\n",
            r":1: case one: must holds an empty wording",
            id="empty wording",
        ),
        pytest.param(
            "- id: one\n  question: b\n  sections: {x > y: 3}\n",
            r"section 'x > y' must have grade 2",
            id="grade",
        ),
        pytest.param("- id: one\n  question: b\n  group: boss\n", r"group is 'boss'", id="group"),
        pytest.param("- id: one\n  question: 5\n", r"question must be text", id="a number"),
        pytest.param("- id: [\n", r"odd\.yaml:2: is not YAML", id="not YAML"),
        pytest.param("id: one\n", r"odd\.yaml:1: must be a list", id="no list"),
    ],
)
def test_a_broken_case_is_named_with_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "dev").mkdir()
    (tmp_path / "dev" / "odd.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=message):
        load_cases(folder=tmp_path)


def test_the_folder_is_the_split(tmp_path: Path) -> None:
    for split in ("dev", "test"):
        (tmp_path / split).mkdir()
        (tmp_path / split / "answers.yaml").write_text(f"- id: {split}\n  question: b\n", encoding="utf-8")
    assert [case.id for case in load_cases("test", tmp_path)] == ["test"]
    assert {case.id: case.split for case in load_cases(folder=tmp_path)} == {"dev": "dev", "test": "test"}
