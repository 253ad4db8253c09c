from __future__ import annotations

import pytest

from assistant.conversations.personal.matters import matter_spans


def found(text: str) -> set[tuple[str, str]]:
    return {(span.kind, text[span.start : span.end]) for span in matter_spans(text)}


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("I have a felony from 2015 for drug possession, can I register?", "record", "a felony from 2015 for drug possession"),
        ("i got a dui in 2019 will the board deny me", "record", "a dui in 2019"),
        ("My son was convicted of theft in Texas. Can he register?", "record", "convicted of theft"),
        ("I have a record but it was sealed", "record", "a record"),
        ("can I be a pharmacy tech with a misdemeanor", "record", "a misdemeanor"),
        ("she is on probation", "record", "on probation"),
        ("I have DACA, can I get registered in Texas?", "immigration", "DACA"),
        ("I'm on an F-1 visa. Can I work?", "immigration", "F-1 visa"),
        ("I am not a US citizen", "immigration", "not a US citizen"),
        ("my student is undocumented", "immigration", "undocumented"),
        ("I don't have a social security number", "immigration", "don't have a social security number"),
    ],
)  # fmt: skip
def test_what_is_told_of_a_person_is_found(text: str, kind: str, words: str) -> None:
    assert (kind, words) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Can a student with a criminal record become a technician?",
        "Does a DUI matter in Florida?",
        "Can DACA recipients become technicians in California?",
        "Will I need a criminal background check?",
        "I keep my CE records for two years",
        "Can I opt out of the cpt code list?",
        "Do I need to be a US citizen?",
    ],
)
def test_asking_about_a_rule_tells_of_nobody(text: str) -> None:
    assert found(text) == set()
