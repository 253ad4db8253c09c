"""The set has the size and the spread that it claims, and nothing of it stands in the knowledge."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from assistant.guidance.records import Record, load_records
from assistant.retrieval.index import open_index
from assistant.settings import Settings
from assistant.text import words
from evals.cases import Case, load_cases
from evals.measures.rankings import ANSWERS

REPOSITORY = Path(__file__).parents[2]
COVERED = ("jurisdiction", "credential", "specialty")
FACT = re.compile(r"(\w+)/([\w-]+)\.(\w+)")  # kind/id.field; what else stands there names a gathered fact


@cache
def records() -> dict[str, Record]:
    """ "kind/id" -> record."""
    found = load_records(REPOSITORY / "knowledge" / "records")
    return {f"{record.kind}/{record.id}": record for record in found}


def named_facts(cases: list[Case]) -> Iterator[tuple[Case, str, str]]:
    """(case, "kind/id", field) for every field of a record that a case rests on."""
    for case in cases:
        for fact in (fact for turn in case.turns for fact in turn.facts):
            if match := FACT.fullmatch(fact):
                yield case, f"{match[1]}/{match[2]}", match[3]


def test_the_set_has_its_size() -> None:
    cases = load_cases()
    files, kinds = Counter(case.file for case in cases), Counter(case.kind for case in cases)
    assert len(cases) >= 400
    assert sum(2 <= len(case.turns) <= 6 for case in cases if case.file == "conversations") >= 80
    assert files["unanswerable"] >= 60
    assert files["ask_back"] >= 40
    assert kinds["clinical"] + kinds["off_topic"] + kinds["wrongdoing"] >= 60
    assert kinds["hostile"] >= 60
    assert kinds["conflict"] >= 20


def test_at_least_250_turns_were_judged_each_with_a_section_that_answers() -> None:
    judged = [turn.judged for case in load_cases() for turn in case.turns if turn.judged]
    assert len(judged) >= 250
    assert all(ANSWERS in grades.values() for grades in judged)


def test_a_third_is_kept_for_testing() -> None:
    test = load_cases("test")
    assert len(test) >= len(load_cases()) / 3
    assert sum(len(case.turns) for case in test) >= 150


def test_the_names_of_test_cases_give_nothing_away() -> None:
    assert [case.id for case in load_cases("test") if not re.fullmatch(r"t-\d{3}", case.id)] == []


def test_every_answer_of_the_test_split_is_guarded() -> None:
    cases = [case for case in load_cases("test") if case.file in ("answers", "conversations")]
    assert [case.id for case in cases for turn in case.turns if not turn.judged or not turn.must] == []


@pytest.mark.parametrize("split", ["dev", "test"])
@pytest.mark.parametrize("kind", COVERED)
def test_every_record_is_asked_about(kind: str, split: str) -> None:
    asked = {name for case in load_cases(split) for name in case.about}
    assert [name for name in records() if name.startswith(f"{kind}/") and name not in asked] == []


def test_what_a_case_is_about_is_a_record() -> None:
    assert {name for case in load_cases() for name in case.about} <= set(records())


def test_every_fact_of_a_record_that_a_case_rests_on_is_stated() -> None:
    cases = [case for case in load_cases() if case.file != "unanswerable"]
    lost = [
        f"{case.id}: {name}.{field}"
        for case, name, field in named_facts(cases)
        if name not in records() or not records()[name].statements_of(field)
    ]
    assert lost == []


def test_every_field_said_to_be_unknown_is_unknown() -> None:
    cases = [case for case in load_cases() if case.file == "unanswerable"]
    known = [
        f"{case.id}: {name}.{field}"
        for case, name, field in named_facts(cases)
        if field not in {item.field for item in records()[name].unknown}
    ]
    assert known == [], "these can be answered by now: replace the cases"


def test_no_question_of_a_case_stands_in_the_knowledge(knowledge_settings: Settings) -> None:
    index = open_index(knowledge_settings)
    asked = {
        _folded(question)
        for id, _, _ in index.passages.documents()
        for chunk in index.passages.chunks_of_document(id)
        for question in (*chunk.questions, chunk.section.rpartition(" > ")[2])
        if " " in question.strip()  # a record's heading, such as "Renewal", is no question
    }
    index.close()
    same = [case.id for case in load_cases() for turn in case.turns[:1] if _folded(turn.question) in asked]
    assert same == []


def test_no_expected_wording_is_so_short_that_it_is_always_said() -> None:
    wordings = {
        wording
        for case in load_cases()
        for turn in case.turns
        for nugget in (*turn.must, *turn.okay)
        for wording in nugget
    }
    assert [wording for wording in wordings if wording.casefold() in ("no", "not", "yes", "a", "the")] == []


def _folded(question: str) -> str:
    return " ".join(words(question))


def test_the_readme_counts_the_cases_as_they_are() -> None:
    readme = (REPOSITORY / "evals" / "README.md").read_text(encoding="utf-8")
    cases = load_cases()
    total, test = Counter(case.file for case in cases), Counter(c.file for c in load_cases("test"))
    for file in total:
        assert f"| {file} | {total[file]} | {test[file]} |" in readme
    turns = sum(len(case.turns) for case in cases)
    assert f"{len(cases):,} cases with {turns:,} turns" in readme
    judged = sum(bool(turn.judged) for case in cases for turn in case.turns)
    assert f"{judged:,} turns were judged" in readme
