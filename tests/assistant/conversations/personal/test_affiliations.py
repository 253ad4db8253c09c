from __future__ import annotations

import pytest

from assistant.conversations.personal.affiliations import affiliation_spans


def found(text: str) -> set[tuple[str, str]]:
    return {(span.kind, text[span.start : span.end]) for span in affiliation_spans(text)}


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("I work at CVS on Main St and want PTCB", "employer", "CVS"),
        ("i work at walgreens in columbus", "employer", "walgreens"),
        ("My employer, Kroger, pays the exam", "employer", "Kroger"),
        ("I'm a tech at Nationwide Children's Hospital", "employer", "Nationwide Children's Hospital"),
        ("My friend Nguyen Van Minh works at HEB Pharmacy #123", "employer", "HEB Pharmacy #123"),
        ("I go to Lakewood High School in Ohio", "school", "Lakewood High School"),
        ("i go to lakewood high school", "school", "lakewood high school"),
        ("I am a junior at Centennial High School", "school", "Centennial High School"),
        (
            "I attend Columbus State Community College. Is it good?",
            "school",
            "Columbus State Community College",
        ),
        ("I graduated from the University of Toledo in 2019", "school", "the University of Toledo"),
        ("Mr. Fox is my counselor at St. Ignatius High School.", "school", "St. Ignatius High School"),
    ],
)
def test_ones_own_school_or_employer_is_found(text: str, kind: str, words: str) -> None:
    assert (kind, words) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Can I work at CVS without certification?",
        "Should I work for Walgreens or CVS?",
        "Is Columbus State Community College accredited?",
        "I study at a community college in Texas",
        "i work at night and go to school",
        "I work in Ohio for PTCB certification",
        "We moved to Ohio and I work for free",
        "Does the University of Toledo have a program?",
        "I graduated from high school",
    ],
)
def test_asking_about_a_place_is_not_belonging_to_it(text: str) -> None:
    assert found(text) == set()
